"""The flows do what the services do, and each run says how it ended."""

import socket
from datetime import UTC, date, datetime
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from gdflow.app import App
from gdflow.domain.periods import parse_period
from gdflow.services.decide import Why
from gdflow.services.demo.answers import fill_in, newest_form
from gdflow.services.find import find_plan
from gdflow.services.forms import XLSX
from gdflow.services.reopen import reopen
from tests.flows.conftest import PREFECT, run
from tests.support.dovecot import HOST, MAILBOX, PASSWORD, Dovecot, dovecot, dovecot_server
from tests.support.letters import letter

__all__ = ["dovecot", "dovecot_server"]
pytestmark = [*PREFECT, pytest.mark.usefixtures("prefect_server")]

REMINDED = date(2023, 7, 10)  # the last business day for the second quarter's results
LATER = date(2023, 7, 11)


def test_a_scan_writes_each_reminder_once(home: Path) -> None:
    first, second = (run("scan", as_of=REMINDED) for _ in range(2))
    assert first["recordatorios nuevos"] == second["recordatorios ya escritos"] != 0
    assert second["recordatorios nuevos"] == 0


def test_a_scan_on_a_holiday_says_why_it_writes_nothing(home: Path) -> None:
    summary = run("scan", as_of=date(2023, 4, 7))
    assert (summary["día no hábil"], summary["recordatorios nuevos"]) == ("Viernes Santo", 0)


def test_a_quarter_goes_through_the_flows(home: Path) -> None:
    run("scan", as_of=REMINDED)
    sent = run("deliver", as_of=REMINDED)["Enviado"]
    assert sent == len(list((home / "outbox").glob("*.eml"))) != 0
    name, form = newest_form(home / "outbox", recipient(home))
    (home / "inbox").mkdir()
    (home / "inbox" / name).write_bytes(fill_in(form))
    taken = run("collect", as_of=LATER)
    assert (taken["formularios recibidos"], taken["archivos que no se pudieron tomar"]) == (1, "ninguno")
    assert int(taken["respuestas nuevas"]) > 0
    assert [file.name.endswith(name) for file in (home / "inbox" / "received").iterdir()] == [True]
    written = run("consolidate", as_of=LATER, period="2023-Q2")
    assert len(list((home / "reports").glob("*2023-Q2.xlsx"))) == 2
    assert all("2023-Q2" in str(files) for files in written.values())


def test_a_file_that_can_not_be_taken_stays_and_is_told(home: Path) -> None:
    (home / "inbox").mkdir()
    (home / "inbox" / "nota.xlsx").write_bytes(b"no es un libro")
    (home / "inbox" / "~$abierto.xlsx").write_bytes(b"")
    summary = run("collect", as_of=LATER)
    assert str(summary["archivos que no se pudieron tomar"]).startswith("nota.xlsx: ")
    assert (home / "inbox" / "nota.xlsx").exists()


def test_a_shared_folder_is_looked_into_twice_and_left_as_it_is(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "compartida"
    shared.mkdir()
    (shared / "nota.xlsx").write_bytes(b"no es un libro")
    monkeypatch.setenv("GDFLOW_FOLDER__PATH", str(shared))
    first, second = run("collect", as_of=REMINDED), run("collect", as_of=LATER)
    assert first["archivos que aún cambian en la carpeta"] == "nota.xlsx"
    assert "por dentro es texto" in str(second["archivos que no se pudieron tomar"])
    assert (shared / "nota.xlsx").read_bytes() == b"no es un libro"


def test_the_turn_of_a_quarter_opens_the_next_and_closes_what_is_due(home: Path) -> None:
    summary = run("close", as_of=date(2023, 7, 1))
    assert "2023-Q3" in str(summary["períodos abiertos"])
    assert summary["períodos cerrados"] == "cartagena_2023 2023-Q1 (cierre 1)"
    folder = home / "reports" / "cartagena_2023" / "2023-Q1" / "cierre-1"
    assert summary["informes escritos"] == len(list(folder.iterdir())) - 1  # the manifest is no report
    assert summary["informes que no se pudieron escribir"] == "ninguno"


def test_a_second_turn_of_the_same_day_writes_nothing(home: Path) -> None:
    run("close", as_of=date(2023, 7, 1))
    again = run("close", as_of=date(2023, 7, 1))
    assert (again["períodos abiertos"], again["períodos cerrados"], again["informes escritos"]) == (
        *("ninguno", "ninguno"),
        0,
    )


def test_what_may_not_be_closed_is_said_and_keeps_nothing_else(home: Path) -> None:
    with (home / "config" / "gdflow.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n[closing]\nin_spite_of = []\n")
    summary = run("close", as_of=date(2023, 7, 20))
    assert summary["períodos cerrados"] == "cartagena_2023 2023-Q1 (cierre 1)"
    assert "resultados sin reportar" in str(summary["períodos que no se pudieron cerrar"])


def test_what_was_opened_again_is_closed_again_after_its_day(home: Path) -> None:
    run("close", as_of=date(2023, 7, 1))
    app = App.open(home, {})
    with app.transaction() as session:
        plan, given = find_plan(session, app.rules.entity_id, None), Why("Coordinación", "Falta un acta")
        period = parse_period("2023-Q1")
        reopen(
            session, app.rules, plan, period, None, date(2023, 7, 5), given, now=datetime(2023, 7, 3, 13, tzinfo=UTC)
        )
    app.engine.dispose()
    assert run("close", as_of=date(2023, 7, 5))["períodos cerrados"] == "ninguno"
    assert run("close", as_of=date(2023, 7, 6))["períodos cerrados"] == "cartagena_2023 2023-Q1 (cierre 2)"
    assert (home / "reports" / "cartagena_2023" / "2023-Q1" / "cierre-2" / "MANIFIESTO.txt").exists()


def test_what_stops_a_run_is_said_in_spanish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from flows.edge import FlowRefusedError

    monkeypatch.setenv("GDFLOW_HOME", str(tmp_path))
    with pytest.raises(FlowRefusedError, match="No hay una instalación de gdflow"):
        run("scan", as_of=REMINDED)


def test_a_mail_server_out_of_reach_fails_the_run_and_loses_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.edge import FlowRefusedError

    queued = run("scan", as_of=REMINDED)["correos en cola"]
    with monkeypatch.context() as broken, socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # taken, but nobody listens
        broken.setenv("GDFLOW_MAIL__MODE", "smtp")
        broken.setenv("GDFLOW_MAIL__HOST", "127.0.0.1")
        broken.setenv("GDFLOW_MAIL__PORT", str(nobody.getsockname()[1]))
        with pytest.raises(FlowRefusedError, match="No hay conexión con el servidor de correo"):
            run("deliver", as_of=REMINDED)
    assert run("deliver", as_of=LATER)["Enviado"] == queued != 0


def test_a_mailbox_out_of_reach_fails_the_run_once_everything_is_sent(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.edge import FlowRefusedError

    queued = run("scan", as_of=REMINDED)["correos en cola"]
    with monkeypatch.context() as broken, socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        for name, value in (("HOST", "127.0.0.1"), ("PORT", nobody.getsockname()[1]), ("PASSWORD", "x"), ("USER", "y")):
            broken.setenv(f"GDFLOW_IMAP__{name}", str(value))
        with pytest.raises(FlowRefusedError, match="No hay conexión con el buzón de correo"):
            run("deliver", as_of=REMINDED)
    assert len(list((home / "outbox").glob("*.eml"))) == queued != 0


def test_a_mailbox_that_is_read_is_in_the_summary(
    home: Path, monkeypatch: pytest.MonkeyPatch, dovecot: Dovecot
) -> None:
    run("scan", as_of=REMINDED)
    settings = {"HOST": HOST, "PORT": dovecot.port, "PASSWORD": PASSWORD, "USER": MAILBOX}
    for name, value in settings.items():
        monkeypatch.setenv(f"GDFLOW_IMAP__{name}", str(value))
    monkeypatch.setenv("GDFLOW_MAIL__CA_FILE", str(dovecot.ca_file))
    summary = run("deliver", as_of=REMINDED)
    assert (summary["correos devueltos"], summary["dudas aclaradas en enviados"]) == (0, 0)


def test_collecting_takes_what_came_by_mail_and_reads_it(
    home: Path, monkeypatch: pytest.MonkeyPatch, dovecot: Dovecot
) -> None:
    run("scan", as_of=REMINDED)
    run("deliver", as_of=REMINDED)
    address = recipient(home)
    name, form = newest_form(home / "outbox", address)
    dovecot.deliver(letter((name, fill_in(form)), sender=address), sender=address)
    settings = {"HOST": HOST, "PORT": dovecot.port, "PASSWORD": PASSWORD, "USER": MAILBOX}
    for setting, value in settings.items():
        monkeypatch.setenv(f"GDFLOW_IMAP__{setting}", str(value))
    monkeypatch.setenv("GDFLOW_MAIL__CA_FILE", str(dovecot.ca_file))
    monkeypatch.setenv("GDFLOW_MAIL__REPLIES", MAILBOX)
    first, again = (run("collect", as_of=LATER) for _ in range(2))
    assert (first["correos recibidos"], first["formularios recibidos"], again["correos recibidos"]) == (1, 1, 0)
    assert int(first["respuestas nuevas"]) > 0


def test_a_day_asked_for_begins_at_eight_on_the_entitys_clocks() -> None:
    from flows.edge import moment

    assert moment(date(2023, 7, 10), "America/Bogota") == datetime(2023, 7, 10, 13, tzinfo=UTC)


def test_a_summary_is_a_table() -> None:
    from flows.edge import as_markdown

    assert as_markdown({"vencidas": 2, "día": "2023-07-10"}).splitlines()[2:] == [
        "| vencidas | 2 |",
        "| día | 2023-07-10 |",
    ]


def recipient(home: Path) -> str:
    """Whoever got the first mail with a form."""
    mails = (
        message_from_bytes(path.read_bytes(), policy=policy.default) for path in sorted((home / "outbox").glob("*.eml"))
    )
    return next(
        str(mail["To"]) for mail in mails if any(part.get_content_type() == XLSX for part in mail.iter_attachments())
    )
