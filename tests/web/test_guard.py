"""What stands before every page: headers, other sites, sizes, shares, and a log without keys."""

import logging
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from gdflow.app import App
from gdflow.web.application import create_app
from gdflow.web.guard import MAX_BODY, without_key
from tests.support.installation import SETTINGS, reopened
from tests.support.web import Pages, opened

POLICY = ("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")


def test_every_answer_has_the_headers(pages: Pages) -> None:
    for path in (pages.path, "/r/x", "/nada", "/salud", pages.at_line(10, "/lleva"), f"{pages.path}/formulario"):
        headers = pages.client.get(path).headers
        assert [part for part in POLICY if part not in headers["content-security-policy"]] == []
        assert (headers["referrer-policy"], headers["x-content-type-options"]) == ("no-referrer", "nosniff")
        assert (headers["cache-control"], headers["x-robots-tag"]) == ("no-store", "noindex, nofollow")
        assert "unsafe" not in headers["content-security-policy"]


def test_no_page_holds_a_script_or_a_style_of_its_own(pages: Pages) -> None:
    page = pages.page()
    assert "<style" not in page
    assert " style=" not in page
    assert " onclick" not in page
    assert page.count("<script") == page.count("<script src=")


def test_an_asset_may_be_kept_for_ever_under_its_own_content(pages: Pages) -> None:
    css = next(part for part in pages.page().split('"') if part.endswith(".css"))
    assert "immutable" in pages.client.get(css).headers["cache-control"]
    assert pages.client.get(css.replace("page.", "page.0")).status_code == 404


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 303),
        ({"sec-fetch-site": "none"}, 303),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site", "origin": "http://testserver"}, 403),
        ({"origin": "http://testserver"}, 303),
        ({"origin": "https://otraparte.example"}, 403),
        ({"origin": "null"}, 303),
        ({"origin": "null", "cookie": "session=1"}, 403),
    ],
)
def test_a_change_that_another_site_asks_for_is_refused(pages: Pages, headers: dict[str, str], status: int) -> None:
    sent = pages.client.post(pages.at_line(10), data={"cantidad": "3", "que": "Tres reuniones."}, headers=headers)
    assert sent.status_code == status
    assert ("Lleva" in pages.card(10)) == (status == 303)


def test_a_long_body_is_refused_and_the_site_goes_on(pages: Pages) -> None:
    sent = pages.send(10, "/evidencia", files={"archivos": ("grande.jpg", bytes(MAX_BODY + 1))})
    assert (sent.status_code, "12 MB" in sent.text) == (413, True)
    assert "grande.jpg" not in pages.page()


def test_a_long_body_of_unknown_length_is_refused_while_it_streams(pages: Pages) -> None:
    taken = 0

    def endless() -> Iterator[bytes]:
        nonlocal taken
        yield b'--x\r\nContent-Disposition: form-data; name="archivos"; filename="a.jpg"\r\n\r\n'
        for _ in range(40):
            taken += 1
            yield bytes(1_000_000)

    headers = {"content-type": "multipart/form-data; boundary=x"}
    assert pages.client.post(pages.at_line(10, "/evidencia"), content=endless(), headers=headers).status_code == 413


def test_a_broken_form_is_told_and_not_a_crash(pages: Pages) -> None:
    headers = {"content-type": "multipart/form-data; boundary=x"}
    assert pages.client.post(pages.at_line(10), content=b"--y\r\nnonsense", headers=headers).status_code in (400, 422)
    many = {f"campo{number}": "1" for number in range(100)}
    assert pages.client.post(pages.at_line(10), data=many).status_code == 400


def test_whoever_guesses_links_has_to_wait(pages: Pages) -> None:
    guesses = [pages.client.get(f"/r/{number}").status_code for number in range(12)]
    assert guesses == [404] * 10 + [429] * 2
    waits = pages.client.get("/r/12")
    assert (waits.status_code, int(waits.headers["retry-after"]) > 0) == (429, True)
    pages.hours.seconds += 300
    assert pages.client.get("/r/12").status_code == 404


def test_nobody_waits_for_another_who_guesses_behind_the_same_address(pages: Pages) -> None:
    assert {pages.client.get(f"/r/{number}").status_code for number in range(40)} == {404, 429}
    assert pages.client.get(pages.path).status_code == 200
    assert pages.report(10, "3").status_code == 303


def test_one_link_may_not_change_things_without_end(pages: Pages) -> None:
    sent = [pages.send(10, "/no-me-corresponde").status_code for _ in range(121)]
    assert (set(sent[:120]), sent[120]) == ({422}, 429)
    assert pages.client.get(pages.path).status_code == 200


def test_one_link_may_not_fill_the_disk(pages: Pages) -> None:
    for _ in range(17):
        pages.send(10, "/no-me-corresponde", files={"x": bytes(11_900_000)})
    assert pages.send(10, "/no-me-corresponde", files={"x": bytes(11_900_000)}).status_code == 429


def test_a_body_of_unknown_length_counts_as_the_longest(pages: Pages) -> None:
    form = {"content-type": "application/x-www-form-urlencoded"}
    sent = [
        pages.client.post(pages.at_line(10, "/no-me-corresponde"), content=iter([b"razon="]), headers=form).status_code
        for _ in range(17)
    ]
    assert (set(sent[:16]), sent[16]) == ({422}, 429)


def test_the_log_holds_no_key(pages: Pages, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    pages.page()
    pages.report(10, "3")
    pages.client.get(f"/r/{pages.link.token}x")
    pages.send(10, "/evidencia", files={"archivos": ("a.exe", b"MZ")})
    own = [record for record in caplog.records if not record.name.startswith("httpx")]  # the browser's, not the site's
    assert any("/r/…/lineas/" in record.getMessage() for record in own)
    assert [record for record in own if pages.link.token in record.getMessage()] == []


def test_a_key_is_taken_out_of_any_path() -> None:
    assert without_key("/r/abc/lineas/1") == "/r/…/lineas/1"
    assert without_key("/salud") == "/salud"


def test_whoever_calls_is_believed_of_named_proxies_alone(installed: App) -> None:
    proxied = reopened(installed, SETTINGS + '\n[web]\ntrusted_proxies = ["10.0.0.0/8"]\n')
    pages = opened(proxied)
    forged = [pages.client.get(f"/r/{n}", headers={"x-forwarded-for": f"192.0.2.{n}"}).status_code for n in range(12)]
    assert forged[-1] == 429
    proxied.engine.dispose()


def test_a_proxy_that_nobody_named_is_told_once(pages: Pages, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(3):
        pages.client.get("/salud", headers={"x-forwarded-for": "192.0.2.1"})
    assert [
        record.getMessage().count("web.trusted_proxies") for record in caplog.records if record.levelno > logging.INFO
    ] == [1]


def test_a_proxy_that_is_named_is_not_warned_of(installed: App, caplog: pytest.LogCaptureFixture) -> None:
    proxied = reopened(installed, SETTINGS + '\n[web]\ntrusted_proxies = ["10.0.0.0/8"]\n')
    client = TestClient(create_app(proxied), client=("10.1.1.1", 4000))
    assert client.get("/estaticos/nada", headers={"x-forwarded-for": "192.0.2.1"}).status_code == 404
    assert [record for record in caplog.records if record.levelno > logging.INFO] == []
    proxied.engine.dispose()


def test_tls_is_demanded_from_then_on_where_there_is_tls(pages: Pages) -> None:
    assert "strict-transport-security" not in pages.client.get("/salud").headers
    pages.client.base_url = "https://testserver"
    assert "max-age" in pages.client.get("/salud").headers["strict-transport-security"]
