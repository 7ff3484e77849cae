"""One plan at several cut-offs, from what is stored: of its closings where there are any, provisional else."""

import json
from dataclasses import replace
from fractions import Fraction
from hashlib import sha256
from typing import Any

import openpyxl
import pytest

from gdflow.app import App
from gdflow.domain.cutoffs import Lies
from gdflow.domain.errors import ConflictError, InputError
from gdflow.domain.follow_up import ItemStatus, follow_up
from gdflow.domain.periods import PeriodKind, parse_period
from gdflow.services.cut_json import cut_json
from gdflow.services.cut_reports import CutMade, WrittenCut, cut_of, is_cut, write_cut_report
from gdflow.services.in_force import report_on
from gdflow.storage import events
from tests.support.cast import USO, at
from tests.support.closings import closed_on, opened_again
from tests.support.installation import PLANS, answered, imported, plan


def cut(app: App, key: str, day: str, kind: PeriodKind | None = None) -> CutMade:
    its = plan(app)
    with app.reading() as session:
        chosen = replace(its, period_kind=kind or its.period_kind)
        return cut_of(session, app.rules, chosen, parse_period(key), now=at(day))


def written(app: App, key: str, day: str) -> WrittenCut:
    with app.transaction() as session:
        return write_cut_report(session, app.rules, None, key, app.home / "informes", now=at(day))


def test_a_four_month_cut_of_a_quarterly_plan_is_provisional_without_a_closing(installed: App) -> None:
    made = cut(installed, "2023-C1", "2023-05-10")
    assert (made.closing, made.report.rests_on) == (None, "2023-Q1")
    assert made.said[-1] == "Cifras provisionales: no hay cierre del trimestre 1 de 2023."
    assert {part.period: part.lies for part in made.report.parts} == {
        "2023-Q1": Lies.WHOLE,
        "2023-Q2": Lies.ENDS_AFTER,
    }


def test_the_means_at_the_first_cut_are_those_of_the_first_quarter(installed: App) -> None:
    made = cut(installed, "2023-C1", "2023-05-10").report
    assert made.by_lines.progress is not None
    assert round(float(made.by_lines.progress) * 100, 2) == 40.90


def test_a_half_year_brings_its_quarters_together_without_retyping(installed: App) -> None:
    answered(installed, USO, "2023-Q2", "2023-07-05", {18: "0.3"})
    line = next(each for each in cut(installed, "2023-S1", "2023-07-12").report.lines if each.line.row == 18)
    assert (line.value, line.target, line.progress) == (Fraction(1, 2), Fraction(1, 2), Fraction(1, 2))


def test_a_cut_whose_periods_have_not_ended_rests_on_those_that_have(installed: App) -> None:
    made = cut(installed, "2023-Y", "2023-08-20").report
    assert (made.rests_on, made.data_until.isoformat(), made.is_whole) == ("2023-Q2", "2023-06-30", False)
    assert [part.lies for part in made.parts][2:] == [Lies.WITHOUT_DATA, Lies.WITHOUT_DATA]


def test_a_closed_period_gives_its_frozen_figures(installed: App) -> None:
    answered(installed, USO, "2023-Q2", "2023-07-05", {18: "0.3"})
    closed = closed_on(installed, "2023-07-18")
    made = cut(installed, "2023-S1", "2023-09-01")
    assert made.closing == closed.facts
    assert (made.made_at, made.report.as_of) == (closed.snapshot.closed_at, closed.snapshot.report.as_of)
    assert made.said[-1] == f"Cifras del cierre n.º 1 del trimestre 2 de 2023 (sha256 {closed.facts.sha256})."
    assert made.report.by_lines.progress == closed.snapshot.report.by_lines.progress


def test_of_several_closings_the_newest_counts(installed: App) -> None:
    closed_on(installed, "2023-07-18")
    opened_again(installed, "2023-07-19", "2023-07-26")
    answered(installed, USO, "2023-Q2", "2023-07-20", {18: "0.3"})
    again = closed_on(installed, "2023-07-27")
    made = cut(installed, "2023-S1", "2023-09-01")
    assert (made.closing, again.facts.number) == (again.facts, 2)
    assert next(each for each in made.report.lines if each.line.row == 18).value == Fraction(1, 2)


def test_the_workbook_of_a_closing_is_the_same_on_any_day(installed: App) -> None:
    closed_on(installed, "2023-07-18")
    bytes_of = [written(installed, "2023-S1", day).file.read_bytes() for day in ("2023-08-01", "2023-12-01")]
    assert sha256(bytes_of[0]).hexdigest() == sha256(bytes_of[1]).hexdigest()


def test_a_cut_is_written_and_noted(installed: App) -> None:
    made = written(installed, "2023-C1", "2023-05-10")
    assert made.file.name == "Corte cartagena_2023 2023-C1.xlsx"
    assert openpyxl.load_workbook(made.file).sheetnames == ["Resumen", "Líneas", "Faltantes"]
    with installed.reading() as session:
        last = events.events_of(session, installed.rules.entity_id)[-1]
    facts = json.loads(last.facts)
    assert (last.kind, facts["period"], facts["rests_on"], facts["closing"]) == (
        "consolidated",
        "2023-C1",
        "2023-Q1",
        None,
    )


def test_the_noted_cut_of_a_closing_names_it(installed: App) -> None:
    closed = closed_on(installed, "2023-07-18")
    answer = cut_json(written(installed, "2023-S1", "2023-08-01"))
    assert (answer["closing"], answer["closing_sha256"]) == (1, closed.facts.sha256)


def test_the_json_of_a_cut_holds_exact_fractions(installed: App) -> None:
    answer: Any = cut_json(written(installed, "2023-C1", "2023-05-10"))
    assert (answer["cut"], answer["rests_on"], answer["closing"], answer["data_until"]) == (
        "2023-C1",
        "2023-Q1",
        None,
        "2023-03-31",
    )
    third = answer["lines"][2]
    assert (third["value"], third["target"], third["compliance"], third["progress"]) == ("7", "7", "1", "1/3")
    assert answer["missing"] == []


def test_what_is_missing_in_a_cut_is_in_its_json(installed: App) -> None:
    missing: Any = cut_json(written(installed, "2023-S1", "2023-07-12"))["missing"]
    assert {each["period"] for each in missing} == {"2023-Q2"}
    assert {each["row"] for each in missing} == {9, 10, 11, 15, 16, 17, 18, 19}


def test_periods_of_another_kind_are_cuts_and_the_plans_own_are_not(installed: App) -> None:
    with installed.reading() as session:
        asked = ("2023-C1", "2023-S1", "2023-Y", "2023-M04", "2023-Q1", "2023-01-01..2023-04-30")
        found = [key for key in asked if is_cut(session, installed.rules, None, key)]
        with pytest.raises(InputError, match="unknown_period"):
            is_cut(session, installed.rules, None, "2023-C9")
    assert found == ["2023-C1", "2023-S1", "2023-Y", "2023-M04"]


def test_a_plan_of_own_stretches_is_cut_by_those_that_were_opened(installed: App) -> None:
    made = cut(installed, "2023-S1", "2023-07-12", PeriodKind.CUSTOM)
    assert made.report.rests_on == "2023-Q2"


def test_before_any_stretch_has_ended_there_is_nothing_to_cut(installed: App) -> None:
    with pytest.raises(ConflictError, match="nothing_to_cut"):
        cut(installed, "2022-Y", "2023-07-12", PeriodKind.CUSTOM)


def test_the_plan_of_cartago_is_followed_item_by_item(empty: App) -> None:
    imported(empty, PLANS / "cartago_2024.docx", "2024-10-11", PeriodKind.HALF_YEAR)
    with empty.reading() as session:
        report = report_on(session, empty.rules, plan(empty), parse_period("2024-S2"), now=at("2025-01-15"))
    made = follow_up(report)
    assert made.statuses == {ItemStatus.NOT_STARTED: 8, ItemStatus.NO_DEADLINE: 2}
    assert [figure.year for figure in made.items[0].years] == [2024, 2025, 2026, 2027]
    assert {item.milestones for item in made.items} == {1}
