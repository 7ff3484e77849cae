"""Observations by period: a cell that grows each period ("1. Para el primer trimestre …") taken apart."""

import re
from collections.abc import Mapping, Sequence

from gdflow.collect.plan_reader.stretches import ORDINALS
from gdflow.collect.plan_reader.titles import plain

ENTRY = re.compile(r"(?:^|\n)\s*(\d{1,2})\s*[.)-]\s+")
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
    for number, part in _entries(text):
        key = _key(number, part, keys) or max(reported, default=keys[0])
        found[key] = f"{found[key]}\n{part}" if key in found else part
    return found


def _entries(text: str) -> list[tuple[int | None, str]]:
    marks = list(ENTRY.finditer(text))
    if not marks or [int(mark[1]) for mark in marks] != list(range(int(marks[0][1]), int(marks[0][1]) + len(marks))):
        return [(None, text.strip())]
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    parts = [(int(mark[1]), text[mark.end() : end].strip()) for mark, end in zip(marks, ends, strict=True)]
    before = text[: marks[0].start()].strip()
    return [(None, before), *parts] if before else list(parts)


def _key(number: int | None, part: str, keys: Sequence[str]) -> str | None:
    if named := NAMED.search(plain(part[:200])):
        number = ORDINALS[named[1]]
    return keys[number - 1] if number is not None and 1 <= number <= len(keys) else None
