"""Observations by period: a cell that grows each period ("1. Para el primer trimestre …") taken apart."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from gdflow.collect.plan_reader.stretches import ORDINALS
from gdflow.collect.plan_reader.titles import plain

ENTRY = re.compile(r"\s*(\d{1,2})\s*[.)-](?:\s+|$)")
NAMED = re.compile(
    r"\b(primer|segundo|tercer|cuarto|quinto|sexto|i{1,3}|iv) (trimestre|cuatrimestre|bimestre|semestre)\b"
)


def notes_by_period(text: str, keys: Sequence[str], reported: Mapping[str, object]) -> dict[str, str]:
    """The entries of an observation by the period they speak of.

    keys: the plan's periods in order. An entry's number, else the period it names, decides; what says neither belongs
    to the latest period with a figure.
    """
    if not keys:
        return {}
    found: dict[str, str] = {}
    for rank, part in _ranked(text):
        key = keys[rank - 1] if rank is not None and 1 <= rank <= len(keys) else max(reported, default=keys[0])
        found[key] = f"{found[key]}\n{part}" if key in found else part
    return found


@lru_cache(maxsize=4096)
def _ranked(text: str) -> tuple[tuple[int | None, str], ...]:
    """The entries with the rank of their period in the year: the one they name, else their number."""
    return tuple((_named(part) or number, part) for number, part in _entries(text))


def _entries(text: str) -> list[tuple[int | None, str]]:
    """The entries of a numbered list with their numbers; a text that is none is one entry without a number."""
    lines = text.split("\n")
    marks = [(at, mark) for at, line in enumerate(lines) if (mark := ENTRY.match(line))]
    numbers = [int(mark[1]) for _, mark in marks]
    if not marks or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return [(None, text.strip())]
    parts: list[tuple[int | None, str]] = []
    if before := "\n".join(lines[: marks[0][0]]).strip():
        parts.append((None, before))
    for (at, mark), end in zip(marks, [at for at, _ in marks[1:]] + [len(lines)], strict=True):
        parts.append((int(mark[1]), "\n".join([lines[at][mark.end() :], *lines[at + 1 : end]]).strip()))
    return parts


def _named(part: str) -> int | None:
    head = part[:200].lower()
    named = NAMED.search(plain(head)) if "mestre" in head else None
    return ORDINALS[named[1]] if named else None
