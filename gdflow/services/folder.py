"""Keep what teams leave in a shared or synced folder, and change nothing in it: no file is moved, locked or deleted.

A file is taken when it stood still between two looks, ten seconds apart or more, when nobody has it open, and when it
is whole. What was seen is written down outside the folder. Copies of the same bytes are one receipt, whatever the
synchronisation called them.
"""

import json
import os
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from unicodedata import normalize
from zipfile import is_zipfile

from gdflow.domain.errors import ConfigError
from gdflow.domain.receipts import ReceiptSource
from gdflow.domain.rules import Rules
from gdflow.services.keep import Kept, keep_file
from gdflow.storage.engine import Session
from gdflow.storage.objects import ObjectStore

STILL = timedelta(seconds=10)
PATIENCE = timedelta(minutes=10)
"""After so long a file that looks cut off is taken as it is: its sender must hear that it cannot be read."""
PASSING = ("~$", ".")
UNFINISHED = (".tmp", ".part", ".partial", ".crdownload", ".download")
ZIP = b"PK"


@dataclass(frozen=True, slots=True)
class Look:
    """What a file looked like. since: when it was first seen so. receipt: of its bytes, once they were kept."""

    size: int
    mtime_ns: int
    since: str
    receipt: str | None = None


@dataclass(frozen=True, slots=True)
class FolderLook:
    """What a look into the folder found. kept: newly kept files by name. waiting: names of those still changing."""

    kept: tuple[tuple[str, Kept], ...]
    waiting: tuple[str, ...]


def look_into(
    transaction: Callable[[], AbstractContextManager[Session]],
    rules: Rules,
    objects: ObjectStore,
    folder: Path,
    seen: Path,
    *,
    now: datetime,
) -> FolderLook:
    """Keep every file of the folder that stood still since the last look, oldest first.

    seen: the file in which looks are written down. Raises ConfigError("folder_unreachable"), and as `keep_file` does.
    """
    before, after = _recalled(seen), dict[str, Look]()
    kept, waiting = list[tuple[str, Kept]](), list[str]()
    names, files = _files(folder)
    for name, stat in sorted(files.items(), key=lambda pair: pair[1].st_mtime_ns):
        after[name] = look = _look(before.get(name), stat, now)
        if look.receipt is not None:
            continue
        data = None if _is_open(name, names) else _whole(folder / name, look, now)
        if data is None:
            waiting.append(name)
            continue
        one = _keep(transaction, rules, objects, name, data, now)
        after[name] = replace(look, receipt=one.receipt.number)
        if one.new:
            kept.append((name, one))
    _write_down(seen, after)
    return FolderLook(tuple(kept), tuple(waiting))


def passed_over(name: str) -> bool:
    """Whether a name is of what office programs, copies and downloads leave while they are at work."""
    return name.startswith(PASSING) or name.lower().endswith(UNFINISHED)


def _files(folder: Path) -> tuple[frozenset[str], dict[str, os.stat_result]]:
    """All names of the folder, in one spelling, and the files in it that hold something."""
    found: dict[str, os.stat_result] = {}
    try:
        entries = list(os.scandir(folder))
    except OSError as error:
        raise ConfigError("folder_unreachable", place=str(folder), found=error.strerror) from error
    for entry in entries:
        with suppress(FileNotFoundError):  # it went away meanwhile
            if entry.is_file() and not passed_over(entry.name) and entry.stat().st_size:
                found[entry.name] = entry.stat()
    return frozenset(normalize("NFC", entry.name) for entry in entries), found


def _look(before: Look | None, stat: os.stat_result, now: datetime) -> Look:
    if before is not None and (before.size, before.mtime_ns) == (stat.st_size, stat.st_mtime_ns):
        return before
    return Look(stat.st_size, stat.st_mtime_ns, now.isoformat())


def _is_open(name: str, names: frozenset[str]) -> bool:
    """Whether the mark of a program that has the file open lies beside it; Word leaves two letters of the name out."""
    marks = (f"~${name}", f"~${name[2:]}", f".~lock.{name}#")
    return any(normalize("NFC", mark) in names for mark in marks)


def _whole(path: Path, look: Look, now: datetime) -> bytes | None:
    """The bytes of a file that stood still, or None while it may still be changing."""
    still = now - datetime.fromisoformat(look.since)
    if still < STILL:
        return None
    try:
        data = path.read_bytes()
        stat = path.stat()
    except OSError:
        return None  # somebody holds it, or it went away: the next look tells
    if (len(data), stat.st_size, stat.st_mtime_ns) != (look.size, look.size, look.mtime_ns):
        return None
    cut_off = data.startswith(ZIP) and not is_zipfile(BytesIO(data))
    return None if cut_off and still < PATIENCE else data


def _keep(
    transaction: Callable[[], AbstractContextManager[Session]],
    rules: Rules,
    objects: ObjectStore,
    name: str,
    data: bytes,
    now: datetime,
) -> Kept:
    return keep_file(
        transaction,
        rules,
        objects,
        name=name,
        data=data,
        source=ReceiptSource.FOLDER,
        sender=None,
        team_id=None,
        period=None,
        now=now,
    )


def _recalled(seen: Path) -> Mapping[str, Look]:
    try:
        known = json.loads(seen.read_text("utf-8"))
        return {str(name): Look(**look) for name, look in known.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}  # nothing was seen, or nobody can tell any more: the same bytes are known by their receipt


def _write_down(seen: Path, looks: Mapping[str, Look]) -> None:
    seen.parent.mkdir(parents=True, exist_ok=True)
    part = seen.with_suffix(".part")
    part.write_text(json.dumps({name: asdict(look) for name, look in looks.items()}, ensure_ascii=False), "utf-8")
    part.replace(seen)
