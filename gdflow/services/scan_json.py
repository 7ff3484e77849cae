"""The stable JSON of a scan and of a delivery (docs/json.md)."""

from collections.abc import Iterable

from gdflow.domain.notices import NoticeDraft, OwedLine
from gdflow.services.backlog import Backlog
from gdflow.services.deliver import Delivered
from gdflow.services.delivery_round import MailboxReport, Round
from gdflow.services.public_json import Json, day, opened_json
from gdflow.services.remind import CurrentReminder, ScanReport


def scan_json(report: ScanReport) -> Json:
    """What is owed, today's reminders with their reasons, and how many were new."""
    situation = report.situation
    return {
        "as_of": report.as_of.isoformat(),
        "business_day": report.closed_because is None,
        "closed_because": report.closed_because,
        **opened_json(report.opened),
        "situation": {
            "overdue": _rows(situation.overdue),
            "due_within_30_days": _rows(situation.due_soon),
            "missing": {period: _rows(lines) for period, lines in sorted(situation.missing.items())},
        },
        "owed": [_owed(line, report) for line in report.owed],
        "reminders": [_reminder(reminder) for reminder in report.reminders],
        "new": report.new,
        "known": report.known,
        "notices": [_notice(draft) for draft in report.composed.notices],
        "unreachable": [team.name for team in report.composed.unreachable],
    }


def _rows(lines: Iterable[OwedLine]) -> list[Json]:
    return [{"plan": line.plan, "sheet": line.sheet, "row": line.row} for line in lines]


def _place(line: OwedLine) -> Json:
    return {
        "kind": line.kind.value,
        "plan": line.plan,
        "sheet": line.sheet,
        "row": line.row,
        "number": line.number,
        "label": line.label,
        "team": line.team,
        "period": line.period,
        "due_on": line.due_on.isoformat(),
        "closes_on": day(line.closes_on),
    }


def _owed(line: OwedLine, report: ScanReport) -> Json:
    return {**_place(line), "state": report.state(line).value, "reason": line.reason.value}


def _reminder(reminder: CurrentReminder) -> Json:
    step = reminder.step
    return {
        **_place(reminder.owed),
        "step": step.step,
        "audience": step.audience.value,
        "reason": step.reason.value,
        "on_date": step.on_date.isoformat(),
        "new": reminder.new,
    }


def _notice(draft: NoticeDraft) -> Json:
    return {
        "to": draft.address,
        "subject": draft.subject,
        "purpose": draft.purpose,
        "message_id": draft.message_id,
        "not_before": draft.not_before.isoformat(),
        "reminders": len(draft.reminder_ids),
    }


def delivery_json(done: Round, waiting: Iterable[Backlog]) -> Json:
    """Every notice of a delivery run and how it ended, which transports rest, what waits, and what the mailbox told."""
    report = done.delivery
    return {
        "paused": report.resting[0].code if report.resting else None,
        "deliveries": [_delivered(delivered) for delivered in report.deliveries],
        "resting": [
            {"channel": each.channel, "until": each.until.isoformat(), "code": each.code, "text": each.text}
            for each in report.resting
        ],
        "waiting": [
            {"channel": each.channel, "pending": each.pending, "done_by": each.done_by.isoformat()} for each in waiting
        ],
        "mailbox": None if done.mailbox is None else _mailbox(done.mailbox),
    }


def _mailbox(read: MailboxReport) -> Json:
    from gdflow.services.bounces import Fate  # so late: it is of what takes mails apart, and most read no mailbox

    return {
        "bounced": read.bounces.count(Fate.REFUSED),
        "noted": read.bounces.count(Fate.NOTED),
        "unmatched": read.bounces.count(Fate.UNMATCHED),
        "arrived": read.doubts.arrived,
        "again": read.doubts.again,
        "trouble": read.trouble.code if read.trouble else None,
    }


def _delivered(delivered: Delivered) -> Json:
    return {
        "channel": delivered.channel,
        "to": delivered.address,
        "subject": delivered.subject,
        "state": delivered.state.value,
        "code": delivered.code,
        "text": delivered.text,
    }
