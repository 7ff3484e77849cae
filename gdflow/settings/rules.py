"""The settings as the domain's values: the one place where what an entity wrote becomes a rule."""

from collections.abc import Iterable
from datetime import date, timedelta
from email.utils import parseaddr
from fractions import Fraction
from pathlib import Path

from gdflow.colombia import holidays_of
from gdflow.domain.bands import Band
from gdflow.domain.calendar import BusinessCalendar
from gdflow.domain.closing_rules import ClosingRule, DocumentFacts, EntityFacts, PublicRule
from gdflow.domain.evidence import Antivirus, EvidenceRule
from gdflow.domain.ladders import Anchor, Ladder, Policy, ReminderReason, Step, step_name
from gdflow.domain.people import Audience
from gdflow.domain.reporting import ReportingRule
from gdflow.domain.reviews import ReviewRule
from gdflow.domain.rules import Chat, Replies, Rules
from gdflow.domain.window import SendingWindow
from gdflow.domain.works import Schedule, Work, schedule_of
from gdflow.settings.ladders import DeadlineSteps, ResultSteps
from gdflow.settings.model import Calendar, Recess, Settings

# Years whose holidays are known. Plans look back a few years and ahead four; a mandate's plan of 2032 ends by 2036.
YEARS = range(2010, 2051)


def rules_of(settings: Settings, entity_id: int, home: Path | None = None) -> Rules:
    """Everything that an entity has decided, for the services; the sender bare, as mails add the entity's name.

    home: the installation's folder, in which the texts of its documents lie.
    """
    _, address = parseaddr(settings.mail.sender)
    return Rules(
        entity_id=entity_id,
        entity=settings.entity.name,
        calendar=business_calendar(settings, YEARS),
        policy=policy(settings),
        reporting=reporting_rule(settings),
        window=sending_window(settings),
        bands=bands(settings),
        coordinator=settings.coordinator.email,
        sender=address or settings.mail.sender,
        mail_domain=address.rpartition("@")[2],
        attach_form=settings.mail.attach_form,
        replies=replies(settings),
        chats=chats(settings),
        public_url=settings.web.public_url,
        review=review_rule(settings),
        evidence=evidence_rule(settings),
        closing=closing_rule(settings, home),
        schedule=schedule(settings),
    )


def replies(settings: Settings) -> Replies | None:
    """Where teams' answers go, when that is not the coordinator."""
    mail = settings.mail
    return Replies(parseaddr(mail.replies)[1], mail.plus_addressing) if mail.replies else None


def chats(settings: Settings) -> tuple[Chat, ...]:
    """The chat channels in the order in which the entity uses them; those of one kind as they stand in the file."""
    order = settings.reminders.channels
    listed = sorted(settings.channels.chats, key=lambda chat: order.index(chat.kind))
    return tuple(Chat(chat.name, chat.kind, chat.teams, chat.per_minute) for chat in listed)


def reporting_rule(settings: Settings) -> ReportingRule:
    """By when periods are reported and when they lock."""
    reporting = settings.reporting
    return ReportingRule(reporting.report_by_days, reporting.closes_days, reporting.roll_deadlines)


def review_rule(settings: Settings) -> ReviewRule:
    """By when reports are reviewed, and who is told when they are not."""
    review = settings.review
    return ReviewRule(review.days, review.correct_days, tuple(sorted(review.steps)), review.notes)


def evidence_rule(settings: Settings) -> EvidenceRule:
    """How much evidence is taken, and which antivirus looks at it."""
    kept = settings.evidence
    clamd = Antivirus(kept.clamd_host, kept.clamd_port, kept.clamd_required) if kept.clamd_host else None
    return EvidenceRule(kept.max_mb * 1024**2, clamd)


def closing_rule(settings: Settings, home: Path | None = None) -> ClosingRule:
    """When periods close by themselves, how the entity names itself and its report, and what it publishes."""
    entity, report, public = settings.entity, settings.report, settings.public
    return ClosingRule(
        automatic=settings.closing.automatic,
        in_spite_of=frozenset(settings.closing.in_spite_of),
        grace_days=settings.closing.grace_days,
        entity=EntityFacts(entity.code, entity.name, entity.nit, report.office),
        document=DocumentFacts(report.code, report.version),
        templates=home / "config" / "templates" if home else None,
        public=PublicRule(public.enabled, public.plans, public.contact, public.license),
    )


def schedule(settings: Settings) -> Schedule:
    """When each work is due."""
    return schedule_of({work: getattr(settings.schedule, work.value) for work in Work})


def sending_window(settings: Settings) -> SendingWindow:
    """The hours in which messages leave."""
    return SendingWindow(settings.window.start, settings.window.end, settings.window.zone)


def bands(settings: Settings) -> tuple[Band, ...]:
    """The levels of compliance, lowest first."""
    return tuple(
        Band(
            level.name,
            level.label,
            level.symbol,
            level.colour,
            None if level.from_percent is None else Fraction(level.from_percent) / 100,
        )
        for level in settings.bands.levels
    )


def business_calendar(settings: Settings, years: Iterable[int]) -> BusinessCalendar:
    """The business days of these years: Colombia's holidays, the entity's own, and the days it works all the same."""
    return BusinessCalendar(holidays_of(years) | _own_days(settings.calendar), frozenset(settings.calendar.worked))


def policy(settings: Settings) -> Policy:
    """Who is reminded, and when."""
    reminders = settings.reminders
    closing = tuple(
        Step(f"close-{days}", Anchor.CLOSES, -days, Audience.TEAM, ReminderReason.CLOSING_SOON)
        for days in reminders.results.before_closing
    )
    results = Ladder((*_steps(reminders.results), *closing))
    deadlines = Ladder(_steps(reminders.deadlines), reminders.deadlines.repeat_every or None)
    return Policy(results, deadlines, tuple(Audience(name) for name in reminders.chain))


def _own_days(calendar: Calendar) -> dict[date, str]:
    recess = {day: recess.name for recess in calendar.recess for day in _days(recess)}
    return recess | {holiday.date: holiday.name for holiday in calendar.holidays}


def _days(recess: Recess) -> Iterable[date]:
    return (recess.start + timedelta(days=days) for days in range((recess.end - recess.start).days + 1))


def _steps(steps: ResultSteps | DeadlineSteps) -> tuple[Step, ...]:
    return (
        *_to(Audience.TEAM, steps.team),
        *_to(Audience.HEAD, steps.head),
        *_to(Audience.COORDINATOR, steps.coordinator),
    )


def _to(audience: Audience, offsets: tuple[int, ...]) -> tuple[Step, ...]:
    return tuple(Step(step_name(offset), Anchor.DUE, offset, audience, _reason(audience, offset)) for offset in offsets)


def _reason(audience: Audience, offset: int) -> ReminderReason:
    if offset == 0:
        return ReminderReason.DUE_TODAY
    if offset < 0:
        return ReminderReason.DUE_SOON
    return ReminderReason.ESCALATED if audience is Audience.HEAD else ReminderReason.OVERDUE
