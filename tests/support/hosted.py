"""Entities for which an installation works beside its own, each with a line of one team that is due."""

from collections.abc import Mapping
from datetime import datetime

from gdflow.app import App
from gdflow.domain.entities import KnownEntity
from gdflow.domain.people import Role
from gdflow.services import entities, hosting
from gdflow.services.import_plan import PlanFile, import_plan
from gdflow.services.means import Means
from gdflow.storage import outbox, people
from tests.services.readings import a_line, reading
from tests.support.cast import CUT_OFF, GOBIERNO, at

BY = "Coordinación nacional"


def host(app: App, code: str, settings: Mapping[str, object] | None = None, *, planned: bool = True) -> KnownEntity:
    """A new hosted entity; planned: it has a plan and its team an address."""
    now = at(CUT_OFF)
    with app.transaction() as session:
        entities.add(session, app.settings, app.rules, code=code, name=f"Alcaldía de {code}", nit=None, by=BY, now=now)
        its = (session, app.settings, app.rules, code, settings or {})
        known = entities.change(*its, by=BY, now=now)
    if planned:
        _plan(app, known, now)
    return known


def _plan(app: App, known: KnownEntity, now: datetime) -> None:
    rules = hosting.rules_for(app.settings, app.rules, known, app.home)
    app.objects.put(known.code.encode())
    made = reading(a_line(8, f"Publicar los datos de {known.code}"), source="plan.txt")
    with app.transaction() as session:
        import_plan(session, rules, PlanFile(f"{known.code}.txt", known.code.encode(), (made,)), now=now)
        team = people.ensure_team(session, known.id, GOBIERNO)
        people.set_contacts(session, team, [(f"equipo@{known.code}.example", None, Role.MEMBER)])


def queued(means: Means, known: KnownEntity) -> list[str]:
    """The addresses to which an entity's outbox has something."""
    with means.reading() as session:
        return [each.address for each in outbox.notices_of(session, known.id)]
