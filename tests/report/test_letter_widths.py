"""What a column is given beforehand is room enough for its texts, as the document sets them."""

from gdflow.report.informe_blocks import Column, table
from gdflow.report.letter_widths import LETTERS, wide
from gdflow.report.pdf import compile_pdf
from tests.report.papers import claims_of
from tests.report.test_pdf import HEAD, MADE_AT

TEXTS = ("8 · 3", "1.234.567,89", "ya cumplida", "100,0\u00a0%", "Debía reportar hasta", "mar 18 jul 2023", "Ú\nOtra")
MEASURED = """#context for (said, most) in data.texts {
  for weight in ("regular", "bold") {
    assert(measure(text(size: 100pt, kerning: false, weight: weight, said)).width <= most * 1pt, message: said)
  }
}"""


def test_no_text_is_wider_than_is_said_of_it() -> None:
    texts = [(said, wide(said) * 100) for said in (*LETTERS, *TEXTS)]
    data = {"title": "T", "made_at": MADE_AT, "texts": texts}
    assert claims_of(compile_pdf(HEAD + MEASURED, data))["pdfuaid:part"] == "1"


def test_a_sign_that_is_not_known_counts_as_a_wide_one() -> None:
    assert wide("✔") >= max(LETTERS.values())


def test_a_column_of_figures_has_its_width_and_one_of_words_its_share() -> None:
    made = table((Column("Fila"), Column("Actividad", 2)), [("8 · 3", "Hacer"), ("9", "Seguir")], 10)
    assert made["widths"] == [0, 2]
    assert made["points"] == [round(wide("8 · 3") * 10 + 7, 1), 0]


def test_a_column_of_long_texts_comes_to_terms_with_the_others() -> None:
    assert table((Column("Fila"),), [("palabra " * 5,)], 10)["points"] == [0]


def test_only_a_row_that_may_be_higher_than_a_page_goes_on_over_it() -> None:
    columns = (Column("Motivo", 1),)
    assert table(columns, [("x" * 400,), (("Crítico", "#000000"),)])["whole"] is True
    assert table(columns, [("x" * 401,)])["whole"] is False
    assert table(columns, [("\n" * 20,)])["whole"] is False
    assert table(columns, [("x" * 401,)], whole=True)["whole"] is True
