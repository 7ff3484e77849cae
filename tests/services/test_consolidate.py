"""The period's report and the entity's own workbook, from the real plan and from what its teams reported."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from gdflow.app import App
from gdflow.domain.consolidated import Consolidated
from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.lines import ResultSource
from gdflow.domain.periods import PeriodKind, parse_period
from gdflow.domain.plan import PlanColumn
from gdflow.services.all_reports import write_all_reports
from gdflow.services.answers_json import consolidated_json
from gdflow.services.consolidate import consolidate_together, last_ended_period
from gdflow.services.import_plan import PlanFile
from gdflow.services.in_force import report_on
from gdflow.services.own_workbook import fill_own_workbook
from gdflow.services.summary import team_summaries
from gdflow.services.write_reports import WrittenReports, write_reports
from gdflow.spanish.numbers import percent
from gdflow.storage import events, submissions
from tests.report import templates
from tests.services.readings import a_line, reading
from tests.support.cartagena import ROWS, WORKBOOK
from tests.support.cast import GOBIERNO, USO, at
from tests.support.installation import PLANS, Said, answered, given, imported, line, plan, stored


def report(app: App, period: str, day: str, code: str | None = None) -> Consolidated:
    with app.reading() as session:
        return report_on(session, app.rules, plan(app, code), parse_period(period), now=at(day))


def written(app: App, period: str | None, day: str, *, own: bool = True, code: str | None = None) -> WrittenReports:
    with app.transaction() as session:
        folder = app.home / "informes"
        return write_reports(session, app.rules, app.objects, code, period, folder, now=at(day), own=own)


def shown(value: Fraction | None, places: int) -> str:
    assert value is not None
    return percent(value, places).replace("\N{NO-BREAK SPACE}", " ")


def own_sheet(files: tuple[Path, ...]) -> Worksheet:
    return openpyxl.load_workbook(files[1])["PLAN DE ACCION"]


def test_the_roll_ups_of_the_first_quarter_are_those_of_the_plan(installed: App) -> None:
    made = report(installed, "2023-Q1", "2023-04-10")
    assert [shown(each.progress, 2) for each in (made.by_lines, made.by_items)] == ["40,90 %", "43,18 %"]


def test_every_printed_result_is_met_exactly(installed: App) -> None:
    printed = [row["result_printed"] for row in ROWS]
    places = [len(text.partition(",")[2]) - 1 for text in printed]
    rows = report(installed, "2023-Q1", "2023-04-10").lines
    made = [shown(row.progress, after) for row, after in zip(rows, places, strict=True)]
    assert (made, len(made)) == ([text.replace("%", " %") for text in printed], 12)


def test_an_answer_is_in_the_next_report(installed: App) -> None:
    answered(installed, USO, "2023-Q2", "2023-07-05", {18: "0.3"})
    made = report(installed, "2023-Q2", "2023-07-12")
    row = next(each for each in made.lines if each.line.row == 18)
    assert (row.progress, row.answered_on) == (Fraction(1, 2), date(2023, 7, 5))
    assert sorted(each.line.row for each in made.missing) == [9, 10, 11, 15, 16, 17, 19]


def test_the_table_of_teams_says_who_owed_who_answered_and_when(installed: App) -> None:
    answered(installed, USO, "2023-Q2", "2023-07-05", {18: "0.3"})
    answered(installed, USO, "2023-Q2", "2023-07-07", {19: "0.2"})
    rows = {each.team: each for each in team_summaries(report(installed, "2023-Q2", "2023-07-12"))}
    assert (rows[USO].owed, rows[USO].answered, rows[USO].missing, rows[USO].when) == (2, 2, 0, "mié 5 jul, vie 7 jul")
    assert (rows[GOBIERNO].owed, rows[GOBIERNO].answered, rows[GOBIERNO].missing, rows[GOBIERNO].when) == (6, 0, 6, "—")


def test_a_team_without_figures_has_no_progress(empty: App) -> None:
    given(empty, reading(a_line(target=None)))
    assert [each.progress for each in team_summaries(report(empty, "2023-Q1", "2023-04-11"))] == ["—"]


def test_both_workbooks_are_written(installed: App) -> None:
    answered(installed, USO, "2023-Q2", "2023-07-05", {18: Said(Decimal("0.3"), "Se definió la metodología.")})
    made = written(installed, "2023-Q2", "2023-07-12")
    assert [path.name for path in made.files] == [
        "Consolidado cartagena_2023 2023-Q2.xlsx",
        "cartagena_2023 2023-Q2.xlsx",
    ]
    sheet = own_sheet(made.files)
    before = openpyxl.load_workbook(WORKBOOK)["PLAN DE ACCION"]
    assert (sheet["L18"].value, sheet["M18"].value) == (before["L18"].value, 0.3)
    assert str(sheet["Q18"].value) == f"{before['Q18'].value}\n2. Se definió la metodología."
    assert sheet["Q9"].value == before["Q9"].value


def test_a_zero_and_its_reason_are_filled_in_too(installed: App) -> None:
    answered(installed, USO, "2023-Q2", "2023-07-05", {18: Said(0, None, "No hubo contrato.")})
    sheet = own_sheet(written(installed, "2023-Q2", "2023-07-12").files)
    assert sheet["M18"].value == 0
    assert str(sheet["Q18"].value).endswith("\n2. No hubo contrato.")


def test_an_answer_without_words_leaves_the_observations(installed: App) -> None:
    answered(installed, USO, "2023-Q2", "2023-07-05", {18: Said(Decimal("0.3"), None)})
    sheet = own_sheet(written(installed, "2023-Q2", "2023-07-12").files)
    assert "\n2." not in str(sheet["Q18"].value)


def test_a_later_period_is_not_in_an_earlier_report(installed: App) -> None:
    with installed.transaction() as session:
        submissions.add_result(
            session,
            installed.rules.entity_id,
            line_id=line(installed, 18).id,
            period="2023-Q3",
            value=Decimal("0.2"),
            narrative="Después.",
            zero_reason=None,
            evidence=None,
            source=ResultSource.FORM,
            at=at("2023-10-02"),
            receipt=None,
        )
    sheet = own_sheet(written(installed, "2023-Q2", "2023-10-03").files)
    assert sheet["N18"].value == openpyxl.load_workbook(WORKBOOK)["PLAN DE ACCION"]["N18"].value


def test_a_plan_that_came_as_text_has_no_workbook_of_its_own(empty: App) -> None:
    imported(empty, PLANS / "cartagena_2023.txt", "2023-04-10")
    made = written(empty, "2023-Q1", "2023-04-10")
    assert (len(made.files), made.warnings) == (1, ())
    its = empty.rules, empty.objects, plan(empty), parse_period("2023-Q1")
    with empty.reading() as session, pytest.raises(ConflictError, match="no_source_workbook"):
        fill_own_workbook(session, *its, now=at("2023-04-10"))


def test_the_own_workbook_can_be_left_out(installed: App) -> None:
    assert len(written(installed, "2023-Q1", "2023-04-10", own=False).files) == 1


def test_a_result_without_a_cell_of_its_own_is_left_out(empty: App) -> None:
    workbook = reading(a_line(8, texts={3: "Nota"}, teams=(USO,)), columns=(PlanColumn(3, "NOTAS", "observations"),))
    book = openpyxl.Workbook()
    book.active.title = "Plan"  # type: ignore[union-attr]  # a new workbook has an active sheet
    buffer = BytesIO()
    book.save(buffer)
    stored(empty, PlanFile("plan.xlsx", buffer.getvalue(), (workbook,)), at("2023-04-10"))
    answered(empty, USO, "2023-Q2", "2023-07-05", {8: Said(1, "Hecho.")})
    sheet = openpyxl.load_workbook(written(empty, "2023-Q2", "2023-07-12").files[1])["Plan"]
    assert [cell.value for row in sheet.iter_rows() for cell in row if cell.value] == ["Nota\n2. Hecho."]


def test_two_plans_of_one_workbook_fill_it_together(empty: App) -> None:
    book = openpyxl.Workbook()
    book.active.title = "A"  # type: ignore[union-attr]  # a new workbook has an active sheet
    book.create_sheet("B")
    buffer = BytesIO()
    book.save(buffer)
    both = tuple(
        reading(a_line(8, f"Actividad {name}", sheet=name, teams=(USO,), result_cells={"2023-Q2": "C8"}), sheet=name)
        for name in ("A", "B")
    )
    stored(empty, PlanFile("planes.xlsx", buffer.getvalue(), both), at("2023-04-10"))
    rows = {"planes.a": 8, "planes.b": 8}
    for code in rows:
        with empty.transaction() as session:
            submissions.add_result(
                session,
                empty.rules.entity_id,
                line_id=line(empty, 8, code).id,
                period="2023-Q2",
                value=Decimal(3),
                narrative=None,
                zero_reason=None,
                evidence=None,
                source=ResultSource.FORM,
                at=at("2023-07-05"),
                receipt=None,
            )
    for code in rows:
        made = openpyxl.load_workbook(written(empty, "2023-Q2", "2023-07-12", code=code).files[1])
        assert [made[name]["C8"].value for name in ("A", "B")] == [3, 3]


def test_without_a_period_the_last_one_that_ended_is_reported(installed: App) -> None:
    assert written(installed, None, "2023-07-12").report.period == "2023-Q2"


def test_a_plan_of_own_stretches_is_reported_by_the_quarter(installed: App) -> None:
    custom = replace(plan(installed), period_kind=PeriodKind.CUSTOM)
    assert last_ended_period(custom, installed.rules, at("2023-07-12")).key == "2023-Q2"


@pytest.mark.parametrize(("period", "error"), [("2023-M05", ConflictError), ("mayo", InputError)])
def test_a_period_that_is_not_the_plans_is_refused(installed: App, period: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        written(installed, period, "2023-07-12")


def test_a_stretch_of_the_entitys_own_can_be_reported(installed: App) -> None:
    assert written(installed, "2023-01-01..2023-05-31", "2023-07-12", own=False).report.period.startswith("2023-01-01")


def test_every_plan_is_reported_at_once(installed: App) -> None:
    given(installed, reading(a_line(8, teams=(USO,)), source="otro.txt"), name="otro.txt")
    given(installed, reading(a_line(8), source="mes.txt", period_kind=PeriodKind.MONTH), name="mes.txt")
    with installed.transaction() as session:
        folder, now = installed.home / "informes", at("2023-07-12")
        args = (session, installed.rules, installed.objects)
        last = write_all_reports(*args, None, None, folder, now=now)
        quarter = write_all_reports(*args, None, "2023-Q2", folder, now=now)
        one = write_all_reports(*args, "otro", "2023-Q1", folder, now=now)
    assert {each.report.plan.code: each.report.period for each in last} == {
        "cartagena_2023": "2023-Q2",
        "mes": "2023-M06",
        "otro": "2023-Q2",
    }
    assert [[each.report.plan.code for each in made] for made in (quarter, one)] == [
        ["cartagena_2023", "otro"],
        ["otro"],
    ]


def test_all_plans_of_a_kind_go_into_one_workbook(installed: App) -> None:
    given(installed, reading(a_line(8, teams=(USO,))), name="otro.xlsx")
    with installed.transaction() as session:
        made = consolidate_together(session, installed.rules, "2023-Q2", now=at("2023-07-12"))
        with pytest.raises(NotFoundError, match="no_plan_of_kind"):
            consolidate_together(session, installed.rules, "2023-M05", now=at("2023-07-12"))
    assert openpyxl.load_workbook(BytesIO(made.workbook)).sheetnames
    assert made.said == ("Borrador: período sin cerrar.",)


def test_what_to_check_in_the_filled_workbook_is_said(empty: App) -> None:
    data = templates.changed(templates.plain(), {"_xmlsignatures/sig1.xml": "<x/>"})
    stored(empty, PlanFile("plan.xlsx", data, (reading(),)), at("2023-04-10"))
    assert "firmado digitalmente" in " ".join(written(empty, "2023-Q1", "2023-04-10").warnings)


def test_a_report_is_written_into_the_chain_of_events(installed: App) -> None:
    written(installed, "2023-Q1", "2023-04-10")
    with installed.reading() as session:
        kinds = [event.kind for event in events.events_of(session, installed.rules.entity_id)]
    assert kinds.count("consolidated") == 1


def test_the_json_gives_exact_figures(installed: App) -> None:
    answer: Any = consolidated_json(report(installed, "2023-Q2", "2023-07-12"), ["a.xlsx"])
    row = next(each for each in answer["lines"] if each["row"] == 10)
    assert (row["progress"], row["results"], row["state"]) == ("1/3", {"2023-Q1": "7"}, "late")
    assert (answer["files"], answer["by_lines"]) == (
        ["a.xlsx"],
        str(report(installed, "2023-Q2", "2023-07-12").by_lines.progress),
    )
    assert answer["missing"][0] == {"row": 9, "team": GOBIERNO, "period": "2023-Q2", "due_on": "2023-07-10"}
