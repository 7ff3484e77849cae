"""Decisions keep their author, their reason and their end."""

from datetime import timedelta
from typing import Any

from sqlalchemy.engine import Engine

from gdflow.domain.decisions import DecisionKind
from gdflow.storage import decisions, plans
from gdflow.storage.engine import writing
from tests.storage.cast import NOW, TODAY, owe

END = TODAY + timedelta(days=10)


def test_the_decisions_of_a_line_include_those_about_its_team(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id, _ = owe(session)
        line, other, _ = plans.lines_of(session, plan_id)
        said: dict[str, Any] = {
            "reason": "Contrato suspendido",
            "author": "Coordinación",
            "at": NOW,
            "starts_on": TODAY,
        }
        decisions.waive(session, entity_id, line.id, period="2023-Q2", **said)
        decisions.extend(session, entity_id, line.id, period=None, until=END, **said)
        decisions.silence(session, entity_id, line_id=None, team_id=line.team_id, until=END, **said)
        decisions.waive(session, entity_id, other.id, period=None, **said)
        waiver, extension, silence = decisions.decisions_of_line(session, line.id)
    assert (waiver.kind, waiver.period, waiver.until) == (DecisionKind.WAIVER, "2023-Q2", None)
    assert (extension.kind, extension.period, extension.until) == (DecisionKind.EXTENSION, None, END)
    assert (silence.team_id, silence.reason, silence.decided_at) == (line.team_id, "Contrato suspendido", NOW)
