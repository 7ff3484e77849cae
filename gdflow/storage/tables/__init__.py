"""Every table, grouped by subject. Importing this package is what fills METADATA; queries use the Core tables."""

from gdflow.storage.tables.access import account, one_time_key, read_token, web_session
from gdflow.storage.tables.answers import annex, inbound_mail, review, team_link
from gdflow.storage.tables.base import METADATA
from gdflow.storage.tables.closings import amendment, calendar_feed, closing, reopening, report
from gdflow.storage.tables.duties import decision, obligation, reminder
from gdflow.storage.tables.imports import import_draft
from gdflow.storage.tables.outbox import address_mark, attempt, correspondence, notice, notice_reminder, pace, transport
from gdflow.storage.tables.people import assignment, contact, team
from gdflow.storage.tables.plans import entity, issue, line, node, period, plan
from gdflow.storage.tables.submissions import event, evidence, form_issue, receipt, result
from gdflow.storage.tables.webhooks import webhook
from gdflow.storage.tables.work import job, last_run

__all__ = [
    "METADATA",
    "account",
    "address_mark",
    "amendment",
    "annex",
    "assignment",
    "attempt",
    "calendar_feed",
    "closing",
    "contact",
    "correspondence",
    "decision",
    "entity",
    "event",
    "evidence",
    "form_issue",
    "import_draft",
    "inbound_mail",
    "issue",
    "job",
    "last_run",
    "line",
    "node",
    "notice",
    "notice_reminder",
    "obligation",
    "one_time_key",
    "pace",
    "period",
    "plan",
    "read_token",
    "receipt",
    "reminder",
    "reopening",
    "report",
    "result",
    "review",
    "team",
    "team_link",
    "transport",
    "web_session",
    "webhook",
]
