"""Evidence by its annex numbers: what was added, what of it was taken back, and what became of links and files."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, bindparam, func, select, update
from sqlmodel import Session

from gdflow.domain.evidence import Evidence
from gdflow.storage.engine import execute, insert_one
from gdflow.storage.tables import annex, plan

FILE = ("sha256", "name", "size", "media_type")
MADE = ("link", "dated_on", "added_at", "added_by", "removed_at", "checked_at", "alive", "dead_since", "scanned_at")
# In the order of Evidence's own fields.
NAMES = ("id", "plan_id", "line_id", "period", "number", *FILE, *MADE)
ANNEXES = select(*(annex.c[name] for name in NAMES)).order_by(annex.c.plan_id, annex.c.period, annex.c.number)
KEPT = ANNEXES.where(annex.c.removed_at.is_(None))
OF_LINE = KEPT.where(annex.c.line_id == bindparam("of_line"), annex.c.period == bindparam("of_period"))
EVER = ANNEXES.where(annex.c.line_id == bindparam("of_line"))
OF_PLAN = KEPT.where(annex.c.plan_id == bindparam("of_plan"))
OF_ENTITY = KEPT.where(annex.c.entity_id == bindparam("of_entity"))
LINKS = OF_ENTITY.where(annex.c.link.is_not(None))
UNSCANNED = OF_ENTITY.where(annex.c.sha256.is_not(None), annex.c.scanned_at.is_(None))
SAME_BYTES = OF_ENTITY.where(annex.c.sha256 == bindparam("of_sha256"), annex.c.line_id != bindparam("but_line"))
LOCKED = select(plan.c.entity_id).where(plan.c.id == bindparam("of_plan")).with_for_update(key_share=True)
NEWEST = select(func.max(annex.c.number)).where(
    annex.c.plan_id == bindparam("of_plan"), annex.c.period == bindparam("of_period")
)
CHANGE = update(annex).where(annex.c.id == bindparam("of_id"))


def add_annex(
    session: Session,
    plan_id: int,
    line_id: int,
    period: str,
    *,
    name: str,
    at: datetime,
    by: str,
    dated_on: date | None,
    sha256: str | None = None,
    size: int | None = None,
    media_type: str | None = None,
    link: str | None = None,
    scanned_at: datetime | None = None,
) -> Evidence:
    """Add a file (sha256, size, media_type) or a link under the next number of the plan's period.

    The plan's row is held to the commit: two annexes that come at once have two numbers.
    """
    entity_id = execute(session, LOCKED, {"of_plan": plan_id}).scalar_one()
    newest = execute(session, NEWEST, {"of_plan": plan_id, "of_period": period}).scalar_one()
    row = {"entity_id": entity_id, "plan_id": plan_id, "line_id": line_id, "period": period}
    row |= {"number": (newest or 0) + 1, "sha256": sha256, "name": name, "size": size, "media_type": media_type}
    row |= {"link": link, "dated_on": dated_on, "added_at": at, "added_by": by, "scanned_at": scanned_at}
    unchecked = dict.fromkeys(("removed_at", "checked_at", "alive", "dead_since"))
    new = insert_one(session, annex, row | unchecked)
    return Evidence(*execute(session, ANNEXES.where(annex.c.id == new)).one())


def annex_with_owner(session: Session, annex_id: int) -> tuple[int, Evidence] | None:
    """The entity and the evidence of an id, also when it was taken back; None when there is none."""
    row = execute(session, ANNEXES.add_columns(annex.c.entity_id).where(annex.c.id == annex_id)).first()
    return None if row is None else (row[-1], Evidence(*row[:-1]))


def annexes_of_line(session: Session, line_id: int, period: str) -> tuple[Evidence, ...]:
    """What backs a line's period, without what was taken back, by number."""
    return _read(session, OF_LINE, of_line=line_id, of_period=period)


def all_annexes_of_line(session: Session, line_id: int) -> tuple[Evidence, ...]:
    """Everything that ever backed a line, what was taken back among it, by period and number."""
    return _read(session, EVER, of_line=line_id)


def annexes_of_plan(session: Session, plan_id: int, period: str | None = None) -> tuple[Evidence, ...]:
    """What backs a plan's periods, or one of them, without what was taken back, by period and number."""
    found = OF_PLAN if period is None else OF_PLAN.where(annex.c.period == period)
    return _read(session, found, of_plan=plan_id)


def same_elsewhere(session: Session, entity_id: int, evidence: Evidence) -> tuple[Evidence, ...]:
    """The same bytes where they back other lines; nothing for a link, which many lines may share."""
    if evidence.sha256 is None:
        return ()
    return _read(session, SAME_BYTES, of_entity=entity_id, of_sha256=evidence.sha256, but_line=evidence.line_id)


def links_of(session: Session, entity_id: int) -> tuple[Evidence, ...]:
    """Every link that was not taken back."""
    return _read(session, LINKS, of_entity=entity_id)


def unscanned(session: Session, entity_id: int) -> tuple[Evidence, ...]:
    """The files at which no antivirus has looked."""
    return _read(session, UNSCANNED, of_entity=entity_id)


def mark_link(session: Session, annex_id: int, *, alive: bool, at: datetime) -> None:
    """A link was asked: it answers, or it does not since then, unless it was silent before."""
    dead_since = (
        None if alive else func.coalesce(annex.c.dead_since, bindparam("at_moment", at, annex.c.checked_at.type))
    )
    _change(session, annex_id, {"alive": alive, "checked_at": at, "dead_since": dead_since})


def mark_scanned(session: Session, annex_id: int, at: datetime) -> None:
    """An antivirus found nothing in a file."""
    _change(session, annex_id, {"scanned_at": at})


def remove(session: Session, annex_id: int, at: datetime) -> None:
    """Take evidence back; its number is not given again."""
    _change(session, annex_id, {"removed_at": at})


def _change(session: Session, annex_id: int, values: Mapping[str, Any]) -> None:
    execute(session, CHANGE.values(values), {"of_id": annex_id})


def _read(session: Session, found: Select[Any], **its: object) -> tuple[Evidence, ...]:
    return tuple(Evidence(*row) for row in execute(session, found, its).all())
