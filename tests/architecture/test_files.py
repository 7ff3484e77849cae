"""What may stand in the files of the repository."""

import re
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, files, modules

# Written in pieces, or this file would be the first to be found.
MACHINE_PATHS = re.compile("|".join(re.escape(f"/{folder}/") for folder in ("work", "root", "opt/pypi")))
INDEX_SETTING = re.compile(r"--?(extra-)?index-url|--find-links|://|file:")
SUPPRESSION = re.compile(
    r"#\s*(?:noqa|type:\s*ignore)(?P<codes>(?::\s*[A-Z]+[0-9]+(?:,\s*[A-Z]+[0-9]+)*|\[[a-z, -]+\])?)(?P<reason>.*)"
)


def text_of(file: Path) -> str:
    """The text of a file; nothing for a binary one."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_no_file_knows_this_machine() -> None:
    assert [file.relative_to(ROOT).as_posix() for file in files() if MACHINE_PATHS.search(text_of(file))] == []


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_no_package_index_is_prescribed(name: str) -> None:
    lines = text_of(ROOT / name).splitlines()
    assert [line for line in lines if INDEX_SETTING.search(line)] == []


def test_every_locked_package_has_its_hashes() -> None:
    entries = text_of(ROOT / "requirements.lock").replace("\\\n", "").splitlines()
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_every_suppressed_warning_names_its_rule_and_its_reason() -> None:
    found = [
        (f"{module.path}:{number}", match)
        for module in modules("gdflow", "flows", "tests")
        for number, line in enumerate(module.text.splitlines(), 1)
        if (match := SUPPRESSION.search(line)) and "re.compile" not in line
    ]
    assert [where for where, match in found if not match["codes"] or len(match["reason"].strip(" -#")) < 8] == []


def test_every_switched_off_rule_has_its_reason() -> None:
    pyproject = text_of(ROOT / "pyproject.toml")
    ignores = re.search(r"^ignore = \[\n(.*?)^\]", pyproject, re.MULTILINE | re.DOTALL)
    per_file = re.search(r"per-file-ignores\]\n(.*?)\n\n", pyproject, re.DOTALL)
    assert ignores
    assert per_file
    assert [line for line in (ignores[1] + per_file[1]).splitlines() if "  # " not in line] == []
