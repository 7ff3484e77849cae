"""The plan's own workbook sent back, filled in by hand: the team's own lines are taken, everything else is told."""

from collections.abc import Mapping
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from gdflow.app import App
from gdflow.domain.periods import parse_period
from gdflow.services.open_period import open_period
from gdflow.services.own_workbook import fill_own_workbook
from gdflow.services.read_answers import read_one
from gdflow.services.receive import receive
from gdflow.services.received import Received
from gdflow.storage import people, submissions
from tests.services.readings import a_line, reading
from tests.support.cast import COORDINATOR_MAIL, GOBIERNO, USO, USO_MAIL, at
from tests.support.installation import (
    CARTAGENA,
    answered,
    contacts,
    delivered,
    given,
    kept,
    line,
    mails,
    notices,
    plan,
    read_all,
    readers,
    received,
    text_of,
)

DAY, SHEET, NAME = "2023-07-05", "PLAN DE ACCION", "Plan de acción.xlsx"
Cells = Mapping[str, object]


def changed(cells: Cells, source: bytes | None = None) -> bytes:
    """The plan's workbook with these cells written over."""
    book = openpyxl.load_workbook(BytesIO(source or CARTAGENA.read_bytes()))
    for place, value in cells.items():
        book[SHEET][place].value = value
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def sheet_of(book: openpyxl.Workbook) -> Worksheet:
    sheet = book[SHEET]
    assert isinstance(sheet, Worksheet)
    return sheet


def source(app: App, data: bytes) -> None:
    """Let the plan have come from this workbook."""
    digest = app.objects.put(data)
    with app.transaction() as session:
        session.connection().exec_driver_sql(f"UPDATE plan SET source_sha256 = '{digest}'")


def filled_copy(app: App) -> bytes:
    """The workbook as gdflow fills it in, once the team reported a figure in a form."""
    answered(app, USO, "2023-Q2", DAY, {18: "0.3"})
    with app.transaction() as session:
        its = session, app.rules, app.objects, plan(app), parse_period("2023-Q2")
        return fill_own_workbook(*its, now=at(DAY, 12)).data


def team_id(app: App, name: str = USO) -> int:
    with app.transaction() as session:
        return people.ensure_team(session, app.entity_id, name)


def sent(app: App, data: bytes, team: str = USO, day: str = DAY) -> Received:
    its = (app.transaction, app.rules, app.objects, readers(), NAME, data)
    return receive(*its, now=at(day, 10), team_id=team_id(app, team))


def taken(result: Received) -> list[tuple[int, str, Decimal]]:
    return [(answer.line.row, answer.period, answer.value) for answer in result.taken]


def codes(result: Received) -> list[str]:
    return [problem.code for problem in result.problems]


def test_a_teams_results_are_taken_from_their_cells(installed: App) -> None:
    result = sent(installed, changed({"M18": 0.3, "M19": "20 %"}))
    assert taken(result) == [(18, "2023-Q2", Decimal("0.3")), (19, "2023-Q2", Decimal("0.2"))]
    assert (result.team, result.period, result.pending, result.refused, codes(result)) == (USO, "2023-Q2", 0, None, [])


def test_what_was_added_to_the_notes_is_what_was_done(installed: App) -> None:
    note = openpyxl.load_workbook(CARTAGENA)[SHEET]["Q18"].value
    sent(installed, changed({"M18": 0.3, "Q18": f"{note}\n2. Se formaron 30 personas."}))
    with installed.reading() as session:
        newest = submissions.history_of_line(session, line(installed, 18).id)[-1]
    assert (newest.narrative, newest.period) == ("Se formaron 30 personas.", "2023-Q2")


def test_another_teams_line_and_another_period_are_told_and_not_taken(installed: App) -> None:
    result = sent(installed, changed({"M18": 0.3, "M9": 5, "L18": 0.9, "N18": 0.1}))
    assert taken(result) == [(18, "2023-Q2", Decimal("0.3"))]
    assert sorted((p.code, p.cell) for p in result.problems) == [
        ("line_of_another_team", "M9"),
        ("period_not_open", "L18"),
        ("period_not_open", "N18"),
    ]
    assert "celda M9: dice «5»" in next(p.message for p in result.problems if p.cell == "M9")


def test_a_change_of_the_plan_itself_is_told(installed: App) -> None:
    result = sent(installed, changed({"M18": 0.3, "H18": "otra cosa", "K9": 99}))
    assert taken(result) == [(18, "2023-Q2", Decimal("0.3"))]
    assert {(p.code, p.cell) for p in result.problems} == {("change_not_taken", "H18"), ("change_not_taken", "K9")}
    assert any("por «99»" in p.message for p in result.problems)


@pytest.mark.parametrize(
    ("typed", "code"),
    [("tres", "not_a_number"), (-1, "negative"), ("=1+1", "formula_without_value")],
)
def test_a_cell_that_cannot_be_taken_is_named(installed: App, typed: object, code: str) -> None:
    result = sent(installed, changed({"M18": typed, "M19": 0.2}))
    assert [(p.code, p.cell) for p in result.problems] == [(code, "M18")]
    assert taken(result) == [(19, "2023-Q2", Decimal("0.2"))]


def test_a_printed_zero_is_no_answer(installed: App) -> None:
    assert "nuevo" in str(sent(installed, changed({"M19": 0})).refused)


def test_a_zero_needs_its_reason_in_the_notes(installed: App) -> None:
    blank = changed({"M18": None})
    source(installed, blank)
    bad = sent(installed, changed({"M18": 0}, blank))
    assert [(p.code, p.cell) for p in bad.problems] == [("zero_without_note", "M18")]
    good = sent(installed, changed({"M18": 0, "Q18": "2. No hubo contrato."}, blank))
    assert taken(good) == [(18, "2023-Q2", Decimal(0))]
    with installed.reading() as session:
        newest = submissions.history_of_line(session, line(installed, 18).id)[-1]
    assert (newest.zero_reason, newest.narrative) == ("No hubo contrato.", None)


def test_a_figure_that_was_reported_stays_beside_an_older_copy(installed: App) -> None:
    result = sent(installed, changed({"M18": 0, "M19": 0.1}, filled_copy(installed)))
    assert taken(result) == [(19, "2023-Q2", Decimal("0.1"))]
    assert [(p.code, p.cell) for p in result.warnings] == [("reported_otherwise", "M18")]


def test_rows_may_be_put_in_taken_out_and_sorted(installed: App) -> None:
    book = openpyxl.load_workbook(CARTAGENA)
    sheet = sheet_of(book)
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(merged.coord)
    sheet["M19"].value = 0.2
    sheet.delete_rows(9)
    sheet.insert_rows(12, 2)
    sheet["D12"].value = "Una actividad nueva"
    result = sent(installed, saved(book))
    assert taken(result) == [(19, "2023-Q2", Decimal("0.2"))]
    assert "row_not_of_plan" in codes(result)


def test_a_column_put_in_moves_the_others(installed: App) -> None:
    book = openpyxl.load_workbook(CARTAGENA)
    sheet = sheet_of(book)
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(merged.coord)
    sheet.insert_cols(5)
    sheet["E7"].value = "Comentario interno"
    sheet["N18"].value = 0.3
    result = sent(installed, saved(book))
    assert taken(result) == [(18, "2023-Q2", Decimal("0.3"))]
    assert codes(result) == ["column_not_of_plan"]


def test_an_own_row_that_is_gone_is_told(installed: App) -> None:
    book = openpyxl.load_workbook(CARTAGENA)
    sheet = sheet_of(book)
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(merged.coord)
    sheet["M18"].value = 0.3
    sheet.delete_rows(19)
    assert codes(sent(installed, saved(book))) == ["row_gone"]


def test_a_copy_that_gdflow_filled_in_holds_no_changes_of_its_own(installed: App) -> None:
    answered(installed, GOBIERNO, "2023-Q2", DAY, {9: "4"})
    copy = filled_copy(installed)
    result = sent(installed, changed({"M19": 0.2}, copy))
    assert (taken(result), codes(result)) == ([(19, "2023-Q2", Decimal("0.2"))], [])


def test_an_untouched_workbook_says_nothing(installed: App) -> None:
    result = sent(installed, CARTAGENA.read_bytes())
    assert result.refused is not None
    assert "no hay ningún resultado nuevo" in result.refused
    assert result.team == USO


def test_notes_without_a_result_and_an_erased_result_are_told(installed: App) -> None:
    assert codes(sent(installed, changed({"M18": None}, filled_copy(installed)))) == ["result_erased"]
    assert codes(sent(installed, changed({"Q19": "2. Se avanzó."}))) == ["note_without_result"]


def test_without_a_team_it_is_kept_and_its_sender_told_how_to_send_it(installed: App) -> None:
    result = received(installed, changed({"M18": 0.3}), DAY)
    assert result.refused is not None
    assert "no se sabe qué equipo lo envió" in result.refused


def test_the_senders_address_says_whose_it_is(installed: App) -> None:
    receipt = kept(installed, changed({"M18": 0.3}), DAY, sender=USO_MAIL.upper()).receipt
    its = (installed.transaction, installed.rules, installed.objects, readers(), receipt)
    assert taken(read_one(*its, known=False, now=at(DAY, 10))) == [(18, "2023-Q2", Decimal("0.3"))]


def test_an_address_of_two_teams_says_nothing(installed: App) -> None:
    from gdflow.domain.people import Role

    contacts(installed, GOBIERNO, [(USO_MAIL, Role.MEMBER)])
    receipt = kept(installed, changed({"M18": 0.3}), DAY, sender=USO_MAIL).receipt
    its = (installed.transaction, installed.rules, installed.objects, readers(), receipt)
    assert read_one(*its, known=False, now=at(DAY, 10)).refused


def test_after_the_closing_nothing_of_the_period_is_taken(installed: App) -> None:
    result = sent(installed, changed({"M18": 0.3}), day="2023-07-18")
    assert (taken(result), codes(result)) == ([], ["period_not_open"])


def test_answers_of_two_open_periods_come_in_one_file(installed: App) -> None:
    with installed.transaction() as session:
        open_period(session, installed.rules, plan(installed), parse_period("2023-Q3"), now=at(DAY))
    result = sent(installed, changed({"M18": 0.3, "N18": 0.1}))
    assert (taken(result), result.period) == (
        [(18, "2023-Q2", Decimal("0.3")), (18, "2023-Q3", Decimal("0.1"))],
        None,
    )


def test_the_same_workbook_by_two_ways_is_one_submission(installed: App) -> None:
    with installed.transaction() as session:
        open_period(session, installed.rules, plan(installed), parse_period("2023-Q3"), now=at(DAY))
    data = changed({"M18": 0.3, "N18": 0.1})
    by_address = kept(installed, data, DAY, sender=USO_MAIL).receipt
    by_team = kept(installed, data, DAY, team_id=team_id(installed)).receipt
    first, second = read_all(installed, DAY)
    assert ([a.new for a in first.taken], [a.new for a in second.taken]) == ([True, True], [])
    assert (by_address.number != by_team.number, first.refused, second.refused) == (True, None, None)
    again = sent(installed, data)
    assert (again.number in (by_address.number, by_team.number), again.known, again.refused) == (True, True, None)
    assert sum(notice.purpose == "receipt" for notice in notices(installed)) == 1


def test_a_workbook_read_for_a_team_is_known_when_the_team_sends_it_again(installed: App) -> None:
    with installed.transaction() as session:
        open_period(session, installed.rules, plan(installed), parse_period("2023-Q3"), now=at(DAY))
    data = changed({"M18": 0.3, "N18": 0.1})
    first = kept(installed, data, DAY, sender=USO_MAIL).receipt
    read_all(installed, DAY)
    again = kept(installed, data, DAY, team_id=team_id(installed))
    assert (again.receipt.number, again.new) == (first.number, False)


def test_a_workbook_of_two_plans_answers_both(empty: App) -> None:
    from gdflow.services.import_plan import PlanFile, read_plan_file
    from tests.support.installation import stored

    book = openpyxl.load_workbook(CARTAGENA)
    second = book.copy_worksheet(sheet_of(book))
    second.title = "OTRO"
    data = saved(book)
    (empty.home / "dos.xlsx").write_bytes(data)
    file = read_plan_file(empty.home / "dos.xlsx", as_of=at("2023-04-10").date())
    stored(empty, PlanFile(file.name, data, file.readings), at("2023-04-10"))
    book[SHEET]["M18"].value, second["M19"].value = 0.3, 0.2
    result = sent(empty, saved(book))
    assert sorted((a.line.sheet, a.line.row, a.value) for a in result.taken) == [
        ("OTRO", 19, Decimal("0.2")),
        (SHEET, 18, Decimal("0.3")),
    ]


def test_a_plan_that_came_as_text_has_no_workbook_of_its_own(empty: App) -> None:
    given(empty, reading(a_line(8, teams=(USO,))))
    result = sent(empty, CARTAGENA.read_bytes())
    assert result.refused is not None
    assert "no es un formulario de gdflow" in result.refused


def with_summary(**cells: object) -> bytes:
    """The plan's workbook with a second sheet, in which nothing is reported."""
    book = openpyxl.load_workbook(CARTAGENA)
    book[SHEET]["M18"].value = cells.pop("result", 0)
    page = book.create_sheet("RESUMEN")
    for place, value in ({"A1": "Total", "B1": 12} | cells).items():
        page[place].value = value
    return saved(book)


def told_coordinator(app: App) -> list[str]:
    """What the coordinator's mails of the day say, each once delivered."""
    delivered(app, DAY, 12)
    return [text_of(mail) for mail in mails(app) if COORDINATOR_MAIL in str(mail["To"])]


def test_changes_of_another_sheet_are_told_to_the_team_and_to_the_coordinator(installed: App) -> None:
    source(installed, with_summary())
    result = sent(installed, with_summary(result=0.3, B1=99, C3="se revisó"))
    assert taken(result) == [(18, "2023-Q2", Decimal("0.3"))]
    assert [(p.code, p.sheet, p.cell) for p in result.problems] == [
        ("sheet_changed", "RESUMEN", "B1"),
        ("sheet_changed", "RESUMEN", "C3"),
    ]
    said = told_coordinator(installed)
    assert len(said) == 1
    assert f"recibo {result.number}; hoja «RESUMEN»: B1, C3" in " ".join(said[0].split())
    assert USO in said[0]


def test_the_coordinator_hears_of_one_file_once_and_of_none_without_changes(installed: App) -> None:
    source(installed, with_summary())
    sent(installed, with_summary(result=0.3))
    assert told_coordinator(installed) == []
    data = with_summary(result=0.3, B1=99)
    for _ in range(2):
        sent(installed, data)
    assert len(told_coordinator(installed)) == 1


def test_changes_of_the_plan_itself_are_told_to_the_coordinator_by_cell(installed: App) -> None:
    sent(installed, changed({"M18": 0.3, **{f"{column}{row}": "x" for column in "DEF" for row in range(8, 19)}}))
    said = " ".join(told_coordinator(installed)[0].split())
    assert f"hoja «{SHEET}»: D8, E8, F8" in said
    assert "y 9 más" in said


def test_many_changes_are_counted(installed: App) -> None:
    cells: dict[str, object] = {f"{column}{row}": "x" for column in "DEFG" for row in range(8, 20)}
    result = sent(installed, changed({**cells, "M18": 0.3}))
    assert len(result.problems) <= 41
