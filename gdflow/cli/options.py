"""Options that several commands share, and how their texts become values."""

import os
from datetime import date, datetime, time
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from gdflow import clock
from gdflow.domain.errors import InputError

AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="AAAA-MM-DD", help="Actuar como si fuera ese día (por omisión, hoy)."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Responder solo JSON por la salida estándar.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Mostrar lo que se haría, sin guardar ni enviar nada.")]
By = Annotated[str, typer.Option("--by", metavar="NOMBRE", help="Quién lo decide.")]
PlanCode = Annotated[str | None, typer.Option("--plan", help="Código del plan (véase «gdflow plans»).")]


def _key(said: str | None) -> str | None:
    from gdflow.spanish.periods import period_key

    return None if said is None else period_key(said)


PeriodKey = Annotated[
    str | None, typer.Option("--period", callback=_key, help="Período, por ejemplo 2023-Q2 o «T2 2023».")
]
PeriodNamed = Annotated[str, typer.Argument(metavar="PERÍODO", callback=_key, help="Por ejemplo 2023-Q2 o «T2 2023».")]
PeriodOfWhich = Annotated[
    str, typer.Option("--period", callback=_key, help="Período, por ejemplo 2023-Q2 o «T2 2023».")
]

BOGOTA = ZoneInfo("America/Bogota")
MORNING = time(8, 0)


def home() -> Path:
    """The folder of the installation: GDFLOW_HOME, else the current one."""
    return Path(os.environ.get("GDFLOW_HOME") or Path.cwd())


def day_of(text: str | None) -> date | None:
    """The date of an option's text, or None; InputError("bad_date") for anything but AAAA-MM-DD."""
    return None if text is None else date_of(text)


def date_of(text: str) -> date:
    """The date of a text. Raises InputError("bad_date") for anything but AAAA-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError("bad_date", found=text) from error


def moment_of(text: str | None) -> datetime:
    """The moment a command acts at: 8:00 in Bogotá of the given day, or now."""
    day = day_of(text)
    return datetime.combine(day, MORNING, BOGOTA) if day else clock.now()
