"""`python -m flows.server start …`: Prefect's own server, made able to plan runs with the SQLAlchemy of this program.

Prefect 3.8.8 plans runs by a bulk insert that names `state`, a property of its own, which SQLAlchemy 2.0 passed over;
2.1 asks what to do with it and refuses the insert, so that no scheduled run would ever be made. Here the answer is what
it always was: nothing. Without this the server works, and nothing happens at its time.
"""

import sys
from collections.abc import Mapping
from typing import Any

from prefect.cli import app
from prefect.server.database import orm_models


def leave_state_alone(_table: object, _row: Mapping[str, Any], _state: object) -> None:
    """A bulk insert of runs does not write their state: it is written beside them."""


def pass_over_states() -> None:
    """Let bulk inserts of runs be as they were before SQLAlchemy 2.1."""
    for table in (orm_models.FlowRun, orm_models.TaskRun):
        state: Any = table.__mapper__.all_orm_descriptors["state"]
        if getattr(state, "bulk_dml_setter", leave_state_alone) is None:
            state.bulk_dml_setter = leave_state_alone


if __name__ == "__main__":
    pass_over_states()
    sys.argv.insert(1, "server")
    app()
