"""One's own account, and those of others for whoever gives and takes them."""

from datetime import timedelta

import pyotp

from gdflow.app import App
from gdflow.domain.access import Account, Role
from gdflow.services import accounts
from gdflow.storage import events, outbox
from gdflow.web.agents import browser_words
from tests.support.desk import PASSWORD, PEOPLE, Desk, account, signed_in
from tests.support.installation import SETTINGS, counted_statements, reopened
from tests.support.web import plain

NEW = "cuatro palabras sin sentido"
SMTP = """mode = "smtp"
host = "127.0.0.1"

[web]
public_url = "https://planes.cartagena.example"
"""


def of(desk: Desk, role: Role) -> Account:
    """The account of a role, as it is now."""
    with desk.app.reading() as session:
        return accounts.find(session, desk.app.rules, PEOPLE[role][1])


def newest(desk: Desk) -> tuple[str, str]:
    """The kind and actor of the newest event."""
    with desk.app.reading() as session:
        (event,) = events.newest_events(session, desk.app.rules.entity_id, 1)
    return event.kind, event.actor


def test_one_changes_ones_password_and_the_others_are_out(empty: App) -> None:
    elsewhere, here = signed_in(empty), signed_in(empty)
    answer = here.post("/cuenta/clave", actual=PASSWORD, clave=NEW, repetida=NEW)
    assert answer.headers["location"] == "/cuenta?hecho=clave"
    assert "Su contraseña cambió" in here.get("/cuenta?hecho=clave")
    assert elsewhere.client.get("/cuenta").status_code == 303


def test_without_the_current_password_nothing_changes(empty: App) -> None:
    desk = signed_in(empty)
    answer = desk.post("/cuenta/clave", actual="otra", clave=NEW, repetida=NEW)
    assert (answer.status_code, "no es su contraseña actual" in answer.text) == (422, True)
    assert NEW not in answer.text


def test_one_takes_up_codes_and_lays_them_down(empty: App) -> None:
    desk = signed_in(empty)
    offered = desk.post("/cuenta/codigo").text
    token = offered.partition('name="paso" value="')[2].partition('"')[0]
    phone = pyotp.TOTP(offered.partition('class="secret">')[2].partition("<")[0].replace(" ", ""))
    again = desk.post("/cuenta/codigo/activar", paso=token, codigo="000000")
    assert (again.status_code, phone.secret[:4] in again.text) == (422, True)
    code = phone.at(desk.hours.now)
    assert desk.post("/cuenta/codigo/activar", paso=token, codigo=code).status_code == 303
    assert "Activo: al entrar" in desk.get("/cuenta?hecho=codigo")
    assert desk.post("/cuenta/codigo").status_code == 409
    assert desk.post("/cuenta/codigo/quitar", codigo=code).status_code == 422
    desk.hours.now += timedelta(minutes=1)
    assert desk.post("/cuenta/codigo/quitar", codigo=phone.at(desk.hours.now)).status_code == 303
    assert "Activar el código" in desk.get("/cuenta")


def test_one_sees_where_one_is_signed_in_and_ends_it_there(empty: App) -> None:
    elsewhere, here = signed_in(empty), signed_in(empty)
    page = here.get("/cuenta")
    assert page.count("Chrome en Windows") >= 2
    other = page.partition('action="/cuenta/sesiones/')[2].partition('"')[0]
    assert here.post(f"/cuenta/sesiones/{other}").headers["location"] == "/cuenta?hecho=sesion"
    assert elsewhere.client.get("/cuenta").status_code == 303
    assert here.post(f"/cuenta/sesiones/{other}").status_code == 404
    assert "Cerrar todas las demás" not in here.get("/cuenta")


def test_one_ends_all_other_sessions_at_once(empty: App) -> None:
    others, here = [signed_in(empty) for _ in range(2)], signed_in(empty)
    assert here.post("/cuenta/sesiones").status_code == 303
    assert [each.client.get("/cuenta").status_code for each in others] == [303, 303]
    assert here.get("/cuenta")


def test_nobody_ends_the_session_of_another_person(empty: App) -> None:
    theirs, mine = signed_in(empty, Role.REVIEWER), signed_in(empty)
    assert mine.post("/cuenta/sesiones/1").status_code == 404
    assert theirs.get("/cuenta")


def test_whoever_enters_by_the_entitys_accounts_has_no_password_here(empty: App) -> None:
    desk = signed_in(empty, Role.AUDITOR)
    from gdflow.storage import accounts as kept

    with empty.transaction() as session:
        kept.change_account(session, of(desk, Role.AUDITOR).id, {"password_hash": None, "subject": "x|1"})
    page = desk.get("/cuenta")
    assert ("la contraseña se cambia allá" in page, "Contraseña actual" in page) == (True, False)


def test_it_gives_an_account_and_hands_the_link_over_once(empty: App) -> None:
    desk = signed_in(empty, Role.IT)
    its = {"nombre": "Rita Revisa", "correo": "rita@cartagena.example", "perfil": "reviewer"}
    page = plain(desk.post("/cuentas", **its).text)
    assert "https://testserver/entrar/clave/" in page
    assert "/entrar/clave/" not in desk.get("/cuentas")
    assert "Aún no elige contraseña" in desk.get("/cuentas")
    answer = desk.post("/cuentas", **its)
    assert (answer.status_code, "Ya hay una cuenta" in answer.text, "Rita Revisa" in answer.text) == (422, True, True)
    assert desk.post("/cuentas", **(its | {"perfil": "jefe"})).status_code == 422


def test_where_mails_leave_the_link_goes_by_mail_alone(empty: App) -> None:
    app = reopened(empty, SETTINGS + SMTP)
    desk = signed_in(app, Role.IT)
    account(app, Role.REVIEWER)
    answer = desk.post(f"/cuentas/{of(desk, Role.REVIEWER).id}/enlace")
    assert ("le llegará el enlace" in answer.text, "/entrar/clave/" in answer.text) == (True, False)
    with app.reading() as session:
        assert [each.purpose for each in outbox.notices_of(session, app.rules.entity_id)] == ["account"]


def test_it_takes_an_account_and_gives_it_back(empty: App) -> None:
    victim, desk = signed_in(empty, Role.REVIEWER), signed_in(empty, Role.IT)
    place = f"/cuentas/{of(desk, Role.REVIEWER).id}"
    assert desk.post(f"{place}/desactivar").headers["location"] == "/cuentas?hecho=desactivada"
    assert newest(desk) == ("account_disabled", "Iván Sistemas <sistemas@cartagena.example>")
    assert victim.client.get("/cuenta").status_code == 303
    assert "✖ Desactivada desde" in desk.get("/cuentas?hecho=desactivada")
    assert desk.post(f"{place}/desactivar").status_code == 422
    assert desk.post(f"{place}/activar").status_code == 303
    assert of(desk, Role.REVIEWER).disabled_at is None


def test_a_role_is_in_force_at_the_next_page(empty: App) -> None:
    other, desk = signed_in(empty, Role.REVIEWER), signed_in(empty, Role.IT)
    desk.post(f"/cuentas/{of(desk, Role.REVIEWER).id}/perfil", perfil="it")
    assert other.get("/cuentas")


def test_it_lays_down_the_codes_of_whoever_lost_the_telephone(empty: App) -> None:
    from gdflow.storage import accounts as kept

    account(empty)
    desk = signed_in(empty, Role.IT)
    with empty.transaction() as session:
        kept.change_account(session, of(desk, Role.COORDINATOR).id, {"totp_secret": "ABCDEFGH"})
    assert "y código" in desk.get("/cuentas")
    assert desk.post(f"/cuentas/{of(desk, Role.COORDINATOR).id}/quitar-codigo").status_code == 303
    assert newest(desk)[0] == "second_factor_off"


def test_it_ends_the_sessions_of_a_person(empty: App) -> None:
    other, desk = signed_in(empty, Role.REVIEWER), signed_in(empty, Role.IT)
    desk.post(f"/cuentas/{of(desk, Role.REVIEWER).id}/cerrar-sesiones")
    assert other.client.get("/cuenta").status_code == 303


def test_nobody_takes_their_own_account_role_or_code(empty: App) -> None:
    desk = signed_in(empty, Role.IT)
    own = f"/cuentas/{of(desk, Role.IT).id}"
    for what in ("desactivar", "perfil", "quitar-codigo"):
        answer = desk.post(f"{own}/{what}", perfil="auditor")
        assert (answer.status_code, "su propia cuenta" in answer.text) == (422, True)


def test_an_account_that_is_not_there_is_said_so(empty: App) -> None:
    desk = signed_in(empty, Role.IT)
    assert desk.post("/cuentas/999/activar").status_code == 404


def test_a_page_of_all_accounts_costs_the_same_for_many(empty: App) -> None:
    desk = signed_in(empty, Role.IT)
    with counted_statements(empty) as few:
        desk.get("/cuentas")
    with empty.transaction() as session:
        for number in range(40):
            its = {"email": f"p{number}@cartagena.example", "name": f"Persona {number}", "role": Role.AUDITOR}
            accounts.add(session, empty.rules, **its, by="Sistemas", now=desk.hours.now)  # type: ignore[arg-type]  # texts and a role
    with counted_statements(empty) as many:
        desk.get("/cuentas")
    assert len(many) == len(few)


def test_what_people_typed_stays_text(empty: App) -> None:
    desk = signed_in(empty, Role.IT)
    page = desk.post("/cuentas", nombre="<b>Rita</b> {{ 7 * 7 }}", correo="no es", perfil="it").text
    assert ("<b>Rita</b>" in page, "{{ 7 * 7 }}" in page) == (False, True)


def test_browsers_are_named_in_words_that_people_know() -> None:
    known = {
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/156.0 Safari/537 Edg/156.0": "Edge en Windows",
        "Mozilla/5.0 (iPhone; CPU like Mac OS X) Version/19 Safari/604": "Safari en iPhone",
        "Mozilla/5.0 (X11; Linux) Firefox/140": "Firefox en Linux",
        "curl/8": "Navegador sin nombre",
        "Opera OPR/9": "Opera",
    }
    assert {agent: browser_words(agent) for agent in known} == known
