"""Where evidence rests: in the installation's own folder, or wherever a URL of fsspec leads (S3, Azure)."""

from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from gdflow.domain.errors import ConfigError, NotFoundError
from gdflow.storage.objects import ObjectStore

PACKAGES = {"s3": "s3fs", "abfs": "adlfs", "abfss": "adlfs", "az": "adlfs", "gs": "gcsfs", "gcs": "gcsfs"}


class EvidenceStore(Protocol):
    """Immutable files by the sha256 of their bytes; the same bytes are one file."""

    def put(self, data: bytes) -> str:
        """Keep the bytes and return their sha256; on return they are safe."""

    def get(self, name: str) -> bytes:
        """The bytes kept under a sha256; NotFoundError when they are not here."""

    def open(self, name: str) -> BinaryIO:
        """The same as a stream, for what is too large to hold; whoever reads it checks its sha256."""


class RemoteStore:
    """A folder in a store that fsspec knows; it stands in for the disk's own fsync and rename."""

    def __init__(self, files: Any, folder: str) -> None:
        self.files, self.folder = files, folder.rstrip("/")

    def put(self, data: bytes) -> str:
        """Keep the bytes and return their sha256; on return the store says that it has all of them."""
        name = sha256(data).hexdigest()
        place = self._place(name)
        if self._size(place) != len(data):
            self.files.makedirs(place.rpartition("/")[0], exist_ok=True)
            self.files.pipe_file(place, data)
            if self._size(place) != len(data):
                raise OSError(f"{self.folder}: the store did not keep the whole file")
        return name

    def get(self, name: str) -> bytes:
        """The bytes kept under a sha256; NotFoundError when they are not here, or are others by now."""
        try:
            data = bytes(self.files.cat_file(self._place(name)))
        except FileNotFoundError as error:
            raise NotFoundError("unknown_object", found=name) from error
        if sha256(data).hexdigest() != name:
            raise NotFoundError("unknown_object", found=name)
        return data

    def open(self, name: str) -> BinaryIO:
        """The same as a stream, for what is too large to hold; whoever reads it checks its sha256."""
        try:
            stream: BinaryIO = self.files.open(self._place(name), "rb")
        except FileNotFoundError as error:
            raise NotFoundError("unknown_object", found=name) from error
        return stream

    def _size(self, place: str) -> int | None:
        self.files.invalidate_cache()
        try:
            return int(self.files.info(place)["size"])
        except FileNotFoundError:
            return None

    def _place(self, name: str) -> str:
        return f"{self.folder}/{name[:2]}/{name}"


def open_store(url: str | None, home: Path, own: ObjectStore) -> EvidenceStore:
    """The store of a URL, the installation's own where there is none; a path is taken from the installation's folder.

    Raises ConfigError: evidence_store_unknown, evidence_store_package.
    """
    if url is None:
        return own
    scheme, mark, rest = url.partition("://")
    if not mark or scheme == "file":
        return ObjectStore(home / (rest if mark else url))
    # so late: it is slow to load, and few need it
    import fsspec  # type: ignore[import-untyped]  # the library ships no types

    try:
        files, folder = fsspec.core.url_to_fs(url)
    except ImportError as error:
        raise ConfigError("evidence_store_package", scheme=scheme, package=PACKAGES.get(scheme, "fsspec")) from error
    except ValueError as error:
        raise ConfigError("evidence_store_unknown", scheme=scheme) from error
    return RemoteStore(files, folder)
