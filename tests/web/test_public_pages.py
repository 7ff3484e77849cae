"""The public pages as a browser meets them: for anybody, from closings alone, and nothing else of the site."""

import gzip
import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from gdflow.app import App
from tests.support.browser import DESKTOP, NARROW, PHONE, browser, examined, looking, served, wide
from tests.support.closings import closed_on, opened_again, written_on
from tests.support.published import PLACE, closed_and_written, everything, publishing, said
from tests.support.web import Pages, dump, opened

__all__ = ["browser"]

ROOT = "/transparencia/"
EACH_SIZE = pytest.mark.parametrize("size", [DESKTOP, PHONE, NARROW], ids=["desktop", "phone", "narrow"])


@pytest.fixture
def public(installed: App) -> Pages:
    """The second quarter closed, opened again and closed again, all of it published."""
    app = closed_and_written(publishing(installed))
    opened_again(app, "2023-07-19", "2023-07-25")
    said(app, 9, "2", day="2023-07-20")
    closed_on(app, "2023-07-26")
    written_on(app, "2023-07-26")
    return opened(app, period="2023-Q3")


@pytest.fixture
def site(public: Pages) -> Iterator[str]:
    """The list under a real server."""
    with served(public) as url:
        yield url.partition("/r/")[0] + ROOT


def got(public: Pages, path: str = PLACE, **headers: str) -> Any:
    return public.client.get(ROOT + path, headers=headers)


def test_without_the_entitys_word_there_is_nothing(installed: App) -> None:
    pages = opened(closed_and_written(installed), period="2023-Q3")
    for path in ("/transparencia", ROOT, ROOT + PLACE, f"{ROOT}catalogo.jsonld"):
        assert (path, pages.client.get(path).status_code) == (path, 404)
    assert "Disallow: /" in pages.client.get("/robots.txt").text
    assert "Allow" not in pages.client.get("/robots.txt").text


def test_every_published_file_is_served_as_it_is_exported(public: Pages) -> None:
    for address, data in everything(public.app).items():
        answer = got(public, address)
        assert (address, answer.status_code, answer.content == data) == (address, 200, True)
        head = public.client.head(ROOT + address)
        assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", answer.headers["etag"])


def test_looking_at_what_is_published_changes_nothing(public: Pages) -> None:
    before = dump(public.app)
    for address in everything(public.app):
        got(public, address)
        public.client.head(ROOT + address)
    assert dump(public.app) == before


def test_nothing_of_it_is_changed_by_anybody(public: Pages) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert public.client.request(method, ROOT + PLACE).status_code == 405


def test_addresses_without_their_last_stroke_lead_to_the_page(public: Pages) -> None:
    for path in ("", "/cartagena_2023", "/cartagena_2023/2023-Q2", "/cartagena_2023/2023-Q2/cierre-1"):
        answer = public.client.get(f"/transparencia{path}")
        assert (answer.status_code, answer.headers["location"]) == (308, f"/transparencia{path}/")
    assert got(public, f"{PLACE}index.html").content == got(public).content


@pytest.mark.parametrize(
    "path", ["x", "cartagena_2023/2023-Q1/", f"{PLACE}cierre-3/", f"{PLACE}cierre-1/MANIFIESTO.txt", "..%2f..%2fsalud"]
)
def test_where_nothing_is_published_a_page_says_so(public: Pages, path: str) -> None:
    answer = got(public, path)
    assert (answer.status_code, "nada publicado" in answer.text) == (404, True)
    assert answer.headers["x-robots-tag"] == "noindex, nofollow"
    assert "tablero" not in answer.text


def test_who_has_a_page_already_is_told_so_until_it_changes(public: Pages) -> None:
    first = got(public)
    again = got(public, **{"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert got(public, **{"if-none-match": '"otro"'}).status_code == 200
    opened_again(public.app, "2023-07-27", "2023-07-31")
    assert got(public, **{"if-none-match": first.headers["etag"]}).status_code == 304
    closed_on(public.app, "2023-08-01")
    changed = got(public, **{"if-none-match": first.headers["etag"]})
    assert (changed.status_code, "cierre 3" in changed.text) == (200, True)


def test_a_file_that_is_known_is_not_read_again(public: Pages) -> None:
    path = f"{PLACE}cierre-2/informe.pdf"
    assert got(public, path, **{"if-none-match": got(public, path).headers["etag"]}).status_code == 304


def test_pages_may_be_kept_a_while_and_found_by_search_engines(public: Pages) -> None:
    for path, lives in ((PLACE, 300), (f"{PLACE}cierre-2/acta.pdf", 3600)):
        headers = got(public, path).headers
        assert (headers["cache-control"], headers["x-robots-tag"]) == (f"public, max-age={lives}", "all")
    assert public.client.get("/robots.txt").text == "User-agent: *\nAllow: /transparencia\nDisallow: /\n"
    assert public.client.get("/salud").headers["x-robots-tag"] == "noindex, nofollow"


def test_a_page_may_use_its_own_style_by_its_hash_and_nothing_else(public: Pages) -> None:
    for path in ("", PLACE, f"{PLACE}cierre-1/", f"{PLACE}cierre-2/lineas.html", f"{PLACE}cierre-2/informe.html", "no"):
        answer = got(public, path)
        [style] = re.findall(r"<style>(.*?)</style>", answer.text, re.DOTALL)
        known = b64encode(sha256(style.encode()).digest()).decode()
        assert answer.headers["content-security-policy"] == (
            f"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; form-action 'none'; "
            "frame-ancestors 'none'"
        )
        assert " style=" not in answer.text
        assert "<script" not in answer.text


def test_files_are_saved_under_a_name_that_says_what_they_are(public: Pages) -> None:
    saved = got(public, f"{PLACE}cierre-2/consolidado.xlsx").headers
    assert saved["content-disposition"].startswith("attachment; filename*=UTF-8''Consolidado")
    assert "cierre-2.xlsx" in saved["content-disposition"]
    assert got(public, f"{PLACE}cierre-2/informe.pdf").headers["content-disposition"].startswith("inline; ")
    assert saved["access-control-allow-origin"] == "*"


def test_a_first_look_is_small(public: Pages) -> None:
    assert len(gzip.compress(got(public).content)) < 20_000


def test_a_caller_that_asks_too_much_waits(public: Pages) -> None:
    statuses = [public.client.get("/robots.txt").status_code for _ in range(1201)]
    assert statuses[-1] == 429
    assert got(public).status_code == 429
    assert public.client.get("/transparencia").status_code == 429


@EACH_SIZE
@pytest.mark.slow
@pytest.mark.xdist_group("browser")
def test_every_page_is_accessible_and_fits_the_window(browser: Browser, site: str, size: ViewportSize) -> None:
    with looking(browser, size=size) as page:
        for path in ("", "cartagena_2023/", PLACE, f"{PLACE}cierre-1/", f"{PLACE}cierre-2/lineas.html", "no"):
            page.goto(site + path)
            found = examined(page)
            assert (path, found.violations_count, wide(page)) == (path, 0, 0), found.generate_report()


@pytest.mark.slow
@pytest.mark.xdist_group("browser")
def test_a_citizen_goes_from_the_list_to_a_figure_and_its_file_by_keyboard_without_javascript(
    browser: Browser, site: str
) -> None:
    with looking(browser, script=False) as page:
        page.goto(site)
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Ir al contenido")).to_be_focused()
        page.get_by_role("link", name="Trimestre 2 de 2023").press("Enter")
        expect(page.get_by_text("Rectificado el miércoles 26 de julio de 2023.")).to_be_visible()
        page.get_by_role("link", name="Descargas").press("Enter")
        with page.expect_download() as saved:
            page.get_by_role("link", name="Consolidado en libro de cálculo").press("Enter")
        assert saved.value.suggested_filename.endswith("cierre-2.xlsx")
