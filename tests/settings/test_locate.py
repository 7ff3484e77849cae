"""Where the values of a TOML file stand."""

import tomllib
from collections.abc import Iterator
from datetime import date, time
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from gdflow.settings.locate import Path, locate

PRINTED = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])
NASTY = st.sampled_from(["#", "]", "}", ",", '"', "'", "a\nb", '"""', "[x]", "k = 1", "\\", "ñ«»"])
KEYS = st.text("abcXYZ019_-", min_size=1, max_size=4) | st.text(PRINTED, max_size=4)
LEAVES = st.integers() | st.booleans() | st.dates() | st.times() | st.text(PRINTED, max_size=6) | NASTY
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3))
SECTIONS = st.dictionaries(KEYS, VALUES, max_size=3)
DOCUMENTS = st.dictionaries(KEYS, VALUES | st.lists(SECTIONS, min_size=1, max_size=3), max_size=4)
GAPS = st.sampled_from(["", " ", "\n", ' # [no] = "nada"\n', "\n\n\t"])


class Writer:
    """Writes values as TOML, in every way in which people may: strings, spaces, comments and tables at random."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw

    def string(self, text: str, *, key: bool = False) -> str:
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        ways = ['"' + escaped.replace("\n", "\\n") + '"']
        ways += [] if set("'\n") & set(text) else [f"'{text}'"]
        ways += [] if key else [f'"""{escaped}"""']
        ways += [] if key or "'" in text else [f"'''{text}'''"]
        return self.draw(st.sampled_from(ways))

    def key(self, text: str) -> str:
        bare = text.isascii() and text.replace("-", "a").replace("_", "a").isalnum()
        return text if bare and self.draw(st.booleans()) else self.string(text, key=True)

    def value(self, value: Any) -> str:
        match value:
            case str():
                return self.string(value)
            case bool():
                return str(value).lower()
            case list():
                return "[" + ",".join(self.spaced(self.value(each)) for each in value) + self.draw(GAPS) + "]"
            case dict():
                return "{" + ", ".join(self.pair(key, each) for key, each in value.items()) + " }"
            case date() | time():
                return value.isoformat()
        return str(value)

    def spaced(self, text: str) -> str:
        return self.draw(GAPS) + text + self.draw(GAPS)

    def pair(self, key: str, value: Any) -> str:
        return f" {self.key(key)} = {self.value(value)}"

    def document(self, tables: dict[str, Any]) -> str:
        headed = {key: value for key, value in tables.items() if self.is_headed(value)}
        lines = [self.pair(key, value) for key, value in tables.items() if key not in headed]
        for key, value in headed.items():
            for table in value if isinstance(value, list) else [value]:
                name = self.key(key)
                lines.append(f"[[{name}]]" if isinstance(value, list) else f"[ {name} ] # tabla")
                lines += [self.pair(inner, each) for inner, each in table.items()]
        return "\n".join(lines) + self.draw(GAPS)

    def is_headed(self, value: Any) -> bool:
        tables = value if isinstance(value, list) else [value]
        return bool(tables) and all(isinstance(table, dict) for table in tables) and self.draw(st.booleans())


@st.composite
def texts(draw: st.DrawFn) -> str:
    """TOML files."""
    return Writer(draw).document(draw(DOCUMENTS))


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value and list element of a document, tables left out."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
        return
    yield path, value
    for index, inner in enumerate(value if isinstance(value, list) else ()):
        yield from leaves(inner, (*path, index))


@given(texts())
def test_every_value_read_again_at_its_place_is_the_same(text: str) -> None:
    places = locate(text)
    lines = text.split("\n")
    for path, value in leaves(tomllib.loads(text)):
        place = places[path]
        at_place = "\n".join(lines[place.line - 1 :])[place.column - 1 :]
        assert at_place.startswith(place.text)
        if not place.text.startswith("[["):  # a list of tables is placed at its first heading
            assert tomllib.loads(f"value = {place.text}")["value"] == value


def test_a_list_of_tables_counts_its_headings() -> None:
    places = locate('[[level]]\nname = "a"\n\n[[level]]\nname = "b"\n')
    assert [places["level", index, "name"].line for index in (0, 1)] == [2, 5]


def test_a_dotted_key_stands_on_its_line() -> None:
    places = locate("# sin sección\nmail.smtp.port = 25\n[mail.box]\nopen = true\n")
    assert (places["mail", "smtp", "port"].line, places["mail", "smtp"].line, places["mail", "box", "open"].line) == (
        2,
        2,
        4,
    )
