"""Every route that the site has, with who may ask for it: what is not known here fails the tests that walk them."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from starlette.routing import Route

OPEN = frozenset({"/salud", "/estaticos/{name}"})
"""What anybody may ask for: it tells nothing of any team."""
BY_LINK = "/r/{token}"
NAMES = frozenset({"token", "uid", "id", "name"})
"""What a path can name, and the tests know how to fill in with what is one's own and what is another's."""


def every_route(client: Any) -> Iterator[Route]:
    """Every route of the site; fails for one of a kind, a place or a name that no test walks."""
    for route in client.app.routes:
        assert type(route) is Route, f"{route}: what is mounted or added by a router is walked by no test"
        assert route.path in OPEN or route.path.startswith(BY_LINK), (
            f"{route.path}: say in tests/web/routes.py for whom"
        )
        assert names_in(route) <= NAMES, f"{route.path}: no test knows what to fill in"
        yield route


def by_link(client: Any) -> list[Route]:
    """The routes that a link opens."""
    return [route for route in every_route(client) if route.path not in OPEN]


def names_in(route: Route) -> set[str]:
    """What a path names."""
    return set(route.param_convertors)


def filled(route: Route, values: Mapping[str, str]) -> str:
    """The path with values in place of names."""
    return re.sub(r"\{(\w+)(:\w+)?\}", lambda found: values[found[1]], route.path)
