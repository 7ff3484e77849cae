"""Mail scanners open links: nothing that is asked for by GET or HEAD may change anything."""

import re

import pytest
from starlette.routing import Mount, Route, WebSocketRoute

from gdflow.web.machines import METRICS
from tests.support.web import JPEG, Pages, dump
from tests.web.routes import BY_LINK, OPEN, every_route, filled


def readable(pages: Pages) -> list[str]:
    """Every path that can be asked for by GET, filled with what the link may see."""
    pages.send(10, "/evidencia", files={"archivos": ("acta.jpg", JPEG)})
    evidence = re.search(r"/evidencia/(\d+)\"", pages.page())
    asset = re.search(r"/estaticos/([^\"]+)", pages.page())
    assert evidence
    assert asset
    values = {"token": pages.link.token, "uid": pages.line(10).uid, "id": evidence[1], "name": asset[1]}
    # What machines ask in secret has a test of its own.
    known = OPEN - {METRICS}
    reached = [each for each in every_route(pages.client) if each.path in known or each.path.startswith(BY_LINK)]
    gets = [filled(route, values) for route in reached if "GET" in (route.methods or ())]
    assert len(gets) >= 6
    return gets


def test_no_get_and_no_head_changes_anything(pages: Pages) -> None:
    paths = readable(pages)
    before = dump(pages.app)
    for path in [*paths, *(f"{path}?linea={pages.line(10).uid}&cantidad=3&libro=recibido" for path in paths)]:
        for _ in range(2):
            assert (path, pages.client.get(path).status_code) == (path, 200)
            assert (path, pages.client.head(path).status_code) == (path, 200)
    assert dump(pages.app) == before


def test_every_change_is_asked_for_by_post_alone(pages: Pages) -> None:
    methods = {frozenset(route.methods or ()) for route in every_route(pages.client)}
    assert methods == {frozenset({"GET", "HEAD"}), frozenset({"POST"})}


def test_what_is_sent_by_get_is_not_taken(pages: Pages) -> None:
    before = dump(pages.app)
    assert pages.client.get(pages.at_line(10), params={"cantidad": "3"}).status_code == 405
    assert dump(pages.app) == before


@pytest.mark.parametrize(
    "route",
    [
        Route("/lo-nuevo", print),
        Route("/r/{token}/cosas/{cosa}", print),
        WebSocketRoute("/r/{token}/vivo", print),
        Mount("/api", routes=[Route("/nada", print)]),
    ],
    ids=["of a new place", "of a new name", "of another kind", "mounted"],
)
def test_a_route_that_is_added_and_forgotten_here_is_noticed(pages: Pages, route: Route) -> None:
    pages.client.app.routes.append(route)  # type: ignore[attr-defined]  # a FastAPI
    with pytest.raises(AssertionError, match=r"walked by no test|for whom|fill in"):
        list(every_route(pages.client))
