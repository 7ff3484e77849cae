"""Commands about answers: form, receive, consolidate."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gdflow.cli.options import AsJson, AsOf, DryRun, PeriodKey, PeriodNamed, PlanCode, home, moment_of
from gdflow.cli.output import Exit, print_json, say, table
from gdflow.spanish.counts import counted

if TYPE_CHECKING:
    from gdflow.app import App
    from gdflow.domain.consolidated import Consolidated
    from gdflow.domain.rollups import Rollup
    from gdflow.services.received import Received

REHEARSED = "Ensayo: no se escribió ningún archivo."
Folder = Annotated[Path, typer.Option("--out", "-o", help="Carpeta donde se escribe.")]


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.command("form")(form)
    app.command("receive")(receive)
    app.command("consolidate")(consolidate)
    app.command("consolidate-all")(consolidate_all)


def form(
    team: Annotated[str | None, typer.Argument(metavar="[EQUIPO]", help="Por omisión, todos los que deben.")] = None,
    period: PeriodKey = None,
    out: Folder = Path("formularios"),
    as_of: AsOf = None,
    as_json: AsJson = False,
    dry_run: DryRun = False,
) -> None:
    """Escribir el formulario de un equipo, o de cada equipo que deba resultados del período."""
    from gdflow.app import App
    from gdflow.services.answers_json import forms_json
    from gdflow.services.forms import forms_for
    from gdflow.services.whole_file import put_whole

    app = App.open(home())
    with app.writing(dry_run=dry_run) as session:
        forms = forms_for(session, app.rules, team, period, now=moment_of(as_of))
    if not dry_run:
        out.mkdir(parents=True, exist_ok=True)
        for each in forms:
            put_whole(out / each.name, each.data)
    if as_json:
        print_json(forms_json(forms, out))
        return
    for each in forms:
        say(f"{out / each.name}: {counted(each.asked, 'línea', 'líneas')} de {each.team}.")
    if dry_run:
        say(REHEARSED)


def receive(
    files: Annotated[list[Path], typer.Argument(metavar="ARCHIVO...", help="Formularios que devolvieron los equipos.")],
    team: Annotated[
        str | None, typer.Option("--team", help="De qué equipo son, si el archivo no lo dice (el libro del plan).")
    ] = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Recibir formularios: dar el número de recibo y tomar las respuestas. Termina con 3 si algo no se pudo tomar."""
    from gdflow.app import App
    from gdflow.collect.reading import ReaderPool
    from gdflow.domain.errors import InputError
    from gdflow.services.find import find_team
    from gdflow.services.receive import receive as receive_one

    app = App.open(home())
    received = []
    with app.reading() as session:
        team_id = None if team is None else find_team(session, app.entity_id, team).id
    with ReaderPool(1) as pool:
        for path in files:
            if not path.is_file():
                raise InputError("file_not_found", file=str(path))
            its = (app.transaction, app.rules, app.objects, pool, path.name, path.read_bytes())
            received.append(receive_one(*its, now=moment_of(as_of), team_id=team_id))
    if as_json:
        from gdflow.services.answers_json import received_json

        print_json({"received": [received_json(each) for each in received]})
    else:
        for path, each in zip(files, received, strict=True):
            _tell_received(path, each)
    if any(each.problems or (each.refused and not each.locked) for each in received):
        raise typer.Exit(Exit.PROBLEMS)
    if any(each.locked for each in received):
        raise typer.Exit(Exit.REFUSED)


def _tell_received(path: Path, received: "Received") -> None:
    from gdflow.services.wording import figure
    from gdflow.spanish.answers import taken_and_left
    from gdflow.spanish.periods import period_label

    say(f"{path.name}: recibo {received.number}{' (ya se había recibido)' if received.known else ''}.")
    if received.refused:
        say(f"  No se pudo tomar, quedó guardado aparte: {received.refused}")
        return
    of = period_label(received.period) if received.period else "varios períodos"
    say(f"  {received.team} · {of}: {taken_and_left(len(received.taken), received.pending)}.")
    for answer in received.taken:
        when = "" if received.period else f" ({period_label(answer.period)})"
        say(f"    fila {answer.line.row}{when}: {figure(answer.value, answer.line)} · {answer.line.label}")
    for problem in (*received.problems, *received.warnings):
        say(f"  Revisar: {problem.message}")


def consolidate(
    plan: PlanCode = None,
    period: PeriodKey = None,
    out: Folder = Path("informes"),
    as_of: AsOf = None,
    as_json: AsJson = False,
    own: Annotated[
        bool, typer.Option("--own/--no-own", help="Además, diligenciar el libro propio de la entidad.")
    ] = True,
    dry_run: DryRun = False,
) -> None:
    """Escribir el consolidado de un período; sin --period, el último que terminó.

    Un período de otra periodicidad que la del plan (2023-C1, 2023-S1, 2023-Y, 2023-M04) es un corte de sus datos.
    """
    from gdflow.app import App
    from gdflow.services.cut_reports import is_cut

    app, now = App.open(home()), moment_of(as_of)
    with app.reading() as session:
        cut = period if period and is_cut(session, app.rules, plan, period) else None
    if cut:
        _consolidate_cut(app, plan, cut, out, now, dry_run=dry_run, as_json=as_json)
    else:
        _consolidate_own(app, plan, period, out, now, own=own, dry_run=dry_run, as_json=as_json)


def _consolidate_own(
    app: "App",
    plan: str | None,
    period: str | None,
    out: Path,
    now: datetime,
    *,
    own: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    from gdflow.services.answers_json import consolidated_json
    from gdflow.services.write_reports import write_reports

    its = (app.rules, app.objects, plan, period, out)
    with app.writing(dry_run=dry_run) as session:
        written = write_reports(session, *its, now=now, own=own, dry_run=dry_run)
    if as_json:
        print_json(consolidated_json(written.report, [str(path) for path in written.files], written.closing))
        return
    tell_consolidated(written.report)
    for sentence in written.said:
        say(sentence)
    for path in written.files:
        say(f"{'Se escribiría' if dry_run else 'Escrito'}: {path}")
    for warning in written.warnings:
        say(f"  Revisar: {warning}")
    if dry_run:
        say(REHEARSED)


def _consolidate_cut(
    app: "App", plan: str | None, cut: str, out: Path, now: datetime, *, dry_run: bool, as_json: bool
) -> None:
    from gdflow.services.cut_json import cut_json
    from gdflow.services.cut_reports import write_cut_report

    with app.writing(dry_run=dry_run) as session:
        written = write_cut_report(session, app.rules, plan, cut, out, now=now, dry_run=dry_run)
    if as_json:
        print_json(cut_json(written))
        return
    for sentence in written.made.said:
        say(sentence)
    _tell_means(written.made.report.by_lines, written.made.report.by_items)
    for missing in written.made.report.missing:
        say(f"Falta: fila {missing.line.row}, {missing.team} — {missing.line.label}")
    say(f"{'Se escribiría' if dry_run else 'Escrito'}: {written.file}")
    if dry_run:
        say(REHEARSED)


def consolidate_all(
    period: PeriodNamed,
    out: Folder = Path("informes"),
    as_of: AsOf = None,
) -> None:
    """Escribir un solo libro con todos los planes que se reportan con esa periodicidad."""
    from gdflow.app import App
    from gdflow.services.consolidate import consolidate_together
    from gdflow.services.whole_file import put_whole

    app = App.open(home())
    with app.transaction() as session:
        made = consolidate_together(session, app.rules, period, now=moment_of(as_of))
    out.mkdir(parents=True, exist_ok=True)
    path = out / f"Consolidado de todos los planes {period}.xlsx"
    put_whole(path, made.workbook)
    for sentence in made.said:
        say(sentence)
    say(f"Escrito: {path}")


def tell_consolidated(report: "Consolidated") -> None:
    """Who owed, who answered and when, who is missing; and the two roll-ups by their names."""
    from gdflow.services.summary import team_summaries
    from gdflow.spanish.periods import period_label

    rows = [(s.team, str(s.owed), str(s.answered), s.when, str(s.missing), s.progress) for s in team_summaries(report)]
    table(
        f"{report.plan.title or report.plan.code} · {period_label(report.period)}",
        ("Equipo", "Debía", "Respondió", "Cuándo", "Falta", "Avance"),
        rows,
    )
    _tell_means(report.by_lines, report.by_items)
    for missing in report.missing:
        say(f"Falta: fila {missing.line.row}, {missing.team} — {missing.line.label}")


def _tell_means(*means: "Rollup") -> None:
    from gdflow.spanish.numbers import percent

    for mean in means:
        if mean.progress is not None:
            say(f"{mean.group}: {percent(mean.progress, 2)}")
