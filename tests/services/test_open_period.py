from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from gdflow.app import App
from gdflow.domain.errors import ConflictError
from gdflow.domain.obligations import Obligation, ObligationKind, ObligationState
from gdflow.domain.periods import Period, custom_period, parse_period
from gdflow.services.open_period import OpenedPeriod, open_period, open_started_periods
from gdflow.storage import decisions, obligations, plans
from tests.services.readings import a_line, reading
from tests.support.cast import COORDINATOR_MAIL, GOBIERNO, USO, at
from tests.support.installation import Said, answered, filled, form_of, given, line, plan, received, rows_by_uid


def opened(app: App, period: str | Period, day: str = "2023-04-10") -> OpenedPeriod:
    asked = parse_period(period) if isinstance(period, str) else period
    with app.transaction() as session:
        return open_period(session, app.rules, plan(app), asked, now=at(day))


def begun(app: App, day: str) -> list[str]:
    with app.transaction() as session:
        return [each.period for each in open_started_periods(session, app.rules, now=at(day))]


def owed(app: App, period: str | None, state: ObligationState = ObligationState.OWED) -> list[int]:
    """The rows that stand so for a period, or for their own end."""
    with app.reading() as session:
        found = obligations.obligations_of_plan(session, plan(app).id)
        rows = {each.id: each.row for each in plans.lines_of(session, plan(app).id)}
    return sorted(rows[each.line_id] for each in found if each.period == period and each.state is state)


def deadline(app: App, row: int = 8) -> Obligation:
    with app.reading() as session:
        found = obligations.obligations_of_line(session, line(app, row).id)
    return next(each for each in found if each.kind is ObligationKind.DEADLINE)


@pytest.mark.parametrize(
    ("period", "rows"),
    [
        ("2023-Q2", [9, 10, 11, 15, 16, 17, 18, 19]),
        ("2023-Q3", [9, 10, 11, 15, 16, 17, 18, 19]),
        ("2023-Q4", [9, 10, 11, 15, 16, 17, 18, 19]),
    ],
)
def test_a_period_is_owed_by_the_lines_in_their_window_and_by_those_overdue(
    installed: App, period: str, rows: list[int]
) -> None:
    opened(installed, period)
    assert owed(installed, period) == rows


def test_opening_again_changes_nothing(installed: App) -> None:
    first, second = opened(installed, "2023-Q3"), opened(installed, "2023-Q3")
    assert (first.new, first.report_by, first.closes_on) == (True, date(2023, 10, 6), date(2023, 10, 13))
    assert second == replace(first, new=False, owed=0)


def test_a_period_of_another_kind_is_refused(installed: App) -> None:
    with pytest.raises(ConflictError, match="period_of_another_kind"):
        opened(installed, "2023-M05")


def test_a_stretch_of_the_entitys_own_can_be_opened(installed: App) -> None:
    assert opened(installed, custom_period(date(2023, 5, 1), date(2023, 5, 31))).new


def test_time_opens_the_periods_that_have_begun(installed: App) -> None:
    assert [begun(installed, day) for day in ("2023-06-30", "2023-07-01", "2023-07-02")] == [[], ["2023-Q3"], []]


def test_a_period_opened_ahead_hides_none_before_it(installed: App) -> None:
    opened(installed, "2023-Q4")
    assert begun(installed, "2023-10-02") == ["2023-Q3"]


def test_after_its_last_due_date_a_plan_opens_no_more_periods(installed: App) -> None:
    assert begun(installed, "2024-03-01") == ["2023-Q3", "2023-Q4"]
    assert begun(installed, "2024-06-01") == []


def test_a_plan_opens_nothing_before_it_begins(empty: App) -> None:
    given(empty, reading(a_line(start=date(2024, 1, 1), due=date(2024, 12, 31))))
    assert begun(empty, "2023-12-31") == []
    assert begun(empty, "2024-01-01") == ["2024-Q1"]


def test_a_plan_without_due_dates_opens_nothing(empty: App) -> None:
    given(empty, reading(a_line(due=None)))
    assert begun(empty, "2023-07-01") == []


def test_a_line_without_a_start_begins_with_its_due_date(empty: App) -> None:
    given(empty, reading(a_line(start=None, due=date(2023, 4, 30))))
    assert owed(empty, "2023-Q2") == [8]


def test_what_is_answered_is_met(installed: App) -> None:
    answered(installed, USO, "2023-Q2", "2023-07-05", {18: "0.3"})
    assert owed(installed, "2023-Q2", ObligationState.MET) == [18]


def test_a_line_that_became_complete_owes_no_later_period(installed: App) -> None:
    opened(installed, "2023-Q3")
    answered(installed, USO, "2023-Q2", "2023-07-05", {18: "0.8"})
    assert owed(installed, "2023-Q3", ObligationState.COMPLETE) == [18]
    assert deadline(installed, 18).state is ObligationState.COMPLETE


def test_a_corrected_figure_makes_the_line_owe_again(installed: App) -> None:
    opened(installed, "2023-Q3")
    form = form_of(installed, USO, "2023-Q2", "2023-07-05")
    for value in ("0.8", "0.1"):
        received(installed, filled(form.data, {18: Said(Decimal(value))}, rows_by_uid(installed)), "2023-07-05")
    assert owed(installed, "2023-Q3") == [9, 10, 11, 15, 16, 17, 18, 19]
    assert deadline(installed, 18).state is ObligationState.OWED


def test_a_window_that_ends_sooner_withdraws_and_a_longer_one_asks_again(empty: App) -> None:
    owing = []
    for start in (date(2023, 1, 1), date(2023, 7, 1), date(2023, 1, 1)):
        given(empty, reading(a_line(start=start)), day="2023-07-03")
        owing.append((owed(empty, "2023-Q2"), owed(empty, "2023-Q2", ObligationState.WITHDRAWN)))
    assert owing == [([8], []), ([], [8]), ([8], [])]


def test_a_deadline_moves_with_the_lines_own_date(empty: App) -> None:
    given(empty, reading())
    given(empty, reading(a_line(due=date(2023, 11, 30))))
    assert deadline(empty).due_on == date(2023, 11, 30)


def test_a_deadline_that_a_person_extended_stays_extended(empty: App) -> None:
    given(empty, reading())
    until, taken = date(2024, 2, 29), date(2023, 12, 1)
    with empty.transaction() as session:
        decisions.extend(
            session,
            empty.rules.entity_id,
            line(empty, 8).id,
            period=None,
            starts_on=taken,
            until=until,
            reason="El contrato se amplió.",
            author=COORDINATOR_MAIL,
            at=at(taken),
        )
    given(empty, reading(a_line(activity="Publicar datos abiertos")))
    assert deadline(empty).due_on == until


def test_a_line_that_lost_its_date_owes_nothing(empty: App) -> None:
    given(empty, reading())
    given(empty, reading(a_line(due=date(2022, 12, 31))))
    assert deadline(empty).state is ObligationState.WITHDRAWN
    assert owed(empty, "2023-Q2") == []


def test_a_line_that_left_the_plan_owes_nothing(empty: App) -> None:
    given(empty, reading(a_line(8), a_line(9, "Formar equipos", teams=(GOBIERNO,))))
    given(empty, reading(a_line(8)))
    assert owed(empty, "2023-Q2") == [8]
