"""A team's form taken back: what is taken, what is not and why, and what nobody can change any more."""

from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from gdflow.app import App
from gdflow.domain.forms import FIRST_ROW, HIDDEN_SHEET, SHEET, FormColumn
from gdflow.domain.lines import Result
from gdflow.services.received import Received
from gdflow.storage import events, submissions
from tests.services.readings import a_line, reading
from tests.support.cast import GOBIERNO, USO, USO_MAIL
from tests.support.installation import (
    CARTAGENA,
    Said,
    answered,
    contacts,
    filled,
    form_of,
    given,
    line,
    mail_of,
    mails,
    notices,
    received,
    rows_by_uid,
    text_of,
)
from tests.support.installation import delivered as delivered_on

Q2, DAY = "2023-Q2", "2023-07-05"


def sheet_form(app: App, said: dict[int, Said], team: str = USO, period: str = Q2) -> bytes:
    return filled(form_of(app, team, period, DAY).data, said, rows_by_uid(app))


def history(app: App, row: int) -> list[Result]:
    with app.reading() as session:
        return [r for r in submissions.history_of_line(session, line(app, row).id) if r.period == Q2]


def values(app: App, row: int) -> list[Decimal]:
    return [result.value for result in history(app, row)]


def receipts(app: App) -> list[str]:
    return [notice.subject for notice in notices(app) if notice.purpose == "receipt"]


def taken(result: Received) -> list[tuple[int, Decimal, bool]]:
    return [(each.line.row, each.value, each.new) for each in result.taken]


def test_a_good_form_is_taken_and_acknowledged(installed: App) -> None:
    result = answered(installed, USO, Q2, DAY, {18: Said(Decimal("0.3"), "Se formó.", None, "Acta 4"), 19: "0.2"})
    assert taken(result) == [(18, Decimal("0.3"), True), (19, Decimal("0.2"), True)]
    assert (result.team, result.period, result.pending, result.known, result.refused) == (USO, Q2, 0, False, None)
    assert receipts(installed) == ["[Uso y Apropiación] Recibido: 2 reportes del trimestre 2"]
    [stored] = history(installed, 18)
    assert (stored.narrative, stored.evidence, stored.receipt) == ("Se formó.", "Acta 4", result.number)


def test_the_receipt_says_the_number_and_what_is_still_owed(installed: App) -> None:
    result = answered(installed, USO, Q2, DAY, {18: "0.3"})
    delivered_on(installed, DAY, hour=11)
    [mail] = mails(installed)
    assert mail["To"].addresses[0].addr_spec == USO_MAIL
    assert result.number in text_of(mail)
    assert "A su equipo aún le falta 1 reporte" in text_of(mail)


def test_good_lines_are_taken_though_others_have_problems(installed: App) -> None:
    result = answered(installed, USO, Q2, DAY, {18: "0.3", 19: Said("tres")})
    assert (taken(result), [problem.code for problem in result.problems]) == (
        [(18, Decimal("0.3"), True)],
        ["not_a_number"],
    )
    assert result.pending == 1
    assert "celda" in text_of(mail_of(_bytes(installed)))


def _bytes(app: App) -> bytes:
    delivered_on(app, DAY, hour=11)
    return next(iter(sorted(app.outbox.glob("*.eml")))).read_bytes()


def test_a_zero_needs_its_reason(installed: App) -> None:
    bad = answered(installed, USO, Q2, DAY, {18: Said(0, None)})
    good = answered(installed, USO, Q2, DAY, {18: Said(0, None, "No hubo contrato.")})
    assert ([problem.code for problem in bad.problems], taken(bad)) == (["zero_without_reason"], [])
    assert taken(good) == [(18, Decimal(0), True)]


def test_the_same_bytes_are_one_receipt_and_one_mail(installed: App) -> None:
    form = sheet_form(installed, {18: Said(Decimal("0.3"))})
    first, second = received(installed, form, DAY), received(installed, form, "2023-07-06", "otro nombre.xlsx")
    assert (first.number, first.known, second.known) == (second.number, False, True)
    assert taken(second) == [(18, Decimal("0.3"), False)]
    assert (len(receipts(installed)), values(installed, 18)) == (1, [Decimal("0.3")])


def test_a_correction_supersedes_and_keeps_what_was_said_before(installed: App) -> None:
    blank = form_of(installed, USO, Q2, DAY).data
    for value in ("0.3", "0.4"):
        received(installed, filled(blank, {18: Said(Decimal(value))}, rows_by_uid(installed)), DAY)
    assert values(installed, 18) == [Decimal("0.3"), Decimal("0.4")]
    assert len(receipts(installed)) == 2


def test_an_old_form_sent_once_more_does_not_undo_a_correction(installed: App) -> None:
    blank = form_of(installed, USO, Q2, DAY).data
    old, new = (filled(blank, {18: Said(Decimal(value))}, rows_by_uid(installed)) for value in ("0.3", "0.4"))
    for form in (old, new, old):
        received(installed, form, DAY)
    assert values(installed, 18) == [Decimal("0.3"), Decimal("0.4")]


def test_an_answer_that_says_nothing_new_is_not_stored_again(installed: App) -> None:
    forms = [sheet_form(installed, {18: Said(Decimal("0.3"))}) for _ in range(2)]
    results = [received(installed, form, DAY) for form in forms]
    assert [taken(result)[0][2] for result in results] == [True, False]
    assert len(values(installed, 18)) == 1


def test_a_file_that_is_no_form_is_kept_with_its_reason(installed: App) -> None:
    result = received(installed, CARTAGENA.read_bytes(), DAY, "plan.xlsx")
    assert result.refused is not None
    assert "no es un formulario de gdflow" in result.refused
    assert installed.objects.get(installed.objects.put(CARTAGENA.read_bytes())) == CARTAGENA.read_bytes()
    assert (receipts(installed), result.locked) == ([], False)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 roto", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600])
def test_a_damaged_file_is_kept_with_its_reason(installed: App, data: bytes) -> None:
    assert received(installed, data, DAY).refused


def test_a_refused_file_gets_the_same_number_again(installed: App) -> None:
    first, second = (received(installed, b"no es un libro", DAY) for _ in range(2))
    assert (first.number, first.known, second.known) == (second.number, False, True)
    with installed.reading() as session:
        refused = [e for e in events.events_of(session, installed.rules.entity_id) if e.kind == "file_refused"]
    assert {event.subject for event in refused} == {f"receipt:{first.number}"}


def test_a_strangers_form_is_not_taken(installed: App) -> None:
    book = openpyxl.load_workbook(BytesIO(sheet_form(installed, {18: Said(Decimal("0.3"))})))
    hidden = book[HIDDEN_SHEET]
    token = next(row for row in hidden.iter_rows(max_col=2) if row[0].value == "token")
    token[1].value = "otra-ficha"
    book.custom_doc_props.props = []  # type: ignore[attr-defined]  # the stubs are of an older openpyxl
    result = received(installed, _saved(book), DAY)
    assert result.refused is not None
    assert "su identificación no es conocida" in result.refused
    assert values(installed, 18) == []


def test_a_form_never_touches_another_teams_line(installed: App) -> None:
    other = line(installed, 9).uid
    book = openpyxl.load_workbook(BytesIO(sheet_form(installed, {18: Said(Decimal("0.3"))})))
    _rename(book, line(installed, 18).uid, other)
    result = received(installed, _saved(book), DAY)
    assert (taken(result), [problem.code for problem in result.problems]) == ([], ["unknown_line"])
    assert "no es de este formulario" in result.problems[0].message
    assert values(installed, 9) == []


def _rename(book: openpyxl.Workbook, old: str, new: str) -> None:
    """Put another line's code wherever the form names one, its hidden sheet too."""
    for name in (SHEET, HIDDEN_SHEET):
        for row in book[name].iter_rows():
            for cell in row:
                if cell.value == old:
                    cell.value = new


def _saved(book: openpyxl.Workbook) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_line_that_left_the_plan_meanwhile_is_told(empty: App) -> None:
    given(empty, reading(a_line(8, teams=(USO,)), a_line(9, "Formar equipos", teams=(USO,))))
    form = filled(form_of(empty, USO, Q2, DAY).data, {8: Said(1), 9: Said(1)}, rows_by_uid(empty))
    given(empty, reading(a_line(8, teams=(USO,))))
    result = received(empty, form, DAY)
    assert ([row for row, _, _ in taken(result)], [problem.code for problem in result.problems]) == (
        [8],
        ["unknown_line"],
    )


def test_a_blank_form_is_no_fault(installed: App) -> None:
    result = received(installed, form_of(installed, USO, Q2, DAY).data, DAY)
    assert (result.taken, result.problems, result.refused, result.pending) == ((), (), None, 2)


def test_the_last_day_is_still_in_time(installed: App) -> None:
    form = sheet_form(installed, {18: Said(Decimal("0.3"))})
    assert received(installed, form, "2023-07-17", hour=23).refused is None


def test_after_the_closing_a_form_is_kept_but_changes_nothing(installed: App) -> None:
    form = sheet_form(installed, {18: Said(Decimal("0.3"))})
    result = received(installed, form, "2023-07-18")
    assert (result.locked, result.team, result.period, values(installed, 18)) == (True, USO, Q2, [])
    assert result.refused is not None
    assert "cerró el" in result.refused
    assert len(receipts(installed)) == 1
    received(installed, form, "2023-07-19")
    assert len(receipts(installed)) == 1


def test_a_form_that_was_taken_stays_taken_when_it_comes_again_after_the_closing(installed: App) -> None:
    form = sheet_form(installed, {18: Said(Decimal("0.3"))})
    received(installed, form, DAY)
    again = received(installed, form, "2023-07-18")
    assert (again.refused, again.known, taken(again)) == (None, True, [(18, Decimal("0.3"), False)])


def test_a_form_of_two_plans_answers_both(installed: App) -> None:
    given(installed, reading(a_line(30, "Otra actividad", teams=(USO,))), name="otro.xlsx")
    rows = rows_by_uid(installed, "cartagena_2023") | rows_by_uid(installed, "otro")
    form = form_of(installed, USO, Q2, DAY)
    assert form.asked == 3
    result = received(installed, filled(form.data, {18: Said(Decimal("0.3")), 30: Said(1)}, rows), DAY)
    assert [row for row, _, _ in taken(result)] == [18, 30]


def test_a_plan_that_is_not_in_the_form_is_left_alone(installed: App) -> None:
    form = sheet_form(installed, {18: Said(Decimal("0.3"))})
    given(installed, reading(a_line(30, "Otra actividad", teams=(USO,))), name="otro.xlsx")
    assert received(installed, form, DAY).pending == 1


def test_an_answer_above_the_target_is_taken_with_a_question(installed: App) -> None:
    result = answered(installed, USO, Q2, DAY, {18: "7"})
    assert [warning.code for warning in result.warnings] == ["above_target"]
    assert len(result.taken) == 1


def test_rows_may_be_sorted(installed: App) -> None:
    said = {row: Said(Decimal("0.1")) for row in (9, 10)}
    book = openpyxl.load_workbook(BytesIO(sheet_form(installed, said, GOBIERNO)))
    page = book[SHEET]
    for column in range(1, len(FormColumn) + 1):
        first, second = page.cell(FIRST_ROW, column), page.cell(FIRST_ROW + 1, column)
        first.value, second.value = second.value, first.value
    assert [row for row, _, _ in sorted(taken(received(installed, _saved(book), DAY)))] == [9, 10]


def test_a_receipt_of_a_team_without_an_address_is_told_by_nobody(installed: App) -> None:
    contacts(installed, USO, [])
    assert len(answered(installed, USO, Q2, DAY, {18: "0.3"}).taken) == 1
    assert notices(installed) == ()


def test_the_receipt_tells_lines_of_one_activity_apart_by_their_targets(installed: App) -> None:
    answered(installed, USO, Q2, DAY, {18: "0.3", 19: "0.2"})
    delivered_on(installed, DAY, 11)
    told = next(text_of(mail).replace("\r", "") for mail in mails(installed) if "Recibido" in str(mail["Subject"]))
    assert "Logrado: 0,3\n  Meta: 1 Estrategia de uso y apropiación definida" in told
    assert "Logrado: 20\xa0%\n  Meta: 1 cronograma de actividades" in told
