"""`gdflow demo`: a quarter of Cartagena's plan from import to report, day by day, through the real services."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from gdflow.app import App
from gdflow.cli.answers import tell_consolidated
from gdflow.cli.options import BOGOTA, MORNING
from gdflow.cli.output import console, say
from gdflow.cli.plans import tell_issues
from gdflow.collect.reading import ReaderPool
from gdflow.domain.digest import Purpose
from gdflow.domain.periods import parse_period
from gdflow.domain.works import Work
from gdflow.services.deliver import deliver
from gdflow.services.demo.answers import fill_in, newest_form
from gdflow.services.demo.installation import free_folder, settle_in
from gdflow.services.find import find_plan
from gdflow.services.import_plan import import_plan, read_plan_file
from gdflow.services.open_period import open_period
from gdflow.services.receive import receive
from gdflow.services.remind import ScanReport, scan
from gdflow.services.runs import noted
from gdflow.services.teams import read_directory_file, take_directory
from gdflow.services.write_reports import write_reports
from gdflow.spanish.answers import taken_and_left
from gdflow.spanish.dates import long_date, short_date

PERIOD = "2023-Q2"
CUT_OFF = date(2023, 4, 10)
FIRST, LAST = date(2023, 4, 11), date(2023, 7, 17)
PUNCTUAL, PUNCTUAL_DAY = "usoyapropiacion@cartagena.example", date(2023, 7, 5)
LATE, LATE_DAY = "gobiernodigital@cartagena.example", date(2023, 7, 13)


def play(wanted: Path) -> None:
    """Play the quarter in a folder of its own, telling each step."""
    home = free_folder(wanted).resolve()
    home.mkdir(parents=True, exist_ok=True)
    _heading(f"Demostración en {home}")
    say("Un trimestre del plan de acción de Cartagena. Los correos se escriben en outbox/; no se envía nada a nadie.")
    app = _install(home)
    _import(app)
    _open(app)
    _days(app)
    _report(app)
    _what_next(home)


def _install(home: Path) -> App:
    settle_in(home)
    return App.open(home, {}, create=True)


def _import(app: App) -> None:
    _heading(f"1 · Cargar el plan, con corte al {long_date(CUT_OFF)}")
    file = read_plan_file(app.home / "cartagena_2023.xlsx", as_of=CUT_OFF)
    app.objects.put(file.data)
    with app.transaction() as session:
        plans = import_plan(session, app.rules, file, now=_at(CUT_OFF))
        directory = take_directory(session, app.rules, read_directory_file(app.home / "directorio.csv"))
    for plan in plans:
        say(f"{plan.lines} líneas, {plan.figures} resultados ya reportados; {directory.addressed} equipos con correo.")
        tell_issues(plan.issues)


def _open(app: App) -> None:
    with app.transaction() as session:
        plan = find_plan(session, app.rules.entity_id, None)
        opened = open_period(session, app.rules, plan, parse_period(PERIOD), now=_at(CUT_OFF))
    _heading("2 · Abrir el segundo trimestre de 2023")
    say(f"Se reporta hasta el {long_date(opened.report_by)} y cierra el {long_date(opened.closes_on)}.")


def _days(app: App) -> None:
    _heading("3 · Barrer cada día, como lo haría el servicio a las ocho de la mañana")
    for day in _calendar_days(FIRST, LAST):
        at = partial(_at, day)
        # Noted as the service would, so that the pages know when the works were last done.
        with noted(app.transaction, app.rules, Work.SCAN, clock=at), app.transaction() as session:
            report = scan(session, app.rules, now=at())
        with noted(app.transaction, app.rules, Work.DELIVER, clock=at):
            sent = deliver(app.transaction, app.transports(), app.rules, clock=at, owner="demo")
        if sent.deliveries:
            _tell_day(report)
        if day == PUNCTUAL_DAY:
            _answer(app, PUNCTUAL, day, ())
        if day == LATE_DAY:
            _answer(app, LATE, day, ("Planes de Mejoramiento",))
            _again(app, day)


def _tell_day(report: ScanReport) -> None:
    for notice in report.composed.notices:
        escalated = " (a la jefatura)" if notice.purpose == Purpose.ESCALATION else ""
        say(f"{short_date(report.as_of):>16}  {notice.subject}{escalated}")


def _answer(app: App, to: str, day: date, leave_out: tuple[str, ...]) -> None:
    name, form = newest_form(app.outbox, to)
    filled = fill_in(form, leave_out=leave_out)
    folder = app.home / "respuestas"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(filled)
    three = partial(_at, day, hours=3)
    with noted(app.transaction, app.rules, Work.COLLECT, clock=three), ReaderPool(1) as pool:
        received = receive(app.transaction, app.rules, app.objects, pool, name, filled, now=three())
    deliver(app.transaction, app.transports(), app.rules, clock=three, owner="demo")
    say(
        f"{short_date(day):>16}  ← {received.team} devuelve su formulario: recibo {received.number}, "
        f"{taken_and_left(len(received.taken), received.pending)}."
    )


def _again(app: App, day: date) -> None:
    with app.transaction() as session:
        report = scan(session, app.rules, now=_at(day, hours=4))
    say(
        f"{short_date(day):>16}  Otro barrido el mismo día: {report.new} recordatorios nuevos; "
        "a quien respondió no se le repite."
    )


def _report(app: App) -> None:
    _heading("4 · Consolidar el trimestre")
    with app.transaction() as session:
        now = _at(LAST)
        written = write_reports(session, app.rules, app.objects, None, PERIOD, app.home / "informes", now=now)
    tell_consolidated(written.report)
    for sentence in written.said:
        say(sentence)
    for warning in written.warnings:
        say(f"Revisar: {warning}")


def _what_next(home: Path) -> None:
    _heading("Qué abrir")
    say(f"{home / 'informes'}  el consolidado y el libro propio de la Alcaldía, diligenciado")
    say(f"{home / 'outbox'}  los correos (.eml): ábralos con su programa de correo")
    say(f"{home / 'respuestas'}  los formularios como los devolvieron los equipos")
    _heading("Qué probar ahora")
    start = f"python3 run.py --home {home}" if " " not in str(home) else f'python3 run.py --home "{home}"'
    for command in (
        "explain fila:17 --as-of 2023-07-14",
        "scan --as-of 2023-10-06",
        "plans --plan cartagena_2023",
        "doctor",
    ):
        say(f"  {start} {command}")


def _calendar_days(first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += timedelta(days=1)


def _at(day: date, *, hours: int = 0) -> datetime:
    return datetime.combine(day, MORNING, BOGOTA) + timedelta(hours=hours)


def _heading(text: str) -> None:
    console().print(f"\n[bold]{text}[/bold]", highlight=False)
