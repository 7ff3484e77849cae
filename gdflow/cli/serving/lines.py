"""What the parts write, line by line, as one log: each with its part's name, and without secrets."""

import json
import sys
from collections.abc import Callable
from threading import Lock, Thread
from typing import IO

from gdflow.channels.redaction import redacted

WIDTH = 8


class Lines:
    """The one log. form: "plain" or "json"."""

    def __init__(self, form: str) -> None:
        self._shown = _as_json if form == "json" else _as_text
        self._lock = Lock()

    def say(self, part: str, line: str) -> None:
        """Write a line."""
        with self._lock:
            sys.stderr.write(self._shown(part, redacted(line)) + "\n")
            sys.stderr.flush()

    def follow(self, part: str, stream: IO[str], heard: Callable[[str], None]) -> Thread:
        """Write whatever a part writes until it ends; heard: gets each line too."""
        thread = Thread(target=self._follow, args=(part, stream, heard), name=f"log-{part}", daemon=True)
        thread.start()
        return thread

    def _follow(self, part: str, stream: IO[str], heard: Callable[[str], None]) -> None:
        with stream:
            for line in stream:
                if line.strip():
                    heard(line)
                    self.say(part, line.rstrip())


def _as_text(part: str, line: str) -> str:
    return f"{part:<{WIDTH}}| {line}"


def _as_json(part: str, line: str) -> str:
    return json.dumps({"part": part} | (_object(line) or {"event": line}), ensure_ascii=False)


def _object(line: str) -> dict[str, object] | None:
    """The object that a part has written as JSON itself."""
    try:
        found = json.loads(line) if line.startswith("{") else None
    except ValueError:
        return None
    return found if isinstance(found, dict) else None
