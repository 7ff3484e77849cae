"""Whose turn it is on this machine: a file that one process at a time holds, freed by the system when that one dies."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def turn(folder: Path, name: str) -> Iterator[bool]:
    """Whether it is this process's turn while the block lasts; another holds it where it is not.

    A second turn of the same name within one process is refused as another process's is.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{name}.lock").open("a", encoding="utf-8") as handle:
        yield _held(handle)


def _held(handle: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
