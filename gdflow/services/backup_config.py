"""Which files of config/ go into a backup: what decides how an installation works, and nothing that may be a key."""

from collections.abc import Iterator
from pathlib import Path

TABLES, TEXTS, CERTIFICATES = frozenset({".toml", ".json"}), "templates", frozenset({".pem", ".crt", ".cer"})
KEY = b"PRIVATE KEY"


def config_files(home: Path) -> Iterator[tuple[Path, bool]]:
    """The files of config/ by their path from the installation's folder, and whether each may be copied.

    Settings refuse to hold secrets; a file that is none of ours may be the one that an environment variable names.
    """
    folder = home / "config"
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield file.relative_to(home), _is_ours(file, file.relative_to(folder))


def _is_ours(file: Path, place: Path) -> bool:
    if any(part.startswith(".") for part in place.parts) or file.is_symlink():
        return False
    if place.parts[0] == TEXTS:
        return True
    if file.suffix in CERTIFICATES:
        return KEY not in file.read_bytes()
    return file.suffix in TABLES and place.parts[:-1] in ((), ("schema",))
