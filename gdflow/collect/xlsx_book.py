"""A workbook: its worksheets in the order of their tabs, hidden ones too. Macros and outside links stay untouched."""

from collections.abc import Iterator

from lxml.etree import _Element

from gdflow.collect.limits import MAX_CELLS
from gdflow.collect.package import Package, Relation
from gdflow.collect.sheet import Sheet
from gdflow.collect.xlsx_formats import read_formats
from gdflow.collect.xlsx_sheet import YES, SheetReader
from gdflow.collect.xlsx_strings import read_strings
from gdflow.collect.xlsx_values import Values
from gdflow.domain.errors import InputError


def read_workbook(package: Package, main: str, book: _Element) -> tuple[Sheet, ...]:
    """The worksheets of a workbook whose main part is `main` with root `book`; tabs with only a chart are left out.

    Raises InputError as Package and SheetReader do, with the fact `sheet` where one is to blame.
    """
    relations = package.relations(main)
    values = Values(
        strings=read_strings(package, _part(relations, "sharedStrings")),
        formats=read_formats(package, _part(relations, "styles")),
        from_1904=any(settings.get("date1904") in YES for settings in book.iterfind("{*}workbookPr")),
    )
    return tuple(_sheets(package, relations, book, values))


def _part(relations: dict[str, Relation], kind: str) -> str | None:
    return next((relation.target for relation in relations.values() if relation.kind == kind), None)


def _sheets(package: Package, relations: dict[str, Relation], book: _Element, values: Values) -> Iterator[Sheet]:
    room = MAX_CELLS
    for entry in book.iterfind("{*}sheets/{*}sheet"):
        relation = relations.get(_relation_id(entry))
        if relation is None:
            raise InputError("damaged_file", sheet=entry.get("name", ""))
        if relation.kind == "worksheet":
            reader = SheetReader(values, room)
            yield _read(package, relation.target, entry, reader)
            room = reader.room


def _read(package: Package, part: str, entry: _Element, reader: SheetReader) -> Sheet:
    name = entry.get("name", "")
    try:
        reader.take(package.part(part))
    except InputError as error:
        error.facts.setdefault("sheet", name)
        raise
    return reader.sheet(name, hidden=entry.get("state", "visible") != "visible")


def _relation_id(entry: _Element) -> str:
    return next((str(value) for name, value in entry.items() if str(name).endswith("}id")), "")
