"""The log of a process that stays: lines for people or JSON for machines, without secrets either way."""

import json
import logging
import sys
from collections.abc import Iterable
from datetime import UTC, datetime

from gdflow.channels import redaction

LINE = "%(asctime)s %(name)s %(message)s"


class JsonLines(logging.Formatter):
    """A record as one object on one line; an error's own lines stay in it."""

    def format(self, record: logging.LogRecord) -> str:
        """The object of a record that the redaction has seen: an error is in its text by then."""
        told = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        return json.dumps(told | ({"error": record.exc_text} if record.exc_text else {}), ensure_ascii=False)


def keep_log(form: str, secrets: Iterable[str]) -> None:
    """Write what this process says to its error stream. form: "plain" or "json"."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if form == "json" else logging.Formatter(LINE))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    redaction.install(secrets)
