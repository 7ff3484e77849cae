"""Reads GDFLOW_SECTION__NAME, and GDFLOW_SECTION__NAME_FILE for a value that is kept in a file of its own.

An empty variable says nothing, as compose files leave them. Variables without "__" are no settings.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path as FilePath

from gdflow.settings.catalogue import Entry, entries
from gdflow.settings.sources import Sources

PREFIX, NESTING, IN_FILE = "GDFLOW_", "__", "_FILE"


def add_environment(sources: Sources, home: FilePath, environ: Mapping[str, str]) -> None:
    """Puts every variable over what the files say; relative paths of secret files count from `home`."""
    known = {entry.variable: entry for entry in entries()}
    for name in sorted(name for name in environ if name.startswith(PREFIX) and environ[name]):
        plain = name if name in known else name.removesuffix(IN_FILE)
        if plain not in known:
            _tell_unknown(sources, name, known)
        elif plain == name:
            _take(sources, known[name], name, environ[name])
        else:
            _take_file(sources, known[plain], name, home / environ[name])


def _take(sources: Sources, entry: Entry, name: str, value: str) -> None:
    if entry.is_list:
        sources.refuse("setting_list_by_variable", place=name, file=f"{entry.file}.toml")
    elif entry.path in sources.variables:
        sources.refuse("setting_said_twice", place=name, other=sources.variables[entry.path])
    else:
        sources.take_variable(entry.path, name, value)


def _take_file(sources: Sources, entry: Entry, name: str, file: FilePath) -> None:
    try:
        value = file.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        sources.refuse("setting_secret_unreadable", place=name, file=str(file))
    else:
        _take(sources, entry, name, value)


def _tell_unknown(sources: Sources, name: str, known: Mapping[str, Entry]) -> None:
    """A variable with "__" must be a setting; one without is suspect only when "__" is all it lacks."""
    flat = {known_name.replace(NESTING, "_"): known_name for known_name in known}
    # 0.8: the names share so much that a lower bar would find a likeness in anything.
    likely = (
        get_close_matches(name, known, n=1, cutoff=0.8) if NESTING in name else [flat[name]] if name in flat else []
    )
    if likely:
        sources.refuse("setting_misspelt", place="entorno", setting=name, suggestion=likely[0])
    elif NESTING in name:
        sources.refuse("setting_variable_unknown", place="entorno", setting=name)
