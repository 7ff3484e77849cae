"""Why each line that a team owes is or is not reminded today: one verdict a line, however many lines there are."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from gdflow.domain.notices import OwedLine, Reminder
from gdflow.domain.obligations import Obligation, ObligationState
from gdflow.domain.people import Audience
from gdflow.domain.reminders import passed_steps
from gdflow.domain.rules import Rules
from gdflow.services.recipients import recipients
from gdflow.services.verdicts import Situation, Verdict, verdict_of
from gdflow.storage import address_marks, decisions, notice_board, obligations, people, reminders
from gdflow.storage.engine import Session
from gdflow.storage.lines import lines_by_id

IN_SIGHT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class WhyNot:
    """What is owed, whether its team is reminded of it today, and why. uid: of the line."""

    owed: OwedLine
    uid: str
    verdict: Verdict
    because: int | None


def why_not(session: Session, rules: Rules, team_id: int, *, now: datetime) -> tuple[WhyNot, ...]:
    """The verdict of today on everything that a team owes and that is due within a month, by due date."""
    today = rules.today(now)
    known = obligations.owed(session, rules.entity_id, today + IN_SIGHT)
    owed = [each for each in known if each.team_id == team_id]
    written: dict[int, list[Reminder]] = {}
    for each in reminders.reminders_of_obligations(session, [line.obligation_id for line in owed]):
        written.setdefault(each.obligation_id, []).append(each)
    marks = {mark.notice_id for its in written.values() for each in its for mark in each.notices}
    notices = notice_board.notices_by_id(session, marks)
    team = people.team_by_id(session, rules.entity_id, team_id)
    refusing = address_marks.marks_of(session, rules.entity_id)
    addresses = recipients(team, Audience.TEAM, today, rules.coordinator, refusing=refusing)
    taken = decisions.decisions_of_entity(session, rules.entity_id)
    lines = lines_by_id(session, (each.line_id for each in owed))
    found = []
    for line in owed:
        duty = _duty(line)
        passed = passed_steps(duty.kind, duty.due_on, duty.closes_on, rules.policy, rules.calendar, today)
        own = [each for each in written.get(duty.id, []) if (each.due_on, each.team_id) == (duty.due_on, team_id)]
        its = [each for each in taken if team_id == each.team_id or each.line_id == line.line_id]
        situation = Situation(duty, passed, own, notices, its, addresses)
        verdict, because = verdict_of(situation, rules.calendar, today)
        found.append(WhyNot(line, lines[line.line_id].uid, verdict, because.id if because else None))
    return tuple(found)


def _duty(line: OwedLine) -> Obligation:
    return Obligation(
        *(line.obligation_id, line.line_id, line.plan_id, line.team_id, line.kind, line.period),
        *(line.due_on, line.closes_on, line.reason, ObligationState.OWED, None),
    )
