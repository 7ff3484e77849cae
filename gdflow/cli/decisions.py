"""Commands by which people decide: silence, acknowledge, extend, waive, handover, decisions, undo."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from gdflow.cli.options import AsJson, AsOf, By, DryRun, PeriodKey, PlanCode, date_of, day_of, home, moment_of
from gdflow.cli.output import print_json, say, table

if TYPE_CHECKING:
    from gdflow.app import App
    from gdflow.domain.lines import Line, PlanFacts
    from gdflow.services.decide import Decided
    from gdflow.storage.engine import Session

LineName = Annotated[str, typer.Argument(metavar="LÍNEA", help="Fila de la hoja (9 o fila:9), o número impreso.")]
Reason = Annotated[str, typer.Option(metavar="TEXTO", help="Por qué.")]


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.command("silence")(silence)
    app.command("acknowledge")(acknowledge)
    app.command("extend")(extend)
    app.command("waive")(waive)
    app.command("handover")(hand_over)
    app.command("decisions")(list_decisions)
    app.command("undo")(undo)


def silence(
    until: Annotated[str, typer.Option(metavar="AAAA-MM-DD", help="Último día del silencio.")],
    by: By,
    reason: Reason,
    line: Annotated[
        str | None, typer.Argument(metavar="[LÍNEA]", help="Fila de la hoja (9 o fila:9), o número impreso.")
    ] = None,
    team: Annotated[str | None, typer.Option(metavar="EQUIPO", help="Todo lo que debe un equipo.")] = None,
    plan: PlanCode = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Callar los recordatorios de una línea o de un equipo hasta un día. Se sigue debiendo."""
    from gdflow.app import App
    from gdflow.domain.errors import InputError
    from gdflow.services.decide import silence as silence_it
    from gdflow.services.decide import why
    from gdflow.services.find import team_of
    from gdflow.storage.people import teams_of

    if (line is None) == (team is None):
        raise InputError("line_or_team")
    app, given, now, end = App.open(home()), why(by, reason), moment_of(as_of), date_of(until)
    with app.writing(dry_run=dry_run) as session:
        if line is not None:
            chosen, found = _find(session, app, plan, line)
            decided = silence_it(session, app.rules, found, end, given, now=now)
            place = _place(chosen, found)
        else:
            named = team_of(teams_of(session, app.rules.entity_id), team or "")
            decided = silence_it(session, app.rules, named, end, given, now=now)
            place = f"Lo que debe {named.name}"
    _answer(app, decided, place, now, dry_run=dry_run, as_json=as_json)


def acknowledge(
    line: LineName,
    by: By,
    reason: Reason,
    until: Annotated[
        str | None,
        typer.Option(metavar="AAAA-MM-DD", help="Último día de descanso; por omisión, la próxima fecha límite."),
    ] = None,
    plan: PlanCode = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Acusar recibo: el equipo ya sabe y no se le recuerda hasta un día; a la jefatura sí se le sigue informando."""
    from gdflow.app import App
    from gdflow.services.decide import acknowledge as acknowledge_it
    from gdflow.services.decide import why

    app, given, now = App.open(home()), why(by, reason), moment_of(as_of)
    with app.writing(dry_run=dry_run) as session:
        chosen, found = _find(session, app, plan, line)
        decided = acknowledge_it(session, app.rules, found, day_of(until), given, now=now)
    _answer(app, decided, _place(chosen, found), now, dry_run=dry_run, as_json=as_json)


def extend(
    line: LineName,
    to: Annotated[str, typer.Option("--to", metavar="AAAA-MM-DD", help="Nueva fecha.")],
    by: By,
    reason: Reason,
    period: PeriodKey = None,
    plan: PlanCode = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Dar una prórroga: al resultado de un período con --period, o a la fecha final de la línea."""
    from gdflow.app import App
    from gdflow.services.decide import extend as extend_it
    from gdflow.services.decide import why

    app, given, now = App.open(home()), why(by, reason), moment_of(as_of)
    with app.writing(dry_run=dry_run) as session:
        chosen, found = _find(session, app, plan, line)
        decided = extend_it(session, app.rules, chosen, found, date_of(to), given, period=period, now=now)
    _answer(app, decided, _place(chosen, found), now, dry_run=dry_run, as_json=as_json)


def waive(
    line: LineName,
    by: By,
    reason: Reason,
    period: PeriodKey = None,
    plan: PlanCode = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Exceptuar una línea: no debe ese período, o nada más si no se dice cuál. Se puede deshacer."""
    from gdflow.app import App
    from gdflow.services.decide import waive as waive_it
    from gdflow.services.decide import why

    app, given, now = App.open(home()), why(by, reason), moment_of(as_of)
    with app.writing(dry_run=dry_run) as session:
        chosen, found = _find(session, app, plan, line)
        decided = waive_it(session, app.rules, chosen, found, given, period=period, now=now)
    _answer(app, decided, _place(chosen, found), now, dry_run=dry_run, as_json=as_json)


def hand_over(
    line: LineName,
    by: By,
    reason: Reason,
    to: Annotated[str | None, typer.Option("--to", metavar="EQUIPO", help="A quién le correspondería.")] = None,
    plan: PlanCode = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Anotar que un equipo dice «no me corresponde»: se le deja en paz mientras la coordinación decide."""
    from gdflow.app import App
    from gdflow.services.decide import hand_over as hand_it_over
    from gdflow.services.decide import why
    from gdflow.services.find import team_of
    from gdflow.storage.people import teams_of

    app, given, now = App.open(home()), why(by, reason), moment_of(as_of)
    with app.writing(dry_run=dry_run) as session:
        chosen, found = _find(session, app, plan, line)
        named = team_of(teams_of(session, app.rules.entity_id), to) if to else None
        decided = hand_it_over(session, app.rules, found, named, given, now=now)
    _answer(app, decided, _place(chosen, found), now, dry_run=dry_run, as_json=as_json)
    if named is not None and not as_json:
        say(f"  Propone a {named.name}; para asignarla: gdflow assign '{named.name}' {found.row}")


def list_decisions(
    line: Annotated[
        str | None, typer.Argument(metavar="[LÍNEA]", help="Solo las que pesan sobre una línea o su equipo.")
    ] = None,
    plan: PlanCode = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Listar las decisiones que rigen, con el número con que se deshacen."""
    from gdflow.app import App
    from gdflow.services.decision_list import decisions_in_force, decisions_json

    app = App.open(home())
    day = app.rules.today(moment_of(as_of))
    with app.reading() as session:
        found = _find(session, app, plan, line)[1] if line else None
        listed = decisions_in_force(session, app.rules, day, line=found)
    if as_json:
        print_json(decisions_json(listed))
    elif listed:
        from gdflow.cli.deciding import COLUMNS, row_of

        table("Decisiones que rigen", COLUMNS, [row_of(each) for each in listed])
    else:
        say("No rige ninguna decisión.")


def undo(
    decision: Annotated[int, typer.Argument(metavar="NÚMERO", help="El de «gdflow decisions».")],
    by: By,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Deshacer una decisión antes de su fin: lo exceptuado se debe otra vez, lo prorrogado recobra su fecha."""
    from gdflow.app import App
    from gdflow.domain.errors import InputError
    from gdflow.services.decide import undo as undo_it

    if not by.strip():
        raise InputError("blank_author")
    app, now = App.open(home()), moment_of(as_of)
    with app.writing(dry_run=dry_run) as session:
        decided = undo_it(session, app.rules, decision, by.strip(), now=now)
    _answer(app, decided, "", now, dry_run=dry_run, as_json=as_json)


def _find(session: "Session", app: "App", plan: str | None, line: str) -> "tuple[PlanFacts, Line]":
    from gdflow.services.find import find_line, find_plan
    from gdflow.storage.plans import lines_of

    chosen = find_plan(session, app.rules.entity_id, plan)
    return chosen, find_line(lines_of(session, chosen.id), line, chosen.code)


def _place(plan: "PlanFacts", line: "Line") -> str:
    return f"Fila {line.row} de «{plan.code}»"


def _answer(app: "App", decided: "Decided", place: str, now: datetime, *, dry_run: bool, as_json: bool) -> None:
    if as_json:
        from gdflow.services.decision_list import decided_json

        print_json(decided_json(decided))
        return
    from gdflow.cli.deciding import tell_decided

    tell_decided(decided, place, app.rules.calendar, app.rules.today(now))
    if dry_run:
        say("Ensayo: no se guardó nada.")
