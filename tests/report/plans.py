"""Closings of other plans than Cartagena's: none of its lines, very many, and an improvement plan in prose."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from gdflow.collect.files import read_document
from gdflow.collect.plan_reader import read_plans
from gdflow.domain.canonical import canonical, hash_of
from gdflow.domain.closing import Closed
from gdflow.domain.consolidated import consolidated
from gdflow.domain.lines import Line, PlanFacts, Result
from gdflow.domain.periods import PeriodKind
from gdflow.domain.plan import Accumulation, PlanKind, PlanLine
from tests.support import cartagena
from tests.support.closed import ANSWERS, closed
from tests.support.installation import PLANS


def closing_of(
    plan: PlanFacts,
    lines: Sequence[Line],
    results: Sequence[Result],
    *,
    period: str = "2023-Q2",
    day: date | None = None,
) -> Closed:
    """A closing whose figures are those of other lines."""
    model = closed("2023-Q2").snapshot
    report = consolidated(plan, lines, results, (), period=period, as_of=day or date(2023, 7, 18), closed=True)
    its = replace(model, report=report, pending=(), in_spite=(), annexes=(), versions=(), quality=())
    facts = replace(closed("2023-Q2").facts, plan=plan.code, period=period, sha256=hash_of(canonical(its)), missing=0)
    return Closed(facts, its)


def empty() -> Closed:
    """A plan without any line."""
    return closing_of(cartagena.plan(), (), ())


def many(count: int, change: Callable[[Line], Line] = lambda line: line) -> Closed:
    """Cartagena's lines over and over: so many, in items of twelve."""
    model, results = cartagena.lines(), (*cartagena.results(), *ANSWERS)
    lines, known = [], []
    for at in range(count):
        base, number = model[at % len(model)], at + 1
        moved: dict[str, Any] = {"id": number, "uid": f"uid-{number:05d}", "position": number, "row": 7 + number}
        lines.append(change(replace(base, **moved, item=str(at // 12 + 1), path=(f"Criterio {at // 12 + 1}",))))
        known += [
            replace(each, id=each.id + 1000 * number, line_id=number) for each in results if each.line_id == base.id
        ]
    return closing_of(cartagena.plan(), lines, known)


def cartago() -> Closed:
    """Cartago's improvement plan of 2024, in prose: no targets, no teams, one item reported done."""
    path = PLANS / "cartago_2024.docx"
    (reading,) = read_plans(read_document(path.read_bytes(), path.name), as_of=date(2024, 10, 11))
    facts = replace(
        cartagena.plan(),
        code="mejoramiento-ti",
        entity="Municipio de Cartago",
        title=reading.title or "Plan de mejoramiento",
        kind=PlanKind.IMPROVEMENT,
        period_kind=PeriodKind.YEAR,
        year=None,
        sheet=reading.sheet,
        source=reading.source,
        columns=reading.columns,
    )
    lines = [_line(at, each) for at, each in enumerate(reading.lines, 1)]
    done = replace(ANSWERS[0], line_id=1, period="2024-Y", value=Decimal(1), narrative="Se publicó el esquema.")
    return closing_of(facts, lines, [done], period="2024-Y", day=date(2025, 1, 20))


def _line(at: int, read: PlanLine) -> Line:
    return replace(
        cartagena.lines()[0],
        id=at,
        uid=f"uid-{at:02d}",
        position=at,
        sheet=read.sheet,
        row=read.row,
        number=read.number,
        activity=read.activity,
        deliverable=read.deliverable,
        indicator=read.indicator,
        start=read.start,
        due=read.due or read.proposed_due,
        due_confirmed=read.due is not None,
        target=Decimal(1),
        target_unit=None,
        target_implied=True,
        target_text=None,
        accumulation=Accumulation.SUM,
        item=read.item,
        path=read.path,
        stage=None,
        team_id=None,
        team=None,
        texts=read.texts,
        result_cells={},
    )
