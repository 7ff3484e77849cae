"""Answers gathered by a team in a sheet of its own: lines by their codes, of one period or of several."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from gdflow.collect.form_cells import is_blank, shown
from gdflow.collect.form_layout import Head, Table, find_tables
from gdflow.collect.form_reader import FormProblem, FormReading, read_tables
from gdflow.collect.sheet import Document, Row
from gdflow.domain.errors import InputError
from gdflow.domain.forms import INPUTS, VERSION
from gdflow.domain.texts import folded
from gdflow.spanish.answers import SENTENCES

PERIOD = ("periodo", "periodo de reporte", "periodo reportado")
HeadOf = Callable[[str], Head]


def reply_tables(document: Document) -> tuple[Table, ...]:
    """The sheets of a file that answer lines by their codes; none where it is another kind of file."""
    try:
        return find_tables(document)
    except InputError:
        return ()


def read_reply(
    tables: Sequence[Table], names: Mapping[str, str], period: str | None, head: HeadOf
) -> tuple[FormReading, ...]:
    """What the tables say of each period, problems that belong to none of them with the first.

    names: period keys by what people may call them, folded. period: of rows that name none. head: what is asked of
    the team for a period.
    """
    by_period: dict[str, list[Table]] = {}
    unclear: list[FormProblem] = []
    for table in tables:
        for row in table.rows:
            if all(is_blank(row.cell(table.columns[column])) for column in INPUTS):
                continue
            said = _said(table, row)
            key = names.get(folded(said)) if said else period
            if key is None:
                unclear.append(_unclear(table, row, said))
            else:
                by_period.setdefault(key, []).append(Table(table.sheet, table.titles, table.columns, (row,)))
    return (*_told(unclear), *(read_tables(head(key), rows) for key, rows in sorted(by_period.items())))


def _told(unclear: Sequence[FormProblem]) -> Iterator[FormReading]:
    if unclear:
        yield FormReading("", VERSION, "", "", (), tuple(unclear), (), ())


def _said(table: Table, row: Row) -> str:
    column = next((at for at, cell in enumerate(table.titles.cells) if folded(cell.text) in PERIOD), None)
    return "" if column is None else shown(row.cell(column))


def _unclear(table: Table, row: Row, said: str) -> FormProblem:
    message = SENTENCES["period_unclear"].format(sheet=table.sheet, row=row.number, raw=said or "en blanco")
    return FormProblem("period_unclear", table.sheet, None, row.number, said, message)
