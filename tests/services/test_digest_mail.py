"""What a digest carries beside its words: where answers go, its thread, its place in the queue, its dates as .ics."""

from datetime import date
from email.message import EmailMessage

import pytest
from icalendar import Calendar, Component

from gdflow.app import App
from gdflow.domain import keys
from gdflow.domain.notices import NoticeDraft
from gdflow.domain.outbox import Priority
from gdflow.domain.people import Role
from gdflow.storage.correspondence import place_of
from tests.services.readings import a_line, reading, team
from tests.support.cast import COORDINATOR_MAIL, GOBIERNO, GOBIERNO_MAIL, HEAD_MAIL, USO, USO_MAIL
from tests.support.installation import (
    SETTINGS,
    answered,
    contacts,
    counted_statements,
    delivered,
    given,
    mail_of,
    mails,
    plan,
    reopened,
    scanned,
    text_of,
)

REPLIES = 'replies = "envios@cartagena.example"\n'


def digest_to(app: App, address: str, day: str) -> NoticeDraft:
    """The digest of a day, which leaves on it."""
    report = scanned(app, day)
    delivered(app, day, 9)
    return next(draft for draft in report.composed.notices if draft.address == address)


def calendar_in(mail: EmailMessage) -> list[Component]:
    files = [part for part in mail.iter_attachments() if part.get_content_type() == "text/calendar"]
    return [event for part in files for event in Calendar.from_ical(part.get_content()).walk("VEVENT")]


def dates_told(app: App, address: str, day: str) -> list[tuple[date, str]]:
    events = calendar_in(mail_of(digest_to(app, address, day).data))
    return [(event.decoded("dtstart"), str(event["summary"])) for event in events]


def test_answers_go_to_the_coordinator_where_no_mailbox_is_named(installed: App) -> None:
    draft = digest_to(installed, USO_MAIL, "2023-06-30")
    assert mail_of(draft.data)["Reply-To"] == COORDINATOR_MAIL


@pytest.mark.parametrize("plus", [True, False])
def test_answers_go_to_the_mailbox_with_the_reference_where_it_keeps_it(installed: App, plus: bool) -> None:
    app = reopened(installed, SETTINGS + REPLIES + f"plus_addressing = {str(plus).lower()}\n")
    mail = mail_of(digest_to(app, USO_MAIL, "2023-06-30").data)
    reference = text_of(mail).partition("Referencia: GD-")[2][:10].lower()
    assert mail["Reply-To"] == (f"envios+{reference}@cartagena.example" if plus else "envios@cartagena.example")
    assert mail["Reply-To"] in text_of(mail)


def test_a_reference_leads_back_to_its_team_and_period_and_stays_the_same(installed: App) -> None:
    first, later = (
        text_of(mail_of(digest_to(installed, USO_MAIL, day).data)).partition("Referencia: GD-")[2][:10]
        for day in ("2023-06-30", "2023-07-06")
    )
    with installed.reading() as session:
        place = place_of(session, installed.entity_id, first)
    assert first == later
    assert place is not None
    assert place[1] == "2023-Q2"


def test_a_receipt_carries_the_reference_and_the_thread_of_its_digest(installed: App) -> None:
    app = reopened(installed, SETTINGS + REPLIES)
    digest = mail_of(digest_to(app, USO_MAIL, "2023-06-30").data)
    answered(app, USO, "2023-Q2", "2023-07-03", {18: "0.3"})
    delivered(app, "2023-07-03", 11)
    receipt = next(mail for mail in mails(app) if mail["To"] == USO_MAIL and "Recib" in str(mail["Subject"]))
    assert receipt["References"] == digest["References"]
    assert receipt["Reply-To"] == "envios@cartagena.example"
    assert text_of(receipt).partition("Referencia: ")[2][:13] == text_of(digest).partition("Referencia: ")[2][:13]


def test_an_answer_to_a_mail_about_two_teams_belongs_to_none_of_them(installed: App) -> None:
    for name in (GOBIERNO, USO):
        contacts(installed, name, [(USO_MAIL, Role.MEMBER)])
    text = text_of(mail_of(digest_to(installed, USO_MAIL, "2023-06-30").data))
    with installed.reading() as session:
        place = place_of(session, installed.entity_id, text.partition("Referencia: GD-")[2][:10])
    assert place == (None, "2023-Q2")


def test_all_mails_to_a_team_about_a_period_stand_in_one_thread(installed: App) -> None:
    roots = {
        str(mail_of(digest_to(installed, USO_MAIL, day).data)["References"]) for day in ("2023-06-30", "2023-07-06")
    }
    assert len(roots) == 1


def test_a_mail_about_several_plans_and_periods_is_filed_under_the_newest_period_of_the_oldest_plan(empty: App) -> None:
    own = team(GOBIERNO, GOBIERNO_MAIL)
    codes = given(
        empty, reading(teams=(own,)), reading(a_line(activity="Abrir datos"), sheet="B", title="B", teams=(own,))
    )
    draft = digest_to(empty, GOBIERNO_MAIL, "2023-07-10")
    oldest = min(plan(empty, code).id for code in codes)
    root = keys.thread_root([oldest], draft.team_id, "2023-Q2", empty.rules.mail_domain)
    assert mail_of(draft.data)["References"] == root


def test_the_last_word_before_the_closing_leaves_first(installed: App) -> None:
    ordinary, last = (digest_to(installed, USO_MAIL, day).priority for day in ("2023-07-10", "2023-07-14"))
    assert (ordinary, last) == (Priority.ORDINARY, Priority.URGENT)


@pytest.mark.parametrize(("day", "priority"), [("2023-07-13", Priority.ORDINARY), ("2023-07-14", Priority.URGENT)])
def test_what_closes_by_the_next_business_day_leaves_first_whatever_the_reason(
    installed: App, day: str, priority: Priority
) -> None:
    """The period closes on Monday the 17th; the head is told of what is late on Thursday, or on Friday if missed."""
    assert digest_to(installed, HEAD_MAIL, day).priority is priority


def test_a_line_that_ends_and_owes_a_report_stands_once_in_the_mail(installed: App) -> None:
    text = text_of(mail_of(digest_to(installed, GOBIERNO_MAIL, "2023-12-29").data))
    assert text.count("7. Hacer seguimiento al cronograma de ejercicios") == 1
    assert "Además: reporte del trimestre 4 hasta el mar 9 ene 2024 · quedan 11 días" in text


def test_a_mail_about_two_teams_is_headed_by_the_entity(installed: App) -> None:
    subject = digest_to(installed, HEAD_MAIL, "2023-07-13").subject
    assert subject.startswith(f"[{installed.rules.entity}] Solicitud de apoyo:")


def test_the_first_mail_before_a_date_brings_it_for_the_calendar_and_no_other_does(installed: App) -> None:
    told = [dates_told(installed, USO_MAIL, day) for day in ("2023-06-30", "2023-07-06", "2023-07-10", "2023-07-11")]
    assert told == [[(date(2023, 7, 10), "Plazo para reportar el trimestre 2 de 2023 · Uso y Apropiación")], [], [], []]


def test_the_mail_points_to_its_calendar_file_only_when_it_has_one(installed: App) -> None:
    first, second = (text_of(mail_of(digest_to(installed, USO_MAIL, day).data)) for day in ("2023-06-30", "2023-07-06"))
    assert "plazos.ics" in first
    assert "plazos.ics" not in second


def test_a_mail_that_catches_up_brings_the_date_if_it_is_still_ahead(installed: App) -> None:
    assert [day for day, _ in dates_told(installed, USO_MAIL, "2023-07-06")] == [date(2023, 7, 10)]


def test_whoever_joins_a_team_gets_the_date_with_the_first_mail_of_their_own(installed: App) -> None:
    assert dates_told(installed, USO_MAIL, "2023-06-30")
    contacts(installed, USO, [(USO_MAIL, Role.MEMBER), ("nueva@cartagena.example", Role.MEMBER)])
    assert [day for day, _ in dates_told(installed, "nueva@cartagena.example", "2023-07-06")] == [date(2023, 7, 10)]


def test_a_digest_that_was_withdrawn_told_nobody_of_its_dates(installed: App) -> None:
    scanned(installed, "2023-06-30")
    assert [day for day, _ in dates_told(installed, USO_MAIL, "2023-07-06")] == [date(2023, 7, 10)]


def test_a_head_is_not_told_of_a_first_notice_that_was_withdrawn(installed: App) -> None:
    scanned(installed, "2023-06-30")
    assert "primer aviso" not in text_of(mail_of(digest_to(installed, HEAD_MAIL, "2023-07-13").data))


def test_a_line_that_ends_brings_its_own_date(empty: App) -> None:
    line = a_line(activity="Publicar el inventario", due=date(2023, 8, 31))
    given(empty, reading(line, teams=(team(GOBIERNO, GOBIERNO_MAIL),)))
    told = dates_told(empty, GOBIERNO_MAIL, "2023-08-17")
    assert told == [(date(2023, 8, 31), "Fecha final: Publicar el inventario")]


def test_what_was_said_before_is_asked_once_a_scan(installed: App) -> None:
    scanned(installed, "2023-06-30")
    delivered(installed, "2023-06-30", 9)
    with counted_statements(installed) as ran:
        report = scanned(installed, "2023-07-13")
    assert any(draft.address == HEAD_MAIL for draft in report.composed.notices)
    assert len([sql for sql in ran if "min(notice.day)" in sql]) == 1
