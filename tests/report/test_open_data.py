"""A closing's open data, read again by nothing but what describes them."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.domain.closing import Closed
from gdflow.domain.consolidated import ConsolidatedLine
from gdflow.domain.lines import Result
from gdflow.report.open_data import write_open_data, write_open_data_zip
from gdflow.report.open_fields import guarded, published, unguarded
from tests.support.closed import closed

TYPES: Mapping[str, Any] = {
    "string": unguarded,
    "integer": int,
    "number": Decimal,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": date.fromisoformat,
    "datetime": lambda text: datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC),
}
CASES = [closed("2023-Q1"), closed("2023-Q2"), closed("2023-Q2", 2)]
each_closing = pytest.mark.parametrize("its", CASES, ids=["first", "second", "closed again"])


def package(files: Mapping[str, bytes]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files["datapackage.json"])
    return found


def table(files: Mapping[str, bytes], name: str) -> list[dict[str, Any]]:
    """A table's rows, typed by its schema; what the schema does not allow fails."""
    [its] = [each for each in package(files)["resources"] if each["name"] == name]
    fields = its["schema"]["fields"]
    text = files[its["path"]].decode("utf-8-sig")
    titles, *rows = csv.reader(StringIO(text, newline=""), strict=True)
    assert titles == [field["name"] for field in fields]
    return [
        {field["name"]: typed(field, cell) for field, cell in zip(fields, row, strict=True)}  #
        for row in rows
    ]


def typed(field: Mapping[str, Any], cell: str) -> Any:
    rules = field.get("constraints", {})
    if cell == "":
        assert not rules.get("required"), field
        return None
    assert cell in rules.get("enum", [cell]), (field, cell)
    value = TYPES[field["type"]](cell)
    assert "minimum" not in rules or value >= rules["minimum"], (field, cell)
    return value


def ratio(row: Mapping[str, Any], name: str) -> Fraction | None:
    top, bottom = row[f"{name}_numerador"], row[f"{name}_denominador"]
    return None if top is None else Fraction(top, bottom)


def by_line(its: Closed) -> Iterator[tuple[ConsolidatedLine, dict[str, Any]]]:
    rows = {row["linea"]: row for row in table(write_open_data(its), "lineas")}
    assert len(rows) == len(its.snapshot.report.lines)
    return ((line, rows[line.line.uid]) for line in its.snapshot.report.lines)


@each_closing
def test_the_lines_read_by_their_schema_have_the_figures_that_were_closed(its: Closed) -> None:
    for line, row in by_line(its):
        assert (row["meta"], row["equipo"], row["inicio"]) == (line.line.target, line.line.team, line.line.start)
        assert ratio(row, "acumulado") == line.gathered
        assert ratio(row, "avance") == line.progress
        assert ratio(row, "meta_periodo") == line.period_target
        assert ratio(row, "cumplimiento") == line.compliance


@each_closing
def test_every_cell_of_the_report_is_a_row_of_the_results(its: Closed) -> None:
    rows = {(row["linea"], row["periodo"]): row for row in table(write_open_data(its), "resultados")}
    cells = {(line.line.uid, cell.period): cell for line in its.snapshot.report.lines for cell in line.figures}
    assert rows.keys() == cells.keys()
    for place, cell in cells.items():
        row, result = rows[place], cell.result
        assert (row["valor"], row["estado"], row["esperado"]) == (cell.value, cell.state.value, cell.expected)
        assert row["observaciones"] == (result.narrative or None if result else None)


def test_each_result_tells_where_it_is_from() -> None:
    rows = {(row["linea"], row["periodo"]): row for row in table(write_open_data(closed("2023-Q2")), "resultados")}
    printed, reported = rows["uid-02", "2023-Q1"], rows["uid-02", "2023-Q2"]
    assert (printed["fuente"], printed["fuente_lugar"]) == ("import", "cartagena_2023.xlsx, hoja PLAN DE ACCION, L9")
    assert (reported["fuente"], reported["recibo"], reported["anexos"]) == ("form", "R-0002", 1)


@each_closing
def test_the_roll_ups_keep_their_exact_shares_and_name_their_method(its: Closed) -> None:
    rows = {(row["tipo"], row["grupo"]): row for row in table(write_open_data(its), "consolidados")}
    report = its.snapshot.report
    groups = [("plan_lineas", report.by_lines), ("plan_items", report.by_items)]
    groups += [("item", each) for each in report.items] + [("equipo", each) for each in report.teams]
    for kind, group in groups:
        row = rows[kind, group.group]
        assert (ratio(row, "avance"), ratio(row, "avance_sin_tope")) == (group.progress, group.uncapped)
        assert (row["metodo"], row["sobre_100"]) == (group.method.label, group.over)
        assert row["reportaron"] == group.tally.answered


@each_closing
def test_what_is_missing_is_listed(its: Closed) -> None:
    rows = {(row["linea"], row["periodo"]) for row in table(write_open_data(its), "faltantes")}
    assert rows == {(each.line.uid, each.period) for each in its.snapshot.report.missing}


@each_closing
def test_the_closing_is_told_with_its_hash(its: Closed) -> None:
    [row] = table(write_open_data(its), "cierres")
    assert (row["huella"], row["numero"]) == (its.facts.sha256, its.facts.number)
    assert row["huella_anterior"] == its.snapshot.previous_sha256
    assert row["cerrado_en"] == its.snapshot.closed_at


@each_closing
def test_keys_are_unique_and_lead_to_their_lines(its: Closed) -> None:
    files = write_open_data(its)
    tables = {each["name"]: each["schema"] for each in package(files)["resources"] if "schema" in each}
    assert set(tables) == {"lineas", "resultados", "consolidados", "faltantes", "cierres"}
    for name, schema in tables.items():
        keys = [tuple(row[field] for field in schema["primaryKey"]) for row in table(files, name)]
        assert len(set(keys)) == len(keys)
        for foreign in schema.get("foreignKeys", []):
            known = {row[foreign["reference"]["fields"]] for row in table(files, foreign["reference"]["resource"])}
            assert {row[foreign["fields"]] for row in table(files, name)} <= known


def test_every_file_stands_in_the_package_with_its_size_and_hash() -> None:
    files = write_open_data(closed("2023-Q2"))
    listed = {each["path"]: each for each in package(files)["resources"]}
    assert listed.keys() | {"datapackage.json", "catalogo.jsonld"} == files.keys()
    for path, each in listed.items():
        assert (each["bytes"], each["hash"]) == (len(files[path]), f"sha256:{sha256(files[path]).hexdigest()}")


def test_the_package_names_the_licence_of_the_closing() -> None:
    [usual] = package(write_open_data(closed("2023-Q2")))["licenses"]
    [own] = package(write_open_data(closed("2023-Q2", licence="https://www.cartagena.example/licencia")))["licenses"]
    assert (usual["name"], own["path"]) == ("CC-BY-4.0", "https://www.cartagena.example/licencia")
    assert "name" not in own


def test_the_catalogue_is_a_dataset_of_dcat_with_checksums() -> None:
    files = write_open_data(closed("2023-Q2"))
    its = json.loads(files["catalogo.jsonld"])
    assert (its["@type"], its["dct:accrualPeriodicity"]["@id"].rpartition("/")[2]) == ("dcat:Dataset", "QUARTERLY")
    assert its["dct:temporal"]["dcat:endDate"]["@value"] == "2023-06-30"
    sums = {each["dcat:downloadURL"]["@id"]: each["spdx:checksum"] for each in its["dcat:distribution"]}
    assert sums["lineas.csv"]["spdx:checksumValue"]["@value"] == sha256(files["lineas.csv"]).hexdigest()
    prefixes = {name.partition(":")[0] for name in _names(its) if not name.startswith("@")}
    assert prefixes <= its["@context"].keys()


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, each in value.items():
            if name != "@context":
                yield name
                yield from _names(each)
    if isinstance(value, list):
        for each in value:
            yield from _names(each)


def test_json_holds_the_same_rows_with_exact_ratios_as_text() -> None:
    files = write_open_data(closed("2023-Q2"))
    whole = json.loads(files["datos.json"])
    [third] = [row for row in whole["lineas"] if row["linea"] == "uid-03"]
    assert (third["avance"], third["meta"], third["acumulado"]) == ("9/7", "21", "27")
    assert [row["linea"] for row in whole["lineas"]] == [row["linea"] for row in table(files, "lineas")]
    assert len(whole["resultados"]) == 48


def test_csv_is_rfc_4180_with_a_mark_for_excel() -> None:
    data = write_open_data(closed("2023-Q2"))["lineas.csv"]
    assert data.startswith(b"\xef\xbb\xbfplan,linea,fila,")
    assert data.endswith(b"\r\n")


def test_decimals_have_a_point_and_no_exponent() -> None:
    rows = write_open_data(closed("2023-Q2"))["resultados.csv"].decode()
    assert ",0.5," in rows
    assert not re.search(r",-?\d+E", rows)


def test_no_person_is_named() -> None:
    its = closed("2023-Q2", closed_by="Nombre De Persona", in_spite=())
    told = b"".join(write_open_data(its).values()).decode()
    assert "Nombre De Persona" not in told
    assert "Acta de reunión" not in told  # the names that people give to their files


def test_addresses_in_what_a_team_wrote_are_not_published() -> None:
    assert published("Escribir a ana.perez+x@cartagena.example hoy") == "Escribir a [correo] hoy"
    told = b"".join(write_open_data(narrated("Lo tiene ana@cartagena.example")).values()).decode()
    assert "Lo tiene [correo]" in told
    assert "ana@" not in told


@given(st.text(alphabet=st.sampled_from("=+-@';\n\t \"aA1＝,")))
def test_a_guarded_text_begins_no_formula_and_is_found_again(text: str) -> None:
    told = guarded(text)
    assert unguarded(told) == text
    for cell in re.split(r"[;\t\n]", told):
        assert not cell.lstrip(' \u00a0"').startswith(("=", "+", "-", "@", "＝"))


def test_the_zip_holds_the_same_files_dated_by_the_closing() -> None:
    its = closed("2023-Q2")
    pack = ZipFile(BytesIO(write_open_data_zip(its)))
    assert {name: pack.read(name) for name in pack.namelist()} == dict(write_open_data(its))
    assert {entry.date_time for entry in pack.infolist()} == {(2023, 7, 18, 8, 0, 0)}


def narrated(said: str) -> Closed:
    """The second quarter's closing in which the second line's report says so."""
    its = closed("2023-Q2")
    report = its.snapshot.report
    lines = tuple(_said(line, said) if line.line.id == 2 else line for line in report.lines)
    return replace(its, snapshot=replace(its.snapshot, report=replace(report, lines=lines)))


def _said(line: ConsolidatedLine, said: str) -> ConsolidatedLine:
    result: Result | None = line.cell.result
    assert result is not None
    cell = replace(line.cell, result=replace(result, narrative=said))
    return replace(line, cell=cell, figures=tuple(cell if each is line.cell else each for each in line.figures))
