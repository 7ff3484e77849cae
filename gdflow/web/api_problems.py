"""What the API says instead of an answer: a problem in JSON (RFC 9457), with the parameter, what came and what may."""

import json

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from gdflow.domain.errors import GdflowError, InputError, NotFoundError
from gdflow.services.api_tables import ROOT
from gdflow.spanish.messages import say
from gdflow.web.site import TooManyError

MEDIA_TYPE = "application/problem+json"
NO_KEY = "unknown_read_token"
CHALLENGES = ('Bearer realm="gdflow"', 'Basic realm="gdflow", charset="UTF-8"')
FACTS = ("parameter", "found", "expected")
KEY_NEEDED = f"Muestre una llave que sirva, en el encabezado «Authorization»; en {ROOT} dice cómo."
NOT_HERE = f"Esa dirección no existe; en {ROOT} están las que hay."
NOT_SO = "Aquí solo se lee, con GET."
AGAIN = "Espere {wait} s e inténtelo de nuevo."


def of_api(request: Request) -> bool:
    """Whether a program asks, which wants no page."""
    return request.url.path.startswith(ROOT)


def problem(error: Exception, status: int, title: str, text: str) -> Response:
    """An error as a program is told it. status, title, text: what people are told where a program is told no more."""
    status, title, text = _told(error, status, title, text)
    told = {"type": "about:blank", "title": title, "status": status, "detail": text, **_facts(error)}
    response = Response(json.dumps(told, ensure_ascii=False) + "\n", status, media_type=MEDIA_TYPE)
    for challenge in CHALLENGES if status == 401 else ():
        response.headers.append("www-authenticate", challenge)
    if isinstance(error, TooManyError):
        response.headers["retry-after"] = str(error.wait)
    if isinstance(error, HTTPException):
        response.headers.update(error.headers or {})
    return response


def _told(error: Exception, status: int, title: str, text: str) -> tuple[int, str, str]:
    if isinstance(error, TooManyError):
        return status, title, AGAIN.format(wait=error.wait)
    if isinstance(error, HTTPException):
        return status, title, NOT_HERE if status == 404 else NOT_SO
    if isinstance(error, GdflowError):
        return _of_the_house(error, status, title, text)
    return status, title, text


def _of_the_house(error: GdflowError, status: int, title: str, text: str) -> tuple[int, str, str]:
    if error.code == NO_KEY:
        return 401, "Falta una llave de lectura", f"{say(error)} {KEY_NEEDED}"
    if isinstance(error, NotFoundError):
        return 404, "No existe", say(error)
    return (400, "No se entendió la solicitud", say(error)) if isinstance(error, InputError) else (status, title, text)


def _facts(error: Exception) -> dict[str, str]:
    facts = error.facts if isinstance(error, GdflowError) else {}
    return {name: str(facts[name]) for name in FACTS if name in facts}
