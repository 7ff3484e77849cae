from decimal import Decimal

import pytest

from gdflow.domain.errors import GdflowError
from gdflow.domain.outbox import NoticeEvent, NoticeState, move
from gdflow.domain.periods import PeriodKind, periods_of_year
from gdflow.domain.plan import Accumulation
from gdflow.domain.progress import total_progress
from gdflow.spanish.messages import say
from tests.domain.cast import a_line


def test_an_impossible_target_is_said_with_its_row() -> None:
    line = a_line(accumulation=Accumulation.REDUCTION, baseline=Decimal(4))
    with pytest.raises(GdflowError) as caught:
        total_progress(line, {"2023-Q1": Decimal(4)})
    assert say(caught.value).startswith("En la fila 15 la meta y la línea base son iguales (4)")


def test_a_period_without_dates_is_said_with_an_example() -> None:
    with pytest.raises(GdflowError) as caught:
        periods_of_year(PeriodKind.CUSTOM, 2023)
    assert "2023-01-15..2023-04-30" in say(caught.value)


def test_a_step_out_of_order_names_the_state() -> None:
    with pytest.raises(GdflowError) as caught:
        move(NoticeState.SENT, NoticeEvent.CLAIM)
    assert "(sent)" in say(caught.value)
