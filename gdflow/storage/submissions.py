"""What teams hand in: forms given out, files received, and the figures in force."""

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, or_, select, update
from sqlmodel import Session

from gdflow.domain.receipts import FormIssue, ReceiptFacts, ReceiptSource, ReceiptState
from gdflow.storage.engine import execute, insert_or_skip
from gdflow.storage.figures import (
    add_printed,
    add_result,
    add_results,
    history_of_line,
    results_by_plan,
    results_of_line,
    results_of_plan,
    values_of_lines,
    values_of_plan,
)
from gdflow.storage.keyed_rows import insert_keyed
from gdflow.storage.tables import form_issue, receipt, team

__all__ = [
    "GivenForm",
    "add_printed",
    "add_receipt",
    "add_result",
    "add_results",
    "form_by_token",
    "history_of_line",
    "issue_forms",
    "mark_read",
    "quarantine",
    "receipts_of",
    "results_by_plan",
    "results_of_line",
    "results_of_plan",
    "values_of_lines",
    "values_of_plan",
]
CAME = ("source", "sender", "tries")
NAMES = (
    *("id", "number", "sha256", "name", "size", "team_id", "period", "received_at", "state", "code", "message"),
    *CAME,
)
FORMS = select(
    *(form_issue.c[name] for name in ("id", "entity_id", "team_id", "period", "plan_ids", "issued_at")),
    team.c.name.label("team"),
).join_from(form_issue, team, team.c.id == form_issue.c.team_id)
FACTS = select(*(receipt.c[name] for name in NAMES))


def _same(of_team: ColumnElement[bool]) -> Select[Any]:
    """The receipt of a number, or of the same bytes. of_team: compared without null, which no index would find."""
    bytes_of = receipt.c.sha256 == bindparam("of_sha256"), receipt.c.period == bindparam("of_period")
    known = or_(receipt.c.number == bindparam("of_number"), and_(of_team, *bytes_of))
    return FACTS.where(receipt.c.entity_id == bindparam("of_entity"), known)


SAME_OF_TEAM = _same(receipt.c.team_id == bindparam("of_team_id"))
SAME_OF_NOBODY = _same(receipt.c.team_id.is_(None))
READ = (
    update(receipt)
    .where(receipt.c.id == bindparam("of_receipt"))
    .values(state=ReceiptState.READ, team_id=bindparam("new_team"), period=bindparam("new_period"))
    .values(code=None, message=bindparam("new_message"))
)


@dataclass(frozen=True, slots=True)
class GivenForm:
    """A form workbook that is given to a team. plan_ids: the plans whose lines stand in it."""

    team_id: int
    period: str
    plan_ids: tuple[int, ...]
    token_sha256: str


def issue_forms(session: Session, entity_id: int, forms: Iterable[GivenForm], *, at: datetime) -> dict[str, int]:
    """Remember that forms were given to teams, by the hashes of their tokens; returns their ids by these."""
    common = {"entity_id": entity_id, "issued_at": at}
    return insert_keyed(session, form_issue, "token_sha256", [common | asdict(given) for given in forms])


def form_by_token(session: Session, token_sha256: str) -> FormIssue | None:
    """The form that carries the token of that hash, or None."""
    row = execute(session, FORMS.where(form_issue.c.token_sha256 == token_sha256)).mappings().first()
    return None if row is None else FormIssue(**{**row, "plan_ids": tuple(row["plan_ids"])})


def add_receipt(
    session: Session,
    entity_id: int,
    *,
    sha256: str,
    name: str,
    size: int,
    number: str,
    at: datetime,
    team_id: int | None,
    period: str | None,
    source: ReceiptSource = ReceiptSource.COMMAND,
    sender: str | None = None,
    inbound_id: int | None = None,
) -> tuple[ReceiptFacts, bool]:
    """Keep that a file arrived; the same bytes for the same team and period are the receipt that is there already.

    The second value tells whether the receipt is new.
    """
    bytes_of = {"team_id": team_id, "period": period, "sha256": sha256}
    found = SAME_OF_NOBODY if team_id is None else SAME_OF_TEAM
    its = {"of_entity": entity_id, "of_number": number} | {f"of_{name}": value for name, value in bytes_of.items()}
    known = execute(session, found, its).first()
    if known is not None:
        return ReceiptFacts(*known), False
    row = {"entity_id": entity_id, "number": number, "name": name, "size": size, "received_at": at}
    row |= {"state": ReceiptState.RECEIVED, "source": source, "sender": sender, "inbound_id": inbound_id, "tries": 0}
    new = execute(session, insert_or_skip(session, receipt), row | bytes_of)
    return ReceiptFacts(*execute(session, found, its).one()), new.rowcount == 1


def of_period(period: str | None) -> ColumnElement[bool]:
    """Receipts of a period, or of none: that rests as the empty text, which a comparison with null would not find."""
    return receipt.c.period == bindparam("of_period", period, type_=receipt.c.period.type)


def mark_read(
    session: Session, receipt_id: int, *, team_id: int | None, period: str | None, told: str | None = None
) -> None:
    """The file behind a receipt was read: whose it is and for which period; it is in quarantine no more.

    period: None for answers of several. told: what of it could not be taken, a sentence a line.
    """
    its = {"of_receipt": receipt_id, "new_team": team_id, "new_period": period, "new_message": told}
    execute(session, READ, its)


def quarantine(session: Session, receipt_id: int, code: str, message: str) -> None:
    """The file behind a receipt could not be taken; the reason stands beside it."""
    change = {"state": ReceiptState.QUARANTINED, "code": code, "message": message}
    execute(session, update(receipt).where(receipt.c.id == receipt_id).values(change))


def receipts_of(session: Session, entity_id: int, numbers: Collection[str]) -> dict[str, ReceiptFacts]:
    """The receipts of these numbers, by number."""
    its = receipt.c.entity_id == entity_id, receipt.c.number.in_(sorted(numbers))
    rows = execute(session, FACTS.where(*its)) if numbers else ()
    return {found.number: found for found in (ReceiptFacts(*row) for row in rows)}
