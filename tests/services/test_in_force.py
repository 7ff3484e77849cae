"""What a period's consolidated is made of: its newest closing's figures, or, while it is open, a draft."""

import json
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from gdflow.app import App
from gdflow.domain.errors import ConflictError
from gdflow.domain.lines import ResultSource
from gdflow.domain.periods import PeriodKind, parse_period
from gdflow.services.answers_json import consolidated_json
from gdflow.services.close_period import close_period
from gdflow.services.consolidate import ReportsTogether, consolidate_together
from gdflow.services.import_plan import PlanFile
from gdflow.services.in_force import InForce, in_force
from gdflow.services.own_workbook import fill_own_workbook
from gdflow.services.works import as_summary
from gdflow.services.write_again import write_again
from gdflow.services.write_reports import WrittenReports, write_reports
from gdflow.storage import events, submissions
from tests.services.readings import a_line, reading
from tests.services.test_write_closing import damage
from tests.support.cast import GOBIERNO, USO, at
from tests.support.closings import BECAUSE, closed_on, files_of, opened_again, written_on
from tests.support.installation import CARTAGENA, Said, answered, given, line, plan, stored
from tests.support.reviews import returned, reviewing

CLOSED, AGAIN, LATER = "2023-07-18", "2023-07-27", "2023-08-01"
DRAFT = "Borrador: período sin cerrar."


@pytest.fixture
def closed(installed: App) -> App:
    """The second quarter, of which one line was answered, closed."""
    answered(installed, USO, "2023-Q2", "2023-07-05", {18: "0.3"})
    closed_on(installed, CLOSED)
    return installed


def standing(app: App, day: str) -> InForce:
    with app.reading() as session:
        return in_force(session, app.rules, plan(app), parse_period("2023-Q2"), now=at(day))


def written(app: App, day: str, *, own: bool = True) -> WrittenReports:
    with app.transaction() as session:
        its = app.rules, app.objects, None, "2023-Q2", app.home / "informes"
        return write_reports(session, *its, now=at(day), own=own)


def together(app: App, day: str) -> ReportsTogether:
    with app.transaction() as session:
        return consolidate_together(session, app.rules, "2023-Q2", now=at(day))


def newest_event(app: App) -> Any:
    with app.reading() as session:
        known = events.events_of(session, app.rules.entity_id)
    return json.loads([each.facts for each in known if each.kind == "consolidated"][-1])


def test_an_open_period_is_a_draft(installed: App) -> None:
    made = standing(installed, "2023-07-12")
    assert (made.closed, made.said) == (None, (DRAFT,))
    report = written(installed, "2023-07-12")
    assert (report.closing, report.said) == (None, (DRAFT,))
    assert newest_event(installed)["closing"] is None


def test_a_closed_period_is_its_closings(closed: App) -> None:
    made = written(closed, LATER)
    assert made.closing is not None
    assert made.said == (f"Cifras del cierre n.º 1 del trimestre 2 de 2023 (sha256 {made.closing.sha256}).",)
    assert newest_event(closed)["closing"] == made.closing.sha256
    book = openpyxl.load_workbook(made.files[0])
    assert "Cierre n.º 1, del martes 18 de julio de 2023" in str(book["Resumen"]["A5"].value)


def test_it_is_written_with_the_bytes_of_the_closings_own_set(closed: App) -> None:
    written_on(closed, CLOSED)
    [kept] = [
        path for path in (closed.home / "reports").glob("*/2023-Q2/cierre-1/*") if path.name.startswith("Consolidado")
    ]
    made = written(closed, LATER)
    assert made.files[0].read_bytes() == kept.read_bytes()


def test_the_entitys_own_workbook_is_the_closings_too(closed: App) -> None:
    with closed.transaction() as session:
        session.connection().exec_driver_sql("UPDATE result SET value = value * 2 WHERE source = 'form'")
    sheet = openpyxl.load_workbook(written(closed, LATER).files[1])["PLAN DE ACCION"]
    assert sheet["M18"].value == 0.3


def test_the_summary_of_a_run_says_what_is_final(closed: App) -> None:
    final, draft = (as_summary([written(closed, day, own=False)]) for day in (LATER, "2023-07-17"))
    name = "Consolidado cartagena_2023 2023-Q2.xlsx"
    assert final == {"cartagena_2023": f"{name}; cierre 1; sin reporte: 7"}
    assert draft == {"cartagena_2023": f"{name}; borrador; sin reporte: 7"}


def test_before_its_closing_a_day_knows_of_none(closed: App) -> None:
    assert standing(closed, "2023-07-17").said == (DRAFT,)


def test_a_reopening_is_told_while_it_lasts(closed: App) -> None:
    opened_again(closed, "2023-07-20", "2023-07-26")
    [told] = standing(closed, "2023-07-26").said[1:]
    assert told.startswith("El período está reabierto hasta el miércoles 26 de julio de 2023: ")
    assert len(standing(closed, "2023-07-27").said) == 1


def test_what_was_closed_again_is_of_the_newest_closing(closed: App) -> None:
    opened_again(closed, "2023-07-20", "2023-07-26")
    answered(closed, USO, "2023-Q2", "2023-07-21", {19: "0.2"})
    before = standing(closed, "2023-07-22")
    closed_on(closed, AGAIN)
    after = standing(closed, LATER)
    assert before.closed is not None
    assert after.closed is not None
    assert (before.closed.facts.number, after.closed.facts.number) == (1, 2)
    values = [next(row.cell.value for row in made.report.lines if row.line.row == 19) for made in (before, after)]
    assert values == [None, Decimal("0.2")]


def test_a_reopening_of_another_period_is_not_told(closed: App) -> None:
    closed_on(closed, "2023-07-19", "2023-Q1")
    opened_again(closed, "2023-07-20", "2023-07-26", period="2023-Q1")
    assert len(standing(closed, "2023-07-21").said) == 1


def test_the_json_names_the_closing(closed: App) -> None:
    made = written(closed, LATER, own=False)
    assert made.closing is not None
    told = consolidated_json(made.report, [], made.closing)
    assert (told["closing"], told["closing_sha256"]) == (1, made.closing.sha256)
    assert consolidated_json(made.report, [])["closing"] is None


def test_all_plans_closed_are_one_final_workbook(closed: App) -> None:
    made = together(closed, LATER)
    assert [each.partition(" (")[0] for each in made.said] == [
        "cartagena_2023: Cifras del cierre n.º 1 del trimestre 2 de 2023"
    ]
    assert "Cierre" in openpyxl.load_workbook(BytesIO(made.workbook)).sheetnames
    assert list(newest_event(closed)["closings"]) == ["cartagena_2023"]


def test_one_open_plan_among_closed_ones_makes_it_a_draft(closed: App) -> None:
    given(closed, reading(a_line(8, teams=(USO,)), source="otro.txt"), name="otro.txt")
    made = together(closed, LATER)
    assert made.said[0] == "Borrador: período sin cerrar en 1 de 2 planes (otro)."
    assert made.said[1].startswith("cartagena_2023: Cifras del cierre n.º 1")
    assert openpyxl.load_workbook(BytesIO(made.workbook))["Cierre"]["A3"].value == "Sin cerrar: otro."


def test_from_a_closing_that_somebody_changed_nothing_is_written(closed: App) -> None:
    damage(closed)
    with pytest.raises(ConflictError, match="snapshot_damaged"):
        written(closed, LATER)


def test_from_a_damaged_closing_of_a_plan_beside_it_no_own_workbook_is_written(empty: App) -> None:
    two_plans(empty, PeriodKind.QUARTER, "2023-Q2")
    with empty.transaction() as session:
        its = empty.rules, plan(empty, "p.b"), parse_period("2023-Q2")
        close_period(session, *its, by="Coordinación", in_spite=BECAUSE, now=at(CLOSED))
    damage(empty)
    with empty.transaction() as session, pytest.raises(ConflictError, match="snapshot_damaged"):
        write_reports(session, empty.rules, empty.objects, "p.a", "2023-Q2", empty.home, now=at(LATER))


def test_what_was_returned_goes_into_no_cell_of_the_own_workbook(installed: App) -> None:
    reviewing(installed)
    answered(installed, USO, "2023-Q2", "2023-07-05", {18: Said(Decimal("0.3"), "Se hizo.")})
    returned(installed, [18], day="2023-07-10")
    sheet = openpyxl.load_workbook(written(installed, "2023-07-12").files[1])["PLAN DE ACCION"]
    assert (sheet["M18"].value, "Se hizo." in str(sheet["Q18"].value)) == (0, False)


def two_plans(app: App, kind: PeriodKind, period: str) -> None:
    """A workbook of two plans: p.a by the quarter, and p.b of another kind whose result of a period stands in C8."""
    book = openpyxl.Workbook()
    book.active.title = "A"  # type: ignore[union-attr]  # a new workbook has an active sheet
    book.create_sheet("B")
    buffer = BytesIO()
    book.save(buffer)
    first = reading(a_line(8, "Una", sheet="A", teams=(GOBIERNO,), result_cells={"2023-Q2": "C8"}), sheet="A")
    other = reading(
        a_line(8, "Otra", sheet="B", teams=(USO,), result_cells={period: "C8"}), sheet="B", period_kind=kind
    )
    stored(app, PlanFile("p.xlsx", buffer.getvalue(), (first, other)), at("2023-04-10"))


KINDS = [(PeriodKind.MONTH, "2023-M06"), (PeriodKind.HALF_YEAR, "2023-S1"), (PeriodKind.YEAR, "2022-Y")]


@pytest.mark.parametrize(("kind", "period"), KINDS)
def test_plans_of_other_kinds_in_one_workbook_are_filled_in_up_to_the_same_day(
    empty: App, kind: PeriodKind, period: str
) -> None:
    two_plans(empty, kind, period)
    reported(empty, "p.b", period)
    with empty.transaction() as session:
        its = empty.rules, empty.objects, plan(empty, "p.a"), parse_period("2023-Q2")
        data = fill_own_workbook(session, *its, now=at("2023-07-12")).data
    assert openpyxl.load_workbook(BytesIO(data))["B"]["C8"].value == 3


def test_a_stretch_of_the_entitys_own_fills_in_what_ended_in_it(closed: App) -> None:
    its = closed.rules, closed.objects, plan(closed), parse_period("2023-01-01..2023-07-15")
    with closed.reading() as session:
        data = fill_own_workbook(session, *its, now=at(LATER)).data
    assert openpyxl.load_workbook(BytesIO(data))["PLAN DE ACCION"]["M18"].value == 0.3


def reported(app: App, code: str, period: str) -> None:
    """A line's result that came by form."""
    told: dict[str, Any] = {"narrative": None, "zero_reason": None, "evidence": None, "receipt": None}
    told |= {"line_id": line(app, 8, code).id, "period": period, "value": Decimal(3), "source": ResultSource.FORM}
    with app.transaction() as session:
        submissions.add_result(session, app.rules.entity_id, **told, at=at("2023-07-05"))


MACRO = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
PLAIN = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def with_macros() -> bytes:
    """The Cartagena plan as a workbook with macros."""
    buffer = BytesIO()
    with ZipFile(CARTAGENA) as source, ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(PLAIN, MACRO))
        target.writestr("xl/vbaProject.bin", b"macros")
    return buffer.getvalue()


def test_a_workbook_with_macros_keeps_them_and_its_ending(installed: App) -> None:
    digest = installed.objects.put(with_macros())
    with installed.transaction() as session:
        session.connection().exec_driver_sql(f"UPDATE plan SET source = 'Plan.XLSM', source_sha256 = '{digest}'")
    closed_on(installed, CLOSED)
    assert written(installed, LATER).files[1].name == "Plan 2023-Q2.xlsm"
    written_on(installed, CLOSED)
    name = "Libro de la entidad cartagena_2023 2023-Q2 cierre-1.xlsm"
    assert name in files_of(installed)
    its = installed.reading, installed.objects, 1, installed.home / "otra"
    [again] = write_again(*its, names=["official"])
    assert (again.path.name, again.same) == (name, True)
    assert ZipFile(again.path).read("xl/vbaProject.bin") == b"macros"
