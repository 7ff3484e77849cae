"""A form as gdflow writes it, and the same form as a team fills it in."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl

from gdflow.domain.forms import FIRST_ROW, SHEET, Form, FormColumn, FormLine
from gdflow.domain.plan import Accumulation, TargetUnit
from gdflow.report.form import write_form

TEAM = "Equipo Gobierno Digital y áreas de gestión OAI"


def line(uid: str = "uid-03", target: str | None = "21", so_far: str | None = "7", **changes: object) -> FormLine:
    """A counted line that lacks fourteen of twenty-one; changes name the fields of FormLine."""
    facts: dict[str, object] = {
        "line_uid": uid,
        "plan_code": "gobierno-digital",
        "item": "2",
        "number": "3",
        "activity": "3. Sensibilizar a las áreas de gestión OAI",
        "deliverable": "Cronogramas de reuniones",
        "indicator": "Se mide el avance del cronograma",
        "target_text": "21 actividades programadas",
        "target": Decimal(target) if target else None,
        "unit": TargetUnit.COUNT if target else None,
        "accumulation": Accumulation.SUM,
        "so_far": Decimal(so_far) if so_far else None,
        "previous_note": "Se presentó el cronograma",
    }
    return FormLine(**(facts | changes))  # type: ignore[arg-type]  # tests name the fields they change


def percent_line(uid: str = "uid-12") -> FormLine:
    """A line whose target is 100 %, nothing reported yet."""
    return line(uid, "1", None, unit=TargetUnit.PERCENT, target_text="1 cronograma")


def form(*lines: FormLine, **changes: object) -> Form:
    """The second quarter's form of the team, with these lines."""
    facts: dict[str, object] = {
        "entity": "Alcaldía Distrital de Cartagena de Indias",
        "plans": {"gobierno-digital": "Plan de acción · Política gobierno digital"},
        "team": TEAM,
        "period": "2023-Q2",
        "period_label": "trimestre 2 de 2023",
        "report_by": date(2023, 7, 10),
        "closes_on": date(2023, 7, 17),
        "token": "ficha-de-prueba",
        "issued_on": date(2023, 7, 4),
        "lines": lines or (line(), percent_line()),
    }
    return Form(**(facts | changes))  # type: ignore[arg-type]  # tests name the fields they change


def filled(asked: Form, cells: Mapping[tuple[int, FormColumn], object], percent: frozenset[int] = frozenset()) -> bytes:
    """The form with values typed into cells, each named by its line (from 0) and column.

    percent: lines whose result cell the team formatted as a percentage.
    """
    book = openpyxl.load_workbook(BytesIO(write_form(asked)))
    page = book[SHEET]
    for (at, column), value in cells.items():
        page.cell(FIRST_ROW + at, column.place + 1).value = value  # type: ignore[assignment]  # whatever a team types
    for at in percent:
        page.cell(FIRST_ROW + at, FormColumn.VALUE.place + 1).number_format = "0%"
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()
