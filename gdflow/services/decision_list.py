"""What has been decided and holds, with the names by which people know its lines and teams."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gdflow.domain.decisions import Decision, DecisionKind
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.rules import Rules
from gdflow.services.decide import Decided
from gdflow.services.public_json import Json, day
from gdflow.storage import decisions, people, plans
from gdflow.storage.engine import Session


@dataclass(frozen=True, slots=True)
class ListedDecision:
    """A decision that holds. plan, row and label are those of its line; None and "" when it is about a team.

    team: whom it is about, or who answers for the line. to_team: who is to take the line, where a team named one.
    """

    decision: Decision
    plan: str | None
    row: int | None
    label: str
    team: str | None
    to_team: str | None


def decisions_in_force(
    session: Session, rules: Rules, on: date, *, line: Line | None = None
) -> tuple[ListedDecision, ...]:
    """What holds on a day, oldest first; line: only what bears on it, also by its team."""
    found = [each for each in decisions.decisions_of_entity(session, rules.entity_id) if each.holds(on)]
    if line is not None:
        found = [each for each in found if each.line_id == line.id or (each.team_id and each.team_id == line.team_id)]
    return _named(session, rules, found)


def open_handovers(session: Session, rules: Rules, on: date) -> tuple[ListedDecision, ...]:
    """The lines of which their team says that they are not its own, and about which nobody has decided yet."""
    found = decisions.decisions_of_entity(session, rules.entity_id)
    return _named(session, rules, [each for each in found if each.kind is DecisionKind.HANDOVER and each.holds(on)])


def decisions_json(listed: Iterable[ListedDecision]) -> Json:
    """The answer of `gdflow decisions --json`."""
    return {"decisions": [listed_json(each) for each in listed]}


def decided_json(decided: Decided) -> Json:
    """The answer of a command that takes a decision, or takes one back."""
    return {
        "decision": decision_json(decided.decision),
        "moved": [
            {
                "kind": moved.after.kind.value,
                "period": moved.after.period,
                "state": moved.after.state.value,
                "due_on": moved.after.due_on.isoformat(),
                "closes_on": day(moved.after.closes_on),
                "due_before": moved.before.due_on.isoformat(),
                "closed_before": day(moved.before.closes_on),
            }
            for moved in decided.moved
        ],
        "rewritten": decided.withdrawn,
    }


def listed_json(listed: ListedDecision) -> Json:
    """A decision with its names."""
    named = {"plan": listed.plan, "row": listed.row, "label": listed.label, "team": listed.team}
    return decision_json(listed.decision) | named | {"to_team": listed.to_team}


def decision_json(taken: Decision) -> Json:
    """A decision as it was recorded, without names."""
    return {
        "id": taken.id,
        "kind": taken.kind.value,
        "period": taken.period,
        "starts_on": taken.starts_on.isoformat(),
        "until": day(taken.until),
        "reason": taken.reason,
        "author": taken.author,
        "decided_at": taken.decided_at.isoformat(),
        "ended_on": day(taken.ended_on),
        "ended_by": taken.ended_by,
    }


def _named(session: Session, rules: Rules, found: list[Decision]) -> tuple[ListedDecision, ...]:
    if not found:
        return ()
    teams = {team.id: team.name for team in people.teams_of(session, rules.entity_id)}
    codes = {plan.id: plan for plan in plans.plans_of(session, rules.entity_id)}
    return tuple(_listed(session, each, teams, codes) for each in found)


def _listed(
    session: Session, taken: Decision, teams: Mapping[int, str], known: Mapping[int, PlanFacts]
) -> ListedDecision:
    to_team = teams.get(taken.to_team_id or 0)
    # A line that left its plan has no row any more; the decision about it is still shown.
    line = plans.line_by_id(session, taken.line_id) if taken.line_id else None
    if line is None:
        return ListedDecision(taken, None, None, "", teams.get(taken.team_id or 0), to_team)
    return ListedDecision(taken, known[line.plan_id].code, line.row, line.label, line.team, to_team)
