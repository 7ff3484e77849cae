"""A team's form workbook: the lines it owes for a period, under a token that only this copy carries."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from gdflow.domain import keys
from gdflow.domain.errors import ConflictError
from gdflow.domain.forms import Form, FormLine, form_line
from gdflow.domain.lines import Line, PlanFacts, Result
from gdflow.domain.obligations import Obligation, ObligationKind, ObligationState
from gdflow.domain.people import Team
from gdflow.domain.periods import parse_period
from gdflow.domain.rules import Rules
from gdflow.services.find import team_of
from gdflow.spanish.periods import period_label
from gdflow.storage import obligations, people, plans, submissions
from gdflow.storage.engine import Session

TOKEN_BYTES = 32
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class FormFile:
    """A form ready to be handed to its team. asked: how many lines it asks for."""

    name: str
    data: bytes
    team: str
    period: str
    asked: int


@dataclass(frozen=True, slots=True)
class _Owed:
    plan: PlanFacts
    obligations: tuple[Obligation, ...]


def make_form(session: Session, rules: Rules, team: Team, period: str, *, now: datetime) -> FormFile:
    """Write the form of a team for a period, with its pending lines only, and remember its token.

    Raises ConflictError("nothing_to_report") when the team owes nothing for it.
    """
    from gdflow.report.form import write_form

    owed = _owed(session, rules, team.id, period)
    if not owed:
        raise ConflictError("nothing_to_report", team=team.name, period=period_label(period))
    token = keys.form_token(secrets.token_bytes(TOKEN_BYTES))
    plan_ids = [part.plan.id for part in owed]
    digest = keys.token_sha256(token)
    submissions.issue_form(
        session, rules.entity_id, team_id=team.id, period=period, plan_ids=plan_ids, token_sha256=digest, at=now
    )
    form = _form(session, rules, team, period, token, owed, now)
    return FormFile(file_name(team.name, period), write_form(form), team.name, period, len(form.lines))


def file_name(team: str, period: str) -> str:
    """A name by which people know the file again; no sign in it that a file system refuses."""
    safe = "".join(sign if sign.isalnum() or sign in " -_" else " " for sign in team)
    return f"Formulario {period} {' '.join(safe.split())[:60]}.xlsx"


def _owed(session: Session, rules: Rules, team_id: int, period: str) -> list[_Owed]:
    owed = []
    for plan in plans.plans_of(session, rules.entity_id):
        of_team = tuple(
            obligation
            for obligation in obligations.obligations_of_plan(session, plan.id, period)
            if obligation.team_id == team_id and _pending(obligation)
        )
        if of_team:
            owed.append(_Owed(plan, of_team))
    return owed


def _pending(obligation: Obligation) -> bool:
    # What could not be read in the plan is not chased, but whoever has the form may say it anew.
    asked = obligation.state in (ObligationState.OWED, ObligationState.UNREADABLE)
    return obligation.kind is ObligationKind.RESULT and asked


def _form(
    session: Session, rules: Rules, team: Team, period: str, token: str, owed: Sequence[_Owed], now: datetime
) -> Form:
    first = owed[0].obligations[0]
    lines = tuple(line for part in owed for line in _lines(session, part, period))
    return Form(
        entity=rules.entity,
        plans={part.plan.code: part.plan.title or part.plan.code for part in owed},
        team=team.name,
        period=parse_period(period).key,
        period_label=period_label(period),
        report_by=first.due_on,
        closes_on=first.closes_on,
        token=token,
        issued_on=rules.today(now),
        lines=lines,
    )


def _lines(session: Session, part: _Owed, period: str) -> list[FormLine]:
    wanted = {obligation.line_id for obligation in part.obligations}
    results: dict[int, list[Result]] = {}
    for result in submissions.results_of_plan(session, part.plan.id):
        results.setdefault(result.line_id, []).append(result)
    stored: Sequence[Line] = plans.lines_of(session, part.plan.id)
    return [
        form_line(line, plan_code=part.plan.code, results=results.get(line.id, []), period=period)
        for line in stored
        if line.id in wanted
    ]


def forms_for(
    session: Session, rules: Rules, name: str | None, period: str | None, *, now: datetime
) -> tuple[FormFile, ...]:
    """The forms of one team, or of every team that owes results; without a period, of the newest that has any owed.

    Raises InputError("unknown_period"), NotFoundError("unknown_team") and ConflictError("nothing_to_report",
    "nothing_owed").
    """
    teams = people.teams_of(session, rules.entity_id)
    asked = parse_period(period).key if period else _newest_owed(session, rules)
    if name is not None:
        return (make_form(session, rules, team_of(teams, name), asked, now=now),)
    owing = [team for team in teams if _owed(session, rules, team.id, asked)]
    if not owing:
        raise ConflictError("nothing_owed")
    return tuple(make_form(session, rules, team, asked, now=now) for team in owing)


def _newest_owed(session: Session, rules: Rules) -> str:
    owed = (
        obligation
        for plan in plans.plans_of(session, rules.entity_id)
        for obligation in obligations.obligations_of_plan(session, plan.id)
        if _pending(obligation)
    )
    newest = max(owed, key=lambda obligation: obligation.due_on, default=None)
    if newest is None or newest.period is None:
        raise ConflictError("nothing_owed")
    return newest.period
