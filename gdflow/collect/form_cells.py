"""One cell of a form: the number or the text in it, or the code of what is wrong with it."""

from dataclasses import dataclass
from decimal import Decimal

from gdflow.collect.sheet import NUMBER, TEXT, VACANT, Cell, CellKind
from gdflow.collect.typed import Typed, fits_storage, is_unclear, read_typed, spreadsheet_number
from gdflow.domain.plan import TargetUnit

# a percent cell above this was surely filled by pasting "30" into it
LARGEST_PERCENT = Decimal(2)
LARGEST = Decimal(1_000_000_000_000)  # what a report holds exactly, with room for sums

REFUSED = {
    CellKind.ERROR: "error_value",
    CellKind.FORMULA: "formula_without_value",
    CellKind.DATE: "is_date",
    CellKind.BOOL: "not_a_number",
}
UNREADABLE = (CellKind.ERROR, CellKind.FORMULA)


@dataclass(frozen=True, slots=True)
class Amount:
    """What a result cell holds: a value in the line's unit, or the code of its fault; neither when blank."""

    value: Decimal | None = None
    fault: str | None = None


def is_blank(cell: Cell) -> bool:
    """Whether nothing that a person can see stands in the cell."""
    return cell.kind is VACANT or (cell.kind is TEXT and not cell.text.strip())


def shown(cell: Cell) -> str:
    """The cell as its reader sees it, on one line."""
    return " ".join(cell.text.split())


def read_amount(cell: Cell, unit: TargetUnit | None) -> Amount:
    """The result typed in a cell, as a fraction when the line is a percent."""
    if is_blank(cell):
        return Amount()
    if cell.kind in REFUSED:
        return Amount(fault=REFUSED[cell.kind])
    typed = _typed(cell)
    if typed is None:
        return Amount(fault="unclear_number" if is_unclear(cell.text) else "not_a_number")
    fault = _fault(typed, unit, written=cell.kind is TEXT)
    return Amount(fault=fault) if fault else Amount(value=typed.value)


def text_fault(cell: Cell) -> str | None:
    """Why a text cell cannot be read: "- se hizo" typed without an apostrophe leaves an error, for one."""
    return REFUSED[cell.kind] if cell.kind in UNREADABLE else None


def read_text(cell: Cell) -> str | None:
    """The text of a cell, or None when it says nothing."""
    return cell.text.strip() or None


def _typed(cell: Cell) -> Typed | None:
    if cell.kind is NUMBER and isinstance(cell.value, Decimal):
        return Typed(spreadsheet_number(cell.value), cell.percent)
    return read_typed(cell.text)


def _fault(typed: Typed, unit: TargetUnit | None, *, written: bool) -> str | None:
    if typed.value < 0:
        return "negative"
    if typed.percent and unit is TargetUnit.COUNT:
        return "percent_in_count"
    if unit is TargetUnit.PERCENT and typed.value > _top(typed, written=written):
        return "percent_without_sign"
    if typed.value > LARGEST:
        return "number_too_large"
    return None if fits_storage(typed.value) else "too_many_decimals"


def _top(typed: Typed, *, written: bool) -> Decimal:
    if not typed.percent:
        return Decimal(1)
    return Decimal("Infinity") if written else LARGEST_PERCENT
