"""The settings of running by the clock: who keeps it, when each work is due, who is told that all is well, the log."""

from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr

from gdflow.domain.errors import InputError
from gdflow.domain.works import USUAL, Work, cron
from gdflow.settings.section import Section, refuse


def a_schedule(text: str) -> str:
    """Five fields of cron, of which day and month are *."""
    try:
        cron(text)
    except InputError as error:
        raise refuse("setting_bad_cron") from error
    return text


def an_https_url(text: str) -> str:
    """An address that is asked in secret."""
    parts = urlsplit(text)
    if parts.scheme != "https" or not parts.hostname:
        raise refuse("setting_not_https")
    return text


def a_server_url(text: str) -> str:
    """The address of a server's API, without its last slash."""
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise refuse("setting_not_server_url")
    return text.rstrip("/")


Crons = tuple[Annotated[str, AfterValidator(a_schedule)], ...]


class Orchestrator(Section):
    """Quién lleva el reloj de los trabajos: Prefect, o el propio gdflow."""

    kind: Literal["none", "prefect"] = Field(
        default="none",
        description="none: `gdflow serve --without-prefect`, `gdflow work` o el programador de tareas; prefect: las "
        "corridas de Prefect, que también hacen lo que se pide desde el tablero. `gdflow serve` lo decide por sí solo.",
    )
    url: Annotated[str, AfterValidator(a_server_url)] = Field(
        default="http://127.0.0.1:4200/api", description="La API del servidor de Prefect."
    )
    auth: SecretStr | None = Field(
        default=None, description="usuario:clave de esa API; solo por variable de entorno o archivo."
    )


class Schedule(Section):
    """Cuándo se hace cada trabajo, en la hora de la entidad: minuto, hora, *, * y día de la semana, como en cron."""

    scan: Crons = Field(default=USUAL[Work.SCAN], description="Decir qué se debe y poner en cola los recordatorios.")
    deliver: Crons = Field(default=USUAL[Work.DELIVER], description="Enviar lo que está en cola.")
    collect: Crons = Field(default=USUAL[Work.COLLECT], description="Recibir y leer lo que enviaron los equipos.")
    close: Crons = Field(default=USUAL[Work.CLOSE], description="Abrir y cerrar períodos, y escribir sus informes.")
    consolidate: Crons = Field(default=USUAL[Work.CONSOLIDATE], description="Escribir los consolidados en reports/.")
    evidence: Crons = Field(
        default=USUAL[Work.EVIDENCE], description="Preguntar si los enlaces de evidencia responden."
    )
    watch: Crons = Field(default=USUAL[Work.WATCH], description="Buscar corridas caídas y repetir lo que falte.")


class Watch(Section):
    """La vigilancia desde afuera: quien espera una señal se entera de que gdflow calla."""

    ping_url: Annotated[str, AfterValidator(an_https_url)] | None = Field(
        default=None,
        repr=False,
        description="Dirección https:// a la que se avisa después de cada barrido que termina bien.",
    )


class Log(Section):
    """El registro de los procesos que quedan encendidos."""

    format: Literal["plain", "json"] = Field(
        default="plain", description="plain: una línea por suceso, para personas; json: un objeto JSON por línea."
    )
