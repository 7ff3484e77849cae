"""One digest: everything a person is told about owed lines on one day, with the forms to answer by."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from gdflow.domain import keys
from gdflow.domain.digest import Digest, DigestLine, Purpose
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.notices import NoticeDraft, Reminder
from gdflow.domain.people import Audience, Team
from gdflow.domain.rules import Rules
from gdflow.services.derive import figures_by_line
from gdflow.services.drafting import letterhead, mail_draft
from gdflow.services.forms import XLSX, make_form
from gdflow.services.wording import figure, so_far_text
from gdflow.storage import plans, reminders, submissions
from gdflow.storage.engine import Session

if TYPE_CHECKING:
    from gdflow.channels.mail import Attachment

WITHOUT_TEAM = "Sin responsable"


@dataclass(frozen=True, slots=True)
class Told:
    """What stands around a reminder in a mail: its plan, its line and the line's figures in force."""

    plan: PlanFacts
    line: Line
    figures: Mapping[str, Decimal]


def told_of(session: Session, rules: Rules, written: Iterable[Reminder]) -> dict[int, Told]:
    """What stands around reminders, by line id."""
    wanted = {reminder.plan_id for reminder in written}
    told: dict[int, Told] = {}
    for plan in plans.plans_of(session, rules.entity_id) if wanted else ():
        if plan.id in wanted:
            figures = figures_by_line(submissions.results_of_plan(session, plan.id))
            for line in plans.lines_of(session, plan.id):
                told[line.id] = Told(plan, line, figures.get(line.id, {}))
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
    purpose = Purpose.DIGEST if own else Purpose.ESCALATION
    forms = _forms(session, rules, batch, teams, now)
    names = tuple(dict.fromkeys(teams[r.team_id].name for r in batch if r.team_id is not None))
    digest = Digest(
        head=letterhead(rules, address, names[0] if names else rules.entity),
        purpose=purpose,
        teams=names,
        lines=tuple(_line(session, reminder, told[reminder.line_id], teams, purpose) for reminder in _once(batch)),
        form_attached=bool(forms),
    )
    return mail_draft(
        rules,
        render_digest(digest, today=rules.today(leaves)),
        address=address,
        purpose=purpose,
        leaves=leaves,
        at=now,
        team_id=(own or batch)[0].team_id,
        references=_thread(rules, batch),
        attachments=forms,
        reminder_ids=tuple(reminder.id for reminder in batch),
    )


def _once(batch: Iterable[Reminder]) -> list[Reminder]:
    """Each obligation once: whoever is the team's reader and its head is told as the team's reader."""
    lines: dict[int, Reminder] = {}
    for reminder in batch:
        if reminder.audience is Audience.TEAM or reminder.obligation_id not in lines:
            lines[reminder.obligation_id] = reminder
    return list(lines.values())


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

    newest: dict[int, tuple[date, str]] = {}
    for reminder in batch:
        if reminder.audience is Audience.TEAM and reminder.period and reminder.team_id is not None:
            asked = (reminder.due_on, reminder.period)
            newest[reminder.team_id] = max(newest.get(reminder.team_id, asked), asked)
    forms = (make_form(session, rules, teams[team], period, now=now) for team, (_, period) in newest.items())
    return tuple(Attachment(form.name, XLSX, form.data) for form in forms)


def _line(session: Session, reminder: Reminder, told: Told, teams: Mapping[int, Team], purpose: Purpose) -> DigestLine:
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
