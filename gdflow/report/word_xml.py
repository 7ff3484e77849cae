"""The small words of WordprocessingML: runs, paragraphs, tables; what people typed is only ever text in them."""

from collections.abc import Iterable, Sequence
from html import escape

from gdflow.report.informe_blocks import Cell
from gdflow.report.web_markup import readable

BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
# docxtpl reads these as its own way to write braces
UNDERSCORE = "&#95;"
BOLD = "<w:b/>"


def typed(text: str) -> str:
    """A text for the inside of an element: escaped, its line breaks as Word's, no sign of it read by docxtpl."""
    safe = escape(readable(text), quote=False).replace("\t", " ")
    whole = safe.replace("{_", f"{{{UNDERSCORE}").replace("_}", f"{UNDERSCORE}}}") if "_" in safe else safe
    return whole.replace("\n", BREAK)


def run(text: str, properties: str = "") -> str:
    """A stretch of text. properties: elements of its look."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{typed(text)}</w:t></w:r>'


def paragraph(inside: str, style: str | None = None, properties: str = "") -> str:
    """A paragraph of runs. style: the id of its style; properties: elements beside it."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>" if named or properties else f"<w:p>{inside}</w:p>"


def cell(said: Cell, width: int, style: str | None, *, right: bool = False, look: str = "") -> str:
    """A cell of a table. width: in twentieths of a point; look: elements of its runs' look."""
    words, colour = said if not isinstance(said, str) else (said, None)
    lit = f'{BOLD}<w:color w:val="{colour.lstrip("#")}"/>' if colour else ""
    inside = paragraph(run(words, lit + look), style, '<w:jc w:val="right"/>' if right else "")
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


def row(cells: Iterable[str], *, head: bool = False, whole: bool = False) -> str:
    """A row. head: of titles, which stand again on every page; whole: it does not go on over the page."""
    kept = "<w:cantSplit/>" if head or whole else ""
    again = f"{kept}<w:tblHeader/>" if head else kept
    return f"<w:tr>{f'<w:trPr>{again}</w:trPr>' if again else ''}{''.join(cells)}</w:tr>"


def table(rows: Iterable[str], widths: Sequence[int], style: str | None, *, caption: str, titles: bool) -> str:
    """A table of fixed widths. caption: what it is, for those who do not see it; titles: its first row are titles."""
    named = f'<w:tblStyle w:val="{style}"/>' if style else ""
    flags = f'w:firstRow="{int(titles)}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"'
    kept = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" {flags}/>'
    alt = f'<w:tblCaption w:val="{escape(readable(caption))}"/>'
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{named}{kept}{alt}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


LETTER, SIDES, LONGEST = 0.56, 150, 18
"""How wide a letter is, in parts of the type's size; the air beside a text; and the letters that a column waits for."""


def column_widths(
    shares: Sequence[float], titles: Sequence[str], rows: Sequence[Sequence[Cell]], *, room: int, size: float
) -> list[int]:
    """The widths of columns in `room`, all in twentieths of a point.

    A column with a share has it of what the others leave; one without has what its words need. size: of the type, in
    points.
    """
    needs = [_need(at, titles, rows, size) for at in range(len(shares))]
    fixed = sum(need for need, share in zip(needs, shares, strict=True) if not share)
    left, parts = room - fixed, sum(shares)
    if parts and left > 0:
        made = [int(left * share / parts) if share else need for need, share in zip(needs, shares, strict=True)]
    else:
        made = [int(room * need / sum(needs)) for need in needs]
    made[-1] += room - sum(made)
    return made


def _need(at: int, titles: Sequence[str], rows: Sequence[Sequence[Cell]], size: float) -> int:
    said = (words if isinstance(words, str) else words[0] for words in (each[at] for each in rows))
    longest = max((min(len(words), LONGEST) for words in said), default=1)
    # titles are bold, and broken between words alone
    title = max((len(word) * 1.1 for word in titles[at].split()), default=1)
    return int(max(longest, title) * size * LETTER * 20) + SIDES
