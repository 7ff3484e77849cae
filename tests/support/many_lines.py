"""A team that owes many lines: those of the plan of Cartagena, as often as it takes."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import count, cycle, islice
from typing import Any

from gdflow.app import App
from gdflow.domain.plan import PlanLine
from tests.services.readings import a_line, reading
from tests.support import cartagena
from tests.support.installation import given
from tests.support.web import Pages, opened


def owing(app: App, number: int) -> Pages:
    """The page of Equipo Gobierno Digital with so many lines that it owes for the second quarter."""
    given(app, reading(*islice(_lines(), number)))
    return opened(app)


def _lines() -> Iterator[PlanLine]:
    """Lines in the plan's own words, with what was reported last; none is complete."""
    said = [result.narrative for result in cartagena.results() if result.narrative]
    for row, line, note in zip(count(8), cycle(cartagena.lines()), cycle(said), strict=False):
        told: dict[str, Any] = {"number": line.number, "deliverable": line.deliverable, "indicator": line.indicator}
        told |= {"results": {"2023-Q1": Decimal(1)}, "notes": {"2023-Q1": f"{note} ({row})"}}
        yield a_line(row, f"{line.label} ({row})", target_text=line.target_text, **told)
