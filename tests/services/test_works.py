"""What each work of the clock does, and the round that does what is owed."""

from pathlib import Path

import pytest

from gdflow.app import App
from gdflow.domain.errors import DeliveryError
from gdflow.domain.works import Work
from gdflow.services import works
from gdflow.services.runs import works_of
from gdflow.services.work_round import do_if_owed, do_what_is_owed
from gdflow.services.works import do
from gdflow.storage.turns import turn
from tests.support.cast import at
from tests.support.dovecot import MAILBOX, Dovecot, dovecot, dovecot_server
from tests.support.installation import SETTINGS, accounting, mails
from tests.support.mailbox import reading_its_mailbox, report
from tests.support.working import Hand, all_noted, at_work, heartbeat, reopened

__all__ = ["dovecot", "dovecot_server"]
MONDAY = "2023-07-10"


def run_of(app: App, work: Work, hand: Hand) -> str | None:
    with app.reading() as session:
        found = next(each for each in works_of(session, app.rules, now=hand.now) if each.work is work)
    return found.run.state.value if found.run else None


def test_a_scan_says_what_it_found_and_leaves_a_sign(installed: App) -> None:
    hand = Hand()
    summary = do(at_work(installed, hand), Work.SCAN, now=hand.now)
    assert (summary["día"], summary["recordatorios nuevos"], summary["equipos sin correo"]) == (MONDAY, 9, "ninguno")
    assert heartbeat(installed).read_text("utf-8").strip() == hand.now.isoformat()
    assert run_of(installed, Work.SCAN, hand) == "done"


def test_a_delivery_sends_and_counts(installed: App) -> None:
    hand = Hand()
    means = at_work(installed, hand)
    do(means, Work.SCAN, now=hand.now)
    summary = do(means, Work.DELIVER, now=hand.now)
    assert summary["Enviado"] == len(mails(installed))
    assert accounting(installed).pending == 0
    assert "correos devueltos" not in summary


def test_a_server_out_of_reach_fails_the_delivery_and_is_noted(installed: App) -> None:
    app, hand = (
        reopened(installed, SETTINGS + 'mode = "smtp"\nhost = "127.0.0.1"\nport = 1\nsecurity = "none"\n'),
        Hand(),
    )
    means = at_work(app, hand)
    do(means, Work.SCAN, now=hand.now)
    with pytest.raises(DeliveryError):
        do(means, Work.DELIVER, now=hand.now)
    assert run_of(app, Work.DELIVER, hand) == "failed"
    assert not means.rules.chats


def test_a_mailbox_out_of_reach_fails_delivery_and_collection(installed: App, monkeypatch: pytest.MonkeyPatch) -> None:
    imap = f'\n[imap]\nhost = "127.0.0.1"\nport = 1\nuser = "{MAILBOX}"\n'
    monkeypatch.setenv("GDFLOW_IMAP__PASSWORD", "una-clave-larga")
    installed.engine.dispose()
    (installed.home / "config" / "gdflow.toml").write_text(SETTINGS + imap, encoding="utf-8")
    app, hand = App.open(installed.home), Hand()
    for work in (Work.DELIVER, Work.COLLECT):
        with pytest.raises(DeliveryError):
            do(at_work(app, hand), work, now=hand.now)
    app.engine.dispose()


def test_a_delivery_says_what_came_back(installed: App, dovecot: Dovecot) -> None:
    app, hand = reading_its_mailbox(installed, dovecot), Hand()
    dovecot.deliver(report("nadie@cartagena.example"))
    summary = do(at_work(app, hand), Work.DELIVER, now=hand.now)
    assert (summary["correos devueltos"], summary["dudas aclaradas en enviados"]) == (0, 0)


def test_a_collection_takes_what_lies_in_the_inbox(installed: App) -> None:
    (installed.home / "inbox").mkdir()
    (installed.home / "inbox" / "nota.txt").write_text("No es un formulario.", encoding="utf-8")
    hand = Hand()
    summary = do(at_work(installed, hand), Work.COLLECT, now=hand.now)
    assert "nota.txt" in str(summary["archivos que no se pudieron tomar"])
    assert summary["formularios recibidos"] == 0


def test_the_turn_of_a_period_closes_and_writes(installed: App) -> None:
    hand = Hand(at("2023-07-21"))
    summary = do(at_work(installed, hand), Work.CLOSE, now=hand.now)
    assert "cartagena_2023 2023-Q1 (cierre 1)" in str(summary["períodos cerrados"])
    assert int(summary["informes escritos"]) > 0
    assert summary["períodos que no se pudieron cerrar"] == "ninguno"


def test_the_consolidated_is_written(installed: App) -> None:
    hand = Hand()
    summary = do(at_work(installed, hand), Work.CONSOLIDATE, now=hand.now)
    assert "Consolidado cartagena_2023 2023-Q2.xlsx" in str(summary["cartagena_2023"])
    assert works.consolidate(at_work(installed, hand), hand.now, "cartagena_2023", "2023-Q1") != summary


def test_evidence_is_looked_after(installed: App) -> None:
    hand = Hand()
    summary = do(at_work(installed, hand), Work.EVIDENCE, now=hand.now)
    assert (summary["enlaces que no responden"], summary["archivos por revisar"]) == ("ninguno", 0)


def test_the_watch_says_what_is_late(installed: App) -> None:
    hand = Hand(at(MONDAY, 12))
    means = at_work(installed, hand)
    assert "Barrido" in str(do(means, Work.WATCH, now=hand.now)["trabajos atrasados"])
    all_noted(installed, hand.now)
    assert do(means, Work.WATCH, now=hand.now) == {"trabajos atrasados": "ninguno"}


def test_a_round_does_what_is_owed_and_a_second_does_nothing(installed: App) -> None:
    means = at_work(installed, Hand())
    done = list(do_what_is_owed(means))
    assert done[0].work is Work.CLOSE
    assert ({each.work for each in done}, {each.trouble for each in done}) == (set(Work), {None})
    assert list(do_what_is_owed(means)) == []


def test_a_work_that_another_process_does_is_left_to_it(installed: App) -> None:
    means = at_work(installed, Hand())
    with turn(installed.data / "turns", "scan"):
        assert do_if_owed(means, Work.SCAN) is None
        assert Work.SCAN not in {each.work for each in do_what_is_owed(means)}
    assert do_if_owed(means, Work.SCAN) is not None
    assert do_if_owed(means, Work.SCAN) is None


def test_trouble_stops_no_other_work(installed: App) -> None:
    app = reopened(installed, SETTINGS + f'\n[folder]\npath = "{Path("no-hay")}"\n')
    done = {each.work: each.trouble for each in do_what_is_owed(at_work(app, Hand()))}
    assert set(done) == set(Work)
    assert done[Work.COLLECT] is not None
    assert done[Work.SCAN] is None
