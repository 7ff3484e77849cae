"""Numbers that people type into a form: a closed list of shapes, and a refusal for every other."""

import re
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact

# a spreadsheet keeps 15 digits of what was typed; beyond them stands the noise of its binary arithmetic
TYPED_DIGITS = Context(prec=15)
STORED_PLACES = 6
LEAST, EXACT = Decimal(1).scaleb(-STORED_PLACES), Context(prec=40, traps=[Inexact])

GROUPED = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?", re.ASCII)
PLAIN = re.compile(r"[+-]?\d+(?:,\d+)?", re.ASCII)
POINT = re.compile(r"[+-]?\d+\.\d+", re.ASCII)
# 1.234 and 1,234 are read as a thousand by some and as one and a bit by others
UNCLEAR = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Typed:
    """A number as typed. percent: a "%" stood behind it; value is then already its fraction."""

    value: Decimal
    percent: bool = False


def read_typed(text: str) -> Typed | None:
    """The number in "7", "0,3", "0.3", "1.234,5" or "33 %", or None for any other text and for unclear ones."""
    bare = "".join(text.split())
    percent = bare.endswith("%")
    value = _number(bare.removesuffix("%"))
    if value is None:
        return None
    return Typed(value / 100 if percent else value, percent)


def is_unclear(text: str) -> bool:
    """Whether the text is a number that can be read in two ways, as "1.234" can."""
    return UNCLEAR.fullmatch("".join(text.split()).removesuffix("%")) is not None


def spreadsheet_number(value: Decimal) -> Decimal:
    """The number that a person typed, of the one a spreadsheet stored: 7.0000000000000007E-2 is 0.07."""
    return Decimal(format(TYPED_DIGITS.create_decimal(value).normalize(), "f"))


def fits_storage(value: Decimal) -> bool:
    """Whether six decimal places hold the number exactly."""
    try:
        value.quantize(LEAST, context=EXACT)
    except Inexact:
        return False
    return True


def _number(text: str) -> Decimal | None:
    if UNCLEAR.fullmatch(text):
        return None
    if GROUPED.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if PLAIN.fullmatch(text):
        return Decimal(text.replace(",", "."))
    return Decimal(text) if POINT.fullmatch(text) else None
