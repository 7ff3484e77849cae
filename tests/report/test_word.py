"""The Word report, opened again part by part; and what a template of the entity's own may hold."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from gdflow.domain.closing import Closed
from gdflow.domain.errors import ConfigError
from gdflow.report.informe import informe_parts
from gdflow.report.templates import shipped
from gdflow.report.word import write_word
from gdflow.report.word_template import (
    LARGEST,
    checked,
    frozen_word_template,
    kept_word_template,
    load_word_template,
    own_word_template,
    shipped_word_template,
)
from gdflow.spanish.config import SENTENCES
from tests.support.closed import closed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DOCUMENT = "word/document.xml"
CASES = [closed("2023-Q1"), closed("2023-Q2"), closed("2023-Q2", 2)]
each_closing = pytest.mark.parametrize("its", CASES, ids=["first", "second", "closed again"])


def part(data: bytes, name: str = DOCUMENT) -> Any:
    return etree.fromstring(ZipFile(BytesIO(data)).read(name))


def words(element: Any) -> str:
    """The text of an element, its line breaks as such."""
    return "".join(each.text or "" if each.tag == f"{W}t" else "\n" for each in element.iter(f"{W}t", f"{W}br"))


def styled(document: Any) -> Iterator[tuple[str, str]]:
    """The paragraphs with the name of their style, in order."""
    for paragraph in document.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        yield ("" if style is None else style.get(f"{W}val")), words(paragraph)


def said(value: Any) -> Iterator[str]:
    """Every text that a block of the report holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, each in value.items():
            yield from said(each) if name in SAID else ()
    elif isinstance(value, list | tuple):
        colour = len(value) == 2 and isinstance(value[1], str) and value[1].startswith("#")
        for each in value[:1] if colour else value:
            yield from said(each)


SAID = {"text", "items", "pairs", "titles", "rows"}


@each_closing
def test_it_says_all_that_the_pdf_says(its: Closed) -> None:
    told = words(part(write_word(its)))
    wanted = {text for each in informe_parts(its, shipped()) for block in each.blocks for text in said(block)}
    assert [text for text in wanted if text not in told] == []


@each_closing
def test_headings_are_real_and_none_is_skipped(its: Closed) -> None:
    found = [style for style, _ in styled(part(write_word(its))) if style.startswith("Ttulo") and style[-1].isdigit()]
    levels = [int(style[-1]) for style in found]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_list_of_chapters_leads_to_each() -> None:
    document = part(write_word(closed("2023-Q2")))
    chapters = [text for style, text in styled(document) if style == "Ttulo1"]
    links = {each.get(f"{W}anchor"): words(each) for each in document.iter(f"{W}hyperlink")}
    marks = [each.get(f"{W}name") for each in document.iter(f"{W}bookmarkStart")]
    assert (list(links), list(links.values())) == (marks, chapters)


@each_closing
def test_titles_stand_again_on_every_page_and_tables_keep_to_the_paper(its: Closed) -> None:
    tables = list(part(write_word(its)).iter(f"{W}tbl"))
    listings = [each for each in tables if each.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "Tablagdflow"]
    assert len(listings) > 10
    for each in listings:
        assert each.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
        assert each.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")
    for each in tables:
        widths = [int(column.get(f"{W}w")) for column in each.find(f"{W}tblGrid")]
        assert sum(widths) in {9972, 13572}
        assert min(widths) > 300
        assert {len(row.findall(f"{W}tc")) for row in each.findall(f"{W}tr")} == {len(widths)}


def test_wide_tables_lie_down_and_the_rest_stands() -> None:
    its = closed("2023-Q2")
    found = [each.get(f"{W}orient") for each in part(write_word(its)).iter(f"{W}pgSz")]
    lying = [flipped for flipped, _ in groupby(informe_parts(its, shipped()), key=lambda each: each.flipped)]
    assert found == [None, "portrait", *("landscape" if flipped else "portrait" for flipped in lying)]
    assert set(lying) == {True, False}


def test_parts_on_the_same_paper_go_on_where_the_one_before_ends() -> None:
    body = list(part(write_word(closed("2023-Q2"))).find(f"{W}body"))
    chapters = {words(each): at for at, each in enumerate(body) if list(each.iter(f"{W}bookmarkStart"))}
    ends = [at for at, each in enumerate(body) if each.find(f"{W}pPr/{W}sectPr") is not None]
    assert not [at for at in ends if chapters["Resumen ejecutivo"] < at < chapters["Gráficos"]]
    assert [at for at in ends if chapters["Gráficos"] < at < chapters["Seguimiento por ítem"]]


def test_each_who_signs_has_a_line_of_their_own() -> None:
    found = [style for style, _ in styled(part(write_word(closed("2023-Q2"))))]
    assert found.count("Firma") == 2
    assert ("Firma", "Firma") not in list(pairwise(found))


def test_the_page_number_stands_at_the_right_margin_whichever_way_the_page_lies() -> None:
    foot = part(write_word(closed("2023-Q2")), "word/footer1.xml")
    assert foot.find(f"{W}tbl/{W}tblPr/{W}tblW").attrib == {f"{W}w": "5000", f"{W}type": "pct"}
    last = list(foot.iter(f"{W}tc"))[-1]
    assert words(last).startswith("Página ")
    assert last.find(f"{W}p/{W}pPr/{W}jc").get(f"{W}val") == "right"


def test_every_picture_has_words_for_those_who_do_not_see_it() -> None:
    found = list(part(write_word(closed("2023-Q2"))).iter(f"{WP}docPr"))
    assert len(found) == 4
    assert len({each.get("id") for each in found}) == 4
    assert all(len(each.get("descr")) > 30 for each in found)


def test_pictures_are_png_that_every_word_shows() -> None:
    pack = ZipFile(BytesIO(write_word(closed("2023-Q2"))))
    pictures = [name for name in pack.namelist() if name.startswith("word/media/")]
    assert len(pictures) == 4
    assert {pack.read(name)[:8] for name in pictures} == {b"\x89PNG\r\n\x1a\n"}


def test_it_speaks_the_spanish_of_colombia() -> None:
    data = write_word(closed("2023-Q2"))
    assert part(data, "word/styles.xml").find(f".//{W}lang").get(f"{W}val") == "es-CO"
    assert "es-CO" in ZipFile(BytesIO(data)).read("docProps/core.xml").decode()


def test_its_properties_and_entries_bear_the_moment_of_the_closing() -> None:
    pack = ZipFile(BytesIO(write_word(closed("2023-Q2"))))
    core = pack.read("docProps/core.xml").decode()
    assert core.count("2023-07-18T13:00:00Z") == 2
    assert "Informe de seguimiento. Plan de acción · Política gobierno digital. Trimestre 2 de 2023" in core
    assert {entry.date_time for entry in pack.infolist()} == {(2023, 7, 18, 8, 0, 0)}


def test_a_later_closing_moves_its_dates_and_nothing_else_of_the_clock() -> None:
    one, other = write_word(closed("2023-Q2")), write_word(closed("2023-Q2"))
    moved = write_word(closed("2023-Q2", closed_at=datetime(2023, 7, 19, 13, tzinfo=UTC)))
    assert one == other != moved


def test_the_head_and_the_foot_of_each_page_are_filled_in() -> None:
    data = write_word(closed("2023-Q2"))
    assert words(part(data, "word/header1.xml")).startswith("Alcaldía Distrital de Cartagena de Indias · Informe de")
    assert words(part(data, "word/footer1.xml")) == "gobierno-digital · cierre 1Página 1 de 1"


def template(body: str = "<w:p><w:r><w:t>{{p report_body }}</w:t></w:r></w:p>", **parts: str) -> bytes:
    """The shipped template with another body, and with other texts in its parts: old text -> new."""
    source = ZipFile(BytesIO(shipped_word_template().data))
    buffer = BytesIO()
    with ZipFile(buffer, "w") as target:
        for name in source.namelist():
            text = source.read(name).decode()
            if name == DOCUMENT:
                start, end = text.index("<w:body>") + 8, text.index("<w:sectPr><w:headerReference")
                text = text[:start] + body + text[end:]
            target.writestr(name, parts.get(name.rpartition("/")[2].removesuffix(".xml"), text))
    return buffer.getvalue()


def test_a_text_stays_on_the_page_of_the_table_that_it_speaks_of() -> None:
    body = part(write_word(closed("2023-Q2"))).find(f"{W}body")
    pairs = [(first, second) for first, second in pairwise(body) if second.tag == f"{W}tbl" and first.tag == f"{W}p"]
    texts = [first for first, _ in pairs if "".join(first.itertext()).startswith("Dos métodos, que pueden diferir.")]
    assert len(texts) == 1
    assert texts[0].find(f"{W}pPr/{W}keepNext") is not None


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_the_entitys_own_template_counts(tmp_path: Path) -> None:
    own = template(paragraph("Cifras de {{ entity }} a {{ period_end }}") + paragraph("{{p report_body }}"))
    (tmp_path / "informe.docx").write_bytes(own)
    told = words(part(write_word(closed("2023-Q2"), template=load_word_template(tmp_path))))
    assert told.startswith("Cifras de Alcaldía Distrital de Cartagena de Indias a 30 de junio de 2023")
    assert "Contenido" not in told
    assert "Resumen ejecutivo" in told


@pytest.mark.parametrize("folder", [None, Path("no-such-folder")])
def test_without_one_the_packages_own_counts(folder: Path | None) -> None:
    assert load_word_template(folder) is shipped_word_template()


def test_a_template_that_a_closing_kept_is_the_same_again(tmp_path: Path) -> None:
    (tmp_path / "informe.docx").write_bytes(template(paragraph("{{ entity }}")))
    own = own_word_template(tmp_path)
    assert own is not None
    assert kept_word_template(frozen_word_template(own)).data == own.data
    assert frozen_word_template(own_word_template(None)) is None
    assert kept_word_template(None) is shipped_word_template()


def test_a_template_that_is_too_large_to_be_kept_is_refused(tmp_path: Path) -> None:
    (tmp_path / "informe.docx").write_bytes(b"PK" + bytes(LARGEST))
    with pytest.raises(ConfigError) as caught:
        own_word_template(tmp_path)
    told = SENTENCES[caught.value.code].format(**caught.value.facts)
    assert told.endswith("informe.docx: pesa más de 1 MB. Reduzca sus imágenes: cada cierre guarda su plantilla.")


def test_a_template_without_gdflows_styles_still_gives_a_document() -> None:
    bare = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style></w:styles>'
    )
    its = checked(template(styles=bare), "informe.docx")
    headings = [text for style, text in styled(part(write_word(closed("2023-Q2"), template=its))) if style == "Kop1"]
    assert headings[0] == "Resumen ejecutivo"


def refusal(data: bytes) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        checked(data, "config/templates/informe.docx")
    return caught.value


def test_an_unknown_name_is_refused_with_the_file_and_the_name() -> None:
    error = refusal(template(paragraph("{{ entitty }}")))
    told = SENTENCES[error.code].format(**error.facts)
    assert told.startswith("config/templates/informe.docx: «entitty» no es uno de los nombres. ¿Quiso decir «entity»?")


CODE = [
    "{{ entity.upper() }}",
    "{{ entity.__class__ }}",
    "{{ entity[0] }}",
    "{{ entity | upper }}",
    "{{ entity ~ plan }}",
    "{{ 7 * 7 }}",
    "{{ 'x' }}",
    "{{ range(3) }}",
    "{% if entity %}x{% endif %}",
    "{% for x in entity %}x{% endfor %}",
    "{% set x = 1 %}",
    "{% include 'x' %}",
    "{{ entity",
    "{{ }}",
]


@pytest.mark.parametrize("text", CODE)
def test_code_in_a_template_is_refused(text: str) -> None:
    error = refusal(template(paragraph(text)))
    assert error.code == "template_code"
    assert "una plantilla de Word solo lleva nombres" in SENTENCES[error.code].format(**error.facts)


@pytest.mark.parametrize("name", ["header1", "footer1"])
def test_head_and_foot_are_looked_at_too(name: str) -> None:
    own = f'<w:{name[0]}dr xmlns:w="{W[1:-1]}">{paragraph("{{ entity.x }}")}</w:{name[0]}dr>'.replace("fdr", "ftr")
    assert refusal(template(**{name: own})).code == "template_code"


def test_the_properties_are_looked_at_too() -> None:
    core = ZipFile(BytesIO(shipped_word_template().data)).read("docProps/core.xml").decode()
    assert refusal(template(core=core.replace(">gdflow<", ">{{ 7 * 7 }}<"))).code == "template_code"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04 nada", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 clave"])
def test_what_is_no_word_document_is_refused(data: bytes) -> None:
    assert refusal(data).code == "template_not_word"


def test_a_document_without_a_page_size_is_refused() -> None:
    page = "<w:document xmlns:w='{}'><w:body>{}</w:body></w:document>".format(W[1:-1], paragraph("{{ entity }}"))
    assert refusal(template(document=page)).code == "template_not_word"


def test_the_shipped_template_is_made_of_parts_that_anyone_can_read() -> None:
    pack = ZipFile(BytesIO(shipped_word_template().data))
    assert [name for name in pack.namelist() if not name.endswith((".xml", ".rels"))] == []
    assert "{{p report_body }}" in pack.read(DOCUMENT).decode()


def test_other_words_than_the_packages_are_taken() -> None:
    own = replace(shipped(), texts={**shipped().texts, "informe_title": "Reporte de {{ plan_code }}"})
    assert "Reporte de gobierno-digital" in words(part(write_word(closed("2023-Q2"), own)))
