"""What is published: closed periods alone, by their newest closing, without addresses and without names of files."""

import gzip
import json
import re
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import html

from gdflow.app import App
from gdflow.domain.errors import ConflictError, NotFoundError
from gdflow.services.publication import Kept, find
from gdflow.storage import closings, reports
from tests.report.papers import text_of
from tests.services.readings import a_line, reading
from tests.support.closings import closed_on, opened_again, written_on
from tests.support.installation import given, scanned
from tests.support.published import (
    CONTACT,
    FIRST,
    LINKED,
    PLACE,
    PRIVATE,
    PUBLIC,
    SECRET,
    closed_and_written,
    everything,
    page,
    publishing,
    said,
    shown,
)


@pytest.fixture
def public(installed: App) -> App:
    """The second quarter closed and published."""
    return closed_and_written(publishing(installed))


def corrected(app: App) -> None:
    """The period opened again, with other figures in it; not closed."""
    opened_again(app, "2023-07-19", "2023-07-25")
    said(app, 9, "2", "Corregido: sin direcciones.", "2023-07-20")


def again(app: App) -> None:
    """The second closing, written."""
    corrected(app)
    closed_on(app, "2023-07-26")
    written_on(app, "2023-07-26")


def tree(markup: str) -> Any:
    return html.fromstring(markup.encode())


def words(markup: str) -> str:
    """What people read of a page."""
    return " ".join(tree(markup).xpath("string(//body)").split())


def texts_of(name: str, data: bytes) -> str:
    """All that a file says, whatever it is packed in."""
    if name.endswith(".pdf"):
        return text_of(data)
    if not name.endswith((".zip", ".xlsx")):
        return data.decode("utf-8", "replace")
    with ZipFile(BytesIO(data)) as packed:
        return "".join(packed.read(each).decode("utf-8", "replace") for each in packed.namelist())


def test_nothing_is_published_until_the_entity_says_so(installed: App) -> None:
    with pytest.raises(ConflictError, match="not_public"):
        shown(installed)


def test_before_the_first_closing_the_list_says_so(installed: App) -> None:
    app = publishing(installed)
    assert list(everything(app)) == ["", "catalogo.jsonld"]
    assert "Todavía no hay períodos cerrados" in page(app, "")


def test_a_period_is_published_by_its_closing_and_no_other_period_is(public: App) -> None:
    assert [(each.plan, each.period) for each in shown(public).periods] == [("cartagena_2023", "2023-Q2")]
    assert "Trimestre 2 de 2023" in page(public, "")
    assert "2023-Q1" not in "".join(map(str, everything(public)))


def test_only_the_plans_that_were_named_are_published(public: App) -> None:
    own = publishing(public, PUBLIC.replace("enabled = true", 'enabled = true\nplans = ["otro"]'))
    assert shown(own).periods == ()
    named = publishing(own, PUBLIC.replace("enabled = true", 'enabled = true\nplans = ["cartagena_2023"]'))
    assert len(shown(named).periods) == 1


def test_what_a_reopening_changes_is_not_published_until_the_next_closing(public: App) -> None:
    before = everything(public)
    corrected(public)
    assert everything(public) == before
    closed_on(public, "2023-07-26")
    assert everything(public) != before


def test_a_second_closing_is_a_rectification_that_says_what_changed(public: App) -> None:
    again(public)
    told = words(page(public))
    assert "Rectificado el miércoles 26 de julio de 2023." in told
    row = tree(page(public)).xpath("//table[@class='changes']/tbody/tr[td[3] = 'Logrado']")[0]
    assert [each.text_content() for each in row][-2:] == ["1", "2"]
    assert "Rectificado el" in words(page(public, ""))


def test_of_a_corrected_text_only_that_it_changed_is_told(public: App) -> None:
    again(public)
    told = words(page(public)) + words(page(public, f"{PLACE}cierre-2/lineas.html"))
    assert "Se corrigió el texto" in told
    assert "El informe está listo" not in told


def test_a_rectification_that_changes_nothing_says_so(public: App) -> None:
    opened_again(public, "2023-07-19", "2023-07-25")
    closed_on(public, "2023-07-26")
    assert "Ningún dato cambió desde el cierre 1." in words(page(public))


def test_an_earlier_closing_keeps_its_files_and_says_that_it_was_replaced(public: App) -> None:
    before = everything(public)
    again(public)
    after, own = everything(public), f"{PLACE}cierre-1/"
    files = {address for address in before if address.startswith(own) and not address.endswith(("/", "lineas.html"))}
    assert {address: after[address] for address in files} == {address: before[address] for address in files}
    told = words(after[own].decode())
    assert "lo reemplaza el cierre 2" in told
    assert "%" not in told
    assert b'content="noindex"' in after[own]
    assert after[f"{own}lineas.html"] == after[own]


def test_a_period_shows_its_identity_and_how_to_check_it(public: App) -> None:
    told = words(page(public))
    with public.reading() as session:
        facts = closings.closing_by_id(session, 1).facts
    for wanted in (facts.sha256, "martes 18 de julio de 2023", "01/04/2023 a 30/06/2023", CONTACT, "by/4.0"):
        assert wanted in told


def test_every_link_of_every_page_leads_to_a_published_file(public: App) -> None:
    again(public)
    known = everything(public)
    for address in (each for each in known if each == "" or each.endswith(("/", ".html"))):
        shown_page = tree(known[address].decode())
        shown_page.make_links_absolute(f"http://x/{address}")
        leads = {
            str(each).partition("#")[0] for each in shown_page.xpath("//a/@href") if str(each).startswith("http://x/")
        }
        assert {each.removeprefix("http://x/") for each in leads} - known.keys() == set()


def test_no_address_and_no_name_of_a_file_is_published_anywhere(public: App) -> None:
    again(public)
    secrets = (PRIVATE, "privado", SECRET, "secreta", LINKED, "Juana")
    for address, data in everything(public).items():
        told = texts_of(address, data)
        assert [each for each in secrets if each in told] == [], address
        assert set(re.findall(r"[\w.]+@[\w.]+", told)) <= {CONTACT}, address


def test_the_entitys_own_reports_keep_all_that(public: App) -> None:
    with public.reading() as session:
        written = {each.name: each.sha256 for each in reports.reports_of_closing(session, 1)}
    assert SECRET in public.objects.get(written["page"]).decode()
    assert SECRET in text_of(public.objects.get(written["report"]))
    assert SECRET not in public.objects.get(written["public_page"]).decode()


def test_where_nothing_is_left_out_the_public_edition_is_the_same_file(installed: App) -> None:
    app = publishing(installed)
    closed_on(app, "2023-04-20", "2023-Q1")
    written_on(app, "2023-04-20")
    with app.reading() as session:
        found = {each.name: each.sha256 for each in reports.reports_of_closing(session, 1)}
    for name in ("minutes", "report", "workbook", "page"):
        assert found[f"public_{name}"] == found[name]


def test_the_editions_are_written_for_published_plans_alone(installed: App) -> None:
    closed_on(installed, "2023-04-20", "2023-Q1")
    written_on(installed, "2023-04-20")
    app = publishing(installed)
    assert shown(app).periods[0].newest.lacking == (
        "Informe de seguimiento",
        "Informe de seguimiento en una sola página web",
        "Acta de cierre",
        "Consolidado en libro de cálculo",
    )
    assert "Todavía se están escribiendo" in page(app, "cartagena_2023/2023-Q1/")
    assert written_on(app, "2023-04-21").new == 4
    assert shown(app).periods[0].newest.lacking == ()


def test_the_catalogue_names_every_file_of_the_newest_closings(public: App) -> None:
    again(public)
    known = everything(public)
    catalogue = json.loads(known["catalogo.jsonld"])
    [dataset] = catalogue["dcat:dataset"]
    files = {each["dcat:downloadURL"]["@id"]: each for each in dataset["dcat:distribution"]}
    assert len(files) == 6
    for address, told in files.items():
        assert f"/cierre-2/datos/{address.rpartition('/')[2]}" in address
        assert told["spdx:checksum"]["spdx:checksumValue"]["@value"] == sha256(known[address]).hexdigest()
    assert dataset["dcat:landingPage"]["@id"] == PLACE


def test_a_closing_without_written_data_is_in_no_catalogue(public: App) -> None:
    closed_on(public, "2023-07-18", "2023-Q1")
    assert len(json.loads(everything(public)["catalogo.jsonld"])["dcat:dataset"]) == 1


def test_tables_of_data_whose_bytes_are_gone_are_not_offered(public: App) -> None:
    whole = shown(public).periods[0].newest.download("datos-abiertos.zip")
    assert whole
    (public.objects.folder / whole.sha256[:2] / whole.sha256).unlink()
    app = publishing(public)  # whoever has just looked still knows them
    assert [each.path for each in shown(app).periods[0].newest.downloads if "/" in each.path] == []


def test_the_tables_are_those_of_the_archive(public: App) -> None:
    known, own = everything(public), f"{PLACE}cierre-1/"
    with ZipFile(BytesIO(known[f"{own}datos-abiertos.zip"])) as data:
        assert len(data.namelist()) == 8
        for name in data.namelist():
            assert known[f"{own}datos/{name}"] == data.read(name)


@pytest.mark.parametrize(
    "address",
    [
        *("x", "x/", "cartagena_2023", "cartagena_2023/2023-Q3/", "cartagena_2023/2023-Q2", f"{PLACE}cierre-2/"),
        *(f"{PLACE}cierre-1", f"{PLACE}cierre-1/x.pdf", f"{PLACE}cierre-1/datos/", f"{PLACE}cierre-1/../index.html"),
        *("../gdflow.toml", "/", "//", f"{PLACE}x", f"{PLACE}cierre-1/datos/../x"),
    ],
)
def test_where_nothing_is_published_nothing_is_found(public: App, address: str) -> None:
    with pytest.raises(NotFoundError, match="unknown_page"):
        find(shown(public), address, Kept(public.reading, public.objects))


def test_a_plan_of_very_many_lines_has_a_small_first_page_and_all_of_them_on_the_next(empty: App) -> None:
    app = publishing(empty)
    lines = [
        a_line(row, f"Actividad {row} de un plan con muchas palabras distintas: {row * 7919}") for row in range(8, 658)
    ]
    [code] = given(app, reading(*lines))
    scanned(app, "2023-07-04")
    closed_on(app, FIRST)
    first, whole = page(app, f"{code}/2023-Q2/"), page(app, f"{code}/2023-Q2/cierre-1/lineas.html")
    assert len(gzip.compress(first.encode())) <= 20_000
    assert "Ver las 650 líneas" in words(first)
    assert whole.count("Actividad ") >= 650
