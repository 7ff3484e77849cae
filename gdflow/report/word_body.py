"""The blocks of the report as Word writes them: real headings, lists, tables with repeated titles, pictures."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from gdflow.report.informe_blocks import Block, Part, led
from gdflow.report.word_xml import BOLD, cell, column_widths, paragraph, row, run, table

HEADINGS = {1: "heading 1", 2: "heading 2", 3: "heading 3"}
CELL_SIZE = 8.0
FACTS_SHARE = 0.24
# without page numbers, which only Word itself can know
CONTENTS = '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\n \\h </w:instrText></w:r>'

Styles = Mapping[str, str]
"""The ids of styles by their names in lower case."""


class WordBody:
    """The parts of a report as XML. room: of the pages standing up and lying down, in twentieths of a point.

    break_after: what ends a section of pages that lie down (True) or stand up; pictures: by the name of their file.
    """

    def __init__(
        self,
        styles: Styles,
        pictures: Mapping[str, str],
        rooms: Mapping[bool, int],
        break_after: Callable[[bool], str],
    ) -> None:
        self.styles, self.pictures, self.rooms, self.break_after = styles, pictures, rooms, break_after
        self.chapters: list[str] = []
        self.caption, self.room = "", rooms[False]

    def of(self, parts: Sequence[Part]) -> str:
        """All parts, in their order; paper that is turned begins a new page."""
        return "".join(self._parts(parts))

    def contents(self) -> str:
        """The chapters written so far, each a link to itself; Word can write the list anew."""
        links = [
            f'<w:hyperlink w:anchor="{_bookmark(at)}" w:history="1">{run(title)}</w:hyperlink>'
            for at, title in enumerate(self.chapters)
        ]
        begin, end = _field("begin") + CONTENTS + _field("separate"), _field("end")
        framed = [*links] or [""]
        framed[0], framed[-1] = begin + framed[0], framed[-1] + end
        return "".join(paragraph(each, self._id("toc 1")) for each in framed)

    def facts(self, pairs: Iterable[Sequence[str]]) -> str:
        """Pairs of a name and what stands for it."""
        left = int(self.room * FACTS_SHARE)
        widths, style = [left, self.room - left], self._id("gdflow dato")
        rows = [
            row([cell(name, widths[0], style, look=BOLD), cell(said, widths[1], style)])  #
            for name, said in pairs
        ]
        made = table(rows, widths, self._id("gdflow datos"), caption=self.caption, titles=False)
        return made + paragraph("", self._id("gdflow salto"))

    def plain(self, text: str, style: str | None = None) -> str:
        """A paragraph. style: the name of its style."""
        return paragraph(run(text), self._id(style) if style else None)

    def _parts(self, parts: Sequence[Part]) -> Iterator[str]:
        before = None
        for part in parts:
            # a part that goes on on the same paper leaves no page with its last line alone
            if part.flipped != before:
                yield self.break_after(before or False)
            before, self.room = part.flipped, self.rooms[part.flipped]
            yield from map(self._block, led(part.blocks))

    def _block(self, block: Block) -> str:
        return KINDS[str(block["kind"])](self, block)

    def _heading(self, block: Mapping[str, Any]) -> str:
        self.caption, level = block["text"], block["level"]
        style = self._id(HEADINGS[level])
        if level > 1:
            return paragraph(run(block["text"]), style)
        name, identity = _bookmark(len(self.chapters)), len(self.chapters)
        self.chapters.append(block["text"])
        mark = f'<w:bookmarkStart w:id="{identity}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{identity}"/>'
        return paragraph(mark[0] + run(block["text"]) + mark[1], style)

    def _text(self, block: Mapping[str, Any]) -> str:
        style = self._id("gdflow aclaración") if block["quiet"] else None
        return paragraph(run(block["text"]), style, "<w:keepNext/>" if block["leads"] else "")

    def _bullets(self, block: Mapping[str, Any]) -> str:
        return "".join(self.plain(item, "list bullet") for item in block["items"])

    def _notes(self, block: Mapping[str, Any]) -> str:
        style = self._id("gdflow nota")
        return "".join(paragraph(run(f"{name} ", BOLD) + run(said), style) for name, said in block["items"])

    def _facts(self, block: Mapping[str, Any]) -> str:
        return self.facts(block["pairs"])

    def _signatures(self, block: Mapping[str, Any]) -> str:
        # borders of paragraphs that touch are drawn once around all of them
        apart = paragraph("", self._id("gdflow salto"))
        return apart.join(self.plain(item, "gdflow firma") for item in block["items"])

    def _picture(self, block: Mapping[str, Any]) -> str:
        return f"<w:p><w:r>{self.pictures[block['name']]}</w:r></w:p>"

    def _table(self, block: Mapping[str, Any]) -> str:
        titles, rows, size = block["titles"], block["rows"], float(block["size"])
        widths = column_widths(block["widths"], titles, rows, room=self.room, size=size)
        style, right = self._id("gdflow celda"), set(block["right"])
        look = "" if size == CELL_SIZE else f'<w:sz w:val="{int(size * 2)}"/>'
        head = row(
            (cell(title, width, style, look=look) for title, width in zip(titles, widths, strict=True)), head=True
        )
        body = (
            row(
                (cell(said, widths[at], style, right=at in right, look=look) for at, said in enumerate(each)),
                whole=bool(block.get("whole")),
            )
            for each in rows
        )
        made = table([head, *body], widths, self._id("gdflow tabla"), caption=self.caption, titles=True)
        # two tables with nothing between them would be one
        return made + paragraph("", self._id("gdflow salto"))

    def _id(self, name: str) -> str | None:
        return self.styles.get(name)


KINDS: Mapping[str, Callable[[WordBody, Mapping[str, Any]], str]] = {
    "heading": WordBody._heading,
    "text": WordBody._text,
    "bullets": WordBody._bullets,
    "notes": WordBody._notes,
    "facts": WordBody._facts,
    "signatures": WordBody._signatures,
    "picture": WordBody._picture,
    "table": WordBody._table,
}


def _field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _bookmark(at: int) -> str:
    return f"capitulo_{at + 1}"
