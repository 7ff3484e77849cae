"""An installation opens quickly, and stays light for as long as it runs."""

import gc
from pathlib import Path

import pytest

from gdflow.app import App
from gdflow.collect.mailbox import Mailbox, MailboxSettings
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


IMAP = '[mail]\nuser = "planes"\n\n[imap]\nhost = "imap.entidad.example"\n'


def settings_of(app: App) -> MailboxSettings:
    post = app.post()
    assert post is not None
    mailbox = post.open()
    assert isinstance(mailbox, Mailbox)
    return mailbox._settings


def test_without_a_host_no_mailbox_is_read(tmp_path: Path) -> None:
    assert App.open(tmp_path, {}, create=True).post() is None


def test_the_mailbox_is_that_of_the_mails_own_user_unless_it_has_its_own(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "gdflow.toml").write_text(IMAP, encoding="utf-8")
    shared = settings_of(App.open(tmp_path, {"GDFLOW_MAIL__PASSWORD": "una"}, create=True))
    own = {"GDFLOW_MAIL__PASSWORD": "una", "GDFLOW_IMAP__PASSWORD": "otra", "GDFLOW_IMAP__USER": "archivo"}
    apart = settings_of(App.open(tmp_path, own))
    assert [(each.user, each.password) for each in (shared, apart)] == [("planes", "una"), ("archivo", "otra")]


def test_a_mailbox_of_microsoft_365_is_entered_with_a_token(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "gdflow.toml").write_text(IMAP, encoding="utf-8")
    oauth = {f"GDFLOW_OAUTH__{name}": name.lower() for name in ("TENANT", "CLIENT", "SECRET")}
    known = settings_of(App.open(tmp_path, oauth, create=True))
    assert (known.password, known.token is not None) == (None, True)
