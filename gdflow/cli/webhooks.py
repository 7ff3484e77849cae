"""Commands about webhooks: the entity's own systems that are told what happens."""

from typing import TYPE_CHECKING, Annotated

import typer

from gdflow import clock
from gdflow.cli.options import AsJson, By, home
from gdflow.cli.output import Exit, print_json, say, table

if TYPE_CHECKING:
    from datetime import datetime

    from gdflow.app import App
    from gdflow.domain.rules import Rules
    from gdflow.services.deliver import DeliveryReport
    from gdflow.services.webhook_board import WebhookLine
    from gdflow.services.webhooks import Given

webhooks = typer.Typer(help="Avisar a otros sistemas de la entidad de lo que pasa.", no_args_is_help=True)
COLUMNS = ("N.º", "Dirección", "Sucesos", "Estado", "Último envío", "Respuesta", "Esperan")
Number = Annotated[int, typer.Argument(metavar="NÚMERO", help="El de «gdflow webhooks list».")]


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.add_typer(webhooks, name="webhooks")


@webhooks.command("add")
def add_webhook(
    url: Annotated[str, typer.Argument(metavar="URL", help="La dirección del otro sistema, con https://.")],
    by: By,
    events: Annotated[
        list[str] | None,
        typer.Option(
            "--events", metavar="SUCESO,…", help="De qué se avisa, por ejemplo period.closed; si falta, todo."
        ),
    ] = None,
) -> None:
    """Avisar a una dirección desde ahora. Su clave se muestra esta única vez."""
    from gdflow.app import App
    from gdflow.services.webhooks import add, events_of

    app = App.open(home())
    with app.transaction() as session:
        own = app.settings.channels.hosts
        given = add(session, app.rules, url, events_of(events or ()), own, by=by, now=clock.now())
    say(f"Webhook {given.webhook.id}, para {len(given.webhook.events)} sucesos. Pruébelo: gdflow webhooks test.")
    _tell_secret(given)


@webhooks.command("list")
def list_webhooks(as_json: AsJson = False) -> None:
    """Listar los webhooks: de qué se les avisa y cómo les fue la última vez."""
    from gdflow.app import App
    from gdflow.services.webhooks_json import webhook_json

    app = App.open(home())
    known = _lines(app)
    if as_json:
        print_json({"webhooks": [webhook_json(each) for each in known]})
    elif known:
        table("Webhooks", COLUMNS, [_row(each, app.rules) for each in known])
    else:
        say("No se avisa a ningún sistema.")


@webhooks.command("show")
def show_webhook(number: Number, as_json: AsJson = False) -> None:
    """Mostrar un webhook con todo lo que se sabe de él; la clave no."""
    from gdflow.app import App
    from gdflow.services.webhooks_json import webhook_json

    app = App.open(home())
    line = _line(app, number)
    if as_json:
        print_json(webhook_json(line))
    else:
        _tell(line, app.rules)


@webhooks.command("test")
def try_webhook(number: Number, by: By, as_json: AsJson = False) -> None:
    """Enviarle ahora un aviso de prueba y lo que espera, y decir qué respondió. Termina con 5 si no lo recibió."""
    from gdflow.app import App
    from gdflow.services.webhooks import try_out
    from gdflow.services.webhooks_json import webhook_json

    app = App.open(home())
    with app.transaction() as session:
        known = try_out(session, app.rules, number, by=by, now=clock.now())
    report = _deliver(app, known.channel)
    line = _line(app, number)
    if as_json:
        print_json(webhook_json(line))
    else:
        _tell(line, app.rules)
    if report.partial:
        raise typer.Exit(Exit.PARTIAL)


@webhooks.command("enable")
def enable_webhook(number: Number, by: By) -> None:
    """Encender un webhook: se le avisa de lo que pase desde ahora."""
    from gdflow.app import App
    from gdflow.services.webhooks import enable

    app = App.open(home())
    with app.transaction() as session:
        known = enable(session, app.rules, number, by=by, now=clock.now())
    say(f"El webhook {known.id} ({known.host}) está encendido. De lo que pasó mientras tanto no se le avisa.")


@webhooks.command("disable")
def disable_webhook(number: Number, by: By) -> None:
    """Apagar un webhook: no se le avisa de nada, y lo que esperaba se omite."""
    from gdflow.app import App
    from gdflow.services.webhooks import disable

    app = App.open(home())
    with app.transaction() as session:
        known = disable(session, app.rules, number, by=by, now=clock.now())
    say(f"El webhook {known.id} ({known.host}) está apagado.")


@webhooks.command("remove")
def remove_webhook(number: Number, by: By) -> None:
    """Retirar un webhook con sus claves; lo que esperaba se omite."""
    from gdflow.app import App
    from gdflow.services.webhooks import remove

    app = App.open(home())
    with app.transaction() as session:
        known = remove(session, app.rules, number, by=by, now=clock.now())
    say(f"Se retiró el webhook {known.id} ({known.host}).")


@webhooks.command("rotate")
def rotate_secret(number: Number, by: By) -> None:
    """Dar otra clave, que se muestra esta única vez; por un día los avisos llevan también la firma de la anterior."""
    from gdflow.app import App
    from gdflow.services.webhooks import rotate

    app = App.open(home())
    with app.transaction() as session:
        given = rotate(session, app.rules, number, by=by, now=clock.now())
    _tell_secret(given)
    if given.old_until is not None:
        say(f"La anterior firma también hasta {_moment(given.old_until, app.rules)}.")


def _tell_secret(given: "Given") -> None:
    say("Guarde ya la clave con que se comprueba la firma, no se vuelve a mostrar (véase docs/webhooks.md):")
    say(given.secret)


def _lines(app: "App") -> "tuple[WebhookLine, ...]":
    from gdflow.services.webhook_board import webhook_lines

    with app.reading() as session:
        return webhook_lines(session, app.rules, now=clock.now())


def _line(app: "App", number: int) -> "WebhookLine":
    from gdflow.services.webhooks import find

    with app.reading() as session:
        find(session, app.rules, number)
    return next(each for each in _lines(app) if each.webhook.id == number)


def _deliver(app: "App", channel: str) -> "DeliveryReport":
    from gdflow.services.deliver import deliver

    ways = [each for each in app.webhooks() if each.channel == channel]
    return deliver(app.transaction, ways, app.rules, clock=clock.now, owner=app.sender("cli"))


def _row(line: "WebhookLine", rules: "Rules") -> tuple[str, ...]:
    webhook, last = line.webhook, line.last
    return (
        str(webhook.id),
        webhook.shown,
        ", ".join(webhook.events),
        line.state.label,
        _moment(last.at, rules) if last else "—",
        _answer(line),
        str(line.waiting),
    )


def _tell(line: "WebhookLine", rules: "Rules") -> None:
    from gdflow.spanish.counts import counted
    from gdflow.spanish.webhooks import REASONS

    webhook, last = line.webhook, line.last
    say(f"Webhook {webhook.id}: {webhook.shown}")
    say(f"{line.state.label}." + (f" Motivo: {REASONS[webhook.reason]}." if webhook.reason else ""))
    say(f"Se le avisa de: {', '.join(webhook.events)}.")
    say(f"Lo registró {webhook.created_by}, {_moment(webhook.created_at, rules)}.")
    if last is not None:
        state = last.state.label if last.state else "sin terminar"
        say(f"Último envío: {last.event}, {_moment(last.at, rules)}: {state} {_answer(line)}".rstrip())
    if line.standing.paused_until is not None:
        again = _moment(line.standing.paused_until, rules)
        times = counted(line.standing.failures, "vez", "veces seguidas")
        say(f"Falló {times}; se intenta de nuevo {again}.")
    if line.waiting or line.refused:
        waiting = counted(line.waiting, "aviso", "avisos")
        say(f"Por enviar: {waiting}; en los últimos siete días rechazó {line.refused}.")


def _answer(line: "WebhookLine") -> str:
    return " ".join(filter(None, [line.last.code, line.last.text])) if line.last else ""


def _moment(moment: "datetime", rules: "Rules") -> str:
    """vie 14 jul 2023, 15:40"""
    from gdflow.spanish.dates import short_date

    local = rules.window.local(moment)
    return f"{short_date(local.date())}, {local:%H:%M}"
