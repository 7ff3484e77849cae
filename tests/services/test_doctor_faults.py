"""Ten faults planted in an installation: the examination finds each, and says why it matters and how to mend it."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
import trustme
from sqlalchemy import text

from gdflow import clock
from gdflow.app import App
from gdflow.cli.examining import examined
from gdflow.domain.errors import DeliveryError
from gdflow.domain.people import Role
from gdflow.domain.works import Work
from gdflow.services import doctor
from gdflow.services.close_due import close_due
from gdflow.services.doctor_check import Check
from gdflow.services.doctor_outside import outside_checks
from gdflow.services.doctor_running import running_checks
from gdflow.services.runs import noted
from gdflow.services.write_closing import write_missing_reports
from gdflow.spanish.doctor import WHY
from gdflow.storage import events
from tests.support.cast import AREAS, USO
from tests.support.dovecot import Dovecot, dovecot, dovecot_server
from tests.support.https import Answer, HttpsServer
from tests.support.installation import SETTINGS, contacts
from tests.support.mailbox import imap
from tests.support.smtp import HOST, SmtpServer
from tests.support.working import all_noted, backed_up

__all__ = ["dovecot", "dovecot_server"]
HEALTHY = b'{"estado": "bien"}'
STRONG = "q7Zr-92kd-LmXw"


@dataclass
class Patient:
    """A sound installation, and how it is changed."""

    app: App
    patch: pytest.MonkeyPatch

    @property
    def home(self) -> Path:
        return self.app.home

    def under(self, settings: str, **variables: str) -> None:
        """Other settings from now on."""
        (self.home / "config" / "gdflow.toml").write_text(SETTINGS + settings, encoding="utf-8")
        for name, value in variables.items():
            self.patch.setenv(name, value)

    def wrong(self) -> list[Check]:
        """What the examination finds."""
        return [check for check in examined(self.home, offline=False) if not check.ok]

    def found(self, what: str) -> Check:
        """The one thing that is wrong: it says why it matters and how to mend it."""
        (check,) = self.wrong()
        assert (check.what, bool(check.why), len(check.mend) > 10) == (what, True, True)
        return check


@pytest.fixture
def patient(installed: App, monkeypatch: pytest.MonkeyPatch) -> Patient:
    """Every team has an address, every period is closed, every work was done a moment ago."""
    contacts(installed, AREAS, [("oai@cartagena.example", Role.MEMBER)])
    for _ in range(2):
        close_due(installed.transaction, installed.rules, now=clock.now())
    write_missing_reports(installed.transaction, installed.rules, installed.objects, installed.home, now=clock.now())
    all_noted(installed, clock.now())
    backed_up(installed, clock.now())
    installed.engine.dispose()
    return Patient(installed, monkeypatch)


def test_a_sound_installation_has_nothing_wrong(patient: Patient) -> None:
    assert patient.wrong() == []


def test_1_nobody_keeps_the_clock(patient: Patient) -> None:
    all_noted(patient.app, clock.now() - timedelta(days=30))
    found = patient.found("Reloj de los trabajos")
    assert "Barrido: la última vez que terminó bien fue" in found.found
    assert "gdflow serve" in found.mend


def test_1_a_work_that_fails_says_of_what(patient: Patient) -> None:
    all_noted(patient.app, clock.now() - timedelta(days=30))
    with pytest.raises(DeliveryError), noted(patient.app.transaction, patient.app.rules, Work.DELIVER, clock=clock.now):
        raise DeliveryError("smtp_unreachable", text="Connection refused")
    assert "Envío: falla (" in patient.found("Reloj de los trabajos").found


def test_1_a_work_that_never_ran_and_one_that_never_ended_are_named(patient: Patient) -> None:
    with patient.app.engine.connect().execution_options(write=True) as connection, connection.begin():
        connection.execute(text("DELETE FROM last_run"))
    with (
        pytest.raises(KeyboardInterrupt),
        noted(patient.app.transaction, patient.app.rules, Work.SCAN, clock=lambda: clock.now() - timedelta(days=9)),
    ):
        raise KeyboardInterrupt
    found = patient.found("Reloj de los trabajos").found
    assert "Barrido: la última vez que terminó bien fue nunca" in found
    assert "Cierre: nunca se ha hecho" in found


def test_2_the_disk_is_full(patient: Patient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "LEAST_FREE", 10**18)
    assert "Libere espacio" in patient.found("Espacio en disco").mend


def test_3_the_clock_goes_wrong(patient: Patient) -> None:
    later = clock.now() + timedelta(minutes=90)
    with patient.app.transaction() as session:
        events.append(session, patient.app.rules.entity_id, "x", "x", {}, at=later, actor="x")
    found = patient.found("Hora del servidor")
    assert ("90 minutos" in found.found, "timedatectl" in found.mend) == (True, True)


def test_3_an_installation_in_which_nothing_happened_has_a_clock_too(empty: App) -> None:
    (_, found, _) = running_checks(empty, now=clock.now(), environ={})
    assert (found.what, found.ok) == ("Hora del servidor", True)


@contextmanager
def site(days: int) -> Iterator[tuple[str, trustme.CA]]:
    """The pages behind a certificate that is good for so many days."""
    authority = trustme.CA()
    certificate = authority.issue_cert("localhost", not_after=clock.now() + timedelta(days=days))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    with HttpsServer(context) as server:
        server.answer(Answer(200, {}, HEALTHY))
        yield f"https://localhost:{server.port}", authority


def public(patient: Patient, address: str, authority: trustme.CA) -> None:
    file = patient.home / "ca.pem"
    authority.cert_pem.write_to_path(file)
    patient.under(f'ca_file = "{file}"\n\n[web]\npublic_url = "{address}"\n')


def test_4_the_certificate_is_about_to_end(patient: Patient) -> None:
    with site(days=10) as (address, authority):
        public(patient, address, authority)
        assert "Renuévelo" in patient.found("Certificado de la página").mend


def test_4_a_certificate_that_is_good_for_long_is_no_fault(patient: Patient) -> None:
    with site(days=60) as (address, authority):
        public(patient, address, authority)
        assert patient.wrong() == []


def test_5_a_key_is_weak(patient: Patient) -> None:
    patient.under('user = "planes"\n', GDFLOW_MAIL__PASSWORD="corta")
    assert "mail.password: tiene menos de 12 caracteres" in patient.found("Claves").found


def test_5_a_key_is_one_that_everybody_knows(patient: Patient) -> None:
    patient.under('user = "planes"\n', GDFLOW_MAIL__PASSWORD="Password-2026!")
    assert "es de las conocidas" in patient.found("Claves").found


def test_5_a_key_lies_open(patient: Patient) -> None:
    file = patient.home / "clave"
    file.write_text(STRONG, encoding="utf-8")
    file.chmod(0o644)
    patient.under('user = "planes"\n', GDFLOW_MAIL__PASSWORD_FILE=str(file))
    assert patient.found("Claves").mend == f"chmod 600 {file}"
    file.chmod(0o600)
    assert patient.wrong() == []


def test_6_a_team_has_no_mailbox(patient: Patient) -> None:
    contacts(patient.app, USO, [])
    assert USO in patient.found("Equipos con correo").found


def test_7_the_public_address_leads_nowhere(patient: Patient) -> None:
    patient.under('\n[web]\npublic_url = "http://127.0.0.1:1"\n')
    assert "no responde" in patient.found("Página desde afuera").found


def test_7_the_public_address_leads_to_another_program(patient: Patient) -> None:
    with HttpsServer() as server:
        server.answer(Answer(200, {}, b"<html>It works!</html>"))
        patient.under(f'\n[web]\npublic_url = "http://127.0.0.1:{server.port}"\n')
        assert "responde otro programa" in patient.found("Página desde afuera").found


def test_7_the_pages_are_asked_for_the_time_too(patient: Patient) -> None:
    with HttpsServer() as server:
        server.answer(Answer(200, {}, HEALTHY))
        patient.under(f'\n[web]\npublic_url = "http://127.0.0.1:{server.port}"\n')
        found = [*outside_checks(App.open(patient.home), now=clock.now() + timedelta(hours=1))]
    assert [(each.what, each.ok) for each in found] == [("Página desde afuera", True), ("Hora del servidor", False)]
    assert "difiere" in found[1].found


@pytest.mark.parametrize(
    ("answer", "found"),
    [(Answer(200, {}, b'"3.1.0"'), "el servidor es 3.1.0"), (Answer(401, {}, b"{}"), "no aceptó")],
    ids=["of another version", "that refuses the key"],
)
def test_8_a_prefect_server_that_does_not_match(patient: Patient, answer: Answer, found: str) -> None:
    with HttpsServer() as server:
        server.answer(answer)
        patient.under(f'\n[orchestrator]\nkind = "prefect"\nurl = "http://127.0.0.1:{server.port}/api"\n')
        assert found in patient.found("Prefect").found


def test_8_a_prefect_server_that_matches_is_no_fault(patient: Patient) -> None:
    from importlib.metadata import version

    with HttpsServer() as server:
        server.answer(Answer(200, {}, f'"{version("prefect")}"'.encode()))
        patient.under(f'\n[orchestrator]\nkind = "prefect"\nurl = "http://127.0.0.1:{server.port}/api"\n')
        assert patient.wrong() == []


def test_9_the_mail_server_lets_nobody_in(patient: Patient) -> None:
    with SmtpServer() as server:
        server.fail("greeting", "554 5.3.2 No")
        patient.under(f'mode = "smtp"\nhost = "{HOST}"\nport = {server.port}\nsecurity = "none"\n')
        assert "mail.host" in patient.found("Servidor de correo").mend
        assert patient.wrong() == []


def test_10_the_mailbox_cannot_be_opened(patient: Patient, dovecot: Dovecot) -> None:
    patient.under(imap(dovecot), GDFLOW_IMAP__PASSWORD="otra-palabra-larga")
    assert "imap.host" in patient.found("Buzón abierto").mend


def test_10_a_mailbox_that_opens_is_no_fault(patient: Patient, dovecot: Dovecot) -> None:
    patient.under(imap(dovecot), GDFLOW_IMAP__PASSWORD="cl4ve-ñandú")
    assert [(each.what, each.found[:5]) for each in patient.wrong()] == [("Claves", "imap.")]


def test_offline_nobody_is_asked(patient: Patient) -> None:
    patient.under('\n[web]\npublic_url = "http://127.0.0.1:1"\n')
    assert all(check.ok for check in examined(patient.home, offline=True))


def test_everything_that_is_looked_at_says_why(patient: Patient) -> None:
    assert [check.what for check in examined(patient.home, offline=False) if check.what not in WHY] == []
