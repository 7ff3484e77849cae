"""Templates compiled once and kept beside their files, as Python keeps its modules: each command is a new process.

They lie in Python's own `__pycache__` and follow its rules, so whoever may write there may change the program itself
anyhow. Where nobody may write, each process compiles for itself.
"""

import marshal
import os
import sys
from contextlib import suppress
from hashlib import sha256
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """What was compiled of each template, with the mark of all that it was made from: anything else is made anew."""

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """The place of a template, filled where it was compiled before from just this."""
        bucket = Bucket(environment, _place(filename) if filename else "", _mark(environment, name, filename, source))
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket if its file is there, whole and of the same mark."""
        mark = bucket.checksum.encode()
        # What is missing, or was damaged, is compiled anew.
        with suppress(OSError, EOFError, ValueError, TypeError):
            kept = Path(bucket.key).read_bytes()
            if kept.startswith(mark):
                bucket.code = marshal.loads(kept[len(mark) :])  # noqa: S302  # as trusted as the modules beside it

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled; a file that cannot be written is none."""
        if sys.dont_write_bytecode or not bucket.key:
            return
        place = Path(bucket.key)
        part = place.with_name(f"{place.name}.{os.getpid()}.{id(bucket)}")
        with suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
            try:
                part.write_bytes(bucket.checksum.encode() + marshal.dumps(bucket.code))
                part.replace(place)  # whole or not at all: others read meanwhile
            finally:
                part.unlink(missing_ok=True)


def _place(filename: str) -> str:
    compiled = Path(cache_from_source(filename))
    return str(compiled.with_name(f"{Path(filename).name}.{sys.implementation.cache_tag}"))


def _mark(environment: Environment, name: str, filename: str | None, source: str) -> str:
    """What tells all things apart from which something else would be compiled."""
    plain = {key: value for key, value in vars(environment).items() if isinstance(value, str | bool | None)}
    escapes = environment.autoescape
    ways = (escapes(name) if callable(escapes) else escapes, environment.finalize is None, *environment.extensions)
    made_of = (MAGIC_NUMBER, jinja2.__version__, plain, ways, filename, source)
    return sha256(repr(made_of).encode()).hexdigest()
