"""Files made to hurt, sent by the page itself: each is kept or refused in words, and the pages of others go on."""

import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from gdflow.web.application import create_app
from gdflow.web.reading import BackgroundReader
from tests.services.test_hostile_answers import changed
from tests.support.cast import GOBIERNO, USO
from tests.support.hostile import HOSTILE
from tests.support.installation import Said, filled, rows_by_uid
from tests.support.web import Pages, opened

MUTATIONS = 40


@pytest.mark.slow
def test_no_file_breaks_a_page_or_the_reading_behind_it(pages: Pages) -> None:
    # One caller sends them all: the limits of callers have tests of their own.
    ticks = iter(range(0, 10_000_000, 3600))
    reader = BackgroundReader(pages.app, lambda: pages.hours.now)
    site = create_app(pages.app, now=lambda: pages.hours.now, seconds=lambda: next(ticks), read_soon=reader)
    client = TestClient(site, follow_redirects=False)
    good = filled(client.get(f"{pages.path}/formulario").content, {10: Said(9)}, rows_by_uid(pages.app))
    chance = random.Random(4)
    files = [(hostile.name, hostile.build()) for hostile in HOSTILE.values()]
    files += [(f"cambiado {number}.xlsx", changed(good, chance)) for number in range(MUTATIONS)]
    for name, data in files:
        sent = client.post(f"{pages.path}/formulario", files={"libro": (name, data)})
        assert sent.status_code in {303, 413, 422}, name
        assert client.get(pages.path).status_code == 200
        assert client.get("/salud").status_code == 200
    assert client.post(f"{pages.path}/formulario", files={"libro": ("f.xlsx", good)}).status_code == 303
    reader()
    reader.close()
    assert "✔ Recibido: 9. Lleva 16 de 21." in pages.card(10)
    assert GOBIERNO in pages.page()


def children(state: str) -> list[int]:
    """The processes that this one started and that are in a state: "T" is stopped."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            pid, rest = path.parent.name, path.read_text("utf-8").rpartition(") ")[2].split()
        except OSError:
            continue  # it ended meanwhile
        if rest[:2] == [state, str(os.getpid())]:
            found.append(int(pid))
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the state of a process in /proc")
def test_pages_answer_while_a_file_holds_its_reader(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GDFLOW_FAILPOINT", "parse.child:stop")
    reader = BackgroundReader(pages.app, lambda: pages.hours.now)
    client = TestClient(create_app(pages.app, now=lambda: pages.hours.now, read_soon=reader), follow_redirects=False)
    other = opened(pages.app, USO)
    form = filled(client.get(f"{pages.path}/formulario").content, {10: Said(9)}, rows_by_uid(pages.app))
    assert client.post(f"{pages.path}/formulario", files={"libro": ("f.xlsx", form)}).status_code == 303
    deadline = time.monotonic() + 60
    while not (held := children("T")) and time.monotonic() < deadline:
        time.sleep(0.01)
    try:
        for path in (other.path, f"{other.path}/formulario", pages.path, "/salud"):
            assert client.get(path).status_code == 200
        reported = client.post(other.at_line(18), data={"cantidad": "0,3", "que": "Se hizo."})
        assert (reported.status_code, "Recibido: 0,3" in other.card(18)) == (303, True)
        assert len(held) == 1
        assert children("T") == held
    finally:
        for pid in held:
            os.kill(pid, signal.SIGCONT)
        reader.close()
    assert "✔ Recibido: 9." in pages.card(10)
