"""The commands that can not run in a test: each with its reason, and what is checked of it all the same."""

import re
from collections.abc import Mapping
from typing import Any

import typer.main

from gdflow.cli.main import app
from tests.architecture.deployed import COMPOSE
from tests.docs.texts import ROOT, words_of

NEVER_ENDS = "it runs until it is stopped; tests/acceptance and tests/flows start it"
ITSELF = "it is this very suite"
OTHER_HOST = "it speaks to a host that no test may reach"
OTHER_PROGRAM = "it wants a machine of its own: administrator, containers, or a registry"
REASONS: Mapping[str, str] = {
    "gdflow serve": NEVER_ENDS,
    "python -m flows.server": NEVER_ENDS,
    "prefect": "it wants a running Prefect server; tests/flows deploys to one",
    "run.py test": ITSELF,
    "gdflow webhooks add": OTHER_HOST,
    "gdflow webhooks test": OTHER_HOST,
    "sudo": OTHER_PROGRAM,
    "docker": OTHER_PROGRAM,
    "pip": "it wants the network",
}
"""By how a command begins, without `sudo`'s or Python's own path."""


def reason(command: str) -> str | None:
    """Why a command is not run here; None when it is."""
    plain = _plain(command)
    return next((begin for begin in REASONS if plain == begin or plain.startswith(f"{begin} ")), None)


def check_named(command: str) -> None:
    """Whatever of this repository the command names is there, and gdflow's words are words that it has."""
    words = words_of(command)
    for word in words:
        if found := re.match(
            r"(?:/opt/gdflow/)?((?:deployments|config|docs|flows)/[\w./*-]*|requirements\.lock)", word
        ):
            assert list(ROOT.glob(found[1])), f"{command}: {found[1]}"
        if found := re.fullmatch(r"(gdflow[\w-]*\.(?:service|timer))", word):
            assert (ROOT / "deployments" / "systemd" / found[1]).exists(), f"{command}: {found[1]}"
    if words[:2] == ["docker", "compose"]:
        told = [word for at, word in enumerate(words) if "-f" not in words[at - 1 : at + 1]]
        assert {word for word in told[3:4] if not word.startswith("-")} <= set(COMPOSE["services"]), command
        files = {word for at, word in enumerate(words) if words[at - 1] == "-f"}
        assert all((ROOT / "deployments" / file).exists() for file in files), command
    if "-m" in words and (module := words[words.index("-m") + 1]).startswith("flows."):
        assert list(ROOT.glob(f"{module.replace('.', '/')}*")), command
    own = [at for at, word in enumerate(words) if _is_gdflow(word, first=at == 0 or "=" in words[at - 1])]
    if own and len(words) > own[-1] + 1:
        check_words(words[own[-1] + 1 :])


def _plain(command: str) -> str:
    """The command without variables before it, without its program's path; run.py is gdflow but for its own three."""
    bare = re.sub(r"^(?:\w+=\S+\s+)+", "", command)
    bare = re.sub(r"^(?:py|python3?)\s+(?:-3\S*\s+)?(?:\S*[/\\])?run\.py", "run.py", bare)
    bare = re.sub(r"^run\.py(?! (?:test|check|bench)\b)", "gdflow", bare)
    bare = re.sub(r"^(?:\S*[/\\])?(gdflow|python|prefect)(?=\s)", r"\1", bare)
    return re.sub(r"^python3? -m pip\b", "pip", re.sub(r"^gdflow --home \S+ ", "gdflow ", bare))


def _is_gdflow(word: str, *, first: bool) -> bool:
    """Whether a word is the program, and not a folder or a name that is called so too."""
    return re.search(r"(bin|Scripts)[/\\]gdflow(\.exe)?$", word) is not None or (first and word == "gdflow")


def check_words(words: list[str]) -> None:
    """gdflow understands the words: command, options, nothing missing; without doing anything."""
    command: Any = typer.main.get_command(app)
    rest = words[2:] if words[0] == "--home" else list(words)
    while rest and rest[0] in getattr(command, "commands", ()):
        command = command.commands[rest.pop(0)]
    command.make_context("gdflow", rest)
