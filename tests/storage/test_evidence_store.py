"""Evidence rests in the installation's own folder, or wherever a URL leads, by the same names."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from gdflow.domain.errors import ConfigError, NotFoundError
from gdflow.storage.evidence_store import RemoteStore, open_store
from gdflow.storage.objects import ObjectStore

DATA = b"%PDF-1.7 acta"
NAME = sha256(DATA).hexdigest()


@pytest.fixture
def own(tmp_path: Path) -> ObjectStore:
    """The installation's own store."""
    return ObjectStore(tmp_path / "data" / "objects")


def test_without_a_url_evidence_stands_among_the_other_files(own: ObjectStore, tmp_path: Path) -> None:
    assert open_store(None, tmp_path, own) is own


@pytest.mark.parametrize("url", ["evidencias", "file://evidencias"])
def test_a_folder_counts_from_the_installation(url: str, own: ObjectStore, tmp_path: Path) -> None:
    assert open_store(url, tmp_path, own).put(DATA) == NAME
    assert (tmp_path / "evidencias" / NAME[:2] / NAME).read_bytes() == DATA


def test_a_remote_store_keeps_the_same_bytes_once(own: ObjectStore, tmp_path: Path) -> None:
    store = open_store(f"memory://{tmp_path.name}", tmp_path, own)
    assert isinstance(store, RemoteStore)
    assert store.put(DATA) == store.put(DATA) == NAME
    assert store.get(NAME) == DATA
    assert [file.rpartition("/")[2] for file in store.files.find(store.folder)] == [NAME]


def test_what_is_gone_or_was_changed_is_not_handed_out(own: ObjectStore, tmp_path: Path) -> None:
    store = open_store(f"memory://{tmp_path.name}", tmp_path, own)
    assert isinstance(store, RemoteStore)
    with pytest.raises(NotFoundError, match="unknown_object"):
        store.get(NAME)
    store.put(DATA)
    store.files.pipe_file(f"{store.folder}/{NAME[:2]}/{NAME}", b"otra cosa")
    with pytest.raises(NotFoundError, match="unknown_object"):
        store.get(NAME)


@pytest.mark.parametrize("url", [None, "evidencias", "memory://{}"])
def test_what_is_too_large_to_hold_is_read_as_a_stream(own: ObjectStore, tmp_path: Path, url: str | None) -> None:
    store = open_store(url.format(tmp_path.name) if url else None, tmp_path, own)
    store.put(DATA)
    with store.open(NAME) as stream:
        assert (stream.read(4), stream.read()) == (DATA[:4], DATA[4:])
    with pytest.raises(NotFoundError, match="unknown_object"):
        store.open("0" * 64)


class Leaking:
    """A store that loses the end of whatever it is given."""

    size: int | None = None

    def makedirs(self, *_: Any, **__: Any) -> None:
        pass

    def invalidate_cache(self) -> None:
        pass

    def pipe_file(self, _: str, data: bytes) -> None:
        self.size = len(data) - 1

    def info(self, place: str) -> dict[str, int]:
        if self.size is None:
            raise FileNotFoundError(place)
        return {"size": self.size}


def test_what_was_not_kept_whole_is_not_acknowledged() -> None:
    with pytest.raises(OSError, match="whole file"):
        RemoteStore(Leaking(), "x").put(DATA)


@pytest.mark.parametrize(("url", "code"), [("s3://x", "evidence_store_package"), ("zz://x", "evidence_store_unknown")])
def test_a_store_that_cannot_be_used_says_what_is_missing(
    url: str, code: str, own: ObjectStore, tmp_path: Path
) -> None:
    with pytest.raises(ConfigError, match=code):
        open_store(url, tmp_path, own)
