"""What was said about the settings, and where: the values as one tree, each with its file and line or its variable."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from gdflow.domain.errors import ConfigError
from gdflow.settings.catalogue import FOLDER, SECRETS, file_of
from gdflow.settings.locate import Path, Place


@dataclass(slots=True)
class Sources:
    """Grows while files and environment are read; `problems` are those met on the way."""

    tree: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, tuple[str, Place]] = field(default_factory=dict)
    variables: dict[Path, str] = field(default_factory=dict)
    values: dict[Path, str] = field(default_factory=dict)
    problems: list[ConfigError] = field(default_factory=list)

    def refuse(self, code: str, **facts: object) -> None:
        """Notes a problem; all of them are told at once."""
        self.problems.append(ConfigError(code, **facts))

    def take_places(self, prefix: Path, shown: str, places: Mapping[Path, Place]) -> None:
        """Remembers where the values of a file stand."""
        self.places.update({(*prefix, *path): (shown, place) for path, place in places.items()})

    def take_variable(self, path: Path, name: str, value: str) -> None:
        """Puts a variable's value over whatever a file says."""
        table = self.tree
        for key in path[:-1]:
            # Where a file holds nonsense in place of a table, the nonsense stays, to be told with its line.
            table = table.setdefault(str(key), {})
            if not isinstance(table, dict):
                return
        table[str(path[-1])] = value
        self.variables[path], self.values[path] = name, value

    def origin(self, path: Path) -> str:
        """Where a value was said: its variable, "config/gdflow.toml:14", or "" when nobody said it."""
        if path in self.variables:
            return self.variables[path]
        if path in self.places:
            file, place = self.places[path]
            return f"{file}:{place.line}"
        return ""

    def nearest(self, path: Path) -> str:
        """The origin of a value, or of the table in which it is missed, or the file where it belongs."""
        tables = (path[:length] for length in range(len(path), 0, -1))
        return next(filter(None, map(self.origin, tables)), f"{FOLDER}/{file_of(path)}.toml")

    def said(self, path: Path) -> str:
        """The value as it was written, unless it may be secret."""
        if path in SECRETS:
            return "—"
        if path in self.variables:
            return f'"{self.values[path]}"'
        return self.places[path][1].text if path in self.places else "—"
