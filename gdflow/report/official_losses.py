"""What of a workbook does not survive being filled in by openpyxl, each with its sheet and part."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec

from lxml import etree

from gdflow.report.package import Package

# element of a sheet (or of its extensions) -> what is lost with it
SHEET_ELEMENTS: Mapping[str, str] = {
    "legacyDrawingHF": "header_picture",
    "controls": "form_controls",
    "oleObjects": "ole_objects",
    "picture": "background",
}
EXTENSIONS: Mapping[str, str] = {
    "conditionalFormattings": "data_bars",
    "sparklineGroups": "sparklines",
    "dataValidations": "cross_sheet_validation",
    "slicerList": "slicers",
    "timelineRefs": "slicers",
}
DRAWN: Mapping[str, str] = {
    "sp": "shapes",
    "cxnSp": "shapes",
    "grpSp": "shapes",
    "contentPart": "shapes",
    "relIds": "shapes",
    "chart": "chart",
}
BOOK_PARTS: Mapping[str, str] = {
    "xl/vbaProject.bin": "macros",
    "xl/externalLinks/externalLink": "external_links",
    "xl/metadata.xml": "dynamic_arrays",
    "_xmlsignatures/": "signature",
}
# rebuilt by the library or of no meaning for a reader; the rest of a lost part's family is said with its sheet
REBUILT = re.compile(
    r"_rels/|\[Content_Types\]|docProps/|customXml/|xl/(calcChain|sharedStrings|styles|theme/|printerSettings/|worksheets/"
    r"|drawings/|charts/|comments|ctrlProps/|slicer|timeline|embeddings/|activeX/|diagrams/|threadedComments/|persons/"
    r"|metadata|externalLinks/|vbaProject|richData/|tables/|media/)|_xmlsignatures/"
)


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing that does not survive. raw: the name of an unknown extension."""

    code: str
    sheet: str | None
    part: str
    raw: str = ""


def losses(package: Package) -> tuple[Loss, ...]:
    """Everything in a workbook that openpyxl is known to lose or to redraw, sheet by sheet, then the book's own."""
    found = [loss for part, sheet in package.sheets.items() for loss in _of_sheet(package, part, sheet)]
    found += [
        Loss(code, None, part) for start, code in BOOK_PARTS.items() for part in package.names if part.startswith(start)
    ]
    return tuple(dict.fromkeys(found))


def vanished(before: Package, after: Package, said: Iterable[str | None]) -> Iterator[Loss]:
    """Parts that are gone and for which nothing above spoke."""
    known, kept = set(said), set(after.names)
    for part in before.names:
        if part not in kept and part not in known and not REBUILT.match(part):
            yield Loss("part_lost", None, part)


def _of_sheet(package: Package, part: str, sheet: str) -> Iterator[Loss]:
    root = package.xml(part)
    for element in root.iter(*("{*}" + name for name in SHEET_ELEMENTS)):
        yield Loss(SHEET_ELEMENTS[_name(element)], sheet, part)
    for extension in root.findall("{*}extLst/{*}ext"):
        yield _of_extension(extension, sheet, part)
    for other in package.related(part):
        yield from _of_related(package, other, sheet)


def _of_extension(extension: etree._Element, sheet: str, part: str) -> Loss:
    name = _name(extension[0]) if len(extension) else str(extension.get("uri"))
    return Loss(EXTENSIONS[name], sheet, part) if name in EXTENSIONS else Loss("extension", sheet, part, name)


def _of_related(package: Package, part: str, sheet: str) -> Iterator[Loss]:
    if part.startswith("xl/threadedComments/"):
        yield Loss("threaded_comments", sheet, part)
    elif re.match(r"xl/comments", part):
        yield Loss("comment_shapes", sheet, part)
    elif part.startswith("xl/drawings/") and part.endswith(".xml"):
        yield from _of_drawing(package, part, sheet)


def _of_drawing(package: Package, part: str, sheet: str) -> Iterator[Loss]:
    seen: Sequence[str] = [_name(element) for element in package.xml(part).iter("{*}*")]
    yield from (Loss(code, sheet, part) for name, code in DRAWN.items() if name in seen)
    if "pic" in seen and find_spec("PIL") is None:
        yield Loss("pictures", sheet, part)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname
