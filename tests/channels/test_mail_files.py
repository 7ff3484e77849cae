"""Mails as files: findable by a person, whole or absent, and once."""

from datetime import UTC, date, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from gdflow.channels.base import ChannelError, Message
from gdflow.channels.mail import build_mail
from gdflow.channels.mail_files import MailFiles
from gdflow.channels.render import render_digest
from tests.channels.cast import RESULTS, digest_of

TODAY = date(2023, 7, 5)


def message(recipient: str = "equipo@alcaldia.example") -> Message:
    message_id, sender = f"<gd.{recipient}>", "avisos@alcaldia.example"
    data = build_mail(
        render_digest(digest_of(*RESULTS), today=TODAY),
        message_id=message_id,
        sender=sender,
        recipient=recipient,
        date=datetime(2023, 7, 5, 13, 0, tzinfo=UTC),
    )
    return Message(message_id, sender, recipient, data)


def test_a_mail_is_one_file_named_by_its_day_and_recipient(tmp_path: Path) -> None:
    accepted = MailFiles(tmp_path / "salida").send(message())
    (file,) = (tmp_path / "salida").iterdir()
    assert file.name == accepted.text
    assert file.name.startswith("2023-07-05_equipo@alcaldia.example_")
    assert file.suffix == ".eml"
    assert file.read_bytes() == message().data


def test_the_same_mail_twice_is_one_file(tmp_path: Path) -> None:
    channel = MailFiles(tmp_path)
    assert channel.send(message()) == channel.send(message())
    channel.close()
    assert len(list(tmp_path.iterdir())) == 1


def test_two_mails_are_two_files(tmp_path: Path) -> None:
    for recipient in ("equipo@alcaldia.example", "uso@alcaldia.example"):
        MailFiles(tmp_path).send(message(recipient))
    assert len(list(tmp_path.glob("*.eml"))) == 2


def test_a_recipient_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    MailFiles(tmp_path / "salida").send(message("x/y@alcaldia.example"))
    assert [path.name for path in tmp_path.iterdir()] == ["salida"]
    assert "/" not in next((tmp_path / "salida").iterdir()).name


def test_a_file_opens_as_a_mail(tmp_path: Path) -> None:
    MailFiles(tmp_path).send(message())
    (file,) = tmp_path.iterdir()
    mail = message_from_bytes(file.read_bytes(), policy=default)
    assert mail["Subject"] == "[Gobierno Digital] Quedan 5 días: faltan 4 reportes del trimestre 2"


def test_a_folder_that_cannot_be_written_is_the_channels_fault(tmp_path: Path) -> None:
    (tmp_path / "salida").write_text("no es una carpeta")
    with pytest.raises(ChannelError) as caught:
        MailFiles(tmp_path / "salida").send(message())
    assert caught.value.code == "folder_not_writable"
    assert not caught.value.permanent
