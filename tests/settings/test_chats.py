"""Chat channels: named in a file, their URLs given by variables, because whoever has the URL can post."""

from pathlib import Path

from gdflow.domain.rules import Chat
from gdflow.settings import load_settings
from gdflow.settings.rules import chats
from tests.settings.test_load import told, write

CHATS = """\
chats = [
    { name = "avisos", kind = "apprise" },
    { name = "gobierno-digital", kind = "msteams", teams = ["Equipo Gobierno Digital"], per_minute = 12 },
]
"""
URLS = {"GDFLOW_CHAT_AVISOS": "slack://a/b/c", "GDFLOW_CHAT_GOBIERNO_DIGITAL": "https://x.logic.azure.com/w?sig=key"}


def test_chats_come_in_the_order_of_their_kinds_with_the_urls_of_their_variables(tmp_path: Path) -> None:
    settings = load_settings(write(tmp_path, CHATS, "channels.toml"), URLS)
    assert chats(settings) == (
        Chat("gobierno-digital", "msteams", ("Equipo Gobierno Digital",), 12),
        Chat("avisos", "apprise", (), 30),
    )
    assert chats(settings)[0].channel == "msteams:gobierno-digital"
    assert settings.chat_url("avisos").get_secret_value() == "slack://a/b/c"
    assert set(URLS.values()) <= set(settings.secrets())
    assert "sig=key" not in repr(settings)


def test_a_url_may_be_kept_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "url.txt").write_text("slack://a/b/c\n", encoding="utf-8")
    variables = {"GDFLOW_CHAT_AVISOS_FILE": "url.txt", "GDFLOW_CHAT_GOBIERNO_DIGITAL": "https://x"}
    settings = load_settings(write(tmp_path, CHATS, "channels.toml"), variables)
    assert settings.chat_url("avisos").get_secret_value() == "slack://a/b/c"


def test_a_channel_without_its_url_is_told_with_the_variable_that_it_needs(tmp_path: Path) -> None:
    variables = {"GDFLOW_CHAT_AVISOS": "slack://a/b/c"}
    assert told(write(tmp_path, CHATS, "channels.toml"), variables) == (
        "config/channels.toml:1: falta la URL del canal. Va en la variable GDFLOW_CHAT_GOBIERNO_DIGITAL, o en "
        "GDFLOW_CHAT_GOBIERNO_DIGITAL_FILE con la ruta de un archivo."
    )


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    variables = {"GDFLOW_CHAT_AVISOS_FILE": "nowhere", "GDFLOW_CHAT_GOBIERNO_DIGITAL": "https://x"}
    sentence = told(write(tmp_path, CHATS, "channels.toml"), variables)
    assert sentence.startswith("GDFLOW_CHAT_AVISOS_FILE: no se pudo leer el archivo")


def test_a_channel_that_no_reminder_uses_is_refused(tmp_path: Path) -> None:
    write(tmp_path, 'channels = ["email", "msteams"]\n', "reminders.toml")
    assert told(write(tmp_path, CHATS, "channels.toml"), URLS) == (
        "config/channels.toml:2: el canal «avisos» no se usaría nunca, porque «reminders.channels» no incluye "
        "«apprise»."
    )


def test_two_channels_cannot_share_a_variable(tmp_path: Path) -> None:
    text = 'chats = [{ name = "a-b", kind = "apprise" }, { name = "a-b", kind = "msteams" }]\n'
    sentence = told(write(tmp_path, text, "channels.toml"), {"GDFLOW_CHAT_A_B": "x"})
    assert "GDFLOW_CHAT_A_B" in sentence
