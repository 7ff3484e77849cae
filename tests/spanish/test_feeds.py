"""What stands in calendars is short, whatever it speaks of."""

from gdflow.spanish.feeds import closing_description, closing_summary


def test_of_many_plans_two_are_named_and_the_rest_counted() -> None:
    told = closing_description(["Uno", "Dos", "Uno", "Tres", "Cuatro"])
    assert told.splitlines()[-1] == "Uno, Dos y 2 planes más"


def test_a_month_and_a_quarter_close_in_their_own_words() -> None:
    told = [closing_summary(key) for key in ("2023-Q2", "2023-M05")]
    assert told == ["Cierra el trimestre 2 de 2023", "Cierra mayo de 2023"]
