"""A new installation's files: the configuration as it is shipped, to be edited by the entity."""

from pathlib import Path

import gdflow

SHIPPED = Path(gdflow.__file__).parent / "config"
"""In a wheel the configuration lies inside the package; in a checkout, beside it."""


def write_config(home: Path) -> tuple[Path, ...]:
    """Copy the shipped configuration into an installation; a file that is there already is left as it is."""
    written = []
    for source in sorted(shipped_config().rglob("*")):
        target = home / "config" / source.relative_to(shipped_config())
        if source.suffix in {".toml", ".json"} and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
            written.append(target)
    return tuple(written)


def shipped_config() -> Path:
    """The folder of the configuration that comes with the program."""
    return SHIPPED if SHIPPED.is_dir() else SHIPPED.parent.parent / "config"
