"""The few people that every test knows: the teams of the Cartagena plan, a head, a coordinator and a stranger."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from gdflow.domain.plan import TeamEntry

GOBIERNO, USO, AREAS = "Equipo Gobierno Digital", "Equipo de Uso y Apropiación", "áreas de gestión OAI"
GOBIERNO_MAIL = "gobiernodigital@cartagena.example"
USO_MAIL = "usoyapropiacion@cartagena.example"
HEAD_MAIL = "jefatura.oai@cartagena.example"
COORDINATOR_MAIL = "planeacion@cartagena.example"
STRANGER_MAIL = "curioso@otraparte.example"
SENDER_MAIL = "planes@cartagena.example"

DIRECTORY = (TeamEntry(GOBIERNO, (GOBIERNO_MAIL,), (HEAD_MAIL,)), TeamEntry(USO, (USO_MAIL,), (HEAD_MAIL,)))

BOGOTA = ZoneInfo("America/Bogota")
CUT_OFF = date(2023, 4, 10)


def at(day: date | str, hour: int = 8, minute: int = 0) -> datetime:
    """A moment on Bogotá's clocks; days may be written as 2023-07-10."""
    on = date.fromisoformat(day) if isinstance(day, str) else day
    return datetime.combine(on, time(hour, minute), BOGOTA)
