"""One digest: everything a person is told about owed lines on one day, with the forms to answer by."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from gdflow.domain import keys
from gdflow.domain.calendar import BusinessCalendar
from gdflow.domain.digest import Digest, DigestLine, Purpose, one_row
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.notices import NoticeDraft, Reminder
from gdflow.domain.outbox import Priority
from gdflow.domain.people import Audience, Team
from gdflow.domain.reviews import ReviewMode
from gdflow.domain.rules import Rules
from gdflow.services.asked_forms import AskedForm
from gdflow.services.digest_calendar import Owed, Said, calendar_file
from gdflow.services.digest_links import with_links
from gdflow.services.drafting import letterhead, mail_draft, reference_for
from gdflow.services.forms import XLSX, FormFile, make_form
from gdflow.services.wording import figure, so_far_text
from gdflow.storage import asked, plans, reviews
from gdflow.storage.engine import Session
from gdflow.storage.lines import lines_by_id
from gdflow.storage.spoken import spoken_of

if TYPE_CHECKING:
    from gdflow.channels.mail import Attachment

WITHOUT_TEAM = "Sin responsable"


@dataclass(frozen=True, slots=True)
class Told:
    """What stands around a reminder in a mail. figures: in force. said: what was told before, by obligation.

    notes: why the line's reports came back, by period.
    """

    plan: PlanFacts
    line: Line
    figures: Mapping[str, Decimal]
    said: Said
    notes: Mapping[str, str]


def told_of(session: Session, rules: Rules, written: Iterable[Reminder]) -> dict[int, Told]:
    """What stands around reminders, by line id."""
    written = list(written)
    ids = [reminder.line_id for reminder in written]
    said = spoken_of(session, (reminder.obligation_id for reminder in written))
    lines, figures = lines_by_id(session, ids), asked.values_of_lines(session, ids)
    known = {plan.id: plan for plan in plans.plans_of(session, rules.entity_id)} if lines else {}
    reviewed = any(plan.review is not ReviewMode.NONE for plan in known.values())
    notes = reviews.notes_of_lines(session, ids) if reviewed else {}
    return {
        key: Told(known[line.plan_id], line, figures.get(key, {}), said, notes.get(key, {}))
        for key, line in lines.items()
    }


def digest_draft(
    session: Session,
    rules: Rules,
    address: str,
    batch: Sequence[Reminder],
    teams: Mapping[int, Team],
    told: Mapping[int, Told],
    forms: Mapping[int, AskedForm],
    *,
    leaves: datetime,
    now: datetime,
) -> NoticeDraft:
    """The digest of an address, worded for the day on which it leaves; forms: what each team is asked for by one."""
    from gdflow.channels.render import render_digest

    own = [reminder for reminder in batch if reminder.audience is Audience.TEAM]
    first = _first(own or batch)
    files = _forms(session, rules, own, teams, forms, now)
    digest, attachments = _digest(session, rules, address, batch, teams, told, files, leaves=leaves)
    digest = with_links(session, rules, digest, own, teams, forms, now=now)
    return mail_draft(
        rules,
        render_digest(digest, today=rules.today(leaves)),
        address=address,
        purpose=digest.purpose,
        leaves=leaves,
        at=now,
        reply_to=digest.head.reply_to,
        priority=_priority(batch, rules.today(leaves), rules.calendar),
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
) -> Digest:
    """The same for the chat channel of a name, to which nothing is attached."""
    digest, _ = _digest(session, rules, name, batch, teams, told, {}, leaves=leaves)
    return replace(digest, calendar_attached=False)


def _digest(
    session: Session,
    rules: Rules,
    address: str,
    batch: Sequence[Reminder],
    teams: Mapping[int, Team],
    told: Mapping[int, Told],
    forms: Mapping[int, FormFile],
    *,
    leaves: datetime,
) -> "tuple[Digest, list[Attachment]]":
    """What the mail says, and the files that go with it. forms: by team."""
    from gdflow.channels.mail import Attachment

    own = [reminder for reminder in batch if reminder.audience is Audience.TEAM]
    purpose = Purpose.DIGEST if own else Purpose.ESCALATION
    names = tuple(dict.fromkeys(teams[r.team_id].name for r in batch if r.team_id is not None))
    topic = names[0] if len(names) == 1 else rules.entity
    head = letterhead(rules, address, topic, _reference(session, rules, own or batch))
    owed = [(each, _line(each, told[each.line_id], teams, purpose)) for each in _once(batch)]
    calendar = calendar_file(rules, head, owed, told[batch[0].line_id].said, leaves=leaves)
    digest = Digest(
        head=head,
        purpose=purpose,
        teams=names,
        lines=_rows(owed, rules.today(leaves)),
        forms=len(forms),
        forms_ask_all=all(_asks(forms.get(each.team_id or 0), each) for each, _ in owed),
        calendar_attached=calendar is not None,
    )
    files = [Attachment(form.name, XLSX, form.data) for form in forms.values()]
    return digest, [*files, calendar] if calendar else files


def _asks(form: FormFile | None, reminder: Reminder) -> bool:
    """Whether what a reminder says is answered by a form."""
    return form is not None and reminder.line_id in form.lines and reminder.period in (None, form.period)


def _rows(owed: Iterable[Owed], today: date) -> tuple[DigestLine, ...]:
    """A row for each line, whatever it owes."""
    of_line: dict[tuple[int, int | None], list[DigestLine]] = {}
    for reminder, line in owed:
        of_line.setdefault((reminder.line_id, reminder.team_id), []).append(line)
    return tuple(one_row(matters, today=today) for matters in of_line.values())


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


def _priority(batch: Iterable[Reminder], day: date, calendar: BusinessCalendar) -> Priority:
    """What closes on the day of leaving or by the next business day leaves first."""
    last = calendar.shift(day, 1)
    closing = any(each.closes_on is not None and each.closes_on <= last for each in batch)
    return Priority.URGENT if closing else Priority.ORDINARY


def _forms(
    session: Session,
    rules: Rules,
    own: Iterable[Reminder],
    teams: Mapping[int, Team],
    forms: Mapping[int, AskedForm],
    now: datetime,
) -> dict[int, FormFile]:
    """The workbooks with which the teams answer, one a team."""
    of = dict.fromkeys(each.team_id for each in own if each.team_id in forms)
    return {team: make_form(session, rules, teams[team], forms[team], now=now) for team in of if team is not None}


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
        returned_note=told.notes.get(reminder.period or ""),
        first_notice_on=_first_notice(reminder, told.said) if purpose is Purpose.ESCALATION else None,
    )


def _first_notice(reminder: Reminder, said: Said) -> date | None:
    days = [
        spoken.first_on
        for spoken in said.get(reminder.obligation_id, ())
        if spoken.audience is Audience.TEAM and spoken.team_id == (reminder.team_id or 0)
    ]
    return min(days, default=None)
