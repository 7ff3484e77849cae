"""The first tables, and the promise that events are only ever added."""

from alembic import op

from gdflow.storage.append_only import REFUSALS
from gdflow.storage.migrations.first_tables import duties, outbox, people, plans, submissions

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    *("event", "evidence", "result", "receipt", "form_issue", "notice_reminder", "attempt", "notice"),
    *("decision", "reminder", "obligation", "assignment", "contact", "team", "period", "import_issue"),
    *("line", "node", "plan", "entity"),
)


def upgrade() -> None:
    """Make every table, then the triggers that keep events as they are."""
    for subject in (plans, people, duties, outbox, submissions):
        subject.create()
    for refusal in REFUSALS[op.get_context().dialect.name]:
        op.execute(refusal)


def downgrade() -> None:
    """Drop every table; what they held is lost."""
    for table in TABLES:
        op.drop_table(table)
    if op.get_context().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_event_change()")
