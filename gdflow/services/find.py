"""Find the plan, line or team that a person means by what they typed."""

from collections.abc import Iterable, Sequence

from gdflow.domain.errors import NotFoundError
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.people import Team
from gdflow.domain.periods import PeriodKind
from gdflow.domain.texts import folded
from gdflow.storage import people, plans
from gdflow.storage.engine import Session


def find_plan(session: Session, entity_id: int, code: str | None) -> PlanFacts:
    """The plan of a code, or the only one. Raises NotFoundError: unknown_plan, plan_needed, no_plans."""
    known = plans.plans_of(session, entity_id)
    if not known:
        raise NotFoundError("no_plans")
    codes = ", ".join(plan.code for plan in known)
    if code is None:
        if len(known) > 1:
            raise NotFoundError("plan_needed", known=codes)
        return known[0]
    for plan in known:
        if plan.code == code:
            return plan
    raise NotFoundError("unknown_plan", found=code, known=codes)


def find_line(lines: Sequence[Line], asked: str, plan: str) -> Line:
    """The line that a person means: a sheet row ("fila:9" or 9), else a printed number or code.

    Raises NotFoundError("line_not_found" or "several_lines").
    """
    by_row = [line for line in lines if asked.removeprefix("fila:") == str(line.row)]
    by_number = [] if asked.startswith("fila:") else [line for line in lines if asked in (line.number, line.uid)]
    found = by_row or by_number
    rows = ", ".join(str(line.row) for line in (found or lines))
    if not found:
        raise NotFoundError("line_not_found", found=asked, plan=plan, rows=rows)
    if len(found) > 1:
        raise NotFoundError("several_lines", found=asked, plan=plan, rows=rows, first=found[0].row)
    return found[0]


def team_of(teams: Iterable[Team], name: str) -> Team:
    """The team of a name as people type it. Raises NotFoundError("unknown_team")."""
    known = list(teams)
    wanted = folded(name)
    exact = [team for team in known if folded(team.name) == wanted]
    found = exact or [team for team in known if wanted in folded(team.name)]
    if len(found) != 1:
        raise NotFoundError("unknown_team", found=name, known="; ".join(team.name for team in known) or "ninguno")
    return found[0]


def find_team(session: Session, entity_id: int, name: str) -> Team:
    """The team of the entity that a person means. Raises NotFoundError("unknown_team")."""
    return team_of(people.teams_of(session, entity_id), name)


def plans_reported_by(session: Session, entity_id: int, code: str | None, kind: PeriodKind) -> list[PlanFacts]:
    """The plan of a code, or every plan that is reported by periods of a kind.

    Raises NotFoundError: unknown_plan, no_plans, no_plan_of_kind.
    """
    if code is not None:
        return [find_plan(session, entity_id, code)]
    known = plans.plans_of(session, entity_id)
    if not known:
        raise NotFoundError("no_plans")
    found = [plan for plan in known if plan.period_kind is kind]
    if not found:
        raise NotFoundError("no_plan_of_kind", found=kind.label)
    return found
