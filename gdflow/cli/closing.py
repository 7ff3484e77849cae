"""Commands that close a period for good: close, reopen, closings, report."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gdflow.cli.options import AsJson, AsOf, By, DryRun, PeriodKey, PeriodNamed, PlanCode, date_of, home, moment_of
from gdflow.cli.output import Exit, print_json, say, table

if TYPE_CHECKING:
    from datetime import datetime

    from gdflow.app import App
    from gdflow.domain.closing import Check, Closed, Pending
    from gdflow.domain.lines import PlanFacts
    from gdflow.domain.periods import Period
    from gdflow.services.write_closing import WrittenClosings

Spite = Annotated[
    list[str] | None,
    typer.Option(
        "--in-spite-of",
        metavar="REVISIÓN",
        help="Cerrar a pesar de missing, unreviewed, evidence, issues o early; cada una, con su --reason.",
    ),
]
Reasons = Annotated[
    list[str] | None, typer.Option("--reason", metavar="TEXTO", help="Por qué, una vez por cada --in-spite-of.")
]


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.command("close")(close)
    app.command("reopen")(reopen)
    app.command("closings")(list_closings)
    app.command("report")(report)


def close(
    plan: PlanCode = None,
    period: PeriodKey = None,
    check: Annotated[bool, typer.Option("--check", help="Solo mostrar lo que está pendiente.")] = False,
    by: Annotated[str | None, typer.Option("--by", metavar="NOMBRE", help="Quién cierra.")] = None,
    in_spite: Spite = None,
    reasons: Reasons = None,
    yes: Annotated[bool, typer.Option("--yes", help="No pedir que se escriba el nombre del período.")] = False,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Cerrar un período: sus cifras no vuelven a cambiar. Sin --by, solo dice qué falta, y termina con 4 si falta."""
    from gdflow.app import App
    from gdflow.services.close_choice import in_spite_of, period_to_close
    from gdflow.services.close_period import pending_before_closing
    from gdflow.services.find import find_plan

    app, now, spite = App.open(home()), moment_of(as_of), in_spite_of(in_spite or (), reasons or ())
    with app.reading() as session:
        chosen = find_plan(session, app.rules.entity_id, plan)
        asked = period_to_close(session, app.rules, chosen, period, now=now)
        pending = pending_before_closing(session, app.rules, chosen, asked, now=now)
    if by is None or check:
        _tell_checks(chosen, asked, pending, spite, as_json=as_json)
        return
    if not (yes or dry_run):
        _confirm(asked)
    closed = _close(app, chosen, asked, by, spite, now, dry_run=dry_run)
    written = None if dry_run else _written(app, now)
    if as_json:
        _closed_json(closed, pending, written)
    else:
        _tell_closed(closed, written, dry_run=dry_run)
    if written is not None and written.failed:
        raise typer.Exit(Exit.PARTIAL)


def _close(
    app: "App",
    plan: "PlanFacts",
    period: "Period",
    by: str,
    spite: "dict[Check, str]",
    now: "datetime",
    *,
    dry_run: bool,
) -> "Closed":
    from gdflow.services.close_period import close_period

    with app.writing(dry_run=dry_run) as session:
        return close_period(session, app.rules, plan, period, by=by, in_spite=spite, now=now)


def _written(app: "App", now: "datetime") -> "WrittenClosings":
    from gdflow.services.write_closing import write_missing_reports

    return write_missing_reports(app.transaction, app.rules, app.objects, app.home, now=now)


def _confirm(period: "Period") -> None:
    """On a terminal the period's name has to be typed: what follows cannot be taken back."""
    from gdflow.domain.errors import ConflictError

    if not sys.stdin.isatty():
        return
    typed = typer.prompt(f"Después de cerrar, las cifras no cambian. Escriba {period.key} para cerrar")
    if typed.strip() != period.key:
        raise ConflictError("not_confirmed")


def _tell_checks(
    plan: "PlanFacts",
    period: "Period",
    pending: "tuple[Pending, ...]",
    spite: "dict[Check, str]",
    *,
    as_json: bool,
) -> None:
    """The list of what is looked at before closing; exit 4 when something stands in the way."""
    from gdflow.cli.closing_words import tell_pending
    from gdflow.services.closings_json import pending_json

    clear = all(each.check in spite for each in pending)
    if as_json:
        its = {"plan": plan.code, "period": period.key, "clear": clear, "pending": pending_json(pending)}
        print_json(its | {"closing": None, "files": [], "failed": []})
    else:
        tell_pending(plan, period, pending, spite)
    if not clear:
        raise typer.Exit(Exit.REFUSED)


def _closed_json(closed: "Closed", pending: "tuple[Pending, ...]", written: "WrittenClosings | None") -> None:
    from gdflow.services.closings_json import closing_json, failed_json, pending_json

    folders = written.folders if written else ()
    files = [str(path) for folder in folders for path in sorted(folder.iterdir())]
    its = {"plan": closed.facts.plan, "period": closed.facts.period, "clear": True, "pending": pending_json(pending)}
    failed = failed_json(written.failed if written else ())
    print_json(its | {"closing": closing_json(closed.facts), "files": files, "failed": failed})


def _tell_closed(closed: "Closed", written: "WrittenClosings | None", *, dry_run: bool) -> None:
    from gdflow.cli.closing_words import tell_closed, tell_written

    tell_closed(closed, dry_run=dry_run)
    if written is not None:
        tell_written(written)


def reopen(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="Código del plan (véase «gdflow plans»).")],
    period: PeriodNamed,
    until: Annotated[str, typer.Option(metavar="AAAA-MM-DD", help="Último día en que se recibe.")],
    by: By,
    reason: Annotated[str, typer.Option(metavar="TEXTO", help="Por qué.")],
    everything: Annotated[bool, typer.Option("--all", help="Para todos los equipos.")] = False,
    team: Annotated[str | None, typer.Option(metavar="EQUIPO", help="Solo para un equipo.")] = None,
    line: Annotated[
        str | None, typer.Option(metavar="LÍNEA", help="Solo para una línea: fila de la hoja o número impreso.")
    ] = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Reabrir un período cerrado, para todos, un equipo o una línea, hasta un día; después se cierra por sí solo."""
    from gdflow.app import App
    from gdflow.domain.periods import parse_period
    from gdflow.services.close_choice import subject_to_reopen
    from gdflow.services.closings_json import reopening_json
    from gdflow.services.decide import why
    from gdflow.services.find import find_plan
    from gdflow.services.reopen import reopen as reopen_it

    app, now, last, given = App.open(home()), moment_of(as_of), date_of(until), why(by, reason)
    with app.writing(dry_run=dry_run) as session:
        chosen, asked = find_plan(session, app.rules.entity_id, plan), parse_period(period)
        subject = subject_to_reopen(session, app.rules, chosen, everything=everything, team=team, line=line)
        opened = reopen_it(session, app.rules, chosen, asked, subject, last, given, now=now)
    if as_json:
        print_json(reopening_json(opened) | {"plan": chosen.code})
    else:
        from gdflow.cli.closing_words import tell_reopened

        tell_reopened(opened, chosen, dry_run=dry_run)


def list_closings(plan: PlanCode = None, as_json: AsJson = False) -> None:
    """Listar los cierres, del más nuevo al más viejo, con la huella de sus cifras."""
    from gdflow.app import App
    from gdflow.cli.closing_words import CLOSING_COLUMNS, closing_row
    from gdflow.services.closings_json import closing_json
    from gdflow.services.find import find_plan
    from gdflow.storage import closings, reopenings, reports

    app = App.open(home())
    with app.reading() as session:
        own = None if plan is None else find_plan(session, app.rules.entity_id, plan).id
        known = closings.closings_of_entity(session, app.rules.entity_id)
        found = [each for each in known if own in (None, each.plan_id)]
        written = reports.reports_of_entity(session, app.rules.entity_id)
        opened = reopenings.open_reopenings(session, app.rules.entity_id)
    of = {
        each.id: [
            one for one in opened if (one.plan_id, one.period, one.closing) == (each.plan_id, each.period, each.number)
        ]
        for each in found
    }
    if as_json:
        print_json({"closings": [closing_json(each, written.get(each.id, ()), of[each.id]) for each in found]})
    elif found:
        table("Cierres", CLOSING_COLUMNS, [closing_row(each, of[each.id]) for each in found])
    else:
        say("Todavía no se ha cerrado ningún período.")


def report(
    closing: Annotated[
        int | None, typer.Argument(metavar="[CIERRE]", help="Su número en la lista de «gdflow closings».")
    ] = None,
    plan: PlanCode = None,
    period: PeriodKey = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format", metavar="INFORME", help="Cuál, o evidence; por omisión, todos menos evidence. Se puede repetir."
        ),
    ] = None,
    out: Annotated[Path, typer.Option("--out", "-o", help="Carpeta donde se escribe.")] = Path("informes"),
    as_json: AsJson = False,
) -> None:
    """Escribir otra vez los informes de un cierre, solo con las cifras que congeló: son iguales a los primeros."""
    from gdflow.app import App
    from gdflow.cli.closing_words import tell_again
    from gdflow.report.closing_set import EVIDENCE
    from gdflow.services.close_choice import closing_meant
    from gdflow.services.closings_json import again_json
    from gdflow.services.write_again import write_again, write_pack

    app, asked = App.open(home()), list(formats or ())
    with app.reading() as session:
        meant = closing_meant(session, app.rules, closing, plan, period)
    own = [name for name in asked if name != EVIDENCE]
    written = list(write_again(app.reading, app.objects, meant, out, own)) if own or not asked else []
    if EVIDENCE in asked:
        written.append(write_pack(app.reading, app.evidence, meant, out))
    if as_json:
        print_json({"closing": meant, "reports": again_json(written)})
    else:
        tell_again(written)
    if any(each.same is False for each in written):
        raise typer.Exit(Exit.PROBLEMS)
