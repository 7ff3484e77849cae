"""Tell the teams and the coordinator that a period closed, or that it takes answers again: one mail each.

The mails are put into the outbox within the transaction that closes or opens, and leave in the sending hours.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from gdflow import failpoints
from gdflow.domain import keys
from gdflow.domain.closing import Closed, Reopening, ReopeningScope
from gdflow.domain.closing_letters import ClosingLetter
from gdflow.domain.digest import Letterhead, Purpose
from gdflow.domain.people import Audience, Team
from gdflow.domain.rules import Rules
from gdflow.services.closing_letters import coordinator_letter, reopening_letter, team_letter, teams_told
from gdflow.services.drafting import letterhead, mail_draft, reference_for
from gdflow.services.recipients import recipients
from gdflow.services.tell_coordinator import TOPIC
from gdflow.storage import address_marks, outbox, people, plans
from gdflow.storage.engine import Session
from gdflow.storage.lines import lines_of

Written = Callable[[Letterhead], ClosingLetter]


def tell_closing(session: Session, rules: Rules, closed: Closed, *, now: datetime) -> int:
    """Put the mails about a closing into the outbox and return how many are new.

    One to each address of the teams concerned (those with lines in the period; at a closing after the first, those
    for which it was opened or whose lines changed), and one to the coordinator.
    """
    post, silent = _post(session, rules, closed.facts.plan_id, closed.facts.period, Purpose.CLOSING, now), []
    for team_id in teams_told(closed.snapshot):
        team, about = post.teams[team_id], _matter(closed, team_id)
        if not post.to_team(team, about, partial(team_letter, rules, closed, team)):
            silent.append(team.name)
        failpoints.reach("close.notice")
    post.to_coordinator(_matter(closed, None), partial(coordinator_letter, rules, closed, silent))
    return post.kept


def tell_reopening(session: Session, rules: Rules, reopening: Reopening, *, now: datetime) -> int:
    """Put the mails to the teams for which a closed period was opened into the outbox; how many are new."""
    plan, lines = plans.plan_by_id(session, reopening.plan_id), lines_of(session, reopening.plan_id)
    post = _post(session, rules, plan.id, reopening.period, Purpose.REOPENING, now)
    line = next((each for each in lines if each.id == reopening.line_id), None)
    concerned = {reopening.team_id} if reopening.scope is ReopeningScope.TEAM else {each.team_id for each in lines}
    for team_id in sorted({line.team_id} if line else concerned, key=lambda each: each or 0):
        team = post.teams.get(team_id or 0)
        if team is not None:
            about = keys.reopening_matter(reopening.id, team.id)
            post.to_team(team, about, partial(reopening_letter, plan, reopening, line, team))
    return post.kept


def _matter(closed: Closed, team_id: int | None) -> str:
    facts = closed.facts
    return keys.closing_matter(facts.plan_id, facts.period, facts.number, team_id)


@dataclass(slots=True)
class _Post:
    """The mails of one closing or reopening on their way into the outbox. kept: how many are new."""

    session: Session
    rules: Rules
    plan_id: int
    period: str
    purpose: Purpose
    now: datetime
    leaves: datetime
    teams: Mapping[int, Team]
    refusing: Mapping[str, object]
    kept: int = field(default=0)

    def to_team(self, team: Team, about: str, written: Written) -> bool:
        """A mail to each of a team's addresses; False when it has none that serves."""
        day = self.rules.today(self.leaves)
        found = recipients(team, Audience.TEAM, day, self.rules.coordinator, refusing=self.refusing)
        reference = reference_for(self.session, self.rules, team.id, self.period) if found else None
        for address in found:
            self._put(address, team.id, about, written(letterhead(self.rules, address, team.name, reference)))
        return bool(found)

    def to_coordinator(self, about: str, written: Written) -> None:
        """A mail to the coordinator, where there is one."""
        address = self.rules.coordinator
        if address is not None and address.casefold() not in self.refusing:
            self._put(address, None, about, written(letterhead(self.rules, address, TOPIC)))

    def _put(self, address: str, team_id: int | None, about: str, letter: ClosingLetter) -> None:
        from gdflow.channels.closing_mails import render_closing

        draft = mail_draft(
            self.rules,
            render_closing(letter, today=self.rules.today(self.leaves)),
            address=address,
            purpose=self.purpose,
            leaves=self.leaves,
            at=self.now,
            about=about,
            reply_to=letter.head.reply_to,
            team_id=team_id,
            references=keys.thread_root([self.plan_id], team_id, self.period, self.rules.mail_domain),
        )
        self.kept += outbox.enqueue(self.session, draft) is not None


def _post(session: Session, rules: Rules, plan_id: int, period: str, purpose: Purpose, now: datetime) -> _Post:
    return _Post(
        session=session,
        rules=rules,
        plan_id=plan_id,
        period=period,
        purpose=purpose,
        now=now,
        leaves=rules.window.next_moment(now, rules.calendar),
        teams={team.id: team for team in people.teams_of(session, rules.entity_id)},
        refusing=address_marks.marks_of(session, rules.entity_id),
    )
