"""Mail scanners open links: nothing that is asked for by GET or HEAD may change anything."""

import re

from starlette.routing import Route

from tests.support.web import JPEG, Pages, dump


def readable(pages: Pages) -> list[str]:
    """Every path that can be asked for by GET, filled with what the link may see."""
    pages.send(10, "/evidencia", files={"archivos": ("acta.jpg", JPEG)})
    evidence = re.search(r"/evidencia/(\d+)\"", pages.page())
    asset = re.search(r"/estaticos/([^\"]+)", pages.page())
    assert evidence
    assert asset
    values = {"token": pages.link.token, "uid": pages.line(10).uid, "id:int": evidence[1], "name": asset[1]}
    routes = [route for route in pages.client.app.routes if isinstance(route, Route)]  # type: ignore[attr-defined]  # a FastAPI
    gets = [route.path for route in routes if "GET" in (route.methods or ())]
    assert len(gets) >= 6
    return [re.sub(r"\{([^}]+)\}", lambda name: values[name[1]], path) for path in gets]


def test_no_get_and_no_head_changes_anything(pages: Pages) -> None:
    paths = readable(pages)
    before = dump(pages.app)
    for path in [*paths, *(f"{path}?linea={pages.line(10).uid}&cantidad=3&libro=recibido" for path in paths)]:
        for _ in range(2):
            assert (path, pages.client.get(path).status_code) == (path, 200)
            assert (path, pages.client.head(path).status_code) == (path, 200)
    assert dump(pages.app) == before


def test_every_change_is_asked_for_by_post_alone(pages: Pages) -> None:
    routes = [route for route in pages.client.app.routes if isinstance(route, Route)]  # type: ignore[attr-defined]  # a FastAPI
    assert {frozenset(route.methods or ()) for route in routes} == {frozenset({"GET", "HEAD"}), frozenset({"POST"})}


def test_what_is_sent_by_get_is_not_taken(pages: Pages) -> None:
    before = dump(pages.app)
    assert pages.client.get(pages.at_line(10), params={"cantidad": "3"}).status_code == 405
    assert dump(pages.app) == before
