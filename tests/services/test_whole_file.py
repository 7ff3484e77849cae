"""A file that people open is whole, or not there."""

import errno
import os
from pathlib import Path

import pytest

from gdflow.services.whole_file import put_whole


def test_a_file_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    for data in (b"uno", b"dos"):
        put_whole(tmp_path / "informe.xlsx", data)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("informe.xlsx", b"dos")]


def test_a_folder_that_is_none_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="informe") as refused:
        put_whole(tmp_path / "nada" / "informe.xlsx", b"uno")
    assert refused.value.filename == str(tmp_path / "nada" / "informe.xlsx")


def test_a_disk_that_fills_leaves_what_was_there_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_whole(tmp_path / "informe.xlsx", b"uno")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "chmod", full)
    with pytest.raises(OSError, match="informe"):
        put_whole(tmp_path / "informe.xlsx", b"dos")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("informe.xlsx", b"uno")]
