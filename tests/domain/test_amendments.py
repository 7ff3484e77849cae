"""What an act makes of a line, and of a document that comes again after it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from gdflow.domain.amendments import AmendedField, Amendment, as_amended, refuse_impossible, value_of
from gdflow.domain.errors import InputError
from gdflow.domain.plan import PlanLine
from tests.support import cartagena

LINE = cartagena.lines()[2]
DUE, TARGET, TEAM = AmendedField.DUE, AmendedField.TARGET, AmendedField.TEAM
DAY = datetime(2023, 7, 1, tzinfo=UTC)
DOCUMENT = PlanLine("Plan", 10, due=date(2023, 7, 31), target=Decimal(21), teams=("Equipo A", "Equipo B"))


def act(field: AmendedField, before: str | None, after: str, number: int = 1, **changes: Any) -> Amendment:
    made = Amendment(
        *(number, LINE.id, LINE.uid, field, before, after, date(2023, 7, 1), "Acta 05", "x", "Ana", DAY), applied_at=DAY
    )
    return replace(made, **changes)


def test_a_field_is_written_as_acts_keep_it() -> None:
    assert [value_of(LINE, field) for field in AmendedField] == ["2023-07-31", "21", LINE.team]
    bare = replace(LINE, due=None, target=None, team=None)
    assert [value_of(bare, field) for field in AmendedField] == [None, None, None]


@pytest.mark.parametrize(
    ("field", "after", "code"),
    [
        (TARGET, "21", "amendment_says_the_same"),
        (TEAM, "EQUIPO GOBIERNO DIGITAL", "amendment_says_the_same"),
        (DUE, "2022-12-31", "amendment_window_reversed"),
        (TARGET, "5", "target_equals_baseline"),
    ],
)
def test_what_a_line_cannot_have_is_refused(field: AmendedField, after: str, code: str) -> None:
    line = replace(LINE, baseline=Decimal(5), team="Equipo Gobierno Digital")
    with pytest.raises(InputError, match=code):
        refuse_impossible(line, field, after)


def test_what_a_line_can_have_is_not_refused() -> None:
    for line in (LINE, replace(LINE, start=None, due=None, baseline=Decimal(5))):
        for field, after in ((DUE, "2023-12-31"), (TARGET, "25"), (TEAM, "Otro equipo")):
            refuse_impossible(line, field, after)


def test_a_document_printed_before_the_act_is_read_as_the_act_leaves_it() -> None:
    acts = [act(DUE, "2023-07-31", "2023-12-31"), act(TARGET, "21", "25"), act(TEAM, "equipo a", "Equipo B")]
    amended, overtaken = as_amended(DOCUMENT, acts)
    assert (amended.due, amended.target, amended.teams) == (date(2023, 12, 31), Decimal(25), ("Equipo B",))
    assert overtaken == ()


def test_a_document_that_says_what_the_act_says_stays_as_it_is() -> None:
    document = replace(DOCUMENT, target=Decimal(25))
    assert as_amended(document, [act(TARGET, "21", "25")]) == (document, ())


def test_of_several_acts_the_last_one_holds_whichever_the_document_knew() -> None:
    acts = [act(TARGET, "21", "25"), act(TARGET, "25", "30", 2)]
    for printed in (21, 25, 30):
        amended, _ = as_amended(replace(DOCUMENT, target=Decimal(printed)), acts)
        assert amended.target == 30


def test_a_document_that_says_something_else_again_is_newer_than_the_act() -> None:
    document = replace(DOCUMENT, target=Decimal(40))
    amended, (overtaken,) = as_amended(document, [act(TARGET, "21", "25")])
    assert (amended, overtaken.found, overtaken.amendment.after) == (document, "40", "25")


@pytest.mark.parametrize("change", [{"applied_at": None}, {"undone_at": DAY, "undone_by": "Ana"}])
def test_an_act_that_does_not_hold_changes_no_document(change: dict[str, Any]) -> None:
    assert as_amended(DOCUMENT, [act(TARGET, "21", "25", **change)]) == (DOCUMENT, ())


def test_where_the_document_is_silent_nothing_is_put_in_its_mouth() -> None:
    silent = PlanLine("Plan", 10)
    acts = [act(DUE, None, "2023-12-31"), act(TARGET, None, "25"), act(TEAM, None, "Equipo B")]
    assert as_amended(silent, acts) == (silent, ())
