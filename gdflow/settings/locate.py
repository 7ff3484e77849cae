"""Where each value of a TOML file stands: the standard library reads the values but keeps no lines."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field

Path = tuple[str | int, ...]

BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
SPACE = re.compile(r"[ \t]*")
BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
BARE_VALUE = re.compile(r"[^,\]}#\r\n]+")
STRING = re.compile(
    r'"""(?:\\.|[^\\])*?""""{0,2}|' r"'''.*?''''{0,2}|" r'"(?:\\.|[^"\\])*"|' r"'[^']*'",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: 1-based line and column, and the value's own text; for a table, its heading."""

    line: int
    column: int
    text: str


def locate(text: str) -> Mapping[Path, Place]:
    """The place of every table, value and list element of a TOML text that tomllib has read without an error."""
    scanner = _Scanner(text)
    scanner.document()
    return scanner.places


@dataclass(slots=True)
class _Scanner:
    text: str
    at: int = 0
    places: dict[Path, Place] = field(default_factory=dict)
    lengths: dict[Path, int] = field(default_factory=dict)

    def document(self) -> None:
        table: Path = ()
        self.take(BLANK)
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self.heading()
            else:
                self.pair(table)
            self.take(BLANK)

    def heading(self) -> Path:
        start, brackets = self.at, 2 if self.text.startswith("[[", self.at) else 1
        self.at += brackets
        keys = self.keys()
        self.at += brackets
        path = self.inside((), keys[:-1]) + keys[-1:]
        if brackets == 2:
            self.lengths[path] = self.lengths.get(path, 0) + 1
            path += (self.lengths[path] - 1,)
        self.note(path, start)
        return path

    def inside(self, path: Path, keys: Path) -> Path:
        """The path of a table by its keys: a list of tables means its last one."""
        for key in keys:
            path += (key,)
            if path in self.lengths:
                path += (self.lengths[path] - 1,)
        return path

    def pair(self, table: Path) -> None:
        keys = self.keys()
        self.at += 1  # the equals sign
        self.take(SPACE)
        self.value(table + keys)

    def keys(self) -> Path:
        keys: Path = ()
        while True:
            self.take(SPACE)
            quoted = self.take(STRING)
            keys += (tomllib.loads(f"key = {quoted}")["key"] if quoted else self.take(BARE_KEY),)
            self.take(SPACE)
            if not self.text.startswith(".", self.at):
                return keys
            self.at += 1

    def value(self, path: Path) -> None:
        start = self.at
        if self.text[start] == "[":
            self.array(path)
        elif self.text[start] == "{":
            self.table(path)
        elif not self.take(STRING):
            self.take(BARE_VALUE)
        self.note(path, start)

    def array(self, path: Path) -> None:
        index = 0
        while self.step("]"):
            self.value((*path, index))
            index += 1

    def table(self, path: Path) -> None:
        while self.step("}"):
            self.pair(path)

    def step(self, closing: str) -> bool:
        """Goes over an opening bracket or a comma to the next element; False past the closing bracket."""
        self.take(BLANK)
        if self.text[self.at] in "[{,":
            self.at += 1
            self.take(BLANK)
        ended = self.text[self.at] == closing
        self.at += ended
        return not ended

    def take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.at)
        if found is None:
            return ""
        self.at = found.end()
        return found.group()

    def note(self, path: Path, start: int) -> None:
        line_start = self.text.rfind("\n", 0, start) + 1
        line = self.text.count("\n", 0, start) + 1
        place = Place(line, start - line_start + 1, self.text[start : self.at].rstrip())
        for length in range(1, len(path)):  # dotted keys make tables that have no heading
            self.places.setdefault(path[:length], place)
        self.places[path] = place
