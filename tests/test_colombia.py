"""Colombia's holidays are the library's own, and asking for them does not load the rest of the world."""

import subprocess
import sys

import holidays

from gdflow.colombia import COUNTRY, holidays_of

YEARS = range(1984, 2061)


def test_the_days_are_those_of_the_librarys_own_door() -> None:
    assert holidays_of(YEARS) == dict(sorted(holidays.country_holidays("CO", years=YEARS, language="es").items()))


def test_no_other_country_is_imported() -> None:
    program = "import sys, gdflow.colombia as co; co.holidays_of([2023]); sys.exit('holidays.countries' in sys.modules)"
    assert COUNTRY.startswith("holidays.countries.")
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_the_days_come_in_order() -> None:
    assert list(holidays_of([2024, 2023])) == sorted(holidays_of([2023, 2024]))
