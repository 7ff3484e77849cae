"""Which form goes with a digest, that its answer is taken, and that it costs its own lines and no others."""

from datetime import date
from decimal import Decimal
from email.message import EmailMessage
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest

from gdflow.app import App
from gdflow.domain.forms import SHEET
from gdflow.domain.plan import PlanLine, TeamEntry
from gdflow.services.forms import XLSX
from gdflow.services.remind import scan
from tests.services.readings import a_line, reading, team
from tests.support.cast import GOBIERNO, GOBIERNO_MAIL, HEAD_MAIL, USO, at
from tests.support.decisions import extended
from tests.support.installation import (
    Said,
    answered,
    copied,
    counted_statements,
    delivered,
    filled,
    form_in,
    given,
    mail_of,
    received,
    rows_by_uid,
    scanned,
    text_of,
)

OWN = team(GOBIERNO, GOBIERNO_MAIL)
OTHERS = a_line(20, teams=(USO,))
NOTHING_TAKEN = "Responda a este correo y diga si ya terminó o cuándo terminará."


def mail_to(app: App, address: str, day: str) -> EmailMessage:
    """The digest of a day; earlier ones have left."""
    drafts = scanned(app, day).composed.notices
    delivered(app, day, 9)
    return next(mail_of(draft.data) for draft in drafts if draft.address == address)


def ending(row: int = 8, activity: str = "Publicar datos") -> PlanLine:
    """A line that ends in February."""
    return a_line(row, activity, due=date(2023, 2, 28), target=Decimal(1))


def told_before(app: App, said_on: str, day: str) -> None:
    """What is told on a day is told before, if that day is later."""
    if said_on < day:
        scanned(app, said_on)
        delivered(app, said_on, 9)


def forms_in(mail: EmailMessage) -> list[str]:
    return [str(part.get_filename()) for part in mail.iter_attachments() if part.get_content_type() == XLSX]


def asked_in(mail: EmailMessage) -> str:
    page = openpyxl.load_workbook(BytesIO(form_in(mail)))[SHEET]
    return " ".join(str(cell.value) for row in page.iter_rows() for cell in row if cell.value)


@pytest.mark.parametrize(
    ("day", "period"),
    [
        ("2023-02-14", "2023-Q1"),  # runs
        ("2023-04-10", "2023-Q1"),  # over, and asked for until the 11th; the second runs as well
        ("2023-04-24", "2023-Q2"),  # the first has closed
    ],
)
def test_lines_that_only_end_are_answered_by_the_open_period_that_ends_first(empty: App, day: str, period: str) -> None:
    given(empty, reading(ending(), OTHERS, teams=(OWN,)), day="2023-01-02")
    told_before(empty, "2023-04-05", day)
    mail = mail_to(empty, GOBIERNO_MAIL, day)
    assert forms_in(mail) == [f"Formulario {period} {GOBIERNO}.xlsx"]
    assert "Llene solo lo que ya terminó" in text_of(mail)


def test_an_answer_before_the_end_of_its_period_is_taken_and_ends_the_reminders(empty: App) -> None:
    given(empty, reading(ending(), teams=(OWN,)), day="2023-01-02")
    form = form_in(mail_to(empty, GOBIERNO_MAIL, "2023-02-14"))
    taken = received(empty, filled(form, {8: Said(1)}, rows_by_uid(empty)), "2023-02-16")
    assert [answer.value for answer in taken.taken] == [1]
    assert [scanned(empty, day).composed.notices for day in ("2023-02-21", "2023-03-01", "2023-04-04")] == [()] * 3


def test_the_period_that_takes_most_of_the_lines_is_asked_for(empty: App) -> None:
    given(empty, reading(ending(), ending(9, "Formar"), OTHERS, teams=(OWN,)), day="2023-01-02")
    told_before(empty, "2023-04-05", "2023-04-10")
    answered(empty, GOBIERNO, "2023-Q1", "2023-04-05", {8: Said(0, None, "Falta una firma.")})
    assert forms_in(mail_to(empty, GOBIERNO_MAIL, "2023-04-10")) == [f"Formulario 2023-Q2 {GOBIERNO}.xlsx"]


def test_where_no_period_takes_an_answer_the_mail_asks_for_none(empty: App) -> None:
    given(empty, reading(ending(), teams=(OWN,)), day="2023-01-02")
    mail = mail_to(empty, GOBIERNO_MAIL, "2024-02-20")
    assert forms_in(mail) == []
    assert NOTHING_TAKEN in text_of(mail)


def test_a_line_that_the_form_does_not_ask_for_is_not_said_to_stand_there(empty: App) -> None:
    given(empty, reading(ending(), ending(9, "Formar"), teams=(OWN,)), day="2023-01-02")
    scanned(empty, "2023-01-03")
    answered(empty, GOBIERNO, "2023-Q1", "2023-01-10", {9: Said(0, None, "Aún no empieza.")})
    mail = mail_to(empty, GOBIERNO_MAIL, "2023-02-14")
    assert "De lo que no esté en el formulario" in text_of(mail)
    assert "Publicar datos" in asked_in(mail)
    assert "Formar" not in asked_in(mail)


def test_the_form_is_that_of_the_newest_period_of_which_the_mail_speaks(empty: App) -> None:
    given(empty, reading(a_line(), teams=(OWN,)))
    scanned(empty, "2023-04-11")
    extended(empty, 8, "2023-04-11", "2023-07-07", period="2023-Q1")
    mail = mail_to(empty, GOBIERNO_MAIL, "2023-07-06")
    assert forms_in(mail) == [f"Formulario 2023-Q2 {GOBIERNO}.xlsx"]
    assert "De lo que no esté en el formulario" in text_of(mail)


def test_who_heads_a_team_gets_no_form(installed: App) -> None:
    assert forms_in(mail_to(installed, HEAD_MAIL, "2023-07-13")) == []


def many(count: int) -> tuple[list[PlanLine], tuple[TeamEntry, ...]]:
    """So many teams with a line each, and their directory."""
    names = [f"Equipo {number:02}" for number in range(count)]
    lines = [a_line(row, f"Tarea {row}", teams=(name,)) for row, name in enumerate(names, start=8)]
    return lines, tuple(TeamEntry(name, (f"e{at:02}@cartagena.example",), ()) for at, name in enumerate(names))


def effort(app: App, count: int) -> tuple[int, int]:
    """What a scan costs that writes so many digests: statements, and hundreds of the database's own steps."""
    lines, teams = many(count)
    given(app, reading(*lines, teams=teams), day="2023-01-02")
    scanned(app, "2023-04-03")
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    with app.transaction() as session, counted_statements(app) as ran:
        session.connection().connection.dbapi_connection.set_progress_handler(step, 100)  # type: ignore[union-attr]  # SQLite's own
        composed = scan(session, app.rules, now=at("2023-06-30")).composed
    assert [len(forms_in(mail_of(draft.data))) for draft in composed.notices] == [1] * count
    return len(ran), steps


def test_a_digest_with_its_form_costs_the_same_however_many_teams_there_are(
    bare_template: Path, tmp_path: Path
) -> None:
    costs = []
    for count in (2, 31, 60):
        with copied(bare_template, tmp_path / str(count)) as app:
            costs.append(effort(app, count))
    (statements, steps), (more_statements, more_steps) = (
        tuple(late - early for early, late in zip(*pair, strict=True)) for pair in pairwise(costs)
    )
    assert more_statements == statements
    assert more_steps <= 1.1 * steps
