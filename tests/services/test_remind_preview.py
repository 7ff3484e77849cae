"""What "remind now" shows before it writes anything: the very mails, and when they leave."""

from dataclasses import replace

from gdflow.app import App
from gdflow.services.remind_preview import RemindPreview, remind_preview
from tests.support.cast import GOBIERNO_MAIL, USO_MAIL, at
from tests.support.installation import notices, scanned
from tests.support.web import dump

LINKED = "https://planes.cartagena.example"


def seen(app: App, day: str, hour: int = 10, url: str | None = None) -> RemindPreview:
    with app.rehearsal() as session:
        return remind_preview(session, replace(app.rules, public_url=url), now=at(day, hour))


def test_it_shows_the_mails_that_the_scan_then_writes(installed: App) -> None:
    found = seen(installed, "2023-07-10")
    scanned(installed, "2023-07-10", 10)
    written = {each.address: each.subject for each in notices(installed)}
    assert {mail.address: mail.subject for mail in found.mails} == written
    assert set(written) >= {GOBIERNO_MAIL, USO_MAIL}
    assert found.mails[0].files


def test_nothing_is_kept_of_it(installed: App) -> None:
    before = dump(installed)
    assert seen(installed, "2023-07-10").mails
    assert dump(installed) == before


def test_the_text_is_the_mails_own_without_its_link(installed: App) -> None:
    found = seen(installed, "2023-07-10", url=LINKED)
    own = next(mail for mail in found.mails if mail.address == GOBIERNO_MAIL)
    assert f"{LINKED}/r/…" in own.text
    assert "Buen día" in own.text


def test_the_same_mails_have_the_same_mark_and_others_another(installed: App) -> None:
    one, other = seen(installed, "2023-07-10", url=LINKED), seen(installed, "2023-07-10", url=LINKED)
    assert one.mark == other.mark
    scanned(installed, "2023-07-10")
    after = seen(installed, "2023-07-10")
    assert after.mark != one.mark
    assert (after.mails, after.waiting) == ((), len(notices(installed)))


def test_outside_the_hours_it_says_when_they_leave(installed: App) -> None:
    late = seen(installed, "2023-07-10", 22)
    assert (late.in_hours, late.leaves) == (False, at("2023-07-11", 8))
    assert seen(installed, "2023-07-10").in_hours


def test_on_a_closed_day_nothing_is_written_and_it_says_why(installed: App) -> None:
    found = seen(installed, "2023-07-09")
    assert (found.closed_because, found.mails) == ("domingo", ())
