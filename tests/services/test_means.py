"""A sign of life: a file, and a word to whoever listens outside."""

from pathlib import Path

from gdflow.channels.ping import ping
from gdflow.services.means import give_sign
from tests.support.cast import at
from tests.support.https import HttpsServer

NOON = at("2023-07-10", 12)


def test_a_sign_is_left_in_a_file(tmp_path: Path) -> None:
    give_sign(tmp_path / "data", None, NOON)
    assert (tmp_path / "data" / "heartbeat").read_text("utf-8") == f"{NOON.isoformat()}\n"


def test_whoever_listens_is_told(tmp_path: Path) -> None:
    with HttpsServer() as server:
        give_sign(tmp_path, f"http://127.0.0.1:{server.port}/aviso", NOON)
        assert [each.path for each in server.received] == ["/aviso"]
        assert ping(f"http://127.0.0.1:{server.port}/aviso")


def test_nobody_listening_stops_nothing(tmp_path: Path) -> None:
    give_sign(tmp_path, "http://127.0.0.1:1/", NOON)
    with HttpsServer() as server:
        server.answer(500)
        assert not ping(f"http://127.0.0.1:{server.port}/")
