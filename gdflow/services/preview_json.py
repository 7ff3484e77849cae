"""A preview as stable JSON (docs/json.md), and as a calendar that a coordinator can lay beside their own."""

from collections.abc import Iterable
from datetime import datetime

from gdflow.domain import keys
from gdflow.domain.notices import SaidLine
from gdflow.domain.rules import Rules
from gdflow.services.preview import PlannedNotice
from gdflow.services.public_json import Json, said_line_json


def preview_json(planned: Iterable[PlannedNotice]) -> Json:
    """Every message with the moment at which it leaves and the lines of which it speaks."""
    return {"notices": [_notice(notice) for notice in planned]}


def preview_calendar(rules: Rules, planned: Iterable[PlannedNotice], *, now: datetime) -> bytes:
    """One entry for each day and address."""
    from gdflow.channels.ics import CalendarEntry, calendar_of

    entries = (
        CalendarEntry(
            uid=keys.notice_key(rules.entity_id, notice.address, rules.today(notice.leaves), "preview", notice.purpose),
            day=rules.today(notice.leaves),
            summary=f"{notice.address}: {notice.subject}",
            description="\n".join(map(_words, notice.lines)),
        )
        for notice in planned
    )
    return calendar_of(entries, stamped=now)


def _notice(notice: PlannedNotice) -> Json:
    return {
        "leaves": notice.leaves.isoformat(),
        "channel": notice.channel,
        "address": notice.address,
        "purpose": notice.purpose.value,
        "subject": notice.subject,
        "lines": [said_line_json(line) for line in notice.lines],
    }


def _words(line: SaidLine) -> str:
    return f"{line.step} · {line.plan}, fila {line.row}: {line.label}"
