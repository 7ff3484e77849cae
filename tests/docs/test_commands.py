"""Every command of the documentation runs as it is written, or is named with the reason why it can not run here."""

import re
import shutil
from pathlib import Path

import pytest

from gdflow.spanish.doctor import WHY
from tests.docs.elsewhere import REASONS, check_named, reason
from tests.docs.machine import Machine
from tests.docs.texts import PROGRAMS, ROOT, RUN, SHELL, Fence, fences
from tests.support.commands import CommandLine, gdflow
from tests.support.installation import template

__all__ = ["gdflow", "template"]

WITH_COMMANDS = [path for path in RUN if any(fence.language in SHELL for fence in fences(path))]
FROM_NOTHING = ("README.md", "docs/quickstart.md", "docs/install.md", "deployments/README.md")
"""Documents whose reader has the program and no installation yet."""
NOT_A_SHELL = ("bat", "cron")
SECRET = re.compile(r"GDFLOW_(?:\w+__SECRET|CHAT_\w+)_FILE")
"""A secret that a document says to give by a file, the section of its setting first."""


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def shells() -> list[Fence]:
    return [fence for path in RUN for fence in fences(path) if fence.language in SHELL]


def tomls() -> list[Fence]:
    return [fence for path in RUN for fence in fences(path) if fence.language == "toml"]


@pytest.mark.parametrize("path", WITH_COMMANDS, ids=name)
def test_every_command_runs_as_it_is_written(
    path: Path, template: Path, gdflow: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = Machine(tmp_path / "machine", template, gdflow, monkeypatch)
    if name(path) not in FROM_NOTHING:
        machine.settle()
    for fence in fences(path):
        for command in fence.commands() if fence.language in SHELL else ():
            check_named(command)
            if reason(command) is None:
                machine.run(command)


@pytest.mark.parametrize("path", RUN, ids=name)
def test_no_command_hides_in_a_block_that_nobody_runs(path: Path) -> None:
    said = [each for each in fences(path) if each.language not in SHELL + NOT_A_SHELL]
    assert [each.place for each in said for line in each.text.splitlines() if line.split(" ")[0] in PROGRAMS] == []


def test_what_is_not_run_is_a_short_list_and_each_entry_is_needed() -> None:
    used = {reason(command) for fence in shells() for command in fence.commands()}
    assert used - {None} == set(REASONS)


def test_the_commands_of_other_shells_name_what_there_is() -> None:
    found = [fence for path in RUN for fence in fences(path) if fence.language in NOT_A_SHELL]
    for fence in found:
        for command in fence.commands():
            check_named(command.replace("\\", "/").replace('"', " "))
    assert found


@pytest.mark.parametrize("fence", tomls(), ids=lambda fence: fence.place)
def test_every_example_of_a_setting_is_taken(
    fence: Fence, gdflow: CommandLine, template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(template, gdflow.home, dirs_exist_ok=True)
    file = fence.text.partition("\n")[0].removeprefix("# ")
    (gdflow.home / file).write_text(fence.text, encoding="utf-8")
    told = SECRET.findall(fence.path.read_text("utf-8"))
    for name in (each for each in told if f"[{each.split('_')[1].lower()}" in fence.text):
        (gdflow.home / name).write_text("https://x.logic.azure.com/w?sig=key", encoding="utf-8")
        monkeypatch.setenv(name, str(gdflow.home / name))
    ran = gdflow("config", "check")
    assert ran.code == 0, ran.out + ran.err


def test_the_table_of_faults_speaks_of_what_the_doctor_looks_at() -> None:
    text = (ROOT / "docs" / "install.md").read_text("utf-8").partition("## When something is wrong")[2]
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \| [^|]+ \|$", text, re.MULTILINE)[1:]
    assert len(rows) == 10
    assert set(rows) <= set(WHY)
