"""What the documentation says of the command line is so, and nothing is left out."""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from gdflow.cli.main import app
from gdflow.cli.output import Exit
from gdflow.services.demo.answers import fill_in
from tests.support.cast import USO
from tests.support.commands import CommandLine
from tests.support.installation import CARTAGENA

ROOT = Path(__file__).parents[2]
COMMANDS, JSON = ((ROOT / "docs" / name).read_text("utf-8") for name in ("commands.md", "json.md"))
README = (ROOT / "README.md").read_text("utf-8")
DAY = ("--as-of", "2023-07-05")


def real() -> dict[str, set[str]]:
    """Every command with its options."""
    return dict(_commands(typer.main.get_command(app), ""))


def _commands(group: Any, prefix: str) -> Iterator[tuple[str, set[str]]]:
    for name, command in group.commands.items():
        yield from _commands(command, f"{prefix}{name} ") if hasattr(command, "commands") else ()
        if getattr(command, "invoke_without_command", True):
            found = (option for known in command.params for option in (*known.opts, *known.secondary_opts))
            yield f"{prefix}{name}", {option for option in found if option.startswith("--") and option != "--help"}


def documented() -> dict[str, set[str]]:
    """Every command of docs/commands.md with its options."""
    rows = [re.split(r"(?<!\\)\|", line) for line in COMMANDS.splitlines() if line.startswith("| `")]
    return {
        " ".join(word for word in span.split() if word.islower()): set(re.findall(r"--[a-z-]+", row[2]))
        for row in rows
        for span in re.findall(r"`([^`]+)`", row[1])
    }


def test_every_command_and_option_is_documented_and_the_other_way_round() -> None:
    assert documented() == real()


def test_every_exit_code_is_documented() -> None:
    assert re.findall(r"^\| (\d) \|", COMMANDS, re.MULTILINE) == [str(code.value) for code in Exit]


def test_every_command_is_in_the_readme() -> None:
    table = "".join(re.findall(r"^\| (`.*?) \| ", README, re.MULTILINE))
    assert {name.split()[0] for name in real()} <= set(re.findall(r"`([a-z-]+)`", table))


def test_every_command_explains_itself_in_spanish(gdflow: CommandLine) -> None:
    for name in real():
        ran = gdflow(*name.split(), "--help")
        assert (ran.code, ran.err) == (0, "")
        assert re.search(r"[a-záéíóú]{4,}", ran.out)


def keys(value: Any) -> set[str]:
    """Every key of a JSON value, but those that are periods or column letters."""
    if isinstance(value, dict):
        return {key for key in value if re.fullmatch(r"[a-z_]+\d*[a-z_]*", key)}.union(*map(keys, value.values()))
    return set().union(*map(keys, value)) if isinstance(value, list) else set()


def section(title: str) -> set[str]:
    """The keys that docs/json.md names under a title."""
    block = re.search(rf"## `gdflow {title}.*?```\n(.*?)```", JSON, re.DOTALL)
    assert block
    return set(re.findall(r'"([a-z_]+\d*[a-z_]*)"', block[1]))


def bullet(name: str) -> set[str]:
    """The keys that docs/json.md names in a bullet of "The others"."""
    line = re.search(rf"^- `{name}`(.*?)(?=^- |\Z)", JSON, re.DOTALL | re.MULTILINE)
    assert line
    return set(re.findall(r'"([a-z0-9_]+)"', line[1]))


def test_the_json_of_an_import_has_the_documented_keys(gdflow: CommandLine) -> None:
    told = gdflow("import", CARTAGENA, "--dry-run", "--json").json
    # The plan has no directory of its own.
    assert keys(told) | {"name", "emails"} == section("import")


def test_the_json_of_a_scan_has_the_documented_keys(cartagena: CommandLine) -> None:
    assert keys(cartagena("scan", "--as-of", "2023-07-10", "--json").json) == section("scan")


def test_the_json_of_a_delivery_has_the_documented_keys(cartagena: CommandLine) -> None:
    told = cartagena("remind", "--as-of", "2023-07-10", "--json").json
    assert keys(told) == bullet("deliver`, `remind")


def test_the_json_of_a_receipt_has_the_documented_keys(cartagena: CommandLine) -> None:
    cartagena("form", USO, *DAY)
    path = next((cartagena.home / "formularios").iterdir())
    path.write_bytes(fill_in(path.read_bytes()))
    told = cartagena("receive", path, *DAY, "--json").json
    assert keys(told) | {"code", "cell", "raw", "message"} == bullet("receive")


def test_the_json_of_a_report_has_the_documented_keys(cartagena: CommandLine) -> None:
    assert keys(cartagena("consolidate", "--as-of", "2023-07-12", "--json").json) == bullet("consolidate")


def test_the_readmes_commands_run(gdflow: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    block = next(each for each in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) if "run.py init" in each)
    ran = 0
    for line in block.splitlines():
        words = shlex.split(line)
        if words[0] == "cd":
            home = gdflow.home / words[1]
            shutil.copy(CARTAGENA, home / "Plan de acción 2026.xlsx")
            monkeypatch.chdir(home)
            monkeypatch.setenv("GDFLOW_HOME", str(home))
        else:
            assert words[1].endswith("run.py")
            assert (line, gdflow(*words[2:]).code) == (line, 0)
            ran += 1
    assert ran >= 5


@pytest.mark.parametrize("words", [["--help"], ["doctor"], ["import", str(CARTAGENA), "--dry-run"], ["scan"]])
def test_the_command_line_never_loads_prefect(cartagena: CommandLine, words: list[str]) -> None:
    program = (
        "import sys, atexit; atexit.register(lambda: print('PREFECT' if 'prefect' in sys.modules else 'CLEAN'));"
        "from gdflow.cli.main import run; run()"
    )
    command = [sys.executable, "-c", program, *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.endswith("CLEAN\n"), done.stderr


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys; sys.argv = ['gdflow', '--help']\n"
        "from gdflow.cli.main import run\n"
        "try: run()\n"
        "except SystemExit: pass\n"
        "print('HEAVY', sorted({'sqlalchemy', 'openpyxl', 'lxml', 'pydantic', 'holidays'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.endswith("HEAVY []\n"), done.stderr


def test_a_mistyped_command_ends_with_2(gdflow: CommandLine) -> None:
    assert [gdflow(*words).code for words in (["recordar"], ["open"], ["scan", "--todo"])] == [2, 2, 2]


def test_an_error_never_shows_a_traceback(gdflow: CommandLine) -> None:
    program = "from gdflow.cli.main import run; run()"
    command = [sys.executable, "-c", program, "--home", str(gdflow.home), "scan"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (2, "", False)
    assert len(done.stderr.splitlines()) == 1
