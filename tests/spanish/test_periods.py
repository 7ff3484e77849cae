import pytest

from gdflow.domain.errors import InputError
from gdflow.domain.periods import PeriodKind, periods_of_year
from gdflow.spanish.periods import period_key, period_label, period_short, the_period


@pytest.mark.parametrize(
    ("key", "label", "short"),
    [
        ("2023-M03", "marzo de 2023", "mar 2023"),
        ("2023-B6", "bimestre 6 de 2023", "B6 2023"),
        ("2023-Q2", "trimestre 2 de 2023", "T2 2023"),
        ("2023-C1", "cuatrimestre 1 de 2023", "C1 2023"),
        ("2023-S2", "semestre 2 de 2023", "S2 2023"),
        ("2023-Y", "año 2023", "2023"),
        (
            "2023-01-15..2023-04-30",
            "15 de enero de 2023 a 30 de abril de 2023",
            "15/01/2023–30/04/2023",
        ),
    ],
)
def test_a_period_is_called_as_people_call_it(key: str, label: str, short: str) -> None:
    assert (period_label(key), period_short(key)) == (label, short)


@pytest.mark.parametrize("kind", [kind for kind in PeriodKind if kind is not PeriodKind.CUSTOM])
def test_what_tables_show_names_the_period(kind: PeriodKind) -> None:
    for period in periods_of_year(kind, 2024):
        names = (period_short(period.key), period_label(period.key), the_period(period.key), period.key)
        assert {period_key(each) for each in (*names, *map(str.upper, names))} == {period.key}


def test_a_stretch_of_the_entitys_own_too() -> None:
    key = "2023-01-15..2023-04-30"
    assert (period_key(period_short(key)), period_key("15/01/2023-30/04/2023"), period_key(key)) == (key, key, key)


@pytest.mark.parametrize(
    "said", ["", "T5 2023", "trimestre 0 de 2023", "2023-Q9", "T2", "T2 23", "trece de 2023", "02024"]
)
def test_what_names_no_period_stays_what_it_is(said: str) -> None:
    assert period_key(said) == said


def test_what_is_no_period_has_no_name() -> None:
    with pytest.raises(InputError, match="unknown_period"):
        period_label("2023-Q9")


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("2023-Q2", "el trimestre 2 de 2023"),
        ("2024-Y", "el año 2024"),
        ("2023-M07", "julio de 2023"),
        ("2023-01-15..2023-04-30", "15 de enero de 2023 a 30 de abril de 2023"),
    ],
)
def test_a_period_after_a_preposition_has_its_article(key: str, said: str) -> None:
    assert the_period(key) == said
