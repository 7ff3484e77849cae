"""Commands about reminders: scan, remind, deliver, explain."""

from typing import TYPE_CHECKING, Annotated

import typer

from gdflow.cli.delivering import send, show_waiting
from gdflow.cli.noting import noted_today
from gdflow.cli.options import AsJson, AsOf, DryRun, PlanCode, day_of, home, moment_of
from gdflow.cli.output import print_json, say, table

if TYPE_CHECKING:
    from gdflow.app import App
    from gdflow.services.remind import ScanReport


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.command("scan")(scan)
    app.command("deliver")(deliver)
    app.command("remind")(remind)
    app.command("explain")(explain)


def scan(as_of: AsOf = None, as_json: AsJson = False, dry_run: DryRun = False) -> None:
    """Decir qué se debe y dejar en la bandeja de salida los recordatorios que faltan, cada uno una sola vez."""
    from gdflow.app import App

    report = _scan(App.open(home()), as_of, dry_run=dry_run)
    if as_json:
        from gdflow.services.scan_json import scan_json

        print_json(scan_json(report))
    else:
        tell_scan(report)


def deliver(as_of: AsOf = None, as_json: AsJson = False, dry_run: DryRun = False) -> None:
    """Enviar lo que está en la bandeja de salida y puede salir ahora. Termina con 5 si algo no salió."""
    from gdflow.app import App

    app = App.open(home())
    if dry_run:
        show_waiting(app, as_of, as_json=as_json)
    else:
        send(app, as_of, as_json=as_json)


def remind(as_of: AsOf = None, as_json: AsJson = False, dry_run: DryRun = False) -> None:
    """Barrer y enviar de una vez. Con --dry-run muestra los correos que saldrían y no guarda nada."""
    from gdflow.app import App

    app = App.open(home())
    report = _scan(app, as_of, dry_run=dry_run)
    if not as_json:
        tell_scan(report)
    if not dry_run:
        send(app, as_of, as_json=as_json)
    elif as_json:
        from gdflow.services.scan_json import scan_json

        print_json(scan_json(report))
    else:
        _show_mails(report)


def _scan(app: "App", as_of: str | None, *, dry_run: bool) -> "ScanReport":
    from gdflow.domain.works import Work
    from gdflow.services.remind import scan as scan_now

    rules = app.rules
    noted, kept = noted_today(app, Work.SCAN, as_of, dry_run=dry_run), app.rehearsal if dry_run else app.transaction
    with noted, kept() as session:
        return scan_now(session, rules, now=moment_of(as_of))


def tell_scan(report: "ScanReport") -> None:
    """A scan's answer for people."""
    from gdflow.spanish.dates import long_date
    from gdflow.spanish.periods import of_period

    situation = report.situation
    say(f"{long_date(report.as_of).capitalize()}.")
    if report.closed_because:
        say(
            f"No es día hábil ({report.closed_because}): hoy no sale ningún recordatorio; "
            "se hará el siguiente día hábil."
        )
    say(f"Vencidas: {len(situation.overdue)}. Vencen en 30 días: {len(situation.due_soon)}.")
    for period, lines in sorted(situation.missing.items()):
        say(f"Sin reporte {of_period(period)}: {len(lines)}.")
    if report.reminders:
        rows = [
            (
                r.owed.team or "—",
                r.owed.plan,
                str(r.owed.row),
                r.step.step,
                r.step.reason.label,
                "nuevo" if r.new else "ya dicho",
            )
            for r in report.reminders
        ]
        table("Recordatorios de hoy", ("Equipo", "Plan", "Fila", "Paso", "Motivo", ""), rows)
    say(
        f"Recordatorios nuevos: {report.new}; ya escritos antes: {report.known}. "
        f"Correos en cola: {len(report.composed.notices)}."
    )
    if report.composed.chats:
        names = ", ".join(draft.address for draft in report.composed.chats)
        say(f"Además, un mensaje en cada canal: {names}.")
    for team in report.composed.unreachable:
        say(f"Sin correo: {team.name}. Agréguelo con «gdflow teams add»; mientras tanto sus recordatorios esperan.")


def _show_mails(report: "ScanReport") -> None:
    from email import message_from_bytes, policy

    for draft in report.composed.notices:
        mail = message_from_bytes(draft.data, policy=policy.default)
        body = mail.get_body(("plain",))
        say(f"\n── Para {draft.address} · {draft.subject}")
        say(body.get_content().rstrip() if body else "")


def explain(
    line: Annotated[str, typer.Argument(metavar="LÍNEA", help="Fila de la hoja (9 o fila:9), o número impreso.")],
    as_of: AsOf = None,
    plan: PlanCode = None,
    as_json: AsJson = False,
) -> None:
    """Decir por qué una línea recibió o no un recordatorio: regla, fechas, calendario, último aviso y resultado."""
    from gdflow.app import App
    from gdflow.services.explain import explain as explain_line
    from gdflow.services.find import find_line, find_plan
    from gdflow.storage.plans import lines_of

    app = App.open(home())
    rules = app.rules
    with app.reading() as session:
        chosen = find_plan(session, rules.entity_id, plan)
        found = find_line(lines_of(session, chosen.id), line, chosen.code)
        day = day_of(as_of) or rules.today(moment_of(None))
        answer = explain_line(session, rules, chosen, found, as_of=day)
    if as_json:
        from gdflow.services.explain_json import explanation_json

        print_json(explanation_json(answer))
    else:
        from gdflow.cli.explaining import tell_explanation

        tell_explanation(answer)
