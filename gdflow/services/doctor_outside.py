"""Whether those on whom an installation depends answer: the mail, the mailbox, its own page from outside, Prefect."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

from gdflow.channels.orchestrator import Server, version_of
from gdflow.channels.reach import ask_health, good_until
from gdflow.domain.errors import GdflowError
from gdflow.services.doctor_check import Check
from gdflow.services.orchestration import server_of
from gdflow.services.post import Post
from gdflow.settings import Settings
from gdflow.spanish.messages import say

SKEW = timedelta(minutes=2)
SOON = timedelta(days=15)


class Surroundings(Protocol):
    """What is asked of an installation to ask others."""

    home: Path
    settings: Settings

    def greet_mail_server(self) -> None:
        """Go in at the mail server and leave again. Raises GdflowError."""

    def post(self) -> Post | None:
        """How the mailbox is read."""


def outside_checks(app: Surroundings, *, now: datetime) -> Iterator[Check]:
    """What can only be learnt by asking; each is asked once, and nothing is sent."""
    if app.settings.mail.mode == "smtp":
        yield _mail_server(app)
    post = app.post()
    if post is not None:
        yield _mailbox(post)
    if app.settings.web.public_url is not None:
        yield from _page(app.settings.web.public_url, _trust(app), now)
    server = server_of(app.settings)
    if server is not None:
        yield _prefect(server)


def _mail_server(app: Surroundings) -> Check:
    what = "Servidor de correo"
    try:
        app.greet_mail_server()
    except GdflowError as error:
        return Check(what, False, say(error), "Revise mail.host, mail.port, mail.security, el usuario y su clave.")
    return Check(what, True, f"deja entrar ({app.settings.mail.host}:{app.settings.mail.port})")


def _mailbox(post: Post) -> Check:
    try:
        with post.open():
            pass
    except GdflowError as error:
        mend = "Revise imap.host, imap.port, imap.security, el usuario y su clave."
        return Check("Buzón abierto", False, say(error), mend)
    return Check("Buzón abierto", True, "se puede abrir")


def _page(address: str, trust: Path | None, now: datetime) -> Iterator[Check]:
    try:
        answer = ask_health(address, trust)
    except OSError as error:
        mend = (
            "Compruebe que las páginas estén encendidas, que el servidor intermedio (Caddy, nginx, IIS) lleve a ellas, "
            "y que este servidor pueda llegar a su propia dirección."
        )
        yield Check("Página desde afuera", False, f"{address} no responde ({type(error).__name__})", mend)
        return
    if not answer.is_ours:
        mend = "Corrija web.public_url, o la dirección a la que lleva el servidor intermedio."
        yield Check("Página desde afuera", False, f"en {address} responde otro programa", mend)
        return
    yield Check("Página desde afuera", True, address)
    if answer.at is not None and abs(answer.at - now) > SKEW:
        found = f"difiere {abs(answer.at - now).total_seconds() / 60:.0f} minutos de la de {address}"
        yield Check("Hora del servidor", False, found, "Ponga en hora ambos: timedatectl set-ntp true.")
    yield from _certificate(address, trust, now)


def _certificate(address: str, trust: Path | None, now: datetime) -> Iterator[Check]:
    until = good_until(address, trust)
    if until is not None:
        soon, shown = until - now < SOON, f"vale hasta el {until.date().isoformat()}"
        mend = "Renuévelo, y compruebe que la renovación automática funcione (certbot renew --dry-run)." if soon else ""
        yield Check("Certificado de la página", not soon, shown, mend)


def _prefect(server: Server) -> Check:
    own = version("prefect")
    try:
        found = version_of(server)
    except GdflowError as error:
        mend = "Encienda «gdflow serve», o revise orchestrator.url y orchestrator.auth."
        return Check("Prefect", False, say(error), mend)
    if found.split(".")[:2] != own.split(".")[:2]:
        mend = f"Ponga la misma versión en el servidor y en quien hace las corridas: {own}."
        return Check("Prefect", False, f"el servidor es {found} y aquí está {own}", mend)
    return Check("Prefect", True, f"{found}, como aquí")


def _trust(app: Surroundings) -> Path | None:
    """The authority of the entity's own servers, where it has one."""
    return app.home / app.settings.mail.ca_file if app.settings.mail.ca_file else None
