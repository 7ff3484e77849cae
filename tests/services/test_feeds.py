"""Calendars to which people subscribe: a day keeps its name, moves as it moves, and is cancelled when owed no more."""

from datetime import date
from typing import Any

import pytest
from icalendar import Calendar

from gdflow.app import App
from gdflow.domain import keys
from gdflow.domain.closing import Check
from gdflow.domain.errors import ConflictError, NotFoundError
from gdflow.domain.periods import parse_period
from gdflow.services import feeds
from gdflow.services.close_period import close_period
from gdflow.services.decide import undo
from gdflow.services.feeds import IssuedFeed
from gdflow.services.import_plan import read_plan_file
from gdflow.storage import events
from tests.services.readings import a_line, reading
from tests.support.cast import CUT_OFF, GOBIERNO, USO, at
from tests.support.closings import closed_on, opened_again
from tests.support.decisions import extended, silenced, team, waived
from tests.support.installation import (
    CARTAGENA,
    SETTINGS,
    answered,
    delivered,
    given,
    line,
    mails,
    plan,
    reopened,
    scanned,
    stored,
)
from tests.support.web import dump

Q2 = "2023-Q2"
OWED = (9, 10, 11, 15, 16, 17)
DUE, MOVED = date(2023, 7, 10), date(2023, 7, 14)


@pytest.fixture
def started(installed: App) -> App:
    """The second quarter is open and owed."""
    scanned(installed, "2023-07-04")
    return installed


def issued(app: App, whose: str | None = GOBIERNO, day: str = "2023-07-04") -> IssuedFeed:
    with app.transaction() as session:
        return feeds.issue(session, app.rules, whose, by="Coordinación", now=at(day))


def calendar(app: App, token: IssuedFeed, day: str = "2023-07-05") -> bytes:
    with app.reading() as session:
        return feeds.calendar(session, app.rules, feeds.find(session, app.rules, token.token), now=at(day))


def events_in(data: bytes) -> dict[str, Any]:
    """The entries by uid."""
    return {str(each["uid"]): each for each in Calendar.from_ical(data).walk("VEVENT")}


def shared(app: App, whose: str | None = GOBIERNO) -> str:
    """The name of the day on which the second quarter is due."""
    return keys.calendar_uid(None, team(app, whose).id if whose else None, Q2, None, app.rules.mail_domain)


def apart(app: App) -> str:
    """The name of the first day that a plan has beside the one that is shared."""
    return keys.calendar_uid(plan(app).id, team(app, GOBIERNO).id, Q2, None, app.rules.mail_domain)


def own(app: App, row: int) -> str:
    """The name of the day of one line alone."""
    return keys.calendar_uid(plan(app).id, None, Q2, line(app, row).id, app.rules.mail_domain)


def ending(app: App) -> str:
    """The name of the day on which the second quarter closes."""
    return keys.closing_day_uid(None, Q2, app.rules.mail_domain)


def closed_early(app: App, day: str) -> None:
    spite = dict.fromkeys(Check, "El comité es mañana")
    with app.transaction() as session:
        close_period(session, app.rules, plan(app), parse_period(Q2), by="Coordinación", in_spite=spite, now=at(day))


def told(entry: Any) -> tuple[date, str, str, int]:
    return entry.decoded("dtstart"), str(entry["summary"]), str(entry["status"]), int(entry["sequence"])


def test_a_key_is_256_random_bits_and_only_its_hash_is_kept(installed: App) -> None:
    given_out = [issued(installed) for _ in range(3)]
    tokens = {each.token for each in given_out}
    assert given_out[0].path == f"/calendario/{given_out[0].token}.ics"
    assert ({len(each) for each in tokens}, len(tokens)) == ({43}, 3)
    rows = str(dump(installed))
    assert [each for each in tokens if each in rows] == []
    assert all(keys.token_sha256(each) in rows for each in tokens)


def test_a_teams_calendar_has_what_it_owes_and_when_the_period_closes(started: App) -> None:
    found = events_in(calendar(started, issued(started)))
    due, end = found[shared(started)], found[ending(started)]
    assert told(due)[:3] == (DUE, f"Plazo para reportar el trimestre 2 de 2023 · {GOBIERNO}", "CONFIRMED")
    assert "6 actividades por reportar" in due["description"]
    assert told(end)[:3] == (date(2023, 7, 17), "Cierra el trimestre 2 de 2023", "CONFIRMED")


def test_a_period_that_was_closed_early_shows_the_day_on_which_it_closed(started: App) -> None:
    token, before = issued(started), events_in(calendar(started, issued(started)))[ending(started)]
    closed_early(started, "2023-07-12")
    end = events_in(calendar(started, token, "2023-07-13"))[ending(started)]
    assert told(end)[:3] == (date(2023, 7, 12), "Cierra el trimestre 2 de 2023", "CONFIRMED")
    assert str(end["description"]).startswith("Se cerró ese día, antes del plazo.")
    assert told(end)[3] > told(before)[3]


def test_a_period_that_was_closed_after_its_day_keeps_it(started: App) -> None:
    token = issued(started)
    closed_on(started, "2023-07-19")
    end = events_in(calendar(started, token, "2023-07-20"))[ending(started)]
    assert told(end)[0] == date(2023, 7, 17)
    assert str(end["description"]).startswith("Último día")


def test_another_teams_days_are_not_in_it(started: App) -> None:
    found = events_in(calendar(started, issued(started, USO)))
    assert shared(started, USO) in found
    assert shared(started) not in found
    assert not any(GOBIERNO in str(each["summary"]) for each in found.values())


def test_the_entitys_calendar_has_the_days_of_all_teams_together(started: App) -> None:
    found = events_in(calendar(started, issued(started, None)))
    assert found[shared(started, None)]["summary"] == "Plazo para reportar el trimestre 2 de 2023"
    assert "8 actividades por reportar" in found[shared(started, None)]["description"]


def test_a_lines_own_end_is_named_by_the_line(started: App) -> None:
    found = events_in(calendar(started, issued(started)))
    ends = {str(each["summary"]): each for each in found.values() if str(each["summary"]).startswith("Fecha final: ")}
    assert any("Hacer el reporte a FURAG" in each for each in ends)
    assert all("Plazo" not in str(each["description"]) for each in ends.values())


def test_as_long_as_nothing_changes_the_calendar_is_the_same(started: App) -> None:
    token = issued(started)
    first = calendar(started, token)
    silenced(started, 9, "2023-07-05", "2023-07-07")
    scanned(started, "2023-07-06")
    stored(started, read_plan_file(CARTAGENA, as_of=at(CUT_OFF).date()), at("2023-07-06"))
    assert calendar(started, token, "2023-07-07") == first


def test_an_extension_gives_a_line_a_day_of_its_own_and_the_others_stay(started: App) -> None:
    token = issued(started)
    before = events_in(calendar(started, token))
    extended(started, 9, "2023-07-05", "2023-07-14")
    after = events_in(calendar(started, token))
    assert told(after[apart(started)])[0] == MOVED
    assert "5 actividades por reportar" in after[shared(started)]["description"]
    same = before.keys() & after.keys() - {shared(started)}
    assert {uid: after[uid].to_ical() for uid in same} == {uid: before[uid].to_ical() for uid in same}


def test_a_line_with_a_third_day_has_it_under_its_own_name(started: App) -> None:
    token = issued(started)
    extended(started, 9, "2023-07-05", "2023-07-14")
    extended(started, 10, "2023-07-05", "2023-07-18")
    assert told(events_in(calendar(started, token))[own(started, 10)])[0] == date(2023, 7, 18)


def test_a_day_that_moves_keeps_its_name_and_its_sequence_grows(started: App) -> None:
    token, last = issued(started), 0
    extended(started, 9, "2023-07-05", "2023-07-14")
    for hour, until in ((9, "2023-07-18"), (10, "2023-07-19")):
        extended(started, 9, "2023-07-05", until, hour=hour)
        day, _, status, sequence = told(events_in(calendar(started, token))[apart(started)])
        assert (day.isoformat(), status) == (until, "CONFIRMED")
        assert sequence > last
        last = sequence


def test_a_day_that_moves_back_has_a_greater_sequence_too(started: App) -> None:
    token = issued(started)
    first = extended(started, 9, "2023-07-05", "2023-07-14")
    before = events_in(calendar(started, token))[apart(started)]
    with started.transaction() as session:
        undo(session, started.rules, first.decision.id, "Coordinación", now=at("2023-07-06"))
    after = events_in(calendar(started, token, "2023-07-06"))
    assert apart(started) not in after
    assert int(after[shared(started)]["sequence"]) > int(before["sequence"])
    assert after[shared(started)].decoded("last-modified") == at("2023-07-06")


def test_what_is_owed_no_more_is_cancelled_under_the_same_name(started: App) -> None:
    token = issued(started)
    before = events_in(calendar(started, token))[shared(started)]
    for row in OWED[1:]:
        waived(started, row, "2023-07-05")
    answered(started, GOBIERNO, Q2, "2023-07-06", {9: 1})
    after = events_in(calendar(started, token, "2023-07-06"))[shared(started)]
    assert (after["status"], "Ya no se debe" in after["description"]) == ("CANCELLED", True)
    assert int(after["sequence"]) > int(before["sequence"])
    assert after.decoded("last-modified") == at("2023-07-06", 10)


def test_a_closed_period_is_owed_no_more_and_what_is_opened_again_is(started: App) -> None:
    token = issued(started)
    closed_on(started, "2023-07-18")
    assert events_in(calendar(started, token, "2023-07-18"))[shared(started)]["status"] == "CANCELLED"
    opened_again(started, "2023-07-19", "2023-07-25", line(started, 9))
    found = [each for each in events_in(calendar(started, token, "2023-07-19")).values() if told(each)[0].day == 25]
    assert [told(each)[2] for each in found] == ["CONFIRMED"]


def test_a_day_is_named_as_the_mails_name_it(started: App) -> None:
    delivered(started, "2023-07-04")
    attached = [
        part.get_payload(decode=True)
        for mail in mails(started)
        for part in mail.walk()
        if part.get_content_type() == "text/calendar"
    ]
    said = {uid for data in attached if isinstance(data, bytes) for uid in events_in(data)}
    assert shared(started) in said
    assert shared(started) in events_in(calendar(started, issued(started)))


def test_plans_share_the_days_that_are_the_same_and_have_others_of_their_own(empty: App) -> None:
    given(empty, reading(a_line(8, "Una")), name="uno.xlsx")
    scanned(empty, "2023-07-04")
    settings = SETTINGS + "\n[reporting]\nreport_by_days = 7\ncloses_days = 15\n"
    app = reopened(empty, settings)
    given(app, reading(a_line(8, "Otra")), name="dos.xlsx")
    scanned(app, "2023-07-04")
    entries = [told(each)[:2] for each in events_in(calendar(app, issued(app, None))).values()]
    of_q2 = sorted(
        f"{day} {said.partition(' el ')[0]}" for day, said in entries if said.endswith("trimestre 2 de 2023")
    )
    assert of_q2 == [
        "2023-07-10 Plazo para reportar",
        "2023-07-12 Plazo para reportar",
        "2023-07-17 Cierra",
        "2023-07-25 Cierra",
    ]


def test_a_calendar_asks_to_be_read_again_and_bears_a_name(started: App) -> None:
    read = Calendar.from_ical(calendar(started, issued(started)))
    assert (read["name"], read["method"]) == (f"Plazos de {GOBIERNO} · Alcaldía de Cartagena", "PUBLISH")
    assert read["refresh-interval"].to_ical() == b"PT6H"


def test_what_was_due_long_ago_is_not_told(started: App) -> None:
    token = issued(started)
    assert shared(started) in events_in(calendar(started, token, "2024-07-01"))
    assert shared(started) not in events_in(calendar(started, token, "2024-12-01"))


def test_reading_a_calendar_writes_nothing(started: App) -> None:
    token = issued(started)
    before = dump(started)
    calendar(started, token)
    assert dump(started) == before


def test_an_address_that_was_never_given_is_not_known(installed: App) -> None:
    with installed.reading() as session, pytest.raises(NotFoundError, match="unknown_link"):
        feeds.find(session, installed.rules, "x" * 43)


def test_an_address_taken_back_serves_no_more_and_is_noted(started: App) -> None:
    token = issued(started)
    with started.transaction() as session:
        feeds.revoke(session, started.rules, token.feed.id, by="Coordinación", now=at("2023-07-05"))
        with pytest.raises(ConflictError, match="feed_revoked"):
            feeds.find(session, started.rules, token.token)
        with pytest.raises(ConflictError, match="feed_revoked_already"):
            feeds.revoke(session, started.rules, token.feed.id, by="x", now=at("2023-07-05"))
        with pytest.raises(NotFoundError, match="unknown_feed"):
            feeds.revoke(session, started.rules, 99, by="x", now=at("2023-07-05"))
        kinds = [each.kind for each in events.events_of(session, started.rules.entity_id)]
        assert feeds.feeds(session, started.rules) == ()
        assert [each.revoked_by for each in feeds.feeds(session, started.rules, revoked=True)] == ["Coordinación"]
    assert kinds[-2:] == ["feed_issued", "feed_revoked"]


def test_the_entitys_own_address_is_listed_without_a_team(started: App) -> None:
    issued(started, None)
    with started.reading() as session:
        [feed] = feeds.feeds(session, started.rules)
    its = feeds.feed_json(feed)
    assert (its["team"], its["serves"], its["revoked_at"]) == (None, True, None)
