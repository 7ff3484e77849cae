"""The demonstration's own installation: a folder with the Alcaldía's settings, plan and directory."""

from pathlib import Path

from gdflow.services.init import write_config

DATA = Path(__file__).parent / "data"
PLAN = "cartagena_2023.xlsx"
DIRECTORY = "directorio.csv"

SETTINGS = """\
#:schema ./schema/gdflow.json
# La entidad de la demostración: los correos se escriben en outbox/ y no se envía nada a nadie.

[entity]
code = "cartagena"
name = "Alcaldía Distrital de Cartagena de Indias"

[coordinator]
name = "Oficina de Planeación"
email = "planeacion@cartagena.example"

[mail]
mode = "files"
sender = "Seguimiento de planes <planes@cartagena.example>"
"""


def settle_in(home: Path) -> tuple[Path, Path]:
    """Write the installation's settings, plan and directory; returns the plan's and the directory's paths."""
    config = home / "config" / "gdflow.toml"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text(SETTINGS, encoding="utf-8")
    write_config(home)
    for name in (PLAN, DIRECTORY):
        (home / name).write_bytes((DATA / name).read_bytes())
    return home / PLAN, home / DIRECTORY


def free_folder(wanted: Path) -> Path:
    """The folder itself when it is new or empty, else the same name with the next free number."""
    number, folder = 1, wanted
    while folder.exists() and any(folder.iterdir()):
        number += 1
        folder = wanted.with_name(f"{wanted.name}-{number}")
    return folder
