"""An audit finds every change that somebody made to the record, and says what it is."""

import json

import pytest
from sqlalchemy import text

from gdflow.app import App
from gdflow.domain.errors import InputError
from gdflow.services.audit import Audit, audit_json, verify
from gdflow.storage.events import newest_events
from tests.support.closings import closed_on, written_on

DAY = "2023-07-18"


@pytest.fixture
def audited(installed: App) -> App:
    """The first quarter closed and its reports written."""
    closed_on(installed, DAY, "2023-Q1")
    written_on(installed, DAY)
    return installed


def looked_over(app: App, head: str | None = None) -> Audit:
    with app.reading() as session:
        return verify(session, app.rules, app.objects, head)


def wrong(app: App, head: str | None = None) -> list[str]:
    """The codes of what an audit finds."""
    return [each.code for each in looked_over(app, head).wrong]


def change(app: App, *statements: str) -> None:
    """What somebody does with the database's own tools, whom no trigger stops."""
    with app.transaction() as session:
        for name in ("event_update", "event_delete", "closing_update", "closing_delete"):
            session.connection().execute(text(f"DROP TRIGGER IF EXISTS {name}"))
        for statement in statements:
            session.connection().execute(text(statement))


def test_before_anything_happened_there_is_nothing_wrong(empty: App) -> None:
    found = looked_over(empty)
    assert (found.events, found.head, found.closings, found.wrong) == (0, "0" * 64, 0, ())


def test_a_whole_record_has_nothing_wrong(audited: App) -> None:
    found = looked_over(audited)
    assert found.wrong == ()
    assert (found.closings, found.reports > 0, found.head_event) == (1, True, None)
    with audited.reading() as session:
        [newest] = newest_events(session, 1, 1)
    assert (found.events, found.head) == (newest.sequence, newest.hash)


def test_the_head_of_the_minutes_is_found_in_the_chain(audited: App) -> None:
    with audited.reading() as session:
        closing = next(each for each in newest_events(session, 1, 50) if each.kind == "period_closed")
    found = looked_over(audited, f"  {closing.hash.upper()} ")
    assert found.head_event == closing
    assert found.wrong == ()


def test_a_head_that_the_chain_does_not_have_is_told(audited: App) -> None:
    assert wrong(audited, "0" * 64) == ["head_unknown"]
    with pytest.raises(InputError, match="bad_head"):
        looked_over(audited, "69059892")


def test_a_rewritten_chain_is_whole_but_lacks_the_head_of_the_minutes(audited: App) -> None:
    """Whoever can rewrite every table can rewrite the chain; only what was kept elsewhere shows it."""
    head = looked_over(audited).head
    change(audited, "DELETE FROM event", "UPDATE entity SET events = 0, head = '" + "0" * 64 + "'")
    assert "chain_broken" not in wrong(audited)
    assert "head_unknown" in wrong(audited, head)


def test_an_event_that_was_changed_or_removed_is_named(audited: App) -> None:
    change(audited, "UPDATE event SET actor = 'otra persona' WHERE sequence = 3")
    [found] = looked_over(audited).wrong
    assert (found.code, "suceso 3 " in found.message) == ("chain_broken", True)
    change(audited, "DELETE FROM event WHERE sequence = 2")
    assert "suceso 2 " in looked_over(audited).wrong[0].message


@pytest.mark.parametrize(
    ("statement", "codes"),
    [
        ("UPDATE closing SET snapshot = x'00'", ["snapshot_damaged"]),
        ("UPDATE closing SET sha256 = '" + "a" * 64 + "'", ["snapshot_damaged", "closing_noted_otherwise"]),
        ("UPDATE closing SET head = '" + "a" * 64 + "'", ["closing_noted_otherwise"]),
        ("UPDATE closing SET number = 2", ["closing_not_noted", "report_noted_otherwise"]),
        (
            "UPDATE report SET sha256 = '" + "a" * 64 + "' WHERE name = 'minutes'",
            ["report_noted_otherwise", "report_lost"],
        ),
    ],
)
def test_what_is_not_what_the_chain_noted_is_told(audited: App, statement: str, codes: list[str]) -> None:
    change(audited, statement)
    assert list(dict.fromkeys(wrong(audited))) == codes


def test_bytes_of_a_report_that_were_changed_or_removed_are_told(audited: App) -> None:
    with audited.reading() as session:
        rows = session.connection().execute(text("SELECT name, sha256 FROM report ORDER BY id")).all()
    (first, changed), (second, lost) = rows[:2]
    (audited.objects.folder / changed[:2] / changed).write_bytes(b"x")
    (audited.objects.folder / lost[:2] / lost).unlink()
    found = looked_over(audited).wrong
    assert [each.code for each in found] == ["report_changed", "report_lost"]
    assert (f"«{first}»" in found[0].message, f"«{second}»" in found[1].message) == (True, True)


def test_as_json_it_says_all_of_it(audited: App) -> None:
    head = looked_over(audited).head
    told = audit_json(looked_over(audited, head))
    assert (told["ok"], told["head"], told["wrong"]) == (True, head, [])
    assert json.loads(json.dumps(told))["head_event"]["hash"] == head
    assert audit_json(looked_over(audited, "0" * 64))["head_event"] is None
