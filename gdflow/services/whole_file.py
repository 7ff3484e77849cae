"""A file in a folder that people open: whole, or not there."""

from pathlib import Path
from tempfile import NamedTemporaryFile

READABLE = 0o644


def put_whole(path: Path, data: bytes) -> None:
    """Write a file into a folder that exists: whoever looks sees all of it or none. Raises an OSError that names it."""
    part = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as part:
            part.write(data)
        Path(part.name).chmod(READABLE)
        Path(part.name).replace(path)
    except OSError as error:
        if part is not None:
            Path(part.name).unlink(missing_ok=True)  # a full disk gets its room back
        raise OSError(error.errno, error.strerror, str(path)) from error
