"""Once a day links are asked and waiting files are looked at; the coordinator hears of what is new, once."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from gdflow.app import App
from gdflow.collect.web_links import LinkState
from gdflow.domain.evidence import Evidence
from gdflow.services.evidence_checks import Checked, check_evidence
from gdflow.services.evidence_list import checked_json
from gdflow.storage import address_marks, annexes, events
from tests.services.test_evidence import of, watched
from tests.support.cast import COORDINATOR_MAIL, at
from tests.support.clamd import EICAR, away, clamd
from tests.support.evidence import LINK, added, linked
from tests.support.installation import SETTINGS, delivered, mails, reopened, text_of

DAY = "2023-07-05"
Ask = Callable[[str], LinkState]


def nobody(_: str) -> LinkState:
    return LinkState.DEAD


def somebody(_: str) -> LinkState:
    return LinkState.ALIVE


def checked(app: App, day: str, ask: Ask = somebody, hour: int = 9) -> Checked:
    return check_evidence(app.transaction, app.rules, app.evidence, ask, now=at(day, hour))


def told(app: App, day: str) -> list[str]:
    delivered(app, day, 10)
    return [text_of(mail) for mail in mails(app) if COORDINATOR_MAIL in str(mail["To"])]


def test_a_link_that_answers_is_alive_and_nobody_is_told(installed: App) -> None:
    linked(installed, 18, DAY)
    assert checked(installed, "2023-07-06").alive == 1
    (found,) = of(installed, 18)
    assert (found.alive, found.checked_at) == (True, at("2023-07-06", 9))
    assert told(installed, "2023-07-06") == []


def test_a_link_that_is_silent_on_two_days_is_told_once(installed: App) -> None:
    linked(installed, 18, DAY)
    linked(installed, 19, DAY)
    asked: list[str] = []

    def ask(link: str) -> LinkState:
        asked.append(link)
        return LinkState.DEAD

    assert [each.link for each in checked(installed, "2023-07-06", ask).dead] == [LINK, LINK]
    assert asked == [LINK]
    assert told(installed, "2023-07-06") == []
    for day in ("2023-07-07", "2023-07-10", "2023-07-11"):
        checked(installed, day, ask)
        said = told(installed, day)
    assert len(said) == 1
    assert said[0].count(LINK) == 2
    assert "A01 de la fila 18; no responde desde el" in said[0]


def test_a_link_that_came_back_and_fell_silent_again_is_told_again(installed: App) -> None:
    linked(installed, 18, DAY)
    for day, ask in (
        *(("2023-07-06", nobody), ("2023-07-07", nobody), ("2023-07-10", somebody)),
        *(("2023-07-11", nobody), ("2023-07-12", nobody)),
    ):
        checked(installed, day, ask)
        told(installed, day)
    assert len(told(installed, "2023-07-12")) == 2


def test_what_cannot_be_known_changes_nothing(installed: App) -> None:
    linked(installed, 18, DAY)
    assert checked(installed, "2023-07-06", lambda _: LinkState.UNKNOWN).unknown == 1
    assert of(installed, 18)[0].checked_at is None


def test_a_coordinator_who_refuses_mail_is_told_later(installed: App) -> None:
    linked(installed, 18, DAY)
    checked(installed, "2023-07-06", nobody)
    with installed.transaction() as session:
        address_marks.mark(session, 1, COORDINATOR_MAIL, code="550", text="no", at=at(DAY))
    checked(installed, "2023-07-07", nobody)
    with installed.transaction() as session:
        address_marks.clear(session, 1, COORDINATOR_MAIL)
    checked(installed, "2023-07-10", nobody)
    assert len(told(installed, "2023-07-10")) == 1


def test_without_a_coordinator_it_is_only_kept(installed: App) -> None:
    linked(installed, 18, DAY)
    alone = reopened(installed, SETTINGS.replace(f'email = "{COORDINATOR_MAIL}"', ""))
    for day in ("2023-07-06", "2023-07-07"):
        checked(alone, day, nobody)
    assert of(alone, 18)[0].dead_since == at("2023-07-06", 9)
    assert told(alone, "2023-07-07") == []
    alone.engine.dispose()


def infected(app: App, row: int = 18) -> Evidence:
    """A file that came while the antivirus was away."""
    return added(app, row, DAY, name="acta.txt", data=EICAR)


def test_a_waiting_file_is_looked_at_when_the_antivirus_is_back(installed: App) -> None:
    added(installed, 18, DAY)
    assert checked(installed, DAY).unseen == 1
    watched(installed, away())
    assert checked(installed, DAY).unseen == 1
    with clamd() as antivirus:
        watched(installed, antivirus)
        done = checked(installed, DAY)
    assert (done.scanned, done.unseen) == (1, 0)
    assert of(installed, 18)[0].scanned_at == at(DAY, 9)


def test_a_file_found_infected_later_is_put_away_and_told(installed: App) -> None:
    bad, good = infected(installed), added(installed, 19, DAY)
    with clamd() as antivirus:
        watched(installed, antivirus)
        done = checked(installed, "2023-07-06")
    assert (done.infected, done.scanned) == ((bad,), 1)
    assert (of(installed, 18), len(of(installed, 19)), good.annex) == ((), 1, 2)
    (said,) = told(installed, "2023-07-06")
    assert "acta.txt" in said
    with installed.reading() as session:
        assert [each.kind for each in events.events_of(session, 1, f"line:{bad.line_id}")][-1] == "evidence_infected"


def test_a_file_whose_bytes_are_lost_waits(installed: App) -> None:
    evidence = added(installed, 18, DAY)
    next(installed.data.rglob(evidence.sha256 or "")).unlink()
    with clamd() as antivirus:
        watched(installed, antivirus)
        assert checked(installed, DAY).unseen == 1


def test_evidence_of_a_line_that_left_is_told_all_the_same(installed: App) -> None:
    evidence = linked(installed, 18, DAY)
    with installed.transaction() as session:
        gone = "UPDATE line SET gone_at = '2023-07-05 00:00:00' WHERE id = ?"
        session.connection().exec_driver_sql(gone, (evidence.line_id,))
        annexes.mark_link(session, evidence.id, alive=False, at=at(DAY) - timedelta(days=3))
    checked(installed, DAY, nobody)
    (said,) = told(installed, DAY)
    assert "una línea retirada" in said


@pytest.mark.parametrize("ask", [nobody, somebody])
def test_a_look_is_told_as_json(installed: App, ask: Ask) -> None:
    linked(installed, 18, DAY)
    said = checked_json(checked(installed, DAY, ask))
    assert said["dead"] == ([LINK] if ask is nobody else [])
    assert set(said) == {"alive", "dead", "unknown", "scanned", "infected", "unseen"}
