"""Reads the settings of an installation, whole or not at all."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from gdflow.domain.errors import ConfigError
from gdflow.settings.catalogue import entries
from gdflow.settings.chat_urls import chat_urls
from gdflow.settings.contradictions import contradictions
from gdflow.settings.environment import add_environment
from gdflow.settings.files import add_files
from gdflow.settings.model import Settings
from gdflow.settings.problems import config_error
from gdflow.settings.sources import Sources


def load_settings(home: Path, environ: Mapping[str, str]) -> Settings:
    """The settings of the installation in `home`: environment over config/*.toml over defaults.

    Raises ConfigError for the first problem; `check_settings` tells them all.
    """
    settings, problems = _read(home, environ)
    if settings is None:
        raise problems[0]
    return settings


def check_settings(home: Path, environ: Mapping[str, str]) -> tuple[ConfigError, ...]:
    """Every problem of the settings, in the order in which a person would mend them; none when they are sound."""
    return _read(home, environ)[1]


def _read(home: Path, environ: Mapping[str, str]) -> tuple[Settings | None, tuple[ConfigError, ...]]:
    sources = Sources()
    add_files(sources, home)
    add_environment(sources, home, environ)
    settings = _validate(sources)
    if settings is not None:
        sources.problems.extend(contradictions(settings, sources))
        settings = settings.with_chat_urls(chat_urls(settings, sources, home, environ))
    if sources.problems or settings is None:
        return None, tuple(sources.problems)
    return settings.said_in({entry.path: sources.origin(entry.path) for entry in entries()}), ()


def _validate(sources: Sources) -> Settings | None:
    try:
        return Settings.model_validate(sources.tree)
    except ValidationError as error:
        sources.problems.extend(config_error(each, sources) for each in error.errors())
        return None
