"""Work that people ask for, and how the scheduled works went."""

from datetime import datetime
from typing import Any

from sqlalchemy import UniqueConstraint

from gdflow.domain.jobs import JobKind, JobState, RunState
from gdflow.storage.tables.base import Owned, check, filled, json, moment, one_of, partial, table_of, word
from gdflow.storage.tables.base import text as long_text


class JobRow(Owned, table=True):
    """A job that somebody asked for; the same key is the same job. Leased exactly while it runs."""

    __tablename__ = "job"
    __table_args__ = (
        UniqueConstraint("entity_id", "key"),
        partial("ix_job_open", "entity_id", "id", where="ended_at IS NULL"),
        one_of("kind", JobKind),
        one_of("state", JobState),
        *filled("key", "requested_by"),
        check("lease", "(state = 'running') = (lease_owner IS NOT NULL)"),
        check("leased", "(lease_owner IS NULL) = (lease_until IS NULL)"),
        check("ended", "(state = 'done' OR state = 'failed') = (ended_at IS NOT NULL)"),
        check("failed", "(state = 'failed') = (error IS NOT NULL)"),
        check("tries", "tries >= 0"),
        check("progress", "done >= 0 AND done <= total"),
    )
    kind: JobKind = word(JobKind)
    parameters: Any = json()
    key: str
    requested_by: str
    requested_at: datetime = moment()
    state: JobState = word(JobState)
    started_at: datetime | None = moment(null=True)
    ended_at: datetime | None = moment(null=True)
    lease_owner: str | None
    lease_until: datetime | None = moment(null=True)
    tries: int
    done: int
    total: int
    step: str | None
    result: Any = json()
    error: str | None = long_text()
    run: str | None


class LastRunRow(Owned, table=True):
    """The newest run of a scheduled work for an entity, and when one last ended well."""

    __tablename__ = "last_run"
    __table_args__ = (
        UniqueConstraint("entity_id", "work"),
        one_of("state", RunState),
        *filled("work"),
        check("ended", "(state = 'running') = (ended_at IS NULL)"),
    )
    work: str
    started_at: datetime = moment()
    ended_at: datetime | None = moment(null=True)
    state: RunState = word(RunState)
    succeeded_at: datetime | None = moment(null=True)
    error: str | None = long_text()


job, last_run = table_of(JobRow), table_of(LastRunRow)
