"""The two living cells of a form's row: where the line stands with what was typed, and what the row still lacks.

Only functions whose text is the same in every language of the spreadsheet are used: TEXT() is not one of them.
"""

from decimal import Decimal

from gdflow.domain.accumulation import SUMMED
from gdflow.domain.canonical import decimal_text
from gdflow.domain.forms import FormColumn, FormLine
from gdflow.domain.plan import TargetUnit
from gdflow.spanish.numbers import number

UNREPORTED = "Sin reportar"


def amount(value: Decimal, unit: TargetUnit | None) -> str:
    """An amount in the line's unit as people read it: 7, 0,3 or 33 %."""
    if unit is TargetUnit.PERCENT:
        return number(value * 100) + "\u00a0%"
    return number(value)


def standing(line: FormLine) -> str:
    """What the running cell says before anything is typed."""
    if line.accumulation in SUMMED:
        return f"Lleva {amount(line.so_far or Decimal(0), line.unit)}{_of_target(line, ' de ')}"
    known = "Sin dato anterior" if line.so_far is None else f"Último: {amount(line.so_far, line.unit)}"
    return known + _of_target(line, " · meta ")


def running_formula(line: FormLine, row: int) -> str:
    """The running cell's formula for a 1-based row."""
    value = _cell(FormColumn.VALUE, row)
    if line.accumulation in SUMMED:
        total = f"ROUND({value}+{_cell(FormColumn.SO_FAR, row)},6)"
        said = f'"Lleva "&{_shown(total, line.unit)}&"{_of_target(line, " de ")}"'
    else:
        said = f'"Queda en "&{_shown(f"ROUND({value},6)", line.unit)}&"{_of_target(line, " · meta ")}"'
    return f'=IF(ISNUMBER({value}),{said},"{standing(line)}")'


def notice_formula(line: FormLine, row: int) -> str:
    """The formula that says what the row lacks, asks about an odd figure, or says that it is ready."""
    value = _cell(FormColumn.VALUE, row)
    texts = "+".join(f"LEN({_cell(column, row)})" for column in (FormColumn.NARRATIVE, FormColumn.EVIDENCE))
    reason = _cell(FormColumn.ZERO_REASON, row)
    return (
        f'=IF(ISBLANK({value}),IF({texts}+LEN({reason})>0,"✖ Falta el resultado","{UNREPORTED}"),'
        f'IF(NOT(ISNUMBER({value})),"✖ Escriba un número",'
        f'IF({value}<0,"✖ No puede ser negativo",'
        f'IF(AND({value}=0,LEN(TRIM({reason}))=0),"✖ Escriba el motivo",'
        f"{_odd(line, row)}))))"
    )


def _odd(line: FormLine, row: int) -> str:
    ready = '"✔ Lista"'
    if line.target is None or line.accumulation not in SUMMED:
        return ready
    value, before, target = (_cell(column, row) for column in (FormColumn.VALUE, FormColumn.SO_FAR, FormColumn.TARGET))
    return f'IF(ROUND({value}+{before}-{target},6)>0,"▲ Pasa la meta: ¿escribió el acumulado?",{ready})'


def _of_target(line: FormLine, joint: str) -> str:
    return f"{joint}{amount(line.target, line.unit)}" if line.target is not None else ""


def _shown(figure: str, unit: TargetUnit | None) -> str:
    return f'ROUND(100*{figure},4)&"\u00a0%"' if unit is TargetUnit.PERCENT else figure


def _cell(column: FormColumn, row: int) -> str:
    return f"${chr(65 + column.place)}{row}"


def exact(value: Decimal | None) -> str:
    """A decimal for the hidden sheet: as text, so that no spreadsheet rounds it."""
    return "" if value is None else decimal_text(value)
