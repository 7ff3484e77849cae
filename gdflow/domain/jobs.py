"""Long work that a person asks for: it is done once, goes on after a restart, and says how far it has come."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from gdflow.domain.labels import LabelledEnum


class JobKind(LabelledEnum):
    """What is done."""

    REMIND = "remind", "Recordar ahora"
    CONSOLIDATE = "consolidate", "Consolidar"
    CLOSE = "close", "Cerrar el período"
    REPORTS = "reports", "Escribir los informes"
    PUBLISH = "publish", "Publicar"
    BACKUP = "backup", "Copia de seguridad"


class JobState(LabelledEnum):
    """How far a job has come. FAILED: it said why, and may be asked for again."""

    QUEUED = "queued", "En espera"
    RUNNING = "running", "En curso"
    DONE = "done", "Terminado"
    FAILED = "failed", "No se pudo"


@dataclass(frozen=True, slots=True)
class Job:
    """A job as it stands. done, total: of its steps, 0 of 0 where they are not known. step: what it is at, in words.

    run: of the orchestrator that carries it out, None where this service does it itself.
    """

    id: int
    entity_id: int
    kind: JobKind
    parameters: Mapping[str, str]
    key: str
    requested_by: str
    requested_at: datetime
    state: JobState
    started_at: datetime | None = None
    ended_at: datetime | None = None
    tries: int = 0
    done: int = 0
    total: int = 0
    step: str | None = None
    result: Mapping[str, str] = field(default_factory=dict)
    error: str | None = None
    run: str | None = None


class RunState(LabelledEnum):
    """How the newest run of a scheduled work ended."""

    RUNNING = "running", "En curso"
    DONE = "done", "Bien"
    FAILED = "failed", "Falló"


@dataclass(frozen=True, slots=True)
class LastRun:
    """The newest run of a work ("scan", "deliver", …) for an entity, and the last one that ended well."""

    work: str
    started_at: datetime
    ended_at: datetime | None
    state: RunState
    succeeded_at: datetime | None
    error: str | None
