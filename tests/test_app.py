"""An installation opens quickly, and stays light for as long as it runs."""

import gc
from pathlib import Path

import pytest

from gdflow.app import App
from gdflow.domain.errors import NotFoundError
from gdflow.storage.migrations import HEAD, check, revision_of


def test_a_new_folder_gets_a_whole_database(tmp_path: Path) -> None:
    app = App.open(tmp_path, {}, create=True)
    assert (revision_of(app.engine), check(app.engine)) == (HEAD, ())
    assert App.open(tmp_path, {}).entity_id == app.entity_id


def test_a_folder_without_a_database_is_not_an_installation(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="not_installed"):
        App.open(tmp_path, {})
    assert list(tmp_path.iterdir()) == []


def test_what_is_imported_is_left_alone_by_the_collector_once_and_for_all(tmp_path: Path) -> None:
    App.open(tmp_path, {}, create=True)
    kept = gc.get_freeze_count()
    App.open(tmp_path, {})
    assert 0 < gc.get_freeze_count() <= kept
