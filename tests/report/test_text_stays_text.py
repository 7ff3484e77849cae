"""What a team types is text wherever it comes out: never a formula, a link, a tag, a template, or a way out of a zip.

The PDF has a test of its own.
"""

import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO, StringIO
from pathlib import Path, PurePosixPath
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from lxml import etree, html

from gdflow.channels.render import Rendered, render_digest, render_receipt
from gdflow.domain.closing import Closed
from gdflow.domain.consolidated import consolidated
from gdflow.report.closed_workbook import write_closed_workbook
from gdflow.report.evidence_pack import write_evidence_pack
from gdflow.report.form import write_form
from gdflow.report.national import write_national
from gdflow.report.official import Fill, fill_official
from gdflow.report.open_data import write_open_data
from gdflow.report.open_fields import unguarded
from gdflow.report.web_page import write_page
from gdflow.report.word import write_word
from tests.channels.cast import RECEIPT, REPORT_BY, RESULT, digest_of
from tests.report import acts
from tests.support import cartagena, forms
from tests.support.closed import ANSWERS, annex, closed, link

FORMULAS = [
    "=1+1",
    '=HYPERLINK("http://mal.example","Abrir")',
    "=cmd|'/c calc'!A1",
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "\t=1+1",
    "todo bien;=1+1",
    "todo bien\n=1+1",
]
LINKS = ["https://mal.example/x", "javascript:alert(1)", "[Abrir](https://mal.example)", "mailto:x"]
TEMPLATES = [
    "{{ 7919*7907 }}",
    "{% for x in (1, 2) %}x{% endfor %}",
    "{{p report_body }}",
    "{_{ 7919*7907 }_}",
    "{_% raw %_}",
    "{# nada #}",
    "${7919*7907} #{7919*7907} <%= 7919*7907 %>",
]
TAGS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</w:t></w:r></w:p><w:tbl/>",
    "]]><!-- x",
    "&lt;b&gt; &amp; &#65;",
    '" onmouseover="alert(1)',
    "</style></title><svg onload=alert(1)>",
]
CONTROLS = ["a\x00b\x0bc\x1fd", "a\ufffeb\uffffc", "a\x08b\x7fc"]
HOSTILE = [*FORMULAS, *LINKS, *TEMPLATES, *TAGS, *CONTROLS]
PRODUCT = "62615533"
"""What stands where a template was calculated."""
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")

each_text = pytest.mark.parametrize("text", HOSTILE, ids=repr)


def plain(text: str) -> str:
    """The text less what no document can hold."""
    return CONTROL.sub("", text)


def flat(text: str) -> str:
    return " ".join(plain(text).split())


def typed(text: str) -> Closed:
    """The closing of the second quarter, in which every text that a person can give is this one."""
    lines = tuple(
        replace(
            line,
            activity=f"{text} {line.row}" if line.row % 2 else text,
            deliverable=text,
            indicator=text,
            target_text=text,
            number=text,
            item=text,
            path=(text,),
            team=text,
            co_teams=(text,),
            texts=dict.fromkeys(line.texts, text),
        )
        for line in cartagena.lines()
    )
    told: dict[str, Any] = {"narrative": text, "evidence": text}
    answers = (replace(each, **told, zero_reason=text if not each.value else None) for each in ANSWERS)
    results = [*(replace(each, **told) for each in cartagena.results()), *answers]
    plan = replace(cartagena.plan(), title=text, source=text, entity=text)
    owed = cartagena.second_quarter()
    report = consolidated(plan, lines, results, owed, period="2023-Q2", as_of=date(2023, 7, 18))
    annexes = (replace(annex(1, 2, "2023-Q2"), name=text), replace(link(2, 3, "2023-Q2"), name=text, link=text))
    usual = closed("2023-Q2", 2).snapshot
    entity, document = replace(usual.entity, name=text, office=text), replace(usual.document, code=text)
    pending = tuple(replace(each, label=text, team=text) for each in usual.pending)
    spite = tuple(replace(each, by=text, reason=text) for each in usual.in_spite)
    changes: dict[str, Any] = {"report": report, "annexes": annexes, "entity": entity, "document": document}
    changes |= {"amendments": (acts.team(text),), "reopenings": (acts.reopening(text),)}
    return closed("2023-Q2", 2, closed_by=text, pending=pending, in_spite=spite, **changes)


def cells(data: bytes) -> Iterator[Any]:
    for page in openpyxl.load_workbook(BytesIO(data)).worksheets:
        yield from (cell for row in page.iter_rows() for cell in row if cell.value is not None)


def workbook(text: str) -> bytes:
    return write_closed_workbook(typed(text))


def national_workbook(text: str) -> bytes:
    out = BytesIO()
    write_national([typed(text)], out)
    return out.getvalue()


def index_workbook(text: str) -> bytes:
    return pack(typed(text)).read("index.xlsx")


def pack(its: Closed) -> ZipFile:
    out = BytesIO()
    write_evidence_pack(its, lambda name: BytesIO(b"%PDF"), out)
    return ZipFile(out)


WORKBOOKS = [
    pytest.param(workbook, id="consolidated"),
    pytest.param(national_workbook, id="national"),
    pytest.param(index_workbook, id="index of the evidence"),
]


@each_text
@pytest.mark.parametrize("write", WORKBOOKS)
def test_in_a_workbook(write: Callable[[str], bytes], text: str) -> None:
    found = list(cells(write(text)))
    assert {cell.data_type for cell in found} <= {"s", "n", "d", "b"}
    outside = {str(cell.hyperlink.target) for cell in found if cell.hyperlink and cell.hyperlink.target}
    assert all(re.fullmatch(r"[a-z0-9_.\\/A-Q-]+\.pdf", each) for each in outside)
    assert any(plain(text) in str(cell.value) for cell in found)


@each_text
def test_in_a_teams_form(text: str) -> None:
    asked = forms.form(
        forms.line(activity=text, deliverable=text, indicator=text, target_text=text, previous_note=text)
    )
    ours = {cell.coordinate for cell in cells(write_form(forms.form())) if cell.data_type == "f"}
    found = list(cells(write_form(asked)))
    assert {cell.coordinate for cell in found if cell.data_type == "f"} <= ours
    assert [cell for cell in found if cell.hyperlink] == []
    assert any(plain(text) in str(cell.value) for cell in found)


@each_text
def test_in_the_entitys_own_workbook(text: str) -> None:
    filled = fill_official(cartagena.WORKBOOK.read_bytes(), [Fill(cartagena.SHEET, "Q10", text)])
    [cell] = [each for each in cells(filled.data) if each.coordinate == "Q10" and each.parent.title == cartagena.SHEET]
    assert (cell.data_type, cell.value, cell.hyperlink) == ("s", plain(text), None)


@each_text
@pytest.mark.parametrize("border", [",", ";"], ids=["commas", "semicolons"])
def test_in_csv_whatever_a_spreadsheet_takes_for_its_borders(border: str, text: str) -> None:
    for name, data in write_open_data(typed(text)).items():
        if name.endswith(".csv"):
            told = data.decode("utf-8-sig")
            parsed = [cell for row in csv.reader(StringIO(told, newline=""), delimiter=border) for cell in row]
            assert [cell for cell in parsed if cell.lstrip(' "\t')[:1] in set("=+-@") and not _number(cell)] == []


def _number(cell: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", cell) is not None


@each_text
def test_in_csv_and_json_it_is_found_again(text: str) -> None:
    files = write_open_data(typed(text))
    rows = list(csv.DictReader(StringIO(files["resultados.csv"].decode("utf-8-sig"), newline="")))
    whole = json.loads(files["datos.json"])["resultados"]
    told = [row["observaciones"] for row in rows if row["observaciones"]]
    assert {unguarded(each) for each in told} == {plain(text)} == {row["observaciones"] for row in whole} - {None}


def page_of_the_report(text: str) -> bytes:
    return write_page(typed(text))


def page_of_the_index(text: str) -> bytes:
    return pack(typed(text)).read("index.html")


PAGES = [pytest.param(page_of_the_report, id="report"), pytest.param(page_of_the_index, id="index of the evidence")]


@each_text
@pytest.mark.parametrize("write", PAGES)
def test_on_a_page(write: Callable[[str], bytes], text: str) -> None:
    data = write(text)
    page = html.parse(BytesIO(data)).getroot()
    usual = html.parse(BytesIO(write("Texto"))).getroot()
    assert {each.tag for each in page.iter(etree.Element)} == {each.tag for each in usual.iter(etree.Element)}
    assert {name for each in page.iter(etree.Element) for name in each.attrib} <= ATTRIBUTES
    assert all(re.fullmatch(r"#p\d+|#contenido|[a-z0-9_.\\/A-Q-]+", each) for each in page.xpath("//@href"))
    assert flat(text) in " ".join(page.text_content().split())
    assert not CONTROL.search(data.decode())
    assert PRODUCT not in data.decode()


ATTRIBUTES = {
    *("aria-label", "aria-labelledby", "class", "charset", "colspan", "content", "d", "fill", "font-family"),
    *("font-size", "font-weight", "height", "href", "http-equiv", "id", "lang", "name", "role", "scope", "stroke"),
    *("stroke-dasharray", "stroke-width", "tabindex", "text-anchor", "viewbox", "width", "x", "xmlns", "y"),
}


@each_text
def test_in_word(text: str) -> None:
    made, usual = ZipFile(BytesIO(write_word(typed(text)))), ZipFile(BytesIO(write_word(typed("Texto"))))
    body, plainly = (document(each) for each in (made, usual))
    tags = {"w:drawing", "w:hyperlink", "w:instrText", "w:tbl", "w:sectPr"}
    counts = [{tag: len(each.xpath(f"//{tag}", namespaces=SPACES)) for tag in tags} for each in (body, plainly)]
    assert counts[0] == counts[1]
    assert "TargetMode" not in made.read("word/_rels/document.xml.rels").decode()
    told = " ".join("".join(each.text or " " for each in body.xpath("//w:t | //w:br", namespaces=SPACES)).split())
    assert flat(text) in told
    assert PRODUCT not in told


def document(made: ZipFile) -> Any:
    return etree.fromstring(made.read("word/document.xml"))


SPACES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def digest(text: str) -> Rendered:
    line = replace(RESULT, label=text, item=text, team=text, plan=text, so_far_text=text, returned_note=text)
    return render_digest(digest_of(line), today=REPORT_BY)


def receipt(text: str) -> Rendered:
    taken = tuple(replace(each, label=text) for each in RECEIPT.taken)
    return render_receipt(replace(RECEIPT, file_name=text, taken=taken), today=REPORT_BY)


@each_text
@pytest.mark.parametrize("write", [digest, receipt])
def test_in_a_mail(write: Callable[[str], Rendered], text: str) -> None:
    mail, usual = write(text), write("Texto")
    page, plainly = (opened(each.html) for each in (mail, usual))
    assert page.xpath("//script | //@onerror | //@onload | //@onmouseover") == []
    assert addresses(page) == addresses(plainly)
    assert flat(text).replace(" ", "") in "".join(page.text_content().split()).replace("\u00a0", "")
    assert "\n" not in mail.subject
    whole = mail.subject + mail.text + mail.html
    assert not CONTROL.search(whole)
    assert PRODUCT not in whole


def opened(markup: str) -> Any:
    return html.fromstring(markup)


def addresses(page: Any) -> set[str]:
    return set(page.xpath("//@href"))


NAMES = [
    "../../etc/passwd",
    "..\\..\\windows\\system32\\calc.exe",
    "/etc/cron.d/x",
    "C:\\x.pdf",
    "a/../../b.pdf",
    "CON",
    "nul.pdf",
    ".",
    "..",
    "",
    "a\x00b.pdf",
    "x" * 4000,
    "nombre\nA02_otro.pdf",
    "\u202efdp.exe",
    "=1+1.pdf",
    "ñandú 🎉 <b>.pdf",
]


@pytest.mark.parametrize("name", NAMES, ids=lambda name: ascii(name)[:30])
def test_no_name_leads_out_of_the_evidence_pack(name: str, tmp_path: Path) -> None:
    data = b"%PDF"
    line = replace(cartagena.lines()[1], item=name, path=(name,))
    report = closed("2023-Q2").snapshot.report
    lines = tuple(replace(each, line=line) if each.line.id == line.id else each for each in report.lines)
    file = replace(annex(1, 2, "2023-Q2"), name=name, sha256=sha256(data).hexdigest(), size=4)
    its = closed("2023-Q2", report=replace(report, lines=lines), annexes=(file, replace(file, id=9, annex=2)))
    out = BytesIO()
    write_evidence_pack(its, lambda _: BytesIO(data), out)
    made = ZipFile(out)
    for entry in made.namelist():
        path = PurePosixPath(entry)
        assert not path.is_absolute()
        assert re.fullmatch(r"[A-Za-z0-9._/-]{1,200}", entry)
        assert not set(path.parts) & {"", ".", ".."}
    assert len(set(made.namelist())) == 5
    assert "\n" not in made.read("MANIFIESTO-SHA256.txt").decode().splitlines()[1]
