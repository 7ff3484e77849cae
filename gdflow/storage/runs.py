"""How the scheduled works went: for each the newest run, and when one last ended well."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, bindparam, case, select, update
from sqlmodel import Session

from gdflow.domain.jobs import LastRun, RunState
from gdflow.domain.works import Work
from gdflow.storage.engine import execute, insert_or_skip
from gdflow.storage.tables import last_run

NAMES = ("work", "started_at", "ended_at", "state", "succeeded_at", "error")
OF_ENTITY = select(*(last_run.c[name] for name in NAMES)).where(last_run.c.entity_id == bindparam("of_entity"))
THIS = (last_run.c.entity_id == bindparam("of_entity"), last_run.c.work == bindparam("of_work"))
BEGIN = (
    update(last_run).where(*THIS).values(started_at=bindparam("at"), state=RunState.RUNNING, ended_at=None, error=None)
)
# A run that began later has the row by now: of an earlier one only its good end counts.
_NEWEST = last_run.c.started_at == bindparam("began")
_WELL: BindParameter[bool] = bindparam("well")
END = (
    update(last_run)
    .where(*THIS)
    .values(
        state=case((_NEWEST, bindparam("ended_as", type_=last_run.c.state.type)), else_=last_run.c.state),
        ended_at=case((_NEWEST, bindparam("at", type_=last_run.c.ended_at.type)), else_=last_run.c.ended_at),
        error=case((_NEWEST, bindparam("why")), else_=last_run.c.error),
        succeeded_at=case((_WELL, bindparam("at", type_=last_run.c.succeeded_at.type)), else_=last_run.c.succeeded_at),
    )
)


BY_NAME = {work.value: work for work in Work}


def begin_run(session: Session, entity_id: int, work: Work, *, at: datetime) -> None:
    """A run of a work begins: it is the newest."""
    its: dict[str, Any] = {"of_entity": entity_id, "of_work": work.value, "at": at}
    if execute(session, BEGIN, its).rowcount:
        return
    row = {"entity_id": entity_id, "work": work.value, "started_at": at, "state": RunState.RUNNING}
    row |= {"ended_at": None, "succeeded_at": None, "error": None}
    if not execute(session, insert_or_skip(session, last_run), row).rowcount:
        execute(session, BEGIN, its)  # another began its first run at the same moment


def end_run(session: Session, entity_id: int, work: Work, *, began: datetime, at: datetime, why: str | None) -> None:
    """A run that began at a moment has ended. why: what it failed of, None when it ended well."""
    ended_as = RunState.DONE if why is None else RunState.FAILED
    its = {"of_entity": entity_id, "of_work": work.value, "began": began, "at": at}
    execute(session, END, its | {"why": why, "ended_as": ended_as, "well": why is None})


def runs_of(session: Session, entity_id: int) -> Mapping[Work, LastRun]:
    """The newest run of each work that ever ran."""
    found = execute(session, OF_ENTITY, {"of_entity": entity_id})
    return {BY_NAME[work]: LastRun(work, *row) for work, *row in found if work in BY_NAME}
