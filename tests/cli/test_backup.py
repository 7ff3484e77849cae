"""The commands that copy an installation, look a copy over and make another of it."""

from pathlib import Path

import pytest

from gdflow.cli.output import Exit
from tests.cli.test_docs import bullet, keys
from tests.support.backups import cut_off, rewritten
from tests.support.commands import CommandLine


def a_backup(run: CommandLine, *words: str) -> Path:
    """The file that `gdflow backup` writes."""
    return Path(run("backup", *words, "--json").json["file"])


def test_an_installation_is_copied_looked_over_and_made_again(cartagena: CommandLine, tmp_path: Path) -> None:
    ran = cartagena("backup", "--verify")
    assert (ran.code, ran.err) == (0, "")
    assert "está completa" in ran.out
    [file] = (cartagena.home / "backups").iterdir()
    assert cartagena("backup", "verify", file).code == 0
    before = cartagena("plans", "--json").json
    made = cartagena("restore", file, "--home", tmp_path / "otra")
    assert (made.code, "gdflow remind --dry-run" in made.out) == (0, True)
    cartagena.move(tmp_path / "otra")
    assert cartagena("plans", "--json").json == before
    assert "instalación restaurada de una copia" in cartagena("audit", "list").out
    assert cartagena("audit", "verify").code == 0


def test_it_goes_where_it_is_told_and_old_ones_go(cartagena: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "gdflow-cartagena-20230101-000000.zip").touch()
    ran = cartagena("backup", "--out", tmp_path, "--keep", "1")
    assert "Se quitó la copia vieja gdflow-cartagena-20230101-000000.zip" in ran.out
    assert len(list(tmp_path.glob("*.zip"))) == 1


def test_files_that_may_hold_keys_are_named(cartagena: CommandLine) -> None:
    (cartagena.home / "config" / "smtp").write_text("clave")
    assert "No se copió config/smtp" in cartagena("backup").out


def test_what_is_wrong_ends_with_3_and_is_named(cartagena: CommandLine, tmp_path: Path) -> None:
    file = a_backup(cartagena)
    other = rewritten(file, changed={"config/gdflow.toml": b"x"})
    ran = cartagena("backup", "verify", other)
    assert (ran.code, "config/gdflow.toml" in ran.out) == (Exit.PROBLEMS, True)
    assert cartagena("backup", "verify", cut_off(file, 0.5)).code == Exit.PROBLEMS
    refused = cartagena("restore", other, "--home", tmp_path / "otra")
    assert (refused.code, "config/gdflow.toml" in refused.err) == (Exit.PROBLEMS, True)
    assert not (tmp_path / "otra").exists()


def test_a_lost_file_is_named_and_the_restore_takes_a_word(cartagena: CommandLine, tmp_path: Path) -> None:
    for file in (cartagena.home / "data" / "objects").rglob("*"):
        if file.is_file():
            file.unlink()
    ran = cartagena("backup", "--json")
    assert (ran.code, len(ran.json["absent"])) == (Exit.PROBLEMS, 1)
    its = (ran.json["file"], "--home", str(tmp_path / "otra"))
    assert cartagena("restore", *its).code == Exit.PROBLEMS
    assert cartagena("restore", *its, "--accept-missing").code == Exit.PROBLEMS  # made, and still told
    assert (tmp_path / "otra" / "data").exists()


def test_a_place_that_is_not_empty_is_refused_with_4(cartagena: CommandLine) -> None:
    refused = cartagena("restore", a_backup(cartagena), "--home", cartagena.home)
    assert (refused.code, "nueva o vacía" in refused.err) == (Exit.REFUSED, True)


def test_the_json_has_the_documented_keys(cartagena: CommandLine, tmp_path: Path) -> None:
    told = cartagena("backup", "--verify", "--json").json
    rows = told.pop("rows")
    assert {"line", "result"} <= set(rows)
    assert keys(told) | {"rows", "line", "sha256", "message"} == bullet("backup")
    verified = cartagena("backup", "verify", told["file"], "--json").json
    assert set(verified) == set(told) - {"size", "removed"} | {"ok", "rows"}
    restored = cartagena("restore", told["file"], "--home", tmp_path / "otra", "--json").json
    assert set(restored) == set(verified) - {"file", "ok"} | {"home"}


@pytest.mark.parametrize("words", [("backup", "--keep", "0"), ("restore", "x.zip"), ("backup", "verify")])
def test_a_mistyped_command_ends_with_2(cartagena: CommandLine, words: tuple[str, ...]) -> None:
    assert cartagena(*words).code == Exit.USAGE
