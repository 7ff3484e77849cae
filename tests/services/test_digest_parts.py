"""A morning's mails share what is asked and written for them: on both databases a mail more costs no statement more."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event
from sqlalchemy.engine import Engine

from gdflow.domain.rules import Rules
from gdflow.services.import_plan import PlanFile, import_plan
from gdflow.services.remind import ScanReport, scan
from gdflow.settings.model import Settings
from gdflow.settings.rules import rules_of
from gdflow.storage import entities, people, team_links
from gdflow.storage.engine import reading, writing
from tests.services.readings import a_line, team
from tests.services.readings import reading as plan_reading
from tests.storage.conftest import engine, postgres, postgres_shared, postgres_template, sqlite_template, url
from tests.support.cast import at

__all__ = ["engine", "postgres", "postgres_shared", "postgres_template", "sqlite_template", "url"]
PUBLIC = {"web": {"public_url": "https://planes.cartagena.example"}}
FEW, MORE = 2, 9


@contextmanager
def counted(engine: Engine) -> Iterator[list[str]]:
    """Collects the SQL that runs inside."""
    ran: list[str] = []

    def note(*facts: object) -> None:
        ran.append(str(facts[2]))

    event.listen(engine, "before_cursor_execute", note)
    yield ran
    event.remove(engine, "before_cursor_execute", note)


def entity_with(engine: Engine, teams: int) -> Rules:
    """An entity of so many teams with an address each, of which each owes two results; its pages have a place."""
    named = [f"Equipo {n}" for n in range(teams)]
    lines = [a_line(8 + n, f"Actividad {n}", teams=(named[n % teams],)) for n in range(2 * teams)]
    listed = [team(name, f"equipo{n}@cartagena.example") for n, name in enumerate(named)]
    file = PlanFile("plan.xlsx", repr(lines).encode(), (plan_reading(*lines, teams=tuple(listed)),))
    with writing(engine) as session:
        rules = rules_of(Settings.model_validate(PUBLIC), entities.ensure_entity(session, f"de-{teams}", "Alcaldía"))
        import_plan(session, rules, file, now=at("2023-05-02"))
    return rules


def scanned(engine: Engine, rules: Rules) -> tuple[ScanReport, int]:
    """The scan of a morning on which every team is due, and how many statements it took."""
    with counted(engine) as ran, writing(engine) as session:
        report = scan(session, rules, now=at("2023-07-04"))
    return report, len(ran)


def test_the_statements_of_a_scan_do_not_grow_with_its_mails(engine: Engine) -> None:
    scanned(engine, entity_with(engine, 1))  # what the database asks once in its life
    (few, asked), (many, asked_of_many) = (scanned(engine, entity_with(engine, teams)) for teams in (FEW, MORE))
    assert (len(few.composed.notices), len(many.composed.notices)) == (FEW, MORE)
    assert asked == asked_of_many


def test_each_mail_has_its_own_form_and_link_and_its_team_s_reference(engine: Engine) -> None:
    rules = entity_with(engine, FEW)
    with writing(engine) as session:
        for each in people.teams_of(session, rules.entity_id):
            entries = [(contact.email, None, contact.role) for contact in each.contacts]
            people.set_contacts(session, each.id, [*entries, (f"otra{each.id}@cartagena.example", None, entries[0][2])])
    report, _ = scanned(engine, rules)
    with reading(engine) as session:
        given = team_links.links_of(session, rules.entity_id)
    assert len({draft.data for draft in report.composed.notices}) == len(report.composed.notices) == 2 * FEW
    assert [link.team for link in given] == sorted(2 * [f"Equipo {n}" for n in range(FEW)])
    assert len({draft.subject for draft in report.composed.notices}) == FEW


def test_a_scan_once_more_writes_nothing(engine: Engine) -> None:
    rules = entity_with(engine, FEW)
    first, _ = scanned(engine, rules)
    with writing(engine) as session:
        again = scan(session, rules, now=at("2023-07-04", 9))
        links = team_links.links_of(session, rules.entity_id)
    assert (first.new, again.new, again.composed.notices, len(links)) == (2 * FEW, 0, (), FEW)
