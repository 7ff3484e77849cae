"""Put together what a closing freezes: the judged report of a plan's period and all that stands around it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from gdflow.domain.closing import FORMAT, Carried, Closed, InSpite, Pending, Reopening, Snapshot
from gdflow.domain.consolidated import Consolidated, consolidated
from gdflow.domain.decisions import Decision
from gdflow.domain.differences import Wording, differences
from gdflow.domain.evidence import Evidence
from gdflow.domain.lines import PlanFacts
from gdflow.domain.periods import parse_period
from gdflow.domain.reviews import ReviewMode
from gdflow.domain.rules import Rules
from gdflow.domain.stored import OpenPeriod
from gdflow.services.quality import quality_rows
from gdflow.services.wording import figure
from gdflow.spanish.dates import long_date
from gdflow.storage import amendments, annexes, decisions, events, obligations, plans, reviews, submissions
from gdflow.storage.engine import Session
from gdflow.storage.figures import versions_of_period

WORDING = Wording(figure, long_date)


@dataclass(frozen=True, slots=True)
class Closer:
    """Who closes, when, what stands open all the same and who decided that; before: the closing before this one."""

    by: str
    at: datetime
    pending: tuple[Pending, ...]
    in_spite: tuple[InSpite, ...]
    carried: tuple[Carried, ...]
    reopenings: tuple[Reopening, ...]
    before: Closed | None


def report_at_close(session: Session, rules: Rules, plan: PlanFacts, period: str, today: date) -> Consolidated:
    """The plan's report of a period as it is when the period takes nothing more."""
    return consolidated(
        plan,
        plans.lines_of(session, plan.id),
        submissions.results_of_plan(session, plan.id),
        obligations.results_owed_of_plan(session, plan.id),
        period=period,
        as_of=today,
        bands=rules.bands,
        rule=rules.reporting,
        reviews=None if plan.review is ReviewMode.NONE else reviews.newest_of_plan(session, plan.id),
        closed=True,
    )


def snapshot_of(session: Session, rules: Rules, plan: PlanFacts, opened: OpenPeriod, closer: Closer) -> Snapshot:
    """What the closing of a period freezes; from here on nobody adds to the chain of events before it is noted."""
    from gdflow.report.templates import load_templates

    before, end = closer.before, opened.period.end
    count, head = events.chain_head(session, rules.entity_id)
    made = Snapshot(
        format=FORMAT,
        number=before.facts.number + 1 if before else 1,
        entity=rules.closing.entity,
        document=rules.closing.document,
        report=report_at_close(session, rules, plan, opened.key, rules.today(closer.at)),
        period_start=opened.period.start,
        period_end=end,
        report_by=opened.report_by,
        closes_on=opened.closes_on,
        closed_at=closer.at,
        closed_by=closer.by,
        pending=closer.pending,
        in_spite=closer.in_spite,
        annexes=_up_to(annexes.annexes_of_plan(session, plan.id), end),
        versions=versions_of_period(session, plan.id, opened.key),
        decisions=_concerning(decisions.standing_of_plan(session, plan.id), end),
        amendments=amendments.amendments_of_plan(session, plan.id),
        quality=quality_rows(session, rules, [plan], opened.key),
        bands=tuple(rules.bands),
        rule=rules.reporting,
        reopenings=closer.reopenings,
        differences=None,
        previous_sha256=before.facts.sha256 if before else None,
        events=count,
        previous_head=head,
        carried=closer.carried,
        words=load_templates(rules.closing.templates).texts,
        licence=rules.closing.public.licence,
        word_template=_word_template(rules.closing.templates),
    )
    return replace(made, differences=differences(before, made, WORDING)) if before else made


def _word_template(folder: Path | None) -> str | None:
    from gdflow.report.templates import WORD_FILE

    if folder is None or not (folder / WORD_FILE).is_file():  # to look at one takes a library of weight
        return None
    from gdflow.report.word_template import frozen_word_template, own_word_template

    return frozen_word_template(own_word_template(folder))


def _up_to(found: Iterable[Evidence], end: date) -> tuple[Evidence, ...]:
    return tuple(each for each in found if parse_period(each.period).end <= end)


def _concerning(taken: Sequence[Decision], end: date) -> tuple[Decision, ...]:
    """The decisions about the period and those before it, and about lines as a whole."""
    return tuple(each for each in taken if each.period is None or parse_period(each.period).end <= end)
