"""A team that owes many lines: its page stays small, and no line is farther away than one tap."""

import gzip
import re

import pytest

from gdflow.app import App
from tests.support.many_lines import owing
from tests.support.web import Pages, plain

FORM = re.compile(r'name="cantidad"')


def first_load(pages: Pages) -> int:
    """The bytes that a browser fetches before it shows the page, compressed."""
    page = pages.page()
    assets = re.findall(r'(?:src|href)="(/estaticos/[^"]+)"', page)
    parts = [page.encode(), *(pages.client.get(each).content for each in assets)]
    return sum(len(gzip.compress(part)) for part in parts)


@pytest.mark.parametrize(("lines", "most"), [(7, 20_000), (12, 20_000), (40, 24_000)])
def test_the_first_load_stays_small_with_many_lines(empty: App, lines: int, most: int) -> None:
    pages = owing(empty, lines)
    assert pages.page().count("<article") == lines
    assert first_load(pages) <= most


def test_the_first_lines_come_with_their_forms_and_the_others_with_a_link(empty: App) -> None:
    cards = re.findall(r"<article .*?</article>", owing(empty, 12).page(), re.DOTALL)
    assert [bool(FORM.search(card)) for card in cards] == [True] * 3 + [False] * 9
    assert all(("Reportar esta actividad" in card) != bool(FORM.search(card)) for card in cards)
    assert all("Meta del año" in card for card in cards)


def test_a_line_far_down_is_opened_with_its_form_by_its_link(empty: App) -> None:
    pages = owing(empty, 12)
    link = re.findall(r'<p class="far"><a [^>]*href="([^"#]+)#', pages.page())[-1]
    last = re.findall(r"<article .*?</article>", pages.client.get(link).text, re.DOTALL)[-1]
    assert (bool(FORM.search(last)), "<details open>" in last) == (True, True)


def test_the_form_of_a_line_far_down_comes_by_itself(empty: App) -> None:
    pages = owing(empty, 12)
    part = pages.client.get(pages.at_line(19, "/campos")).text
    assert "¿Cuánto lograron en este trimestre?" in plain(part)
    assert f'id="cantidad-{pages.line(19).uid}"' in part
    assert "<html" not in part


def test_a_line_far_down_shows_what_was_sent_and_offers_to_correct_it(empty: App) -> None:
    pages = owing(empty, 12)
    pages.report(19, "2")
    assert "✔ Recibido: 2." in pages.card(19)
    assert "Ver o corregir este reporte" in pages.card(19)
    assert 'value="2"' in pages.client.get(pages.at_line(19, "/campos")).text


def test_a_line_far_down_with_something_to_mend_comes_with_its_form(empty: App) -> None:
    pages = owing(empty, 12)
    answer = pages.report(19, "veinte")
    card = next(each for each in answer.text.split("<article ") if f"linea-{pages.line(19).uid}" in each)
    assert answer.status_code == 422
    assert 'value="veinte"' in card


def test_after_the_closing_no_line_offers_a_form(empty: App) -> None:
    pages = owing(empty, 12)
    pages.hours.now = pages.hours.now.replace(day=18)
    assert 'class="far"' not in pages.page()
    assert "ya no se reciben cambios" in pages.client.get(pages.at_line(19, "/campos")).text
