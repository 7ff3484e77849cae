from datetime import date

import pytest

from gdflow.domain.people import Contact, Role


@pytest.mark.parametrize(
    ("away_from", "away_to", "away"),
    [
        (None, None, False),
        (date(2023, 7, 3), date(2023, 7, 10), True),
        (date(2023, 7, 10), date(2023, 7, 14), True),
        (date(2023, 7, 10), None, True),
        (date(2023, 7, 11), None, False),
        (date(2023, 7, 3), date(2023, 7, 9), False),
    ],
)
def test_a_contact_is_away_on_both_ends_of_an_absence(away_from: date | None, away_to: date | None, away: bool) -> None:
    contact = Contact(1, 1, "digital@alcaldia.example", None, Role.MEMBER, away_from, away_to)
    assert contact.away(date(2023, 7, 10)) is away
