"""Files that were refused: each with its reason, and the decision about it: take it after all, or lay it aside."""

import json
from dataclasses import dataclass
from datetime import datetime

from gdflow.domain.errors import ConflictError, NotFoundError
from gdflow.domain.people import Team
from gdflow.domain.receipts import ReceiptFacts, ReceiptState
from gdflow.domain.rules import Rules
from gdflow.services.author import author_of
from gdflow.services.decide import Why
from gdflow.storage import events, people, refused, waiting
from gdflow.storage.engine import Session

KIND = "file_taken_again"


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file in quarantine. team: whose it is, as far as is known."""

    receipt: ReceiptFacts
    team: str | None


@dataclass(frozen=True, slots=True)
class DismissedFile:
    """A file that somebody laid aside. Nothing of it is deleted: it can still be read again."""

    receipt: ReceiptFacts
    by: str
    reason: str
    at: datetime


def refused_files(session: Session, rules: Rules, most: int) -> tuple[RefusedFile, ...]:
    """The files in quarantine that wait for somebody, newest first, so many at most."""
    found = refused.refused_files(session, rules.entity_id, most)
    teams = {team.id: team.name for team in people.teams_of(session, rules.entity_id)} if found else {}
    return tuple(RefusedFile(each, teams.get(each.team_id or 0)) for each in found)


def dismissed_files(session: Session, rules: Rules, most: int) -> tuple[DismissedFile, ...]:
    """The files that were laid aside, the last first, so many at most."""
    found = refused.files_laid_aside(session, rules.entity_id, most)
    return tuple(
        DismissedFile(each.receipt, each.event.actor, json.loads(each.event.facts)["reason"], each.event.at)
        for each in found
    )


def dismiss(session: Session, rules: Rules, receipt_id: int, given: Why, *, now: datetime) -> ReceiptFacts:
    """Lay a refused file aside: it waits for nobody any more, and stays as it is.

    Raises NotFoundError("unknown_file"), ConflictError("file_not_waiting").
    """
    found = refused.receipt_by_id(session, rules.entity_id, receipt_id)
    if found is None:
        raise NotFoundError("unknown_file", found=receipt_id)
    if not refused.waits(session, receipt_id):
        raise ConflictError("file_not_waiting", file=found.name)
    facts = {"receipt": found.number, "file": found.name, "reason": given.reason}
    subject = f"receipt:{found.number}"
    events.append(session, rules.entity_id, refused.LAID_ASIDE, subject, facts, at=now, actor=given.author)
    return found


def refused_file(session: Session, rules: Rules, receipt_id: int) -> ReceiptFacts:
    """A file in quarantine. Raises NotFoundError("unknown_file")."""
    found = refused.receipt_by_id(session, rules.entity_id, receipt_id)
    if found is None or found.state is not ReceiptState.QUARANTINED:
        raise NotFoundError("unknown_file", found=receipt_id)
    return found


def take_again(
    session: Session, rules: Rules, receipt_id: int, team: Team | None, *, by: str, now: datetime
) -> ReceiptFacts:
    """Let a refused file be read once more, as a team's where one is named; it is read like all others.

    Raises InputError("blank_author"), NotFoundError("unknown_file"), ConflictError: file_not_waiting, file_known.
    """
    author, found = author_of(by), refused.receipt_by_id(session, rules.entity_id, receipt_id)
    if found is None:
        raise NotFoundError("unknown_file", found=receipt_id)
    twin = None if team is None or team.id == found.team_id else waiting.twin_of(session, found, team.id, found.period)
    if twin is not None and team is not None:
        raise ConflictError("file_known", file=found.name, team=team.name, receipt=twin.number)
    if not refused.to_read_again(session, receipt_id, team.id if team else None):
        raise ConflictError("file_not_waiting", file=found.name)
    facts: dict[str, object] = {"receipt": found.number, "file": found.name, "team": team.id if team else None}
    events.append(session, rules.entity_id, KIND, f"receipt:{found.number}", facts, at=now, actor=author)
    return waiting.held(session, receipt_id)
