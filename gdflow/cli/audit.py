"""Commands about the record: whether it is whole, and what is in it."""

from typing import TYPE_CHECKING, Annotated

import typer

from gdflow.cli.options import AsJson, home
from gdflow.cli.output import Exit, print_json, say, table

if TYPE_CHECKING:
    from gdflow.domain.events import Event
    from gdflow.services.audit import Audit

audit = typer.Typer(
    help="El registro de sucesos y lo que se congeló: si está íntegro, y qué dice.", no_args_is_help=True
)
COLUMNS = ("N.º", "Cuándo", "Qué", "De qué", "Quién", "Huella")
SHOWN = 16
"""Signs of a hash that are enough to know it by."""


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.add_typer(audit, name="audit")


@audit.command("verify")
def verify(
    head: Annotated[
        str | None, typer.Option(metavar="HUELLA", help="La del registro que traen un acta o un correo de cierre.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Comprobar que nadie cambió el registro, las cifras congeladas ni los informes. Termina con 3 si algo cambió."""
    from gdflow.app import App
    from gdflow.services.audit import audit_json
    from gdflow.services.audit import verify as verify_it

    app = App.open(home())
    with app.reading() as session:
        found = verify_it(session, app.rules, app.objects, head)
    if as_json:
        print_json(audit_json(found))
    else:
        _tell(found)
    if found.wrong:
        raise typer.Exit(Exit.PROBLEMS)


def _tell(found: "Audit") -> None:
    from gdflow.spanish.dates import long_date

    if not found.wrong:
        say("Todo está como se escribió.")
    for each in found.wrong:
        say(f"■ {each.message}")
    say(f"Registro: {found.events} sucesos, último eslabón {found.head}")
    say(f"Cierres revisados: {found.closings} · informes revisados: {found.reports}")
    if found.head_event is not None:
        day = long_date(found.head_event.at)
        say(f"La huella dada es la del suceso {found.head_event.sequence}, del {day}: el registro la contiene.")


@audit.command("list")
def list_events(
    last: Annotated[int, typer.Option(min=1, metavar="N", help="Cuántos, los más nuevos.")] = 50,
    as_json: AsJson = False,
) -> None:
    """Listar los últimos sucesos del registro, en el orden en que pasaron."""
    from gdflow.app import App
    from gdflow.services.audit import event_json
    from gdflow.storage.events import newest_events

    app = App.open(home())
    with app.reading() as session:
        found = newest_events(session, app.rules.entity_id, last)
    if as_json:
        print_json({"events": [event_json(each) for each in found]})
    else:
        table("Registro de sucesos", COLUMNS, [_row(each) for each in found])


def _row(event: "Event") -> tuple[str, ...]:
    from gdflow.domain.consolidated import BOGOTA
    from gdflow.spanish.audit import KINDS
    from gdflow.spanish.dates import short_date

    at = event.at.astimezone(BOGOTA)
    return (
        *(str(event.sequence), f"{short_date(at)} {at:%H:%M}", KINDS.get(event.kind, event.kind)),
        *(event.subject, event.actor),
        event.hash[:SHOWN],
    )
