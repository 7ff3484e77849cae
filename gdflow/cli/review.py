"""Commands by which a coordinator reviews what teams reported: list, accept, return, mode."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from gdflow.cli.options import AsJson, AsOf, DryRun, PeriodKey, PlanCode, home, moment_of
from gdflow.cli.output import print_json, say, table

if TYPE_CHECKING:
    from gdflow.app import App
    from gdflow.domain.lines import Line
    from gdflow.domain.submitted import Submitted
    from gdflow.storage.engine import Session

review = typer.Typer(help="La revisión de los reportes: aceptarlos, o devolverlos con una nota.", no_args_is_help=True)
Lines = Annotated[
    list[str] | None, typer.Argument(metavar="[LÍNEA...]", help="Fila de la hoja (9 o fila:9), o número impreso.")
]
Everything = Annotated[bool, typer.Option("--all", help="Todos los que están por revisar.")]
By = Annotated[str, typer.Option("--by", metavar="NOMBRE", help="Quién revisa.")]
COLUMNS = ("Fila", "Actividad", "Equipo", "Qué reportó", "Estado")
LABEL, WORDS = 80, 120
"""Signs of an activity's name that are enough to know it by, and of a report to see whether it needs a closer look."""


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.add_typer(review, name="review")


@review.command("mode")
def mode(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="Código del plan (véase «gdflow plans»).")],
    reviewed: Annotated[str, typer.Argument(metavar="MODO", help="coordinator: se revisan los reportes; none: no.")],
    by: By,
    as_of: AsOf = None,
) -> None:
    """Decir si los reportes de un plan se revisan (coordinator) o no (none)."""
    from gdflow.app import App
    from gdflow.services.find import find_plan
    from gdflow.services.review import set_mode
    from gdflow.services.review_choice import mode_of

    app, wanted, now = App.open(home()), mode_of(reviewed), moment_of(as_of)
    with app.transaction() as session:
        found = find_plan(session, app.rules.entity_id, plan)
        set_mode(session, app.rules, found, wanted, by=by, now=now)
    say(f"Las cifras de «{plan}»: {wanted.label.lower()}.")


@review.command("list")
def list_reports(
    plan: PlanCode = None,
    period: PeriodKey = None,
    everything: Annotated[bool, typer.Option("--all", help="También los que ya se revisaron.")] = False,
    as_json: AsJson = False,
) -> None:
    """Listar los reportes por revisar, y hasta cuándo; con --all, también los revisados."""
    from gdflow.app import App
    from gdflow.domain.results import SubmissionState
    from gdflow.services.find import find_plan
    from gdflow.services.review import reports_of

    app = App.open(home())
    with app.reading() as session:
        chosen = find_plan(session, app.rules.entity_id, plan) if plan else None
        found = reports_of(session, app.rules, chosen, period)
    shown = [report for report in found if everything or report.state is SubmissionState.SUBMITTED]
    _answer(app, shown, "Reportes", as_json=as_json)
    if not shown and not as_json:
        say("No hay reportes por revisar.")
    elif not as_json:
        _tell_notes(app)


@review.command("accept")
def accept(
    by: By,
    lines: Lines = None,
    everything: Everything = False,
    period: PeriodKey = None,
    plan: PlanCode = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Aceptar los reportes de unas líneas, o todos los que están por revisar."""
    from gdflow.app import App
    from gdflow.services.review import accept_all

    app, now = App.open(home()), moment_of(as_of)
    with app.writing(dry_run=dry_run) as session:
        ids = _chosen(session, app, plan, period, lines, everything=everything)
        accept_all(session, app.rules, ids, by=by, now=now)
        done = _again(session, app, ids)
    _answer(app, done, "Aceptados", as_json=as_json)
    _tell_rehearsal(dry_run=dry_run and not as_json)


@review.command("return")
def give_back(
    by: By,
    lines: Lines = None,
    note: Annotated[str | None, typer.Option(metavar="TEXTO", help="Qué hay que corregir.")] = None,
    template: Annotated[
        int | None, typer.Option(metavar="NÚMERO", help="Una nota ya hecha (véase «gdflow review list»).")
    ] = None,
    everything: Everything = False,
    period: PeriodKey = None,
    plan: PlanCode = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Devolver reportes con una nota: se deben otra vez, y el equipo lo sabe con el próximo correo."""
    from gdflow.app import App
    from gdflow.services.review import give_back_all, note_text

    app, now = App.open(home()), moment_of(as_of)
    said = note_text(app.rules, note, template)
    with app.writing(dry_run=dry_run) as session:
        ids = _chosen(session, app, plan, period, lines, everything=everything)
        give_back_all(session, app.rules, ids, said, by=by, now=now)
        done = _again(session, app, ids)
    _answer(app, done, "Devueltos", as_json=as_json)
    if not as_json:
        say(f"Nota: {said}")
        _tell_time(app, now)
    _tell_rehearsal(dry_run=dry_run and not as_json)


def _chosen(
    session: "Session", app: "App", plan: str | None, period: str | None, lines: list[str] | None, *, everything: bool
) -> list[int]:
    from gdflow.services.review_choice import reports_named, reviewed_plan

    chosen = reviewed_plan(session, app.rules, plan)
    found = reports_named(session, app.rules, chosen, period, lines or (), everything=everything)
    return [report.result_id for report in found]


def _again(session: "Session", app: "App", ids: list[int]) -> "list[Submitted]":
    from gdflow.storage.submitted import submitted_by_ids

    return list(submitted_by_ids(session, app.rules.entity_id, ids))


def _answer(app: "App", reports: "list[Submitted]", title: str, *, as_json: bool) -> None:
    if as_json:
        from gdflow.services.review_choice import report_json

        print_json({"reports": [report_json(app.rules, report) for report in reports]})
    else:
        _tell_reports(app, reports, title)


def _tell_reports(app: "App", reports: "list[Submitted]", title: str) -> None:
    """A table for each plan and period, so that it fits a narrow window."""
    from gdflow.services.review_choice import lines_reported
    from gdflow.spanish.periods import period_short

    with app.reading() as session:
        lines = lines_reported(session, reports)
    places = dict.fromkeys((report.plan, report.period) for report in reports)
    for plan, period in places:
        of = [report for report in reports if (report.plan, report.period) == (plan, period)]
        rows = [_row(app, report, lines[report.line_id]) for report in of]
        table(f"{title} · {plan} · {period_short(period)}", COLUMNS, rows)


def _row(app: "App", report: "Submitted", line: "Line") -> tuple[str, ...]:
    from textwrap import shorten

    from gdflow.services.wording import figure

    version = f" (v{report.version})" if report.version and report.version > 1 else ""
    words = shorten(report.zero_reason or report.narrative or "", WORDS, placeholder="…")
    said = f"{figure(report.value, line)}{version}{': ' + words if words else ''}"
    label = shorten(report.label, LABEL, placeholder="…")
    return (str(report.row), label, report.team or "—", said, _state(app, report))


def _state(app: "App", report: "Submitted") -> str:
    """Por revisar hasta el jue 13 jul 2023, or what the reviewer said."""
    from gdflow.domain.results import SubmissionState
    from gdflow.services.review import due_on
    from gdflow.spanish.dates import short_date

    if report.state is SubmissionState.SUBMITTED:
        return f"{report.state.label} hasta el {short_date(due_on(app.rules, report))}"
    return report.state.label + (f": {report.review.note}" if report.review and report.review.note else "")


def _tell_notes(app: "App") -> None:
    if app.rules.review.notes:
        say("Notas para devolver (--template):")
    for number, note in enumerate(app.rules.review.notes, start=1):
        say(f"  {number}. {note}")


def _tell_time(app: "App", now: datetime) -> None:
    from gdflow.spanish.dates import long_date

    until = app.rules.calendar.nth(app.rules.review.correct_days, after=app.rules.today(now))
    say(
        f"El equipo tiene hasta el {long_date(until)}, o más si su plazo era posterior; lo sabrá con el próximo correo."
    )


def _tell_rehearsal(*, dry_run: bool) -> None:
    if dry_run:
        say("Ensayo: no se guardó nada.")
