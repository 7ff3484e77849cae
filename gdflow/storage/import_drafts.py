"""Files of plans that wait for a person's word."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlmodel import Session

from gdflow.domain.import_drafts import Choices, ImportDraft
from gdflow.domain.periods import PeriodKind
from gdflow.storage.engine import execute, insert_one
from gdflow.storage.tables import import_draft

NAMES = (
    *("id", "entity_id", "name", "sha256", "cut_off", "every", "code", "choices"),
    *("created_at", "created_by", "ended_at", "ended_by", "result"),
)
OF_ENTITY = select(*(import_draft.c[name] for name in NAMES)).where(import_draft.c.entity_id == bindparam("of_entity"))
BY_ID = OF_ENTITY.where(import_draft.c.id == bindparam("of_id"))
WAITING = OF_ENTITY.where(import_draft.c.ended_at.is_(None)).order_by(import_draft.c.id.desc())
_THIS = (import_draft.c.id == bindparam("of_id"), import_draft.c.ended_at.is_(None))


def add_draft(session: Session, entity_id: int, *, name: str, sha256: str, cut_off: date, by: str, at: datetime) -> int:
    """Remember a file that waits; returns its number."""
    row = {"entity_id": entity_id, "name": name, "sha256": sha256, "cut_off": cut_off, "every": None, "code": None}
    row |= {"choices": _plain(Choices()), "created_at": at, "created_by": by}
    return insert_one(session, import_draft, row | {"ended_at": None, "ended_by": None, "result": []})


def draft_by_id(session: Session, entity_id: int, draft_id: int, *, held: bool = False) -> ImportDraft | None:
    """The draft of that number in the entity, or None. held: nobody else may change it in this transaction."""
    asked = BY_ID.with_for_update() if held else BY_ID
    row = execute(session, asked, {"of_entity": entity_id, "of_id": draft_id}).first()
    return None if row is None else _draft(*row)


def waiting_drafts(session: Session, entity_id: int) -> tuple[ImportDraft, ...]:
    """The drafts that wait, newest first."""
    return tuple(_draft(*row) for row in execute(session, WAITING, {"of_entity": entity_id}))


def note_choices(
    session: Session, draft_id: int, *, cut_off: date, every: PeriodKind | None, code: str | None, choices: Choices
) -> None:
    """Write down what was decided so far."""
    values = {"cut_off": cut_off, "every": every, "code": code, "choices": _plain(choices)}
    execute(session, update(import_draft).where(*_THIS).values(values), {"of_id": draft_id})


def end_draft(
    session: Session, draft_id: int, *, by: str, at: datetime, result: Sequence[Mapping[str, object]]
) -> None:
    """A draft waits no more; result: what each of its plans became, nothing where it was laid aside."""
    values = {"ended_at": at, "ended_by": by, "result": [dict(each) for each in result]}
    execute(session, update(import_draft).where(*_THIS).values(values), {"of_id": draft_id})


def _plain(choices: Choices) -> dict[str, dict[str, str]]:
    dues = {place: due.isoformat() for place, due in choices.dues.items()}
    return {"dues": dues, "teams": dict(choices.teams)}


def _draft(*row: Any) -> ImportDraft:
    *own, choices, created_at, created_by, ended_at, ended_by, result = row
    dues = {place: date.fromisoformat(due) for place, due in choices["dues"].items()}
    chosen, became = Choices(dues, dict(choices["teams"])), tuple(result)
    return ImportDraft(*(*own, chosen, created_at, created_by, ended_at, ended_by, became))
