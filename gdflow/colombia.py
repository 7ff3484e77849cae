"""Colombia's public holidays by their Spanish names, behind a plain dict."""

from collections.abc import Iterable
from datetime import date

from holidays.countries.colombia import Colombia  # by its own module: looking a country up by code loads them all


def holidays_of(years: Iterable[int]) -> dict[date, str]:
    """The national holidays of these years, on the days on which they are observed."""
    # Without the language the library answers in the language of the machine.
    days = Colombia(years=years, language="es")  # type: ignore[no-untyped-call]  # the library has no types here
    return dict(sorted(days.items()))
