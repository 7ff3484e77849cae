"""What a form's cells accept and how they answer: validation with Spanish messages, colour with word and symbol."""

from gdflow.domain.forms import FIRST_ROW, FormColumn, FormLine
from gdflow.domain.plan import TargetUnit
from gdflow.report.book import Book
from gdflow.report.form_formulas import amount
from gdflow.report.page import Page

COLOURS = (("✖", "#B42318", "#FDECEA"), ("▲", "#7A5B00", "#FFF4CC"), ("✔", "#1E6B34", "#E6F4EA"))


def add_rules(book: Book, page: Page, lines: tuple[FormLine, ...]) -> None:
    """Put validation on the four open cells of each line and colours on the state of the row."""
    for row, line in enumerate(lines, start=FIRST_ROW - 1):
        page.data_validation(row, FormColumn.VALUE.place, row, FormColumn.VALUE.place, _amount_rule(line))
    last = FIRST_ROW - 2 + len(lines)
    _text_hints(page, last)
    _colours(book, page, last)


def _amount_rule(line: FormLine) -> dict[str, object]:
    example = "30 %" if line.unit is TargetUnit.PERCENT else "7 o 0,3"
    target = f"Meta: {amount(line.target, line.unit)}. " if line.target is not None else ""
    return {
        "validate": "decimal",
        "criteria": ">=",
        "value": 0,
        "input_title": "Resultado de este período",
        "input_message": f"{target}Escriba solo lo de este período, como {example}. Si no hubo avance, 0 y el motivo.",
        "error_title": "Se espera un número",
        "error_message": f"Escriba un número de cero en adelante, como {example}. Deje en blanco si aún no reporta.",
    }


def _text_hints(page: Page, last: int) -> None:
    hints = {
        FormColumn.NARRATIVE: "Cuente en una o dos frases lo que se hizo en este período.",
        FormColumn.ZERO_REASON: "Solo si el resultado es 0: diga por qué no hubo avance.",
        FormColumn.EVIDENCE: "Pegue el enlace, o escriba el nombre del anexo que envía con el correo.",
    }
    for column, message in hints.items():
        rule = {"validate": "any", "input_title": column.value[:32], "input_message": message}
        page.data_validation(FIRST_ROW - 1, column.place, last, column.place, rule)


def _colours(book: Book, page: Page, last: int) -> None:
    column = FormColumn.NOTICE.place
    for symbol, ink, ground in COLOURS:
        look = book.add_format({"font_color": ink, "bg_color": ground, "bold": True})
        rule = {"type": "text", "criteria": "begins with", "value": symbol, "format": look}
        page.conditional_format(FIRST_ROW - 1, column, last, column, rule)
