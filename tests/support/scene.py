"""The second quarter of an installation whose reports are reviewed: some wait, one came back and was sent again."""

from gdflow.app import App
from gdflow.domain.access import Role
from tests.support.cast import at
from tests.support.desk import Desk, signed_in
from tests.support.reviews import reports, returned, reviewing
from tests.support.web import Hours, Pages, opened

DAY, HOUR = "2023-07-12", 10
FILE = ("acta de mayo.pdf", b"%PDF-1.4 hola", "application/pdf")
PERIOD = "/periodos/cartagena_2023/2023-Q2"
NAME = "trimestre 2 de 2023"


def waiting(app: App) -> Pages:
    """Three reports of Gobierno Digital wait, the one of row 16 as its second version; the team's page."""
    reviewing(app)
    pages = opened(app)
    pages.hours.now = at("2023-07-06", 10)
    pages.report(9, "1", "Se publicó el informe.")
    pages.send(9, "/evidencia", files={"archivos": FILE})
    pages.report(10, "20", "Se sensibilizó a todas las áreas.")
    pages.report(16, "1", "Reporte hecho.")
    returned(app, [16], "2023-07-07", "Falta el certificado.")
    pages.hours.now = at("2023-07-10", 10)
    pages.report(16, "1", "Reporte hecho, con certificado.")
    return pages


def reviewer(app: App, role: Role = Role.COORDINATOR, day: str = DAY) -> Desk:
    """Somebody signed in on the day of the scene, or on another."""
    return signed_in(app, role, Hours(at(day, HOUR)))


def number(app: App, row: int) -> int:
    """By which number a row's report is answered."""
    return reports(app)[row].result_id


def state(app: App, row: int) -> str:
    """Where a row's report stands."""
    return reports(app)[row].state.value
