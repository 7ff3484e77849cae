"""What a team's page is made of, found by the team and the period: as many statements as there are kinds of things."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import bindparam, func, select
from sqlmodel import Session

from gdflow.domain.decisions import Decision, DecisionKind
from gdflow.domain.evidence import Evidence
from gdflow.domain.obligations import Obligation, ObligationKind
from gdflow.domain.receipts import PAGE_ANSWER, ReceiptFacts, ReceiptSource
from gdflow.storage.annexes import KEPT
from gdflow.storage.decisions import DECISIONS
from gdflow.storage.engine import execute
from gdflow.storage.obligations import OBLIGATIONS
from gdflow.storage.submissions import NAMES as RECEIPT
from gdflow.storage.tables import annex, assignment, decision, line, obligation, period, receipt

LINE_IDS = (
    select(line.c.id)
    .join_from(assignment, line, line.c.id == assignment.c.line_id)
    .join(period, (period.c.plan_id == line.c.plan_id) & (period.c.key == bindparam("of_period")))
    .where(assignment.c.team_id == bindparam("of_team"), assignment.c.position == 0, line.c.gone_at.is_(None))
)
OF_LINES = obligation.c.line_id.in_(bindparam("of_lines", expanding=True))
OWED = OBLIGATIONS.where(
    OF_LINES, obligation.c.kind == ObligationKind.RESULT, obligation.c.period == bindparam("of_period")
)
_LOCKS = obligation.c.kind == ObligationKind.RESULT, obligation.c.closes_on != date.max
CLOSINGS = (
    select(
        assignment.c.team_id, obligation.c.period, func.max(obligation.c.closes_on, type_=obligation.c.closes_on.type)
    )
    .join_from(assignment, line, line.c.id == assignment.c.line_id)
    .join(obligation, obligation.c.line_id == line.c.id)
    .where(assignment.c.team_id.in_(bindparam("of_teams", expanding=True)), assignment.c.position == 0)
    .where(line.c.gone_at.is_(None), obligation.c.period.in_(bindparam("of_periods", expanding=True)), *_LOCKS)
    .group_by(assignment.c.team_id, obligation.c.period)
)
HANDOVERS = DECISIONS.where(
    decision.c.line_id.in_(bindparam("of_lines", expanding=True)), decision.c.kind == DecisionKind.HANDOVER
)
ANNEXES = KEPT.where(
    annex.c.line_id.in_(bindparam("of_lines", expanding=True)), annex.c.period == bindparam("of_period")
)
UPLOADS = (
    select(*(receipt.c[name] for name in RECEIPT))
    .where(receipt.c.entity_id == bindparam("of_entity"), receipt.c.team_id == bindparam("of_team"))
    .where(receipt.c.period == bindparam("of_period", type_=receipt.c.period.type))
    .where(receipt.c.source == ReceiptSource.PAGE, receipt.c.name != PAGE_ANSWER)
    .order_by(receipt.c.id.desc())
)

BATCH = 10_000
"""Teams in one statement: SQLite takes at most 32,766 values."""


def line_ids_of_team(session: Session, team_id: int, period_key: str) -> tuple[int, ...]:
    """The lines for which a team answers, of all plans that have opened the period."""
    return tuple(execute(session, LINE_IDS, {"of_team": team_id, "of_period": period_key}).scalars())


def owed_of_lines(session: Session, line_ids: Iterable[int], period_key: str) -> dict[int, Obligation]:
    """What lines owe for a period, whatever became of it, by line."""
    rows = execute(session, OWED, {"of_lines": sorted(line_ids), "of_period": period_key})
    return {owed.line_id: owed for owed in (Obligation(*row) for row in rows)}


def last_closings(session: Session, places: Iterable[tuple[int, str]]) -> dict[tuple[int, str], date]:
    """The day on which the last line of each team and period locks, without those that owe nothing or never lock."""
    wanted, found = sorted(set(places)), dict[tuple[int, str], date]()
    for start in range(0, len(wanted), BATCH):
        part = wanted[start : start + BATCH]
        its = {"of_teams": sorted({team for team, _ in part}), "of_periods": sorted({period for _, period in part})}
        found |= {(team, period): day for team, period, day in execute(session, CLOSINGS, its)}
    return found


def handovers_of_lines(session: Session, line_ids: Iterable[int], day: date) -> dict[int, Decision]:
    """The word of teams that lines are not their own, where it holds on a day, by line."""
    taken = (Decision(*row) for row in execute(session, HANDOVERS, {"of_lines": sorted(line_ids)}))
    return {each.line_id: each for each in taken if each.line_id is not None and each.holds(day)}


def evidence_of_lines(session: Session, line_ids: Iterable[int], period_key: str) -> dict[int, tuple[Evidence, ...]]:
    """What backs the figures of lines in a period and was not taken back, by line and annex number."""
    found: dict[int, tuple[Evidence, ...]] = {}
    for row in execute(session, ANNEXES, {"of_lines": sorted(line_ids), "of_period": period_key}):
        evidence = Evidence(*row)
        found[evidence.line_id] = (*found.get(evidence.line_id, ()), evidence)
    return found


def uploads_of_team(session: Session, entity_id: int, team_id: int, period_key: str) -> tuple[ReceiptFacts, ...]:
    """The workbooks that a team sent by its page for a period, newest first."""
    its = {"of_entity": entity_id, "of_team": team_id, "of_period": period_key}
    return tuple(ReceiptFacts(*row) for row in execute(session, UPLOADS, its))
