"""What backs a figure: files and links, each with its annex number, added, listed, handed out and taken back.

A file is looked at before anything is kept of it, and its bytes are safe before its row is written.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

from gdflow.domain.consolidated import BOGOTA
from gdflow.domain.errors import InputError, NotFoundError
from gdflow.domain.evidence import Evidence, file_name
from gdflow.domain.lines import Line
from gdflow.domain.periods import parse_period
from gdflow.domain.rules import Rules
from gdflow.services.closings import refuse_late
from gdflow.services.evidence_examine import Examined, examine
from gdflow.storage import annexes, events, plans
from gdflow.storage.engine import Session
from gdflow.storage.evidence_store import EvidenceStore

LONGEST_LINK = 2000
STATED = re.compile(r"https?://[^\s<>\"'|]+", re.IGNORECASE)
MAX_STATED = 10


@dataclass(frozen=True, slots=True)
class Served:
    """How a file is handed out: never shown in place, under a name that gdflow made."""

    evidence: Evidence
    name: str
    headers: Mapping[str, str]


def add_file(
    session: Session,
    rules: Rules,
    objects: EvidenceStore,
    line: Line,
    period: str,
    *,
    name: str,
    data: bytes,
    dated_on: date | None,
    by: str,
    now: datetime,
) -> Evidence:
    """Keep a file behind a line's period; the same bytes there are the annex that they are already.

    Whoever can wait for the antivirus outside the transaction calls `examine` first, then `add_examined`.
    Raises as these two do.
    """
    file = examine(rules, objects, name=name, data=data, now=now)
    return add_examined(session, rules, line, period, file, dated_on=dated_on, by=by, now=now)


def add_examined(
    session: Session,
    rules: Rules,
    line: Line,
    period: str,
    file: Examined,
    *,
    dated_on: date | None,
    by: str,
    now: datetime,
) -> Evidence:
    """The same for a file that was looked at and kept.

    Raises InputError: blank_author, evidence_date, unknown_period; ConflictError("period_closed").
    """
    period = _checked(session, line, period, dated_on, by, rules.today(now))
    for known in annexes.annexes_of_line(session, line.id, period):
        if known.sha256 == file.sha256:
            return known
    added = annexes.add_annex(
        session,
        *(line.plan_id, line.id, period),
        name=file.name,
        at=now,
        by=by.strip(),
        dated_on=dated_on,
        sha256=file.sha256,
        size=file.size,
        media_type=file.media_type,
        scanned_at=file.scanned_at,
    )
    return _noted(session, rules, added, now)


def add_link(
    session: Session, rules: Rules, line: Line, period: str, *, link: str, dated_on: date | None, by: str, now: datetime
) -> Evidence:
    """Note a link behind a line's period; the same link there is the annex that it is already.

    Raises InputError: evidence_link, and as add_examined does.
    """
    address = link.strip()
    host = _host(address)
    if host is None:
        raise InputError("evidence_link", found=address[:200])
    period = _checked(session, line, period, dated_on, by, rules.today(now))
    for known in annexes.annexes_of_line(session, line.id, period):
        if known.link == address:
            return known
    its = (line.plan_id, line.id, period)
    added = annexes.add_annex(session, *its, name=host, at=now, by=by.strip(), dated_on=dated_on, link=address)
    return _noted(session, rules, added, now)


def add_stated_links(
    session: Session, rules: Rules, line: Line, period: str, stated: str | None, *, by: str, now: datetime
) -> tuple[Evidence, ...]:
    """Make link annexes of the addresses in what a team wrote as its evidence; what it wrote stays beside."""
    found = dict.fromkeys(address.rstrip(".,;:)]}»") for address in STATED.findall(stated or ""))
    links = [address for address in found if _host(address) is not None][:MAX_STATED]
    its = (session, rules, line, period)
    return tuple(add_link(*its, link=address, dated_on=None, by=by, now=now) for address in links)


def take_back(session: Session, evidence_id: int, *, by: str, now: datetime) -> Evidence:
    """Take evidence back: it is listed no more and its number is not given again; its bytes and its row stay.

    Raises InputError("blank_author"), NotFoundError("unknown_evidence"), ConflictError("period_closed").
    """
    entity_id, known = _known(session, evidence_id)
    # A period locks by the nation's own date, so that no setting is needed here.
    _checked_period(session, known.plan_id, known.line_id, known.period, by, now.astimezone(BOGOTA).date())
    annexes.remove(session, known.id, now)
    facts = {"annex": known.annex, "evidence": known.id, "period": known.period}
    events.append(session, entity_id, "evidence_taken_back", f"line:{known.line_id}", facts, at=now, actor=by.strip())
    return known


def evidence_of(session: Session, line_id: int, period: str) -> tuple[Evidence, ...]:
    """What backs a line's period, by annex number, without what was taken back."""
    return annexes.annexes_of_line(session, line_id, parse_period(period).key)


def remarks_on(session: Session, rules: Rules, evidence: Evidence) -> tuple[str, ...]:
    """What a person should know of a file that was taken all the same, as sentences."""
    twins = annexes.same_elsewhere(session, rules.entity_id, evidence)
    said = []
    if twins:
        where = ", ".join(f"A{twin.annex:02d} ({_row(session, twin)})" for twin in twins)
        said.append(f"El mismo archivo respalda también otra actividad: {where}. Se aceptó.")
    if evidence.misnamed:
        real = file_name(evidence, 0).rpartition(".")[2]
        said.append(f"«{evidence.name}» dice ser otra cosa: por dentro es un archivo .{real}. Se guardó como tal.")
    if evidence.sha256 and evidence.scanned_at is None and rules.evidence.antivirus:
        said.append("El antivirus no respondió: el archivo se guardó y se revisará después.")
    return tuple(said)


def served(session: Session, evidence_id: int) -> Served:
    """How a file is handed out, whoever may have it; its bytes are found by its sha256.

    Raises NotFoundError("unknown_evidence"), also for a link and for what was taken back.
    """
    _, known = _known(session, evidence_id)
    if known.media_type is None:
        raise NotFoundError("unknown_evidence", found=evidence_id)
    line = plans.line_by_id(session, known.line_id)
    name = file_name(known, line.row if line else 0)
    headers = {
        "Content-Type": known.media_type,
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-store",
    }
    return Served(known, name, headers)


def _known(session: Session, evidence_id: int) -> tuple[int, Evidence]:
    found = annexes.annex_with_owner(session, evidence_id)
    if found is None or found[1].removed_at is not None:
        raise NotFoundError("unknown_evidence", found=evidence_id)
    return found


def _checked(session: Session, line: Line, period: str, dated_on: date | None, by: str, today: date) -> str:
    """The period's key, when evidence may be added to it."""
    key = parse_period(period).key
    if dated_on is not None and dated_on > today:
        raise InputError("evidence_date", found=dated_on, today=today)
    _checked_period(session, line.plan_id, line.id, key, by, today)
    return key


def _checked_period(session: Session, plan_id: int, line_id: int, period: str, by: str, today: date) -> None:
    if not by.strip():
        raise InputError("blank_author")
    refuse_late(session, plan_id, line_id, period, today)


def _host(address: str) -> str | None:
    """The host of an address of the web, None for anything else."""
    try:
        url = urlsplit(address)
        named = url.scheme.lower() in ("http", "https") and url.hostname and (url.port is None or url.port > 0)
    except ValueError:
        return None
    return url.hostname if named and len(address) <= LONGEST_LINK and not re.search(r"\s", address) else None


def _noted(session: Session, rules: Rules, added: Evidence, now: datetime) -> Evidence:
    what = {"sha256": added.sha256} if added.sha256 else {"link": added.link}
    facts = {"annex": added.annex, "evidence": added.id, "period": added.period, **what}
    subject = f"line:{added.line_id}"
    events.append(session, rules.entity_id, "evidence_added", subject, facts, at=now, actor=added.added_by)
    return added


def _row(session: Session, evidence: Evidence) -> str:
    line = plans.line_by_id(session, evidence.line_id)
    return f"fila {line.row}" if line else "línea retirada"
