"""What stands open before a closing: by check and line, each with its team and what is wrong."""

from datetime import date

from gdflow.app import App
from gdflow.domain.closing import Check, Pending
from gdflow.domain.periods import parse_period
from gdflow.domain.plan import ImportIssue, PlanLine, Severity
from gdflow.services.close_period import pending_before_closing
from gdflow.storage import annexes
from tests.services.readings import a_line, reading
from tests.support.cast import USO, at
from tests.support.closing_days import Q2
from tests.support.decisions import waived
from tests.support.evidence import added, linked
from tests.support.installation import Said, answered, given, plan, scanned
from tests.support.reviews import accepted, returned, reviewing

OPENED, ON_TIME, LATER = "2023-07-04", "2023-07-05", "2023-07-18"


def pending(app: App, check: Check, day: str = LATER) -> list[Pending]:
    """What a check finds on a day."""
    with app.reading() as session:
        found = pending_before_closing(session, app.rules, plan(app), parse_period(Q2), now=at(day))
    return [each for each in found if each.check is check]


def said(found: list[Pending]) -> list[tuple[int | None, str]]:
    return [(each.row, each.detail) for each in found]


def test_what_is_missing_is_named_with_its_team(installed: App) -> None:
    scanned(installed, OPENED)
    answered(installed, USO, Q2, ON_TIME, {18: "2"})
    waived(installed, 9, ON_TIME)
    found = pending(installed, Check.MISSING)
    assert [each.row for each in found] == [10, 11, 15, 16, 17, 19]
    assert (found[-1].team, found[-1].number, found[-1].detail) == (USO, "11", "Sin reporte")


def test_what_came_back_and_was_not_mended_is_missing(installed: App) -> None:
    reviewing(installed)
    scanned(installed, OPENED)
    answered(installed, USO, Q2, ON_TIME, {18: "2"})
    returned(installed, [18], "2023-07-06")
    assert (18, "Devuelto y sin corregir") in said(pending(installed, Check.MISSING))
    assert pending(installed, Check.UNREVIEWED) == []


def test_reports_wait_for_a_reviewer_only_where_there_is_one(installed: App) -> None:
    scanned(installed, OPENED)
    answered(installed, USO, Q2, ON_TIME, {18: "2", 19: "1"})
    assert pending(installed, Check.UNREVIEWED) == []
    reviewing(installed)
    accepted(installed, [18], "2023-07-06")
    assert said(pending(installed, Check.UNREVIEWED)) == [(19, "Reportado y sin revisar")]


def test_a_figure_without_file_or_link_lacks_evidence_and_a_zero_needs_none(installed: App) -> None:
    scanned(installed, OPENED)
    zero = Said(0, None, "Se aplazó")
    answered(installed, USO, Q2, ON_TIME, {18: Said(2, evidence="Anexo 2"), 19: zero})
    assert said(pending(installed, Check.EVIDENCE)) == [(18, "Menciona «Anexo 2», sin archivo ni enlace")]
    added(installed, 18, ON_TIME)
    assert pending(installed, Check.EVIDENCE) == []


def test_a_link_that_does_not_answer_is_no_evidence(installed: App) -> None:
    scanned(installed, OPENED)
    answered(installed, USO, Q2, ON_TIME, {18: "2"})
    link = linked(installed, 18, ON_TIME)
    assert pending(installed, Check.EVIDENCE) == []
    with installed.transaction() as session:
        annexes.mark_link(session, link.id, alive=False, at=at("2023-07-06"))
    ((row, detail),) = said(pending(installed, Check.EVIDENCE))
    assert (row, detail) == (18, f"El enlace del anexo A01 no responde: {link.link}")


def test_what_the_plan_itself_prints_needs_no_evidence(installed: App) -> None:
    with installed.reading() as session:
        found = pending_before_closing(
            session, installed.rules, plan(installed), parse_period("2023-Q1"), now=at(LATER)
        )
    assert [each for each in found if each.check is Check.EVIDENCE] == []


def issue(row: int, cell: str | None, severity: Severity = Severity.ERROR) -> ImportIssue:
    return ImportIssue("Plan", row, cell, "unreadable", severity, "#REF!", None, f"No se entendió {cell}.")


def imported(app: App, *lines: PlanLine, issues: tuple[ImportIssue, ...] = ()) -> None:
    given(app, reading(*lines, issues=issues), day=OPENED)


def test_what_could_not_be_read_of_a_line_is_open_still(empty: App) -> None:
    cells = {"2023-Q1": "K8", Q2: "L8"}
    line = a_line(8, result_cells=cells)
    found = (issue(8, "J8"), issue(8, "K8"), issue(8, "L8"), issue(8, None, Severity.WARNING), issue(40, "J40"))
    imported(empty, line, issues=found)
    assert said(pending(empty, Check.ISSUES)) == [
        (8, "El dato del período no se puede leer en el plan"),
        (8, "No se entendió J8."),
    ]
    assert pending(empty, Check.MISSING) == []


def test_dates_that_nobody_confirmed_or_that_say_nothing_are_open_still(empty: App) -> None:
    proposed = a_line(9, due=None, proposed_due=date(2023, 12, 31))
    imported(empty, a_line(8), proposed, a_line(10, start=None, due=None))
    assert said(pending(empty, Check.ISSUES)) == [
        (9, "Su fecha final (domingo 31 de diciembre de 2023) se propuso a partir del texto y nadie la ha confirmado"),
        (10, "No tiene fechas que se puedan seguir"),
    ]


def test_it_is_too_early_up_to_the_day_to_close(installed: App) -> None:
    assert said(pending(installed, Check.EARLY, "2023-07-17")) == [
        (None, "El plazo para reportar cierra el lunes 17 de julio de 2023")
    ]
    assert pending(installed, Check.EARLY) == []
