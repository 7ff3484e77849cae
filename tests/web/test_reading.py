"""What the pages keep is read soon, beside them."""

import pytest
from starlette.testclient import TestClient

from gdflow.app import App
from gdflow.domain.errors import ConfigError
from gdflow.web.application import create_app
from gdflow.web.reading import BackgroundReader
from tests.support.installation import Said, filled, rows_by_uid
from tests.support.web import Pages


def test_a_workbook_is_read_without_anybody_waiting_for_it(pages: Pages) -> None:
    reader = BackgroundReader(pages.app, lambda: pages.hours.now)
    client = TestClient(create_app(pages.app, now=lambda: pages.hours.now, read_soon=reader), follow_redirects=False)
    form = client.get(f"{pages.path}/formulario").content
    answers = filled(form, {10: Said(9)}, rows_by_uid(pages.app))
    assert client.post(f"{pages.path}/formulario", files={"libro": ("f.xlsx", answers)}).status_code == 303
    reader.close()
    assert "✔ Recibido: 9. Lleva 16 de 21." in pages.card(10)


def test_a_reading_that_fails_stops_nothing(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = BackgroundReader(pages.app, lambda: pages.hours.now)
    pages.client.post(f"{pages.path}/formulario", files={"libro": ("f.xlsx", b"x")})
    with monkeypatch.context() as broken:
        broken.setattr(App, "transaction", fails)
        reader()
        reader.close()
    assert "Se leerá en unos minutos" in pages.page()


def fails(_app: object) -> None:
    raise ConfigError("database_unusable", place="x", text="x")
