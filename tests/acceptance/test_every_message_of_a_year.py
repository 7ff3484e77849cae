"""Every message of the Cartagena plan's year, as a text that a person reads and finds reasonable.

Lived day by day from January 2023 until after the last closing: once nobody answers, once the teams answer as the plan
shows for its first quarter and go on so. `GDFLOW_WRITE_GOLDEN=1 pytest tests/acceptance` writes both texts anew; read
them before keeping them.
"""

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from gdflow.app import App
from gdflow.colombia import holidays_of
from gdflow.services.forms import XLSX
from gdflow.services.teams import take_directory
from tests.acceptance.every_day import Act, Deed, Life, in_january, rows_in_words
from tests.acceptance.year_text import text_of_year
from tests.support.cast import DIRECTORY, GOBIERNO, GOBIERNO_MAIL, USO
from tests.support.decisions import assigned, extended, handed_over
from tests.support.installation import (
    Said,
    answered,
    bare,
    filled,
    imported,
    mails,
    received,
    rows_by_uid,
)

pytestmark = pytest.mark.xdist_group("every message")  # what is lived once is lived by one process
GOLDEN = Path(__file__).parents[1] / "golden"
FIRST, LAST = "2023-01-02", "2024-01-19"
TITLES = {
    "silent": "Plan de Cartagena 2023: todos los mensajes, si nadie responde",
    "answering": "Plan de Cartagena 2023: todos los mensajes, con equipos que responden",
}
CLOSED = holidays_of([2023, 2024])


def reports(team: str, period: str, values: Mapping[int, str | Said], complete: tuple[int, ...] = ()) -> Act:
    """A team answers for some of its lines."""

    def act(app: App, day: str) -> Deed:
        taken = answered(app, team, period, day, values)
        assert len(taken.taken) == len(values), taken
        words = f"{team} reporta {period}: {rows_in_words(values)}"
        return Deed(date.fromisoformat(day), words, dict.fromkeys(values, period), complete)

    return act


def corrects(team: str, address: str, period: str, values: Mapping[int, str | Said]) -> Act:
    """A team fills in once more the form of a period that it was sent last."""

    def act(app: App, day: str) -> Deed:
        answers = {row: Said(Decimal(value)) if isinstance(value, str) else value for row, value in values.items()}
        taken = received(app, filled(newest_form(app, address, period), answers, rows_by_uid(app)), day)
        assert len(taken.taken) == len(values), taken
        words = f"{team} corrige {period}: {rows_in_words(values)}"
        return Deed(date.fromisoformat(day), words, dict.fromkeys(values, period))

    return act


def newest_form(app: App, address: str, period: str) -> bytes:
    theirs = (mail for mail in reversed(mails(app)) if mail["To"].addresses[0].addr_spec == address)
    parts = (part for mail in theirs for part in mail.iter_attachments())
    forms = (part for part in parts if part.get_content_type() == XLSX and period in str(part.get_filename()))
    return next(bytes(part.get_content()) for part in forms)


def none_yet(reason: str) -> Said:
    return Said(0, None, reason)


def more_time(app: App, day: str) -> Deed:
    extended(app, 16, day, "2023-06-30", period=None)
    return Deed(
        date.fromisoformat(day), "Coordinación prorroga la fila 16 hasta vie 30 jun: el formulario no ha llegado"
    )


def not_ours(app: App, day: str) -> Deed:
    handed_over(app, 17, day, USO)
    return Deed(date.fromisoformat(day), f"{GOBIERNO} dice que la fila 17 es de {USO}")


def given_over(app: App, day: str) -> Deed:
    assigned(app, 17, USO, day)
    return Deed(date.fromisoformat(day), f"Coordinación asigna la fila 17 a {USO}")


ACTS: Mapping[str, Act] = {
    "2023-03-02": reports(GOBIERNO, "2023-Q1", {8: "1", 12: "1", 13: "1", 14: "1"}, (8, 12, 13, 14)),
    "2023-04-05": reports(USO, "2023-Q1", {18: "0.2", 19: none_yet("Se iniciará cuando se apruebe la estrategia.")}),
    "2023-04-14": reports(
        GOBIERNO,
        "2023-Q1",
        {9: "1", 10: "7", 11: "9", 15: "0.3", 16: none_yet("Se iniciará cuando llegue el formulario.")},
    ),
    "2023-04-17": corrects(GOBIERNO, GOBIERNO_MAIL, "2023-Q1", {11: "2"}),
    "2023-04-26": more_time,
    "2023-06-28": reports(GOBIERNO, "2023-Q2", {16: "1"}, (16,)),
    "2023-06-30": not_ours,
    "2023-07-04": given_over,
    "2023-07-06": reports(USO, "2023-Q2", {17: none_yet("No ha llegado la evaluación."), 18: "0.3", 19: "0.2"}),
    "2023-07-10": reports(GOBIERNO, "2023-Q2", {9: "1", 10: "14"}, (10,)),
    "2023-07-17": reports(GOBIERNO, "2023-Q2", {11: "9", 15: "2"}),
    "2023-08-03": reports(GOBIERNO, "2023-Q3", {11: "10"}, (11,)),
    "2023-10-02": reports(USO, "2023-Q3", {17: none_yet("Aún sin evaluación."), 18: "0.5", 19: "0.3"}, (18,)),
    "2023-10-06": reports(GOBIERNO, "2023-Q3", {9: "1", 15: "3"}),
    "2023-12-28": reports(USO, "2023-Q4", {17: "1", 19: "0.5"}, (17, 19)),
    "2024-01-05": reports(GOBIERNO, "2023-Q4", {9: "1", 15: "4.7"}, (9, 15)),
}


@pytest.fixture(scope="module", params=TITLES)
def year(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Life]]:
    """A name and the year that goes by it."""
    home = tmp_path_factory.mktemp(request.param)
    app = bare(home)
    _hasten(app)
    imported(app, in_january(home), FIRST)
    with app.transaction() as session:
        take_directory(session, app.rules, DIRECTORY)
    yield request.param, Life(app).live(FIRST, LAST, ACTS if request.param == "answering" else {})
    app.engine.dispose()


def _hasten(app: App) -> None:
    """No power is cut in this year: the disk need not be waited for."""

    def carelessly(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA synchronous=OFF")

    event.listen(app.engine, "connect", carelessly)
    app.engine.dispose()


def digests(life: Life) -> Iterator[tuple[date, str, str]]:
    """Day, address and Message-ID of each mail that carries reminders."""
    return ((leaf.left.date(), leaf.address, leaf.message_id) for leaf in life.leaves if leaf.message_id in life.said)


def test_the_year_reads_as_it_did(year: tuple[str, Life]) -> None:
    name, life = year
    text, path = text_of_year(life, TITLES[name]), GOLDEN / f"year_{name}.txt"
    if os.environ.get("GDFLOW_WRITE_GOLDEN") == "1":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text("utf-8")


def test_nobody_is_written_to_twice_on_a_day(year: tuple[str, Life]) -> None:
    counts = Counter((day, address) for day, address, _ in digests(year[1]))
    assert [place for place, count in counts.items() if count > 1] == []
    assert len(counts) > 40


def test_nothing_is_said_on_a_closed_day(year: tuple[str, Life]) -> None:
    assert [day for day, *_ in digests(year[1]) if day.weekday() > 4 or day in CLOSED] == []


def test_nothing_is_said_outside_the_sending_hours(year: tuple[str, Life]) -> None:
    told = [leaf for leaf in year[1].leaves if leaf.message_id in year[1].said]
    moments = [moment for leaf in told for moment in (leaf.left, leaf.dated)]
    assert [moment for moment in moments if not time(8) <= moment.time() < time(16)] == []


def test_a_line_that_was_reported_is_spoken_of_no_more(year: tuple[str, Life]) -> None:
    name, life = year
    assert len(life.deeds) == (len(ACTS) if name == "answering" else 0)
    answers = {(row, period): deed.day for deed in life.deeds for row, period in deed.answered.items()}
    after = [
        (day, life.rows[reminder.line_id], reminder.period)
        for day, _, message_id in digests(life)
        for reminder in life.said[message_id]
        if day > answers.get((life.rows[reminder.line_id], reminder.period or ""), date.max)
    ]
    assert after == []


def test_a_line_that_is_complete_is_spoken_of_no_more(year: tuple[str, Life]) -> None:
    _, life = year
    ends = {row: deed.day for deed in life.deeds for row in deed.complete}
    told = [(day, life.rows[each.line_id]) for day, _, key in digests(life) for each in life.said[key]]
    assert [(day, row) for day, row in told if day > ends.get(row, date.max)] == []


def test_each_step_is_said_once_to_each_reader(year: tuple[str, Life]) -> None:
    _, life = year
    told = Counter(
        (address, each.obligation_id, each.due_on, each.step, each.audience, each.team_id)
        for _, address, message_id in digests(life)
        for each in life.said[message_id]
    )
    assert [place for place, count in told.items() if count > 1] == []


def test_nothing_is_asked_for_after_its_period_has_closed(year: tuple[str, Life]) -> None:
    _, life = year
    asked = [(day, each.closes_on) for day, _, key in digests(life) for each in life.said[key]]
    assert [(day, closed) for day, closed in asked if closed is not None and day > closed] == []


def test_the_account_closes_every_evening(year: tuple[str, Life]) -> None:
    accounts = year[1].accounts
    assert [day for day, account in accounts.items() if not account.closed] == []
    assert [day for day, account in accounts.items() if account.pending or account.in_doubt or account.refused] == []
    assert len(accounts) == (date.fromisoformat(LAST) - date.fromisoformat(FIRST)).days + 1
