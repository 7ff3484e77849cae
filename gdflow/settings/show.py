"""The settings in force, told with where each was said; secrets are told only to be there."""

import re
from dataclasses import dataclass
from datetime import time
from typing import Any

from pydantic import SecretStr

from gdflow.settings.catalogue import SECRETS, Entry, entries
from gdflow.settings.model import Settings
from gdflow.settings.section import Section

HIDDEN = "********"
DEFAULT = "por omisión"
WHOLLY_SECRET = frozenset(SECRETS) - {("database", "url")}
"""Of the database's address only the password is hidden: where the data are is no secret, and is often asked."""
PASSWORD_IN_URL = re.compile(r"(://[^/@:]*:)[^/@]+(@)")


@dataclass(frozen=True, slots=True)
class Shown:
    """A setting in force, by its full name ("mail.port"). origin: its variable, "config/gdflow.toml:14" or DEFAULT."""

    name: str
    value: str
    origin: str


def shown(settings: Settings) -> tuple[Shown, ...]:
    """All settings in the order of the reference."""
    return tuple(_shown(entry, settings) for entry in entries())


def _shown(entry: Entry, settings: Settings) -> Shown:
    value: Any = settings
    for key in entry.path:
        value = getattr(value, key)
    shown_as = HIDDEN if value is not None and entry.path in WHOLLY_SECRET else _text(value)
    return Shown(".".join(entry.path), shown_as, settings.origin(entry.path) or DEFAULT)


def _text(value: Any) -> str:
    if isinstance(value, SecretStr):
        return HIDDEN
    if isinstance(value, tuple):
        return "; ".join(_text(each) for each in value) or "—"
    if isinstance(value, Section):
        return ", ".join(f"{name} {_text(held)}" for name, held in value if held is not None)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, bool):
        return str(value).lower()
    return "—" if value is None else PASSWORD_IN_URL.sub(rf"\1{HIDDEN}\2", str(value))
