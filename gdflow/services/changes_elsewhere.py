"""Tell the coordinator which cells of a plan's workbook a team changed beside its own results: none of it was taken."""

from collections.abc import Iterable
from datetime import datetime

from gdflow.collect.form_reader import FormProblem
from gdflow.domain.findings import Finding, FindingKind
from gdflow.domain.receipts import ReceiptFacts
from gdflow.domain.rules import Rules
from gdflow.services.received import Handed
from gdflow.services.tell_coordinator import tell_at_once
from gdflow.storage.engine import Session

PLACES = {
    "change_not_taken": "{cell}",
    "column_not_of_plan": "columna nueva en {cell}",
    "line_of_another_team": "{cell}",
    "more_changes": "y otros cambios",
    "row_not_of_plan": "fila nueva {row}",
    "sheet_added": "hoja nueva",
    "sheet_changed": "{cell}",
    "sheet_gone": "hoja borrada",
}
"""How a change is told in a few words, by the code of its problem."""
MOST_TOLD = 24
LONGEST_NAME = 31  # what spreadsheet programs allow; a file made by hand may hold anything


def tell_changes(
    session: Session,
    rules: Rules,
    receipt: ReceiptFacts,
    handed: Handed,
    problems: Iterable[FormProblem],
    *,
    now: datetime,
) -> None:
    """Put a mail with the sheets and cells that were changed elsewhere into the outbox, once for each receipt."""
    changes = [problem for problem in problems if problem.code in PLACES]
    if changes:
        kind = FindingKind.CHANGED_ELSEWHERE
        finding = Finding(kind, f"{handed.team}, «{receipt.name}»", f"recibo {receipt.number}; {_told(changes)}")
        tell_at_once(session, rules, {f"{kind}:{receipt.number}": finding}, now=now)


def _told(changes: list[FormProblem]) -> str:
    by_sheet: dict[str, list[str]] = {}
    for each in changes[:MOST_TOLD]:
        by_sheet.setdefault(each.sheet, []).append(PLACES[each.code].format(cell=each.cell, row=each.row))
    told = [f"hoja «{sheet[:LONGEST_NAME]}»: {', '.join(places)}" for sheet, places in by_sheet.items()]
    rest = len(changes) - MOST_TOLD
    return "; ".join([*told, f"y {rest} más"] if rest > 0 else told)
