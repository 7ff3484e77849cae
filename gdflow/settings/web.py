"""The settings of the pages on which teams answer: where they are seen from outside, and where they listen."""

from ipaddress import ip_address, ip_network
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field

from gdflow.settings.section import Section, Text, refuse

LOOPBACK_NAMES = ("localhost", "localhost.localdomain")
CODE = "{code}"
"""Where the code of an entity stands in the pattern of addresses."""
USUAL_PORTS = {"http": ":80", "https": ":443"}


def a_public_url(text: str) -> str:
    """An address without path, query or end slash; in clear only on this very machine, for links are keys."""
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/") or parts.query:
        raise refuse("setting_not_public_url")
    if parts.scheme == "http" and not is_here(parts.hostname):
        raise refuse("setting_public_url_in_clear")
    return text.rstrip("/")


def a_pattern(text: str) -> str:
    """A public address in whose name the code of each entity has its place."""
    if (urlsplit(text).hostname or "").count(CODE) != 1:
        raise refuse("setting_no_place_for_code")
    return a_public_url(text)


def host_of(address: str) -> str:
    """The host of a public address as browsers name it in a request: in small letters, with an unusual port."""
    parts = urlsplit(address)
    return parts.netloc.lower().removesuffix(USUAL_PORTS.get(parts.scheme, ""))


def a_network(text: str) -> str:
    """An IP address or network, such as "10.0.0.0/8"."""
    try:
        ip_network(text)
    except ValueError as error:
        raise refuse("setting_not_network") from error
    return text


def is_here(host: str) -> bool:
    """Whether a name or address is this very machine's."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host in LOOPBACK_NAMES or host.endswith(".localhost")


class Web(Section):
    """La página en que responden los equipos."""

    public_url: Annotated[str, AfterValidator(a_public_url)] | None = Field(
        default=None,
        description="Dirección por la que los equipos llegan a la página, como https://planes.entidad.example; sin "
        "ella los correos no llevan enlace.",
    )
    entities_url: Annotated[str, AfterValidator(a_pattern)] | None = Field(
        default=None,
        description="Dirección de las páginas de cada entidad que la instalación atiende, con {code} en lugar de su "
        "código, como https://{code}.planes.nacion.example; una entidad puede tener otra en su propio web.public_url.",
    )
    host: Text = Field(default="127.0.0.1", description="Dirección en que atiende `gdflow web`.")
    port: int = Field(default=8000, ge=1, le=65535, description="Puerto en que atiende.")
    trusted_proxies: tuple[Annotated[str, AfterValidator(a_network)], ...] = Field(
        default=(),
        description="Direcciones o redes de los servidores intermedios cuyos encabezados X-Forwarded-For y "
        "X-Forwarded-Proto se creen.",
    )
