"""Files made to hurt, sent by the page itself: each is kept or refused in words, and the pages of others go on."""

import random

import pytest
from starlette.testclient import TestClient

from gdflow.web.application import create_app
from gdflow.web.reading import BackgroundReader
from tests.services.test_hostile_answers import changed
from tests.support.cast import GOBIERNO
from tests.support.hostile import HOSTILE
from tests.support.installation import Said, filled, rows_by_uid
from tests.support.web import Pages

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
