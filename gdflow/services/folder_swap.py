"""Let a new folder take the place of another at one stroke.

Linux exchanges both names in one step. Elsewhere it takes two, and whoever dies between them left the old folder under
a name by which the next run brings it back.
"""

import ctypes
import os
from pathlib import Path

from gdflow import failpoints

AT_FDCWD, EXCHANGE = -100, 2
BEFORE = ".anterior"


def swap(new: Path, folder: Path) -> None:
    """Let `new` stand under the name of `folder`; what stood there stands under the name of `new`."""
    failpoints.reach("publish.swap")
    if not folder.exists():
        new.rename(folder)
    elif not _exchange(new, folder):
        folder.rename(_aside(folder))
        failpoints.reach("publish.aside")
        new.rename(folder)
        _aside(folder).rename(new)
    failpoints.reach("publish.swapped")


def bring_back(folder: Path) -> None:
    """Give a folder back its name, where a run died in the middle of a swap of two steps."""
    if not folder.exists() and _aside(folder).exists():
        _aside(folder).rename(folder)


def _aside(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}{BEFORE}")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False where the system or the disk cannot."""
    try:
        rename = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):  # no Linux, or one without the call
        return False
    return bool(rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), EXCHANGE) == 0)
