"""A closing as open data: CSV tables and the whole as JSON, described by a Frictionless package and a DCAT dataset."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from gdflow.domain.closing import Closed
from gdflow.report.open_catalogue import CATALOGUE, PACKAGE, WHOLE, Published, data_package, dcat_dataset, title_of
from gdflow.report.open_fields import Resource, Row, as_csv, as_json
from gdflow.report.open_groups import CLOSINGS, MISSING, ROLLUPS
from gdflow.report.open_lines import LINES, RESULTS
from gdflow.report.zipped import zipped

RESOURCES = (LINES, RESULTS, ROLLUPS, MISSING, CLOSINGS)


def write_open_data(closed: Closed) -> Mapping[str, bytes]:
    """The files by their names. The same closing gives the same bytes."""
    tables = [(resource, tuple(resource.rows(closed))) for resource in RESOURCES]
    files = [Published(table.path, as_csv(table, rows), table.title, table) for table, rows in tables]
    files.append(Published(WHOLE, _whole(closed, tables), f"{title_of(closed)}: todo en JSON"))
    described = {PACKAGE: data_package(closed, files), CATALOGUE: dcat_dataset(closed, files)}
    return {each.path: each.data for each in files} | {name: _json(each) for name, each in described.items()}


def write_open_data_zip(closed: Closed) -> bytes:
    """The same files in one zip."""
    return zipped(write_open_data(closed), closed.snapshot.closed_at)


def _whole(closed: Closed, tables: Sequence[tuple[Resource, Sequence[Row]]]) -> bytes:
    facts = closed.facts
    head = {"titulo": title_of(closed), "periodo": facts.period, "cierre": facts.number, "huella": facts.sha256}
    each = {resource.name: [_object(resource, row) for row in rows] for resource, rows in tables}
    return _json({**head, **each})


def _object(resource: Resource, row: Row) -> dict[str, Any]:
    return {field.name: as_json(row[field.name]) for field in resource.fields}


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
