"""The stable JSON of the outbox (docs/json.md)."""

import json
from collections.abc import Iterable
from datetime import datetime

from gdflow.domain.address_marks import AddressMark
from gdflow.domain.events import Event
from gdflow.domain.notices import Accounting, NoticeFacts
from gdflow.services.outbox_board import Board, NoticeStory
from gdflow.services.public_json import Json, said_line_json
from gdflow.storage.notice_story import AttemptFacts


def board_json(board: Board) -> Json:
    """The answer of `gdflow outbox`."""
    return {
        "notices": [notice_json(notice) for notice in board.notices],
        "waiting": [
            {"channel": each.channel, "pending": each.pending, "done_by": each.done_by.isoformat()}
            for each in board.waiting
        ],
        "resting": [
            {"channel": channel, "until": _moment(rest.paused_until), "code": rest.code, "text": rest.text}
            for channel, rest in board.resting.items()
        ],
        "accounting": _sums(board.sums),
    }


def notice_json(notice: NoticeFacts) -> Json:
    """One notice, as `gdflow outbox` and `gdflow outbox resolve` show it."""
    return {
        "id": notice.id,
        "day": notice.day.isoformat(),
        "channel": notice.channel,
        "purpose": notice.purpose,
        "to": notice.address,
        "subject": notice.subject,
        "message_id": notice.message_id,
        "state": notice.state.value,
        "tries": notice.tries,
        "not_before": notice.not_before.isoformat(),
        "code": notice.code,
        "text": notice.text,
        "created_at": notice.created_at.isoformat(),
        "settled_at": _moment(notice.settled_at),
        "resolved_by": notice.resolved_by,
    }


def story_json(story: NoticeStory) -> Json:
    """The answer of `gdflow outbox show`."""
    return notice_json(story.notice) | {
        "headers": [{"name": name, "value": value} for name, value in story.headers],
        "size": story.size,
        "reminders": [said_line_json(line) for line in story.lines],
        "attempts": [_attempt(each) for each in story.attempts],
        "events": [_event(each) for each in story.events],
    }


def marks_json(marks: Iterable[AddressMark]) -> Json:
    """The answer of `gdflow outbox marks`."""
    return {
        "marks": [
            {"address": each.address, "code": each.code, "text": each.text, "marked_at": each.marked_at.isoformat()}
            for each in marks
        ]
    }


def _attempt(attempt: AttemptFacts) -> Json:
    return {
        "channel": attempt.channel,
        "owner": attempt.owner,
        "started_at": attempt.started_at.isoformat(),
        "ended_at": _moment(attempt.ended_at),
        "state": attempt.state.value if attempt.state else None,
        "code": attempt.code,
        "text": attempt.text,
    }


def _event(event: Event) -> Json:
    return {"kind": event.kind, "at": event.at.isoformat(), "actor": event.actor, "facts": json.loads(event.facts)}


def _sums(sums: Accounting) -> Json:
    return {
        "due": sums.due,
        "sent": sums.sent,
        "refused": sums.refused,
        "suppressed": sums.suppressed,
        "pending": sums.pending,
        "in_doubt": sums.in_doubt,
        "closed": sums.closed,
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
