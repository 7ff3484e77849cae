"""How values rest in columns, the same on SQLite and PostgreSQL: exact, closed words, no silent nulls."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any, Generic, TypeVar

from pydantic_core import from_json, to_json
from sqlalchemy import BigInteger, Date, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DontWrapMixin
from sqlalchemy.types import TypeDecorator
from sqlmodel.sql.sqltypes import UTCDateTime

from gdflow.domain.errors import InputError

PLACES = 6
SCALE = 1_000_000
LARGEST = 2**63 - 1
E = TypeVar("E", bound=StrEnum)


class UnstorableError(InputError, DontWrapMixin):
    """A value that a column cannot hold exactly; it reaches the caller as it is, not as a database error."""


def millionths(value: Decimal) -> int:
    """A decimal as a whole number of millionths.

    Raises InputError("figure_too_fine") past six decimals, InputError("figure_too_large") past 64 bits and
    InputError("figure_not_a_number") for NaN and infinities.
    """
    if not value.is_finite():
        raise UnstorableError("figure_not_a_number", found=str(value))
    # Compared before scaling: 1E+999999 would first be written out digit by digit.
    if value.adjusted() > 12:
        raise UnstorableError("figure_too_large", found=str(value))
    numerator, denominator = value.as_integer_ratio()
    scaled, rest = divmod(numerator * SCALE, denominator)
    if rest:
        raise UnstorableError("figure_too_fine", found=str(value), expected=PLACES)
    if abs(scaled) > LARGEST:
        raise UnstorableError("figure_too_large", found=str(value))
    return scaled


@lru_cache(maxsize=4096)
def at_rest(value: Decimal | None) -> Decimal | None:
    """A decimal as it is read back after it was written. Raises as millionths does."""
    return None if value is None else _decimal(millionths(value))


class Millionths(TypeDecorator[Decimal]):
    """An exact decimal with at most six places, as a 64-bit whole number: it compares and sums in SQL."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, _dialect: Dialect) -> int | None:
        return None if value is None else millionths(value)

    def process_result_value(self, value: int | None, _dialect: Dialect) -> Decimal | None:
        return _decimal(value)

    def result_processor(self, _dialect: Dialect, _coltype: object) -> Callable[[int | None], Decimal | None]:
        """The same without the library's own step between: plans are read whole, and often."""
        return _decimal


@lru_cache(maxsize=4096)
def _decimal(scaled: int | None) -> Decimal | None:
    if scaled is None:
        return None
    whole, rest = divmod(scaled, SCALE)
    return Decimal(scaled).scaleb(-PLACES).normalize() if rest else Decimal(whole)


class Word(TypeDecorator[E], Generic[E]):
    """A member of a closed list, as its stored value; a CHECK beside the column holds the list."""

    impl = String
    cache_ok = True

    def __init__(self, words: type[E]) -> None:
        super().__init__()
        self.words = words
        self.members: dict[str | None, E | None] = {None: None, **{member.value: member for member in words}}

    def process_bind_param(self, value: E | None, _dialect: Dialect) -> str | None:
        return None if value is None else value._value_  # `value` is a descriptor in Python: three times the time

    def process_result_value(self, value: str | None, _dialect: Dialect) -> E | None:
        return self.members[value]

    def result_processor(self, _dialect: Dialect, _coltype: object) -> Callable[[str | None], E | None]:
        """The same without the library's own step between."""
        return self.members.__getitem__


class Moment(UTCDateTime):
    """An aware moment, at rest in UTC."""

    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None] | None:
        """The same, each moment read once: what was imported together came at one."""
        process = super().result_processor(dialect, coltype)
        return None if process is None else lru_cache(maxsize=1024)(process)


class OpenEnd(TypeDecorator[date]):
    """A date or "never", which rests as the last day there is.

    A null would be equal to nothing: it would fall out of joins, row comparisons and unique keys.
    """

    impl = Date
    cache_ok = True

    def process_bind_param(self, value: date | None, _dialect: Dialect) -> date:
        return date.max if value is None else value

    def process_result_value(self, value: date | None, _dialect: Dialect) -> date | None:
        return None if value == date.max else value


class OrEmpty(TypeDecorator[str]):
    """A text or nothing, which rests as the empty text: unique keys then count two nothings as equal."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str:
        return value or ""

    def process_result_value(self, value: str | None, _dialect: Dialect) -> str | None:
        return _filled(value)

    def result_processor(self, _dialect: Dialect, _coltype: object) -> Callable[[str | None], str | None]:
        """The same without the library's own step between."""
        return _filled


def _filled(value: str | None) -> str | None:
    return value or None


class Json(TypeDecorator[Any]):
    """A list or mapping as compact JSON text; exact numbers go in as text."""

    impl = Text
    cache_ok = True
    hashable = False

    def process_bind_param(self, value: object, _dialect: Dialect) -> str:
        return _encoded(value)

    def bind_processor(self, _dialect: Dialect) -> Callable[[object], str]:
        """The same without the library's own step between."""
        return _encoded

    def process_result_value(self, value: str | None, _dialect: Dialect) -> Any:
        return _decoded(value)

    def result_processor(self, _dialect: Dialect, _coltype: object) -> Callable[[str | None], Any]:
        """The same without the library's own step between."""
        return _decoded


def _encoded(value: object) -> str:
    return to_json(value).decode()


def _decoded(value: str | None) -> Any:
    return {} if value == "{}" else from_json(value or "null")  # as one in four rests of those that a plan holds
