"""The examination: each check says what it found and how to mend it."""

from pathlib import Path

import pytest
from sqlalchemy import text

from gdflow import clock
from gdflow.app import App
from gdflow.channels.email import SmtpChannel, SmtpSettings
from gdflow.domain.people import Role
from gdflow.services import doctor
from gdflow.services.close_due import close_due
from gdflow.services.doctor import Check, examine
from gdflow.services.write_closing import write_missing_reports
from gdflow.storage import address_marks
from tests.support.cast import AREAS, COORDINATOR_MAIL, STRANGER_MAIL, USO, at
from tests.support.installation import SETTINGS, contacts, delivered, reopened, scanned
from tests.support.smtp import DROP, HOST, SmtpServer
from tests.support.working import all_noted, backed_up


def checks(home: Path) -> dict[str, Check]:
    return {check.what: check for check in examine(home, lambda folder: App.open(folder, {}))}


def closed_to_this_day(app: App) -> None:
    """Every period of its plan closed, with its reports: the plan is of 2023."""
    for _ in range(2):  # the closing of one opens the next
        close_due(app.transaction, app.rules, now=clock.now())
    write_missing_reports(app.transaction, app.rules, app.objects, app.home, now=clock.now())


def test_a_sound_installation_has_nothing_to_mend(installed: App) -> None:
    contacts(installed, AREAS, [("oai@cartagena.example", Role.MEMBER)])
    closed_to_this_day(installed)
    all_noted(installed, clock.now())
    backed_up(installed, clock.now())
    found = checks(installed.home)
    assert [check.what for check in found.values() if not check.ok] == []
    assert found["Equipos con correo"].found == "3 de 3"
    assert found["Cuentas de los recordatorios"].found.startswith("0 recordatorios = 0 enviados")


def test_without_a_coordinator_the_setting_is_named(empty: App) -> None:
    app = reopened(empty, SETTINGS.replace('email = "planeacion@cartagena.example"', ""))
    check = checks(app.home)["Correo del coordinador"]
    assert (check.ok, "coordinator.email" in check.mend) == (False, True)


def test_periods_past_their_day_to_close_are_named(installed: App) -> None:
    check = checks(installed.home)["Períodos por cerrar"]
    assert not check.ok
    assert "cartagena_2023 2023-Q1 (desde el 2023-04-" in check.found


def test_closings_without_all_their_reports_are_named(installed: App) -> None:
    close_due(installed.transaction, installed.rules, now=at("2023-06-01"))
    check = checks(installed.home)["Informes de los cierres"]
    assert not check.ok
    assert check.found.startswith("cartagena_2023 2023-Q1: Acta de cierre, ")


def test_before_the_first_plan_there_are_no_teams(empty: App) -> None:
    assert checks(empty.home)["Equipos"].found == "todavía no hay"


def test_teams_without_an_address_are_named(installed: App) -> None:
    contacts(installed, USO, [])
    assert USO in checks(installed.home)["Equipos con correo"].found


def test_the_server_of_the_mails_is_shown(empty: App) -> None:
    app = reopened(empty, SETTINGS + 'mode = "smtp"\nhost = "smtp.cartagena.example"\n')
    assert checks(app.home)["Salida de correo"].found == "smtp.cartagena.example:587 (starttls)"


def test_mails_to_be_cleared_up_are_counted(installed: App) -> None:
    scanned(installed, "2023-07-10")
    with SmtpServer() as server:
        server.fail("content", DROP)
        delivered(installed, "2023-07-10", channel=SmtpChannel(SmtpSettings(HOST, server.port, "none")))
    check = checks(installed.home)["Correos por aclarar"]
    assert (check.ok, check.found) == (False, "7 sin certeza, 0 rechazados")


def test_a_store_of_evidence_that_lacks_its_package_is_a_finding(empty: App) -> None:
    assert checks(empty.home)["Evidencias"].found == "en data/objects"
    app = reopened(empty, SETTINGS + '\n[evidence]\nurl = "s3://evidencias"\n')
    check = checks(app.home)["Evidencias"]
    assert (check.ok, check.found) == (False, "s3://evidencias")
    assert "falta el paquete s3fs" in check.mend


def test_the_page_of_the_teams_is_shown(empty: App) -> None:
    assert "falta web.public_url" in checks(empty.home)["Página de los equipos"].found
    app = reopened(empty, SETTINGS + '\n[web]\npublic_url = "https://planes.cartagena.example"\n')
    assert checks(app.home)["Página de los equipos"].found == "https://planes.cartagena.example"


def test_without_a_mailbox_doctor_says_what_that_costs(empty: App) -> None:
    check = checks(empty.home)["Buzón"]
    assert (check.ok, "no se lee ninguno" in check.found) == (True, True)


@pytest.mark.parametrize(
    ("imap", "ok", "found"),
    [
        ('user = "planes"\nkeeps_sent = true', True, "las dudas se aclaran en enviados"),
        ('user = "planes"', True, "imap.cartagena.example:993 (tls); las dudas las decide una persona"),
        ("", False, "imap.cartagena.example:993"),
    ],
)
def test_the_mailbox_is_shown(empty: App, imap: str, ok: bool, found: str) -> None:
    app = reopened(empty, f'{SETTINGS}\n[imap]\nhost = "imap.cartagena.example"\n{imap}\n')
    check = checks(app.home)["Buzón"]
    assert (check.ok, bool(check.mend), found in check.found) == (ok, not ok, True)


@pytest.mark.parametrize(("address", "silent"), [(COORDINATOR_MAIL, True), (STRANGER_MAIL, False)])
def test_addresses_that_refuse_are_named(installed: App, address: str, silent: bool) -> None:
    with installed.transaction() as session:
        address_marks.mark(session, installed.rules.entity_id, address, "550", "no existe", at("2023-07-10"))
    check = checks(installed.home)["Direcciones que rechazan correo"]
    assert (check.ok, check.found) == (False, address)
    assert ("gdflow outbox forgive" in check.mend, "La del coordinador" in check.mend) == (True, silent)


def test_a_changed_chain_of_events_shows(installed: App) -> None:
    with installed.engine.connect().execution_options(write=True) as connection, connection.begin():
        connection.execute(text("DROP TRIGGER event_update"))
        connection.execute(text("UPDATE event SET facts = '{}' WHERE sequence = 2"))
    check = checks(installed.home)["Registro de sucesos"]
    assert (check.ok, check.found) == (False, "no coincide desde el suceso 2")


def test_a_bad_setting_is_all_that_can_be_said(empty: App) -> None:
    (empty.home / "config" / "gdflow.toml").write_text("[mail]\nmodo = 1\n", encoding="utf-8")
    found = examine(empty.home, lambda folder: App.open(folder, {}))
    assert [(check.what, check.ok) for check in found] == [("Configuración", False)]


def test_a_folder_without_an_installation_says_how_to_make_one(tmp_path: Path) -> None:
    assert "gdflow init" in checks(tmp_path)["Base de datos"].mend


def test_a_damaged_database_is_a_finding_and_no_crash(installed: App) -> None:
    installed.engine.dispose()
    for file in (installed.data / "gdflow.sqlite3").parent.glob("gdflow.sqlite3*"):
        file.write_bytes(b"no es una base de datos" * 400)
    check = checks(installed.home)["Base de datos"]
    assert (check.ok, "copia de seguridad" in check.found) == (False, True)


def test_a_full_disk_is_a_finding(empty: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "LEAST_FREE", 10**18)
    check = checks(empty.home)["Espacio en disco"]
    assert (check.ok, check.mend) == (False, "Libere espacio en el disco.")


def test_the_account_shows_what_waits(installed: App) -> None:
    scanned(installed, "2023-07-10")
    assert "+ 9 pendientes + 0 sin certeza" in checks(installed.home)["Cuentas de los recordatorios"].found


def test_a_check_tells_programs_the_same(empty: App) -> None:
    check = checks(empty.home)["Equipos"]
    why = "sin equipos no hay a quién recordarle"
    assert check.as_json() == {"what": "Equipos", "why": why, "ok": True, "found": "todavía no hay", "mend": ""}
