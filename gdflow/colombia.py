"""Colombia's public holidays by their Spanish names, behind a plain dict."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from pathlib import Path
from typing import Protocol

import holidays

COUNTRY = "holidays.countries.colombia"


class _Calendar(Protocol):
    def __call__(self, *, years: Iterable[int], language: str) -> Mapping[date, str]: ...


def holidays_of(years: Iterable[int]) -> dict[date, str]:
    """The national holidays of these years, on the days on which they are observed."""
    # Without the language the library answers in the language of the machine.
    return dict(sorted(_colombia()(years=years, language="es").items()))


@cache
def _colombia() -> _Calendar:
    """The library's class for Colombia, from its own file.

    Imported by its name it would come with the package around it, which imports 250 other countries first.
    """
    spec = PathFinder.find_spec(COUNTRY, [str(Path(holidays.__file__).with_name("countries"))])
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(f"No module named {COUNTRY!r}", name=COUNTRY)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    calendar: _Calendar = module.Colombia
    return calendar
