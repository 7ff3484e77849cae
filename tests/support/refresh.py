"""Writes what is derived from the settings models: `python -m tests.support.refresh` after changing one.

config/schema/*.json, by which editors complete and check the TOML files, the table of docs/reference.md, the lists of
docs/templates.md, docs/options.md from the commands, docs/doubts.md from the reader, and the list of decisions.
"""

import json
from datetime import time
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import SecretStr, create_model

from gdflow.report.template_names import NAMES
from gdflow.report.templates import TEXTS
from gdflow.settings.catalogue import FILES, MAIN_FILE, OWN_FILES, PASSWORDS, Entry, entries
from gdflow.settings.model import Settings
from gdflow.settings.section import Section
from tests.support.command_reference import options_page
from tests.support.doubt_reference import doubts_page

ROOT = Path(__file__).parents[2]
BEGIN, END = "<!-- ajustes: inicio -->", "<!-- ajustes: fin -->"
TEMPLATES = ROOT / "docs" / "templates.md"
OPTIONS, DOUBTS = ROOT / "docs" / "options.md", ROOT / "docs" / "doubts.md"
DECISIONS = ROOT / "docs" / "decisions"
LISTS_BEGIN, LISTS_END = "<!-- textos: inicio -->", "<!-- textos: fin -->"


def schema(file: str) -> str:
    """The JSON Schema of one file of config/."""
    fields = Settings.model_fields
    if file == MAIN_FILE:
        kept: dict[str, Any] = {name: (f.annotation, f) for name, f in fields.items() if name not in OWN_FILES}
        made = create_model("Gdflow", __base__=Section, __doc__=Settings.__doc__, **kept).model_json_schema()
        for section, name in PASSWORDS:  # a secret is refused in a file
            del made["$defs"][section.capitalize()]["properties"][name]
    else:
        made = fields[file].annotation.model_json_schema()  # type: ignore[union-attr]  # always a section
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def reference() -> str:
    """The part of docs/reference.md that lists every setting."""
    return "\n".join([BEGIN, *(_chapter(file) for file in FILES), END])


def templates_reference() -> str:
    """The part of docs/templates.md that lists every text and every name."""
    texts = "".join(f"| `{text}.txt` | {what} |\n" for text, what in TEXTS.items())
    names = "".join(f"| `{{{{ {name} }}}}` | {what} |\n" for name, what in NAMES.items())
    head = "| {} | qué es |\n|---|---|\n"
    return f"{LISTS_BEGIN}\n\n{head.format('archivo')}{texts}\n{head.format('nombre')}{names}\n{LISTS_END}"


def _chapter(file: str) -> str:
    rows = "".join(map(_row, (entry for entry in entries() if entry.file == file)))
    head = "| ajuste | por omisión | qué es | variable |\n|---|---|---|---|\n"
    return f"\n### config/{file}.toml\n\n{head}{rows}"


def _row(entry: Entry) -> str:
    default = "" if entry.is_list and entry.path[0] == "bands" else _written(_default(entry))
    variable = "—" if entry.is_list else f"`{entry.variable}`"
    shown = f"`{default}`" if default else "—"
    return f"| `{entry.key}` | {shown} | {entry.field.description} | {variable} |\n"


def _default(entry: Entry) -> object:
    value: object = Settings()
    for key in entry.path:
        value = getattr(value, key)
    return value


def _written(value: object) -> str:
    """A value as TOML writes it."""
    match value:
        case None | SecretStr():
            return ""
        case bool():
            return str(value).lower()
        case int() | Decimal():
            return str(value)
        case time():
            return f'"{value:%H:%M}"'
        case tuple():
            return f"[{', '.join(map(_written, value))}]"
    return f'"{value}"'


def derived() -> dict[Path, str]:
    """Every derived file with the text it must have."""
    page = ROOT / "docs" / "reference.md"
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    schemas = {ROOT / "config" / "schema" / f"{file}.json": schema(file) for file in FILES}
    lists = {TEMPLATES: _templates(), OPTIONS: options_page(), DOUBTS: doubts_page()}
    lists[DECISIONS / "README.md"] = decisions()
    return schemas | {page: before + reference() + after} | lists


def decisions() -> str:
    """The list of the decisions, by their number."""
    head = "# Decisions\n\nHalf a page each: what was decided and why, what is forbidden since, what was not taken.\n\n"
    return head + "".join(map(_decision, sorted(DECISIONS.glob("0*.md"))))


def _decision(path: Path) -> str:
    title = path.read_text(encoding="utf-8").partition("\n")[0].partition(" · ")[2]
    return f"- [{path.name[:4]}]({path.name}) {title}\n"


def _templates() -> str:
    before, _, rest = TEMPLATES.read_text(encoding="utf-8").partition(LISTS_BEGIN)
    return before + templates_reference() + rest.partition(LISTS_END)[2]


if __name__ == "__main__":
    for path, text in derived().items():
        path.write_text(text, encoding="utf-8")
