"""Reading what came back to the mailbox, and sending what the outbox holds."""

from collections.abc import Callable
from datetime import date, datetime

from prefect import flow

from flows.edge import Summary, carry_out
from gdflow import clock
from gdflow.app import App
from gdflow.domain.errors import DeliveryError
from gdflow.domain.outbox import NoticeState
from gdflow.services.bounces import Fate
from gdflow.services.delivery_round import Round, go_round


@flow(name="gdflow-deliver")
async def deliver(as_of: date | None = None) -> Summary:
    """Leer el buzón y enviar lo que está en la bandeja de salida y puede salir ahora."""
    # Sending hours are those of the present: a run that is made up for at night must not send at night.
    return await carry_out("deliver", _deliver_now if as_of is None else _deliver_then, as_of)


def _deliver_now(app: App, _scheduled: datetime) -> Summary:
    return _deliver(app, clock.now)


def _deliver_then(app: App, now: datetime) -> Summary:
    return _deliver(app, clock.running_from(now))


def _deliver(app: App, present: Callable[[], datetime]) -> Summary:
    its = (app.transaction, app.transports(), app.rules, app.post())
    done = go_round(*its, clock=present, owner=app.sender("flow"), sleep=clock.sleep)
    failed = [resting for resting in done.delivery.resting if not resting.limited]
    if failed:
        raise DeliveryError(failed[0].code, answer="", text=failed[0].text, channel=failed[0].channel)
    if done.mailbox is not None and done.mailbox.trouble is not None:
        raise done.mailbox.trouble
    return {state.label: done.delivery.count(state) for state in NoticeState} | _of_mailbox(done)


def _of_mailbox(done: Round) -> Summary:
    if done.mailbox is None:
        return {}
    doubts = done.mailbox.doubts
    return {
        "correos devueltos": done.mailbox.bounces.count(Fate.REFUSED),
        "dudas aclaradas en enviados": doubts.arrived,
        "dudas que se reenvían": doubts.again,
    }
