"""Mails and files that were set apart: each taken as a team's, or left out, by one button."""

import re

import pytest

from gdflow.app import App
from gdflow.domain.access import Role
from gdflow.domain.inbound import InboundMail, InboundState
from gdflow.services.intake import take_mail
from gdflow.storage import inbound
from tests.services.test_own_workbook import changed
from tests.support.cast import GOBIERNO, STRANGER_MAIL, at
from tests.support.desk import Desk
from tests.support.installation import counted_statements, form_of, read_all, received, scanned
from tests.support.letters import letter
from tests.support.scene import reviewer
from tests.support.web import plain

HERE, DAY = "/revision/cuarentena", "2023-07-10"


@pytest.fixture
def app(installed: App) -> App:
    """Cartagena's, on a day on which the second quarter is due."""
    scanned(installed, DAY)
    return installed


@pytest.fixture
def desk(app: App) -> Desk:
    """The coordinator."""
    return reviewer(app)


def foreign(app: App, name: str = "uno", *, known: bool = True) -> InboundMail:
    """A stranger's mail with a form of Gobierno Digital, or without any sign of a team."""
    form = form_of(app, GOBIERNO, "2023-Q2", DAY)
    files = [(form.name, form.data)] if known else [("Reporte.xlsx", changed({"M9": 1}))]
    data = letter(*files, sender=STRANGER_MAIL, subject=f"Reporte {name}", message_id=f"<{name}@x.example>")
    return take_mail(app.transaction, app.rules, app.objects, data, authserv_id=None, now=at(DAY, 9)).mail


def state(app: App, mail: InboundMail) -> tuple[InboundState, str | None]:
    with app.reading() as session:
        found = inbound.mail_by_id(session, app.rules.entity_id, mail.id)
    assert found is not None
    return found.state, found.accepted_by or found.message


def test_a_mail_of_a_stranger_stands_with_its_reason_and_one_button(app: App, desk: Desk) -> None:
    mail = foreign(app)
    page = plain(desk.get(HERE))
    assert "Correos por decidir (1)" in page
    assert "Trae la referencia de un equipo, pero curioso@otraparte.example no está" in page
    assert f"Aceptar como de {GOBIERNO}" in page
    assert "Correos y archivos apartados (1 por decidir)" in plain(desk.get("/revision"))
    answer = desk.post(f"{HERE}/correos/{mail.id}/aceptar")
    assert "Correo aceptado" in desk.get(answer.headers["location"])
    assert state(app, mail) == (InboundState.TAKEN, "Ana Coordina <coordina@cartagena.example>")


def test_a_mail_without_any_sign_is_taken_as_the_team_that_is_chosen(app: App, desk: Desk) -> None:
    mail = foreign(app, known=False)
    assert desk.post(f"{HERE}/correos/{mail.id}/aceptar", equipo="").status_code == 422
    assert desk.post(f"{HERE}/correos/{mail.id}/aceptar", equipo=GOBIERNO).status_code == 303
    (read,) = read_all(app, DAY)
    assert (read.team, [answer.line.row for answer in read.taken]) == (GOBIERNO, [9])


def test_of_two_who_decide_the_second_is_told(app: App, desk: Desk) -> None:
    mail = foreign(app)
    desk.post(f"{HERE}/correos/{mail.id}/aceptar")
    answer = desk.post(f"{HERE}/correos/{mail.id}/rechazar", motivo="Es publicidad")
    assert (answer.status_code, "ya no espera decisión" in answer.text) == (409, True)


def test_a_mail_is_left_out_with_a_reason(app: App, desk: Desk) -> None:
    mail = foreign(app)
    answer = desk.post(f"{HERE}/correos/{mail.id}/rechazar", motivo=" ")
    assert (answer.status_code, "Escriba el motivo" in answer.text) == (422, True)
    assert desk.post(f"{HERE}/correos/{mail.id}/rechazar", motivo="Es publicidad").status_code == 303
    assert state(app, mail) == (InboundState.IGNORED, "Es publicidad")


def test_words_of_a_stranger_are_read_and_never_run(app: App, desk: Desk) -> None:
    data = letter(sender=STRANGER_MAIL, subject="<b>hola</b>", text="<script>alert(1)</script>\n")
    take_mail(app.transaction, app.rules, app.objects, data, authserv_id=None, now=at(DAY, 9))
    page = desk.get(HERE)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_bytes_that_are_gone_hide_no_other_mail(app: App, desk: Desk) -> None:
    gone, there = foreign(app), foreign(app, "dos")
    app.objects.folder.joinpath(gone.sha256[:2], gone.sha256).unlink()
    page = desk.get(HERE)
    assert "Reporte uno" in page
    assert "Reporte dos" in page
    assert desk.post(f"{HERE}/correos/{gone.id}/aceptar").status_code == 409
    assert desk.post(f"{HERE}/correos/{there.id}/aceptar").status_code == 303


def test_a_refused_file_is_looked_at_elsewhere_and_taken_as_a_teams(app: App, desk: Desk) -> None:
    data = changed({"M9": 1})
    received(app, data, DAY, "Plan.xlsx")
    page = desk.get(HERE)
    link = re.search(rf"{HERE}/archivos/\d+", page)
    assert link
    answer = desk.client.get(link[0])
    assert (answer.content, answer.headers["content-type"]) == (data, "application/octet-stream")
    assert desk.post(f"{link[0]}/aceptar", equipo="Nadie").status_code == 422
    assert desk.post(f"{link[0]}/aceptar", equipo=GOBIERNO).status_code == 303
    assert read_all(app, DAY)[0].team == GOBIERNO
    assert "Todos los archivos recibidos se pudieron tomar" in desk.get(HERE)
    desk.get(link[0], 404)


def test_a_refused_file_is_laid_aside_with_a_reason_and_can_still_be_read_again(app: App, desk: Desk) -> None:
    received(app, changed({"M9": 1}), DAY, "Plan.xlsx")
    link = re.search(rf"{HERE}/archivos/\d+", desk.get(HERE))
    assert link
    answer = desk.post(f"{link[0]}/descartar", motivo=" ")
    assert (answer.status_code, "Escriba el motivo" in answer.text) == (422, True)
    answer = desk.post(f"{link[0]}/descartar", motivo="Es de otra entidad")
    page = plain(desk.get(answer.headers["location"]))
    assert "✔ Archivo descartado: ya no espera a nadie" in page
    assert "Ningún archivo espera decisión" in page
    assert re.search(r"recibo R-\S+ · Ana Coordina, .*: «Es de otra entidad»", page)
    assert desk.post(f"{link[0]}/descartar", motivo="Otra vez").status_code == 409
    assert desk.post(f"{link[0]}/aceptar", equipo=GOBIERNO).status_code == 303
    assert read_all(app, DAY)[0].team == GOBIERNO


def test_a_reviewer_looks_and_does_not_decide(app: App) -> None:
    mail, desk = foreign(app), reviewer(app, Role.REVIEWER)
    page = desk.get(HERE)
    assert ("Decide quien coordina" in page, "Aceptar como" in page) == (True, False)
    assert desk.post(f"{HERE}/correos/{mail.id}/aceptar").status_code == 403


def test_the_statements_do_not_grow_with_the_mails(app: App, desk: Desk) -> None:
    foreign(app)
    counts = []
    for more in ("dos", "tres"):
        with counted_statements(app) as ran:
            desk.get(HERE)
        counts.append(len(ran))
        foreign(app, more)
    assert counts[0] == counts[1]
