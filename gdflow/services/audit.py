"""Whether the record is as it was: the chain of events, what each closing froze, and the reports written from it.

Whoever can rewrite every table can rewrite the chain too: only a head that was kept elsewhere, on paper or in a mail,
shows that.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

from gdflow.domain.closing import ClosingFacts
from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.events import GENESIS, Event
from gdflow.domain.rules import Rules
from gdflow.services.write_closing import KIND as REPORT_WRITTEN
from gdflow.spanish.audit import WRONG
from gdflow.storage import closings, events, reports
from gdflow.storage.engine import Session
from gdflow.storage.reports import WrittenReport

PERIOD_CLOSED = "period_closed"
HEAD = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something that is not as it was. code: stable; message: the sentence for people."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Audit:
    """What was looked at, and what is wrong. head_event: the event whose hash was asked for, None without one."""

    events: int
    head: str
    closings: int
    reports: int
    head_event: Event | None
    wrong: tuple[Wrong, ...]


class Objects(Protocol):
    """Where the bytes of reports are found by their sha256."""

    def get(self, name: str) -> bytes:
        """The bytes; NotFoundError when they are not here."""


def verify(session: Session, rules: Rules, objects: Objects, head: str | None = None) -> Audit:
    """Look the whole record over. head: the hash that minutes or a mail bear. Raises InputError("bad_head")."""
    asked = None if head is None else _hash(head)
    newest = events.newest_events(session, rules.entity_id, 1)
    count, last = (newest[0].sequence, newest[0].hash) if newest else (0, GENESIS)
    known = closings.closings_of_entity(session, rules.entity_id)
    written = reports.reports_of_entity(session, rules.entity_id)
    its = _of_chain(events.events_of(session, rules.entity_id))
    found = None if asked is None else events.event_of_hash(session, rules.entity_id, asked)
    wrong = (
        *_chain(session, rules, count),
        *(() if asked is None or found is not None else (_wrong("head_unknown", head=asked),)),
        *(each for facts in reversed(known) for each in _closing(session, facts, its)),
        *(each for facts in reversed(known) for each in _reports(objects, facts, written.get(facts.id, ()), its)),
    )
    return Audit(count, last, len(known), sum(map(len, written.values())), found, wrong)


def _hash(text: str) -> str:
    found = text.strip().lower()
    if not HEAD.fullmatch(found):
        raise InputError("bad_head", found=text)
    return found


@dataclass(frozen=True, slots=True)
class _Noted:
    """What the chain says. closed: the hash and the snapshot's sha256 noted for each closing; reports: their sha256."""

    closed: dict[tuple[str, str, int], tuple[str, str]]
    reports: dict[tuple[str, str, int, str], str]


def _of_chain(chain: Iterable[Event]) -> _Noted:
    noted = _Noted({}, {})
    for each in chain:
        if each.kind not in (PERIOD_CLOSED, REPORT_WRITTEN):
            continue
        facts = json.loads(each.facts)
        if each.kind == PERIOD_CLOSED:
            noted.closed[facts["plan"], facts["period"], facts["number"]] = (each.hash, facts["sha256"])
        else:
            noted.reports[facts["plan"], facts["period"], facts["closing"], facts["report"]] = facts["sha256"]
    return noted


def _chain(session: Session, rules: Rules, count: int) -> Iterator[Wrong]:
    broken = events.verify(session, rules.entity_id)
    if broken is not None:
        yield _wrong("chain_broken", sequence=broken, events=count)


def _closing(session: Session, facts: ClosingFacts, noted: _Noted) -> Iterator[Wrong]:
    """Whether what a closing froze is what its own hash says, and what the chain noted of it."""
    try:
        closings.closing_by_id(session, facts.id)
    except ConflictError:
        yield _of("snapshot_damaged", facts)
    told = noted.closed.get((facts.plan, facts.period, facts.number))
    if told is None:
        yield _of("closing_not_noted", facts)
    elif told != (facts.head, facts.sha256):
        yield _of("closing_noted_otherwise", facts)


def _reports(objects: Objects, facts: ClosingFacts, written: Iterable[WrittenReport], noted: _Noted) -> Iterator[Wrong]:
    for report in written:
        told = noted.reports.get((facts.plan, facts.period, facts.number, report.name))
        if told != report.sha256:
            yield _of("report_noted_otherwise", facts, report=report.name)
        try:
            stands = sha256(objects.get(report.sha256)).hexdigest() == report.sha256
        except NotFoundError:
            yield _of("report_lost", facts, report=report.name)
        else:
            if not stands:
                yield _of("report_changed", facts, report=report.name)


def _of(code: str, facts: ClosingFacts, **more: object) -> Wrong:
    return _wrong(code, number=facts.number, plan=facts.plan, period=facts.period, **more)


def _wrong(code: str, **facts: object) -> Wrong:
    return Wrong(code, WRONG[code].format(**facts))


def audit_json(audit: Audit) -> dict[str, object]:
    """The audit for programs."""
    event = audit.head_event
    return {
        "ok": not audit.wrong,
        "events": audit.events,
        "head": audit.head,
        "closings": audit.closings,
        "reports": audit.reports,
        "head_event": None if event is None else event_json(event),
        "wrong": [{"code": each.code, "message": each.message} for each in audit.wrong],
    }


def event_json(event: Event) -> dict[str, object]:
    """An event for programs; its facts are what was noted."""
    return {
        "sequence": event.sequence,
        "at": event.at.isoformat(),
        "kind": event.kind,
        "subject": event.subject,
        "actor": event.actor,
        "facts": json.loads(event.facts),
        "hash": event.hash,
    }
