"""What happened to a line, from its import to its closings: each thing once, with who, when and by which way."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from gdflow.domain.labels import LabelledEnum


class HappeningKind(LabelledEnum):
    """What kind of thing happened, in the order in which things of one moment are told."""

    IMPORTED = "imported", "Cargada"
    OPENED = "opened", "Período abierto"
    ASSIGNED = "assigned", "Asignada"
    DECIDED = "decided", "Decisión"
    UNDONE = "undone", "Decisión deshecha"
    AMENDED = "amended", "Replanificada"
    REMINDED = "reminded", "Recordatorio"
    EVIDENCE = "evidence", "Evidencia"
    REPORTED = "reported", "Reporte"
    RETURNED = "returned", "Devuelto"
    ACCEPTED = "accepted", "Avalado"
    CLOSED = "closed", "Cierre"
    REOPENED = "reopened", "Reapertura"


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing in a line's history. text: a sentence; more: what belongs to it; who, way: blank where unknown."""

    at: datetime
    kind: HappeningKind
    text: str
    who: str = ""
    way: str = ""
    more: tuple[str, ...] = ()


ORDER = tuple(HappeningKind)


def newest_first(happenings: Iterable[Happening]) -> tuple[Happening, ...]:
    """Happenings as people read them."""
    return tuple(sorted(happenings, key=lambda each: (each.at, ORDER.index(each.kind)), reverse=True))
