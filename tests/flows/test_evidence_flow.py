"""The daily look at evidence is a run like any other."""

from datetime import date
from pathlib import Path

import pytest

from gdflow.app import App
from gdflow.services.evidence import add_link
from tests.flows.conftest import PREFECT, run
from tests.support.cast import USO, at
from tests.support.installation import line

pytestmark = [*PREFECT, pytest.mark.usefixtures("prefect_server")]


def test_links_are_asked_and_those_of_the_own_network_are_let_be(home: Path) -> None:
    app = App.open(home, {})
    subject = line(app, 18)
    its = {"dated_on": None, "by": USO, "now": at("2023-07-05")}
    with app.transaction() as session:
        link = "http://localhost/acta.pdf"
        add_link(session, app.rules, subject, "2023-Q2", link=link, **its)  # type: ignore[arg-type]  # named above
    app.engine.dispose()
    told = run("evidence", as_of=date(2023, 7, 6))
    assert told["enlaces de los que no se pudo saber"] == 1
    assert told["enlaces que no responden"] == told["archivos con virus"] == "ninguno"
