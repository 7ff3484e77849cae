"""From written reminders to mails: one digest per address and business day, with everything that person is told.

A reminder is composed as a whole or waits as a whole: while one of its addresses has had its mail of the day, it
waits for tomorrow's. Only the newest reminder of an obligation is said; an older one that was never sent is
superseded. Lines of a team without an address wait, and the team is named to the coordinator.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from gdflow.domain import keys
from gdflow.domain.digest import Digest, DigestLine, Letterhead, Purpose
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.notices import NoticeDraft, Reminder
from gdflow.domain.obligations import ObligationKind
from gdflow.domain.people import Audience, Contact, Role, Team
from gdflow.domain.rules import Rules
from gdflow.services.forms import XLSX, make_form
from gdflow.services.open_period import figures_by_line
from gdflow.services.wording import figure, so_far_text
from gdflow.storage import outbox, people, plans, reminders, submissions
from gdflow.storage.engine import Session

if TYPE_CHECKING:
    from gdflow.channels.mail import Attachment

WITHOUT_TEAM = "Sin responsable"


@dataclass(frozen=True, slots=True)
class Composed:
    """The notices put into the outbox now, and the teams to whom nothing can be sent."""

    notices: tuple[NoticeDraft, ...] = ()
    unreachable: tuple[Team, ...] = ()
    superseded: int = 0


@dataclass(frozen=True, slots=True)
class _Told:
    """What stands around a reminder in a mail."""

    plan: PlanFacts
    line: Line
    figures: Mapping[str, Decimal]


def compose(session: Session, rules: Rules, written: Sequence[Reminder], *, now: datetime) -> Composed:
    """Put one notice per address into the outbox for the reminders that are in none yet."""
    today = rules.today(now)
    if not written or not rules.calendar.is_business_day(today):
        return Composed()
    newest, older = split_superseded(written)
    reminders.suppress(session, [reminder.id for reminder in older], "superseded")
    teams = {team.id: team for team in people.teams_of(session, rules.entity_id)}
    post = _post(newest, teams, rules, today, outbox.noticed_today(session, rules.entity_id, today))
    told = _told(session, rules, newest)
    drafts = [_draft(session, rules, address, batch, teams, told, now=now) for address, batch in sorted(post.items())]
    for draft in drafts:
        outbox.enqueue(session, draft)
    return Composed(tuple(drafts), _unreachable(newest, teams, rules, today), len(older))


def split_superseded(written: Iterable[Reminder]) -> tuple[list[Reminder], list[Reminder]]:
    """The newest reminder of each obligation and audience, and the older ones that it replaces."""
    newest: dict[tuple[int, Audience], Reminder] = {}
    older = []
    for reminder in sorted(written, key=lambda reminder: (reminder.on_date, reminder.id)):
        place = (reminder.obligation_id, reminder.audience)
        if place in newest:
            older.append(newest[place])
        newest[place] = reminder
    return list(newest.values()), older


def recipients(team: Team | None, audience: Audience, today: date, coordinator: str | None) -> tuple[str, ...]:
    """The addresses to which a step speaks on a day.

    A team's members and leaders who are not away, else its substitutes, else its head. A head's step goes to the
    coordinator when the team has none.
    """
    present = [contact for contact in (team.contacts if team else ()) if not contact.away(today)]
    if audience is Audience.TEAM:
        return (
            _addresses(present, Role.MEMBER, Role.LEADER)
            or _addresses(present, Role.SUBSTITUTE)
            or _addresses(present, Role.HEAD)
        )
    heads = _addresses(present, Role.HEAD) if audience is Audience.HEAD else ()
    return heads or ((coordinator,) if coordinator else ())


def _addresses(contacts: Iterable[Contact], *roles: Role) -> tuple[str, ...]:
    return tuple(contact.email for contact in contacts if contact.role in roles)


def _post(
    newest: Iterable[Reminder], teams: Mapping[int, Team], rules: Rules, today: date, noticed: frozenset[str]
) -> dict[str, list[Reminder]]:
    post: dict[str, list[Reminder]] = {}
    for reminder in newest:
        addresses = _of(reminder, teams, rules, today)
        if not noticed.isdisjoint(addresses):
            continue
        for address in addresses:
            post.setdefault(address, []).append(reminder)
    return post


def _of(reminder: Reminder, teams: Mapping[int, Team], rules: Rules, today: date) -> tuple[str, ...]:
    team = teams.get(reminder.team_id) if reminder.team_id is not None else None
    return recipients(team, reminder.audience, today, rules.coordinator)


def _unreachable(newest: Iterable[Reminder], teams: Mapping[int, Team], rules: Rules, today: date) -> tuple[Team, ...]:
    silent = {r.team_id for r in newest if r.audience is Audience.TEAM and not _of(r, teams, rules, today)}
    return tuple(team for team_id, team in sorted(teams.items()) if team_id in silent)


def _told(session: Session, rules: Rules, written: Iterable[Reminder]) -> dict[int, _Told]:
    wanted = {reminder.plan_id for reminder in written}
    told: dict[int, _Told] = {}
    for plan in plans.plans_of(session, rules.entity_id):
        if plan.id in wanted:
            figures = figures_by_line(submissions.results_of_plan(session, plan.id))
            for line in plans.lines_of(session, plan.id):
                told[line.id] = _Told(plan, line, figures.get(line.id, {}))
    return told


def _draft(
    session: Session,
    rules: Rules,
    address: str,
    batch: Sequence[Reminder],
    teams: Mapping[int, Team],
    told: Mapping[int, _Told],
    *,
    now: datetime,
) -> NoticeDraft:
    from gdflow.channels.address import Mailbox
    from gdflow.channels.mail import build_mail
    from gdflow.channels.render import render_digest

    today = rules.today(now)
    own = _own_team(batch)
    purpose = Purpose.DIGEST if own is not None else Purpose.ESCALATION
    forms = _forms(session, rules, batch, teams, now)
    names = tuple(dict.fromkeys(teams[r.team_id].name for r in batch if r.team_id is not None))
    digest = Digest(
        head=letterhead(rules, address, names[0] if len(names) == 1 else rules.entity),
        purpose=purpose,
        teams=names,
        lines=tuple(_line(session, reminder, told[reminder.line_id], teams, purpose) for reminder in batch),
        form_attached=bool(forms),
    )
    rendered = render_digest(digest, today=today)
    key = keys.notice_key(rules.entity_id, address, today, "email", purpose)
    message_id = keys.message_id(key, rules.mail_domain)
    data = build_mail(
        rendered,
        message_id=message_id,
        sender=Mailbox(rules.sender, rules.entity),
        recipient=Mailbox(address),
        date=now,
        reply_to=Mailbox(digest.head.reply_to),
        references=_thread(rules, batch),
        attachments=forms,
    )
    return NoticeDraft(
        entity_id=rules.entity_id,
        key=key,
        day=today,
        channel="email",
        purpose=purpose.value,
        sender=rules.sender,
        address=address,
        subject=rendered.subject,
        message_id=message_id,
        data=data,
        not_before=rules.window.next_moment(now, rules.calendar),
        at=now,
        team_id=own if own is not None else batch[0].team_id,
        reminder_ids=tuple(reminder.id for reminder in batch),
    )


def _own_team(batch: Iterable[Reminder]) -> int | None:
    """The team for which the person is reminded, or None when the mail only escalates."""
    return next((r.team_id for r in batch if r.audience is Audience.TEAM), None)


def _thread(rules: Rules, batch: Sequence[Reminder]) -> str:
    period = next((reminder.period for reminder in batch if reminder.period), None)
    plan_ids = sorted({reminder.plan_id for reminder in batch})
    return keys.thread_root(plan_ids, batch[0].team_id, period, rules.mail_domain)


def _forms(
    session: Session, rules: Rules, batch: Sequence[Reminder], teams: Mapping[int, Team], now: datetime
) -> "tuple[Attachment, ...]":
    """The workbooks with which the teams answer: one a team, for the newest period of which the mail speaks."""
    if not rules.attach_form:
        return ()
    from gdflow.channels.mail import Attachment

    newest: dict[int, Reminder] = {}
    for reminder in sorted(batch, key=lambda reminder: reminder.due_on):
        if reminder.audience is Audience.TEAM and reminder.period and reminder.team_id is not None:
            newest[reminder.team_id] = reminder
    forms = (make_form(session, rules, teams[team], asked.period or "", now=now) for team, asked in newest.items())
    return tuple(Attachment(form.name, XLSX, form.data) for form in forms)


def letterhead(rules: Rules, address: str, topic: str) -> Letterhead:
    """The head of a mail of this entity to an address."""
    contact = rules.coordinator or rules.sender
    return Letterhead(rules.entity, _short(topic), address, None, contact, contact)


def _short(name: str) -> str:
    """A team's name without the word that says it is one: it stands in the brackets of a subject."""
    return re.sub(r"^(equipo|grupo)( de)? (?=\S)", "", name, flags=re.IGNORECASE)


def _line(session: Session, reminder: Reminder, told: _Told, teams: Mapping[int, Team], purpose: Purpose) -> DigestLine:
    line = told.line
    team = teams[reminder.team_id].name if reminder.team_id is not None else WITHOUT_TEAM
    return DigestLine(
        plan=told.plan.title or told.plan.code,
        row=line.row,
        number=line.number,
        label=line.label,
        item=line.item,
        period=reminder.period if reminder.kind is ObligationKind.RESULT else None,
        kind=reminder.kind,
        due_on=reminder.due_on,
        closes_on=reminder.closes_on,
        reason=reminder.reason,
        team=team,
        target_text=line.target_text or (figure(line.target, line) if line.target is not None else None),
        so_far_text=so_far_text(line, told.figures),
        first_notice_on=_first_notice(session, reminder) if purpose is Purpose.ESCALATION else None,
    )


def _first_notice(session: Session, reminder: Reminder) -> date | None:
    days = [
        mark.day
        for earlier in reminders.reminders_of_line(session, reminder.line_id)
        if earlier.obligation_id == reminder.obligation_id and earlier.audience is Audience.TEAM
        for mark in earlier.notices
    ]
    return min(days, default=None)
