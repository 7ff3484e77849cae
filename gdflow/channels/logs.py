"""The log of a process that stays: lines for people or JSON for machines, without secrets either way."""

import logging
import sys
from collections.abc import Iterable, MutableMapping
from datetime import UTC, datetime
from typing import Any

from structlog.processors import JSONRenderer
from structlog.stdlib import ProcessorFormatter

from gdflow.channels import redaction

LINE = "%(asctime)s %(name)s %(message)s"


def keep_log(form: str, secrets: Iterable[str]) -> None:
    """Write what this process says to its error stream. form: "plain" or "json"."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_json() if form == "json" else logging.Formatter(LINE))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    redaction.install(secrets)


def _json() -> logging.Formatter:
    return ProcessorFormatter(processors=[_told, JSONRenderer(ensure_ascii=False)])


def _told(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A record as one flat object; an error's lines stay in it."""
    record: logging.LogRecord = event["_record"]
    told = {
        "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        "level": record.levelname.lower(),
        "logger": record.name,
        "event": record.getMessage(),
    }
    return told | ({"error": record.exc_text} if record.exc_text else {})
