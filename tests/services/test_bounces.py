"""Mails that came back settle their notices, once, and are filed away."""

import json

import pytest

from gdflow.app import App
from gdflow.domain.bounces import Bounce, BounceAction
from gdflow.domain.notices import NoticeFacts
from gdflow.domain.outbox import NoticeState
from gdflow.services.bounces import BounceReport, Fate, take_bounce, take_bounces
from gdflow.storage import address_marks, events, reminders
from tests.support.cast import GOBIERNO_MAIL, HEAD_MAIL, STRANGER_MAIL, USO_MAIL, at
from tests.support.dovecot import Dovecot, dovecot, dovecot_server
from tests.support.installation import accounting, delivered, notices, scanned
from tests.support.mailbox import reading_its_mailbox, report

__all__ = ["dovecot", "dovecot_server"]
DAY = "2023-07-10"


@pytest.fixture
def sent(installed: App) -> App:
    """The digests of a day, sent."""
    scanned(installed, DAY)
    delivered(installed, DAY)
    return installed


def to(app: App, address: str) -> NoticeFacts:
    return next(notice for notice in notices(app) if notice.address == address)


def marked(app: App) -> list[str]:
    with app.reading() as session:
        return list(address_marks.marks_of(session, app.rules.entity_id))


def story(app: App, notice: NoticeFacts) -> list[tuple[str, dict[str, object]]]:
    with app.reading() as session:
        found = events.events_of(session, app.rules.entity_id, f"notice:{notice.id}")
    return [(event.kind, json.loads(event.facts)) for event in found]


def about(notice: NoticeFacts, **facts: object) -> Bounce:
    its: dict[str, object] = {
        "envelope_id": None,
        "message_id": notice.message_id,
        "recipient": notice.address,
        "action": BounceAction.FAILED,
        "status": "5.1.1",
        "diagnostic": "550 5.1.1 No existe",
    }
    return Bounce(**(its | facts))  # type: ignore[arg-type]  # tests name the fields they change


def taken(app: App, bounce: Bounce, day: str = DAY) -> Fate:
    with app.transaction() as session:
        return take_bounce(session, app.rules, bounce, now=at(day, 9))


def read(app: App) -> BounceReport:
    post = app.post()
    assert post is not None
    with post.open() as mailbox:
        return take_bounces(app.transaction, mailbox, app.rules, post.processed, now=at(DAY, 9))


def test_reports_in_the_mailbox_are_read_once_and_filed_away(sent: App, dovecot: Dovecot) -> None:
    gone, late = to(sent, USO_MAIL), to(sent, GOBIERNO_MAIL)
    dovecot.deliver(report(USO_MAIL, envelope_id=gone.message_id.strip("<>").partition("@")[0]))
    dovecot.deliver(report(GOBIERNO_MAIL, action="delayed", status="4.4.1", message_id=late.message_id))
    dovecot.deliver(report(STRANGER_MAIL))
    app = reading_its_mailbox(sent, dovecot)
    assert (read(app).fates, read(app).fates) == ((Fate.REFUSED, Fate.NOTED, Fate.UNMATCHED), ())
    with dovecot.as_a_person() as person:
        assert person.select("Procesados", readonly=True)[1] == [b"3"]
    assert (to(app, USO_MAIL).state, to(app, GOBIERNO_MAIL).state) == (NoticeState.REFUSED, NoticeState.SENT)


def test_a_mail_that_came_back_is_refused_with_the_servers_words_and_marks_the_address(sent: App) -> None:
    assert taken(sent, about(to(sent, USO_MAIL))) is Fate.REFUSED
    notice = to(sent, USO_MAIL)
    assert (notice.state, notice.code, notice.text) == (NoticeState.REFUSED, "5.1.1", "550 5.1.1 No existe")
    assert marked(sent) == [USO_MAIL]
    assert [kind for kind, _ in story(sent, notice)] == ["mail_bounced"]
    sums = accounting(sent)
    assert (sums.closed, sums.refused) == (True, 2)


def test_the_same_report_read_twice_changes_nothing(sent: App) -> None:
    notice = to(sent, USO_MAIL)
    late = about(to(sent, GOBIERNO_MAIL), action=BounceAction.DELAYED, status="4.4.1")
    first = [taken(sent, about(notice)), taken(sent, late)]
    again = [taken(sent, about(notice)), taken(sent, late)]
    assert (first, again) == ([Fate.REFUSED, Fate.NOTED], [Fate.STALE, Fate.STALE])
    assert [len(story(sent, to(sent, address))) for address in (USO_MAIL, GOBIERNO_MAIL)] == [1, 1]


def test_what_came_back_is_said_to_the_next_reader_by_the_next_scan(sent: App) -> None:
    taken(sent, about(to(sent, USO_MAIL)))
    with sent.reading() as session:
        assert len(reminders.unnoticed(session, sent.rules.entity_id)) == 2
    composed = scanned(sent, DAY, 13).composed
    assert [(draft.address, len(draft.reminder_ids)) for draft in composed.notices if draft.reminder_ids] == [
        (HEAD_MAIL, 2)
    ]


def test_a_failure_for_want_of_time_or_room_marks_no_address(sent: App) -> None:
    assert taken(sent, about(to(sent, USO_MAIL), status="4.4.7", diagnostic="timeout")) is Fate.REFUSED
    assert taken(sent, about(to(sent, GOBIERNO_MAIL), status="5.2.2", diagnostic="")) is Fate.REFUSED
    assert (marked(sent), to(sent, GOBIERNO_MAIL).text) == ([], None)


def test_a_report_about_another_address_is_noted_and_no_more(sent: App) -> None:
    notice = to(sent, USO_MAIL)
    assert taken(sent, about(notice, recipient="lejos@otra.example")) is Fate.NOTED
    assert (to(sent, USO_MAIL).state, marked(sent)) == (NoticeState.SENT, [])
    ((kind, facts),) = story(sent, notice)
    assert (kind, facts["recipient"], facts["action"]) == ("mail_reported", "lejos@otra.example", "failed")


def test_a_report_without_any_id_settles_the_newest_mail_but_marks_nothing(sent: App) -> None:
    assert taken(sent, about(to(sent, USO_MAIL), message_id=None, recipient=USO_MAIL.upper())) is Fate.REFUSED
    assert (to(sent, USO_MAIL).state, marked(sent)) == (NoticeState.REFUSED, [])


@pytest.mark.parametrize(
    ("facts", "day"),
    [
        ({"message_id": "<otro@otra.example>"}, DAY),
        ({"message_id": None, "envelope_id": "gd.otro"}, DAY),
        ({"message_id": None}, "2023-07-20"),
        ({"message_id": None, "action": BounceAction.DELAYED}, DAY),
    ],
    ids=["another mail's id", "another envelope", "an old mail", "late without an id"],
)
def test_what_is_about_no_mail_of_ours_changes_nothing(sent: App, facts: dict[str, object], day: str) -> None:
    assert taken(sent, about(to(sent, USO_MAIL), **facts), day) is Fate.UNMATCHED
    assert to(sent, USO_MAIL).state is NoticeState.SENT
