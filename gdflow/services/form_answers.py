"""What the forms of one file say together: of one team, each for its period, no line twice."""

from collections import Counter
from collections.abc import Iterable, Sequence

from gdflow.collect.form_reader import FormAnswer, FormProblem, FormReading
from gdflow.domain import keys
from gdflow.domain.errors import InputError
from gdflow.domain.forms import SHEET, FormColumn
from gdflow.domain.receipts import FormIssue, ReceiptFacts
from gdflow.domain.rules import Rules
from gdflow.services.received import Handed
from gdflow.services.take_answers import Part, Said
from gdflow.spanish.answers import SENTENCES
from gdflow.storage import submissions
from gdflow.storage.engine import Session


def said_by_forms(session: Session, rules: Rules, receipt: ReceiptFacts, forms: Sequence[FormReading]) -> Said:
    """The answers of a file's forms by period.

    Raises InputError: form_of_another_entity, forms_of_several_teams, form_of_another_team.
    """
    issues = [_issue(session, rules, receipt, form) for form in forms]
    if len({issue.team_id for issue in issues}) > 1:
        teams = ", ".join(dict.fromkeys(issue.team for issue in issues))
        raise InputError("forms_of_several_teams", file=receipt.name, found=teams)
    if receipt.team_id not in (None, issues[0].team_id):
        raise InputError("form_of_another_team", file=receipt.name, found=issues[0].team)
    by_period: dict[str, list[FormAnswer]] = {}
    for issue, form in zip(issues, forms, strict=True):
        by_period.setdefault(issue.period, []).extend(form.answers)
    doubts = [problem for answers in by_period.values() for problem in _twice(answers)]
    parts = tuple(Part(period, tuple(_once(answers))) for period, answers in by_period.items())
    return Said(
        _handed(issues),
        parts,
        (*(problem for form in forms for problem in form.problems), *doubts),
        tuple(warning for form in forms for warning in form.warnings),
    )


def _issue(session: Session, rules: Rules, receipt: ReceiptFacts, form: FormReading) -> FormIssue:
    issue = submissions.form_by_token(session, keys.token_sha256(form.token))
    if issue is None or issue.entity_id != rules.entity_id:
        raise InputError("form_of_another_entity", file=receipt.name)
    return issue


def _handed(issues: Sequence[FormIssue]) -> Handed:
    periods = {issue.period for issue in issues}
    plan_ids = dict.fromkeys(plan_id for issue in issues for plan_id in issue.plan_ids)
    first = issues[0]
    return Handed(first.team_id, first.team, first.period if len(periods) == 1 else None, tuple(plan_ids))


def _once(answers: Sequence[FormAnswer]) -> list[FormAnswer]:
    """Lines with one answer; one that two forms of a period answer alike counts once, else neither is taken."""
    said = {(answer.line_uid, _content(answer)): answer for answer in answers}
    counts = Counter(uid for uid, _ in said)
    return [answer for (uid, _), answer in said.items() if counts[uid] == 1]


def _twice(answers: Sequence[FormAnswer]) -> Iterable[FormProblem]:
    counts = Counter(uid for uid, _ in {(answer.line_uid, _content(answer)) for answer in answers})
    for answer in answers:
        if counts[answer.line_uid] > 1:
            cell = answer.cells[FormColumn.VALUE]
            message = SENTENCES["answered_twice"].format(sheet=SHEET, cell=cell, raw=answer.raw)
            row = int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
            yield FormProblem("answered_twice", SHEET, cell, row, answer.raw, message, answer.line_uid)


def _content(answer: FormAnswer) -> tuple[object, ...]:
    return answer.value, answer.narrative, answer.zero_reason, answer.evidence
