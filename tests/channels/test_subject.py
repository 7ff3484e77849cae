"""Subjects say how many, of what, and by when."""

from dataclasses import replace
from datetime import date

import pytest

from gdflow.channels.subject import subject
from gdflow.channels.wording import of_period
from gdflow.domain.digest import CoordinatorNotice, DigestLine, one_row
from gdflow.domain.findings import Finding, FindingKind
from gdflow.domain.ladders import ReminderReason
from tests.channels.cast import DEADLINE, HEAD, OTHER_TEAM, RECEIPT, RESULT, RESULTS, digest_of, escalation

SPECIAL = replace(RESULT, due_on=date(2023, 7, 20))
LATE = replace(RESULT, period="2023-Q1", due_on=date(2023, 4, 11))
ENDING = replace(DEADLINE, due_on=date(2023, 7, 31))
NEXT_DAY, DAY_BEFORE = replace(ENDING, due_on=date(2023, 8, 1)), replace(ENDING, due_on=date(2023, 7, 9))
BOTH = "Faltan 1 reporte del trimestre 2 y 1 actividad · el primero vence el lun 10 jul"
CLOSING = replace(RESULT, reason=ReminderReason.CLOSING_SOON)
TUE = date(2023, 7, 4)
LAST = "Último plazo: falta 1 reporte del trimestre 2 · cierra el vie 14 jul"
RETURNED = replace(RESULT, number="8.11", returned_note="falta evidencia")


def said(*lines: DigestLine, today: date) -> str:
    return subject(digest_of(*lines), today=today).removeprefix("[Gobierno Digital] ")


@pytest.mark.parametrize(
    ("lines", "today", "expected"),
    [
        ([SPECIAL] * 4, date(2023, 7, 10), "Faltan 4 reportes del trimestre 2 · vence el jue 20 jul"),
        ([SPECIAL], date(2023, 7, 10), "Falta 1 reporte del trimestre 2 · vence el jue 20 jul"),
        ([SPECIAL, RESULT], date(2023, 7, 3), "Faltan 2 reportes del trimestre 2 · el primero vence el lun 10 jul"),
        (RESULTS, date(2023, 7, 8), "Quedan 2 días: faltan 4 reportes del trimestre 2"),
        (RESULTS[:1], date(2023, 7, 9), "Queda 1 día: falta 1 reporte del trimestre 2"),
        (RESULTS, date(2023, 7, 10), "Vence hoy: faltan 4 reportes del trimestre 2"),
        (RESULTS, date(2023, 7, 11), "Vencido hace 1 día: faltan 4 reportes del trimestre 2"),
        (RESULTS, date(2024, 1, 11), "Vencido hace 185 días: faltan 4 reportes del trimestre 2 de 2023"),
        ([RESULT, LATE], date(2023, 7, 12), "Con plazo vencido: 2 reportes · el más antiguo hace 92 días"),
        ([CLOSING], date(2023, 7, 13), LAST),
        ([CLOSING, RESULT, LATE], TUE, f"{LAST} · 2 pendientes más"),
        ([replace(CLOSING, closes_on=None)], TUE, "Último plazo: falta 1 reporte del trimestre 2"),
        ([ENDING], date(2023, 7, 17), "Vence la actividad 9 el lun 31 jul"),
        ([ENDING] * 3, date(2023, 7, 17), "Vencen 3 actividades el lun 31 jul"),
        ([ENDING], date(2023, 7, 28), "Quedan 3 días: vence la actividad 9"),
        ([ENDING], date(2023, 7, 31), "Vence hoy: la actividad 9"),
        ([ENDING, NEXT_DAY], date(2023, 7, 31), "Vence hoy: la actividad 9 · 1 pendiente más"),
        ([DEADLINE], date(2023, 5, 2), "Vencida hace 2 días: la actividad 9"),
        ([replace(DEADLINE, number=None)], date(2023, 5, 2), "Vencida hace 2 días: «Hacer el reporte a FURAG»"),
        ([*RESULTS, DEADLINE], date(2023, 7, 5), "5 pendientes: 1 vencida y 4 por vencer el lun 10 jul"),
        ([ENDING] * 3, date(2023, 7, 24), "Quedan 7 días: vencen 3 actividades"),
        ([DEADLINE] * 4, date(2023, 5, 8), "Vencidas hace 8 días: 4 actividades"),
        ([*RESULTS, DEADLINE], date(2023, 7, 10), "5 pendientes: 1 vencida y 4 para hoy"),
        ([SPECIAL, RESULT, DEADLINE], date(2023, 7, 10), "3 pendientes: 1 vencida y 2 por vencer desde hoy"),
        ([RESULT, ENDING], date(2023, 6, 30), BOTH),
        ([RESULT, ENDING], TUE, "Quedan 6 días: falta 1 reporte del trimestre 2 · 1 pendiente más"),
        ([DAY_BEFORE, *RESULTS], date(2023, 7, 7), "Quedan 2 días: vence la actividad 9 · 4 pendientes más"),
        ([RETURNED], date(2023, 7, 5), "Por corregir: actividad 8.11 · falta evidencia"),
        ([RETURNED, RETURNED], date(2023, 7, 5), "Por corregir: 2 reportes del trimestre 2"),
        ([RETURNED, RESULT, SPECIAL], TUE, "3 pendientes: 1 por corregir y 2 por vencer desde el lun 10 jul"),
    ],
)  # fmt: skip
def test_a_subject_says_how_many_of_what_and_by_when(lines: list[DigestLine], today: date, expected: str) -> None:
    assert said(*lines, today=today) == expected


def both(report: DigestLine, end: DigestLine, today: date) -> DigestLine:
    return one_row([report, end], today=today)


@pytest.mark.parametrize(
    ("report", "end", "others", "today", "expected"),
    [
        (RESULT, DEADLINE, RESULTS[1:], date(2023, 7, 10),
         "Vence hoy: faltan 4 reportes del trimestre 2 · 1 actividad vencida"),
        (RESULT, DEADLINE, (ENDING,), date(2023, 6, 30),
         "Falta 1 reporte del trimestre 2 · vence el lun 10 jul · 1 actividad vencida y 1 por vencer el lun 31 jul"),
        (RESULT, ENDING, (), date(2023, 7, 5),
         "Quedan 5 días: falta 1 reporte del trimestre 2 · 1 actividad por vencer el lun 31 jul"),
        (RESULT, DAY_BEFORE, RESULTS[1:], date(2023, 7, 7),
         "Quedan 2 días: vence la actividad 9 · faltan 4 reportes del trimestre 2"),
        (RESULT, DAY_BEFORE, (), date(2023, 7, 9), "Vence hoy: la actividad 9 · falta 1 reporte del trimestre 2"),
        (CLOSING, DEADLINE, (), date(2023, 7, 13), f"{LAST} · 1 actividad vencida"),
        (RESULT, replace(DEADLINE, due_on=RESULT.due_on), (DEADLINE,), date(2023, 7, 10),
         "Vence hoy: falta 1 reporte del trimestre 2 · 1 actividad vencida y 1 para hoy"),
    ],
)  # fmt: skip
def test_a_subject_counts_each_line_once_when_some_end_and_owe_a_report_too(
    report: DigestLine, end: DigestLine, others: tuple[DigestLine, ...], today: date, expected: str
) -> None:
    assert said(both(report, end, today), *others, today=today) == expected


def test_two_reports_of_one_line_are_two_reports() -> None:
    assert said(both(RESULT, LATE, TUE), today=TUE) == "2 pendientes: 1 vencida y 1 por vencer el lun 10 jul"


def test_who_heads_a_team_is_told_of_a_line_that_ended_by_its_report() -> None:
    digest = replace(escalation(), lines=(both(RESULT, DEADLINE, TUE), DEADLINE))
    assert "Solicitud de apoyo: faltan 1 reporte del trimestre 2 y 1 actividad ·" in subject(digest, today=TUE)


def test_an_escalation_asks_for_support_and_names_the_team() -> None:
    digest = escalation()
    expected = f"[Gobierno Digital] Solicitud de apoyo: faltan 4 reportes del trimestre 2 · {digest.teams[0]}"
    assert subject(digest, today=date(2023, 7, 13)) == expected


def test_an_escalation_of_many_teams_says_how_many() -> None:
    digest = replace(escalation(), teams=("Hacienda", "Planeación", "Salud"))
    assert subject(digest, today=date(2023, 7, 13)).endswith("faltan 4 reportes del trimestre 2 · 3 equipos")
    assert subject(replace(digest, teams=digest.teams[:2]), today=TUE).endswith(" · Hacienda y Planeación")


@pytest.mark.parametrize(
    ("receipt", "expected"),
    [
        (RECEIPT, "Recibido: 2 reportes del trimestre 2 · 1 dato por corregir"),
        (replace(RECEIPT, taken=RECEIPT.taken[:1], not_taken=()), "Recibido: actividad 2 · 1 informe"),
        (replace(RECEIPT, taken=RECEIPT.taken[1:], not_taken=()), "Recibido: actividad 3 · logrado: 7"),
        (replace(RECEIPT, taken=(replace(RECEIPT.taken[1], figure_text="1.000,5"),), not_taken=()),
         "Recibido: actividad 3 · logrado: 1.000,5"),
        (replace(RECEIPT, taken=(replace(RECEIPT.taken[1], figure_text="20 %"),), not_taken=()),
         "Recibido: actividad 3 · 20 %"),
        (replace(RECEIPT, taken=()), "No se pudo recibir su reporte: 1 dato por corregir"),
    ],
)  # fmt: skip
def test_a_receipt_says_what_was_taken(receipt: object, expected: str) -> None:
    assert subject(receipt, today=date(2023, 7, 10)) == f"[Gobierno Digital] {expected}"  # type: ignore[arg-type]  # a table's column


def test_a_notice_to_the_coordinator_counts_each_kind() -> None:
    kinds = (FindingKind.NO_ADDRESS, FindingKind.NO_DEADLINE, FindingKind.NO_DEADLINE)
    notice = CoordinatorNotice(HEAD, tuple(Finding(kind, OTHER_TEAM) for kind in kinds))
    text = "[Gobierno Digital] Para revisar: 2 actividades sin fecha límite y 1 equipo sin correo"
    assert subject(notice, today=date(2023, 7, 10)) == text


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("2023-M03", "de marzo"),
        ("2022-M12", "de diciembre de 2022"),
        ("2023-B2", "del bimestre 2"),
        ("2023-S1", "del semestre 1"),
        ("2023-Y", "del año 2023"),
        ("2023-01-15..2023-04-30", "del 15 de enero de 2023 a 30 de abril de 2023"),
    ],
)
def test_a_period_is_spoken_of_with_its_article_and_no_idle_year(key: str, expected: str) -> None:
    assert of_period(key, today=date(2023, 7, 10)) == expected


def test_a_line_break_in_a_name_does_not_reach_the_subject() -> None:
    digest = digest_of(replace(DEADLINE, number=None, label="Uno\r\nBcc: otro@entidad.example"))
    assert "\n" not in subject(digest, today=date(2023, 5, 2))
