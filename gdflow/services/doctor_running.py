"""Whether an installation is kept running: its works are done in time, its clock goes right, its keys are good."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from gdflow.domain.jobs import RunState
from gdflow.domain.rules import Rules
from gdflow.services.doctor_check import Check, Installation
from gdflow.services.runs import WorkHealth, works_of
from gdflow.settings import Settings
from gdflow.settings.catalogue import PASSWORDS, dotted, variable
from gdflow.storage.events import newest_events

SHORTEST = 12
COMMON = ("password", "contraseña", "clave", "secret", "admin", "123456", "gdflow", "qwerty")
SKEW = timedelta(minutes=2)
IN_FILE, HELD_BY_THE_SYSTEM = "_FILE", ("/run/", "/var/run/")


def running_checks(app: Installation, *, now: datetime, environ: Mapping[str, str]) -> Iterator[Check]:
    """What can be seen without asking anybody else."""
    yield _works(app, now)
    yield _own_clock(app, now)
    yield from _keys(app.settings, app.home, environ)


def _works(app: Installation, now: datetime) -> Check:
    with app.reading() as session:
        late = [each for each in works_of(session, app.rules, now=now) if each.late]
    if not late:
        return Check("Reloj de los trabajos", True, "todos se hicieron a su hora")
    found = "; ".join(_late(each, app.rules) for each in late)
    mend = (
        "Compruebe que «gdflow serve» esté encendido (systemctl status gdflow), o que el programador de tareas llame a "
        "«gdflow work» cada minuto. Lo que falta se hace apenas vuelva."
    )
    return Check("Reloj de los trabajos", False, found, mend)


def _late(health: WorkHealth, rules: Rules) -> str:
    run = health.run
    if run is None:
        return f"{health.work.label}: nunca se ha hecho"
    if run.state is RunState.FAILED:
        return f"{health.work.label}: falla ({run.error})"
    since = f"{rules.window.local(run.succeeded_at):%Y-%m-%d %H:%M}" if run.succeeded_at else "nunca"
    return f"{health.work.label}: la última vez que terminó bien fue {since}"


def _own_clock(app: Installation, now: datetime) -> Check:
    """Nothing that was written down can be of the future."""
    with app.reading() as session:
        newest = newest_events(session, app.rules.entity_id, 1)
    ahead = newest[0].at - now if newest else timedelta()
    shown = f"{app.rules.window.local(now):%Y-%m-%d %H:%M} ({app.rules.window.zone})"
    if ahead <= SKEW:
        return Check("Hora del servidor", True, shown)
    found = f"{shown}; el último suceso se anotó {ahead.total_seconds() / 60:.0f} minutos después"
    return Check("Hora del servidor", False, found, "Ponga en hora el servidor: timedatectl set-ntp true.")


def _keys(settings: Settings, home: Path, environ: Mapping[str, str]) -> Iterator[Check]:
    weak = [f"{dotted(path)}: {why}" for path in PASSWORDS if (why := _weakness(settings, path)) is not None]
    open_files = [
        file for path in PASSWORDS if (file := environ.get(variable(path) + IN_FILE)) and _is_open(home / file)
    ]
    for found in weak:
        yield Check("Claves", False, found, "Cámbiela por una de 12 o más caracteres al azar.")
    for file in open_files:
        yield Check("Claves", False, f"{file}: lo puede leer cualquiera de este servidor", f"chmod 600 {file}")
    if not (weak or open_files):
        yield Check("Claves", True, "ninguna es corta ni conocida")


def _weakness(settings: Settings, path: tuple[str, str]) -> str | None:
    section, name = path
    secret = getattr(getattr(settings, section), name)
    if secret is None:
        return None
    value = secret.get_secret_value()
    if len(value) < SHORTEST:
        return f"tiene menos de {SHORTEST} caracteres"
    return "es de las conocidas" if any(word in value.casefold() for word in COMMON) else None


def _is_open(file: Path) -> bool:
    """Whether others may read a file; what the system itself holds for one service is its own matter."""
    held = str(file).startswith(HELD_BY_THE_SYSTEM)
    return not held and file.exists() and bool(file.stat().st_mode & 0o007)
