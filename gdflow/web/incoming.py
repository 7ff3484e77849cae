"""What a browser sends in a form, as plain values: texts in one shape, files as bytes under a harmless name."""

import asyncio
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

MOST = {"max_files": 20, "max_fields": 30, "max_part_size": 40_000}
PATIENCE = 300
"""Seconds for a form to arrive: twelve megabytes over a slow telephone."""


class TooSlowError(Exception):
    """A form did not arrive in time."""


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as the browser sent it."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Sent:
    """A form's texts and files by the name of their field; a field that was left out is blank."""

    texts: dict[str, str]
    files: dict[str, tuple[SentFile, ...]]

    def text(self, name: str) -> str:
        """What stands in a field, without blanks around it."""
        return self.texts.get(name, "").strip()


async def sent_form(request: Request) -> Sent:
    """Everything that a form sends. Raises TooSlowError, and what the guard raises for a body that is too long."""
    try:
        async with asyncio.timeout(PATIENCE), request.form(**MOST) as form:
            texts = {name: _plain(value) for name, value in form.multi_items() if isinstance(value, str)}
            return Sent(texts, await _files(form))
    except TimeoutError as error:
        raise TooSlowError from error


def day_of(text: str) -> date | None:
    """The date of a date field; None for a blank. Raises ValueError for anything else."""
    return date.fromisoformat(text) if text else None


async def _files(form: FormData) -> dict[str, tuple[SentFile, ...]]:
    files: dict[str, tuple[SentFile, ...]] = {}
    for name, value in form.multi_items():
        # A file field that was left empty is sent as a file without a name.
        if isinstance(value, UploadFile) and value.filename:
            files[name] = (*files.get(name, ()), SentFile(value.filename, await value.read()))
    return files


def _plain(text: str) -> str:
    """One shape for accents and line ends, and no control signs, which no workbook can hold."""
    one = normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in one if sign.isprintable() or sign in "\n\t\u00a0")
