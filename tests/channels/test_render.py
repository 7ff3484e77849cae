"""Every mail in both its parts: all lines, all links, no mark-up from people's text."""

import html as htmllib
import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from gdflow.channels.render import Rendered, _templates, render_coordinator, render_digest, render_receipt
from gdflow.domain.digest import CoordinatorNotice, Digest, DigestLine, one_row
from gdflow.domain.findings import Finding, FindingKind
from tests.channels.cast import (
    CLOSES_ON,
    DEADLINE,
    HEAD,
    OTHER_TEAM,
    PLAN,
    RECEIPT,
    REPORT_BY,
    RESULT,
    RESULTS,
    TEAM,
    digest_of,
    escalation,
)
from tests.channels.golden import kept, one_tag_a_line

TODAY = date(2023, 7, 5)
ENDING = replace(DEADLINE, due_on=date(2023, 7, 31))
ANSWER = "mailto:envios%2Bk7f3q2mx4d@alcaldia.example?subject=Reporte%20GD-K7F3Q2MX4D"
HOSTILE = '<script>alert("x")</script> {{ 7 * 7 }} & "comillas" <mj-raw>'
NOTICE = CoordinatorNotice(
    replace(HEAD, reply_to=HEAD.contact, reference=None),
    (
        Finding(FindingKind.NO_DEADLINE, "6. TIC para Servicios", "fila 6"),
        Finding(FindingKind.NO_ADDRESS, OTHER_TEAM, "2 actividades"),
        Finding(FindingKind.REFUSED_MAIL, "lider@alcaldia.example", "550 5.1.1 No existe"),
    ),
)
MAILS = {
    "digest": lambda: render_digest(replace(digest_of(*RESULTS, DEADLINE), calendar_attached=True), today=TODAY),
    "escalation": lambda: render_digest(escalation(), today=date(2023, 7, 13)),
    "receipt": lambda: render_receipt(RECEIPT, today=REPORT_BY),
    "coordinator": lambda: render_coordinator(NOTICE, today=TODAY),
}


def visible(rendered: Rendered) -> str:
    """What a reader of the HTML sees, on one line."""
    body = re.sub(r"<!--.*?-->|<style.*?</style>|<title.*?</title>", " ", rendered.html, flags=re.DOTALL)
    return " ".join(htmllib.unescape(re.sub(r"<[^>]+>", " ", body)).split())


@pytest.mark.parametrize("name", MAILS)
def test_a_mail_reads_as_it_was_approved(name: str) -> None:
    rendered = MAILS[name]()
    text = f"{rendered.subject}\n\n{rendered.text}"
    assert text == kept(f"{name}.txt", text)
    html = one_tag_a_line(rendered.html)
    assert html == kept(f"{name}.html", html)


@pytest.mark.parametrize("name", MAILS)
def test_a_mail_loads_nothing_from_the_network_and_speaks_spanish(name: str) -> None:
    html = MAILS[name]().html
    assert '<html lang="es"' in html
    assert 'name="viewport"' in html
    assert not re.search(r'(?:src|background)="?http|@import|<link|<img', html)


@pytest.mark.parametrize("part", ["text", "html"])
def test_both_parts_name_every_line_with_its_period_date_and_state(part: str) -> None:
    rendered = render_digest(digest_of(*RESULTS, DEADLINE), today=TODAY)
    words = rendered.text if part == "text" else visible(rendered)
    for line in (*RESULTS, DEADLINE):
        assert line.label in words
        assert f"Lleva {line.so_far_text}" in words
    assert words.count("Trimestre 2 de 2023") == 4
    assert words.count("lunes 10 de julio de 2023") == 5
    assert words.count("Quedan 5 días") == 5
    assert "domingo 30 de abril de 2023" in words
    assert "Vencida hace 66 días" in words


@pytest.mark.parametrize("part", ["text", "html"])
def test_both_dates_of_the_period_are_said_in_words(part: str) -> None:
    rendered = render_digest(digest_of(*RESULTS), today=TODAY)
    words = rendered.text if part == "text" else visible(rendered)
    assert "Hasta el lunes 10 de julio de 2023" in words
    assert "Viernes 14 de julio de 2023" in words


def test_without_common_dates_each_line_says_when_its_period_closes() -> None:
    other = replace(RESULT, period="2023-Y", due_on=date(2023, 7, 6), closes_on=date(2023, 7, 20))
    rendered = render_digest(digest_of(RESULT, other), today=TODAY)
    assert "Plazo para reportar" not in rendered.text
    assert "Cierre del periodo: viernes 14 de julio de 2023" in rendered.text
    assert "Cierra: jue 20 jul 2023" in visible(rendered)


def test_the_form_is_the_one_call_to_action() -> None:
    rendered = render_digest(digest_of(*RESULTS), today=TODAY)
    action = "Abra el formulario adjunto, escriba lo logrado y responda a este correo con el archivo."
    assert rendered.text.count(action) == visible(rendered).count(action) == 1
    assert "Reportar ahora" not in rendered.html


@pytest.mark.parametrize(
    ("digest", "words", "href"),
    [
        (digest_of(*RESULTS), "Responder con el formulario", ANSWER),
        (digest_of(*RESULTS, form=False), "Escribir la respuesta", ANSWER),
        (replace(digest_of(*RESULTS), link="https://a.example/r/1"), "Reportar ahora", "https://a.example/r/1"),
    ],
)
def test_a_digest_has_one_button_that_leads_to_the_answer(digest: Digest, words: str, href: str) -> None:
    rendered = render_digest(digest, today=TODAY)
    buttons = re.findall(r'<a\s+href="([^"]+)"[^>]*target="_blank"[^>]*>\s*([^<]+?)\s*<', rendered.html)
    assert [(htmllib.unescape(link), text.partition(" (")[0]) for link, text in buttons] == [(href, words)]
    assert (digest.link or digest.head.reply_to) in rendered.text


@pytest.mark.parametrize("name", ["digest", "escalation", "receipt"])
def test_both_parts_say_the_reference_for_answers_that_lose_their_address(name: str) -> None:
    rendered = MAILS[name]()
    for words in (rendered.text, visible(rendered)):
        assert words.count("GD-K7F3Q2MX4D") == 1
        assert "Si escribe un correo nuevo, póngala en el asunto." in words


def test_a_mail_that_awaits_no_answer_names_no_reference() -> None:
    rendered = MAILS["coordinator"]()
    assert "Referencia" not in rendered.text + rendered.html


def test_the_coordinator_is_not_sent_to_the_coordinator_with_questions() -> None:
    rendered = MAILS["coordinator"]()
    assert "¿Tiene preguntas?" not in rendered.text + visible(rendered)


def test_two_minutes_are_promised_only_for_few_lines() -> None:
    few, many = (render_digest(digest_of(*lines), today=TODAY) for lines in (RESULTS, (*RESULTS, RESULT)))
    assert "unos 2 minutos" in few.text
    assert "unos 2 minutos" not in many.text + many.html


@pytest.mark.parametrize(("lines", "words"), [((RESULT,), "la fecha"), ((RESULT, ENDING, DEADLINE), "las fechas")])
def test_a_calendar_file_is_pointed_out_in_both_parts(lines: tuple[DigestLine, ...], words: str) -> None:
    rendered = render_digest(replace(digest_of(*lines), calendar_attached=True), today=TODAY)
    sentence = f"Para tener {words} en su calendario, abra el archivo adjunto plazos.ics."
    assert rendered.text.count(sentence) == visible(rendered).count(sentence) == 1


def test_without_a_calendar_file_none_is_spoken_of() -> None:
    assert "calendario" not in render_digest(digest_of(*RESULTS), today=TODAY).text


def test_a_page_to_answer_on_takes_the_place_of_the_form() -> None:
    digest = replace(digest_of(*RESULTS), link="https://alcaldia.example/r/abc?x=1&y=2")
    rendered = render_digest(digest, today=TODAY)
    assert 'href="https://alcaldia.example/r/abc?x=1&amp;y=2"' in rendered.html
    assert visible(rendered).count("Reportar ahora (unos 2 minutos)") == 1
    assert "https://alcaldia.example/r/abc?x=1&y=2" in rendered.text
    assert "Abra el formulario" not in rendered.html + rendered.text


def test_without_form_and_page_a_plain_answer_is_asked_for() -> None:
    rendered = render_digest(digest_of(RESULT, form=False), today=TODAY)
    assert "Responda a este correo y cuente lo logrado." in rendered.text


def test_of_a_line_that_no_form_asks_for_only_the_end_is_asked() -> None:
    rendered = render_digest(digest_of(DEADLINE, form=False), today=TODAY)
    assert "Responda a este correo y diga si ya terminó o cuándo terminará." in rendered.text
    assert "cuente lo logrado" not in rendered.text
    assert "llega a su fecha final y aún no está completa" in visible(rendered)


def test_of_lines_that_only_end_no_zero_is_asked_for_before_the_period_does() -> None:
    text = render_digest(digest_of(ENDING), today=TODAY).text
    assert "Abra el formulario adjunto" in text
    assert "Llene solo lo que ya terminó: lo demás puede esperar al reporte del periodo." in text
    assert "escriba 0" not in text


def test_links_of_lines_are_in_both_parts() -> None:
    link = "https://alcaldia.example/r/abc#16"
    rendered = render_digest(digest_of(replace(RESULT, link=link)), today=TODAY)
    assert f'href="{link}"' in rendered.html
    assert link in rendered.text


def test_a_long_digest_shows_ten_lines_and_counts_the_others() -> None:
    lines = [replace(RESULT, row=row, number=str(row), label=f"Tarea{row}") for row in range(1, 24)]
    rendered = render_digest(digest_of(*lines), today=TODAY)
    assert len(set(re.findall(r"Tarea\d+", visible(rendered)))) == 10
    assert "Y 13 actividades más, todas en el formulario adjunto." in rendered.text
    assert "Y 13 actividades más, todas en el formulario adjunto." in visible(rendered)


def test_a_group_that_is_cut_says_how_many_it_has() -> None:
    lines = [replace(RESULT, row=row, label=f"Tarea{row}") for row in range(1, 24)]
    rendered = render_digest(digest_of(*lines), today=TODAY)
    assert "PRÓXIMAS (10 de 23)" in rendered.text
    assert "Próximas (10 de 23)" in visible(rendered)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {"forms": 0, "forms_ask_all": False},
            "Y 13 actividades más. Si quiere la lista completa, pídala en su respuesta.",
        ),
        ({"link": "https://a.example/r/1"}, "Y 13 actividades más, todas en la página para reportar."),
    ],
)
def test_a_long_digest_says_where_the_other_lines_are(changes: dict[str, Any], words: str) -> None:
    lines = [replace(RESULT, row=row, label=f"Tarea{row}") for row in range(1, 24)]
    rendered = render_digest(replace(digest_of(*lines), **changes), today=TODAY)
    assert words in rendered.text
    assert words in visible(rendered)


def test_a_form_that_does_not_ask_for_every_line_is_not_said_to() -> None:
    ends = [replace(ENDING, row=row) for row in range(1, 12)]
    text = render_digest(replace(digest_of(RESULT, *ends), forms_ask_all=False), today=TODAY).text
    assert "todas en el formulario" not in text
    assert "De lo que no esté en el formulario, diga en su respuesta si ya terminó o cuándo terminará." in text


def test_a_form_that_asks_for_every_line_is_said_to_also_when_some_end() -> None:
    ends = [replace(ENDING, row=row) for row in range(1, 12)]
    text = render_digest(digest_of(RESULT, *ends), today=TODAY).text
    assert "Y 2 actividades más, todas en el formulario adjunto." in text
    assert "De lo que no esté" not in text


def test_the_forms_of_two_teams_are_spoken_of_in_the_plural() -> None:
    lines = [replace(RESULT, row=row, team=TEAM if row % 2 else OTHER_TEAM) for row in range(1, 13)]
    assert (
        "Y 2 actividades más, todas en los formularios adjuntos." in render_digest(digest_of(*lines), today=TODAY).text
    )


@pytest.mark.parametrize("part", ["text", "html"])
def test_a_line_that_ends_and_owes_a_report_stands_once_with_both(part: str) -> None:
    late = replace(DEADLINE, number="2", label=RESULT.label)
    rendered = render_digest(digest_of(one_row([RESULT, late], today=TODAY)), today=TODAY)
    words = rendered.text if part == "text" else visible(rendered)
    assert words.count("Hacer seguimiento a la hoja de ruta") == (1 if part == "text" else 2)  # and in the preview
    assert "Vencida hace 66 días" in words
    assert "Además: reporte del trimestre 2 hasta el lun 10 jul 2023 · quedan 5 días" in words
    assert "Esta actividad, a cargo de su equipo, espera el reporte de lo logrado y llega a su fecha final." in words


def test_the_end_of_a_line_that_is_still_to_come_follows_its_report() -> None:
    row = one_row([replace(ENDING, due_on=date(2023, 7, 31)), RESULT], today=TODAY)
    text = render_digest(digest_of(row), today=TODAY).text
    assert "  Trimestre 2 de 2023 · Reporte hasta el lunes 10 de julio de 2023\n  Estado: Quedan 5 días\n" in text
    assert "  Además: fecha final, el lun 31 jul 2023 · quedan 26 días\n" in text


def test_teams_and_plans_are_named_on_the_line_only_when_there_are_several() -> None:
    other = replace(RESULT, team=OTHER_TEAM, plan="Plan de mejoramiento")
    several, one = (render_digest(digest_of(*lines), today=TODAY) for lines in ((RESULT, other), (RESULT,)))
    assert f"  {OTHER_TEAM}\n  Plan de mejoramiento\n" in several.text
    assert f"sus equipos ({TEAM} y {OTHER_TEAM}) responden por" in several.text
    assert "Abra los formularios adjuntos, uno por equipo," in several.text
    assert "a cargo de sus equipos" in visible(several)
    assert several.text.splitlines()[2] == "Buen día:"
    assert f"su equipo ({TEAM}) responde por" in one.text
    assert one.text.count(TEAM) == 2
    assert one.text.count(PLAN) == 1


def test_a_returned_line_shows_its_note() -> None:
    rendered = render_digest(digest_of(replace(RESULT, returned_note="Falta el acta firmada")), today=TODAY)
    assert "Nota: Falta el acta firmada" in rendered.text
    assert "Nota: Falta el acta firmada" in visible(rendered)


def test_an_escalation_says_since_when_how_late_and_what_is_asked() -> None:
    rendered = render_digest(escalation(), today=date(2023, 7, 13))
    for words in (rendered.text, visible(rendered)):
        assert "Buen día, Dirección OAI:" in words
        assert "El primer aviso al equipo fue el martes 4 de julio de 2023." in words
        assert "Vencida hace 3 días" in words
        assert "antes del cierre del periodo, el viernes 14 de julio de 2023" in words


def test_first_notices_stand_on_the_lines_only_when_they_differ() -> None:
    digest = escalation()
    later = replace(digest.lines[0], first_notice_on=date(2023, 7, 6))
    mixed = render_digest(replace(digest, lines=(*digest.lines, later)), today=date(2023, 7, 13))
    assert "Primer aviso: jue 6 jul 2023" in mixed.text
    assert "Primer aviso: jue 6 jul 2023" in visible(mixed)
    assert "Primer aviso:" not in MAILS["escalation"]().text


def test_an_escalation_of_two_teams_speaks_in_the_plural() -> None:
    digest = escalation()
    both = replace(digest, teams=(TEAM, OTHER_TEAM), lines=tuple(replace(x, closes_on=None) for x in digest.lines))
    text = render_digest(both, today=date(2023, 7, 13)).text
    assert f"Los equipos responsables, {TEAM} y {OTHER_TEAM}, tienen 4 reportes" in text
    assert "apoyar a los equipos para que respondan cuanto antes" in text
    assert "El primer aviso a los equipos fue el martes 4 de julio de 2023." in text
    assert "Si los equipos ya reportaron, no tiene que hacer nada más." in text
    assert f"el trabajo de {TEAM} y {OTHER_TEAM}, que responden por estas actividades" in text


def test_a_mail_whose_topic_is_the_entity_names_it_once_at_its_head_and_foot() -> None:
    rendered = render_digest(replace(digest_of(RESULT), head=replace(HEAD, topic=HEAD.entity)), today=TODAY)
    assert rendered.text.endswith(f"\n{HEAD.entity}\n")
    assert visible(rendered).count(HEAD.entity) == 1


def test_a_receipt_says_what_was_taken_and_why_the_rest_was_not() -> None:
    rendered = MAILS["receipt"]()
    for words in (rendered.text, visible(rendered)):
        assert "R-7K2M-QX4D-ZN5A" in words
        assert "lunes 10 de julio de 2023, 10:32" in words
        assert "1 informe" in words
        assert "celda F12" in words
        assert "«tres» no es un número" in words
        assert "A su equipo aún le faltan 2 reportes; el primer plazo vence el lunes 10 de julio de 2023." in words


def test_a_receipt_of_everything_says_that_nothing_is_left() -> None:
    rendered = render_receipt(replace(RECEIPT, not_taken=(), pending=0, due_on=None), today=REPORT_BY)
    assert "Su equipo no tiene más reportes pendientes." in rendered.text
    assert "falta corregir" not in visible(rendered)


def test_a_receipt_of_nothing_does_not_thank_for_a_report() -> None:
    rendered = render_receipt(replace(RECEIPT, taken=(), pending=1, due_on=None), today=REPORT_BY)
    assert "todavía no se pudo tomar ningún dato" in rendered.text
    assert "A su equipo aún le falta 1 reporte." in rendered.text


@pytest.mark.parametrize("today", [CLOSES_ON, CLOSES_ON - timedelta(days=1), CLOSES_ON - timedelta(days=3)])
def test_a_closing_line_says_when_it_closes(today: date) -> None:
    closing = replace(RESULT, reason=DEADLINE.reason.CLOSING_SOON)
    words = {0: "Cierra hoy", 1: "Cierra mañana", 3: "Cierra en 3 días"}[(CLOSES_ON - today).days]
    assert words in visible(render_digest(digest_of(closing), today=today))


def test_mark_up_in_peoples_text_stays_text() -> None:
    line = replace(RESULT, number=None, label=HOSTILE, item=HOSTILE, team=HOSTILE, plan=HOSTILE, target_text=HOSTILE)
    rendered = render_digest(replace(digest_of(line, DEADLINE), head=replace(HEAD, name=HOSTILE)), today=TODAY)
    assert "<script" not in rendered.html
    assert "<mj-raw" not in rendered.html
    assert HOSTILE in visible(rendered)
    assert HOSTILE in rendered.text


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60))
def test_any_text_of_a_plan_can_be_rendered(words: str) -> None:
    rendered = render_digest(digest_of(replace(RESULT, label=words, plan=words, team=words)), today=TODAY)
    assert rendered.html.endswith("</html>")
    assert "\n" not in rendered.subject
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", rendered.html + rendered.text)


def test_a_template_that_names_something_unknown_fails_instead_of_leaving_a_hole() -> None:
    with pytest.raises(UndefinedError):
        _templates().from_string("{{ nobody }}").render()
