"""PDF documents: accessible, for the archive, always the same, and with people's texts as texts."""

import subprocess
import sys
from datetime import UTC, datetime
from fractions import Fraction
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from gdflow.report.charts import Bar, bars
from gdflow.report.pdf import compile_pdf
from gdflow.report.pdf_text import MISSING, plain_signs, text_for_pdf
from tests.report.papers import claims_of, kinds_of, tags_of, text_of

ROOT = Path(__file__).parents[2]
MADE_AT = datetime(2023, 4, 19, 13, tzinfo=UTC)
HEAD = '#import "look.typ": *\n#show: dressed\n= #data.title\n'
SOURCE = HEAD + "#data.body\n\n*#data.body*\n#listing((1fr, 1fr), (data.body, [b]), ((data.body, [d]),))"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="5" height="5"/></svg>'
HOSTILE = (
    '#panic() #import "x.typ": *',
    "*negrita* _cursiva_ `código` $x^2$",
    "@referencia <etiqueta> \\ // comentario",
    "/* sin cerrar",
    "[corchete] {llave} #{ let x = 1 }",
    "= Título falso",
    "- lista + numerada / término: x",
    "https://malo.example/#a",
    '#read("/etc/passwd")',
    "=HYPERLINK(1) <script>alert(1)</script> {{ entity }}",
    "~ --- ... '\"' &amp;",
)


def document(body: str = "Texto", source: str = SOURCE, **data: object) -> bytes:
    """A small document that shows a text in each kind of place."""
    return compile_pdf(source, {"title": "Título", "made_at": MADE_AT, "body": body, **data})


def test_it_claims_to_be_accessible_and_for_the_archive() -> None:
    assert claims_of(document()) == {
        "pdfuaid:part": "1",
        "pdfaid:part": "2",
        "pdfaid:conformance": "A",
        "dc:title": "Título",
        "lang": "es-CO",
        "marked": "True",
    }


def test_it_bears_the_moment_that_it_is_given() -> None:
    with pikepdf.open(BytesIO(document())) as pdf:
        assert str(pdf.docinfo["/CreationDate"]) == "D:20230419130000Z"


def test_a_document_without_its_moment_is_refused() -> None:
    with pytest.raises(TypeError, match="made_at"):
        compile_pdf(SOURCE, {"title": "T", "made_at": "hoy", "body": "x"})


@pytest.mark.parametrize("part", ['#image("a.svg")', "=== Salta un nivel"])
def test_what_is_not_accessible_is_refused(part: str) -> None:
    with pytest.raises(typst.TypstError, match="PDF/UA-1"):
        compile_pdf(HEAD + part, {"title": "T", "made_at": MADE_AT}, {"a.svg": SVG})


def test_titles_of_a_table_are_tagged_as_such() -> None:
    tags = tags_of(document())
    assert [tag.scope for tag in tags if tag.kind == "TH"] == ["Column", "Column"]
    assert kinds_of(document())["TD"] == 2


def test_small_objects_are_packed_together() -> None:
    assert b"/ObjStm" in document()


def test_only_the_shipped_fonts_are_in_it() -> None:
    with pikepdf.open(BytesIO(document("Año ✔"))) as pdf:
        names = {str(each.get("/FontName")) for each in pdf.objects if isinstance(each, pikepdf.Dictionary)}
    assert {name.split("+")[1] for name in names if "+" in name} <= {"Carlito", "Carlito-Bold", "DejaVuSans"}


def test_the_same_data_give_the_same_bytes_in_another_process() -> None:
    words = (
        "from hashlib import sha256\n"
        "from tests.report.test_pdf import document\n"
        "print(sha256(document('Año ✔ 😀')).hexdigest())\n"
    )
    environment = {
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Tokyo",
        "LC_ALL": "C",
        "PATH": "/usr/bin:/bin",
        "HOME": "/nowhere",
    }
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", words], cwd=ROOT, env=environment, capture_output=True, check=True
    )
    assert done.stdout.decode().strip() == sha256(document("Año ✔ 😀")).hexdigest()


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_people_typed_stays_text(hostile: str) -> None:
    assert text_of(document(hostile)).count(" ".join(hostile.split())) == 4


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a\x00b\x07c\x1bd", "abcd"),
        ("uno\u202edos\u2066tres\u200f", "unodostres"),
        ("sin 中文 aquí", f"sin {MISSING * 2} aquí"),
        ("medio \ud800 par", "medio  par"),
        ("privado \uf0b7", f"privado {MISSING}"),
        ("a\u0301", "á"),
        ("línea\r\notra\tmás", "línea\notra más"),
        ("√∫ ✔ ✖ ▲ ● ◆ ○", "√∫ ✔ ✖ ▲ ● ◆ ○"),
        ("a\u3000b", "a b"),
        ("\u0634\u0645 12 \u05d0\u05b7", f"{MISSING * 2} 12 {MISSING}"),
        ("\u0eb3", MISSING),
    ],
)
def test_signs_without_a_shape_are_left_out_or_marked(typed: str, shown: str) -> None:
    assert text_for_pdf(typed) == shown


def test_a_mark_that_no_font_puts_on_its_sign_is_left_out() -> None:
    assert text_for_pdf("⋨\u0363x") == "⋨x"
    assert text_for_pdf("x\u0301") == "x\u0301"


def test_the_fonts_have_every_sign_of_the_language_and_of_the_lights() -> None:
    assert plain_signs().issuperset("áéíóúüñÁÉÍÓÚÜÑ¿¡«»“”‘’–—…·°ºª€$%&§±×≥≤−•→✔✖▲●◆○□")


@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=8))
@settings(max_examples=30, deadline=None)
def test_whatever_people_type_can_stand_in_a_chart(names: list[str]) -> None:
    chart = bars("Avance", [Bar(name, Fraction(1, 2), "50 %") for name in names])
    data = {"title": "T", "made_at": MADE_AT, "alt": chart.alt}
    made = compile_pdf(HEAD + '#image("a.svg", alt: data.alt)', data, {"a.svg": chart.data})
    assert kinds_of(made)["Figure"] == 1


@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=12))
@settings(max_examples=40, deadline=None)
def test_whatever_people_type_makes_a_document(texts: list[str]) -> None:
    source = HEAD + "#for each in data.texts [#par(each) #par(strong(each))]"
    assert claims_of(document(source=source, texts=texts))["pdfaid:part"] == "2"


def test_a_very_long_word_stays_on_the_page_and_a_hash_stays_whole() -> None:
    digest = sha256(b"x").hexdigest()
    word = "Electroencefalografistas" * 40
    assert word in text_of(document(word)).replace(" ", "")
    assert text_for_pdf(f"sha {digest}") == f"sha {digest}"
    assert text_for_pdf("f" * 65) != "f" * 65


def test_every_sign_stands_within_the_page() -> None:
    data = document("x" * 3000)
    done = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=data, capture_output=True, check=True)
    ends = [float(part.split('"')[1]) for part in done.stdout.decode().split("xMax=")[1:]]
    assert ends
    assert max(ends) <= 612
