"""The evidence pack: every annex behind a closing's figures in one zip, with its index, its hashes and what is missing.

It is written as it is read, to any stream and in constant memory: FURAG packs reach gigabytes. Each file's hash is
taken on its way and compared with the closing's; what is not there, or is not what was closed, is told.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from gdflow.domain.closing import Closed
from gdflow.domain.errors import NotFoundError
from gdflow.report.evidence_facts import PACKED, Annex, AnnexState, annexes_of, without_annex
from gdflow.report.evidence_index import write_index_book, write_index_page
from gdflow.report.zipped import zip_entry

MANIFEST = "MANIFIESTO-SHA256.txt"
INDEX_BOOK, INDEX_PAGE = "index.xlsx", "index.html"
CHUNK = 1024**2
# what is not among them is packed already: to deflate it again costs much and saves nothing
DEFLATED = frozenset({"text/csv", "text/plain", "image/tiff", "application/msword", "application/vnd.ms-excel"})

OpenFile = Callable[[str], BinaryIO]


@dataclass(frozen=True, slots=True)
class PackAccount:
    """What a pack holds. without: reported figures that nothing backs."""

    annexes: tuple[Annex, ...]
    without: int

    def count(self, state: AnnexState) -> int:
        """How many annexes stand so."""
        return sum(each.state is state for each in self.annexes)


def write_evidence_pack(closed: Closed, open_file: OpenFile, out: BinaryIO) -> PackAccount:
    """Write the pack to a stream, which need not be seekable. The same closing and files give the same bytes.

    open_file: the bytes kept under a sha256; NotFoundError where there are none.
    """
    snapshot = closed.snapshot
    without = without_annex(snapshot)
    with ZipFile(_Forward(out), "w") as pack:  # type: ignore[call-overload]  # a stream that it did not open stays open
        written = _Written(pack, snapshot.closed_at)
        annexes = tuple(_copied(written, each, open_file) for each in annexes_of(snapshot))
        written.add(INDEX_BOOK, write_index_book(closed, annexes, without))
        written.add(INDEX_PAGE, write_index_page(closed, annexes, without))
        written.add(MANIFEST, _manifest(closed, annexes, written.hashes))
    return PackAccount(annexes, len(without))


class _Forward:
    """A stream that only goes forward, whatever it is, so that all streams get the same bytes."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def write(self, data: Any) -> int:
        """Pass the bytes on."""
        return self._out.write(data)

    def flush(self) -> None:
        """Pass on what waits."""
        self._out.flush()


class _Written:
    """The entries of a pack, dated by the closing, with their hashes."""

    def __init__(self, pack: ZipFile, at: datetime) -> None:
        self._pack, self._at = pack, at
        self.hashes: dict[str, str] = {}

    def add(self, name: str, data: bytes) -> None:
        """An entry of bytes at hand."""
        self._pack.writestr(zip_entry(name, self._at), data)
        self.hashes[name] = sha256(data).hexdigest()

    def copy(self, name: str, source: BinaryIO, size: int, kind: int) -> str:
        """An entry copied chunk by chunk; answers its hash. size: what is expected, in bytes."""
        entry, taken = zip_entry(name, self._at, kind), sha256()
        entry.file_size = size
        with self._pack.open(entry, "w") as target:
            while chunk := source.read(CHUNK):
                taken.update(chunk)
                target.write(chunk)
        return taken.hexdigest()


def _copied(written: _Written, annex: Annex, open_file: OpenFile) -> Annex:
    """The annex as it stands once its file was looked for."""
    its = annex.evidence
    if its.sha256 is None:
        return annex
    try:
        source = open_file(its.sha256)
    except NotFoundError:
        return replace(annex, state=AnnexState.ABSENT, path=None)
    with source:
        kind = ZIP_DEFLATED if its.media_type in DEFLATED else ZIP_STORED
        found = written.copy(annex.path or "", source, its.size or 0, kind)
    return annex if found == its.sha256 else replace(annex, state=AnnexState.ALTERED)


def _manifest(closed: Closed, annexes: Sequence[Annex], hashes: Mapping[str, str]) -> bytes:
    """What `sha256sum -c` reads. An altered file stands with the hash that was closed, so that the check finds it."""
    facts = closed.facts
    lines = [f"# Evidencias de {facts.plan}, {facts.period}, cierre {facts.number} (sha256 {facts.sha256})"]
    lines += [f"{each.evidence.sha256}  {each.path}" for each in annexes if each.state in PACKED]
    lines += [f"{hashes[name]}  {name}" for name in (INDEX_BOOK, INDEX_PAGE)]
    lines += [f"# {each.state.label}: {each.evidence.sha256}" for each in annexes if each.state is AnnexState.ABSENT]
    return "".join(f"{line}\n" for line in lines).encode()
