"""deployments/ as it is read: the files of Docker Compose, the values of Prefect's charts, and the words of gdflow."""

from typing import Any

import typer.main
import yaml  # type: ignore[import-untyped]  # the library ships no types

from gdflow.cli.main import app
from tests.architecture.source import ROOT

FOLDER = ROOT / "deployments"
DOCKERFILE = (FOLDER / "Dockerfile").read_text("utf-8")
NOTES = (FOLDER / "README.md").read_text("utf-8")


class Reader(yaml.SafeLoader):  # type: ignore[misc]  # the library ships no types
    """YAML as Docker Compose reads it."""


class Instead(list[Any]):
    """A list that takes the place of the one below it: `!reset []`."""


Reader.add_constructor("!reset", lambda loader, node: Instead(loader.construct_sequence(node)))


def read(name: str) -> Any:
    """What a file of the folder says."""
    return yaml.load((FOLDER / name).read_text("utf-8"), Reader)


def over(below: Any, above: Any) -> Any:
    """What Docker Compose makes of two files, the one laid over the other."""
    if isinstance(below, dict) and isinstance(above, dict):
        kept = {key: over(below[key], value) if key in below else value for key, value in above.items()}
        return below | kept | {key: above[key] for key in ("command", "entrypoint") if key in above}
    if isinstance(below, list) and isinstance(above, list) and not isinstance(above, Instead):
        return below + [each for each in above if each not in below]
    return above


COMPOSE, SCALE = read("compose.yaml"), read("compose.scale.yaml")
BOTH: Any = {"compose": COMPOSE, "scale": over(COMPOSE, SCALE)}
"""What runs on one server: the usual, and the larger one laid over it."""
WORKER, SERVER = read("helm/prefect-worker-values.yaml"), read("helm/prefect-server-values.yaml")


def commands() -> dict[str, set[str]]:
    """Every command with its options."""

    def walk(group: Any, prefix: str) -> Any:
        for name, command in group.commands.items():
            yield prefix + name, {option for known in command.params for option in (*known.opts, *known.secondary_opts)}
            if hasattr(command, "commands"):
                yield from walk(command, f"{prefix}{name} ")

    return dict(walk(typer.main.get_command(app), ""))


def check_words(words: list[str]) -> None:
    """The words are a command of gdflow with options that it has."""
    known = commands()
    name = max((each for each in known if words[: len(each.split())] == each.split()), key=len, default=None)
    assert name is not None, words
    assert {word for word in words if word.startswith("--")} <= known[name], words
