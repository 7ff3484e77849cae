"""Sending from the command line: how long a burst will take, what became of each message, what waits and why."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import typer

from gdflow import clock
from gdflow.cli.noting import noted_today
from gdflow.cli.options import moment_of
from gdflow.cli.output import Exit, print_json, say, table
from gdflow.domain.outbox import EMAIL, NoticeState
from gdflow.spanish.delivery import channel_words

if TYPE_CHECKING:
    from gdflow.app import App
    from gdflow.domain.rules import Rules
    from gdflow.services.backlog import Backlog
    from gdflow.services.deliver import Delivered, DeliveryReport, Resting
    from gdflow.services.delivery_round import Round

TO_BE_SENT = (NoticeState.QUEUED, NoticeState.RETRY)


def send(app: "App", as_of: str | None, *, as_json: bool) -> None:
    """Send what may leave now and tell what became of it; the command ends with 5 when something did not leave."""
    from gdflow.domain.works import Work
    from gdflow.services.delivery_round import go_round

    rules, transports = app.rules, app.transports()
    present = clock.running_from(moment_of(as_of)) if as_of else clock.now
    if not as_json:
        started = present()
        _tell_bursts(_waiting(app, started), rules, started)
    its = (app.transaction, transports, rules, app.post())
    with noted_today(app, Work.DELIVER, as_of):
        done = go_round(*its, clock=present, owner=app.sender("cli"), sleep=clock.sleep)
    waiting = _waiting(app, present(), done.delivery.resting)
    if as_json:
        from gdflow.services.scan_json import delivery_json

        print_json(delivery_json(done, waiting))
    else:
        _tell_mailbox(done)
        _tell(done.delivery, waiting, rules)
    if done.delivery.partial:
        raise typer.Exit(Exit.PARTIAL)


def show_waiting(app: "App", as_of: str | None, *, as_json: bool) -> None:
    """Tell what stands in the outbox to be sent, and by when it will have left; nothing is sent."""
    from gdflow.services.outbox_board import board

    with app.reading() as session:
        found = board(session, app.rules, app.transports(), now=moment_of(as_of))
    waits = replace(found, notices=tuple(each for each in found.notices if each.state in TO_BE_SENT))
    if as_json:
        from gdflow.services.outbox_json import board_json

        print_json(board_json(waits))
    else:
        from gdflow.cli.outbox_words import tell_board

        tell_board(waits, app.rules)
        say("Ensayo: no se envió nada.")


def _waiting(app: "App", now: datetime, resting: "Sequence[Resting]" = ()) -> "tuple[Backlog, ...]":
    from gdflow.services.backlog import backlog

    with app.reading() as session:
        return backlog(session, app.rules, app.transports(), resting, now=now)


def _tell_bursts(waiting: "tuple[Backlog, ...]", rules: "Rules", now: datetime) -> None:
    from gdflow.spanish.durations import how_long

    for each in waiting:
        if each.burst:
            say(
                f"{channel_words(each.channel)}: {each.pending} mensajes por enviar, a {each.per_minute} por minuto; "
                f"el último sale hacia {_moment(each.done_by, rules)}, en {how_long(each.done_by - now)}."
            )


def _tell(report: "DeliveryReport", waiting: "tuple[Backlog, ...]", rules: "Rules") -> None:
    rows = [(_reader(d), d.subject, d.state.label, d.text or "") for d in report.deliveries]
    if rows:
        table("Correos", ("Para", "Asunto", "Resultado", "Respuesta"), rows)
    elif not report.resting:
        say("No había correos por enviar.")
    for resting in report.resting:
        _tell_rest(resting, rules)
    for each in waiting:
        last = _moment(each.done_by, rules)
        say(f"{channel_words(each.channel)}: {each.pending} por enviar todavía; el último sale hacia {last}.")


def _tell_mailbox(done: "Round") -> None:
    if done.mailbox is None:
        return
    from gdflow.services.bounces import Fate
    from gdflow.spanish.messages import say as sentence

    counts = {
        "correos devueltos": done.mailbox.bounces.count(Fate.REFUSED),
        "demorados o reenviados": done.mailbox.bounces.count(Fate.NOTED),
        "envíos en duda que sí llegaron": done.mailbox.doubts.arrived,
        "envíos en duda que se repiten": done.mailbox.doubts.again,
    }
    if any(counts.values()):
        say(f"Buzón: {'; '.join(f'{name}: {count}' for name, count in counts.items() if count)}.")
    if done.mailbox.trouble is not None:
        say(f"Buzón: {sentence(done.mailbox.trouble)}")


def _tell_rest(resting: "Resting", rules: "Rules") -> None:
    from gdflow.domain.errors import DeliveryError
    from gdflow.spanish.messages import say as sentence

    name = resting.channel.partition(":")[2]
    why = sentence(DeliveryError(resting.code, answer="", text=resting.text, channel=name))
    say(f"{channel_words(resting.channel)}: en pausa hasta {_moment(resting.until, rules)}. {' '.join(why.split())}")


def _reader(delivered: "Delivered") -> str:
    return delivered.address if delivered.channel == EMAIL else channel_words(delivered.channel)


def _moment(moment: datetime, rules: "Rules") -> str:
    """las 15:40 del lunes 10 de julio de 2023"""
    from gdflow.spanish.dates import long_date

    local = rules.window.local(moment)
    return f"las {local:%H:%M} del {long_date(local.date())}"
