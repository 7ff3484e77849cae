"""The Cartagena plan as stored values, made from its truth file: what the rules and the reports are tried on."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from gdflow.domain.lines import Line, PlanFacts, Result, ResultSource
from gdflow.domain.obligations import Obligation, ObligationKind, ObligationReason, ObligationState
from gdflow.domain.periods import PeriodKind
from gdflow.domain.plan import Accumulation, PdcaStage, PlanColumn, PlanKind, TargetUnit

PLANS = Path(__file__).parents[1] / "data" / "plans"
WORKBOOK = PLANS / "cartagena_2023.xlsx"
SHEET = "PLAN DE ACCION"
FIRST_ROW = 8
TITLES = (
    ("ITEM", "item", None),
    ("DESCRIPCION DE LOS CRITERIOS DIFERENCIALES QUE LE APLICAN", "path", None),
    ("CICLO DE PROCESO P: Planear H: Hacer V: Verificar A: Actuar", "stage", None),
    ("ACTIVIDAD", "activity", None),
    ("PRODUCTO", "deliverable", None),
    ("DESCRIPCIÓN DEL INDICADOR", "indicator", None),
    ("DESCRIPCION DE LA META", "target_text", None),
    ("FECHA INICIO", "start", None),
    ("FECHA FINAL", "due", None),
    ("RESPONSABLE", "responsible", None),
    ("META DEL INDICADOR", "target", None),
    ("2023 RESULTADO TRIMESTRE 1", "result", "2023-Q1"),
    ("2023 RESULTADO TRIMESTRE 2", "result", "2023-Q2"),
    ("2023 RESULTADO TRIMESTRE 3", "result", "2023-Q3"),
    ("2023 RESULTADO TRIMESTRE 4", "result", "2023-Q4"),
    ("RESULTADO", "printed_result", None),
    ("OBSERVACIONES", "observations", None),
)
TRUTH: dict[str, Any] = json.loads((PLANS / "cartagena_2023.truth.json").read_text("utf-8"))
ROWS: list[dict[str, Any]] = TRUTH["rows"]
IMPORTED = datetime(2023, 4, 10, 14, 0, tzinfo=UTC)


def plan() -> PlanFacts:
    """The plan itself, imported on 10 April 2023."""
    return PlanFacts(
        id=1,
        code="gobierno-digital",
        entity="Alcaldía Distrital de Cartagena de Indias",
        title="Plan de acción · Política gobierno digital",
        kind=PlanKind.ACTION,
        period_kind=PeriodKind.QUARTER,
        year=2023,
        sheet=SHEET,
        source="cartagena_2023.xlsx",
        source_sha256="0" * 64,
        header_row=7,
        columns=tuple(PlanColumn(index, *title) for index, title in enumerate(TITLES)),
        imported_at=IMPORTED,
    )


def lines() -> tuple[Line, ...]:
    """Its twelve lines."""
    return tuple(_line(row) for row in ROWS)


def results() -> tuple[Result, ...]:
    """What the plan itself prints for its first quarter."""
    return tuple(
        Result(
            id=row["row"],
            line_id=row["row"],
            period="2023-Q1",
            value=Decimal(row["quarters"][0]),
            narrative=row["observations"],
            zero_reason=row["observations"] if row["quarters"][0] == "0" else None,
            evidence=None,
            source=ResultSource.IMPORT,
            reported_at=IMPORTED,
            receipt=None,
        )
        for row in ROWS
    )


def second_quarter() -> tuple[Obligation, ...]:
    """What the lines owe for the second quarter, nothing answered yet."""
    owing = TRUTH["situation_2023_04_10"]["still_expected_by_quarter_after_completion_rule"]["Q2"]
    return tuple(
        Obligation(
            id=100 + row,
            line_id=row,
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
        for row in owing
    )


def answer(line_id: int, value: str, *, day: int = 6, zero_reason: str | None = None) -> Result:
    """A line's second quarter, reported by form on a day of July 2023."""
    return Result(
        id=200 + line_id,
        line_id=line_id,
        period="2023-Q2",
        value=Decimal(value),
        narrative=None if zero_reason else f"Se avanzó en la línea {line_id}",
        zero_reason=zero_reason,
        evidence="Anexo 02",
        source=ResultSource.FORM,
        reported_at=datetime(2023, 7, day, 15, 0, tzinfo=UTC),
        receipt=f"R-{line_id:04d}",
    )


def _line(row: Mapping[str, Any]) -> Line:
    number = row["activity"]["number"]
    return Line(
        id=row["row"],
        uid=f"uid-{row['row']:02d}",
        plan_id=1,
        position=row["row"],
        sheet=SHEET,
        row=FIRST_ROW + row["row"] - 1,
        number=str(number) if number else None,
        activity=row["activity"]["verbatim"],
        deliverable=row["product"],
        indicator=row["indicator"],
        start=date.fromisoformat(row["start"]["iso"]),
        due=date.fromisoformat(row["end"]["iso"]),
        due_confirmed=True,
        target=Decimal(row["target"]["as_fraction_base"]),
        target_unit=TargetUnit(row["target"]["unit"]),
        target_implied=False,
        target_text=row["target_text"],
        accumulation=Accumulation.SUM,
        baseline=None,
        weight=None,
        unit=None,
        item=str(row["item"]),
        path=(row["criterion"],),
        stage=PdcaStage(row["cycle"]["code"]),
        team_id=1 if "Gobierno" in row["responsible"] else 2,
        team=row["responsible"],
        co_teams=(),
        programmed={},
        texts=_texts(row),
        result_cells={f"2023-Q{at}": f"{'KLMNO'[at]}{FIRST_ROW + row['row'] - 1}" for at in range(1, 5)},
    )


def _texts(row: Mapping[str, Any]) -> dict[int, str]:
    texts = (
        str(row["item"]),
        row["criterion"],
        row["cycle"]["verbatim"],
        row["activity"]["verbatim"],
        row["product"],
        row["indicator"],
        row["target_text"],
        row["start"]["verbatim"],
        row["end"]["verbatim"],
        row["responsible"],
        row["target"]["verbatim"],
        *row["quarters_printed"],
        row["result_printed"],
        row["observations"],
    )
    return {index: text or "" for index, text in enumerate(texts)}
