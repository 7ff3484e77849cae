"""What can be known of deployments/ without starting any of it: every file that is named exists, every option too."""

import json
import re
import shutil
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest
import yaml  # type: ignore[import-untyped]  # the library ships no types
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from gdflow.settings.catalogue import entries
from tests.architecture.deployed import BOTH, COMPOSE, DOCKERFILE, FOLDER, NOTES, check_words, commands, read
from tests.architecture.source import ROOT

UNITS = sorted((FOLDER / "systemd").glob("*.service"))
EVERYTHING = [path for path in FOLDER.rglob("*") if path.is_file()]
DOCS = [*EVERYTHING, ROOT / "docs" / "backup.md"]
EXTRAS = ("m365", "oidc", "scale")
HARDEST = 2.0
"""Exposure by systemd's own scale, of which 0 is the least."""


@pytest.mark.parametrize("path", [path for path in EVERYTHING if path.suffix == ".yaml"], ids=lambda path: path.name)
def test_every_yaml_file_is_yaml(path: Path) -> None:
    assert read(str(path.relative_to(FOLDER)))


def test_the_image_copies_files_that_exist_and_that_its_ignore_file_lets_in() -> None:
    let_in = (FOLDER / "Dockerfile.dockerignore").read_text("utf-8")
    sources = [
        each for line in re.findall(r"^COPY (?!--from)(.+)", DOCKERFILE, re.MULTILINE) for each in line.split()[:-1]
    ]
    assert {"requirements.lock", "gdflow/", "flows/", "config/"} <= set(sources)
    for each in sources:
        assert (ROOT / each).exists(), each
        assert f"!{each.rstrip('/')}\n" in let_in, each


def test_the_image_runs_as_nobody_in_particular_and_says_how_it_fares() -> None:
    stages = DOCKERFILE.split("\nFROM ")
    last = stages[-1]
    assert len(stages) == 3
    assert re.search(r"^USER (?!0|root)\d+:\d+$", last, re.MULTILINE)
    assert last.index("USER ") < last.index("ENTRYPOINT")
    assert "/salud" in re.search(r"HEALTHCHECK.*?CMD (.*)", last, re.DOTALL)[1]  # type: ignore[index]  # what is asked


def test_the_image_takes_every_package_by_its_hash_and_names_no_index() -> None:
    assert "--require-hashes" in DOCKERFILE
    assert re.findall(r"pip install (?!--no-index)", DOCKERFILE) == []
    assert re.search(r"index-url|trusted-host|https?://(?!127\.)", DOCKERFILE) is None


def test_whatever_the_image_installs_is_in_the_lock() -> None:
    locked = {
        canonicalize_name(name)
        for name in re.findall(r"^([\w.-]+)==", (ROOT / "requirements.lock").read_text(), re.MULTILINE)
    }
    wanted, seen = [("gdflow", extra) for extra in ("", *EXTRAS)], set()
    while wanted:
        each = wanted.pop()
        if each not in seen:
            seen.add(each)
            wanted += needed(*each)
    names = {canonicalize_name(name) for name, _ in seen} - {"gdflow"}
    assert len(names) > 80
    assert names - locked == set()
    assert "hatchling" in locked  # what builds the package itself


def needed(name: str, extra: str) -> list[tuple[str, str]]:
    """What a package asks for on this machine, each with its extras."""
    asked = [Requirement(text) for text in distribution(name).requires or ()]
    here = [each for each in asked if each.marker is None or each.marker.evaluate({"extra": extra})]
    return [(each.name, more) for each in here for more in ("", *each.extras)]


def test_the_image_starts_a_command_that_exists() -> None:
    assert 'ENTRYPOINT ["gdflow"]' in DOCKERFILE
    check_words(json.loads(re.findall(r"^CMD (\[.*\])", DOCKERFILE, re.MULTILINE)[-1]))


def images() -> set[str]:
    """Every image that a file here names without its digest."""
    found = {each["image"] for each in BOTH["scale"]["services"].values()}
    found |= {each.split()[0] for each in re.findall(r"^FROM (.+)", DOCKERFILE, re.MULTILINE)}
    return {each for each in found if "@sha256:" not in each}


def test_every_image_without_a_digest_is_told_in_the_notes() -> None:
    assert set(re.findall(r"^\| `([^`]+:[^`]+)` \|", NOTES, re.MULTILINE)) == images()


def test_every_setting_that_a_file_gives_exists() -> None:
    known = {entry.variable for entry in entries()} | {"GDFLOW_HOME"}
    for path in DOCS:
        for name in re.findall(r"GDFLOW_[A-Z_]+", path.read_text("utf-8")):
            assert name in known or name.removesuffix("_FILE") in known, f"{path.name}: {name}"


def test_every_command_in_the_texts_exists() -> None:
    known = commands()
    for path in DOCS:
        for line in re.findall(r"`(gdflow [a-z][^`]*)`|^(gdflow [a-z].*)$", path.read_text("utf-8"), re.MULTILINE):
            words = next(filter(None, line)).split()[1:]
            assert any(words[: len(name.split())] == name.split() for name in known), f"{path.name}: {line}"


def test_links_between_the_texts_lead_somewhere() -> None:
    for path in DOCS:
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_the_pool_is_the_one_of_the_deployments() -> None:
    pools = {
        each["work_pool"]["name"]
        for each in yaml.safe_load((FOLDER / "prefect.yaml").read_text("utf-8"))["deployments"]
    }
    assert pools == {"gdflow"}
    assert all(f"--pool {pool}" in json.dumps(COMPOSE["services"]["worker"]) for pool in pools)


def settings(unit: Path) -> dict[str, list[str]]:
    """The lines of a unit by their name."""
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r"^(\w+)=(.*)$", unit.read_text("utf-8"), re.MULTILINE):
        found.setdefault(name, []).append(value)
    return found


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_every_unit_is_locked_up(unit: Path) -> None:
    its = settings(unit)
    for name in ("DynamicUser", "NoNewPrivileges", "ProtectHome", "PrivateDevices", "PrivateTmp"):
        assert its[name] == ["yes"], name
    assert its["ProtectSystem"] == ["strict"]
    assert "MemoryMax" in its
    assert its["Type"] == ["oneshot"] or "SIGTERM" in its["SuccessExitStatus"][0]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_every_unit_runs_what_exists(unit: Path) -> None:
    [line] = settings(unit)["ExecStart"]
    found = re.search(r"/opt/gdflow/\.venv/bin/(?:gdflow (?P<words>.*)|python -m (?P<module>[\w.]+))", line)
    assert found, line
    if found["words"]:
        check_words(found["words"].split())
    else:
        assert (ROOT / f"{found['module'].replace('.', '/')}.py").exists()


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
def test_systemd_takes_every_unit_and_finds_it_closed(tmp_path: Path) -> None:
    for path in (FOLDER / "systemd").iterdir():
        here = path.read_text("utf-8").replace("/opt/gdflow/.venv/bin", str(Path(sys.executable).parent))
        (tmp_path / path.name).write_text(here, encoding="utf-8")
    units = [str(path) for path in sorted(tmp_path.glob("*.service"))]
    done = analyze("verify", "--man=no", *units, *map(str, tmp_path.glob("*.timer")))
    assert (done.returncode, done.stderr) == (0, "")
    for unit in units:
        told = analyze("security", "--offline=yes", "--no-pager", unit).stdout
        found = re.search(r"exposure level for \S+: ([\d.]+)", told)
        assert found, told
        assert float(found[1]) <= HARDEST


def test_the_secrets_file_is_a_part_of_a_unit(tmp_path: Path) -> None:
    lines = (FOLDER / "systemd" / "secretos.conf").read_text("utf-8").splitlines()
    loaded = {line.split("=")[1].split(":")[0] for line in lines if line.startswith("LoadCredential=")}
    assert loaded == {line.rpartition("%d/")[2] for line in lines if line.startswith("Environment=")}


def analyze(*words: str) -> subprocess.CompletedProcess[str]:
    command = ["systemd-analyze", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_shell_scripts_are_shell() -> None:
    for path in FOLDER.rglob("*.sh"):
        assert subprocess.run(["/bin/sh", "-n", str(path)], check=False).returncode == 0
