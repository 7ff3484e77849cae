"""The URLs of chat channels: secrets, so each comes by a variable of its own, or by the file that one names."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import SecretStr

from gdflow.settings.delivery import ChatChannel
from gdflow.settings.model import Settings
from gdflow.settings.sources import Sources


def chat_urls(settings: Settings, sources: Sources, home: Path, environ: Mapping[str, str]) -> dict[str, SecretStr]:
    """The URL of each chat channel, by its name; one that is missing or cannot be read is a problem."""
    found = {chat.name: _url(chat, sources, home, environ) for chat in settings.channels.chats}
    return {name: SecretStr(url) for name, url in found.items() if url}


def _url(chat: ChatChannel, sources: Sources, home: Path, environ: Mapping[str, str]) -> str | None:
    name = chat.variable
    if url := environ.get(name):
        return url
    if not (file := environ.get(f"{name}_FILE")):
        sources.refuse("setting_chat_without_url", place=sources.nearest(("channels", "chats")), variable=name)
        return None
    try:
        return (home / file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        sources.refuse("setting_secret_unreadable", place=f"{name}_FILE", file=str(home / file))
        return None
