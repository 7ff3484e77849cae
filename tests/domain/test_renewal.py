from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.domain.lines import Line
from gdflow.domain.plan import Accumulation, PlanLine
from gdflow.domain.renewal import Change, Renewal, pair
from tests.domain.cast import CARTAGENA, PLAIN, a_line

SAME = ("sheet", "row", "number", "activity", "deliverable", "indicator", "start", "due", "target", "target_unit")
ALSO = ("target_text", "accumulation", "baseline", "weight", "unit", "item", "path", "stage", "programmed")


def printed(line: Line, **changes: Any) -> PlanLine:
    """The line as a document prints it, with these things otherwise."""
    copied = {name: getattr(line, name) for name in (*SAME, *ALSO)}
    return replace(PlanLine(**copied, teams=(line.team or "", *line.co_teams)), **changes)


def plan_of(rows: Sequence[dict[str, Any]]) -> list[Line]:
    return [
        a_line(
            id=100 + row["row"],
            row=row["source_line"],
            number=str(row["activity"]["number"]),
            activity=row["activity"]["text"],
            deliverable=row["product"],
            indicator=row["indicator"],
            start=date.fromisoformat(row["start"]["iso"]),
            due=date.fromisoformat(row["end"]["iso"]),
            path=(row["criterion"],),
        )
        for row in rows
    ]


CARTAGENA_LINES = plan_of(CARTAGENA["rows"])


def change_of(line: Line, **changes: Any) -> tuple[str, ...]:
    renewal = pair([line], [printed(line, **changes)])
    return renewal.changed[0].fields if renewal.changed else ()


@given(st.permutations(range(12)))
def test_a_plan_in_another_order_is_the_same_plan(order: list[int]) -> None:
    renewal = pair(CARTAGENA_LINES, [printed(CARTAGENA_LINES[place]) for place in order])
    assert renewal.kept == tuple((101 + place, order.index(place)) for place in range(12))
    assert (renewal.changed, renewal.added, renewal.gone) == ((), (), ())


def test_another_printed_number_is_a_change_and_no_other_line() -> None:
    numbered = [printed(line, number=f"{place}.") for place, line in enumerate(CARTAGENA_LINES)]
    renewal = pair(CARTAGENA_LINES, numbered)
    assert [change.line_id for change in renewal.changed] == list(range(101, 113))
    assert {change.fields for change in renewal.changed} == {("number",)}


def test_lines_of_one_text_are_told_apart_by_what_else_they_hold() -> None:
    spring, autumn = a_line(id=1, due=date(2023, 4, 30)), a_line(id=2, due=date(2023, 10, 31))
    renewal = pair([spring, autumn], [printed(autumn)])
    assert (renewal.kept, renewal.gone) == (((2, 0),), (1,))


def test_new_and_dropped_lines_are_named() -> None:
    new = printed(PLAIN, activity="Publicar los datos abiertos", deliverable="Conjunto", indicator="Publicados")
    assert pair([PLAIN], [new]) == Renewal(kept=(), changed=(), added=(0,), gone=(1,))


def test_a_corrected_spelling_keeps_the_line() -> None:
    line = a_line(activity="Midel el uso y la apropiación de los servicios digitales", deliverable=None)
    renewal = pair([line], [printed(line, activity="Medir el uso y la apropiación de los servicios digitales")])
    assert renewal.changed == (Change(1, 0, ("activity",)),)


def test_the_most_alike_lines_are_paired_first() -> None:
    one = a_line(id=1, activity="Elaborar el informe del primer trimestre", deliverable="x", indicator="x")
    two = a_line(id=2, activity="Elaborar el informe del segundo trimestre", deliverable="y", indicator="y")
    new = [
        printed(two, activity="Elaborar el informe del segundo trimestre de 2023", deliverable="z"),
        printed(one, activity="Elaborar el informe del primer trimestre de 2023", deliverable="z"),
    ]
    assert [(change.line_id, change.index) for change in pair([one, two], new).changed] == [(1, 1), (2, 0)]


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"deliverable": "Otro producto", "indicator": "Otro indicador"}, ("deliverable", "indicator")),
        ({"activity": "Una actividad reescrita por entero"}, ("activity",)),
        ({"indicator": "Un indicador muy distinto"}, ("indicator",)),
        ({"path": ("Otro criterio",)}, ("path",)),
    ],
)
def test_a_line_is_known_by_any_of_its_texts(changes: dict[str, Any], fields: tuple[str, ...]) -> None:
    assert change_of(PLAIN, **changes) == fields


def test_accents_case_and_blanks_make_no_other_line_but_are_shown() -> None:
    assert change_of(PLAIN, activity="DEFINIR  LA HOJA DE RUTA ") == ("activity",)


def test_lines_with_nothing_but_headings_are_known_by_them() -> None:
    nothing = {"activity": None, "deliverable": None, "indicator": None}
    old = [a_line(id=at, path=(name,), **nothing) for at, name in enumerate(("Transparencia", "Colaboración"))]
    assert pair(old, [printed(old[1]), printed(old[0])]).kept == ((0, 1), (1, 0))


def test_lines_of_no_text_at_all_are_paired_in_order() -> None:
    empty = [a_line(id=at, activity=None, deliverable=None, indicator=None, path=()) for at in (1, 2)]
    assert pair(empty, [printed(line) for line in empty]).kept == ((1, 0), (2, 1))


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"due": date(2024, 3, 31)}, ("due",)),
        ({"target": Decimal(5), "weight": Decimal("0.2")}, ("weight", "target")),
        ({"accumulation": Accumulation.LATEST}, ("accumulation",)),
        ({"programmed": {"2023-Q1": Decimal(1)}}, ("programmed",)),
        ({"teams": ("Equipo de Uso y Apropiación",)}, ("teams",)),
        ({"teams": ("EQUIPO GOBIERNO DIGITAL Y AREAS DE GESTION OAI",)}, ()),
        ({"target": None, "target_unit": None, "accumulation": None, "teams": (), "due": None}, ()),
    ],
)
def test_a_change_names_its_fields_and_silence_changes_nothing(
    changes: dict[str, Any], fields: tuple[str, ...]
) -> None:
    assert change_of(PLAIN, **changes) == fields


@pytest.mark.parametrize(
    ("confirmed", "due", "proposed", "changed"),
    [
        (False, None, date(2023, 12, 31), False),
        (False, None, date(2024, 12, 31), True),
        (False, date(2023, 12, 31), None, True),
        (True, None, date(2024, 12, 31), False),
        (True, date(2023, 12, 31), None, False),
    ],
)
def test_a_proposed_date_does_not_undo_a_confirmed_one(
    confirmed: bool, due: date | None, proposed: date | None, changed: bool
) -> None:
    line = a_line(due_confirmed=confirmed)
    assert change_of(line, due=due, proposed_due=proposed) == (("due",) if changed else ())


TEXTS = st.sampled_from(["Publicar", "Publicar datos", "Medir el uso", "Capacitar"]) | st.none()


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=6), st.lists(st.tuples(TEXTS, TEXTS), max_size=6))
def test_every_line_has_exactly_one_fate(old: list[tuple], new: list[tuple]) -> None:
    stored = [a_line(id=at, activity=one, deliverable=other) for at, (one, other) in enumerate(old)]
    renewal = pair(stored, [printed(PLAIN, activity=one, deliverable=other) for one, other in new])
    paired = [*renewal.kept, *((change.line_id, change.index) for change in renewal.changed)]
    assert sorted([line_id for line_id, _ in paired] + list(renewal.gone)) == list(range(len(old)))
    assert sorted([index for _, index in paired] + list(renewal.added)) == list(range(len(new)))
