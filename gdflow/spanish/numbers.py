"""Numbers as Colombian readers expect them: decimal comma, point for thousands, half up for display only."""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

COLOMBIAN = str.maketrans(",.", ".,")


def rounded(value: Decimal | Fraction, places: int) -> Decimal:
    """The value at so many decimal places, half away from zero, computed exactly."""
    top, bottom = value.as_integer_ratio()
    whole, rest = divmod(abs(top) * 10**places, bottom)
    units = whole + (1 if rest * 2 >= bottom else 0)
    return (Decimal(units) * (-1 if top < 0 else 1)).scaleb(-places)


# the figures of a plan repeat; a decimal and the ratio that equals it are not written alike
@lru_cache(maxsize=4096, typed=True)
def number(value: Decimal | Fraction, places: int | None = None) -> str:
    """1.234,5; without `places` a decimal keeps its own digits, less idle zeros."""
    shown = rounded(value, places) if places is not None else _plain(value)
    text = f"{shown:,f}"
    return text.translate(COLOMBIAN)


def percent(ratio: Decimal | Fraction, places: int = 1) -> str:
    """A ratio as a percentage: Fraction(1, 3) is 33,3 %."""
    return _percent(ratio, places)


@lru_cache(maxsize=4096)
def _percent(ratio: Decimal | Fraction, places: int) -> str:
    return f"{number(Fraction(ratio) * 100, places)}\u00a0%"


def _plain(value: Decimal | Fraction) -> Decimal:
    if isinstance(value, Fraction):
        return rounded(value, 2).normalize() if value.denominator > 1 else Decimal(value.numerator)
    text = format(value, "f")
    return Decimal(text.rstrip("0").rstrip(".") or "0") if "." in text else Decimal(text)
