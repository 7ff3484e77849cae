"""What a page says instead of an answer: each error has its status and its sentence, and none shows a traceback."""

import errno
import logging
from collections.abc import Callable, Coroutine
from http import HTTPStatus
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from gdflow.domain.errors import ConfigError, ConflictError, GdflowError, InputError, NotFoundError
from gdflow.services import links
from gdflow.spanish.messages import say
from gdflow.web.api_problems import of_api, problem
from gdflow.web.guard import BodyTooLargeError, ForeignOriginError, without_key
from gdflow.web.incoming import TooSlowError
from gdflow.web.site import Site, TooManyError

SAID = frozenset({"unknown_link", "unknown_session", "unknown_account", "unknown_step"})
"""What is not there and has a sentence that helps in a browser; the others speak of commands."""
BY_LINK = "Abra de nuevo el enlace de su correo."
FROM_BOARD = "Abra de nuevo el enlace de su correo o, si tiene cuenta, vaya al tablero."
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM})
NOTHING_KEPT = (
    "No se pudo guardar lo que envió: el servidor no tiene espacio o no puede escribir. No se tomó ningún dato; "
    "inténtelo más tarde. Si sigue igual, avise a quien coordina."
)
log = logging.getLogger("gdflow.web")
Handler = Callable[[Request, Exception], Coroutine[Any, Any, Response]]
Said = tuple[int, str, str]
"""Status, heading and text."""


def handlers(site: Site) -> dict[int | type[Exception], Handler]:
    """How each kind of error is told."""

    def by(words: Callable[[Exception, str], Said]) -> Handler:
        async def tell(request: Request, error: Exception) -> Response:
            status, heading, text = words(error, _way_back(request))
            if of_api(request):
                return problem(error, status, heading, text)
            response = await run_in_threadpool(site.message, request, status, heading, text)
            if isinstance(error, TooManyError):
                response.headers["retry-after"] = str(error.wait)
            return response

        return tell

    told: dict[type[Exception], Callable[[Exception, str], Said]] = {
        BodyTooLargeError: lambda *_: (
            413,
            "Es demasiado grande",
            "Se reciben hasta 12 MB de una vez; envíelo por partes.",
        ),
        ForeignOriginError: lambda _, back: (
            403,
            "No se hizo ningún cambio",
            f"La solicitud vino de otro sitio. {back}",
        ),
        TooSlowError: lambda *_: (
            408,
            "La conexión es muy lenta",
            "Lo que enviaba no alcanzó a llegar; no se tomó. Inténtelo de nuevo.",
        ),
        TooManyError: _too_many,
        GdflowError: _of_the_house,
        OSError: _of_the_machine,
        HTTPException: _of_the_protocol,
        Exception: _unforeseen,
    }
    return {kind: by(words) for kind, words in told.items()}


def _way_back(request: Request) -> str:
    """Where whoever meets an error goes on: a team by its link, anybody else from the board."""
    return BY_LINK if request.url.path.startswith(links.PATH) else FROM_BOARD


def _too_many(error: Exception, _back: str) -> Said:
    wait = error.wait if isinstance(error, TooManyError) else 0
    return (
        429,
        "Demasiadas solicitudes",
        f"Espere {max(1, round(wait / 60))} min e inténtelo de nuevo. Lo ya enviado está a salvo.",
    )


def _of_the_house(error: Exception, back: str) -> Said:
    assert isinstance(error, GdflowError)  # noqa: S101  the table above says so
    if isinstance(error, NotFoundError):
        text = say(error) if error.code in SAID else f"Aquí no hay nada. {back}"
        return 404, "No existe esta página", text
    if isinstance(error, ConfigError):
        log.error("%s", say(error))
        return 507, "No se pudo guardar", NOTHING_KEPT
    if isinstance(error, ConflictError):
        link = error.code.startswith("link_")
        return (403, "Este enlace ya no sirve", say(error)) if link else (409, "No se puede hacer ahora", say(error))
    return (422, "No se pudo tomar", say(error)) if isinstance(error, InputError) else _unforeseen(error, back)


def _of_the_machine(error: Exception, back: str) -> Said:
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        log.error("%s", error.strerror)
        return 507, "No se pudo guardar", NOTHING_KEPT
    return _unforeseen(error, back)


def _of_the_protocol(error: Exception, back: str) -> Said:
    status = error.status_code if isinstance(error, HTTPException) else 500
    if status == HTTPStatus.NOT_FOUND:
        return 404, "No existe esta página", f"Aquí no hay nada. {back}"
    return status, "No se entendió la solicitud", f"{back} Inténtelo otra vez."


def _unforeseen(error: Exception, _back: str) -> Said:
    log.error("unforeseen: %s", without_key(repr(error)), exc_info=error)
    return 500, "Algo falló", "El fallo quedó anotado. Lo que ya se le confirmó está a salvo; inténtelo de nuevo."
