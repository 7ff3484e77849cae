"""The only reader of the wall clock. Everything else is told what time it is, so that any day can be replayed."""

from datetime import UTC, datetime


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)
