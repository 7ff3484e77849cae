"""What was kept is read later: each file by itself, a killing one set apart, its sender told."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from gdflow.app import App
from gdflow.collect.reading import Limits, ReaderPool
from gdflow.domain.errors import ConfigError, NotFoundError
from gdflow.domain.people import Role
from gdflow.domain.periods import parse_period
from gdflow.domain.receipts import ReceiptFacts, ReceiptState
from gdflow.services.open_period import open_period
from gdflow.services.read_answers import read_waiting
from gdflow.storage import people, submissions, waiting
from tests.services.books import gathered, headless, joined_forms
from tests.support.cast import GOBIERNO, GOBIERNO_MAIL, HEAD_MAIL, STRANGER_MAIL, USO, USO_MAIL, at
from tests.support.installation import (
    Said,
    contacts,
    filled,
    form_of,
    kept,
    line,
    notices,
    plan,
    read_all,
    rows_by_uid,
)

DAY, Q2, Q3 = "2023-07-05", "2023-Q2", "2023-Q3"


def form(app: App, said: dict[int, str], team: str = USO, period: str = Q2) -> bytes:
    answers = {row: Said(Decimal(value)) for row, value in said.items()}
    return filled(form_of(app, team, period, DAY).data, answers, rows_by_uid(app))


def team_id(app: App, name: str = USO) -> int:
    with app.transaction() as session:
        return people.ensure_team(session, app.entity_id, name)


def stored(app: App, row: int) -> list[tuple[str, Decimal]]:
    with app.reading() as session:
        history = submissions.history_of_line(session, line(app, row).id)
    return [(result.period, result.value) for result in history if result.receipt]


def receipt(app: App, of: ReceiptFacts) -> ReceiptFacts:
    with app.transaction() as session:
        return waiting.held(session, of.id)


def told(app: App) -> list[str]:
    return sorted(notice.address for notice in notices(app) if notice.purpose == "receipt")


def opened_third(app: App) -> None:
    with app.transaction() as session:
        open_period(session, app.rules, plan(app), parse_period(Q3), now=at(DAY))


@pytest.fixture
def killing(monkeypatch: pytest.MonkeyPatch) -> Iterator[ReaderPool]:
    """A pool whose readers die of every file."""
    monkeypatch.setenv("GDFLOW_FAILPOINT", "parse.child:kill")
    with ReaderPool(1, Limits(wall=5)) as pool:
        yield pool


def test_what_waits_is_read_once_and_acknowledged(installed: App) -> None:
    kept(installed, form(installed, {18: "0.3"}), DAY)
    kept(installed, form(installed, {9: "1"}, GOBIERNO), DAY)
    first, second = read_all(installed, DAY)
    assert [(r.team, len(r.taken), r.known) for r in (first, second)] == [(USO, 1, False), (GOBIERNO, 1, False)]
    assert (read_all(installed, DAY), told(installed)) == ((), [GOBIERNO_MAIL, USO_MAIL])


def test_so_many_are_read_as_are_asked_for(installed: App) -> None:
    for n in range(3):
        kept(installed, f"no es un libro {n}".encode(), DAY)
    assert [len(read_all(installed, DAY, limit=2)) for _ in range(3)] == [2, 1, 0]


def test_a_file_that_kills_its_reader_twice_is_set_apart_and_the_team_told(installed: App, killing: ReaderPool) -> None:
    one = kept(installed, b"veneno", DAY, "veneno.xlsx", team_id=team_id(installed), period=Q2).receipt
    [read] = read_waiting(installed.transaction, installed.rules, installed.objects, killing, now=at(DAY))
    after = receipt(installed, one)
    assert (after.state, after.code, after.tries) == (ReceiptState.QUARANTINED, "reader_died", 2)
    assert (read.team, told(installed)) == (USO, [USO_MAIL])
    assert "dos veces detuvo" in str(read.refused)


def test_a_file_gets_one_more_try(installed: App, monkeypatch: pytest.MonkeyPatch) -> None:
    one = kept(installed, form(installed, {18: "0.3"}), DAY).receipt
    with ReaderPool(1, Limits(wall=5)) as pool:
        monkeypatch.setenv("GDFLOW_FAILPOINT", "parse.child:kill:2")
        pool.read("otro.csv", b"a;b\n")  # the reader dies of its second file, as its successor would
        [read] = read_waiting(installed.transaction, installed.rules, installed.objects, pool, now=at(DAY))
    assert (len(read.taken), receipt(installed, one).tries, receipt(installed, one).state) == (1, 1, ReceiptState.READ)


def test_a_file_that_was_deadly_comes_last(installed: App) -> None:
    bad, good = (kept(installed, data, DAY).receipt for data in (b"veneno", b"otro"))
    with installed.transaction() as session:
        assert waiting.killed_its_reader(session, bad.id) == 1
    assert [read.number for read in read_all(installed, DAY)] == [good.number, bad.number]


def test_without_readers_nothing_is_set_apart(installed: App, monkeypatch: pytest.MonkeyPatch) -> None:
    one = kept(installed, b"hola", DAY).receipt
    monkeypatch.setattr("sys.executable", "/no/such/python")
    with ReaderPool(1) as pool, pytest.raises(ConfigError, match="reader_not_started"):
        read_waiting(installed.transaction, installed.rules, installed.objects, pool, now=at(DAY))
    assert receipt(installed, one).state is ReceiptState.RECEIVED


def test_bytes_that_are_gone_are_no_fault_of_the_file(installed: App) -> None:
    one = kept(installed, b"hola", DAY).receipt
    next(path for path in installed.objects.folder.rglob(one.sha256)).unlink()
    with pytest.raises(NotFoundError, match="unknown_object"):
        read_all(installed, DAY)
    assert receipt(installed, one).state is ReceiptState.RECEIVED


def test_the_same_bytes_by_two_ways_are_one_submission(installed: App) -> None:
    data = form(installed, {18: "0.3"})
    kept(installed, data, DAY)
    kept(installed, data, DAY, team_id=team_id(installed), period=Q2)
    first, second = read_all(installed, DAY)
    assert ([a.new for a in first.taken], [a.new for a in second.taken]) == ([True], [False])
    assert (stored(installed, 18), told(installed)) == ([(Q2, Decimal("0.3"))], [USO_MAIL])
    assert read_all(installed, DAY) == ()


def test_a_correction_between_two_ways_of_the_same_bytes_stays(installed: App) -> None:
    old, new = form(installed, {18: "0.3"}), form(installed, {18: "0.4"})
    its: dict[str, Any] = {"team_id": team_id(installed), "period": Q2}
    for data, known in ((old, its), (new, {}), (old, {})):
        kept(installed, data, DAY, **known)
        read_all(installed, DAY)
    assert stored(installed, 18) == [(Q2, Decimal("0.3")), (Q2, Decimal("0.4"))]


def test_a_refused_file_is_told_to_whoever_sent_it(installed: App) -> None:
    kept(installed, b"nada", DAY, sender=HEAD_MAIL)
    kept(installed, b"nada de nadie", DAY, sender=STRANGER_MAIL)
    kept(installed, b"otra cosa de nadie", DAY, sender=STRANGER_MAIL)
    kept(installed, b"por la pagina", DAY, sender="Equipo (enlace 3)")
    kept(installed, b"de nadie", DAY)
    assert all(read.refused for read in read_all(installed, DAY))
    assert told(installed) == sorted([HEAD_MAIL, STRANGER_MAIL])


def test_a_contact_is_told_beside_its_team(installed: App) -> None:
    contacts(installed, USO, [(USO_MAIL, Role.MEMBER), ("suplente@cartagena.example", Role.SUBSTITUTE)])
    kept(installed, form(installed, {18: "0.3"}), DAY, sender="Suplente@cartagena.example")
    read_all(installed, DAY)
    assert told(installed) == ["suplente@cartagena.example", USO_MAIL]


def test_a_form_of_another_team_is_not_taken_by_a_teams_own_way(installed: App) -> None:
    kept(installed, form(installed, {9: "1"}, GOBIERNO), DAY, team_id=team_id(installed), period=Q2)
    [read] = read_all(installed, DAY)
    assert ("es de otro equipo" in str(read.refused), read.team, stored(installed, 9)) == (True, USO, [])


def test_forms_of_two_periods_come_in_one_file(installed: App) -> None:
    opened_third(installed)
    data = joined_forms(form(installed, {18: "0.3"}), form(installed, {18: "0.1"}, period=Q3))
    kept(installed, data, DAY)
    [read] = read_all(installed, DAY)
    assert (read.refused, read.period, read.problems) == (None, None, ())
    assert sorted(stored(installed, 18)) == [(Q2, Decimal("0.3")), (Q3, Decimal("0.1"))]
    assert "2 reportes" in next(notice.subject for notice in notices(installed) if notice.purpose == "receipt")


def test_two_forms_that_say_two_things_of_a_line_are_both_told(installed: App) -> None:
    kept(installed, joined_forms(form(installed, {18: "0.3", 19: "0.1"}), form(installed, {18: "0.4", 19: "0.1"})), DAY)
    [read] = read_all(installed, DAY)
    assert [(answer.line.row, answer.value) for answer in read.taken] == [(19, Decimal("0.1"))]
    assert [problem.code for problem in read.problems] == ["answered_twice", "answered_twice"]


def test_forms_of_two_teams_in_one_file_are_kept_apart(installed: App) -> None:
    kept(installed, joined_forms(form(installed, {18: "0.3"}), form(installed, {9: "1"}, GOBIERNO)), DAY)
    assert "varios equipos" in str(read_all(installed, DAY)[0].refused)


def test_lines_gathered_by_their_codes_are_taken_for_a_known_team(installed: App) -> None:
    opened_third(installed)
    uids = {row: line(installed, row).uid for row in (9, 18, 19)}
    rows = [(uids[18], "2023-Q2", 0.3), (uids[19], "Trimestre 3 de 2023", 0.1), (uids[9], "T2 2023", 1)]
    kept(installed, gathered([*rows, (uids[19], "pronto", 1)]), DAY, team_id=team_id(installed))
    [read] = read_all(installed, DAY)
    assert [(a.line.row, a.period, a.value) for a in read.taken] == [(18, Q2, Decimal("0.3")), (19, Q3, Decimal("0.1"))]
    assert [problem.code for problem in read.problems] == ["period_unclear", "unknown_line"]


def test_lines_without_a_period_are_those_of_the_way_by_which_they_came(installed: App) -> None:
    data = gathered([(line(installed, 18).uid, None, 0.3)])
    kept(installed, data, DAY, team_id=team_id(installed), period=Q2)
    [read] = read_all(installed, DAY)
    assert ([(a.line.row, a.period) for a in read.taken], read.period) == ([(18, Q2)], Q2)


@pytest.mark.parametrize("known", [True, False])
def test_lines_by_their_codes_need_a_team_and_something_to_say(installed: App, known: bool) -> None:
    kept(installed, gathered([]), DAY, team_id=team_id(installed) if known else None)
    reason = "no hay ningún resultado nuevo" if known else "no se sabe qué equipo lo envió"
    assert reason in str(read_all(installed, DAY)[0].refused)


def test_a_form_without_its_hidden_sheet_answers_through_its_codes(installed: App) -> None:
    data = headless(form(installed, {18: "0.3"}))
    kept(installed, data, DAY, team_id=team_id(installed), period=Q2)
    assert [answer.value for answer in read_all(installed, DAY)[0].taken] == [Decimal("0.3")]


def test_a_reading_that_ends_in_an_oddity_is_set_apart(installed: App, monkeypatch: pytest.MonkeyPatch) -> None:
    def odd(*_facts: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr("gdflow.services.own_answers.reply_tables", odd)
    kept(installed, gathered([]), DAY)
    assert "KeyError" in str(read_all(installed, DAY)[0].refused)


def test_a_marked_stranger_is_told_nothing(installed: App) -> None:
    from gdflow.storage import address_marks

    with installed.transaction() as session:
        address_marks.mark(session, installed.entity_id, STRANGER_MAIL, "550", "no", at(DAY))
    kept(installed, b"nada", DAY, sender=STRANGER_MAIL)
    read_all(installed, DAY)
    assert told(installed) == []


def test_a_number_too_large_to_keep_is_named_by_its_cell(installed: App) -> None:
    kept(installed, form(installed, {18: "12345678901234", 19: "0.1"}), DAY)
    [read] = read_all(installed, DAY)
    assert ([p.code for p in read.problems], len(read.taken)) == (["number_too_large"], 1)
