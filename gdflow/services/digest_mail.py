"""One digest: everything a person is told about owed lines on one day, with the forms to answer by."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from gdflow.domain import keys
from gdflow.domain.digest import Digest, DigestLine, Purpose
from gdflow.domain.ladders import ReminderReason
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.notices import NoticeDraft, Reminder
from gdflow.domain.outbox import Priority
from gdflow.domain.people import Audience, Team
from gdflow.domain.rules import Rules
from gdflow.services.digest_calendar import Said, calendar_file
from gdflow.services.drafting import letterhead, mail_draft, reference_for
from gdflow.services.forms import XLSX, make_form
from gdflow.services.wording import figure, so_far_text
from gdflow.storage import plans, submissions
from gdflow.storage.engine import Session
from gdflow.storage.spoken import spoken_of

if TYPE_CHECKING:
    from gdflow.channels.mail import Attachment

WITHOUT_TEAM = "Sin responsable"


@dataclass(frozen=True, slots=True)
class Told:
    """What stands around a reminder in a mail. figures: in force. said: what was told before, by obligation."""

    plan: PlanFacts
    line: Line
    figures: Mapping[str, Decimal]
    said: Said


def told_of(session: Session, rules: Rules, written: Iterable[Reminder]) -> dict[int, Told]:
    """What stands around reminders, by line id."""
    written = list(written)
    wanted = {reminder.plan_id for reminder in written}
    said = spoken_of(session, (reminder.obligation_id for reminder in written))
    told: dict[int, Told] = {}
    for plan in plans.plans_of(session, rules.entity_id) if wanted else ():
        if plan.id in wanted:
            figures = submissions.values_of_plan(session, plan.id)
            for line in plans.lines_of(session, plan.id):
                told[line.id] = Told(plan, line, figures.get(line.id, {}), said)
    return told


def digest_draft(
    session: Session,
    rules: Rules,
    address: str,
    batch: Sequence[Reminder],
    teams: Mapping[int, Team],
    told: Mapping[int, Told],
    *,
    leaves: datetime,
    now: datetime,
) -> NoticeDraft:
    """The digest of an address, worded for the day on which it leaves."""
    from gdflow.channels.render import render_digest

    own = [reminder for reminder in batch if reminder.audience is Audience.TEAM]
    first = _first(own or batch)
    digest, attachments = _digest(session, rules, address, batch, teams, told, leaves=leaves, now=now)
    return mail_draft(
        rules,
        render_digest(digest, today=rules.today(leaves)),
        address=address,
        purpose=digest.purpose,
        leaves=leaves,
        at=now,
        reply_to=digest.head.reply_to,
        priority=_priority(batch, rules.today(leaves)),
        team_id=first.team_id,
        references=keys.thread_root([first.plan_id], first.team_id, first.period, rules.mail_domain),
        attachments=attachments,
        reminder_ids=tuple(reminder.id for reminder in batch),
    )


def digest_for_chat(
    session: Session,
    rules: Rules,
    name: str,
    batch: Sequence[Reminder],
    teams: Mapping[int, Team],
    told: Mapping[int, Told],
    *,
    leaves: datetime,
    now: datetime,
) -> Digest:
    """The same for the chat channel of a name, to which nothing is attached."""
    bare = replace(rules, attach_form=False)
    digest, _ = _digest(session, bare, name, batch, teams, told, leaves=leaves, now=now)
    return replace(digest, calendar_attached=False)


def _digest(
    session: Session,
    rules: Rules,
    address: str,
    batch: Sequence[Reminder],
    teams: Mapping[int, Team],
    told: Mapping[int, Told],
    *,
    leaves: datetime,
    now: datetime,
) -> "tuple[Digest, list[Attachment]]":
    """What the mail says, and the files that go with it."""
    own = [reminder for reminder in batch if reminder.audience is Audience.TEAM]
    purpose = Purpose.DIGEST if own else Purpose.ESCALATION
    forms = _forms(session, rules, batch, teams, now)
    names = tuple(dict.fromkeys(teams[r.team_id].name for r in batch if r.team_id is not None))
    head = letterhead(rules, address, names[0] if names else rules.entity, _reference(session, rules, own or batch))
    owed = [(each, _line(each, told[each.line_id], teams, purpose)) for each in _once(batch)]
    said = told[batch[0].line_id].said
    calendar = calendar_file(rules, head, owed, said, leaves=leaves)
    digest = Digest(
        head=head,
        purpose=purpose,
        teams=names,
        lines=tuple(line for _, line in owed),
        form_attached=bool(forms),
        calendar_attached=calendar is not None,
    )
    return digest, [*forms, calendar] if calendar else list(forms)


def _once(batch: Iterable[Reminder]) -> list[Reminder]:
    """Each obligation once: whoever is the team's reader and its head is told as the team's reader."""
    lines: dict[int, Reminder] = {}
    for reminder in batch:
        if reminder.audience is Audience.TEAM or reminder.obligation_id not in lines:
            lines[reminder.obligation_id] = reminder
    return list(lines.values())


def _first(batch: Iterable[Reminder]) -> Reminder:
    """The reminder by which the whole mail is filed: the newest period's, else a line's own date; then the oldest plan.

    A mail may speak of several plans, periods and teams, but mail programs file it in one thread only.
    """
    return max(batch, key=lambda each: (each.period is not None, each.due_on, -each.plan_id, -(each.team_id or 0)))


def _reference(session: Session, rules: Rules, batch: Sequence[Reminder]) -> str:
    """An answer to a mail about several teams belongs to none of them until somebody has read it."""
    of = {reminder.team_id for reminder in batch}
    return reference_for(session, rules, of.pop() if len(of) == 1 else None, _first(batch).period)


def _priority(batch: Iterable[Reminder], day: date) -> Priority:
    """What closes on the day itself leaves first, and so does the last word before it."""
    closing = any(each.closes_on == day or each.reason is ReminderReason.CLOSING_SOON for each in batch)
    return Priority.URGENT if closing else Priority.ORDINARY


def _forms(
    session: Session, rules: Rules, batch: Sequence[Reminder], teams: Mapping[int, Team], now: datetime
) -> "tuple[Attachment, ...]":
    """The workbooks with which the teams answer: one a team, for the newest period of which the mail speaks."""
    if not rules.attach_form:
        return ()
    from gdflow.channels.mail import Attachment

    newest: dict[int, tuple[date, str]] = {}
    for reminder in batch:
        if reminder.audience is Audience.TEAM and reminder.period and reminder.team_id is not None:
            asked = (reminder.due_on, reminder.period)
            newest[reminder.team_id] = max(newest.get(reminder.team_id, asked), asked)
    forms = (make_form(session, rules, teams[team], period, now=now) for team, (_, period) in newest.items())
    return tuple(Attachment(form.name, XLSX, form.data) for form in forms)


def _line(reminder: Reminder, told: Told, teams: Mapping[int, Team], purpose: Purpose) -> DigestLine:
    line = told.line
    return DigestLine(
        plan=told.plan.title or told.plan.code,
        row=line.row,
        number=line.number,
        label=line.label,
        item=line.item,
        period=reminder.period,
        kind=reminder.kind,
        due_on=reminder.due_on,
        closes_on=reminder.closes_on,
        reason=reminder.reason,
        team=teams[reminder.team_id].name if reminder.team_id is not None else WITHOUT_TEAM,
        target_text=line.target_text or (figure(line.target, line) if line.target is not None else None),
        so_far_text=so_far_text(line, told.figures),
        first_notice_on=_first_notice(reminder, told.said) if purpose is Purpose.ESCALATION else None,
    )


def _first_notice(reminder: Reminder, said: Said) -> date | None:
    days = [
        spoken.first_on
        for spoken in said.get(reminder.obligation_id, ())
        if spoken.audience is Audience.TEAM and spoken.team_id == (reminder.team_id or 0)
    ]
    return min(days, default=None)
