"""What is left to do once a plan has been loaded: who cannot be reached, what nobody decided, what runs already."""

from collections.abc import Iterable
from dataclasses import dataclass

from gdflow.domain.line_window import has_window
from gdflow.domain.lines import PlanFacts
from gdflow.domain.rules import Rules
from gdflow.domain.stored import OpenPeriod
from gdflow.services.find import find_plan
from gdflow.storage import people, periods, plans
from gdflow.storage.engine import Session


@dataclass(frozen=True, slots=True)
class NextSteps:
    """What a loaded plan lacks. silent: its teams without an address. no_team, no_end, unsure: how many lines have
    no team, no usable due date, and one that nobody has confirmed. opened: its periods that run or have run.
    """

    plan: PlanFacts
    silent: tuple[tuple[int, str], ...]
    no_team: int
    no_end: int
    unsure: int
    opened: tuple[OpenPeriod, ...]


def next_steps(session: Session, rules: Rules, codes: Iterable[str]) -> tuple[NextSteps, ...]:
    """What plans lack, by their codes. Raises NotFoundError("unknown_plan")."""
    teams = {team.id: team for team in people.teams_of(session, rules.entity_id)}
    found = []
    for code in codes:
        plan = find_plan(session, rules.entity_id, code)
        lines = plans.lines_of(session, plan.id)
        answering = [teams[key] for key in dict.fromkeys(line.team_id for line in lines) if key is not None]
        found.append(
            NextSteps(
                plan=plan,
                silent=tuple((team.id, team.name) for team in answering if not team.contacts),
                no_team=sum(1 for line in lines if line.team_id is None),
                no_end=sum(1 for line in lines if not has_window(line)),
                unsure=sum(1 for line in lines if has_window(line) and not line.due_confirmed),
                opened=periods.periods_of(session, plan.id),
            )
        )
    return tuple(found)
