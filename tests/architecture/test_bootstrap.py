"""run.py: what a person meets first, on whatever Python."""

import ast
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.architecture.source import ROOT

RUN = ROOT / "run.py"


@pytest.fixture
def run() -> ModuleType:
    """run.py as a module of its own for each test."""
    spec = importlib.util.spec_from_file_location("run", RUN)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_an_old_python_can_parse_it() -> None:
    assert ast.parse(RUN.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_old_python_is_told_in_one_line_what_is_missing() -> None:
    program = f"import sys; sys.version_info = (3, 8, 0); exec(open({str(RUN)!r}, encoding='utf-8').read())"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("gdflow necesita Python 3.11 o posterior y este es Python 3.8:")
    assert done.stderr.count("\n") == 1


def test_it_needs_the_standard_library_alone() -> None:
    tree = ast.parse(RUN.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names


def test_pips_settings_reach_uv(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    written = (
        ":env:.index-url='https://espejo.entidad.example/simple'\n"
        "global.index-url='https://otro.example/simple'\n"
        "global.extra-index-url='\\nhttps://a.example/simple\\nhttps://b.example/simple'\n"
        "global.find-links='ruedas mas-ruedas'\n"
        "global.cert='/etc/ca.pem'\n"
        "download.index-url='https://no.example'\n"
        "global.timeout='60'\n"
    )
    monkeypatch.setattr(run, "attempt", lambda *words, **variables: subprocess.CompletedProcess(words, 0, written, ""))
    monkeypatch.setattr(os, "environ", {"SSL_CERT_FILE": "/mío.pem"})
    assert run.uv_settings() == {
        "UV_PYTHON_DOWNLOADS": "never",
        "UV_INDEX_STRATEGY": "unsafe-best-match",
        "UV_DEFAULT_INDEX": "https://espejo.entidad.example/simple",
        "UV_INDEX": "https://a.example/simple https://b.example/simple",
        "UV_FIND_LINKS": "ruedas,mas-ruedas",
    }


def test_a_set_up_is_done_once_and_again_when_the_lock_changes(
    run: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place(run, tmp_path, monkeypatch)
    built: list[str] = []

    def build() -> None:
        built.append("once more")
        run.STAMP.write_text(run.fingerprint(), encoding="utf-8")

    monkeypatch.setattr(run, "build", build)
    run.prepare()
    run.prepare()
    (tmp_path / "requirements.lock").write_text("uv==2")
    run.prepare()
    assert len(built) == 2


@pytest.mark.parametrize("stamp", ["preparing", "abc\n/otra/carpeta\n"], ids=["interrupted", "moved"])
def test_what_can_not_be_mended_is_made_anew(
    run: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stamp: str
) -> None:
    place(run, tmp_path, monkeypatch)
    monkeypatch.setattr(run, "PYTHON", Path(sys.executable))
    run.STAMP.write_text(stamp)
    assert run.is_beyond_repair()
    run.STAMP.write_text(run.fingerprint(), encoding="utf-8")
    assert not run.is_beyond_repair()


def test_a_folder_that_can_not_be_written_is_named(
    run: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place(run, tmp_path, monkeypatch)

    def refused() -> None:
        raise PermissionError(13, "denied", str(tmp_path))

    monkeypatch.setattr(run, "build", refused)
    with pytest.raises(run.SetupError, match="no puedo escribir en"):
        run.prepare()


def test_a_failed_step_is_told_with_its_last_words(run: ModuleType) -> None:
    with pytest.raises(run.SetupError, match=r"(?s)falló «.*»:\nsin red\n¿Hay conexión"):
        run.quietly(sys.executable, "-c", "import sys; sys.exit('sin red')")


def place(run: ModuleType, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Moves run.py's eyes to another folder, with an environment that seems to be there."""
    (folder / ".venv").mkdir()
    (folder / "requirements.lock").write_text("uv==1")
    (folder / "pyproject.toml").write_text("")
    moved = {"ROOT": folder, "VENV": folder / ".venv", "LOCK": folder / "requirements.lock", "TURN": folder / "turn"}
    for name, value in (moved | {"STAMP": folder / ".venv" / "stamp", "PYTHON": Path(sys.executable)}).items():
        monkeypatch.setattr(run, name, value)
