"""Who may reach what: every route, asked for by every kind of link, about every thing of others."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

import pytest

from gdflow.app import App
from gdflow.domain import keys
from gdflow.services import links
from gdflow.storage import entities, people, team_links
from tests.support.cast import USO, at
from tests.support.web import JPEG, PERIOD, Pages, dump, opened, pages_of
from tests.web.routes import by_link, filled, names_in

OWN_ROW, USO_ROW = 10, 18
Asked = tuple[str, str]
"""A method and a path."""
SEEN_OR_SENT = frozenset({200, 303, 422})


@pytest.fixture
def theirs(installed: App, pages: Pages) -> Pages:
    """The page of the other team, which has sent evidence; so has the team itself."""
    found = opened(installed, USO)
    assert found.send(USO_ROW, "/evidencia", files={"archivos": ("plan.jpg", JPEG)}).status_code == 303
    assert pages.send(OWN_ROW, "/evidencia", files={"archivos": ("acta.jpg", JPEG)}).status_code == 303
    return found


def things(pages: Pages, row: int) -> dict[str, str]:
    """What the paths of a team's own page name."""
    evidence = re.search(r"/evidencia/(\d+)\"", pages.page())
    assert evidence
    return {"token": pages.link.token, "uid": pages.line(row).uid, "id": evidence[1]}


def asked(pages: Pages, values: Mapping[str, str]) -> Iterator[Asked]:
    """Every route that needs a link, by every method."""
    for route in by_link(pages.client):
        for method in sorted(route.methods or ()):
            yield method, filled(route, values)


def statuses(pages: Pages, requests: Iterable[Asked]) -> dict[Asked, int]:
    # Not counted as guesses of one caller: each request is another's.
    found = {}
    for method, path in requests:
        pages.hours.seconds += 3600
        found[method, path] = pages.client.request(
            method, path, files={"x": b"x"} if method == "POST" else None
        ).status_code
    return found


def test_every_route_opens_to_the_link_whose_it_is(pages: Pages, theirs: Pages) -> None:
    # Without this, a path that names nothing that exists would pass for one that is refused.
    answers = statuses(pages, asked(pages, things(pages, OWN_ROW)))
    assert len(answers) >= 14
    assert {key: found for key, found in answers.items() if found not in SEEN_OR_SENT} == {}


def of_another_entity(app: App) -> str:
    """The token of a link that serves, in another entity of the same database."""
    with app.transaction() as session:
        other = entities.ensure_entity(session, "otra", "Otra entidad", None)
        team_id, token = people.ensure_team(session, other, "Otro equipo"), keys.token_sha256("o" * 43)
        given = team_links.NewLink(team_id, PERIOD, token, at("2024-07-04"))
        team_links.add_links(session, other, [given], at=at("2023-07-04"))
    return "o" * 43


@pytest.mark.parametrize("kind", ["garbage", "empty-looking", "revoked", "expired", "of another entity"])
def test_no_route_opens_to_a_link_that_does_not_serve(pages: Pages, theirs: Pages, kind: str) -> None:
    values, status = things(pages, OWN_ROW), 404
    if kind == "revoked":
        with pages.app.transaction() as session:
            links.revoke(session, pages.app.rules, pages.link.id, by="Planeación", now=pages.hours.now)
        status = 403
    elif kind == "expired":
        pages.hours.now, status = pages.link.expires_at, 403
    else:
        tokens = {"garbage": "x" * 43, "empty-looking": "-"}
        values["token"] = tokens.get(kind) or of_another_entity(pages.app)
    before = dump(pages.app)
    answers = statuses(pages, asked(pages, values))
    assert len(answers) >= 14
    assert {key: found for key, found in answers.items() if found != status} == {}
    assert dump(pages.app) == before


@pytest.mark.parametrize("foreign", [{"uid", "id"}, {"uid"}, {"id"}], ids=["line and file", "line", "file"])
def test_no_route_shows_or_changes_what_is_another_teams(pages: Pages, theirs: Pages, foreign: set[str]) -> None:
    own, other = things(pages, OWN_ROW), things(theirs, USO_ROW)
    values = {name: other[name] if name in foreign else own[name] for name in own}
    before = dump(pages.app)
    concerned = [route for route in by_link(pages.client) if names_in(route) & foreign]
    walked = ((method, filled(route, values)) for route in concerned for method in sorted(route.methods or ()))
    answers = statuses(pages, walked)
    assert len(answers) >= 3
    assert {key: found for key, found in answers.items() if found != 404} == {}
    assert dump(pages.app) == before


def test_evidence_of_another_line_is_not_taken_back_under_this_one(pages: Pages) -> None:
    pages.send(OWN_ROW, "/evidencia", files={"archivos": ("acta.jpg", JPEG)})
    wrong = pages.at_line(11, f"/evidencia/{things(pages, OWN_ROW)['id']}/retirar")
    assert pages.client.post(wrong).status_code == 404
    assert "acta.jpg" in pages.card(OWN_ROW)


def test_a_link_answers_for_its_own_period_alone(pages: Pages) -> None:
    pages.report(10, "3")
    with pages.app.transaction() as session:
        later = links.issue(session, pages.app.rules, pages.line(10).team_id or 0, "2023-Q3", now=pages.hours.now)
    third = pages_of(pages.app, later)
    assert "Sin reportar" in third.card(10)
    assert "Enviada" in pages.card(10)


def test_evidence_of_another_period_is_not_reached(pages: Pages, theirs: Pages) -> None:
    with pages.app.transaction() as session:
        later = links.issue(session, pages.app.rules, pages.line(10).team_id or 0, "2023-Q3", now=pages.hours.now)
    third, own = pages_of(pages.app, later), things(pages, OWN_ROW)
    values = own | {"token": later.token}
    walked = [route for route in by_link(pages.client) if "id" in names_in(route)]
    answers = statuses(third, ((next(iter(route.methods or ())), filled(route, values)) for route in walked))
    assert set(answers.values()) == {404}


def test_a_link_serves_to_the_end_of_the_grace(pages: Pages) -> None:
    # The quarter closes on Monday 17 July; the 20th is a holiday; five business days later is the 25th.
    assert pages.link.expires_at == at("2023-07-26", 0)
    pages.hours.now = pages.link.expires_at - timedelta(seconds=1)
    assert "ya no se reciben cambios" in pages.page()
