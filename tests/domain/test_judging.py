"""Lines alike are judged once, and as each of them would be by itself."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from gdflow.domain import judging
from gdflow.domain.judging import Judge, judge_at
from gdflow.domain.periods import PeriodKind, parse_period, periods_of_year
from gdflow.domain.plan import Accumulation
from gdflow.domain.reporting import ReportingRule
from tests.support import cartagena

CUT, RULE = parse_period("2023-Q2"), ReportingRule()
COLUMNS = periods_of_year(PeriodKind.QUARTER, 2023)
LINE = cartagena.lines()[0]
AMOUNTS = st.none() | st.decimals(0, 4, places=1)


def new_judge() -> Judge:
    return Judge(CUT, COLUMNS, RULE)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(Accumulation),
            AMOUNTS,
            AMOUNTS,
            st.dates(date(2022, 6, 1), date(2023, 9, 30)),
            st.booleans(),
            st.dictionaries(st.sampled_from(["2022-Q4", "2023-Q1", "2023-Q2"]), st.decimals(0, 4, places=1)),
        ),
        min_size=2,
        max_size=6,
    )
)
def test_a_judge_who_knows_other_lines_judges_as_a_new_one(
    lines: list[tuple[Accumulation, Decimal | None, Decimal | None, date, bool, dict[str, Decimal]]],
) -> None:
    judge = new_judge()
    for at, (accumulation, target, baseline, due, implied, values) in enumerate(lines):
        figures = replace(LINE, accumulation=accumulation, target=target, baseline=baseline)
        line = replace(figures, id=at, start=None, due=due, target_implied=implied)
        assert judge.of(line, values) == new_judge().of(line, values)


def test_what_the_plan_programmes_for_a_period_counts_in_the_judgement() -> None:
    judge, values = new_judge(), {"2023-Q2": Decimal(1)}
    programmed = replace(LINE, programmed={"2023-Q2": Decimal(4)})
    assert judge.of(LINE, values).period_target != judge.of(programmed, values).period_target


def test_lines_alike_are_judged_once() -> None:
    judge, values = new_judge(), {"2023-Q1": Decimal(1)}
    assert judge.of(LINE, values) is judge.of(replace(LINE, id=77, plan_id=5, row=40), dict(values))


def test_reports_of_one_cut_have_one_judge() -> None:
    assert judge_at(CUT, COLUMNS, RULE) is judge_at(CUT, tuple(COLUMNS), ReportingRule())
    assert judge_at(CUT, COLUMNS, RULE) is not judge_at(CUT, COLUMNS, ReportingRule(min_overlap_days=9))


def test_a_judge_does_not_remember_for_ever() -> None:
    judge = new_judge()
    for amount in range(judging.MOST + 1):
        judge.of(LINE, {"2023-Q1": Decimal(amount)})
    assert judge.of(LINE, {"2023-Q1": Decimal(1)}) == new_judge().of(LINE, {"2023-Q1": Decimal(1)})
    assert len(judge._known) == 2
