"""The filters of the pages on which plans, teams, the policy, quality and settings are looked after."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from gdflow.services.team_directory import Reach
from gdflow.spanish.numbers import number, percent
from gdflow.spanish.policy import PURPOSES

NOTHING = "—"
REACH_TONES: Mapping[Reach, str] = {Reach.READ: "good", Reach.SILENT: "bad", Reach.AWAY: "warn", Reach.REFUSED: "bad"}
REACH_SYMBOLS: Mapping[Reach, str] = {Reach.READ: "✔", Reach.SILENT: "✖", Reach.AWAY: "▲", Reach.REFUSED: "✖"}


def _who(actor: str) -> str:
    """Whoever did something, without the address."""
    return actor.partition(" <")[0]


def _days(value: Fraction | None) -> str:
    if value is None:
        return NOTHING
    return "1 día hábil" if value == 1 else f"{number(value)} días hábiles"


def _share(value: Fraction | None) -> str:
    return NOTHING if value is None else percent(value, 0)


def _times(value: Fraction | None) -> str:
    return NOTHING if value is None else number(value)


MANAGE_FILTERS: Mapping[str, Callable[..., Any]] = {
    "gigabytes": lambda size: f"{number(Decimal(size) / 10**9, 1)} GB",
    "purpose": PURPOSES.__getitem__,
    "reach_symbol": REACH_SYMBOLS.__getitem__,
    "reach_tone": REACH_TONES.__getitem__,
    "share": _share,
    "times": _times,
    "who": _who,
    "working_days": _days,
}
