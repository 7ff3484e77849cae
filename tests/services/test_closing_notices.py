"""Teams and coordinator hear of each closing once, and of each reopening those whom it concerns."""

from datetime import date
from email.message import EmailMessage

import pytest

from gdflow.app import App
from gdflow.domain.errors import ConflictError
from gdflow.domain.notices import NoticeFacts
from gdflow.domain.people import Role, Team
from gdflow.services.closing_notices import tell_closing, tell_reopening
from gdflow.services.decide import Why, extend
from gdflow.storage import people
from tests.services.readings import a_line, reading
from tests.services.readings import team as directory_of
from tests.support.cast import COORDINATOR_MAIL, GOBIERNO, GOBIERNO_MAIL, HEAD_MAIL, USO, USO_MAIL, at
from tests.support.closings import closed_on, opened_again
from tests.support.installation import (
    SETTINGS,
    Said,
    answered,
    contacts,
    delivered,
    given,
    line,
    mails,
    notices,
    plan,
    reopened,
    scanned,
    text_of,
)

TUESDAY = "2023-07-18"
BEFORE, AFTER = "2023-07-10", "2023-07-25"


@pytest.fixture
def answering(installed: App) -> App:
    """Uso has answered in time and with one zero; Gobierno one line late, the others not."""
    scanned(installed, "2023-07-05")
    answered(installed, USO, "2023-Q2", "2023-07-06", {18: "0.2", 19: Said(0, zero_reason="Se aplazó")})
    answered(installed, GOBIERNO, "2023-Q2", "2023-07-12", {9: "1"})
    return installed


def of(app: App, purpose: str) -> dict[str, NoticeFacts]:
    """The notices of a purpose, by address."""
    return {each.address: each for each in notices(app) if each.purpose == purpose}


def said(app: App, address: str, day: str = TUESDAY, purpose: str = "Cierre") -> str:
    """What the mail to an address about a closing says."""
    return text_of(mail(app, address, day, purpose))


def mail(app: App, address: str, day: str = TUESDAY, purpose: str = "Cierre") -> EmailMessage:
    """The newest mail to an address of which the subject names a closing or a reopening."""
    delivered(app, day, hour=9)
    found = [each for each in mails(app) if each["To"].addresses[0].addr_spec == address and purpose in each["Subject"]]
    return found[-1]


def team(app: App, name: str) -> Team:
    with app.reading() as session:
        return next(each for each in people.teams_of(session, app.rules.entity_id) if each.name == name)


def test_each_team_and_the_coordinator_get_one_mail(answering: App) -> None:
    closed_on(answering, TUESDAY)
    assert sorted(of(answering, "closing")) == sorted([GOBIERNO_MAIL, USO_MAIL, COORDINATOR_MAIL])


def test_telling_again_adds_no_mail(answering: App) -> None:
    closed = closed_on(answering, TUESDAY)
    with answering.transaction() as session:
        assert tell_closing(session, answering.rules, closed, now=at(TUESDAY)) == 0


def test_a_team_reads_what_counts_what_came_late_and_what_is_missing(answering: App) -> None:
    closed_on(answering, TUESDAY)
    text = said(answering, GOBIERNO_MAIL)
    assert "1 de 6 reportes · 5 sin reporte al cierre" in text
    assert "Reportado con retraso · Logrado: 1" in text
    assert text.count("  Sin reporte al cierre\r\n") == 5
    assert f"escriba a {COORDINATOR_MAIL}" in text
    uso = said(answering, USO_MAIL)
    assert "2 de 2 reportes" in uso
    assert "Logrado: 0" in uso


def test_the_mail_stands_in_the_thread_of_the_periods_reminders(answering: App) -> None:
    closed_on(answering, TUESDAY)
    delivered(answering, TUESDAY, hour=9)
    own = [each for each in mails(answering) if each["To"].addresses[0].addr_spec == USO_MAIL]
    closing, *reminders = sorted(own, key=lambda each: "Cierre" not in each["Subject"])
    assert reminders
    assert {each["References"] for each in reminders} == {closing["References"]} != {None}


def test_mails_of_a_closing_by_night_leave_in_the_morning(answering: App) -> None:
    closed_on(answering, TUESDAY, hour=22)
    leaving = {each.not_before for each in of(answering, "closing").values()}
    assert leaving == {at("2023-07-19", answering.rules.window.start.hour)}


def test_the_coordinator_reads_decisions_missing_ones_and_hashes(answering: App) -> None:
    closed = closed_on(answering, TUESDAY)
    text = said(answering, COORDINATOR_MAIL)
    assert "por decisión de Coordinación: El comité es mañana." in text
    for each in (closed.facts.sha256, closed.facts.head, "reports/cartagena_2023/2023-Q2/cierre-1"):
        assert each in text
    assert "Promedio de líneas: " in text
    assert "Huella del cierre anterior" not in text


def test_teams_without_an_address_are_named_to_the_coordinator(answering: App) -> None:
    contacts(answering, USO, [])
    closed_on(answering, TUESDAY)
    assert f"a: {USO}." in said(answering, COORDINATOR_MAIL)
    assert USO_MAIL not in of(answering, "closing")


def test_a_team_of_which_only_the_head_is_known_is_told_by_it(answering: App) -> None:
    contacts(answering, USO, [(HEAD_MAIL, Role.HEAD)])
    closed_on(answering, TUESDAY)
    assert HEAD_MAIL in of(answering, "closing")


def test_without_a_coordinator_only_the_teams_are_told(answering: App) -> None:
    app = reopened(answering, SETTINGS.replace(f'email = "{COORDINATOR_MAIL}"', ""))
    closed_on(app, TUESDAY)
    assert sorted(of(app, "closing")) == sorted([GOBIERNO_MAIL, USO_MAIL])


def test_a_line_with_more_time_is_told_as_open(answering: App) -> None:
    with answering.transaction() as session:
        chosen, found = plan(answering), line(answering, 17)
        until, given = date(2023, 7, 24), Why("Coordinación", "El acta llegó tarde")
        extend(session, answering.rules, chosen, found, until, given, period="2023-Q2", now=at(BEFORE))
    closed_on(answering, TUESDAY)
    text = said(answering, GOBIERNO_MAIL)
    assert "Con plazo hasta el lun 24 jul 2023" in text
    assert "1 actividad sigue abierta, hasta el lunes 24 de julio de 2023." in text
    own = said(answering, COORDINATOR_MAIL)
    assert "SIN REPORTE AL CIERRE (5)" in own
    assert "(con plazo hasta el lun 24 jul 2023)" in own


def test_a_reopening_is_told_to_its_team_alone(answering: App) -> None:
    closed_on(answering, TUESDAY)
    opened_again(answering, "2023-07-19", "2023-07-24", team(answering, GOBIERNO))
    assert set(of(answering, "reopening")) == {GOBIERNO_MAIL}
    text = said(answering, GOBIERNO_MAIL, "2023-07-19", "Reapertura")
    assert "hasta el lunes 24 de julio de 2023" in text
    assert "Motivo: El acta llegó tarde." in text


def test_a_reopening_of_a_line_names_it_and_one_of_all_reaches_every_team(answering: App) -> None:
    closed_on(answering, TUESDAY)
    opened_again(answering, "2023-07-19", "2023-07-24", line(answering, 18))
    assert set(of(answering, "reopening")) == {USO_MAIL}
    assert line(answering, 18).label in said(answering, USO_MAIL, "2023-07-19", "Reapertura")
    opened_again(answering, "2023-07-20", "2023-07-26")
    assert set(of(answering, "reopening")) == {USO_MAIL, GOBIERNO_MAIL}


def test_telling_a_reopening_again_adds_no_mail(answering: App) -> None:
    closed_on(answering, TUESDAY)
    opened = opened_again(answering, "2023-07-19", "2023-07-24")
    with answering.transaction() as session:
        assert tell_reopening(session, answering.rules, opened, now=at("2023-07-19")) == 0


def test_a_second_closing_is_told_to_those_whom_it_concerns_with_what_changed(answering: App) -> None:
    closed_on(answering, TUESDAY)
    opened_again(answering, "2023-07-19", "2023-07-24", team(answering, GOBIERNO))
    answered(answering, GOBIERNO, "2023-Q2", "2023-07-20", {17: "1"})
    closed_on(answering, AFTER)
    again = [each for each in notices(answering) if each.purpose == "closing" and "Cierre 2" in each.subject]
    assert {each.address for each in again} == {GOBIERNO_MAIL, COORDINATOR_MAIL}
    text = said(answering, GOBIERNO_MAIL, AFTER)
    assert "QUÉ CAMBIÓ DESDE EL CIERRE ANTERIOR" in text
    assert "→ 1" in text
    assert "QUÉ CAMBIÓ DESDE EL CIERRE 1" in said(answering, COORDINATOR_MAIL, AFTER)


def test_lines_without_a_team_are_the_coordinators_alone(empty: App) -> None:
    team_of_gobierno = directory_of(GOBIERNO, GOBIERNO_MAIL)
    given(empty, reading(a_line(8), a_line(9, "Formar equipos", teams=()), teams=(team_of_gobierno,)))
    closed_on(empty, "2023-05-02", "2023-Q1")
    assert set(of(empty, "closing")) == {GOBIERNO_MAIL, COORDINATOR_MAIL}
    opened_again(empty, "2023-05-03", "2023-05-05", period="2023-Q1")
    assert set(of(empty, "reopening")) == {GOBIERNO_MAIL}


def test_a_closing_that_may_not_be_tells_nobody(answering: App) -> None:
    with pytest.raises(ConflictError, match="period_not_ended"):
        closed_on(answering, "2023-06-30")
    assert of(answering, "closing") == {}
