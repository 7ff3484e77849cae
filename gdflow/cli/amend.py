"""Commands by which a line is replanned with an act: line, list, undo."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from gdflow.cli.options import AsJson, AsOf, By, DryRun, PlanCode, date_of, day_of, home, moment_of
from gdflow.cli.output import print_json, say, table

if TYPE_CHECKING:
    from gdflow.app import App
    from gdflow.domain.amendments import Amendment
    from gdflow.domain.lines import Line
    from gdflow.services.amend import Amended, Wanted
    from gdflow.services.amendments_json import ListedAmendment
    from gdflow.storage.engine import Session

amend = typer.Typer(
    help="Replanificar una línea con un acta: su fecha final, su meta o su equipo, desde un día.", no_args_is_help=True
)
COLUMNS = ("N.º", "Línea", "Qué cambia", "Desde", "Acta y motivo", "Estado")


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.add_typer(amend, name="amend")


@amend.command("line")
def amend_line(
    line: Annotated[str, typer.Argument(metavar="LÍNEA", help="Fila de la hoja (9 o fila:9), o número impreso.")],
    act: Annotated[str, typer.Option(metavar="ACTA", help="El acta o acto que lo decide: «Acta 05 de 2023».")],
    by: By,
    reason: Annotated[str, typer.Option(metavar="TEXTO", help="Por qué.")],
    due: Annotated[str | None, typer.Option(metavar="AAAA-MM-DD", help="Nueva fecha final.")] = None,
    target: Annotated[str | None, typer.Option(metavar="CIFRA", help="Nueva meta: 25, 0,3 o 30 %.")] = None,
    team: Annotated[str | None, typer.Option(metavar="EQUIPO", help="Nuevo equipo responsable.")] = None,
    since: Annotated[
        str | None, typer.Option("--from", metavar="AAAA-MM-DD", help="Desde qué día rige; por omisión, hoy.")
    ] = None,
    plan: PlanCode = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Cambiar la fecha final, la meta o el equipo de una línea. Los períodos cerrados conservan lo anterior."""
    from gdflow.app import App
    from gdflow.services.amend import amend as amend_it
    from gdflow.services.decide import why
    from gdflow.services.find import find_line, find_plan
    from gdflow.storage.plans import lines_of

    app, given, now = App.open(home()), why(by, reason), moment_of(as_of)
    with app.writing(dry_run=dry_run) as session:
        chosen = find_plan(session, app.rules.entity_id, plan)
        found = find_line(lines_of(session, chosen.id), line, chosen.code)
        wanted = _wanted(found, due, target, team, day_of(since) or app.rules.today(now), act)
        done = amend_it(session, app.rules, chosen, found, wanted, given, now=now)
        _answer(session, app, done, as_json=as_json)
    if dry_run and not as_json:
        say("Ensayo: no se guardó nada.")


@amend.command("list")
def list_amendments(
    line: Annotated[str | None, typer.Argument(metavar="[LÍNEA]", help="Solo los de una línea.")] = None,
    plan: PlanCode = None,
    as_json: AsJson = False,
) -> None:
    """Listar los cambios hechos con acta, con el número con que se deshacen."""
    from gdflow.app import App
    from gdflow.services.amendments_json import amendments_json, listed_amendments
    from gdflow.services.find import find_line, find_plan
    from gdflow.storage.plans import lines_of

    app = App.open(home())
    with app.reading() as session:
        chosen = find_plan(session, app.rules.entity_id, plan) if plan or line else None
        found = find_line(lines_of(session, chosen.id), line, chosen.code) if chosen and line else None
        listed = listed_amendments(session, app.rules, chosen, found)
    if as_json:
        print_json(amendments_json(listed))
    elif listed:
        table("Cambios con acta", COLUMNS, [_row(each) for each in listed])
    else:
        say("Ninguna línea se ha cambiado con un acta.")


@amend.command("undo")
def undo(
    number: Annotated[int, typer.Argument(metavar="NÚMERO", help="El de «gdflow amend list».")],
    by: By,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Deshacer un cambio: la línea recobra lo que tenía; uno por venir ya no se aplica."""
    from gdflow.app import App
    from gdflow.services.amend import undo_amendment

    app, now = App.open(home()), moment_of(as_of)
    with app.writing(dry_run=dry_run) as session:
        done = undo_amendment(session, app.rules, number, by, now=now)
        _answer(session, app, done, as_json=as_json)
    if dry_run and not as_json:
        say("Ensayo: no se guardó nada.")


def _wanted(line: "Line", due: str | None, target: str | None, team: str | None, since: date, act: str) -> "Wanted":
    from gdflow.domain.amendments import AmendedField
    from gdflow.domain.errors import InputError
    from gdflow.services.amend import Wanted, wanted_target

    asked = [
        *([(AmendedField.DUE, date_of(due).isoformat())] if due else []),
        *([(AmendedField.TARGET, wanted_target(line, target))] if target else []),
        *([(AmendedField.TEAM, team)] if team else []),
    ]
    if len(asked) != 1:
        raise InputError("one_amendment")
    ((field, after),) = asked
    return Wanted(field, after, since, act)


def _answer(session: "Session", app: "App", done: "Amended", *, as_json: bool) -> None:
    from gdflow.services.amendments_json import amendments_json, listed_amendments
    from gdflow.spanish.amendments import amendment_text
    from gdflow.storage.plans import line_by_id

    taken = done.amendment
    line = line_by_id(session, taken.line_id)
    if as_json:
        mine = [each for each in listed_amendments(session, app.rules, line=line) if each.amendment.id == taken.id]
        print_json(amendments_json(mine))
        return
    say(f"Cambio {taken.id}. Fila {line.row if line else '—'}. {amendment_text(taken)}")
    for told in _follows(done):
        say(f"  {told}")


def _follows(done: "Amended") -> list[str]:
    """What follows of an act, or of taking it back."""
    from gdflow.spanish.dates import long_date

    taken = done.amendment
    if taken.undone_at is not None:
        return ["Se deshizo: la línea dice otra vez lo que decía." if taken.applied_at else "No se aplicará."]
    undoing = f"Para deshacerlo: gdflow amend undo {taken.id} --by NOMBRE"
    if taken.applied_at is None:
        return [f"Se aplicará con el primer barrido desde el {long_date(taken.effective_on)}.", undoing]
    return ["Los períodos que ya se cerraron conservan lo anterior.", undoing]


def _row(listed: "ListedAmendment") -> tuple[str, ...]:
    from gdflow.spanish.amendments import value_text
    from gdflow.spanish.dates import short_date

    taken, line = listed.amendment, listed.line
    before, after = value_text(taken.field, taken.before), value_text(taken.field, taken.after)
    return (
        *(str(taken.id), f"{listed.plan}, fila {line.row}" if line else "línea retirada"),
        *(f"{taken.field.label}: {before} → {after}", short_date(taken.effective_on)),
        *(f"{taken.act}: {taken.reason} ({taken.author})", _state(taken)),
    )


def _state(taken: "Amendment") -> str:
    if taken.undone_at is not None:
        return f"deshecho por {taken.undone_by}"
    return "rige" if taken.applied_at is not None else "por venir"
