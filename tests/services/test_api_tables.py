"""What programs read: the same facts under the same names as the command line tells them, and nobody's address."""

import csv
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO, StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.app import App
from gdflow.domain.errors import GdflowError, InputError, NotFoundError
from gdflow.domain.periods import PeriodKind, parse_period
from gdflow.domain.plan import TargetUnit
from gdflow.domain.reviews import ReviewMode
from gdflow.report.open_fields import RATIO, Field, published, unguarded
from gdflow.services.answers_json import consolidated_json
from gdflow.services.api_facts import CLOSINGS, PERIODS, PLANS, TEAMS
from gdflow.services.api_figures import FIGURES, QUALITY, ROLLUPS
from gdflow.services.api_lines import LINES, OBLIGATIONS, RESULTS
from gdflow.services.api_reminders import REMINDERS
from gdflow.services.api_table import LIST, NUMBER, ApiRow, ApiTable, Asked
from gdflow.services.api_tables import TABLES, asked_of
from gdflow.services.api_writing import CsvForm, excel_form, write_json
from gdflow.services.close_period import close_period
from gdflow.services.closings_json import closing_json
from gdflow.services.consolidate import consolidate, last_ended_period
from gdflow.services.find import find_plan
from gdflow.services.plan_list import lines_json, plans_json
from gdflow.services.quality import quality_json, quality_report
from gdflow.services.scan_json import scan_json
from gdflow.spanish.messages import say
from gdflow.storage import entities
from gdflow.storage.closings import closings_of_entity
from gdflow.storage.reminders import suppress, unnoticed
from gdflow.storage.reviews import set_mode
from tests.services.readings import a_line, reading
from tests.support.api import as_csv, as_json, told
from tests.support.cast import AREAS, GOBIERNO, GOBIERNO_MAIL, HEAD_MAIL, USO, at
from tests.support.closings import BECAUSE, closed_on, opened_again
from tests.support.installation import (
    Said,
    answered,
    counted_statements,
    delivered,
    lines,
    plan,
    scanned,
)
from tests.support.installation import (
    given as given_plan,
)
from tests.support.reviews import accepted, returned, reviewing
from tests.support.web import dump

NOW = "2023-07-10"


def common(row: Mapping[str, Any], public: Mapping[str, Any], without: frozenset[str] = frozenset()) -> None:
    """Whatever the command line tells of a thing, the table tells by the same name and with the same value."""
    assert {name: value for name, value in public.items() if name not in without} == {
        name: row[name] for name in public if name not in without
    }


def test_plans_are_those_of_the_command_line(installed: App) -> None:
    its = plan(installed)
    public = plans_json([its], {its.id: len(lines(installed))})["plans"]
    assert isinstance(public, list)
    (row,) = as_json(installed, PLANS)
    common(row, public[0], frozenset({"imported_at"}))
    assert datetime.fromisoformat(row["imported_at"]) == its.imported_at


def test_lines_are_those_of_the_command_line(installed: App) -> None:
    public = lines_json(plan(installed), lines(installed))["lines"]
    assert isinstance(public, list)
    rows = as_json(installed, LINES)
    assert [row["plan"] for row in rows] == [plan(installed).code] * 12
    for row, known in zip(rows, public, strict=True):
        common(row, known)


def test_lines_of_a_team_or_a_plan_alone_are_told(installed: App) -> None:
    given_plan(installed, reading(), name="otro.xlsx")
    assert {row["team"] for row in told(installed, LINES, team=USO.lower())} == {USO}
    assert [row["label"] for row in told(installed, LINES, plan="otro")] == ["Publicar datos"]
    assert len(told(installed, LINES)) == 13


def test_what_is_owed_is_told_as_a_scan_tells_it(installed: App) -> None:
    scanned(installed, "2023-07-04")
    public = scan_json(scanned(installed, NOW))["owed"]
    assert isinstance(public, list)
    rows = {(row["row"], row["kind"], row["period"]): row for row in as_json(installed, OBLIGATIONS)}
    for known in public:
        common(rows[known["row"], known["kind"], known["period"]], known)
    assert len(rows) > len(public) > 5


def test_what_is_owed_says_what_it_means_today(installed: App) -> None:
    scanned(installed, "2023-07-04")
    found = {row["situation"] for row in told(installed, OBLIGATIONS)}
    assert found == {"missing", "overdue", "due_within_30_days", None}
    assert {row["situation"] for row in told(installed, OBLIGATIONS, "2023-06-20", period="2023-Q2")} == {None}


def test_what_is_owed_can_be_narrowed(installed: App) -> None:
    scanned(installed, "2023-07-04")
    answered(installed, GOBIERNO, "2023-Q2", "2023-07-05", {10: "1"})
    narrowed = told(installed, OBLIGATIONS, plan=plan(installed).code, period="2023-Q2", team=GOBIERNO)
    assert {(row["team"], row["period"], row["plan"]) for row in narrowed} == {
        (GOBIERNO, "2023-Q2", plan(installed).code)
    }
    assert [row["row"] for row in told(installed, OBLIGATIONS, period="2023-Q2", state="met")] == [10]


def test_results_say_by_which_receipt_they_came(installed: App) -> None:
    scanned(installed, "2023-07-04")
    number = answered(installed, GOBIERNO, "2023-Q2", "2023-07-05", {10: "1.50"}).number
    (row,) = as_json(installed, RESULTS, period="2023-Q2")
    assert (row["row"], row["value"], row["receipt"], row["version"]) == (10, "1.5", number, 1)
    assert (row["state"], row["source"], row["team"]) == ("submitted", "form", GOBIERNO)
    assert row["reported_at"] == "2023-07-05T15:00:00Z"


def test_what_the_plan_prints_is_in_nobodys_review(installed: App) -> None:
    reviewing(installed)
    printed = told(installed, RESULTS, period="2023-Q1")
    assert {(row["state"], row["source"], row["version"]) for row in printed} == {(None, "import", None)}
    assert len(printed) == 12
    assert {row["team"] for row in told(installed, RESULTS, plan=plan(installed).code, team=USO)} == {USO}


def test_results_say_what_their_reviewer_said(installed: App) -> None:
    reviewing(installed)
    scanned(installed, "2023-07-04")
    answered(installed, GOBIERNO, "2023-Q2", "2023-07-05", {9: "1", 10: "1", 11: "1"})
    accepted(installed, [10], "2023-07-06")
    returned(installed, [11], "2023-07-06")
    states = {row["row"]: row["state"] for row in told(installed, RESULTS, period="2023-Q2")}
    assert states == {9: "submitted", 10: "accepted", 11: "returned"}
    assert [row["row"] for row in told(installed, RESULTS, state="returned")] == [11]


def test_figures_and_groups_are_those_of_the_consolidated_report(installed: App) -> None:
    scanned(installed, "2023-07-04")
    answered(installed, GOBIERNO, "2023-Q2", "2023-07-05", {10: "1", 11: "0.2"})
    with installed.transaction() as session:
        made = consolidate(session, installed.rules, plan(installed), parse_period("2023-Q2"), now=at(NOW, 10))
    public: Any = consolidated_json(made.consolidated, [])
    for row, line in zip(as_json(installed, FIGURES), public["lines"], strict=True):
        common(row, line, frozenset({"sheet", "results"}))
        assert row["value"] == line["results"].get("2023-Q2")
    groups = as_json(installed, ROLLUPS)
    for kind, known in (("item", public["items"]), ("team", public["teams"]), ("stage", public["stages"])):
        for row, group in zip((each for each in groups if each["kind"] == kind), known, strict=True):
            common(row, group)
    assert [row["progress"] for row in groups[:2]] == [public["by_lines"], public["by_items"]]


def test_figures_of_a_closed_period_are_those_that_its_closing_froze(installed: App) -> None:
    scanned(installed, "2023-07-04")
    answered(installed, GOBIERNO, "2023-Q2", "2023-07-05", {10: "1"})
    closed = closed_on(installed, "2023-07-18")
    rows = told(installed, FIGURES, "2023-08-30", period="2023-Q2")
    assert {(row["closing"], row["closing_sha256"]) for row in rows} == {(1, closed.facts.sha256)}
    assert [row["row"] for row in told(installed, FIGURES, "2023-08-30", period="2023-Q2", state="reported")] == [10]
    assert {row["closing"] for row in told(installed, FIGURES, "2023-07-17", period="2023-Q2")} == {None}


def test_figures_of_a_team_alone_are_told(installed: App) -> None:
    assert {row["team"] for row in told(installed, FIGURES, team=USO)} == {USO}


def test_without_a_period_every_plan_tells_its_own_and_another_kind_is_refused(installed: App) -> None:
    (other,) = given_plan(installed, reading(period_kind=parse_period("2023-M01").kind), name="otro.xlsx")
    assert {(row["plan"], row["period"]) for row in told(installed, ROLLUPS)} == {
        (plan(installed, "cartagena_2023").code, "2023-Q2"),
        (other, "2023-M06"),
    }
    assert {row["plan"] for row in told(installed, FIGURES, period="2023-Q2")} == {"cartagena_2023"}
    with pytest.raises(InputError) as refused:
        told(installed, FIGURES, plan=other, period="2023-Q2")
    assert (refused.value.code, refused.value.facts["expected"]) == ("period_of_another_kind", "mensual")


def test_quality_is_that_of_the_command_line(installed: App) -> None:
    scanned(installed, "2023-07-04")
    answered(installed, GOBIERNO, "2023-Q2", "2023-07-05", {10: "1"})
    with installed.reading() as session:
        report = quality_report(session, installed.rules, ended_by=at(NOW).date())
    public: Any = quality_json(report)["teams"]
    rows = as_json(installed, QUALITY)
    for row, known in zip(rows, public, strict=True):
        common(row, known, frozenset({"refused"}))
        assert (row["plan"], row["refused_files"]) == (None, len(known["refused"]))
    narrowed = as_json(installed, QUALITY, plan="cartagena_2023", period="2023-Q2", team=USO)
    assert [(row["plan"], row["team"], row["period"]) for row in narrowed] == [("cartagena_2023", USO, "2023-Q2")]


def test_closings_are_those_of_the_command_line_without_who_closed(installed: App) -> None:
    scanned(installed, "2023-07-04")
    closed_on(installed, "2023-07-18", "2023-Q1")
    closed_on(installed, "2023-07-18")
    opened_again(installed, "2023-07-19", "2023-07-21")
    closed_on(installed, "2023-07-24")
    with installed.reading() as session:
        known = [closing_json(facts) for facts in closings_of_entity(session, installed.rules.entity_id)]
    rows = as_json(installed, CLOSINGS, "2023-07-25")
    for row, public in zip(rows, known, strict=True):
        common(row, public, frozenset({"closed_at", "closed_by", "reports", "reopenings"}))
    assert [(row["period"], row["number"], row["in_force"]) for row in rows] == [
        ("2023-Q2", 2, True),
        ("2023-Q2", 1, False),
        ("2023-Q1", 1, True),
    ]
    assert [row["number"] for row in told(installed, CLOSINGS, plan="cartagena_2023", period="2023-Q1")] == [1]


def test_periods_say_how_they_stand(installed: App) -> None:
    scanned(installed, "2023-07-04")
    closed = closed_on(installed, "2023-07-18")
    opened_again(installed, "2023-07-19", "2023-07-21")
    rows = {row["period"]: row for row in as_json(installed, PERIODS, "2023-07-20")}
    assert rows["2023-Q2"] == {
        "plan": "cartagena_2023",
        "period": "2023-Q2",
        "start": "2023-04-01",
        "end": "2023-06-30",
        "state": "reopened",
        "report_by": "2023-07-10",
        "closes_on": "2023-07-17",
        "closing": 1,
        "closing_sha256": closed.facts.sha256,
        "reopened_until": "2023-07-21",
    }
    assert [row["period"] for row in told(installed, PERIODS, "2023-07-20", state="open")] == ["2023-Q3"]
    given_plan(installed, reading(), name="otro.xlsx")
    assert {row["plan"] for row in told(installed, PERIODS, plan="otro")} == {"otro"}


def test_reminders_say_what_became_of_them(installed: App) -> None:
    scanned(installed, "2023-07-04")
    assert {row["state"] for row in told(installed, REMINDERS)} == {"queued"}
    assert told(installed, REMINDERS, state="sent") == []
    delivered(installed, "2023-07-04", 9)
    rows = told(installed, REMINDERS)
    assert {(row["state"], row["channel"], row["team"]) for row in rows} >= {("sent", "email", GOBIERNO)}
    narrowed = told(installed, REMINDERS, plan="cartagena_2023", team=USO, state="sent", since="2023-07-04")
    assert {row["team"] for row in narrowed} == {USO}
    assert told(installed, REMINDERS, until="2023-07-03") == []
    assert {row["period"] for row in told(installed, REMINDERS, period="2023-Q2")} <= {"2023-Q2"}


def test_a_reminder_that_is_in_no_message_says_so(installed: App) -> None:
    given_plan(installed, reading(a_line(teams=("Equipo Nuevo",))), name="otro.xlsx")
    scanned(installed, "2023-07-10")
    unsaid = told(installed, REMINDERS, plan="otro")
    assert {(row["state"], row["channel"]) for row in unsaid} == {("waiting", None)}
    with installed.transaction() as session:
        suppress(session, [each.id for each in unnoticed(session, installed.rules.entity_id)], "sin dirección")
    assert {(row["state"], row["suppressed"]) for row in told(installed, REMINDERS, plan="otro")} == {
        ("suppressed", "sin dirección")
    }


def test_no_table_tells_an_address_or_who_did_something(installed: App) -> None:
    reviewing(installed)
    scanned(installed, "2023-07-04")
    delivered(installed, "2023-07-04", 9)
    said = Said(Decimal(1), f"Escribir a {GOBIERNO_MAIL} lo que falte")
    answered(installed, GOBIERNO, "2023-Q2", "2023-07-05", {10: said})
    accepted(installed, [10], "2023-07-06")
    closed_on(installed, "2023-07-18")
    shown = "".join(str(as_json(installed, table, "2023-07-18")) for table in TABLES)
    assert "Escribir a [correo] lo que falte" in shown
    assert [each for each in (GOBIERNO_MAIL, HEAD_MAIL, "@", "Coordinación") if each in shown] == []
    assert told(installed, TEAMS)[0] == {"name": AREAS, "addresses": 0}


def test_another_entitys_rows_are_in_no_table(installed: App) -> None:
    scanned(installed, "2023-07-04")
    with installed.transaction() as session:
        other = entities.ensure_entity(session, "otra", "Otra entidad", None)
        rules = replace(installed.rules, entity_id=other)
        assert {table.name: list(table.rows(session, rules, Asked(), at(NOW))) for table in TABLES} == {
            table.name: [] for table in TABLES
        }


@pytest.mark.parametrize(
    ("given_", "code", "sentence"),
    [
        (
            {"periodo": "2023-Q2"},
            "unknown_parameter",
            "No hay un parámetro «periodo». Aquí se aceptan: plan, period, team",
        ),
        ({"token": "gdl_x"}, "key_in_address", "va en un encabezado"),
        ({"period": "2023-Q9"}, "bad_parameter", "«period» dice «2023-Q9»; se espera: 2023-Q2"),
        ({"state": "tarde"}, "bad_parameter", "«state» dice «tarde»; se espera: waiting, queued"),
        ({"since": "ayer"}, "bad_parameter", "«since» dice «ayer»; se espera: una fecha como 2023-06-30"),
        ({"plan": "otro"}, "unknown_value", "«plan» dice «otro», que no existe. Hay: cartagena_2023"),
        ({"team": "Gobierno"}, "unknown_value", "«team» dice «Gobierno», que no existe. Hay: áreas"),
    ],
)
def test_a_parameter_that_means_nothing_is_refused(
    installed: App, given_: dict[str, str], code: str, sentence: str
) -> None:
    with pytest.raises((InputError, NotFoundError)) as refused:
        told(installed, REMINDERS, **given_)
    assert (refused.value.code, refused.value.facts["parameter"]) == (code, next(iter(given_)))
    assert sentence in say(refused.value)


def test_a_parameter_that_comes_twice_is_refused(installed: App) -> None:
    with installed.reading() as session, pytest.raises(GdflowError, match="repeated_parameter"):
        asked_of(session, installed.rules, LINES, [("team", USO), ("team", GOBIERNO)])


def statements(app: App, table: ApiTable) -> int:
    """How many statements a table takes."""
    with counted_statements(app) as ran:
        assert told(app, table)
    return len(ran)


def test_a_table_takes_as_many_statements_for_any_number_of_lines_and_teams(installed: App) -> None:
    (code,) = given_plan(installed, reading(), name="otro.xlsx")
    scanned(installed, "2023-07-04")
    there = [table for table in TABLES if table is not CLOSINGS]
    few = {table.name: statements(installed, table) for table in there}
    many = [a_line(row, f"Línea {row}", teams=(f"Equipo {row % 40}",)) for row in range(8, 208)]
    given_plan(installed, reading(*many), name="otro.xlsx", day="2023-07-04")
    scanned(installed, "2023-07-05")
    assert code == "otro"
    assert {table.name: statements(installed, table) for table in there} == few
    assert max(few.values()) <= 12


def test_reading_changes_nothing(installed: App) -> None:
    scanned(installed, "2023-07-04")
    before = dump(installed)
    for table in TABLES:
        told(installed, table)
    assert dump(installed) == before


THINGS = ApiTable(
    "things",
    "Cosas",
    "Cosas.",
    (
        Field("text", "string", "Un texto."),
        Field("amount", NUMBER, "Una cifra."),
        Field("share", RATIO, "Una parte."),
        Field("at", "datetime", "Un momento."),
        Field("several", LIST, "Varios.", required=True),
    ),
    (),
    lambda *_: iter(()),
)
A_THING: ApiRow = {
    "text": "=1+1; =2",
    "amount": Decimal("-1234.5"),
    "share": Fraction(1, 3),
    "at": datetime(2023, 7, 5, 15, tzinfo=UTC),
    "several": ("@uno", "dos"),
}


def test_csv_is_for_machines_and_no_text_becomes_a_formula() -> None:
    names, row = csv.reader(StringIO(as_csv(THINGS, [A_THING])))
    assert names == ["text", "amount", "share", "share_numerator", "share_denominator", "at", "several"]
    assert row == ["'=1+1; '=2", "-1234.5", "0.333333", "1", "3", "2023-07-05T15:00:00Z", "'@uno; dos"]


def test_csv_for_excel_has_what_excel_takes_in_colombia() -> None:
    text = as_csv(THINGS, [A_THING], excel_form(lambda at_: at_.astimezone(at(NOW).tzinfo)))
    _, row = csv.reader(StringIO(text), delimiter=";")
    assert row == ["'=1+1; '=2", "-1234,5", "0,333333", "1", "3", "2023-07-05 10:00:00", "'@uno; dos"]


def test_what_is_absent_is_an_empty_cell() -> None:
    nothing: ApiRow = {"text": None, "amount": None, "share": None, "at": None, "several": ()}
    assert as_csv(THINGS, [nothing]).splitlines()[1] == ",,,,,,"
    out = BytesIO()
    write_json(out, THINGS, [nothing])
    assert out.getvalue() == (
        b'{"things": [\n{"text": null, "amount": null, "share": null, "at": null, "several": []}\n]}\n'
    )


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), st.sampled_from([",", ";"]))
def test_whatever_people_typed_comes_back_out_of_a_cell(text: str, border: str) -> None:
    row: ApiRow = {**A_THING, "text": text}
    _, cells = csv.reader(StringIO(as_csv(THINGS, [row], CsvForm(border)), newline=""), delimiter=border)
    assert unguarded(cells[0]) == published(text)
    assert not cells[0].startswith(("=", "+", "-", "@"))


def test_a_unit_is_said_where_the_plan_says_one(installed: App) -> None:
    assert {row["target_unit"] for row in told(installed, LINES)} <= {*(each.value for each in TargetUnit), None}


def with_plans(app: App, numbers: range) -> App:
    """Plans of these numbers, in turn by quarter and by month; one in three is reviewed, one in three was closed."""
    kinds = (PeriodKind.QUARTER, PeriodKind.MONTH)
    readings = {number: reading(a_line(), period_kind=kinds[number % 2]) for number in numbers}
    codes = {number: given_plan(app, each, name=f"plan {number}.xlsx")[0] for number, each in readings.items()}
    scanned(app, "2023-07-04")
    for number, code in codes.items():
        with app.transaction() as session:
            its = find_plan(session, app.rules.entity_id, code)
            if number % 3 == 0:
                set_mode(session, its.id, ReviewMode.COORDINATOR)
            if number % 3 == 1:
                last = last_ended_period(its, app.rules, at(NOW))
                close_period(session, app.rules, its, last, by="Coordinación", in_spite=BECAUSE, now=at("2023-07-05"))
    return app


@pytest.mark.parametrize("table", [FIGURES, ROLLUPS], ids=lambda table: table.name)
def test_figures_take_as_many_statements_for_any_number_of_plans(installed: App, table: ApiTable) -> None:
    few = statements(with_plans(installed, range(6)), table)
    assert statements(with_plans(installed, range(6, 18)), table) == few


def test_the_figures_of_all_plans_are_those_of_each_in_the_order_of_the_plans(installed: App) -> None:
    codes = [row["code"] for row in told(with_plans(installed, range(6)), PLANS)]
    assert told(installed, FIGURES) == [row for code in codes for row in told(installed, FIGURES, plan=str(code))]
    assert len({(row["plan"], row["period"]) for row in told(installed, FIGURES)}) == len(codes) == 7
