"""A folder of published files that is replaced as a whole: whoever reads it sees what was there or what comes.

What did not change stays the same file with its own date, so that a web server goes on saying that it is unchanged. A
manifest inside says which files are ours: all others stay where they are, and none of them is ever written over.
"""

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import file_digest, sha256
from pathlib import Path
from tempfile import mkdtemp

from gdflow import failpoints
from gdflow.domain.errors import ConflictError
from gdflow.services.folder_swap import bring_back, swap

MANIFEST = "MANIFIESTO.txt"
HEAD = "# Publicado por gdflow. Se comprueba en esta carpeta con: sha256sum -c MANIFIESTO.txt\n"
LINE = re.compile(r"([0-9a-f]{64})  (.+)")
READABLE, OPEN = 0o644, 0o755
ABANDONED = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Laid:
    """What replacing a folder did. left: once ours, changed by somebody since and published no more: they stay."""

    written: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]
    left: tuple[str, ...]


def lay_out_site(folder: Path, files: Iterable[tuple[str, bytes]], *, now: datetime, dry_run: bool = False) -> Laid:
    """Make a folder hold these files, by their path ("plan/2023-Q1/index.html"), beside all that is not ours.

    dry_run: only say what would be done. now: what runs that were killed left behind for a day is cleared away.
    Raises ConflictError: publish_foreign_file for a file of others in the place of one of ours, publish_not_a_folder.
    """
    folder = folder.resolve()
    if folder.exists() and not folder.is_dir():
        raise ConflictError("publish_not_a_folder", folder=str(folder))
    if dry_run:
        return _Laying(folder, None, _manifest(folder)).lay(files)
    folder.parent.mkdir(parents=True, exist_ok=True)
    bring_back(folder)
    _clear_abandoned(folder, now)
    staging = Path(mkdtemp(prefix=_prefix(folder), dir=folder.parent))
    try:
        laying = _Laying(folder, staging, _manifest(folder))
        laid = laying.lay(files)
        if laying.finish(staging):
            staging.chmod(folder.stat().st_mode if folder.exists() else OPEN)
            swap(staging, folder)
        return laid
    finally:
        shutil.rmtree(staging, ignore_errors=True)


@dataclass(slots=True)
class _Laying:
    """A run. staging: the folder that will take the other's place, None for a rehearsal. known: the manifest of before.

    hashes: of what is published now.
    """

    folder: Path
    staging: Path | None
    known: Mapping[str, str]
    hashes: dict[str, str] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)

    def lay(self, files: Iterable[tuple[str, bytes]]) -> Laid:
        for path, data in files:
            self._place(path, data)
        removed, left = self._others()
        return Laid(tuple(self.written), len(self.hashes) - len(self.written), tuple(removed), tuple(left))

    def finish(self, staging: Path) -> bool:
        """Write the manifest; False when the folder holds all that already."""
        text = (HEAD + "".join(f"{digest}  {path}\n" for path, digest in sorted(self.hashes.items()))).encode()
        old = self.folder / MANIFEST
        if old.is_file() and old.read_bytes() == text and not self.written:
            return False
        _write(staging / MANIFEST, text)
        return True

    def _place(self, path: str, data: bytes) -> None:
        """Put a file in its place: the one that is there, where it holds the same bytes."""
        there, digest = self.folder / path, sha256(data).hexdigest()
        self.hashes[path] = digest
        if there.is_file() and _hash(there) == digest:
            self._carry(path)
            return
        if os.path.lexists(there) and path not in self.known:
            raise ConflictError("publish_foreign_file", file=str(there))
        self.written.append(path)
        if self.staging is not None:
            _write(self.staging / path, data)
            failpoints.reach("publish.file")

    def _others(self) -> tuple[list[str], list[str]]:
        """Let all else stay, but for what is ours and as we wrote it: what goes, and what of ours stays."""
        removed: list[str] = []
        left: list[str] = []
        for path in _everything(self.folder):
            if path in self.hashes or path == MANIFEST:
                continue
            if path in self.known:
                ours = _hash(self.folder / path) == self.known[path]
                (removed if ours else left).append(path)
                if ours:
                    continue
            self._carry(path)
        return removed, left

    def _carry(self, path: str) -> None:
        """Let a file that is there stand in the new folder too: the very same one where the disk can do that."""
        if self.staging is None:
            return
        source, target = self.folder / path, self.staging / path
        if any(each.is_file() for each in target.parents) or target.is_dir():
            raise ConflictError("publish_foreign_file", file=str(source))
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(source, target, follow_symlinks=False)
        except OSError:
            shutil.copy2(source, target, follow_symlinks=False)


def _manifest(folder: Path) -> dict[str, str]:
    """What we published in a folder: the hashes by path; of a folder of others nothing."""
    path = folder / MANIFEST
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return {found[2]: found[1] for line in lines if (found := LINE.fullmatch(line))}


def _everything(folder: Path) -> Iterator[str]:
    """The paths of all files and links in a folder, in order; an empty folder is nobody's."""
    for root, folders, names in os.walk(folder):
        folders.sort()
        linked = [name for name in folders if (Path(root) / name).is_symlink()]
        for name in sorted([*names, *linked]):
            yield (Path(root) / name).relative_to(folder).as_posix()


def _hash(path: Path) -> str | None:
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    path.chmod(READABLE)


def _prefix(folder: Path) -> str:
    return f".{folder.name}.gdflow-"


def _clear_abandoned(folder: Path, now: datetime) -> None:
    """Remove what killed runs left; one that is a day old is nobody's any more."""
    for each in folder.parent.glob(f"{_prefix(folder)}*"):
        if now.timestamp() - each.stat().st_mtime > ABANDONED.total_seconds():
            shutil.rmtree(each, ignore_errors=True)
