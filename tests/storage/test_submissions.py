"""Forms are known by their token's hash, the same bytes are one receipt, and figures are never overwritten."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from gdflow.domain.lines import ResultSource
from gdflow.domain.receipts import Figure, ReceiptState
from gdflow.storage import people, plans, submissions
from gdflow.storage.engine import writing
from gdflow.storage.submissions import GivenForm
from tests.storage.cast import GOBIERNO, NOW, SHA, add_plan

FILE: dict[str, Any] = {"sha256": SHA, "name": "formulario.xlsx", "size": 12, "number": "R-1", "at": NOW}
OPEN: dict[str, Any] = {"team_id": None, "period": None}


def test_a_form_is_found_by_the_hash_of_its_token(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        team_id = people.ensure_team(session, entity_id, GOBIERNO)
        given = GivenForm(team_id, "2023-Q2", (plan_id,), SHA)
        submissions.issue_forms(session, entity_id, [given], at=NOW)
        found = submissions.form_by_token(session, SHA)
        assert submissions.form_by_token(session, "0" * 64) is None
    assert found is not None
    assert (found.team, found.period, found.plan_ids, found.issued_at) == (GOBIERNO, "2023-Q2", (plan_id,), NOW)


def test_the_same_bytes_are_one_receipt(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _ = add_plan(session)
        first, new = submissions.add_receipt(session, entity_id, **FILE, **OPEN)
        later = FILE | {"at": NOW + timedelta(days=1), "name": "copia.xlsx"}
        again, new_again = submissions.add_receipt(session, entity_id, **later, **OPEN)
    assert (new, new_again, again) == (True, False, first)
    assert (first.state, first.received_at, first.period) == (ReceiptState.RECEIVED, NOW, None)


def test_the_same_bytes_for_another_period_are_another_receipt(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _ = add_plan(session)
        team_id = people.ensure_team(session, entity_id, GOBIERNO)
        submissions.add_receipt(session, entity_id, **FILE, team_id=team_id, period="2023-Q1")
        other = FILE | {"number": "R-2"}
        _, new = submissions.add_receipt(session, entity_id, **other, team_id=team_id, period="2023-Q2")
        _, known = submissions.add_receipt(session, entity_id, **other, team_id=team_id, period="2023-Q2")
    assert (new, known) == (True, False)


def test_a_file_in_quarantine_keeps_its_reason_until_it_is_read(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _ = add_plan(session)
        receipt, _ = submissions.add_receipt(session, entity_id, **FILE, **OPEN)
        submissions.quarantine(session, receipt.id, "damaged_file", "El archivo está dañado.")
        kept, _ = submissions.add_receipt(session, entity_id, **FILE, **OPEN)
        team_id = people.ensure_team(session, entity_id, GOBIERNO)
        submissions.mark_read(session, receipt.id, team_id=team_id, period="2023-Q2")
        read, _ = submissions.add_receipt(session, entity_id, **FILE, **OPEN)
    assert (kept.state, kept.code, kept.message) == (
        ReceiptState.QUARANTINED,
        "damaged_file",
        "El archivo está dañado.",
    )
    assert (read.state, read.code, read.team_id, read.period) == (ReceiptState.READ, None, team_id, "2023-Q2")


def test_a_figure_is_in_force_with_its_evidence_and_receipt(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        line_id = plans.lines_of(session, plan_id)[0].id
        submissions.add_receipt(session, entity_id, **FILE, **OPEN)
        stored = report(session, entity_id, line_id, "0.30", evidence="Acta 3", receipt="R-1")
        assert submissions.results_of_plan(session, plan_id) == (stored,)
    assert stored is not None
    assert (stored.value, stored.evidence, stored.receipt, stored.reported_at) == (Decimal("0.3"), "Acta 3", "R-1", NOW)


def test_saying_the_same_again_adds_nothing(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        line_id = plans.lines_of(session, plan_id)[0].id
        report(session, entity_id, line_id, "3", evidence="Acta 3")
        assert report(session, entity_id, line_id, "3.00", evidence="Acta 3") is None
        assert len(submissions.history_of_line(session, line_id)) == 1


def test_a_correction_takes_the_place_and_the_old_figure_stays(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        line_id = plans.lines_of(session, plan_id)[0].id
        report(session, entity_id, line_id, "3")
        corrected = report(session, entity_id, line_id, "4", evidence="Acta 4")
        assert submissions.results_of_plan(session, plan_id) == (corrected,)
        history = submissions.history_of_line(session, line_id)
    assert [result.value for result in history] == [Decimal(3), Decimal(4)]


def test_many_figures_go_in_together_and_of_two_the_later_counts(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        first, second, _ = (line.id for line in plans.lines_of(session, plan_id))
        figures = [
            Figure(second, "2023-Q1", Decimal(1)),
            Figure(first, "2023-Q1", Decimal(0), zero_reason="Sin contrato"),
            Figure(second, "2023-Q1", Decimal(2), evidence="Acta 2"),
        ]
        form: dict[str, Any] = {"source": ResultSource.FORM, "at": NOW, "receipt": None}
        added = submissions.add_results(session, entity_id, figures, **form)
        assert submissions.add_results(session, entity_id, figures[1:], **form) == ()
        assert submissions.results_of_plan(session, plan_id) == added
    assert [(result.line_id, result.value) for result in added] == [(first, Decimal(0)), (second, Decimal(2))]


def test_what_a_document_prints_counts_once_and_replaces_what_it_printed_before(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        first, second, _ = (line.id for line in plans.lines_of(session, plan_id))
        printed = [Figure(first, "2023-Q1", Decimal(1)), Figure(second, "2023-Q1", Decimal(2))]
        assert submissions.add_printed(session, entity_id, plan_id, printed, (), at=NOW) == 2
        renewed = [printed[0], Figure(second, "2023-Q1", Decimal(3))]
        before = submissions.results_of_plan(session, plan_id)
        assert submissions.add_printed(session, entity_id, plan_id, renewed, before, at=NOW) == 1
        history = submissions.history_of_line(session, second)
        assert submissions.values_of_plan(session, plan_id) == {
            first: {"2023-Q1": Decimal(1)},
            second: {"2023-Q1": Decimal(3)},
        }
    assert [(result.value, result.source) for result in history] == [
        (Decimal(2), ResultSource.IMPORT),
        (Decimal(3), ResultSource.IMPORT),
    ]


def test_a_reason_for_zero_beside_another_figure_is_refused(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        line_id = plans.lines_of(session, plan_id)[0].id
    figure = Figure(line_id, "2023-Q1", Decimal(1), zero_reason="Sin contrato")
    with pytest.raises(IntegrityError), writing(engine) as session:
        submissions.add_results(session, entity_id, [figure], source=ResultSource.FORM, at=NOW, receipt=None)


def report(session: Session, entity_id: int, line_id: int, value: str, **given: Any) -> Any:
    """A figure for the second quarter, by form."""
    said = {"narrative": None, "zero_reason": None, "evidence": None, "receipt": None} | given
    told: dict[str, Any] = {"line_id": line_id, "period": "2023-Q2", "source": ResultSource.FORM, "at": NOW}
    return submissions.add_result(session, entity_id, **told, value=Decimal(value), **said)
