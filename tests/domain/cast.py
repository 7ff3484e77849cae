"""Who and what the rules are tried on: Colombia's calendar, a plain line, and the plan of Cartagena with its truth."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from gdflow.colombia import holidays_of
from gdflow.domain.calendar import BusinessCalendar
from gdflow.domain.lines import Line
from gdflow.domain.obligations import Obligation, ObligationKind, ObligationReason, ObligationState, ReportingRule
from gdflow.domain.plan import Accumulation, PdcaStage, TargetUnit

PLANS = Path(__file__).parents[1] / "data" / "plans"
COLOMBIA = BusinessCalendar(holidays_of(range(2019, 2032)))
RULE = ReportingRule()
GOBIERNO_DIGITAL = "Equipo Gobierno Digital y áreas de gestión OAI"

PLAIN = Line(
    id=1,
    uid="8f14e45f",
    plan_id=1,
    position=0,
    sheet="Plan",
    row=15,
    number="1",
    activity="Definir la hoja de ruta",
    deliverable="Hoja de ruta",
    indicator="Hoja de ruta definida",
    start=date(2023, 1, 1),
    due=date(2023, 12, 31),
    due_confirmed=True,
    target=Decimal(4),
    target_unit=TargetUnit.COUNT,
    target_implied=False,
    target_text="4 informes",
    accumulation=Accumulation.SUM,
    baseline=None,
    weight=None,
    unit=None,
    item="1",
    path=("Hoja de ruta gobierno digital",),
    stage=PdcaStage.PLAN,
    team_id=1,
    team=GOBIERNO_DIGITAL,
    co_teams=(),
    programmed={},
    texts={},
    result_cells={},
)


def a_line(**changes: Any) -> Line:
    """A yearly line of four reports, with these things otherwise."""
    return replace(PLAIN, **changes)


def truth(plan: str) -> dict[str, Any]:
    """What a real plan holds, exactly."""
    content: dict[str, Any] = json.loads((PLANS / f"{plan}.truth.json").read_text("utf-8"))
    return content


CARTAGENA = truth("cartagena_2023")


def cartagena_lines() -> dict[int, Line]:
    """The 12 lines of the plan of Cartagena by their row."""
    return {row["row"]: _cartagena_line(row) for row in CARTAGENA["rows"]}


def cartagena_results() -> dict[int, Mapping[str, Decimal]]:
    """What the plan of Cartagena reports for its first quarter, by row."""
    return {row["row"]: {"2023-Q1": Decimal(row["quarters_recommended"][0])} for row in CARTAGENA["rows"]}


def _cartagena_line(row: dict[str, Any]) -> Line:
    return a_line(
        id=row["row"],
        row=row["source_line"],
        item=str(row["item"]),
        start=date.fromisoformat(row["start"]["iso"]),
        due=date.fromisoformat(row["end"]["iso"]),
        target=Decimal(row["target"]["as_fraction_base"]),
        stage=PdcaStage(row["cycle"]["code"]),
        team=row["responsible"],
    )


def an_obligation(**changes: Any) -> Obligation:
    """The result of the second quarter of 2023, owed until Monday 10 July and open until Monday 17 July."""
    quarter = Obligation(
        id=1,
        line_id=1,
        plan_id=1,
        team_id=1,
        kind=ObligationKind.RESULT,
        period="2023-Q2",
        due_on=date(2023, 7, 10),
        closes_on=date(2023, 7, 17),
        reason=ObligationReason.IN_WINDOW,
        state=ObligationState.OWED,
        done_on=None,
    )
    return replace(quarter, **changes)
