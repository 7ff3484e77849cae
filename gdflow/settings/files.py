"""Reads config/*.toml: each file a part of the tree, each value with its line."""

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path as FilePath
from typing import Any

from gdflow.settings.catalogue import FILES, FOLDER, MAIN_FILE, OWN_FILES, PASSWORDS, variable
from gdflow.settings.locate import Path, locate
from gdflow.settings.sources import Sources

PASSWORD_IN_URL = re.compile(r"://[^/@]*:[^/@]+@")
POSITION = re.compile(r"at line (\d+)")


def add_files(sources: Sources, home: FilePath) -> None:
    """Reads every file of the folder; an unknown one is a problem, for somebody counts on it."""
    folder = home / FOLDER
    for file in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
        if file.stem in FILES:
            _add(sources, file)
        else:
            likely = get_close_matches(file.stem, FILES, n=1) or FILES
            expected = ", ".join(f"{name}.toml" for name in likely)
            sources.refuse("setting_file_unknown", place=_shown(file), expected=expected)


def _add(sources: Sources, file: FilePath) -> None:
    try:
        text = file.read_text(encoding="utf-8-sig")  # Notepad puts a mark at the beginning
        values = tomllib.loads(text, parse_float=Decimal)
    except UnicodeDecodeError:
        sources.refuse("setting_file_not_utf8", place=_shown(file))
    except tomllib.TOMLDecodeError as error:
        position = POSITION.search(str(error))  # absent when the text ends too early
        line = position[1] if position else text.count("\n") + 1
        sources.refuse("setting_bad_toml", place=f"{_shown(file)}:{line}")
    else:
        prefix = () if file.stem == MAIN_FILE else (file.stem,)
        _take(sources, prefix, _shown(file), values, text)


def _take(sources: Sources, prefix: Path, shown: str, values: dict[str, Any], text: str) -> None:
    places = locate(text)
    # In gdflow.toml the name of another file is a mistake; taken as a section it would hide that file.
    for name in [name for name in values if not prefix and name in OWN_FILES]:
        del values[name]
        place = f"{shown}:{places[(name,)].line}"
        sources.refuse("setting_elsewhere", place=place, setting=name, file=f"{name}.toml")
    sources.take_places(prefix, shown, {path: place for path, place in places.items() if prefix or path[0] in values})
    sources.tree.update({str(prefix[0]): values} if prefix else values)
    for path in _secrets(values) if not prefix else ():
        setting = ".".join(path)
        sources.refuse("setting_secret_in_file", place=sources.origin(path), setting=setting, variable=variable(path))


def _secrets(values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Secrets that stand in the file, from where they would reach copies and repositories."""
    for section, name in PASSWORDS:
        if isinstance(table := values.get(section), dict) and name in table:
            yield (section, name)
    database = values.get("database")
    if isinstance(database, dict) and PASSWORD_IN_URL.search(str(database.get("url"))):
        yield ("database", "url")


def _shown(file: FilePath) -> str:
    return f"{FOLDER}/{file.name}"
