"""Commands about the reminder policy: what it would do, before it does it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gdflow.cli.options import AsJson, AsOf, PlanCode, day_of, home, moment_of
from gdflow.cli.output import print_json, say, table

if TYPE_CHECKING:
    from gdflow.services.preview import PlannedNotice

policy = typer.Typer(help="La política de recordatorios.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.add_typer(policy, name="policy")


@policy.command("preview")
def preview(
    plan: PlanCode = None,
    start: Annotated[
        str | None, typer.Option("--from", metavar="AAAA-MM-DD", help="Primer día (por omisión, hoy).")
    ] = None,
    end: Annotated[
        str | None, typer.Option("--to", metavar="AAAA-MM-DD", help="Último día (por omisión, 13 semanas después).")
    ] = None,
    as_of: AsOf = None,
    calendar: Annotated[
        Path | None, typer.Option("--ics", metavar="ARCHIVO", help="Escribir además un calendario .ics.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Mostrar quién recibiría qué y cuándo si nadie respondiera. No guarda ni envía nada."""
    from gdflow.app import App
    from gdflow.services.find import find_plan
    from gdflow.services.preview import QUARTER
    from gdflow.services.preview import preview as look_ahead
    from gdflow.services.preview_json import preview_calendar, preview_json

    app, now = App.open(home()), moment_of(as_of)
    rules = app.rules
    first = day_of(start) or rules.today(now)
    last = day_of(end) or first + QUARTER
    with app.rehearsal() as session:
        code = find_plan(session, rules.entity_id, plan).code if plan else None
        planned = look_ahead(session, rules, code, start=first, end=last, now=now)
    if calendar is not None:
        calendar.write_bytes(preview_calendar(rules, planned, now=now))
    if as_json:
        print_json(preview_json(planned))
    else:
        _tell(planned, calendar)


def _tell(planned: "tuple[PlannedNotice, ...]", calendar: Path | None) -> None:
    from gdflow.spanish.dates import brief_date

    if not planned:
        say("En esos días no saldría ningún aviso.")
    else:
        rows = [
            (
                brief_date(notice.leaves.date()),
                notice.address,
                notice.subject,
                ", ".join(dict.fromkeys(line.step for line in notice.lines)),
            )
            for notice in planned
        ]
        table("Si nadie respondiera", ("Día", "Para", "Asunto", "Pasos"), rows)
        readers = len({notice.address for notice in planned})
        say(f"Avisos: {len(planned)}. Destinatarios: {readers}.")
    if calendar is not None:
        say(f"Escrito: {calendar}")
