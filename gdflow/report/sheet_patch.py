"""A sheet of a workbook that somebody else made, in which single cells are written and nothing else is touched."""

import re
from collections.abc import Callable, Iterator

from lxml import etree

from gdflow.report.heights import row_height
from gdflow.report.places import Area, address_of, place_of

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
KEPT = frozenset({"r", "s"})
AREAS = frozenset({"array", "dataTable"})
WIDTH = 9.0
"""Of a column of which nothing is said, in characters."""
TRUE = frozenset({"1", "true"})

Element = etree._Element


class SheetPatch:
    """The XML of a sheet. Rows and columns count from 1. Raises ValueError for a part that is no sheet of cells."""

    def __init__(self, root: Element) -> None:
        self.root = root
        data = root.find("{*}sheetData")
        if data is None:
            raise ValueError("sheetData")
        self._data = data
        self._rows = _numbered(data, "{*}row", int, str)
        self._cells: dict[int, dict[int, Element]] = {}
        self._merged = [Area.of(str(each.get("ref"))) for each in root.iterfind("{*}mergeCells/{*}mergeCell")]
        formulas = [each for each in data.iter("{*}f") if each.get("ref")]
        self._shared = {each.get("si"): each for each in formulas if each.get("t") == "shared"}
        self._areas = [(Area.of(str(each.get("ref"))), each) for each in formulas if each.get("t") in AREAS]

    def merged(self, row: int, column: int) -> Area | None:
        """The merged cells in which a cell lies."""
        return next((area for area in self._merged if area.holds(row, column)), None)

    def formula(self, row: int, column: int) -> str | None:
        """The formula that fills a cell, as people read it; one that fills several names the cell where it stands."""
        cell = self._cell(row, column)
        own = None if cell is None else cell.find("{*}f")
        if own is None:
            return next((_said(each) for area, each in self._areas if area.holds(row, column)), None)
        return f"={own.text}" if own.text else _said(self._shared.get(own.get("si"), own))

    def held(self, row: int, column: int) -> str | None:
        """The kind of value that a cell holds, "n" for a number; None where it is empty."""
        cell = self._cell(row, column)
        filled = cell is not None and any(len(each) or (each.text or "").strip() for each in cell)
        return cell.get("t", "n") if cell is not None and filled else None

    def style(self, row: int, column: int) -> int:
        """The number of a cell's style; of one that is not there, of its row or its column."""
        cell = self._cell(row, column)
        if cell is not None:
            return int(cell.get("s", 0))
        own = self._rows.get(row)
        if own is not None and own.get("customFormat") in TRUE:
            return int(own.get("s", 0))
        columns = self.root.iterfind("{*}cols/{*}col")
        return next((int(each.get("style", 0)) for each in columns if _spans(each, column)), 0)

    def put_number(self, row: int, column: int, number: str) -> None:
        """Write a number, in the form of an XML number, in the cell's own style."""
        self._child(self._emptied(row, column), "v").text = number

    def put_text(self, row: int, column: int, text: str, style: int) -> None:
        """Write a text: never a formula, never a link."""
        cell = self._emptied(row, column)
        cell.set("t", "inlineStr")
        cell.set("s", str(style))
        # by "_x0041_" spreadsheets mean a sign
        shown = self._child(self._child(cell, "is"), "t")
        shown.text = ESCAPE.sub("_x005F_", text)
        shown.set(SPACE, "preserve")
        self._grow(self._rows[row], self.merged(row, column) or Area(row, column, row, column), text)

    def forget_results(self) -> None:
        """Take out what formulas last came to, so that whoever does not calculate reads nothing rather than that."""
        calculated = [cell for formula in self._data.iter("{*}f") if (cell := formula.getparent()) is not None]
        for cell in (*calculated, *(cell for area, _ in self._areas for cell in self._inside(area))):
            for each in cell.findall("{*}v"):
                cell.remove(each)
            _drop(cell, "t")

    def _grow(self, row: Element, area: Area, text: str) -> None:
        """Make a row high enough for a text, unless somebody chose its height, or it is found on opening anyway."""
        stated = row.get("ht")
        if stated is not None and row.get("customHeight") not in TRUE and area.top == area.bottom:
            width = sum(self._width(column) for column in range(area.left, area.right + 1))
            row.set("ht", f"{max(float(stated), row_height([(text, width)])):g}")

    def _width(self, column: int) -> float:
        columns = self.root.iterfind("{*}cols/{*}col")
        return next((float(each.get("width", WIDTH)) for each in columns if _spans(each, column)), WIDTH)

    def _inside(self, area: Area) -> Iterator[Element]:
        for row in range(area.top, area.bottom + 1):
            yield from (cell for column, cell in self._of(row).items() if area.holds(row, column))

    def _emptied(self, row: int, column: int) -> Element:
        style = self.style(row, column)
        cell = self._cell(row, column)
        if cell is None:
            cell = self._added(row, column)
            cell.set("s", str(style))
        _drop(cell, *set(map(str, cell.attrib)) - KEPT)
        for child in list(cell):
            cell.remove(child)
        return cell

    def _added(self, row: int, column: int) -> Element:
        if row not in self._rows:
            new = etree.Element(self._tag("row"), r=str(row))
            _put_in_order(self._data, self._rows, row, new)
        own, cells = self._rows[row], self._of(row)
        # how far a row reaches is said only to be quick
        _drop(own, "spans")
        cell = etree.Element(self._tag("c"), r=address_of(row, column))
        _put_in_order(own, cells, column, cell)
        self._widen(row, column)
        return cell

    def _widen(self, row: int, column: int) -> None:
        used = self.root.find("{*}dimension")
        if used is not None:
            used.set("ref", str(Area.of(str(used.get("ref"))).with_place(row, column)))

    def _cell(self, row: int, column: int) -> Element | None:
        return self._of(row).get(column)

    def _of(self, row: int) -> dict[int, Element]:
        if row not in self._cells:
            own = self._rows.get(row)
            self._cells[row] = {} if own is None else _numbered(own, "{*}c", _column, lambda at: address_of(row, at))
        return self._cells[row]

    def _child(self, parent: Element, name: str) -> Element:
        return etree.SubElement(parent, self._tag(name))

    def _tag(self, name: str) -> str:
        return f"{{{etree.QName(self.root).namespace}}}{name}"


def _numbered(parent: Element, tag: str, read: Callable[[str], int], write: Callable[[int], str]) -> dict[int, Element]:
    """Rows or cells by their number; one that does not say it follows the one before, and says it from now on."""
    found: dict[int, Element] = {}
    number = 0
    for each in parent.iterfind(tag):
        number = read(str(each.get("r", write(number + 1))))
        each.set("r", write(number))
        found[number] = each
    return found


def _put_in_order(parent: Element, known: dict[int, Element], number: int, new: Element) -> None:
    before = max((each for each in known if each < number), default=None)
    if before is None:
        parent.insert(0, new)
    else:
        known[before].addnext(new)
    known[number] = new


def _drop(element: Element, *names: str) -> None:
    for name in names:
        if name in element.attrib:
            del element.attrib[name]


def _column(place: str) -> int:
    return place_of(place)[1]


def _spans(columns: Element, column: int) -> bool:
    return int(columns.get("min", 0)) <= column <= int(columns.get("max", 0))


def _said(formula: Element) -> str:
    cell = formula.getparent()
    place = "" if cell is None else f" (la de {cell.get('r')})"
    return f"={formula.text or ''}{place}"
