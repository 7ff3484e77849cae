"""What is derived from the settings is up to date: `python -m tests.support.refresh` writes it."""

from pathlib import Path

import pytest

from gdflow.settings import check_settings, load_settings
from gdflow.settings.catalogue import FILES, entries
from gdflow.settings.model import Settings
from tests.support.refresh import ROOT, derived


@pytest.mark.parametrize("path", derived(), ids=lambda path: path.name)
def test_a_derived_file_is_what_the_models_say(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == derived()[path]


def test_every_setting_has_its_line_in_the_reference() -> None:
    page = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    assert [entry.key for entry in entries() if f"| `{entry.key}` |" not in page or not entry.field.description] == []


def test_the_files_of_the_repository_say_the_defaults() -> None:
    assert check_settings(ROOT, {}) == ()
    assert load_settings(ROOT, {}).model_dump() == Settings().model_dump()


@pytest.mark.parametrize("file", FILES)
def test_every_file_names_its_schema_for_editors(file: str) -> None:
    first = (ROOT / "config" / f"{file}.toml").read_text(encoding="utf-8").splitlines()[0]
    assert first == f"#:schema ./schema/{file}.json"
