"""The reading process: `python -m gdflow.collect.reading.child MEMORY SECONDS`, told what to read on its input.

It says a word when it is ready. Each request is two sentences, what is asked (JSON) and the file; each answer is one.
"""

import codecs
import gc
import json
import os
import sys
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO

from gdflow import failpoints
from gdflow.collect.files import read_document
from gdflow.collect.forms_reader import read_forms
from gdflow.collect.plan_reader import read_directory, read_plans
from gdflow.collect.raw_cells import check_every_cell
from gdflow.collect.reading.confinement import allow_seconds, confine
from gdflow.collect.reading.frames import read_frame, write_frame
from gdflow.collect.reading.plain import document_as_plain, form_as_plain
from gdflow.collect.reading.plan_plain import as_plain
from gdflow.domain.errors import GdflowError, InputError

READY = b"ready"
# Loaded when first used, which is too late for a process that can open no file.
ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp437", "latin-1", "iso8859-15", "ascii")
Plain = dict[str, Any]


def main() -> None:
    """Read what is asked for until the input ends."""
    memory, seconds = map(int, sys.argv[1:])
    warm()
    gc.freeze()  # what was loaded lives as long as the process: no collection need look at it
    confine(memory)
    write_frame(sys.stdout.buffer, READY)
    try:
        serve(sys.stdin.buffer, sys.stdout.buffer, seconds)
    except MemoryError:
        os._exit(1)  # nothing that would ask for memory once more


def warm() -> None:
    """Load all that reading may need later."""
    for name in ENCODINGS:
        codecs.lookup(name)
    for name, data in (("a.csv", b"a;b\n1;2\n"), ("a.txt", b"a\tb\n"), ("a.xlsx", b"PK\x03\x04")):
        answer({"name": name, "as_document": True}, data)


def serve(requests: BinaryIO, answers: BinaryIO, seconds: int) -> None:
    """Answer each request within so many seconds of computing."""
    while (asked := read_frame(requests)) is not None:
        data = read_frame(requests) or b""
        allow_seconds(seconds)
        failpoints.reach("parse.child")
        write_frame(answers, json.dumps(answer(json.loads(asked), data), ensure_ascii=False).encode())


def answer(asked: Plain, data: bytes) -> Plain:
    """What a file says: its forms, else its cells when it is a document; or why it cannot be read."""
    try:
        return _read(asked, data)
    except GdflowError as error:
        return {"code": error.code, "facts": {key: _fact(value) for key, value in error.facts.items()}}
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  whatever a made-up file does to a library, its sender gets an answer
        return {"code": "unreadable_inside", "facts": {"file": asked["name"], "found": type(error).__name__}}


def _read(asked: Plain, data: bytes) -> Plain:
    document = read_document(data, asked["name"])
    check_every_cell(document, data)
    if "as_plan" in asked:
        return {"plans": as_plain(read_plans(document, as_of=date.fromisoformat(asked["as_plan"])))}
    if "as_directory" in asked:
        return {"directory": as_plain(read_directory(document))}
    if not asked["as_document"]:
        try:
            return {"forms": [form_as_plain(form) for form in read_forms(document)]}
        except InputError as error:
            if error.code != "not_a_form":
                raise
    return {"document": document_as_plain(document)}


def _fact(value: object) -> object:
    return value if isinstance(value, int | str | None) else str(value) if isinstance(value, Decimal) else repr(value)


if __name__ == "__main__":
    main()
