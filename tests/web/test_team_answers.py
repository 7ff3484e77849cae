"""What a team sends: taken line by line, by hand or by the script, and nothing of it is lost by a mistake beside it."""

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from email.message import EmailMessage
from pathlib import Path
from typing import NoReturn

import pytest

from gdflow.app import App
from gdflow.collect.reading import ReaderPool
from gdflow.domain.lines import ResultSource
from gdflow.domain.reviews import Verdict
from gdflow.services import take_answers
from gdflow.services.links import form_token
from gdflow.services.read_answers import read_waiting
from gdflow.storage import events, submissions
from gdflow.storage.objects import ObjectStore
from tests.services.test_team_page import verdict
from tests.support.cast import COORDINATOR_MAIL, GOBIERNO, GOBIERNO_MAIL, USO, at
from tests.support.installation import (
    Said,
    contacts,
    delivered,
    filled,
    form_of,
    mails,
    notices,
    rows_by_uid,
    scanned,
    text_of,
)
from tests.support.web import JPEG, PERIOD, Pages, dump, opened


def test_a_line_is_reported_and_the_page_says_so(pages: Pages) -> None:
    sent = pages.report(10, "3", "Tres reuniones de sensibilización.")
    assert (sent.status_code, sent.headers["location"]) == (
        303,
        f"{pages.path}?linea={pages.line(10).uid}#linea-{pages.line(10).uid}",
    )
    card = pages.card(10)
    assert "✔ Recibido: 3. Lleva 10 de 21." in card
    assert "recibo R-" in card
    assert "puede corregirlo hasta el cierre, el lunes 17 de julio de 2023" in card
    assert "Le faltan 5 de 6 actividades." in pages.page()


def test_the_script_gets_the_line_and_the_summary_alone(pages: Pages) -> None:
    sent = pages.report(10, "3", script=True)
    assert (sent.status_code, "<html" in sent.text) == (200, False)
    assert f'id="linea-{pages.line(10).uid}"' in sent.text
    assert 'id="resumen" hx-swap-oob="true"' in sent.text
    assert "Siguiente:" in sent.text


def test_a_decimal_comma_is_understood(pages: Pages) -> None:
    pages.report(15, "0,3")
    assert "✔ Recibido: 0,3. Lleva 0,6 de 10." in pages.card(15)


@pytest.mark.parametrize("script", [False, True])
def test_a_mistake_is_told_at_its_field_and_what_was_typed_stays(pages: Pages, script: bool) -> None:
    sent = pages.report(10, "tres", "Tres reuniones.", script=script)
    assert sent.status_code == 422
    assert "Dice «tres»; se esperaba un número como 7 o 0,3." in sent.text
    assert 'value="tres"' in sent.text
    assert ">Tres reuniones.</textarea>" in sent.text
    assert 'aria-invalid="true"' in sent.text
    assert ("<html" in sent.text) is not script


def test_a_mistake_never_costs_a_file(pages: Pages) -> None:
    sent = pages.report(10, "tres", files={"archivos": ("acta.jpg", JPEG)})
    assert (sent.status_code, "Sus archivos ya quedaron guardados." in sent.text) == (422, True)
    assert "acta.jpg" in pages.card(10)


def test_a_bad_file_never_costs_a_good_one(pages: Pages) -> None:
    files = [("archivos", ("acta.jpg", JPEG)), ("archivos", ("virus.exe", b"MZ" + bytes(100)))]
    sent = pages.report(10, "3", files=files)
    assert (sent.status_code, 'value="3"' in sent.text) == (422, True)
    card = pages.card(10)
    assert "acta.jpg" in card
    assert "virus.exe" not in card


def test_the_same_file_twice_is_one_annex(pages: Pages) -> None:
    for _ in range(2):
        pages.send(10, "/evidencia", files={"archivos": ("acta.jpg", JPEG)})
    assert pages.card(10).count("Anexo A") == 1


def test_a_link_is_evidence_with_a_date_of_its_own(pages: Pages) -> None:
    pages.send(10, "/evidencia", enlace="https://nube.example/actas", fecha="2023-06-30")
    assert "nube.example Anexo A01 · del vie 30 jun 2023 · guardado" in pages.card(10)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Elija un archivo o pegue un enlace."),
        ({"enlace": "javascript:alert(1)"}, "enlace"),
        ({"enlace": "https://nube.example/a", "fecha": "ayer"}, "no es una fecha"),
        ({"enlace": "https://nube.example/a", "fecha": "2030-01-01"}, "2030"),
    ],
)
def test_evidence_that_cannot_be_kept_says_why(pages: Pages, fields: dict[str, str], said: str) -> None:
    sent = pages.send(10, "/evidencia", script=True, **fields)
    assert (sent.status_code, said in sent.text) == (422, True)
    assert "Anexo A" not in pages.card(10)


def test_saving_evidence_by_hand_keeps_what_was_typed(pages: Pages) -> None:
    files = {"archivos": ("acta.jpg", JPEG)}
    sent = pages.send(10, "/evidencia", cantidad="3", que="A medio escribir", files=files)
    assert sent.status_code == 200
    assert 'value="3"' in sent.text
    assert ">A medio escribir</textarea>" in sent.text
    assert "acta.jpg" in sent.text


def test_what_was_sent_shows_what_backs_it(pages: Pages) -> None:
    pages.report(10, "3", files={"archivos": ("acta.jpg", JPEG)})
    assert "Evidencia: acta.jpg (A01)" in pages.card(10)


def test_evidence_can_be_taken_back(pages: Pages) -> None:
    pages.send(10, "/evidencia", enlace="https://nube.example/actas")
    assert pages.send(10, "/evidencia/1/retirar", script=True).status_code == 200
    assert "Anexo A" not in pages.card(10)
    assert pages.send(10, "/evidencia/1/retirar").status_code == 404


def test_no_progress_is_a_zero_with_its_reason(pages: Pages) -> None:
    sent = pages.send(10, "/sin-avance", motivo="No hubo quórum en ninguna citación.")
    assert sent.status_code == 303
    assert "✔ Recibido: 0, sin avance. Lleva 7 de 21. Motivo: No hubo quórum" in pages.card(10)


def test_no_progress_needs_a_reason(pages: Pages) -> None:
    sent = pages.send(10, "/sin-avance", motivo="  ", script=True)
    assert (sent.status_code, "Para enviar sin avance, escriba el motivo." in sent.text) == (422, True)
    assert "El resultado es 0" not in sent.text
    assert "○ Sin reportar" in pages.card(10)


def test_a_doubtful_amount_is_taken_and_asked_about(pages: Pages) -> None:
    assert pages.report(16, "20").status_code == 303
    assert "20 supera la meta 1: ¿escribió el acumulado?" in pages.card(16)


def test_a_report_is_corrected_until_the_closing(pages: Pages) -> None:
    pages.report(10, "3")
    pages.report(10, "4", "Fueron cuatro.")
    assert "✔ Recibido: 4. Lleva 11 de 21. Fueron cuatro." in pages.card(10)
    pages.hours.now = at("2023-07-18")
    late = pages.report(10, "5")
    assert (late.status_code, "ya cerró" in late.text) == (409, True)
    assert "Recibido: 4." in pages.card(10)


def test_what_was_returned_is_sent_anew(pages: Pages) -> None:
    pages.report(10, "3")
    verdict(pages.app, 10, Verdict.RETURNED, "Falta una reunión.")
    assert "◆ Devuelta" in pages.card(10)
    pages.report(10, "4")
    assert "● Enviada" in pages.card(10)


def test_what_was_accepted_is_changed_by_the_coordinator_alone(pages: Pages) -> None:
    pages.report(10, "3")
    verdict(pages.app, 10, Verdict.ACCEPTED)
    assert "La coordinación ya lo aceptó." in pages.card(10)
    refused = pages.report(10, "4")
    assert (refused.status_code, "ya aceptó este reporte" in refused.text) == (409, True)
    assert "Recibido: 3." in pages.card(10)


def test_a_line_that_is_not_ours_goes_to_the_coordinator(pages: Pages) -> None:
    assert pages.send(10, "/no-me-corresponde").status_code == 422
    sent = pages.send(10, "/no-me-corresponde", razon="Es de Talento Humano.", script=True)
    assert "no le corresponde («Es de Talento Humano.»)" in " ".join(sent.text.split())
    again = pages.send(10, "/no-me-corresponde", razon="Otra vez.")
    assert again.status_code == 409
    with pages.app.reading() as session:
        taken = [event for event in events.events_of(session, pages.app.rules.entity_id) if "decision" in event.kind]
    assert [event.actor for event in taken] == [f"{GOBIERNO} (página, enlace {pages.link.id})"]


def test_a_figure_knows_by_which_link_it_came(pages: Pages) -> None:
    pages.report(10, "3")
    with pages.app.reading() as session:
        figure = submissions.history_of_line(session, pages.line(10).id)[-1]
        actor = events.events_of(session, pages.app.rules.entity_id)[-1].actor
    assert (figure.source, bool(figure.receipt)) == (ResultSource.FORM, True)
    assert actor == f"{GOBIERNO} (página, enlace {pages.link.id})"


def receipts(app: App, day: str, hour: int) -> list[EmailMessage]:
    delivered(app, day, hour)
    return [mail for mail in mails(app) if "Recibido" in str(mail["Subject"])]


def test_the_receipt_comes_by_mail_too_one_for_a_sitting(pages: Pages) -> None:
    pages.report(10, "3", files={"archivos": ("acta.jpg", JPEG)})
    pages.report(11, "5")
    assert receipts(pages.app, "2023-07-10", 10) == []
    mail = next(mail for mail in receipts(pages.app, "2023-07-10", 11) if GOBIERNO_MAIL in mail["To"])
    told = text_of(mail)
    assert (told.count("Logrado: "), told.count(" · recibo R-")) == (2, 2)
    assert "Evidencia: acta.jpg (A01)" in told
    assert "porque se recibió un reporte de" in told
    assert COORDINATOR_MAIL not in mail["To"]
    assert len(receipts(pages.app, "2023-07-10", 12)) == 1


def test_the_workbook_of_the_page_comes_back_by_the_page(pages: Pages) -> None:
    form = pages.client.get(f"{pages.path}/formulario")
    assert form.headers["content-disposition"].startswith("attachment; filename*=UTF-8''Formulario%202023-Q2")
    answers = filled(form.content, {10: Said(9), 11: Said(5)}, rows_by_uid(pages.app))
    sent = pages.client.post(f"{pages.path}/formulario", files={"libro": ("formulario.xlsx", answers)})
    assert (sent.status_code, sent.headers["location"]) == (303, f"{pages.path}?libro=recibido#libro")
    assert "Guardado. Se leerá en unos minutos" in pages.page()
    read_all(pages)
    assert "Leído: lo que traía ya está arriba" in pages.page()
    assert "✔ Recibido: 9. Lleva 16 de 21." in pages.card(10)


def read_all(pages: Pages) -> None:
    app = pages.app
    with ReaderPool(1) as pool:
        read_waiting(app.transaction, app.rules, app.objects, pool, now=pages.hours.now)


def test_a_team_without_an_address_has_its_receipt_on_the_page_alone(pages: Pages) -> None:
    contacts(pages.app, GOBIERNO, [])
    before = notices(pages.app)
    pages.report(10, "3")
    assert "recibo R-" in pages.card(10)
    assert notices(pages.app) == before


def test_the_same_workbook_sent_by_many_at_once_is_one_receipt(pages: Pages) -> None:
    form = pages.client.get(f"{pages.path}/formulario").content

    def send(_: int) -> int:
        return int(pages.client.post(f"{pages.path}/formulario", files={"libro": ("f.xlsx", form)}).status_code)

    with ThreadPoolExecutor(10) as threads:
        assert set(threads.map(send, range(30))) == {303}
    assert pages.page().count("Recibo R-") == 1


def test_a_workbook_that_cannot_be_read_is_kept_and_says_why(pages: Pages) -> None:
    pages.client.post(f"{pages.path}/formulario", files={"libro": ("notas.xlsx", b"no es un libro")})
    read_all(pages)
    assert "Quedó guardado, pero no se pudo tomar:" in pages.page()


def test_what_a_workbook_said_wrong_is_told_on_the_page_cell_by_cell(pages: Pages) -> None:
    form = pages.client.get(f"{pages.path}/formulario").content
    answers = filled(form, {10: Said(9), 11: Said("muchas"), 15: Said(0)}, rows_by_uid(pages.app))
    pages.client.post(f"{pages.path}/formulario", files={"libro": ("formulario.xlsx", answers)})
    read_all(pages)
    told = pages.page()
    assert "Leído en parte: lo que se pudo tomar ya está arriba" in told
    assert told.count("<li>Hoja Formulario, celda ") == 2
    assert "dice «muchas»; se esperaba un número" in told
    assert "Enviada" in pages.card(10)


def test_of_a_long_list_the_page_tells_the_beginning(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(take_answers, "MOST_TOLD", 2)
    form = pages.client.get(f"{pages.path}/formulario").content
    answers = filled(form, {row: Said("muchas") for row in (9, 10, 11, 15, 16)}, rows_by_uid(pages.app))
    pages.client.post(f"{pages.path}/formulario", files={"libro": ("formulario.xlsx", answers)})
    read_all(pages)
    assert pages.page().count("<li>Hoja Formulario, celda ") == 2
    assert "<li>Y 3 más: están en el correo del recibo.</li>" in pages.page()


def test_the_workbook_of_another_team_is_not_taken_here(pages: Pages) -> None:
    theirs = form_of(pages.app, USO, PERIOD, "2023-07-05")
    answers = filled(theirs.data, {18: Said(1)}, rows_by_uid(pages.app))
    pages.client.post(f"{pages.path}/formulario", files={"libro": ("formulario.xlsx", answers)})
    read_all(pages)
    assert "es de otro equipo" in pages.page()
    assert "Sin reportar" in opened(pages.app, USO).card(18)


def test_no_workbook_is_told_at_once(pages: Pages) -> None:
    sent = pages.client.post(f"{pages.path}/formulario", files={"libro": ("vacio.xlsx", b"")})
    assert (sent.status_code, "Elija el libro" in sent.text) == (422, True)


def test_after_the_closing_a_workbook_is_still_kept_and_told(pages: Pages) -> None:
    form = pages.client.get(f"{pages.path}/formulario").content
    pages.hours.now = at("2023-07-18")
    scanned(pages.app, "2023-07-18")
    answers = filled(form, {10: Said(9)}, rows_by_uid(pages.app))
    pages.client.post(f"{pages.path}/formulario", files={"libro": ("tarde.xlsx", answers)})
    read_all(pages)
    assert "cerró" in pages.page()
    assert "Sin reporte al cierre" in pages.card(10)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS])
def test_a_full_or_locked_disk_is_told_and_nothing_is_acknowledged(
    pages: Pages, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def fails(_store: ObjectStore, _data: bytes) -> NoReturn:
        raise OSError(code, os.strerror(code))

    before = dump(pages.app)
    monkeypatch.setattr(ObjectStore, "put", fails)
    for sent in (
        pages.send(10, "/evidencia", files={"archivos": ("acta.jpg", JPEG)}),
        pages.client.post(f"{pages.path}/formulario", files={"libro": ("f.xlsx", b"x")}),
    ):
        assert (sent.status_code, "No se tomó ningún dato" in sent.text) == (507, True)
    assert dump(pages.app) == before
    monkeypatch.undo()
    assert pages.send(10, "/evidencia", files={"archivos": ("acta.jpg", JPEG)}).status_code == 303


def test_an_unforeseen_fault_shows_no_traceback(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_store: ObjectStore, _data: bytes) -> NoReturn:
        raise ZeroDivisionError(str(Path.home()))

    monkeypatch.setattr(ObjectStore, "put", fails)
    sent = pages.send(10, "/evidencia", files={"archivos": ("acta.jpg", JPEG)})
    assert (sent.status_code, "Algo falló" in sent.text, "Traceback" in sent.text) == (500, True, False)
    assert "frame-ancestors 'none'" in sent.headers["content-security-policy"]


def test_the_key_of_the_page_is_not_in_the_form(pages: Pages) -> None:
    form = pages.client.get(f"{pages.path}/formulario").content
    assert pages.link.token.encode() not in form
    assert form_token(pages.link.token) != pages.link.token
