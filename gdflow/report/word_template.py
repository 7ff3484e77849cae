"""The Word template of the report: its own, made of the readable parts in word_parts/, or the entity's.

A template holds names in double braces and nothing else: no loops, no conditions, no attributes, no calls, no filters.
All names but three are those of the report's texts; the three are whole pieces and take a paragraph of their own,
as `{{p report_body }}`.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from functools import cache
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from zipfile import BadZipFile, ZipFile

from docxtpl import DocxTemplate  # type: ignore[import-untyped]  # the library ships no types
from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from gdflow.domain.errors import ConfigError
from gdflow.report.template_names import NAMES
from gdflow.report.templates import WORD_FILE
from gdflow.report.zipped import zipped

PARTS_FOLDER = Path(__file__).with_name("word_parts")
PARTS: Mapping[str, str] = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/header1.xml": "header.xml",
    "word/footer1.xml": "footer.xml",
    "docProps/core.xml": "core.xml",
}
"""The parts of the shipped template, each with its file."""
PIECES: Mapping[str, str] = {
    "report_cover": "La portada",
    "report_contents": "La lista de capítulos",
    "report_body": "El informe: del resumen a las fuentes",
}
WORD_NAMES: Mapping[str, str] = MappingProxyType({**NAMES, "report_title": "Título del informe", **PIECES})
"""The names of a Word template, each with what stands for it."""
MADE = datetime(2023, 1, 1, 12, tzinfo=UTC)
LARGEST = 1024**2
"""A closing keeps the template that it was made with."""
UNPACKED = 200 * 1024**2
PLAIN = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name)


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """A template that has been looked at. place: its file, as messages name it."""

    data: bytes
    place: str


def load_word_template(folder: Path | None) -> WordTemplate:
    """The entity's template in a folder, or the package's where it has none.

    Raises ConfigError("template_unknown_name", "template_code", "template_not_word", "template_too_large") with the
    file.
    """
    return own_word_template(folder) or shipped_word_template()


def own_word_template(folder: Path | None) -> WordTemplate | None:
    """The entity's template in a folder, None where it has none. Raises as `load_word_template` does."""
    path = folder / WORD_FILE if folder is not None else None
    if path is None or not path.is_file():
        return None
    if path.stat().st_size > LARGEST:
        raise ConfigError("template_too_large", place=str(path), limit=LARGEST // 1024**2)
    return checked(path.read_bytes(), str(path))


def frozen_word_template(template: WordTemplate | None) -> str | None:
    """The entity's template as a closing keeps it."""
    return None if template is None else b64encode(template.data).decode("ascii")


def kept_word_template(frozen: str | None) -> WordTemplate:
    """The template that a closing kept, which was looked at then; the package's where it kept none."""
    return shipped_word_template() if frozen is None else WordTemplate(b64decode(frozen), WORD_FILE)


@cache
def shipped_word_template() -> WordTemplate:
    """The package's own, as a file that an entity can open in Word, change and keep as its own."""
    parts = {part: (PARTS_FOLDER / file).read_bytes() for part, file in PARTS.items()}
    return checked(zipped(parts, MADE), WORD_FILE)


def checked(data: bytes, place: str) -> WordTemplate:
    """A template of these bytes. Raises ConfigError as `load_word_template` does."""
    for source in _sources(data, place):
        _check(source, place)
    return WordTemplate(data, place)


def environment() -> SandboxedEnvironment:
    """In which a template is read: every text is escaped, and there are no filters, tests or functions at all."""
    made = SandboxedEnvironment(autoescape=True)
    made.filters.clear()
    made.tests.clear()
    made.globals.clear()
    return made


def _sources(data: bytes, place: str) -> Iterator[str]:
    """What the library will render: body, headers, footers, notes and properties."""
    try:
        with ZipFile(BytesIO(data)) as pack:
            if sum(entry.file_size for entry in pack.infolist()) > UNPACKED:
                raise ConfigError("template_not_word", place=place)
        template = DocxTemplate(BytesIO(data))
        template.init_docx()
    except (BadZipFile, LookupError, ValueError, AttributeError, SyntaxError) as error:
        # what the libraries raise on a file that is no Word document
        raise ConfigError("template_not_word", place=place) from error
    yield template.patch_xml(template.get_xml())
    for part in template.docx.part.package.iter_parts():
        if str(part.partname).startswith(("/word/header", "/word/footer", "/word/footnotes", "/word/endnotes")):
            yield template.patch_xml(part.blob.decode("utf-8"))
    section = template.docx.element.body.sectPr
    if section is None or section.pgSz is None or section.pgMar is None:
        raise ConfigError("template_not_word", place=place)
    properties = template.docx.core_properties
    yield from (getattr(properties, name) for name in PROPERTIES)


PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
"""Those that the library renders."""


def _check(source: str, place: str) -> None:
    try:
        tree = environment().parse(source)
    except TemplateSyntaxError as error:
        raise ConfigError("template_code", place=place, found=str(error.message), choices=_choices()) from error
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, PLAIN):
            raise ConfigError("template_code", place=place, found=type(node).__name__, choices=_choices())
        if isinstance(node, nodes.Name) and node.name not in WORD_NAMES:
            likely = get_close_matches(node.name, WORD_NAMES, n=1)
            hint = f"¿Quiso decir «{likely[0]}»? " if likely else ""
            facts = {"found": node.name, "hint": hint, "choices": _choices()}
            raise ConfigError("template_unknown_name", place=place, **facts)


def _choices() -> str:
    return ", ".join(WORD_NAMES)
