"""Sending what the outbox holds."""

import os
from collections.abc import Callable
from datetime import date, datetime

from prefect import flow

from flows.edge import Summary, carry_out
from gdflow import clock
from gdflow.app import App
from gdflow.domain.errors import DeliveryError
from gdflow.domain.outbox import NoticeState
from gdflow.services import deliver as delivery


@flow(name="gdflow-deliver")
async def deliver(as_of: date | None = None) -> Summary:
    """Enviar lo que está en la bandeja de salida y puede salir ahora."""
    # Sending hours are those of the present: a run that is made up for at night must not send at night.
    return await carry_out("deliver", _deliver_now if as_of is None else _deliver_then, as_of)


def _deliver_now(app: App, _scheduled: datetime) -> Summary:
    return _deliver(app, clock.now)


def _deliver_then(app: App, now: datetime) -> Summary:
    return _deliver(app, lambda: now)


def _deliver(app: App, present: Callable[[], datetime]) -> Summary:
    channel = app.channel()
    try:
        owner = f"flow-{os.getpid()}"
        report = delivery.deliver(app.transaction, channel, app.rules, clock=present, owner=owner)
    finally:
        channel.close()
    if report.paused:
        raise DeliveryError(report.paused, text=report.deliveries[-1].text)
    return {state.label: report.count(state) for state in NoticeState}
