"""Charts: the same picture everywhere, said in words, and readable without colour."""

from fractions import Fraction
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gdflow.report.charts import WIDTH, Bar, Chart, Part, Stack, bars, stacks
from gdflow.report.informe_charts import MOST_BARS, lights_chart, periods_chart, progress_chart
from tests.report.plans import many
from tests.support.closed import report

SVG = "{http://www.w3.org/2000/svg}"
HALF = Bar("Equipo A", Fraction(1, 2), "50,0 %")
PARTS = (Part("A tiempo", "✔", "#1E6B34", 3), Part("Vencido", "✖", "#B3261E", 1), Part("Pendiente", "○", "#2F5D8A", 0))
STACK = Stack("Oportunidad", PARTS)


def texts(chart: Chart) -> list[str]:
    return [each.text or "" for each in ElementTree.fromstring(chart.svg).iter(f"{SVG}text")]


def rects(chart: Chart, fill: str) -> list[float]:
    """The widths of the bars of a colour."""
    tree = ElementTree.fromstring(chart.svg)
    return [float(each.get("width", "0")) for each in tree.iter(f"{SVG}rect") if each.get("fill") == fill]


def test_a_bar_is_as_long_as_its_share_and_bears_its_figure() -> None:
    chart = bars("Avance", [HALF, Bar("B", Fraction(1), "100,0 %")])
    half, whole = rects(chart, "#0B4F6C")
    assert whole == half * 2
    assert {"Equipo A", "50,0 %", "100,0 %", "meta"} <= set(texts(chart))


def test_a_share_above_the_target_ends_in_an_arrow_at_the_mark() -> None:
    at, above = bars("Avance", [Bar("B", Fraction(1), "100 %")]), bars("Avance", [Bar("B", Fraction(9, 7), "128,6 %")])
    assert rects(at, "#0B4F6C") == rects(above, "#0B4F6C")
    assert above.svg.count("<path") == at.svg.count("<path") + 1
    assert "128,6 %" in texts(above)


@pytest.mark.parametrize("share", [None, Fraction(0), Fraction(-1, 2)])
def test_what_has_not_advanced_has_no_bar(share: Fraction | None) -> None:
    assert rects(bars("Avance", [Bar("B", share, "sin cifra")]), "#0B4F6C") == []


def test_a_stack_is_read_by_symbols_counts_and_patterns() -> None:
    chart = stacks("Semáforos", [STACK])
    assert {"✔", "✖", "3", "A tiempo: 3", "Vencido: 1", "4"} <= set(texts(chart))
    assert "Pendiente: 0" not in texts(chart)
    assert 'stroke="#FFFFFF" stroke-width="0.8"' in chart.svg


def test_it_says_in_words_what_it_shows() -> None:
    assert stacks("Semáforos", [STACK]).alt == "Semáforos. Oportunidad: 3 a tiempo, 1 vencido."
    assert bars("Avance", [HALF]).alt == "Avance. Equipo A: 50,0 %."
    tree = ElementTree.fromstring(bars("Avance", [HALF]).svg)
    assert (tree.findtext(f"{SVG}title"), tree.findtext(f"{SVG}desc")) == ("Avance", "Avance. Equipo A: 50,0 %.")
    assert tree.get("role") == "img"


def test_a_chart_of_nothing_says_so() -> None:
    assert bars("Avance", []).alt == "Avance. sin datos."
    assert stacks("Semáforos", [Stack("Uno", ())]).alt == "Semáforos. Uno: ninguna."


@given(st.text(max_size=200), st.fractions(min_value=-2, max_value=5))
@settings(max_examples=60, deadline=None)
def test_any_name_and_share_make_a_picture_that_can_be_read(name: str, share: Fraction) -> None:
    chart = bars(name, [Bar(name, share, "x")])
    assert all(0 <= width <= WIDTH for width in rects(chart, "#0B4F6C"))
    ElementTree.fromstring(stacks(name, [Stack(name, (Part(name, "✔", "#1E6B34", 1),))]).svg)


def test_a_figure_keeps_its_narrow_blank_and_signs_of_another_font_are_marked() -> None:
    shown = texts(bars("Avance", [Bar("Año ⋨", Fraction(1, 2), "50,0\u00a0%")]))
    assert {"50,0\u00a0%", "Año □"} <= set(shown)


def test_a_long_name_takes_two_lines_and_ends_in_dots() -> None:
    shown = texts(bars("Avance", [Bar("palabra " * 30, Fraction(1), "1")]))
    assert [each.endswith("…") for each in shown if each.startswith("palabra")] == [False, True]


def test_the_periods_of_the_year_are_done_missing_or_to_come() -> None:
    said = periods_chart(report("2023-Q2")).alt
    assert "T1 2023: 12 reportada" in said
    assert "T2 2023: 5 reportada, 3 sin reporte, 4 no debía reportar" in said
    assert "T3 2023: 7 por venir" in said


def test_the_two_lights_count_every_line_once_each() -> None:
    said = lights_chart(report("2023-Q2")).alt
    assert "Cumplimiento: el resultado frente a la meta: 4 ya cumplida, 3 en ritmo, 3 sin reporte, 2 crítico" in said
    assert "4 a tiempo" in said


def test_so_many_groups_are_drawn_as_can_be_read() -> None:
    items = many(12 * (MOST_BARS + 5)).snapshot.report.items
    assert progress_chart("Avance", items).svg.count("50,6") == MOST_BARS + progress_chart("Avance", items).alt.count(
        "50,6"
    )
