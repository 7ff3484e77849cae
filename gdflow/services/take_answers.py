"""Take a team's answers: store what is new, bring what is owed in step, and acknowledge it, in one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from string import ascii_uppercase

from gdflow.collect.form_reader import FormAnswer, FormProblem
from gdflow.domain.errors import ConflictError
from gdflow.domain.forms import SHEET, FormColumn
from gdflow.domain.lines import Line, Result, ResultSource
from gdflow.domain.receipts import Figure, ReceiptFacts, ReceiptState
from gdflow.domain.rules import Rules
from gdflow.services.acknowledge import acknowledge
from gdflow.services.changes_elsewhere import tell_changes
from gdflow.services.closings import Closings, closings_of
from gdflow.services.derive import derive_lines
from gdflow.services.evidence import add_stated_links
from gdflow.services.pending import pending_of
from gdflow.services.received import Handed, Received, TakenAnswer
from gdflow.services.refuse import refuse
from gdflow.spanish.answers import MORE_TOLD
from gdflow.spanish.forms import SENTENCES
from gdflow.spanish.messages import say
from gdflow.storage import events, plans, reviews, submissions, waiting, withdrawals
from gdflow.storage.engine import Session
from gdflow.storage.lines import lines_by_uid

MOST_TOLD = 30


@dataclass(frozen=True, slots=True)
class Part:
    """What a file says of one period. sheet: where it stands."""

    period: str
    answers: tuple[FormAnswer, ...]
    sheet: str = SHEET


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says, and whose it is. again: the same bytes of the same team were read before."""

    handed: Handed
    parts: tuple[Part, ...]
    problems: tuple[FormProblem, ...] = ()
    warnings: tuple[FormProblem, ...] = ()
    again: bool = False


def take(session: Session, rules: Rules, receipt: ReceiptFacts, said: Said, *, known: bool, now: datetime) -> Received:
    """Put a file's answers in force, the team's own in open periods alone; the rest is told line by line.

    Bytes that were read once change nothing: since then a correction may have come.
    """
    handed, today = said.handed, rules.today(now)
    twin = waiting.twin_of(session, receipt, handed.team_id or 0, handed.period)
    states = (waiting.held(session, receipt.id).state, twin.state if twin else None)
    again = said.again or ReceiptState.READ in states
    said_of_lines = lines_by_uid(session, rules.entity_id, _uids(said))
    lines = {uid: line for uid, line in said_of_lines.items() if line.plan_id in handed.plan_ids}
    closings = [(part, closings_of(session, handed, part.period, today)) for part in said.parts]
    locked = [found.locked for _, found in closings if found.locked is not None and not found.still_open]
    if locked and len(locked) == len(closings) and not again:
        return refuse(session, rules, receipt, locked[0], handed, known=known, now=now)
    waiting.hold_lines(session, [lines[uid].id for uid in sorted(_uids(said) & lines.keys())])
    parts = [_sort_out(part, found, lines, handed, again=again) for part, found in closings]
    sorted_out = [_without_accepted(session, part, lines) for part in parts]
    taken = tuple(answer for part in sorted_out for answer in _store(session, rules, part, lines, receipt, again, now))
    said_of = dict.fromkeys(lines[each.line_uid].id for part in sorted_out for each in part.answers)
    for plan_id in sorted({line.plan_id for line in lines.values() if line.id in said_of}):
        own = [line for line in lines.values() if line.plan_id == plan_id and line.id in said_of]
        derive_lines(session, rules, plans.plan_by_id(session, plan_id), own, today=today)
    problems = (*said.problems, *(problem for part in sorted_out for problem in part.problems))
    pending = pending_of(session, handed, *(part.period for part in said.parts))
    its = (handed.team, handed.period, taken, problems, said.warnings, pending, None)
    received = Received(receipt.number, known, *its)
    if not again:
        _finish(session, rules, receipt, twin, handed, received, now)
    elif receipt.state is not ReceiptState.READ:
        _mark(session, receipt, twin, handed)
    return received


@dataclass(frozen=True, slots=True)
class _Sorted:
    """A part's answers that may be taken, and why the others may not."""

    period: str
    answers: tuple[FormAnswer, ...]
    problems: tuple[FormProblem, ...]
    sheet: str


def _uids(said: Said) -> set[str]:
    return {answer.line_uid for part in said.parts for answer in part.answers}


def _sort_out(part: Part, closing: Closings, lines: Mapping[str, Line], handed: Handed, *, again: bool) -> _Sorted:
    own = [answer for answer in part.answers if _is_own(lines.get(answer.line_uid), handed)]
    late = [a for a in own if not again and closing.is_late(lines[a.line_uid].id)]
    problems = [_foreign(part.sheet, answer) for answer in part.answers if answer not in own]
    problems += [_late(part.sheet, answer, closing.locked) for answer in late if closing.locked]
    return _Sorted(part.period, tuple(answer for answer in own if answer not in late), tuple(problems), part.sheet)


def _without_accepted(session: Session, part: _Sorted, lines: Mapping[str, Line]) -> _Sorted:
    """What a reviewer accepted stays as it is until it is returned; another figure for it is told, the same is none."""
    accepted = reviews.accepted_of_lines(session, (lines[a.line_uid].id for a in part.answers), part.period)
    kept = [answer for answer in part.answers if lines[answer.line_uid].id in accepted]
    told = say(ConflictError("line_accepted"))
    other = (answer for answer in kept if answer.value != accepted[lines[answer.line_uid].id])
    problems = tuple(_about(part.sheet, answer, "line_accepted", told) for answer in other)
    answers = tuple(answer for answer in part.answers if answer not in kept)
    return replace(part, answers=answers, problems=(*part.problems, *problems))


def _is_own(line: Line | None, handed: Handed) -> bool:
    """A file never touches a line of another team, whatever its cells say."""
    return line is not None and line.team_id == handed.team_id


def _late(sheet: str, answer: FormAnswer, locked: ConflictError) -> FormProblem:
    """What was written for a line whose period has closed, beside one that has more time, is not taken."""
    return _about(sheet, answer, locked.code, say(locked))


def _foreign(sheet: str, answer: FormAnswer) -> FormProblem:
    """What was written for a line that is not the team's (any more) is not taken, and said so."""
    row = _row(answer)
    return _about(
        sheet, answer, "unknown_line", SENTENCES["unknown_line"].format(sheet=sheet, row=row, raw=answer.line_uid)
    )


def _about(sheet: str, answer: FormAnswer, code: str, message: str) -> FormProblem:
    cell = answer.cells[FormColumn.VALUE]
    return FormProblem(code, sheet, cell, _row(answer), answer.raw, message, answer.line_uid)


def _row(answer: FormAnswer) -> int:
    return int(answer.cells[FormColumn.VALUE].lstrip(ascii_uppercase))


def _store(
    session: Session,
    rules: Rules,
    part: _Sorted,
    lines: Mapping[str, Line],
    receipt: ReceiptFacts,
    again: bool,
    now: datetime,
) -> tuple[TakenAnswer, ...]:
    """Put the answers in force; each says whether it tells something new."""
    figures = [_figure(lines[answer.line_uid], part.period, answer) for answer in part.answers]
    new: set[int] = set()
    if figures and not again:
        source, number = ResultSource.FORM, receipt.number
        stored = submissions.add_results(session, rules.entity_id, figures, source=source, at=now, receipt=number)
        new = {result.line_id for result in stored}
        # Who reports a line has said that it is its own, whatever it said before.
        withdrawals.end_handovers(session, new, on=rules.today(now), by=receipt.number)
        _note_links(session, rules, {line.id: line for line in lines.values()}, stored, now)
    own = ((lines[answer.line_uid], answer.value) for answer in part.answers)
    return tuple(TakenAnswer(line, value, line.id in new, part.period) for line, value in own)


def _note_links(
    session: Session, rules: Rules, lines: Mapping[int, Line], stored: Iterable[Result], now: datetime
) -> None:
    """The addresses that a team names as its evidence become annexes; what it wrote stays beside its figure."""
    for result in stored:
        line, by = lines[result.line_id], lines[result.line_id].team or result.receipt or ""
        add_stated_links(session, rules, line, result.period, result.evidence, by=by, now=now)


def _figure(line: Line, period: str, answer: FormAnswer) -> Figure:
    return Figure(line.id, period, answer.value, answer.narrative, answer.zero_reason, answer.evidence)


def _finish(
    session: Session,
    rules: Rules,
    receipt: ReceiptFacts,
    twin: ReceiptFacts | None,
    handed: Handed,
    received: Received,
    now: datetime,
) -> None:
    _mark(session, receipt, twin, handed, _told(received.problems))
    facts = {"receipt": received.number, "lines": _new_lines(received.taken), "problems": len(received.problems)}
    subject = f"team:{handed.team_id}"
    events.append(session, rules.entity_id, "form_received", subject, facts, at=now, actor=handed.team)
    acknowledge(session, rules, handed, received, receipt.name, now=now, sender=receipt.sender)
    tell_changes(session, rules, receipt, handed, received.problems, now=now)


def _mark(
    session: Session, receipt: ReceiptFacts, twin: ReceiptFacts | None, handed: Handed, told: str | None = None
) -> None:
    """The receipt was read; beside one of the same bytes and team it keeps what was known of it when it came."""
    if twin is None:
        submissions.mark_read(session, receipt.id, team_id=handed.team_id, period=handed.period, told=told)
        return
    for each in (receipt, twin):
        submissions.mark_read(session, each.id, team_id=each.team_id, period=each.period, told=told)


def _told(problems: Sequence[FormProblem]) -> str | None:
    """What the team's page says of a file that was taken in part; the receipt's mail says all of it."""
    said = [problem.message for problem in problems[:MOST_TOLD]]
    if len(problems) > MOST_TOLD:
        said.append(MORE_TOLD.format(found=len(problems) - MOST_TOLD))
    return "\n".join(said) or None


def _new_lines(taken: Iterable[TakenAnswer]) -> list[int]:
    return sorted(answer.line.id for answer in taken if answer.new)
