"""A team's form workbook: the lines it owes for a period, under a token that only this copy carries."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from gdflow.domain import keys
from gdflow.domain.errors import ConflictError
from gdflow.domain.forms import Form, FormLine, form_line
from gdflow.domain.lines import Line, Result
from gdflow.domain.people import Team
from gdflow.domain.periods import parse_period
from gdflow.domain.rules import Rules
from gdflow.services.asked_forms import AskedForm, first_open, forms_of_teams
from gdflow.services.find import team_of
from gdflow.spanish.periods import period_label, the_period
from gdflow.storage import asked, people, submissions
from gdflow.storage.engine import Session
from gdflow.storage.lines import lines_by_id
from gdflow.storage.submissions import GivenForm

_Lines = Mapping[int, tuple[Line, Sequence[Result]]]
TOKEN_BYTES = 32
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class FormFile:
    """A form ready to be handed to its team. lines: the ids of those for which it asks."""

    name: str
    data: bytes
    team: str
    period: str
    lines: frozenset[int]

    @property
    def asked(self) -> int:
        """How many lines it asks for."""
        return len(self.lines)


def make_forms(
    session: Session, rules: Rules, wanted: Iterable[tuple[Team, AskedForm]], *, now: datetime
) -> tuple[FormFile, ...]:
    """Write the forms of teams, each with its pending lines for its period only, and remember their tokens."""
    asked_for = [(*each, keys.form_token(secrets.token_bytes(TOKEN_BYTES))) for each in wanted]
    given = [
        GivenForm(team.id, form.period, tuple(plan.id for plan in form.plans), keys.token_sha256(token))
        for team, form, token in asked_for
    ]
    submissions.issue_forms(session, rules.entity_id, given, at=now)
    lines = _lines_of(session, [form for _, form, _ in asked_for])
    return tuple(_write(rules, *each, lines, now) for each in asked_for)


def form_with(
    session: Session, rules: Rules, team: Team, token: str, asked_for: AskedForm, *, now: datetime
) -> FormFile:
    """Write the form of a team for a period under a token that is known already; nothing else is written."""
    return _write(rules, team, asked_for, token, _lines_of(session, [asked_for]), now)


def _write(rules: Rules, team: Team, asked_for: AskedForm, token: str, lines: _Lines, now: datetime) -> FormFile:
    from gdflow.report.form import write_form

    data = write_form(_form(rules, team, token, asked_for, lines, now))
    of = frozenset(owed.line_id for owed in asked_for.obligations)
    return FormFile(file_name(team.name, asked_for.period), data, team.name, asked_for.period, of)


def file_name(team: str, period: str) -> str:
    """A name by which people know the file again; no sign in it that a file system refuses."""
    safe = "".join(sign if sign.isalnum() or sign in " -_" else " " for sign in team)
    return f"Formulario {period} {' '.join(safe.split())[:60]}.xlsx"


def _form(rules: Rules, team: Team, token: str, asked_for: AskedForm, lines: _Lines, now: datetime) -> Form:
    period, first = asked_for.period, asked_for.obligations[0]
    return Form(
        entity=rules.entity,
        plans={plan.code: plan.title or plan.code for plan in asked_for.plans},
        team=team.name,
        period=parse_period(period).key,
        period_label=period_label(period),
        report_by=first.due_on,
        closes_on=first.closes_on,
        token=token,
        issued_on=rules.today(now),
        lines=_form_lines(asked_for, lines),
    )


def _lines_of(session: Session, forms: Iterable[AskedForm]) -> _Lines:
    """What stands in the plans of the lines of these forms, and what was reported of each."""
    wanted = {owed.line_id for form in forms for owed in form.obligations}
    results = asked.results_of_lines(session, wanted)
    return {key: (line, results.get(key, [])) for key, line in lines_by_id(session, wanted).items()}


def _form_lines(asked_for: AskedForm, lines: _Lines) -> tuple[FormLine, ...]:
    """Its lines, plan by plan and in each plan's order."""
    wanted = {owed.line_id for owed in asked_for.obligations}
    stored = sorted((lines[key] for key in wanted & lines.keys()), key=lambda each: each[0].position)
    return tuple(
        form_line(line, plan_code=plan.code, results=results, period=asked_for.period)
        for plan in asked_for.plans
        for line, results in stored
        if line.plan_id == plan.id
    )


def forms_for(
    session: Session, rules: Rules, name: str | None, period: str | None, *, now: datetime
) -> tuple[FormFile, ...]:
    """The forms of one team, or of every team that owes results; without a period, of the one that each owes first.

    Raises InputError("unknown_period"), NotFoundError("unknown_team") and ConflictError("nothing_to_report",
    "nothing_owed").
    """
    known = people.teams_of(session, rules.entity_id)
    teams = known if name is None else (team_of(known, name),)
    ids = [team.id for team in teams]
    key = parse_period(period).key if period else None
    wanted = dict.fromkeys(ids, key) if key else first_open(session, rules, ids, rules.today(now))
    found = forms_of_teams(session, rules, wanted)
    if not found and name is not None and key:
        raise ConflictError("nothing_to_report", team=teams[0].name, period=the_period(key))
    if not found:
        raise ConflictError("nothing_owed")
    return make_forms(session, rules, [(team, found[team.id]) for team in teams if team.id in found], now=now)
