"""Who may be spoken to on a day: nobody whom a decision lets rest. The rule itself is domain's `resting`."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Date, Select, bindparam, or_, select

from gdflow.domain.decisions import RESTS, DecisionKind
from gdflow.domain.people import Audience
from gdflow.storage.tables import decision, obligation

ON_DAY = bindparam("on_day", type_=Date())
WHOLLY = tuple(kind for kind, audiences in RESTS.items() if audiences == frozenset(Audience))
BY_TEAM = tuple(kind for kind, audiences in RESTS.items() if audiences == {Audience.TEAM})


def may_hear(audience: ColumnElement[Any]) -> tuple[ColumnElement[bool], ...]:
    """Conditions on an obligation and the audience that is to hear of it; parameters: of_entity and on_day."""
    line, team = obligation.c.line_id, obligation.c.team_id
    return (
        line.not_in(_subjects(decision.c.line_id, WHOLLY)),
        or_(team.is_(None), team.not_in(_subjects(decision.c.team_id, WHOLLY))),
        or_(audience != Audience.TEAM, line.not_in(_subjects(decision.c.line_id, BY_TEAM))),
    )


def _subjects(subject: ColumnElement[Any], kinds: Collection[DecisionKind]) -> Select[Any]:
    """The lines or teams about which a decision of these kinds holds on the day."""
    return select(subject).where(
        decision.c.entity_id == bindparam("of_entity"),
        decision.c.kind.in_(kinds),
        decision.c.starts_on <= ON_DAY,
        decision.c.until >= ON_DAY,
        or_(decision.c.ended_on.is_(None), decision.c.ended_on > ON_DAY),
        # A null among them would leave out everything.
        subject.is_not(None),
    )
