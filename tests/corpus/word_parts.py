"""Pieces of Word paragraphs as offices leave them: tracked changes, controls, links, fields, breaks, boxes."""

from xml.sax.saxutils import escape

from tests.corpus.word import Raw

_MARK = 'w:id="9" w:author="Planeación" w:date="2025-01-20T08:00:00Z"'
_SHAPES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def said(text: str) -> Raw:
    """A run; a line break in it is a soft one, a tab is Word's."""
    inside = escape(text).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    inside = inside.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return Raw(f'<w:r><w:t xml:space="preserve">{inside}</w:t></w:r>')


def added(text: str) -> Raw:
    """A tracked insertion."""
    return Raw(f"<w:ins {_MARK}>{said(text)}</w:ins>")


def struck(text: str) -> Raw:
    """A tracked deletion."""
    return Raw(f'<w:del {_MARK}><w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r></w:del>')


def moved_away(text: str) -> Raw:
    """The old place of a tracked move: Word keeps its runs as plain text."""
    return Raw(f"<w:moveFrom {_MARK}>{said(text)}</w:moveFrom>")


def moved_here(text: str) -> Raw:
    """The new place of a tracked move."""
    return Raw(f"<w:moveTo {_MARK}>{said(text)}</w:moveTo>")


def control(inside: str, placeholder: bool = False, date: bool = False) -> Raw:
    """A content control around runs, paragraphs or cells; a placeholder is what Word shows until it is filled in."""
    facts = ("<w:showingPlcHdr/>" if placeholder else "") + ("<w:date/>" if date else "")
    return Raw(f"<w:sdt><w:sdtPr>{facts}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>")


def link(text: str, address: str = "https://www.entidad.gov.co/evidencias") -> Raw:
    """A hyperlink as an old field with its instruction, which is no text."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    code = f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "{address}" </w:instrText></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return Raw(f'{begin}{code}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{said(text)}{end}')


def anchor(text: str) -> Raw:
    """A hyperlink as Word writes it today."""
    return Raw(f'<w:hyperlink w:anchor="anexo" w:history="1">{said(text)}</w:hyperlink>')


def para(*runs: str, listed: bool = False) -> Raw:
    """A paragraph of runs; a listed one has its number from the list and not in the text."""
    facts = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr>' if listed else ""
    return Raw(f"<w:p>{facts}{''.join(runs)}</w:p>")


def paras(*texts: str, listed: bool = False) -> Raw:
    """Paragraphs, one under the other."""
    return Raw("".join(para(said(text), listed=listed) for text in texts))


def cell(inside: str) -> Raw:
    """A cell as it stands inside a control or a row written out."""
    return Raw(f"<w:tc><w:tcPr/>{inside}</w:tc>")


def shape(*texts: str) -> Raw:
    """A paragraph with a text box: the modern one, and the same again for old programs."""
    inside = f"<w:txbxContent>{paras(*texts)}</w:txbxContent>"
    modern = (
        f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
    )
    old = f"<mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>"
    return Raw(f"<w:p><w:r><mc:AlternateContent {_SHAPES}>{modern}{old}</mc:AlternateContent></w:r></w:p>")
