"""Commands about the outbox: what waits, what became of each notice, what a person decides about those in doubt."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from gdflow.cli.options import AsJson, AsOf, By, DryRun, day_of, home, moment_of
from gdflow.cli.output import print_json, say

if TYPE_CHECKING:
    from gdflow.domain.outbox import NoticeState

outbox = typer.Typer(help="La bandeja de salida.", invoke_without_command=True, no_args_is_help=False)
NoticeNumber = Annotated[int, typer.Argument(metavar="NÚMERO", help="El de «gdflow outbox».")]


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.add_typer(outbox, name="outbox")


@outbox.callback(invoke_without_command=True)
def list_notices(
    context: typer.Context,
    state: Annotated[
        str | None,
        typer.Option(
            metavar="ESTADO",
            help="queued, sending, sent, handed_over, retry, refused, in_doubt o suppressed.",
        ),
    ] = None,
    day: Annotated[str | None, typer.Option(metavar="AAAA-MM-DD", help="Los avisos de ese día.")] = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Listar los avisos: los de un estado o de un día; sin filtros, lo que está por resolver y todo lo de hoy."""
    if context.invoked_subcommand is not None:
        return
    from gdflow.app import App
    from gdflow.services.outbox_board import board

    app, wanted, now = App.open(home()), _state(state), moment_of(as_of)
    with app.reading() as session:
        found = board(session, app.rules, app.transports(), now=now, state=wanted, day=day_of(day))
    if as_json:
        from gdflow.services.outbox_json import board_json

        print_json(board_json(found))
    else:
        from gdflow.cli.outbox_words import tell_board

        tell_board(found, app.rules)


@outbox.command("show")
def show(notice: NoticeNumber, as_json: AsJson = False) -> None:
    """Contar toda la historia de un aviso: qué lleva, cada intento, cómo terminó y quién decidió."""
    from gdflow.app import App
    from gdflow.services.outbox_board import story

    app = App.open(home())
    with app.reading() as session:
        told = story(session, app.rules, notice)
    if as_json:
        from gdflow.services.outbox_json import story_json

        print_json(story_json(told))
    else:
        from gdflow.cli.outbox_words import tell_story

        tell_story(told, app.rules)


@outbox.command("resolve")
def resolve(
    notice: NoticeNumber,
    by: By,
    reason: Annotated[str, typer.Option(metavar="TEXTO", help="Por qué.")],
    sent: Annotated[bool, typer.Option("--sent", help="Llegó.")] = False,
    resend: Annotated[bool, typer.Option("--resend", help="No llegó: se envía otra vez, igual.")] = False,
    drop: Annotated[bool, typer.Option("--drop", help="No se sabe y ya no importa: se deja así.")] = False,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Decidir sobre un aviso del que no se sabe si llegó."""
    from gdflow.app import App
    from gdflow.services.decide import why
    from gdflow.services.in_doubt import decide_doubt

    app, given, state = App.open(home()), why(by, reason), _decision(sent=sent, resend=resend, drop=drop)
    with app.writing(dry_run=dry_run) as session:
        settled = decide_doubt(session, app.rules, notice, state, given, now=moment_of(as_of))
    if as_json:
        from gdflow.services.outbox_json import notice_json

        print_json(notice_json(settled))
        return
    say(f"Aviso {settled.id}, para {settled.address}: {settled.state.label.lower()}.")
    if resend:
        say("Sale con el próximo envío, con los mismos datos y el mismo Message-ID.")
    if dry_run:
        say("Ensayo: no se guardó nada.")


@outbox.command("marks")
def list_marks(as_json: AsJson = False) -> None:
    """Listar las direcciones a las que no se escribe porque su servidor las rechazó."""
    from gdflow.app import App
    from gdflow.storage.address_marks import marks_of

    app = App.open(home())
    with app.reading() as session:
        marks = marks_of(session, app.rules.entity_id)
    if as_json:
        from gdflow.services.outbox_json import marks_json

        print_json(marks_json(marks.values()))
    elif marks:
        from gdflow.cli.outbox_words import tell_marks

        tell_marks(marks.values(), app.rules)
    else:
        say("Se escribe a todas las direcciones: ninguna está marcada.")


@outbox.command("forgive")
def forgive(
    address: Annotated[str, typer.Argument(metavar="CORREO", help="La dirección que ya sirve.")],
    dry_run: DryRun = False,
) -> None:
    """Volver a escribir a una dirección que un servidor había rechazado."""
    from gdflow.app import App
    from gdflow.domain.errors import ConflictError
    from gdflow.services.forgive import forgive as forgive_it

    app = App.open(home())
    now: datetime = moment_of(None)
    with app.writing(dry_run=dry_run) as session:
        if not forgive_it(session, app.rules, address.strip(), now=now, actor="coordinator"):
            raise ConflictError("address_not_marked", found=address)
    say(f"Desde ahora se vuelve a escribir a {address.strip()}.")
    if dry_run:
        say("Ensayo: no se guardó nada.")


def _state(text: str | None) -> "NoticeState | None":
    from gdflow.domain.errors import InputError
    from gdflow.domain.outbox import NoticeState

    known = {state.value: state for state in NoticeState}
    if text is not None and text not in known:
        raise InputError("bad_notice_state", found=text, expected=", ".join(known))
    return known[text] if text else None


def _decision(*, sent: bool, resend: bool, drop: bool) -> "NoticeState":
    from gdflow.domain.errors import InputError
    from gdflow.domain.outbox import NoticeState

    chosen = {NoticeState.SENT: sent, NoticeState.QUEUED: resend, NoticeState.SUPPRESSED: drop}
    states = [state for state, said in chosen.items() if said]
    if len(states) != 1:
        raise InputError("one_decision")
    return states[0]
