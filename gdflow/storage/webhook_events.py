"""What happens is put into the outbox for every webhook that asked for it, in the transaction that writes it down.

It stands beside the record itself, so that nothing can be written there without being told, nor told without being
written; and the record's own number makes it once for each webhook.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select
from sqlmodel import Session

from gdflow.domain.events import Event
from gdflow.domain.webhooks import ANNOUNCED, Told, Webhook, draft_for, told_of
from gdflow.storage.engine import execute
from gdflow.storage.lines import line_by_id
from gdflow.storage.outbox import enqueue
from gdflow.storage.tables import entity, plan, receipt, team
from gdflow.storage.webhooks import active_webhooks

BOGOTA = ZoneInfo("America/Bogota")
CODE = select(entity.c.code).where(entity.c.id == bindparam("of_entity"))
PLAN = select(plan.c.code).where(plan.c.id == bindparam("of_id"))
TEAM = select(team.c.name).where(team.c.id == bindparam("of_id"))
PERIOD = select(receipt.c.period).where(
    receipt.c.entity_id == bindparam("of_entity"), receipt.c.number == bindparam("of_number")
)


def announce(session: Session, entity_id: int, happened: Iterable[Event]) -> int:
    """Keep a message about each announced event for every active webhook that asked for it; returns how many."""
    announced = [event for event in happened if event.kind in ANNOUNCED]
    listening = active_webhooks(session, entity_id) if announced else ()
    kept = 0
    for event in announced:
        readers = [each for each in listening if ANNOUNCED[event.kind] in each.events]
        if readers:
            kept += _tell(session, readers, told_of(event, _place(session, event)))
    return kept


def tell(session: Session, webhook: Webhook, told: Told) -> None:
    """Keep a message for one webhook that leaves before all others."""
    enqueue(session, draft_for(webhook, told, _code(session, webhook.entity_id), _day(told.at), urgent=True))


def _tell(session: Session, readers: Iterable[Webhook], told: Told) -> int:
    return sum(
        enqueue(session, draft_for(each, told, _code(session, each.entity_id), _day(told.at))) is not None
        for each in readers
    )


def _place(session: Session, event: Event) -> Mapping[str, object]:
    """What the subject of an event is called outside: no number of a row is told, but that of a mail in the outbox."""
    kind, _, known = event.subject.partition(":")
    if kind == "line":
        return _of_line(session, int(known))
    if kind == "team":
        return _of_team(session, event, known)
    return {"day": known} if kind == "day" else {"notice": int(known)} if kind == "notice" else {}


def _of_line(session: Session, line_id: int) -> Mapping[str, object]:
    line = line_by_id(session, line_id)
    if line is None:
        return {"line": None}
    code = execute(session, PLAN, {"of_id": line.plan_id}).scalar_one()
    return {"plan": code, "line": line.uid, "row": line.row, "team": line.team}


def _of_team(session: Session, event: Event, team_id: str) -> Mapping[str, object]:
    """team_id: "None" for a form that was given out to no team."""
    name = execute(session, TEAM, {"of_id": int(team_id)}).scalar() if team_id.isdecimal() else None
    if ANNOUNCED[event.kind].value != "submission.received":
        return {"team": name}
    its = {"of_entity": event.entity_id, "of_number": told_of(event, {}).data["receipt"]}
    return {"team": name, "period": execute(session, PERIOD, its).scalar()}


def _code(session: Session, entity_id: int) -> str:
    return str(execute(session, CODE, {"of_entity": entity_id}).scalar_one())


def _day(at: datetime) -> date:
    return at.astimezone(BOGOTA).date()
