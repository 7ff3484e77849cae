"""From an empty folder to the informe in hand, through the doors alone: commands, pages and mails, as people do."""

import os
import re
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from gdflow import clock
from tests.acceptance.doors import Gallery, Machine, Quarter, book_of, fresh_machine, last_quarter, link_in
from tests.report.papers import text_of as papers_text
from tests.support.browser import DESKTOP, PHONE, browser, looking, picture
from tests.support.cast import BOGOTA, COORDINATOR_MAIL, GOBIERNO_MAIL
from tests.support.installation import text_of
from tests.support.ports import free_ports
from tests.support.processes import wait_for
from tests.support.smtp import SmtpServer

__all__ = ["browser"]
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]
PASSWORD = "una frase que nadie adivina"
SHARE = re.compile(r"^\d+,\d\s%$")


@pytest.fixture
def smtp() -> Iterator[SmtpServer]:
    with SmtpServer() as server:
        yield server


@pytest.fixture
def quarter() -> Quarter:
    return last_quarter(clock.now().astimezone(BOGOTA).date())


@pytest.fixture
def gallery(tmp_path: Path) -> Gallery:
    folder = Path(os.environ.get("GDFLOW_PICTURES") or tmp_path / "imagenes")
    folder.mkdir(exist_ok=True)
    return Gallery(folder)


def test_a_quarter_is_lived_from_an_empty_folder_to_its_informe(
    browser: Browser, tmp_path: Path, smtp: SmtpServer, quarter: Quarter, gallery: Gallery
) -> None:
    live(browser, tmp_path, smtp, quarter, gallery, "--without-prefect")


# Prefect takes long to start on a busy machine: with it the same is lived on request.
if os.environ.get("GDFLOW_KILLS") == "all":

    @pytest.mark.prefect
    @pytest.mark.xdist_group("prefect")
    def test_with_prefect_the_same_quarter_is_lived(
        browser: Browser, tmp_path: Path, smtp: SmtpServer, quarter: Quarter, gallery: Gallery
    ) -> None:
        live(browser, tmp_path, smtp, quarter, gallery)


def live(browser: Browser, folder: Path, smtp: SmtpServer, quarter: Quarter, gallery: Gallery, *options: str) -> None:
    port, prefect = free_ports(2)
    machine = fresh_machine(folder, smtp.port, port)
    told = machine.run("init", "--email", COORDINATOR_MAIL, "--name", "Ana Coordina")
    machine.configure(quarter, prefect)
    way = link_in(told).partition("/entrar")[2]
    with machine.serving(*options), looking(browser, size=DESKTOP) as desk:
        sign_in(desk, machine, f"/entrar{way}", gallery)
        load_the_plan(desk, book_of(quarter, folder / "Plan de acción.xlsx"), quarter, gallery)
        remind(desk, gallery)
        link = link_of(smtp, GOBIERNO_MAIL)
        with looking(browser, size=PHONE) as phone:
            answer(phone, link, folder, gallery)
            review(desk, gallery)
            correct(phone, link, gallery)
        close(desk, quarter, gallery)
        check(*take_home(desk, quarter, gallery), quarter)


def sign_in(page: Page, machine: Machine, path: str, gallery: Gallery) -> None:
    page.goto(machine.site + path)
    gallery.look(page, "elegir-contraseña")
    page.get_by_label("Contraseña nueva").fill(PASSWORD)
    page.get_by_label("La misma otra vez").fill(PASSWORD)
    page.get_by_role("button", name="Guardar la contraseña").click()
    gallery.look(page, "después-de-elegirla")
    page.goto(machine.site)
    gallery.look(page, "entrar")
    page.get_by_label("Correo").fill(COORDINATOR_MAIL)
    page.get_by_label("Contraseña").fill(PASSWORD)
    page.get_by_role("button", name="Entrar").click()
    gallery.look(page, "tablero-vacío")


def load_the_plan(page: Page, book: Path, quarter: Quarter, gallery: Gallery) -> None:
    page.get_by_role("link", name="Cargar un plan").first.click()
    gallery.look(page, "cargar")
    page.get_by_label("Archivo del plan").set_input_files(book)
    page.get_by_label("Fecha de corte").fill(quarter.cut_off.isoformat())
    page.get_by_role("button", name="Leer y revisar").click()
    gallery.look(page, "lectura")
    page.get_by_role("button", name="Responde el primer equipo nombrado").click()
    gallery.look(page, "lectura-decidida")
    page.get_by_role("button", name="Cargar el plan").click()
    gallery.look(page, "cargado")
    page.get_by_label("Los reportes de este plan").select_option(label="Las revisa la coordinación")
    page.get_by_role("button", name="Guardar").click()
    page.get_by_role("link", name="Ir al tablero").click()
    expect(page.get_by_role("heading", name=quarter.name, level=1)).to_be_visible()
    gallery.look(page, "tablero-abierto")


def remind(page: Page, gallery: Gallery) -> None:
    page.get_by_role("link", name="Recordar a").click()
    gallery.look(page, "recordar")
    page.get_by_role("button", name="Enviar").click()
    expect(page.get_by_role("link", name="Volver al tablero")).to_be_visible()  # of the page that was loaded again
    expect(page.get_by_text("✔ Terminado")).to_be_visible()
    gallery.look(page, "recordado")


def link_of(smtp: SmtpServer, address: str) -> str:
    """The link in the newest mail to somebody."""
    wait_for(lambda: any(address in each.recipients for each in smtp.received), 60, f"a mail to {address}")
    [*_, newest] = [each for each in smtp.received if address in each.recipients]
    return link_in(text_of(message_from_bytes(newest.data, policy=policy.default)))


def answer(page: Page, link: str, folder: Path, gallery: Gallery) -> None:
    page.goto(link)
    gallery.look(page, "equipo")
    first = page.locator("article").first
    first.get_by_label("¿Cuánto lograron").fill("un informe")
    first.get_by_label("¿Qué se hizo?").fill("Se hizo el informe del trimestre y se publicó.")
    first.get_by_label("Fotos o archivos").set_input_files(picture(folder / "acta.jpg"))
    expect(first.get_by_role("link", name="acta.jpg")).to_be_visible()
    first.get_by_role("button", name="Enviar esta actividad").click()
    expect(page.get_by_role("alert")).to_contain_text("Falta corregir")
    gallery.look(page, "equipo-por-corregir")
    first.get_by_label("¿Cuánto lograron").fill("1")
    first.get_by_role("button", name="Enviar esta actividad").click()
    expect(first.get_by_text("✔ Recibido: 1").first).to_be_visible()
    gallery.look(page, "equipo-recibido")
    page.get_by_role("link", name="Siguiente:").click()
    second = page.locator("article:has(> details[open])")
    second.locator("summary", has_text="No hubo avance").click()
    second.get_by_label("¿Por qué no hubo avance").fill("El contrato se firmó al final del trimestre.")
    second.get_by_role("button", name="Enviar sin avance").click()
    expect(second.get_by_text("sin avance").first).to_be_visible()
    gallery.look(page, "equipo-sin-avance")


def review(page: Page, gallery: Gallery) -> None:
    page.get_by_role("link", name="Tablero", exact=True).click()
    gallery.look(page, "tablero-con-reportes")
    page.get_by_role("link", name=re.compile("^Revisar .*hoja de ruta")).click()
    gallery.look(page, "revisión")
    page.get_by_role("button", name="✔ Aceptar", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("✔ Aceptado")
    gallery.look(page, "revisión-aceptado")
    page.get_by_text("◆ Devolver con nota").click()
    page.get_by_label("Algo más que deban saber").fill("Diga cuándo se firmó.")
    gallery.look(page, "revisión-devolver")
    page.get_by_role("button", name="Devolver al equipo").click()
    expect(page.get_by_role("status")).to_contain_text("◆ Devuelto")
    gallery.look(page, "revisión-devuelto")


def correct(page: Page, link: str, gallery: Gallery) -> None:
    page.goto(link)
    gallery.look(page, "equipo-devuelta")
    returned = page.locator("article:has(> details[open])")
    returned.locator("summary", has_text="No hubo avance").click()
    returned.get_by_label("¿Por qué no hubo avance").fill("El contrato se firmó el último día del trimestre.")
    returned.get_by_role("button", name="Enviar sin avance").click()
    expect(returned.get_by_text("sin avance").first).to_be_visible()


def close(page: Page, quarter: Quarter, gallery: Gallery) -> None:
    page.get_by_role("link", name="Revisión", exact=True).click()
    page.get_by_role("button", name="✔ Aceptar", exact=True).click()
    expect(page.get_by_role("heading", name="No hay nada por revisar")).to_be_visible()
    gallery.look(page, "revisión-vacía")
    page.get_by_role("link", name="Tablero", exact=True).click()
    page.get_by_role("link", name="Preparar cierre").click()
    gallery.look(page, "antes-de-cerrar")
    page.get_by_label("Para cerrar, escriba").fill("otro")
    page.get_by_role("button", name="Cerrar el período").click()
    expect(page.get_by_role("alert")).to_be_visible()
    gallery.look(page, "cierre-por-corregir")
    for field in page.get_by_label("Por qué se cierra así").all():
        field.fill("El comité es mañana.")
    page.get_by_label("Para cerrar, escriba").fill(quarter.name)
    page.get_by_role("button", name="Cerrar el período").click()
    expect(page.get_by_role("status")).to_contain_text("El período quedó cerrado")
    gallery.look(page, "cerrado")
    page.get_by_role("link", name="Ver cómo van").click()
    expect(page.get_by_role("link", name="Ver el cierre y sus informes")).to_be_visible()  # as above
    expect(page.get_by_text("✔ Terminado")).to_be_visible()
    gallery.look(page, "informes-escritos")


def take_home(page: Page, quarter: Quarter, gallery: Gallery) -> tuple[str, bytes, bytes]:
    """The advance as the page of the closing shows it, the informe and the consolidated workbook."""
    page.get_by_role("link", name="Ver el cierre y sus informes").click()
    shown = page.get_by_text(SHARE).first.inner_text()
    page.get_by_role("link", name="Informes", exact=True).click()
    gallery.look(page, "informes")
    informe = downloaded(page, lambda: page.get_by_role("link", name="Informe de seguimiento (.pdf)").click())
    page.get_by_role("link", name="Tablero", exact=True).click()
    gallery.look(page, "tablero-después")
    page.goto(page.url.partition("?")[0] + f"?periodo={quarter.key}")
    gallery.look(page, "tablero-cerrado")
    page.get_by_text("Consolidar y descargar").click()
    book = downloaded(page, lambda: page.get_by_role("button", name="Consolidado (.xlsx)").click())
    return shown, informe, book


def check(shown: str, informe: bytes, book: bytes, quarter: Quarter) -> None:
    """What the team said and the coordinator accepted stands in both, and all three tell the same advance."""
    said = papers_text(informe)
    assert shown.replace("\u00a0", " ") in said
    assert "Se hizo el informe del trimestre y se publicó." in said
    sheets = {sheet.title: [list(row) for row in sheet.values] for sheet in load_workbook(BytesIO(book)).worksheets}
    (advance,) = [row[2] for row in sheets["Resumen"] if row[1] == "Promedio de líneas"]
    assert f"{float(str(advance)):.1%}".replace(".", ",").replace("%", " %") == shown.replace("\u00a0", " ")
    (head,) = [row for row in sheets["Consolidado"] if "ACTIVIDAD" in row]
    column = head.index(f"Resultado T{quarter.number} {quarter.year}")
    figures = {str(row[3]): row[column] for row in sheets["Consolidado"] if row[3]}
    (reported,) = [value for text, value in figures.items() if text.startswith("2. Hacer seguimiento a la hoja")]
    (without,) = [value for text, value in figures.items() if text.startswith("3. Sensibilizar")]
    assert (reported, without) == (1, 0)
    missing = [row[column] for row in sheets["Consolidado"]].count("sin reporte")
    assert missing == len(sheets["Faltantes"]) - 3 > 0


def downloaded(page: Page, click: Callable[[], None]) -> bytes:
    with page.expect_download() as download:
        click()
    return Path(download.value.path()).read_bytes()
