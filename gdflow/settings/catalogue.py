"""Every setting there is, walked out of the models: what the reference, `config show` and the hints are made from."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from gdflow.settings.locate import Path
from gdflow.settings.model import Settings
from gdflow.settings.section import Section

# Sections that have a file of their own; all others stand in gdflow.toml.
OWN_FILES = ("calendar", "bands", "reminders", "channels")
MAIN_FILE = "gdflow"
FOLDER = "config"
# What is never repeated on a screen or in an error.
PASSWORDS = (
    *(("mail", "password"), ("oauth", "secret"), ("imap", "password")),
    *(("orchestrator", "auth"), ("oidc", "secret")),
)
SECRETS = (*PASSWORDS, ("database", "url"), ("watch", "ping_url"))
FILES = (MAIN_FILE, *OWN_FILES)


@dataclass(frozen=True, slots=True)
class Entry:
    """One setting: its path in Settings, such as ("mail", "port"), and its declaration."""

    path: tuple[str, ...]
    field: FieldInfo

    @property
    def file(self) -> str:
        """The name of its file in config/, without the extension."""
        return file_of(self.path)

    @property
    def key(self) -> str:
        """Its name within its file, such as "mail.port"."""
        return dotted(self.path)

    @property
    def is_list(self) -> bool:
        """Whether it holds several values, which only a file can give."""
        return _held(self.field.annotation)[1]

    @property
    def variable(self) -> str:
        """The environment variable that overrides it."""
        return variable(self.path)


def variable(path: Path) -> str:
    """The environment variable for a path: GDFLOW_MAIL__PORT."""
    return "GDFLOW_" + "__".join(str(key) for key in path).upper()


def file_of(path: Path) -> str:
    """The name of the file in which a path belongs, without the extension."""
    return str(path[0]) if path and path[0] in OWN_FILES else MAIN_FILE


def dotted(path: Path) -> str:
    """A path as people write it within its file: "mail.port", "holidays[2].date" (lists are counted from 1)."""
    keys = path[1:] if path and path[0] in OWN_FILES else path
    return "".join(f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in keys).removeprefix(".")


def entries(section: type[Section] = Settings, path: tuple[str, ...] = ()) -> Iterator[Entry]:
    """All settings, in the order in which they are declared."""
    for name, field in section.model_fields.items():
        inner, is_list = _held(field.annotation)
        if inner is not None and not is_list:
            yield from entries(inner, (*path, name))
        else:
            yield Entry((*path, name), field)


def names_at(path: Path) -> tuple[str, ...]:
    """The keys that may stand in the table at a path; none where no table belongs."""
    section: type[Section] | None = Settings
    for key in path:
        if isinstance(key, str):
            field = section.model_fields.get(key) if section else None
            section = _held(field.annotation)[0] if field else None
    return tuple(section.model_fields) if section else ()


def _held(annotation: Any) -> tuple[type[Section] | None, bool]:
    """The section that a declaration holds, if any, and whether it holds a list."""
    if isinstance(annotation, type) and issubclass(annotation, Section):
        return annotation, False
    if get_origin(annotation) is tuple:
        return _held(get_args(annotation)[0])[0], True
    if get_origin(annotation) in (Union, UnionType):
        return next((held for held in map(_held, get_args(annotation)) if held != (None, False)), (None, False))
    return None, False
