"""Which addresses of Apprise lead to a chat: one target, outside this machine, not a mail and not Teams."""

import ipaddress
import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gdflow.domain.errors import ConfigError

if TYPE_CHECKING:
    from apprise import NotifyBase

LOCAL = frozenset({"blink1", "dbus", "file", "glib", "gnome", "kde", "macosx", "qt", "syslog", "windows"})
MAIL, TEAMS = frozenset({"mailto", "mailtos"}), frozenset({"workflow", "workflows"})
INSIDE = ("localhost", ".localhost", ".local", ".internal", ".lan", ".intranet", ".home.arpa")


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """One address of Apprise and what it may do; see AppriseChannel."""

    name: str
    url: str = field(repr=False)
    allow_private: bool
    connect_timeout: float
    read_timeout: float


def notifier(settings: ChatSettings) -> "NotifyBase":
    """A fresh notifier: one that is used twice in a row sleeps 5.5 seconds between. Raises ConfigError."""
    _check_schema(settings)
    made = _made(settings)
    _check_kind(settings, made)
    if len(made) > 1:
        raise ConfigError("chat_url_is_many", channel=settings.name, targets=len(made))
    if "host" in made.template_tokens and not settings.allow_private and is_inside(str(made.host)):
        raise ConfigError("chat_host_private", channel=settings.name, host=made.host)
    return made


def _made(settings: ChatSettings) -> "NotifyBase":
    """The notifier as Apprise reads the address, its switches set as our promises need them."""
    from apprise import Apprise, OverflowMode  # so late: it takes a fifth of a second, and few need it

    with _unheard():
        made = Apprise.instantiate(settings.url)
    if made is None:
        raise ConfigError("chat_url_unreadable", channel=settings.name)
    made.socket_connect_timeout, made.socket_read_timeout = settings.connect_timeout, settings.read_timeout
    made.retry, made.optional = 0, False  # the outbox repeats, and a failure is one
    made.redirects, made.verify_certificate = False, True
    made.overflow_mode = OverflowMode.TRUNCATE  # one message, never three
    return made


def _check_schema(settings: ChatSettings) -> None:
    schema = settings.url.partition(":")[0].strip().lower()
    for schemas, code in ((MAIL, "chat_url_is_mail"), (TEAMS, "chat_url_is_teams"), (LOCAL, "chat_url_is_local")):
        if schema in schemas:
            raise ConfigError(code, channel=settings.name, schema=schema)


def _check_kind(settings: ChatSettings, made: "NotifyBase") -> None:
    """The same by what Apprise made of it: it also knows the addresses as the services themselves print them."""
    kind = type(made).__module__
    if kind.startswith("apprise.plugins.workflows"):
        raise ConfigError("chat_url_is_teams", channel=settings.name)
    if kind.startswith("apprise.plugins.email"):
        raise ConfigError("chat_url_is_mail", channel=settings.name)
    if not kind.startswith("apprise.plugins."):
        raise ConfigError("chat_url_is_local", channel=settings.name, schema=made.app_id)


def is_inside(host: str) -> bool:
    """Whether a host, by its name or number, is of this machine or the own network. No name is looked up."""
    name = host.strip("[]").rstrip(".").lower()
    try:
        return not ipaddress.ip_address(name).is_global
    except ValueError:
        pass
    try:
        return not ipaddress.ip_address(socket.inet_aton(name)).is_global  # 127.1 and 2130706433 are numbers too
    except OSError:
        return "." not in name or name.endswith(INSIDE)


@contextmanager
def _unheard() -> Iterator[None]:
    """Silence Apprise while it reads an address: what it cannot read it prints as a warning, key and all."""
    logger = logging.getLogger("apprise")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before
