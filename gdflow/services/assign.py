"""A person says which team answers for lines whose document names none, or names another."""

from collections.abc import Iterable
from datetime import datetime

from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.people import Team
from gdflow.domain.rules import Rules
from gdflow.services.author import author_of
from gdflow.services.decide import say_anew
from gdflow.storage import assignments, events, people, periods, withdrawals
from gdflow.storage.engine import Session


def assign(
    session: Session,
    rules: Rules,
    plan: PlanFacts,
    lines: Iterable[Line],
    name: str,
    *,
    by: str,
    now: datetime,
    reason: str | None = None,
) -> Team:
    """Make a team answer for lines of a plan from now on; a team that is not known is made.

    The new team is told by the next scan; the one before is not reminded of these lines any more. Who said that they
    are not its own has its answer. by: who decides it; reason: why, where somebody says it.
    Raises InputError("blank_author").
    """
    author = author_of(by)
    periods.hold_periods(session, [plan.id])
    team_id = people.ensure_team(session, rules.entity_id, name)
    assigned = list(lines)
    for line in assigned:
        assignments.assign_line(session, line.id, team_id)
    ids = [line.id for line in assigned]
    if withdrawals.hand_on(session, ids, on=rules.today(now), by=author, at=now):
        say_anew(session, rules, now=now)
    facts = {"team": team_id, "lines": [line.uid for line in assigned]} | ({"reason": reason} if reason else {})
    events.append(session, rules.entity_id, "team_assigned", f"plan:{plan.id}", facts, at=now, actor=author)
    return next(team for team in people.teams_of(session, rules.entity_id) if team.id == team_id)
