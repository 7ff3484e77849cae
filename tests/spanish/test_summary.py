"""The executive summary in sentences: plural and singular, and nothing where there is nothing to say."""

from dataclasses import replace
from typing import Any

import pytest

from gdflow.domain.consolidated import Consolidated, Reviewed
from gdflow.domain.forecast import Outlook, Pace
from gdflow.domain.rollups import Method
from gdflow.domain.summary import Summary, TeamMissing, summary_of
from gdflow.domain.weights import WeightNote
from gdflow.spanish.summary import headline, summary_sections, summary_sentences
from tests.domain.cast import a_line
from tests.domain.reports import report_of
from tests.support.closed import closed


def summary(period: str = "2023-Q2", number: int = 1, **changes: Any) -> Summary:
    return summary_of(closed(period, number, **changes).snapshot)


def said(made: Summary) -> str:
    return "\n".join(summary_sentences(made)).replace("\N{NO-BREAK SPACE}", " ")


def of(report: Consolidated, **changes: Any) -> str:
    return said(summary(report=report, annexes=(), in_spite=(), **changes))


def test_the_headline_names_both_methods() -> None:
    assert headline(summary("2023-Q1")).replace("\N{NO-BREAK SPACE}", " ") == (
        "Al cierre del trimestre 1 de 2023, con corte al viernes 31 de marzo de 2023, el plan lleva un avance de "
        "40,9 % por líneas y de 43,2 % por ítems."
    )


def test_a_plan_without_targets_says_that_there_is_no_progress() -> None:
    assert "no se puede calcular" in headline(summary(report=report_of([a_line(target=None)], {}, "2023-Q2")))


def test_the_second_quarter_of_cartagena_in_sentences() -> None:
    text = said(summary())
    for sentence in (
        "1 línea pasa de 100 % y en los promedios cuenta como 100 %; sin ese tope serían 53,0 % por líneas.",
        "4 líneas ya habían cumplido su meta antes del período.",
        "8 líneas debían reportar el período y reportaron 5 (62,5 %).",
        "De ellas, 1 reportó 0, con su motivo.",
        (
            "Faltan 3 resultados hasta la fecha de corte: Equipo Gobierno Digital y áreas de gestión OAI (2) y Equipo "
            "de Uso y Apropiación (1)."
        ),
        "1 reporte llegó después del plazo.",
        (
            "Cumplimiento de la meta del período, por líneas: En ritmo 3, En riesgo 0 y Crítico 2; 7 líneas no se "
            "comparan con una meta del período."
        ),
        "Mayor avance: Equipo Gobierno Digital y áreas de gestión OAI (56,8 %).",
        "Menor avance: Equipo de Uso y Apropiación (20,0 %).",
        "Por los dos métodos 6 líneas se quedan cortas.",
        (
            "Conviene revisar: 1 línea con sobrecumplimiento, 1 línea que quizás reportó el acumulado y 2 líneas con "
            "fracciones de un producto."
        ),
        "El período se cerró por decisión registrada a pesar de pendientes: resultados sin reportar (3).",
        "Las cifras tienen 3 anexos como evidencia.",
    ):
        assert sentence in text.splitlines()


def test_the_sections_stand_in_the_order_in_which_people_ask() -> None:
    assert [section.title for section in summary_sections(summary(number=2))] == [
        "Avance del plan",
        "Reportes del período",
        "Cumplimiento del período",
        "Equipos",
        "Pronóstico",
        "Para revisar",
        "Cierre",
    ]


def test_of_a_plan_where_nothing_was_owed_little_is_said() -> None:
    text = of(report_of([a_line(due=None)], {}, "2023-Q2"), pending=())
    assert text.splitlines()[1:] == ["Ninguna línea debía reportar el trimestre 2 de 2023."]


def test_one_of_each_is_said_in_the_singular() -> None:
    text = of(replace(report_of([a_line()], {1: {"2023-Q2": "1"}}, "2023-Q2"), reviewed=Reviewed(0, 1, 0)))
    assert "1 línea debía reportar el período y reportó 1 (100,0 %)." in text
    assert "1 reporte está por revisar." in text
    assert (
        "Al ritmo que llevan, 1 línea se queda corta con la meta repartida entre los períodos, y 1 línea se queda "
        "corta si se cuenta por días calendario."
    ) in text


def test_one_line_behind_is_said_in_the_singular() -> None:
    text = of(report_of([a_line(), a_line(id=2, target=None)], {}, "2023-Q2"))
    assert "Por los dos métodos 1 línea se queda corta." in text
    assert "1 línea no entra en el avance: sin meta medible." in text
    assert "Faltan 4 resultados" in text


def test_a_line_may_be_behind_by_one_of_the_methods_alone() -> None:
    made = summary("2023-Q1")
    none = {**made.outlooks, Pace.EVEN: {Outlook.ON_PACE: 12}}
    text = said(replace(made, outlooks=none, behind=()))
    assert "ninguna línea se queda corta con la meta repartida" in text
    assert "Por los dos métodos" not in text


def test_of_many_teams_that_owe_five_are_named() -> None:
    missing = tuple(TeamMissing(f"Equipo {at}", 1, 1) for at in range(7))
    text = said(replace(summary(), missing=missing))
    assert "Faltan 7 resultados hasta la fecha de corte: Equipo 0 (1), Equipo 1 (1)" in text
    assert text.count("y 2 equipos más.") == 1
    assert "Falta 1 resultado hasta la fecha de corte: Equipo 0 (1)." in said(replace(summary(), missing=missing[:1]))


@pytest.mark.parametrize(
    ("changes", "verb"), [(0, "no cambió ningún dato"), (1, "cambió 1 dato"), (2, "cambiaron 2 datos")]
)
def test_a_closing_anew_says_how_much_changed(changes: int, verb: str) -> None:
    text = said(replace(summary(number=2), changes=changes))
    assert f"Es el cierre 2 del período; desde el anterior {verb}." in text


def test_several_lines_over_the_target_are_said_in_the_plural() -> None:
    made = summary()
    assert "2 líneas pasan de 100 % y en los promedios cuentan" in said(
        replace(made, by_lines=replace(made.by_lines, over=2))
    )


def test_weights_are_told_where_the_plan_has_them() -> None:
    made = summary()
    noted = replace(made.by_lines, note=WeightNote.NOT_WHOLE)
    assert (
        "Promedio de líneas, todas con igual peso; los pesos del plan no suman 100 %, por eso se usaron pesos iguales."
    ) in said(replace(made, by_lines=noted))
    weighted = replace(made.by_lines, method=Method.WEIGHTED_LINES, weight=made.by_lines.progress)
    assert "Promedio de líneas, ponderado con los pesos del plan." in said(replace(made, by_lines=weighted))
    assert "Promedio de líneas, todas" not in said(made)
