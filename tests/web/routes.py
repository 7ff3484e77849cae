"""Every route that the site has, with who may ask for it: what is not known here fails the tests that walk them."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from starlette.routing import Route

from gdflow.domain.access import Act
from gdflow.services.api_tables import TABLES

OPEN = frozenset({"/salud", "/metrics", "/estaticos/{name}"})
"""What anybody may ask for: it tells nothing of any team."""
BY_LINK = "/r/{token}"
DOOR = frozenset({"/", "/entrar", "/entrar/codigo", "/entrar/clave/{token}", "/salir"}) | {
    "/entrar/entidad",
    "/entrar/entidad/vuelta",
}
"""Where people come in and go out; tests of their own hold what opens there."""
BEHIND: Mapping[tuple[str, str], Act] = {
    ("GET", "/tablero"): Act.SEE,
    ("POST", "/tablero/descargar"): Act.SEE,
    ("GET", "/tablero/recordar"): Act.REMIND,
    ("POST", "/tablero/recordar"): Act.REMIND,
    ("GET", "/lineas/{uid}"): Act.SEE,
    ("POST", "/lineas/{uid}/decidir"): Act.DECIDE,
    ("GET", "/recordatorios"): Act.SEE,
    ("GET", "/recordatorios/por-que/{uid}"): Act.SEE,
    ("GET", "/recordatorios/simular"): Act.SEE,
    ("POST", "/recordatorios/{id:int}/decidir"): Act.REMIND,
    ("GET", "/revision"): Act.REVIEW,
    ("POST", "/revision/aceptar"): Act.REVIEW,
    ("POST", "/revision/devolver"): Act.REVIEW,
    ("POST", "/revision/{id:int}/aceptar"): Act.REVIEW,
    ("POST", "/revision/{id:int}/devolver"): Act.REVIEW,
    ("GET", "/evidencia/{id:int}"): Act.SEE,
    ("GET", "/revision/cuarentena"): Act.REVIEW,
    ("GET", "/revision/cuarentena/archivos/{id:int}"): Act.REVIEW,
    ("POST", "/revision/cuarentena/archivos/{id:int}/aceptar"): Act.DECIDE,
    ("POST", "/revision/cuarentena/archivos/{id:int}/descartar"): Act.DECIDE,
    ("POST", "/revision/cuarentena/correos/{id:int}/aceptar"): Act.DECIDE,
    ("POST", "/revision/cuarentena/correos/{id:int}/rechazar"): Act.DECIDE,
    ("GET", "/periodos"): Act.SEE,
    ("GET", "/periodos/{plan}/{key}"): Act.SEE,
    ("POST", "/periodos/{plan}/{key}/cerrar"): Act.CLOSE,
    ("POST", "/periodos/{plan}/{key}/reabrir"): Act.CLOSE,
    ("GET", "/periodos/{plan}/{key}/cierres/{number:int}"): Act.SEE,
    ("GET", "/periodos/{plan}/{key}/cierres/{number:int}/{name}"): Act.SEE,
    ("POST", "/periodos/{plan}/{key}/cierres/{number:int}/informes"): Act.CLOSE,
    ("GET", "/informes"): Act.SEE,
    ("POST", "/informes/corte"): Act.SEE,
    ("GET", "/trabajos/{id:int}"): Act.SEE,
    ("GET", "/trabajos/{id:int}/avance"): Act.SEE,
    ("POST", "/trabajos/{id:int}/repetir"): Act.SEE,
    ("GET", "/importar"): Act.IMPORT,
    ("POST", "/importar"): Act.IMPORT,
    ("GET", "/importar/{id:int}"): Act.IMPORT,
    ("POST", "/importar/{id:int}/lectura"): Act.IMPORT,
    ("POST", "/importar/{id:int}/decidir"): Act.IMPORT,
    ("POST", "/importar/{id:int}/confirmar"): Act.IMPORT,
    ("POST", "/importar/{id:int}/descartar"): Act.IMPORT,
    ("POST", "/importar/{id:int}/revision"): Act.IMPORT,
    ("GET", "/equipos"): Act.CONTACTS,
    ("POST", "/equipos"): Act.CONTACTS,
    ("POST", "/equipos/directorio"): Act.CONTACTS,
    ("GET", "/equipos/cobertura"): Act.CONTACTS,
    ("GET", "/equipos/{id:int}"): Act.CONTACTS,
    ("POST", "/equipos/{id:int}/contactos"): Act.CONTACTS,
    ("POST", "/equipos/{id:int}/contactos/quitar"): Act.CONTACTS,
    ("POST", "/equipos/{id:int}/ausencia"): Act.CONTACTS,
    ("POST", "/equipos/{id:int}/regreso"): Act.CONTACTS,
    ("POST", "/equipos/{id:int}/perdonar"): Act.CONTACTS,
    ("POST", "/equipos/{id:int}/enlaces"): Act.CONTACTS,
    ("POST", "/equipos/{id:int}/enlaces/retirar"): Act.CONTACTS,
    ("POST", "/equipos/{id:int}/calendario"): Act.CONTACTS,
    ("POST", "/equipos/{id:int}/calendario/retirar"): Act.CONTACTS,
    ("GET", "/politica"): Act.SEE,
    ("GET", "/calidad"): Act.SEE,
    ("GET", "/configuracion"): Act.SETTINGS,
    ("GET", "/webhooks"): Act.SETTINGS,
    ("POST", "/webhooks/{id:int}/probar"): Act.SETTINGS,
    ("GET", "/cuenta"): Act.SEE,
    ("POST", "/cuenta/clave"): Act.SEE,
    ("POST", "/cuenta/codigo"): Act.SEE,
    ("POST", "/cuenta/codigo/activar"): Act.SEE,
    ("POST", "/cuenta/codigo/quitar"): Act.SEE,
    ("POST", "/cuenta/sesiones"): Act.SEE,
    ("POST", "/cuenta/sesiones/{id:int}"): Act.SEE,
    ("GET", "/cuentas"): Act.ACCOUNTS,
    ("POST", "/cuentas"): Act.ACCOUNTS,
    ("POST", "/cuentas/{id:int}/activar"): Act.ACCOUNTS,
    ("POST", "/cuentas/{id:int}/desactivar"): Act.ACCOUNTS,
    ("POST", "/cuentas/{id:int}/perfil"): Act.ACCOUNTS,
    ("POST", "/cuentas/{id:int}/quitar-codigo"): Act.ACCOUNTS,
    ("POST", "/cuentas/{id:int}/cerrar-sesiones"): Act.ACCOUNTS,
    ("POST", "/cuentas/{id:int}/enlace"): Act.ACCOUNTS,
}
"""What is behind the sign-in, with the act that it needs."""
PUBLIC = frozenset({"/transparencia", "/transparencia/{path:path}", "/robots.txt"})
"""What anybody may ask for where the entity publishes; tests/web/test_public_pages.py walks all that is there."""
FEED = frozenset({"/calendario/{token}.ics"})
"""What a calendar's own address opens, and no team's link; tests/web/test_feeds.py holds it."""
API_OPEN = frozenset({"/api/v1/", "/api/v1/openapi.json"})
"""What describes the API: it tells nothing but what there is to ask for."""
API = frozenset(f"/api/v1/{table.name}.{form}" for table in TABLES for form in ("json", "csv"))
"""What a program reads with a key of its own, by GET alone; tests/web/test_api.py walks all of it."""
NAMES = frozenset({"token", "uid", "id", "name", "path", "plan", "key", "number"})
"""What a path can name, and the tests know how to fill in with what is one's own and what is another's."""


def every_route(client: Any) -> Iterator[Route]:
    """Every route of the site; fails for one of a kind, a place or a name that no test walks."""
    for route in client.app.routes:
        assert type(route) is Route, f"{route}: what is mounted or added by a router is walked by no test"
        assert (
            route.path in OPEN | DOOR | PUBLIC | FEED | API_OPEN | API
            or route.path.startswith(BY_LINK)
            or is_behind(route)
        ), f"{route.path}: say in tests/web/routes.py for whom"
        assert names_in(route) <= NAMES, f"{route.path}: no test knows what to fill in"
        yield route


def by_link(client: Any) -> list[Route]:
    """The routes that a link opens."""
    return [route for route in every_route(client) if route.path.startswith(BY_LINK)]


def behind(client: Any) -> list[Route]:
    """The routes behind the sign-in."""
    return [route for route in every_route(client) if is_behind(route)]


def is_behind(route: Route) -> bool:
    """Whether a route is behind the sign-in, by the table above."""
    return (method_of(route), route.path) in BEHIND


def method_of(route: Route) -> str:
    """GET, or the one method by which something is changed."""
    return "GET" if "GET" in (route.methods or ()) else next(iter(route.methods or ()), "")


def names_in(route: Route) -> set[str]:
    """What a path names."""
    return set(route.param_convertors)


def filled(route: Route, values: Mapping[str, str]) -> str:
    """The path with values in place of names."""
    return re.sub(r"\{(\w+)(:\w+)?\}", lambda found: values[found[1]], route.path)
