"""What a report at a cut rests on, in sentences."""

from datetime import date
from typing import Any

import pytest

from gdflow.domain.cutoffs import cut_report
from gdflow.domain.periods import parse_period
from gdflow.spanish.cutoffs import closing_said, cut_said, provisional_said
from tests.domain.cast import a_line
from tests.domain.reports import quarters, report_of


def told(key: str, base: str, **line: Any) -> list[str]:
    report = report_of([a_line(**line)], {1: quarters("1", "1", "1", "1")}, base)
    return list(cut_said(cut_report(report, parse_period(key))))


def test_a_cut_inside_a_quarter_says_which_data_are_in_it() -> None:
    assert told("2023-C1", "2023-Q1") == [
        "Corte del cuatrimestre 1 de 2023, al domingo 30 de abril de 2023. Plan de reporte trimestral.",
        "T1 2023 está completo dentro del corte.",
        "T2 2023 termina después del corte: no cuenta.",
        "Hay cifras hasta el viernes 31 de marzo de 2023.",
    ]


@pytest.mark.parametrize(
    ("key", "base", "sentence"),
    [
        ("2023-S1", "2023-Q2", "T1 2023 y T2 2023 están completos dentro del corte."),
        ("2023-C2", "2023-Q2", "T2 2023 empezó antes del corte y terminó en él: cuenta entero."),
        ("2023-Y", "2023-Q2", "T3 2023 y T4 2023 aún no tienen cifras: no cuentan."),
        ("2023-Y", "2023-Q3", "T4 2023 aún no tiene cifras: no cuenta."),
        (
            "2022-Y",
            "2023-Q1",
            "T1 2022, T2 2022, T3 2022 y T4 2022 son de un año anterior: cuentan sus valores, no sus estados.",
        ),
        ("2022-Q4", "2023-Q1", "T4 2022 es de un año anterior: cuenta su valor, no su estado."),
    ],
)
def test_every_period_that_shares_days_with_the_cut_is_told_of(key: str, base: str, sentence: str) -> None:
    assert sentence in told(key, base, start=date(2022, 1, 1))


def test_where_the_figures_are_from_is_said() -> None:
    assert (
        closing_said("2023-Q1", 2, "ab" * 32)
        == f"Cifras del cierre n.º 2 del trimestre 1 de 2023 (sha256 {'ab' * 32})."
    )
    assert provisional_said("2023-M04") == "Cifras provisionales: no hay cierre de abril de 2023."
