"""One line reported on its page: checked by field, stored at once, never another team's, never after the closing."""

from datetime import date
from decimal import Decimal

import pytest

from gdflow.app import App
from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.obligations import ObligationState
from gdflow.domain.receipts import ReceiptSource, ReceiptState
from gdflow.services.decision_list import open_handovers
from gdflow.services.derive import derive
from gdflow.services.report_line import LineAnswer, Reported, report_line
from gdflow.spanish.messages import say
from gdflow.storage import events, obligations, people, submissions
from gdflow.storage.engine import execute
from gdflow.storage.tables import receipt as receipts
from tests.support.cast import GOBIERNO, USO, at
from tests.support.decisions import extended, handed_over
from tests.support.installation import answered, line, plan

DAY, Q2 = "2023-07-05", "2023-Q2"


def reported(
    app: App, row: int, value: str, *, day: str = DAY, team: str = USO, period: str = Q2, **said: str | None
) -> Reported:
    answer = LineAnswer(line(app, row).uid, value, said.get("narrative"), said.get("reason"))
    with app.transaction() as session:
        team_id = people.ensure_team(session, app.entity_id, team)
        return report_line(session, app.rules, team_id, period, answer, by="enlace 1", now=at(day, 10))


def refused(app: App, row: int, value: str, reason: str | None = None) -> InputError:
    with pytest.raises(InputError) as caught:
        reported(app, row, value, reason=reason)
    return caught.value


def test_a_line_is_reported_with_its_receipt(installed: App) -> None:
    done = reported(installed, 18, " 0,3 ", narrative=" Se formaron 30. ")
    assert (done.result.value, done.result.narrative, done.new) == (Decimal("0.3"), "Se formaron 30.", True)
    assert (done.result.receipt, done.receipt[:2], done.warnings) == (done.receipt, "R-", ())
    with installed.reading() as session:
        [row] = execute(session, receipts.select()).mappings()
        assert (row["source"], row["state"], row["period"]) == (ReceiptSource.PAGE, ReceiptState.READ, Q2)
        [owed] = [o for o in obligations.obligations_of_line(session, line(installed, 18).id) if o.period == Q2]
    assert owed.state is ObligationState.MET


def test_who_reports_a_line_after_all_has_taken_it(installed: App) -> None:
    handed_over(installed, 18, DAY)
    handed_over(installed, 19, DAY)
    reported(installed, 18, "0,3")
    with installed.reading() as session:
        assert [each.row for each in open_handovers(session, installed.rules, date(2023, 7, 5))] == [19]
    answered(installed, USO, Q2, DAY, {19: "0.1"})
    with installed.reading() as session:
        assert open_handovers(session, installed.rules, date(2023, 7, 5)) == ()


def test_the_same_answer_again_is_the_same_receipt(installed: App) -> None:
    first, again = (reported(installed, 18, "0,3") for _ in range(2))
    assert (first.receipt, again.new, again.result) == (again.receipt, False, first.result)
    with installed.reading() as session:
        known = events.events_of(session, installed.entity_id)
    assert sum(event.kind == "line_reported" for event in known) == 1


def test_a_correction_and_its_taking_back_both_count(installed: App) -> None:
    for value in ("0,3", "0,4", "0,3"):
        assert reported(installed, 18, value).new
    with installed.reading() as session:
        history = submissions.history_of_line(session, line(installed, 18).id)
    assert [r.value for r in history if r.receipt] == [Decimal("0.3"), Decimal("0.4"), Decimal("0.3")]


def test_what_a_file_named_as_evidence_stays(installed: App) -> None:
    from tests.support.installation import Said

    answered(installed, USO, Q2, DAY, {18: Said(Decimal("0.3"), "Uno.", None, "Anexo 4")})
    assert reported(installed, 18, "0,4").result.evidence == "Anexo 4"


def test_the_percentage_is_its_fraction(installed: App) -> None:
    assert reported(installed, 19, "20 %").result.value == Decimal("0.2")


@pytest.mark.parametrize(
    ("row", "value", "words"),
    [
        (18, "", "Escriba el resultado"),
        (18, "tres", "se esperaba un número como 7 o 0,3"),
        (18, "1.234", "de dos maneras"),
        (18, "-1", "no puede ser negativo"),
        (18, "30 %", "no es un porcentaje"),
        (19, "30", "con el signo"),
        (18, "0,1234567", "seis decimales"),
        (18, "1000000000001", "demasiado grande"),
    ],
)
def test_what_is_no_amount_is_said_at_its_field(installed: App, row: int, value: str, words: str) -> None:
    error = refused(installed, row, value)
    assert (error.code, error.facts["field"]) == ("answer_refused", "value")
    assert words in say(error)


def test_a_zero_needs_its_reason(installed: App) -> None:
    assert refused(installed, 18, "0", " ").facts["field"] == "zero_reason"
    assert reported(installed, 18, "0", reason="No hubo contrato.").result.zero_reason == "No hubo contrato."


def test_warnings_ask_and_do_not_stop(installed: App) -> None:
    done = reported(installed, 18, "7", reason="No hubo contrato.")
    assert done.new
    assert done.warnings[0].endswith("supera la meta 1: ¿escribió el acumulado?")
    assert done.warnings[1].startswith("El motivo no se guardó")


def test_another_teams_line_is_unknown(installed: App) -> None:
    for row, team in ((9, USO), (18, GOBIERNO)):
        with pytest.raises(NotFoundError) as unknown:
            reported(installed, row, "1", team=team)
        assert say(unknown.value) == "Esa línea no es de su equipo o ya no está en el plan."


def test_a_closed_period_takes_nothing_but_a_line_with_more_time(installed: App) -> None:
    with pytest.raises(ConflictError, match="period_closed"):
        reported(installed, 18, "0,3", day="2023-07-18")
    extended(installed, 18, DAY, "2023-08-15")
    assert reported(installed, 18, "0,3", day="2023-07-18").new


def test_a_period_that_was_never_opened_takes_nothing(installed: App) -> None:
    with pytest.raises(ConflictError) as closed:
        reported(installed, 18, "0,3", period="2024-Q1")
    assert "todavía no se ha abierto" in say(closed.value)


def test_what_a_report_settles_is_what_the_whole_plan_would_say(installed: App) -> None:
    extended(installed, 18, DAY, "2023-07-24")
    reported(installed, 18, "0.3")
    answered(installed, GOBIERNO, Q2, DAY, {9: 3, 10: 14, 16: 1})
    with installed.transaction() as session:
        chosen = plan(installed)
        before = obligations.obligations_of_plan(session, chosen.id)
        done = derive(session, installed.rules, chosen, today=date(2023, 7, 5))
        assert done.new == 0
        assert obligations.obligations_of_plan(session, chosen.id) == before
    assert {each.state for each in before} >= {ObligationState.MET, ObligationState.COMPLETE, ObligationState.OWED}
