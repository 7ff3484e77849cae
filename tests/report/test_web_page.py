"""The report as one page: whole, alone, and readable by every means."""

import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, ViewportSize

from gdflow.domain.closing import Closed
from gdflow.report.evidence_facts import annexes_of, without_annex
from gdflow.report.evidence_index import write_index_page
from gdflow.report.informe import informe_parts
from gdflow.report.templates import shipped
from gdflow.report.web_page import write_page
from tests.report.test_word import said
from tests.support.browser import DESKTOP, NARROW, browser, examined, looking, wide
from tests.support.closed import closed

__all__ = ["browser"]

CASES = [closed("2023-Q1"), closed("2023-Q2"), closed("2023-Q2", 2)]
each_closing = pytest.mark.parametrize("its", CASES, ids=["first", "second", "closed again"])


def opened(its: Closed) -> html.HtmlElement:
    return html.parse(BytesIO(write_page(its))).getroot()


@each_closing
def test_it_says_all_that_the_pdf_says(its: Closed) -> None:
    told = " ".join(opened(its).text_content().split())
    wanted = {text for each in informe_parts(its, shipped()) for block in each.blocks for text in said(block)}
    assert [text for text in wanted if " ".join(text.split()) not in told] == []


def test_it_loads_nothing_and_runs_nothing() -> None:
    page = opened(closed("2023-Q2"))
    assert page.xpath("//script | //link | //iframe | //object | //img | //form | //*[@style]") == []
    assert [each for each in page.xpath("//@href") if not each.startswith("#")] == []
    assert page.xpath("//@*[starts-with(name(), 'on')]") == []


def test_its_policy_knows_its_style_and_allows_nothing_else() -> None:
    page = opened(closed("2023-Q2"))
    [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    [style] = page.xpath("//style/text()")
    known = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; form-action 'none'"


@each_closing
def test_tables_have_captions_and_their_titles_a_scope(its: Closed) -> None:
    tables = opened(its).xpath("//table")
    assert len(tables) > 10
    for table in tables:
        assert table.xpath("string(caption)")
        assert table.xpath("thead//th[not(@scope='col')]") == []
        assert table.xpath("tbody/tr[not(th[@scope='row'])]") == []


def test_charts_are_drawn_in_it_with_words_for_those_who_do_not_see_them() -> None:
    found = opened(closed("2023-Q2")).xpath("//figure/*[local-name() = 'svg']")
    assert len(found) == 4
    assert all(each.xpath("string(*[local-name() = 'desc'])") for each in found)


def test_the_chapters_are_reached_from_the_top() -> None:
    page = opened(closed("2023-Q2"))
    places = [each.removeprefix("#") for each in page.xpath("//nav//a/@href")]
    assert places == page.xpath("//h2/@id")
    assert len(places) > 8


def test_the_same_closing_is_the_same_page() -> None:
    assert write_page(closed("2023-Q2")) == write_page(closed("2023-Q2"))


def test_the_hash_of_the_closing_stands_at_its_foot() -> None:
    its = closed("2023-Q2")
    assert its.facts.sha256 in opened(its).xpath("string(//footer)")


def index_page(its: Closed) -> bytes:
    return write_index_page(its, annexes_of(its.snapshot), without_annex(its.snapshot))


PAGES = [pytest.param(write_page, id="report"), pytest.param(index_page, id="index of the evidence")]


@pytest.mark.parametrize("write", PAGES)
@pytest.mark.parametrize("size", [DESKTOP, NARROW], ids=["desktop", "narrow"])
@pytest.mark.slow
@pytest.mark.xdist_group("browser")
def test_it_is_accessible_and_fits_the_window(
    browser: Browser, tmp_path: Path, write: Callable[[Closed], bytes], size: ViewportSize
) -> None:
    path = tmp_path / "informe.html"
    path.write_bytes(write(closed("2023-Q2", 2)))
    with looking(browser, size=size, script=True) as page:
        page.goto(path.as_uri())
        assert wide(page) == 0
        found = examined(page)
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.slow
@pytest.mark.xdist_group("browser")
def test_it_prints_on_paper_without_losing_its_sides(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "informe.html"
    path.write_bytes(write_page(closed("2023-Q2")))
    with looking(browser, size=DESKTOP) as page:
        page.goto(path.as_uri())
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 950, "height": 700})  # letter lying down, less its margins
        assert wide(page) == 0
        assert re.match(rb"%PDF", page.pdf(prefer_css_page_size=True))
