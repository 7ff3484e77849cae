"""A calendar's address as programs ask for it: again and again, by its key alone, until it is taken back."""

import logging
from typing import Any

import pytest
from icalendar import Calendar

from gdflow.app import App
from gdflow.domain.keys import token_sha256
from gdflow.services import feeds
from gdflow.storage import calendar_feeds, entities
from tests.support.cast import GOBIERNO, at
from tests.support.decisions import extended
from tests.support.web import Pages, dump


def address(app: App, whose: str | None = GOBIERNO) -> str:
    with app.transaction() as session:
        return feeds.issue(session, app.rules, whose, by="Coordinación", now=at("2023-07-04")).path


def got(pages: Pages, path: str, **headers: str) -> Any:
    return pages.client.get(path, headers=headers)


def test_a_calendar_is_read_by_its_address_alone(pages: Pages) -> None:
    answer = got(pages, address(pages.app))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert len(Calendar.from_ical(answer.content).walk("VEVENT")) > 3
    assert answer.headers["x-robots-tag"] == "noindex, nofollow"
    assert answer.headers["cache-control"] == "private, max-age=3600"


def test_reading_it_changes_nothing(pages: Pages) -> None:
    path = address(pages.app)
    before = dump(pages.app)
    assert (got(pages, path).status_code, pages.client.head(path).status_code) == (200, 200)
    assert pages.client.post(path).status_code == 405
    assert dump(pages.app) == before


def test_who_has_it_already_is_told_so_until_a_date_moves(pages: Pages) -> None:
    path = address(pages.app)
    etag = got(pages, path).headers["etag"]
    assert got(pages, path, **{"if-none-match": etag}).status_code == 304
    extended(pages.app, 9, "2023-07-05", "2023-07-14")
    assert got(pages, path, **{"if-none-match": etag}).status_code == 200


def test_one_that_was_taken_back_is_gone(pages: Pages) -> None:
    path = address(pages.app)
    with pages.app.transaction() as session:
        feeds.revoke(session, pages.app.rules, 1, by="Coordinación", now=at("2023-07-05"))
    answer = got(pages, path)
    assert (answer.status_code, "miércoles 5 de julio de 2023" in answer.text) == (410, True)


@pytest.mark.parametrize("token", ["x" * 43, "-", "x" * 5000, "%00"])
def test_no_other_address_opens_anything(pages: Pages, token: str) -> None:
    assert got(pages, f"/calendario/{token}.ics").status_code == 404


def test_a_teams_link_opens_no_calendar_and_a_calendars_key_no_page(pages: Pages) -> None:
    path = address(pages.app)
    assert got(pages, f"/calendario/{pages.link.token}.ics").status_code == 404
    assert got(pages, path.replace("/calendario/", "/r/").removesuffix(".ics")).status_code == 404


def test_another_entitys_calendar_is_not_known_here(pages: Pages) -> None:
    with pages.app.transaction() as session:
        other = entities.ensure_entity(session, "otra", "Otra entidad", None)
        its = {"token_sha256": token_sha256("o" * 43), "at": at("2023-07-04"), "by": "x"}
        calendar_feeds.add_feed(session, other, None, **its)  # type: ignore[arg-type]  # texts and a moment
    assert got(pages, f"/calendario/{'o' * 43}.ics").status_code == 404


def test_who_guesses_waits_and_who_has_an_address_does_not(pages: Pages) -> None:
    path = address(pages.app)
    statuses = [got(pages, f"/calendario/{number}.ics").status_code for number in range(11)]
    assert statuses == [404] * 10 + [429]
    assert got(pages, path).status_code == 200


def test_no_key_is_logged(pages: Pages, caplog: pytest.LogCaptureFixture) -> None:
    path = address(pages.app)
    with caplog.at_level(logging.INFO, "gdflow.web"):
        got(pages, path)
    assert "/calendario/…" in caplog.text
    assert path.removeprefix("/calendario/").removesuffix(".ics") not in caplog.text
