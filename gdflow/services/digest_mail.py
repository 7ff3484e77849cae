"""One digest: everything a person is told about owed lines on one day, with the forms to answer by."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from gdflow.domain import keys
from gdflow.domain.calendar import BusinessCalendar
from gdflow.domain.digest import Digest, DigestLine, Purpose, one_row
from gdflow.domain.notices import NoticeDraft, Reminder
from gdflow.domain.outbox import Priority
from gdflow.domain.people import Audience, Team
from gdflow.domain.rules import Rules
from gdflow.services.digest_batch import first_of, own_of, place_of
from gdflow.services.digest_calendar import Owed, Said, calendar_file
from gdflow.services.digest_links import with_links
from gdflow.services.digest_parts import Forms, Parts, Told
from gdflow.services.drafting import letterhead, mail_draft
from gdflow.services.forms import XLSX, FormFile
from gdflow.services.wording import so_far_text, target_words

if TYPE_CHECKING:
    from gdflow.channels.mail import Attachment

WITHOUT_TEAM = "Sin responsable"


def digest_draft(
    rules: Rules, address: str, batch: Sequence[Reminder], parts: Parts, *, leaves: datetime, now: datetime
) -> NoticeDraft:
    """The digest of an address, worded for the day on which it leaves."""
    from gdflow.channels.render import render_digest

    first, forms = first_of(own_of(batch) or batch), parts.forms.get(address, {})
    digest, attachments = _digest(rules, address, batch, parts, forms, leaves=leaves)
    digest = with_links(digest, parts.pages.get(address, {}), parts.teams)
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


def digest_for_chat(rules: Rules, name: str, batch: Sequence[Reminder], parts: Parts, *, leaves: datetime) -> Digest:
    """The same for the chat channel of a name, to which nothing is attached."""
    digest, _ = _digest(rules, name, batch, parts, {}, leaves=leaves)
    return replace(digest, calendar_attached=False)


def _digest(
    rules: Rules,
    address: str,
    batch: Sequence[Reminder],
    parts: Parts,
    forms: Forms,
    *,
    leaves: datetime,
) -> "tuple[Digest, list[Attachment]]":
    """What the mail says, and the files that go with it. forms: by team."""
    from gdflow.channels.mail import Attachment

    teams, told = parts.teams, parts.told
    purpose = Purpose.DIGEST if own_of(batch) else Purpose.ESCALATION
    names = tuple(dict.fromkeys(teams[r.team_id].name for r in batch if r.team_id is not None))
    topic = names[0] if len(names) == 1 else rules.entity
    head = letterhead(rules, address, topic, parts.references[place_of(batch)])
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


def _priority(batch: Iterable[Reminder], day: date, calendar: BusinessCalendar) -> Priority:
    """What closes on the day of leaving or by the next business day leaves first."""
    last = calendar.shift(day, 1)
    closing = any(each.closes_on is not None and each.closes_on <= last for each in batch)
    return Priority.URGENT if closing else Priority.ORDINARY


def _line(reminder: Reminder, told: Told, teams: Mapping[int, Team], purpose: Purpose) -> DigestLine:
    line = told.line
    return DigestLine(
        plan=told.plan.name,
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
        target_text=target_words(line),
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
