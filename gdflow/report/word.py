"""The report of a closing as an editable Word document: what the PDF says, in the styles of a template."""

from collections.abc import Mapping
from copy import deepcopy
from datetime import UTC
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docxtpl import DocxTemplate  # type: ignore[import-untyped]  # the library ships no types
from lxml import etree

from gdflow.domain.closing import Closed
from gdflow.report.chart_png import chart_png
from gdflow.report.charts import Chart
from gdflow.report.informe import informe_parts, title_said
from gdflow.report.informe_front import cover
from gdflow.report.template_names import names_of
from gdflow.report.templates import Templates, kept
from gdflow.report.web_markup import readable
from gdflow.report.word_body import WordBody
from gdflow.report.word_template import WordTemplate, environment, shipped_word_template
from gdflow.report.word_xml import typed
from gdflow.report.zipped import zipped

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EMU_PER_TWENTIETH = 635


class _Markup:
    """What a name stands for, as XML that is ready."""

    def __init__(self, xml: str) -> None:
        self._xml = xml

    def __html__(self) -> str:
        return self._xml


def write_word(closed: Closed, words: Templates | None = None, template: WordTemplate | None = None) -> bytes:
    """The document. The same closing and template give the same bytes.

    words: other texts than those that the closing kept; template: the entity's own, None: the package's.
    """
    its, said = closed.snapshot, words or kept(closed.snapshot.words)
    book = DocxTemplate(BytesIO((template or shipped_word_template()).data))
    book.init_docx()
    title = title_said(closed, said)
    book.render(_context(book, closed, said, title), environment(), autoescape=True)
    plan = its.report.plan
    _describe(book, closed, readable(f"{title}. {plan.title or plan.code}. {names_of(closed)['period'].capitalize()}"))
    return _packed(book, closed)


def _context(book: Any, closed: Closed, said: Templates, title: str) -> Mapping[str, object]:
    parts = informe_parts(closed, said)
    page = _Page(book.docx.element.body.sectPr)
    pictures = {name: chart for part in parts for name, chart in part.pictures}
    drawn = {name: _picture(book, name, chart, page.rooms[False]) for name, chart in pictures.items()}
    body = WordBody(_styles(book), drawn, page.rooms, page.break_after)
    front = _cover(body, cover(closed, title))
    whole = body.of(parts)
    page.end(flipped=parts[-1].flipped)
    names = {name: _Markup(typed(value)) for name, value in names_of(closed).items()}
    pieces = {"report_cover": front, "report_contents": body.contents(), "report_body": whole}
    titled = {"report_title": _Markup(typed(title))}
    return {**names, **titled, **{name: _Markup(xml) for name, xml in pieces.items()}}


def _cover(body: WordBody, its: Mapping[str, Any]) -> str:
    under = "".join(body.plain(line) for line in its["under"])
    head = body.plain(its["entity"], "gdflow entidad") + under + body.plain(its["title"], "title")
    told = body.plain(its["plan"], "subtitle") + body.plain(its["period"], "subtitle")
    return head + told + body.facts(its["facts"]) + body.plain(its["note"], "gdflow aclaración")


class _Page:
    """The pages of a template's last section, standing and lying; breaks between sections are made after it."""

    def __init__(self, section: Any) -> None:
        self._section = section
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        self._size = int(size.get(f"{W}w")), int(size.get(f"{W}h"))
        sides = int(margins.get(f"{W}left")) + int(margins.get(f"{W}right"))
        narrow, wide = sorted(self._size)
        self.rooms = {False: narrow - sides, True: wide - sides}

    def break_after(self, flipped: bool) -> str:
        """The end of a section whose pages lie down, or stand up."""
        made = deepcopy(self._section)
        for each in made.findall(f"{W}titlePg") + made.findall(f"{W}type"):
            made.remove(each)
        self._turn(made, flipped)
        xml = etree.tostring(made, encoding="unicode")
        return f'<w:p><w:pPr><w:spacing w:after="0" w:line="20" w:lineRule="exact"/>{xml}</w:pPr></w:p>'

    def end(self, *, flipped: bool) -> None:
        """Let the document's last pages lie down, or stand up."""
        self._turn(self._section, flipped)

    def _turn(self, section: Any, flipped: bool) -> None:
        narrow, wide = sorted(self._size)
        size = section.find(f"{W}pgSz")
        size.set(f"{W}w", str(wide if flipped else narrow))
        size.set(f"{W}h", str(narrow if flipped else wide))
        size.set(f"{W}orient", "landscape" if flipped else "portrait")


def _styles(book: Any) -> Mapping[str, str]:
    found = book.docx.styles.element.findall(f"{W}style")
    return {str(style.find(f"{W}name").get(f"{W}val")).lower(): str(style.get(f"{W}styleId")) for style in found}


def _picture(book: Any, name: str, chart: Chart, room: int) -> str:
    """A drawing with its words for those who do not see it."""
    inline = book.docx.part.new_pic_inline(BytesIO(chart_png(chart)), width=room * EMU_PER_TWENTIETH)
    inline.docPr.set("name", name.removesuffix(".svg"))
    inline.docPr.set("title", readable(chart.title))
    inline.docPr.set("descr", readable(chart.alt))
    return f"<w:drawing>{inline.xml}</w:drawing>"


def _describe(book: Any, closed: Closed, title: str) -> None:
    """The document's properties: nothing of the hour of its making."""
    properties, at = book.docx.core_properties, closed.snapshot.closed_at.astimezone(UTC).replace(tzinfo=None)
    properties.title, properties.author, properties.language = title, readable(closed.snapshot.entity.name), "es-CO"
    properties.created, properties.modified, properties.last_modified_by = at, at, "gdflow"
    properties.revision, properties.subject, properties.comments = 1, closed.facts.sha256, ""


def _packed(book: Any, closed: Closed) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    with ZipFile(buffer) as made:
        return zipped({name: made.read(name) for name in made.namelist()}, closed.snapshot.closed_at)
