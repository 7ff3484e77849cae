"""Who may be spoken to on a day: nobody whom a decision lets rest. The rule itself is domain's `resting`."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select

from gdflow.domain.decisions import RESTS, DecisionKind
from gdflow.domain.people import Audience
from gdflow.storage.tables import decision, obligation

WHOLLY = tuple(kind for kind, audiences in RESTS.items() if audiences == frozenset(Audience))
BY_TEAM = tuple(kind for kind, audiences in RESTS.items() if audiences == {Audience.TEAM})


def may_hear(entity_id: int, audience: ColumnElement[Any], on: date) -> tuple[ColumnElement[bool], ...]:
    """Conditions on an obligation and the audience that is to hear of it on a day."""
    line, team = obligation.c.line_id, obligation.c.team_id
    return (
        line.not_in(_subjects(decision.c.line_id, entity_id, WHOLLY, on)),
        or_(team.is_(None), team.not_in(_subjects(decision.c.team_id, entity_id, WHOLLY, on))),
        or_(audience != Audience.TEAM, line.not_in(_subjects(decision.c.line_id, entity_id, BY_TEAM, on))),
    )


def _subjects(subject: ColumnElement[Any], entity_id: int, kinds: Collection[DecisionKind], on: date) -> Select[Any]:
    """The lines or teams about which a decision of these kinds holds on a day."""
    return select(subject).where(
        decision.c.entity_id == entity_id,
        decision.c.kind.in_(kinds),
        decision.c.starts_on <= on,
        decision.c.until >= on,
        or_(decision.c.ended_on.is_(None), decision.c.ended_on > on),
        # A null among them would leave out everything.
        subject.is_not(None),
    )
