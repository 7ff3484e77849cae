"""The entity's own workbook, filled in where it stands: its layout, its formulas, its look.

Only the cells to fill in are written anew; every other part of the file, its logos, shapes, charts, comments and
macros, is copied as it is. What formulas last came to is taken out of the sheets, as nobody can tell which of it still
holds, and spreadsheets are told to calculate the whole book on opening: not all of them would do so by themselves.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from zipfile import BadZipFile

from lxml import etree

from gdflow.domain.canonical import decimal_text
from gdflow.domain.errors import InputError
from gdflow.report.book import cell_text
from gdflow.report.book_styles import BookStyles
from gdflow.report.official_check import Written, unlike
from gdflow.report.package import Package, is_workbook, serialized
from gdflow.report.places import address_of, place_of
from gdflow.report.sheet_patch import SheetPatch
from gdflow.spanish.numbers import percent
from gdflow.spanish.official import SENTENCES

REASON = 120
FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
SIGNATURE = "_xmlsignatures/"
# between them and the calculation's settings stands nothing else
BEFORE_CALCULATION = ("definedNames", "externalReferences", "functionGroups", "sheets")
# what a spreadsheet would take for the beginning of a formula, once somebody edits the cell
LIKE_A_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a target, as a plan prints it beside its lines; places: decimals of the percentage."""

    value: Fraction
    places: int


@dataclass(frozen=True, slots=True)
class Fill:
    """What to write in a cell of the entity's workbook; a percent comes as its fraction.

    A Share goes only into a cell that shows shares: a formula is left to calculate it.
    """

    sheet: str
    address: str
    value: Decimal | str | Share


@dataclass(frozen=True, slots=True)
class OfficialWarning:
    """A cell that was not filled in, or what of the workbook holds no longer."""

    code: str
    sheet: str | None
    part: str | None
    message: str


@dataclass(frozen=True, slots=True)
class OfficialWorkbook:
    """The filled workbook, and everything that a person should check in it."""

    data: bytes
    warnings: tuple[OfficialWarning, ...]


def fill_official(source: bytes, cells: Sequence[Fill]) -> OfficialWorkbook:
    """Fill in the workbook that was imported. Formulas are kept, never overwritten; text is never made a formula.

    The same source and cells give the same bytes.
    Raises InputError: official_not_xlsx, official_unreadable.
    """
    if not is_workbook(source):
        raise InputError("official_not_xlsx")
    try:
        return _filled(Package(source), cells)
    except (BadZipFile, etree.XMLSyntaxError, LookupError, ValueError, StopIteration) as error:
        # what a package comes to that was damaged after its import, or that no spreadsheet would open
        raise InputError("official_unreadable", found=str(error)[:REASON]) from error


def _filled(package: Package, cells: Sequence[Fill]) -> OfficialWorkbook:
    book = _Book(package)
    wanted = {(fill.sheet, fill.address): fill for fill in cells}
    warnings = [warning for fill in cells for warning in book.write(fill, wanted)]
    data = package.replaced(book.parts())
    warnings += _read_back(data, book.figures)
    signed = next((name for name in package.names if name.startswith(SIGNATURE)), None)
    if signed:
        warnings.append(_warned("signature", None, signed))
    return OfficialWorkbook(data, tuple(warnings))


class _Book:
    """A workbook's parts that are written anew."""

    def __init__(self, package: Package) -> None:
        self._package, self._sheets = package, dict[str, SheetPatch]()
        self.figures: dict[tuple[str, str], Decimal] = {}
        self._styles = BookStyles(package.xml(package.styles)) if package.styles else None

    def parts(self) -> dict[str, bytes]:
        """The parts that differ from those of the package, by name."""
        if not self._sheets:
            return {}
        main = self._package.xml(self._package.main)
        _calculate_on_opening(main)
        changed = {self._package.main: serialized(main)}
        for name, part in self._package.sheets.items():
            if name in self._sheets or FORMULA.search(self._package.read(part)):
                sheet = self._sheet(name)
                sheet.forget_results()
                changed[part] = serialized(sheet.root)
        if self._styles and self._styles.changed and self._package.styles:
            changed[self._package.styles] = serialized(self._styles.root)
        return changed

    def write(self, fill: Fill, wanted: Mapping[tuple[str, str], Fill]) -> Iterator[OfficialWarning]:
        """Write a cell, or say why not."""
        facts = {"cell": fill.address, "value": _said(fill.value)}
        if fill.sheet not in self._package.sheets:
            yield _warned("sheet_missing", fill.sheet, None, **facts)
            return
        sheet = self._sheet(fill.sheet)
        place = place_of(fill.address)
        around = sheet.merged(*place)
        if around:
            place = around.top, around.left
            other = wanted.get((fill.sheet, around.first))
            if other is not None and other.value != fill.value:
                yield _warned("merged_shared", fill.sheet, None, raw=str(around), **facts)
                return
        formula = sheet.formula(*place)
        if formula is None:
            yield from self._put(sheet, place, fill, facts)
        elif not isinstance(fill.value, Share):
            yield _warned("formula_kept", fill.sheet, None, raw=formula, **facts)

    def _sheet(self, name: str) -> SheetPatch:
        if name not in self._sheets:
            self._sheets[name] = SheetPatch(self._package.xml(self._package.sheets[name]))
        return self._sheets[name]

    def _put(
        self, sheet: SheetPatch, place: tuple[int, int], fill: Fill, facts: Mapping[str, str]
    ) -> Iterator[OfficialWarning]:
        value, style = fill.value, sheet.style(*place)
        if isinstance(value, Share):
            if self._styles and self._styles.is_percent(style):
                sheet.put_number(*place, f"{float(value.value):.16G}")
            elif sheet.held(*place) == "n":
                yield _warned("scale_unknown", fill.sheet, None, **facts)
            else:
                sheet.put_text(*place, _said(value), style)
        elif isinstance(value, Decimal):
            sheet.put_number(*place, decimal_text(value))
            self.figures[fill.sheet, address_of(*place)] = value
        else:
            quoted = self._styles.quoted(style) if self._styles and value.startswith(LIKE_A_FORMULA) else style
            sheet.put_text(*place, cell_text(value), quoted)


def _read_back(data: bytes, figures: Written) -> list[OfficialWarning]:
    """What another library reads otherwise than it was written: whoever opens the workbook might, too."""
    try:
        return [
            _warned("read_otherwise", sheet, None, cell=cell, value=_said(figures[sheet, cell]), found=found)
            for sheet, cell, found in unlike(data, figures)
        ]
    except ValueError as error:
        return [_warned("not_read_back", None, None, found=str(error)[:REASON])]


def _calculate_on_opening(main: etree._Element) -> None:
    settings = main.find("{*}calcPr")
    if settings is None:
        before = next(found for name in BEFORE_CALCULATION if (found := main.find(f"{{*}}{name}")) is not None)
        settings = etree.Element(f"{{{etree.QName(main).namespace}}}calcPr")
        before.addnext(settings)
    settings.set("fullCalcOnLoad", "1")


def _said(value: Decimal | str | Share) -> str:
    if isinstance(value, Share):
        return percent(value.value, value.places)
    return decimal_text(value).replace(".", ",") if isinstance(value, Decimal) else f"«{value}»"


def _warned(code: str, sheet: str | None, part: str | None, **facts: object) -> OfficialWarning:
    return OfficialWarning(code, sheet, part, SENTENCES[code].format(sheet=sheet, part=part, **facts))
