"""Evidence as people list it, and as stable JSON (docs/json.md)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gdflow.domain.evidence import Evidence, file_name
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.periods import parse_period
from gdflow.services.public_json import Json, day
from gdflow.storage import annexes, plans
from gdflow.storage.engine import Session

if TYPE_CHECKING:
    from gdflow.services.evidence_checks import Checked


@dataclass(frozen=True, slots=True)
class ListedEvidence:
    """Evidence with its line; None for one that left its plan. plan: its code."""

    plan: str
    line: Line | None
    evidence: Evidence

    @property
    def row(self) -> int | None:
        """The row of its line in the document."""
        return self.line.row if self.line else None


def listed(
    session: Session, plan: PlanFacts, period: str | None = None, line: Line | None = None
) -> tuple[ListedEvidence, ...]:
    """What backs a plan's periods, or one of them, or one line, by period and annex number."""
    key = parse_period(period).key if period else None
    lines = {each.id: each for each in plans.lines_of(session, plan.id)}
    found = annexes.annexes_of_plan(session, plan.id, key)
    wanted = [each for each in found if line is None or each.line_id == line.id]
    return tuple(ListedEvidence(plan.code, lines.get(each.line_id), each) for each in wanted)


def evidence_json(each: ListedEvidence) -> Json:
    """One piece of evidence."""
    found = each.evidence
    return {
        "id": found.id,
        "plan": each.plan,
        "row": each.row,
        "period": found.period,
        "annex": found.annex,
        "name": found.name,
        "file_name": file_name(found, each.row or 0) if found.media_type else None,
        "sha256": found.sha256,
        "size": found.size,
        "media_type": found.media_type,
        "link": found.link,
        "dated_on": day(found.dated_on),
        "added_at": found.added_at.isoformat(),
        "added_by": found.added_by,
        "checked_at": found.checked_at.isoformat() if found.checked_at else None,
        "alive": found.alive,
        "dead_since": found.dead_since.isoformat() if found.dead_since else None,
        "scanned_at": found.scanned_at.isoformat() if found.scanned_at else None,
    }


def checked_json(checked: "Checked") -> Json:
    """What a look at links and files found."""
    return {
        "alive": checked.alive,
        "dead": [each.link for each in checked.dead],
        "unknown": checked.unknown,
        "scanned": checked.scanned,
        "infected": [each.name for each in checked.infected],
        "unseen": checked.unseen,
    }
