"""The entities that one database holds, and how they are divided among those who work for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gdflow.domain.errors import InputError

SHARD = 250
"""Entities in one run: so many that its start costs little beside its work, so few that a lost one is soon redone."""


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """An entity of the database. settings: what it sets otherwise than the installation that works for it.

    hosted: whoever works for the whole database works for it; else it has an installation of its own.
    """

    id: int
    code: str
    name: str
    nit: str | None
    settings: Mapping[str, object]
    hosted: bool


@dataclass(frozen=True, slots=True)
class Shard:
    """A part of the entities: those whose ids lie from the first to the last, both included."""

    first: int
    last: int

    def __post_init__(self) -> None:
        if not 1 <= self.first <= self.last:
            raise InputError("bad_shard", found=f"{self.first}-{self.last}")

    def __str__(self) -> str:
        return f"{self.first}-{self.last}"


WHOLE = Shard(1, 2**31 - 1)
"""Every entity there may be."""


def shards_of(ids: Sequence[int], size: int = SHARD) -> tuple[Shard, ...]:
    """Shards of so many entities each, by id; the same ids are always divided alike."""
    ordered = sorted(ids)
    return tuple(Shard(part[0], part[-1]) for part in (ordered[at : at + size] for at in range(0, len(ordered), size)))
