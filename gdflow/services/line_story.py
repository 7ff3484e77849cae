"""The whole history of a line out of all that is kept of it: nothing is told that is not written down somewhere."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime, time
from zoneinfo import ZoneInfo

from gdflow.domain.closing import Reopening, ReopeningScope
from gdflow.domain.decisions import Decision
from gdflow.domain.events import Event
from gdflow.domain.happenings import Happening, HappeningKind, newest_first
from gdflow.domain.lines import Line, PlanFacts, Result, ResultSource
from gdflow.domain.obligations import Obligation
from gdflow.domain.receipts import ReceiptFacts
from gdflow.domain.reviews import Review, Verdict
from gdflow.domain.rules import Rules
from gdflow.services.wording import figure
from gdflow.spanish import line_story as words
from gdflow.storage import (
    amendments,
    annexes,
    closings,
    decisions,
    events,
    notice_board,
    obligations,
    people,
    periods,
    reminders,
    reopenings,
    reviews,
    submissions,
)
from gdflow.storage.engine import Session


def line_story(session: Session, rules: Rules, plan: PlanFacts, line: Line) -> tuple[Happening, ...]:
    """Everything that happened to a line, newest first."""
    results = submissions.history_of_line(session, line.id)
    return newest_first(
        [
            Happening(plan.imported_at, HappeningKind.IMPORTED, *words.imported(plan, line)),
            *_opened(session, plan, obligations.obligations_of_line(session, line.id)),
            *_assigned(session, rules, plan, line),
            *_decided(session, rules, line),
            *_amended(session, line),
            *_reminded(session, line),
            *_evidence(session, line),
            *_reported(session, rules, plan, line, results),
            *_reviewed(session, results),
            *_closed(session, plan, line),
        ]
    )


def _opened(session: Session, plan: PlanFacts, owed: Iterable[Obligation]) -> Iterator[Happening]:
    opened = {each.key: each for each in periods.periods_of(session, plan.id)}
    for each in owed:
        if each.period in opened:
            its = opened[each.period]
            yield Happening(its.opened_at, HappeningKind.OPENED, words.opened(its), "gdflow")


def _assigned(session: Session, rules: Rules, plan: PlanFacts, line: Line) -> Iterator[Happening]:
    found = events.events_of_kind(session, rules.entity_id, [f"plan:{plan.id}"], "team_assigned")
    concerned = [(each, json.loads(each.facts)) for each in found]
    concerned = [(each, facts) for each, facts in concerned if line.uid in facts["lines"]]
    names = {team.id: team.name for team in people.teams_of(session, rules.entity_id)} if concerned else {}
    for each, facts in concerned:
        text = words.assigned(names.get(facts["team"], ""), facts.get("reason"))
        yield Happening(each.at, HappeningKind.ASSIGNED, text, each.actor)


def _decided(session: Session, rules: Rules, line: Line) -> Iterator[Happening]:
    taken = decisions.decisions_of_line(session, line.id)
    subjects = {f"line:{line.id}"} | {f"team:{each.team_id}" for each in taken if each.team_id}
    ends = events.events_of_kind(session, rules.entity_id, subjects, "decision_undone")
    undone = {json.loads(each.facts)["decision"]: each for each in ends}
    for each in taken:
        yield Happening(each.decided_at, HappeningKind.DECIDED, words.decided(each), each.author)
        if each.ended_on is not None and each.ended_by is not None:
            at = _ended_at(each, undone.get(each.id), rules)
            yield Happening(at, HappeningKind.UNDONE, words.undone(each), words.author_name(each.ended_by))


def _ended_at(taken: Decision, undone: Event | None, rules: Rules) -> datetime:
    """When a decision was taken back; of one that another act ended only the day is kept."""
    if undone is not None or taken.ended_on is None:
        return undone.at if undone else taken.decided_at
    return max(taken.decided_at, datetime.combine(taken.ended_on, time.min, ZoneInfo(rules.window.zone)))


def _amended(session: Session, line: Line) -> Iterator[Happening]:
    for each in amendments.amendments_of_line(session, line.id):
        kind = HappeningKind.AMENDED
        yield Happening(each.decided_at, kind, words.amended(each), each.author)
        if each.applied_at is not None and each.applied_at != each.decided_at:
            yield Happening(each.applied_at, kind, words.applied(each), "gdflow")
        if each.undone_at is not None:
            yield Happening(each.undone_at, HappeningKind.UNDONE, words.amendment_undone(each), each.undone_by or "")


def _reminded(session: Session, line: Line) -> Iterator[Happening]:
    written = reminders.reminders_of_line(session, line.id)
    notices = notice_board.notices_by_id(session, {mark.notice_id for each in written for mark in each.notices})
    for each in written:
        its = [notices[mark.notice_id] for mark in each.notices]
        ways = ", ".join(sorted({words.way_of(notice.channel) for notice in its}))
        said = tuple(words.fate_of(notice) for notice in its) or (words.unsent(each),)
        yield Happening(each.claimed_at, HappeningKind.REMINDED, words.reminded(each), "gdflow", ways, said)


def _evidence(session: Session, line: Line) -> Iterator[Happening]:
    for each in annexes.all_annexes_of_line(session, line.id):
        yield Happening(each.added_at, HappeningKind.EVIDENCE, words.evidence_added(each), each.added_by)
        if each.removed_at is not None:
            yield Happening(each.removed_at, HappeningKind.EVIDENCE, words.evidence_removed(each))


def _reported(
    session: Session, rules: Rules, plan: PlanFacts, line: Line, results: Iterable[Result]
) -> Iterator[Happening]:
    results = list(results)
    numbers = {each.receipt for each in results if each.receipt}
    receipts = submissions.receipts_of(session, rules.entity_id, numbers)
    versions: dict[str, int] = {}
    for each in results:
        if each.source is ResultSource.IMPORT:
            text = words.printed(line, each, figure(each.value, line))
            yield Happening(each.reported_at, HappeningKind.REPORTED, text, plan.source, words.DOCUMENT)
            continue
        versions[each.period] = versions.get(each.period, 0) + 1
        yield _report(each, line, versions[each.period], receipts.get(each.receipt or ""))


def _report(result: Result, line: Line, version: int, receipt: ReceiptFacts | None) -> Happening:
    text = words.reported(result, figure(result.value, line), version)
    who, way = (receipt.sender or line.team or "", receipt.source.label) if receipt else (line.team or "", "")
    said = (result.narrative, result.zero_reason and f"Motivo: {result.zero_reason}", result.evidence)
    return Happening(result.reported_at, HappeningKind.REPORTED, text, who, way, tuple(filter(None, said)))


def _reviewed(session: Session, results: Iterable[Result]) -> Iterator[Happening]:
    by_id = {each.id: each for each in results}
    for result_id, said in reviews.reviews_of(session, by_id).items():
        yield from (_review(each, by_id[result_id]) for each in said)


def _review(review: Review, result: Result) -> Happening:
    kind = HappeningKind.ACCEPTED if review.verdict is Verdict.ACCEPTED else HappeningKind.RETURNED
    return Happening(review.at, kind, words.reviewed(review, result), review.reviewer)


def _closed(session: Session, plan: PlanFacts, line: Line) -> Iterator[Happening]:
    for closing in closings.closings_of_plan(session, plan.id):
        yield Happening(closing.closed_at, HappeningKind.CLOSED, words.closed(closing), closing.closed_by)
    for each in reopenings.reopenings_of_plan(session, plan.id):
        if _concerns(each, line):
            yield Happening(each.opened_at, HappeningKind.REOPENED, words.reopened(each), each.author)


def _concerns(reopening: Reopening, line: Line) -> bool:
    if reopening.scope is ReopeningScope.TEAM:
        return reopening.team_id == line.team_id
    return reopening.scope is ReopeningScope.ALL or reopening.line_uid == line.uid
