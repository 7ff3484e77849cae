"""Who may reach what: every route, asked for by every kind of link, about every thing of others."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from starlette.routing import Route

from gdflow.app import App
from gdflow.services import links
from tests.support.cast import USO, at
from tests.support.web import JPEG, Pages, dump, opened, pages_of

USO_ROW = 18
Asked = tuple[str, str]
"""A method and a path."""


@pytest.fixture
def theirs(installed: App, pages: Pages) -> Pages:
    """The page of the other team, which has sent evidence."""
    found = opened(installed, USO)
    assert found.send(USO_ROW, "/evidencia", files={"archivos": ("plan.jpg", JPEG)}).status_code == 303
    return found


def evidence_id(pages: Pages) -> str:
    found = re.search(r"/evidencia/(\d+)\"", pages.page())
    assert found
    return found[1]


def asked(pages: Pages, token: str, uid: str, evidence: str) -> Iterator[Asked]:
    """Every route that needs a link."""
    for route in pages.client.app.routes:  # type: ignore[attr-defined]  # a FastAPI
        if isinstance(route, Route) and "{token}" in route.path:
            path = route.path.replace("{token}", token).replace("{uid}", uid).replace("{id:int}", evidence)
            for method in sorted(route.methods or ()):
                yield method, path


def statuses(pages: Pages, requests: Iterator[Asked]) -> dict[Asked, int]:
    # Not counted as guesses of one caller: each request is another's.
    found = {}
    for method, path in requests:
        pages.hours.seconds += 3600
        found[method, path] = pages.client.request(
            method, path, files={"x": b"x"} if method == "POST" else None
        ).status_code
    return found


@pytest.mark.parametrize("kind", ["garbage", "empty-looking", "revoked", "expired", "of another entity"])
def test_no_route_opens_to_a_link_that_does_not_serve(pages: Pages, theirs: Pages, kind: str) -> None:
    token, status = pages.link.token, 404
    if kind == "revoked":
        with pages.app.transaction() as session:
            links.revoke(session, pages.app.rules, pages.link.id, by="Planeación", now=pages.hours.now)
        status = 403
    elif kind == "expired":
        pages.hours.now, status = pages.link.expires_at, 403
    else:
        token = {"garbage": "x" * 43, "empty-looking": "-", "of another entity": pages.link.token[::-1]}[kind]
    before = dump(pages.app)
    answers = statuses(pages, asked(pages, token, pages.line(10).uid, "1"))
    assert len(answers) >= 14
    assert {key: found for key, found in answers.items() if found != status} == {}
    assert dump(pages.app) == before


def test_no_route_shows_or_changes_what_is_another_teams(pages: Pages, theirs: Pages) -> None:
    before = dump(pages.app)
    foreign = asked(pages, pages.link.token, pages.line(USO_ROW).uid, evidence_id(theirs))
    answers = {key: found for key, found in statuses(pages, foreign).items() if key[1].count("/") > 2}
    own = {f"{pages.path}/formulario"}
    assert {key: found for key, found in answers.items() if found != 404 and key[1] not in own} == {}
    assert dump(pages.app) == before


def test_evidence_of_another_line_is_not_taken_back_under_this_one(pages: Pages) -> None:
    pages.send(10, "/evidencia", files={"archivos": ("acta.jpg", JPEG)})
    wrong = pages.at_line(11, f"/evidencia/{evidence_id(pages)}/retirar")
    assert pages.client.post(wrong).status_code == 404
    assert "acta.jpg" in pages.card(10)


def test_a_link_answers_for_its_own_period_alone(pages: Pages) -> None:
    pages.report(10, "3")
    with pages.app.transaction() as session:
        later = links.issue(session, pages.app.rules, pages.line(10).team_id or 0, "2023-Q3", now=pages.hours.now)
    third = pages_of(pages.app, later)
    assert "Sin reportar" in third.card(10)
    assert "Enviada" in pages.card(10)


def test_a_link_serves_to_the_end_of_the_grace(pages: Pages) -> None:
    # The quarter closes on Monday 17 July; the 20th is a holiday; five business days later is the 25th.
    assert pages.link.expires_at == at("2023-07-26", 0)
    pages.hours.now = pages.link.expires_at - timedelta(seconds=1)
    assert "ya no se reciben cambios" in pages.page()
