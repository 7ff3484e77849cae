"""What a team reads on its page, in words."""

import gzip
import re

from gdflow.domain.reviews import Verdict
from tests.services.test_team_page import page as page_facts
from tests.services.test_team_page import verdict
from tests.support.cast import GOBIERNO, USO, at
from tests.support.installation import answered
from tests.support.web import JPEG, PERIOD, Pages, opened, plain

FIRST_LOAD = 20_000


def summary(pages: Pages) -> str:
    found = re.search(r'<p class="lead">(.*?)</p>', pages.page(), re.DOTALL)
    assert found
    return plain(found[1])


def test_the_page_says_what_is_missing_and_until_when(pages: Pages) -> None:
    assert summary(pages) == "Le faltan 6 de 6 actividades. Tiene plazo hasta el lunes 10 de julio de 2023 (hoy)."
    pages.hours.now = at("2023-07-05")
    assert "(quedan 5 días)" in summary(pages)
    pages.hours.now = at("2023-07-09")
    assert "(mañana)" in summary(pages)


def test_after_the_due_date_it_says_until_when_it_is_still_taken(pages: Pages) -> None:
    pages.hours.now = at("2023-07-12")
    assert "El plazo venció el lunes 10 de julio de 2023; todavía puede reportar" in summary(pages)
    assert summary(pages).endswith("hasta el cierre, el lunes 17 de julio de 2023.")
    assert "▲ Vencida Venció hace 2 días" in pages.card(10)


def test_once_all_is_sent_nothing_is_missing(pages: Pages) -> None:
    answered(pages.app, GOBIERNO, PERIOD, "2023-07-05", {9: 1, 10: 7, 11: 5, 15: 1, 16: 1, 17: 1})
    assert summary(pages).startswith("No le falta nada: su equipo ya envió todo. Puede corregir lo enviado hasta el")


def test_after_the_closing_the_page_can_still_be_read_and_takes_nothing(pages: Pages) -> None:
    answered(pages.app, GOBIERNO, PERIOD, "2023-07-05", {10: 7})
    pages.hours.now = at("2023-07-18")
    assert "El periodo cerró. Se recibió 1 de 6 actividades." in summary(pages)
    page = pages.page()
    assert "<form" not in page
    assert "<script" not in page
    assert "✖ Sin reporte al cierre" in pages.card(11)


def test_lines_that_need_a_hand_stand_first_and_the_first_is_open(pages: Pages) -> None:
    answered(pages.app, GOBIERNO, PERIOD, "2023-07-05", {9: 1, 10: 7})
    verdict(pages.app, 10, Verdict.RETURNED, "Falta la lista de asistencia.")
    order = re.findall(r'<article class="card (\w+)"', pages.page())
    assert order == ["returned", "pending", "pending", "pending", "pending", "sent"]
    assert pages.page().count("<details open>") == 1
    assert "Por corregir: Falta la lista de asistencia." in pages.card(10)


def test_a_line_says_its_target_what_it_had_and_what_was_done_last(pages: Pages) -> None:
    card = pages.card(10)
    assert "Meta del año 21 actividades programadas" in card
    assert "Antes de este trimestre llevaba 7 de 21" in card
    assert "¿Cuánto lograron en este trimestre? Solo abril–junio, no el acumulado. Puede usar coma: 0,3" in card
    assert "Trimestre pasado: «" in card


def test_the_total_is_said_live_and_a_doubt_with_it(pages: Pages) -> None:
    live = pages.client.get(pages.at_line(10, "/lleva"), params={"cantidad": "9"}).text
    assert live == "Lleva 16 de 21"
    doubtful = pages.client.get(pages.at_line(16, "/lleva"), params={"cantidad": "20"}).text
    assert "20 supera la meta 1: ¿escribió el acumulado?" in doubtful
    assert pages.client.get(pages.at_line(10, "/lleva"), params={"cantidad": "<b>"}).text == ""


def test_a_line_whose_own_end_is_near_or_past_says_so(pages: Pages) -> None:
    assert "Fecha final de la actividad domingo 30 de abril de 2023 (venció hace 71 días)" in pages.card(16)
    assert "Fecha final de la actividad lunes 31 de julio de 2023 Meta" in pages.card(10)
    assert "Fecha final" not in pages.card(9)
    pages.report(16, "1")
    assert "Fecha final" not in pages.card(16)


def test_complete_lines_are_folded_and_not_asked_for(pages: Pages) -> None:
    folded = re.search(r'<details class="card folded">(.*?)</details>', pages.page(), re.DOTALL)
    assert folded
    assert plain(folded[1]).startswith("4 actividades que no debe reportar 1. Definir la hoja de ruta")
    assert "✔ Ya cumplida: 1 de 1" in plain(folded[1])
    assert pages.line(8).uid not in pages.page()


def test_a_percent_line_asks_for_a_percent(pages: Pages) -> None:
    assert "Es un porcentaje, como 30 %." in opened(pages.app, USO).card(19)


def test_a_team_without_lines_reads_so(pages: Pages) -> None:
    assert page_facts(pages.app, period="2023-Q4").lines == ()
    assert "no debe reportes en el trimestre 4 de 2023." in opened(pages.app, GOBIERNO, "2023-07-10", "2023-Q4").page()


def test_what_people_write_stays_text(pages: Pages) -> None:
    pages.report(10, "3", '<script>alert(1)</script> "{{ 7*7 }}"')
    page = pages.page()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "{{ 7*7 }}" in page


def test_the_first_load_is_small(pages: Pages) -> None:
    page = pages.page()
    assets = re.findall(r'(?:src|href)="(/estaticos/[^"]+)"', page)
    sizes = [len(gzip.compress(page.encode()))] + [
        len(gzip.compress(pages.client.get(each).content)) for each in assets
    ]
    assert len(assets) == 3
    assert sum(sizes) <= FIRST_LOAD, sizes
    assert pages.client.get(pages.path).headers["content-encoding"] == "gzip"


def test_a_file_is_handed_out_as_an_attachment_alone(pages: Pages) -> None:
    pages.send(10, "/evidencia", files={"archivos": ("acta <1>.jpg", JPEG)})
    found = re.search(r'href="(/r/[^"]+/evidencia/\d+)"', pages.page())
    assert found
    answer = pages.client.get(found[1])
    assert (answer.content, answer.headers["content-disposition"].split(";")[0]) == (JPEG, "attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]


def test_a_page_that_does_not_exist_says_what_to_do(pages: Pages) -> None:
    answer = pages.client.get("/nada")
    assert (answer.status_code, "Abra de nuevo el enlace" in answer.text) == (404, True)


def test_a_link_that_ended_says_when_and_whom_to_ask(pages: Pages) -> None:
    pages.hours.now = pages.link.expires_at
    answer = pages.client.get(pages.path)
    assert answer.status_code == 403
    assert "venció el martes 25 de julio de 2023" in answer.text
    assert "planeacion@cartagena.example" in answer.text
