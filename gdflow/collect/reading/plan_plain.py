"""Plans and directories as plain data and back: what comes back is checked field by field, like any other input."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from gdflow.domain.plan import PlanReading, TeamEntry

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def as_plain(value: object) -> Any:
    """A value made of the domain's own, of which only lists, texts and numbers are left."""
    if is_dataclass(value):
        return {field.name: as_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): as_plain(held) for key, held in value.items()}
    if isinstance(value, tuple):
        return [as_plain(held) for held in value]
    return str(value) if isinstance(value, Decimal | date | str) else value


def plans_from_plain(plain: Any) -> tuple[PlanReading, ...]:
    """The plans again. Raises ValueError for what is no plan."""
    return _plans().validate_python(plain)


def directory_from_plain(plain: Any) -> tuple[TeamEntry, ...]:
    """The directory's teams again. Raises ValueError for what is no directory."""
    return _directory().validate_python(plain)


@cache
def _plans() -> "TypeAdapter[tuple[PlanReading, ...]]":
    from pydantic import TypeAdapter  # late: only whoever reads plans in another process pays for it

    return TypeAdapter(tuple[PlanReading, ...])


@cache
def _directory() -> "TypeAdapter[tuple[TeamEntry, ...]]":
    from pydantic import TypeAdapter

    return TypeAdapter(tuple[TeamEntry, ...])
