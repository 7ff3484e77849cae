"""What describes open data to machines: a Frictionless data package and a DCAT dataset."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC
from hashlib import sha256
from typing import Any

from gdflow.domain.closing import Closed
from gdflow.domain.closing_rules import LICENCE
from gdflow.domain.periods import PeriodKind
from gdflow.report.open_fields import Resource
from gdflow.report.web_markup import readable
from gdflow.spanish.periods import period_label

PACKAGE, CATALOGUE, WHOLE = "datapackage.json", "catalogo.jsonld", "datos.json"
CSV, JSON = "text/csv", "application/json"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"
FRICTIONLESS = "https://specs.frictionlessdata.io/data-package/"
FREQUENCIES = "http://publications.europa.eu/resource/authority/frequency/"
FREQUENCY: Mapping[PeriodKind, str] = {
    PeriodKind.MONTH: "MONTHLY",
    PeriodKind.TWO_MONTH: "BIMONTHLY",
    PeriodKind.QUARTER: "QUARTERLY",
    PeriodKind.FOUR_MONTH: "ANNUAL_3",
    PeriodKind.HALF_YEAR: "ANNUAL_2",
    PeriodKind.YEAR: "ANNUAL",
    PeriodKind.CUSTOM: "IRREG",
}
GUARD = (
    "En los CSV, un texto que una hoja de cálculo tomaría por fórmula (empieza por =, +, - o @, también después de un "
    "punto y coma o de un salto de línea) lleva un apóstrofo delante: quítese al leer. En datos.json está sin él."
)
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True, slots=True)
class Published:
    """A file of open data. resource: the table that stands in it, None for the whole as JSON."""

    path: str
    data: bytes
    title: str
    resource: Resource | None = None

    @property
    def sha256(self) -> str:
        """The hash of its bytes."""
        return sha256(self.data).hexdigest()

    @property
    def media_type(self) -> str:
        """What it is."""
        return CSV if self.resource else JSON


def data_package(closed: Closed, published: Iterable[Published]) -> dict[str, Any]:
    """The data package: every file with its schema, its size and its hash."""
    facts, its = closed.facts, closed.snapshot
    return {
        "profile": "data-package",
        "name": _name(closed),
        "title": title_of(closed),
        "description": f"{_description(closed)} {GUARD}",
        "version": str(facts.number),
        "created": _moment(closed),
        "licenses": [_licence(its.licence)],
        "contributors": [{"title": readable(its.entity.name), "role": "publisher"}],
        "keywords": ["seguimiento", "plan", "indicadores", "transparencia"],
        "sources": [{"title": readable(its.report.plan.source)}],
        "closing": {"period": facts.period, "number": facts.number, "sha256": facts.sha256},
        "resources": [_resource(each) for each in published],
    }


def dcat_dataset(closed: Closed, published: Iterable[Published]) -> dict[str, Any]:
    """The dataset as data portals harvest it; its files are named beside it."""
    its = closed.snapshot
    days = {"dcat:startDate": its.period_start, "dcat:endDate": its.period_end}
    span = {name: {"@value": day.isoformat(), "@type": "xsd:date"} for name, day in days.items()}
    moment = {"@value": _moment(closed), "@type": "xsd:dateTime"}
    return {
        "@context": CONTEXT,
        "@type": "dcat:Dataset",
        "dct:identifier": f"{_name(closed)}:{closed.facts.sha256}",
        "dct:title": {"@value": title_of(closed), "@language": "es"},
        "dct:description": {"@value": _description(closed), "@language": "es"},
        "dct:publisher": {"@type": "foaf:Organization", "foaf:name": readable(its.entity.name)},
        "dct:language": {"@id": "http://id.loc.gov/vocabulary/iso639-1/es"},
        "dct:license": {"@id": its.licence},
        "dct:issued": moment,
        "dct:modified": moment,
        "dct:temporal": {"@type": "dct:PeriodOfTime", **span},
        "dct:accrualPeriodicity": {"@id": f"{FREQUENCIES}{FREQUENCY[its.report.plan.period_kind]}"},
        "dcat:version": str(closed.facts.number),
        "dcat:keyword": ["seguimiento", "plan", "indicadores", "transparencia"],
        "dcat:distribution": [_distribution(each, its.licence) for each in published],
    }


def title_of(closed: Closed) -> str:
    """What the data are called."""
    plan = closed.snapshot.report.plan
    return readable(f"{plan.title or plan.code} · {period_label(closed.facts.period)}")


def _description(closed: Closed) -> str:
    facts, its = closed.facts, closed.snapshot
    return (
        f"Seguimiento de {readable(its.entity.name)} al {period_label(facts.period)}, cierre {facts.number}. Las "
        f"cifras son las {its.report.review.label} y no cambian: salen del cierre con huella SHA-256 {facts.sha256}."
    )


def _name(closed: Closed) -> str:
    words = (closed.snapshot.entity.code, closed.facts.plan, closed.facts.period, f"cierre-{closed.facts.number}")
    return re.sub(r"[^a-z0-9._-]", "-", "-".join(words).lower())


def _moment(closed: Closed) -> str:
    return f"{closed.snapshot.closed_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _licence(address: str) -> dict[str, str]:
    known = {"name": "CC-BY-4.0", "title": "Creative Commons Atribución 4.0 Internacional"}
    return {**(known if address == LICENCE else {"title": "Licencia de la entidad"}), "path": address}


def _resource(each: Published) -> dict[str, Any]:
    kind = "csv" if each.resource else "json"
    told = {"name": each.path.removesuffix(f".{kind}"), "path": each.path, "title": each.title, "format": kind}
    size = {"mediatype": each.media_type, "encoding": "utf-8", "bytes": len(each.data), "hash": f"sha256:{each.sha256}"}
    return {**told, **size, **(_tabular(each.resource) if each.resource else {})}


def _tabular(resource: Resource) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [column for field in resource.fields for column in field.schema()],
        "missingValues": [""],
        "primaryKey": list(resource.key),
    }
    if resource.refers:
        field, table, other = resource.refers
        schema["foreignKeys"] = [{"fields": field, "reference": {"resource": table, "fields": other}}]
    dialect = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}
    return {
        "profile": "tabular-data-resource",
        "description": resource.description,
        "dialect": dialect,
        "schema": schema,
    }


def _distribution(each: Published, licence: str) -> dict[str, Any]:
    return {
        "@type": "dcat:Distribution",
        "dct:title": {"@value": each.title, "@language": "es"},
        "dcat:downloadURL": {"@id": each.path},
        "dcat:mediaType": {"@id": f"{MEDIA_TYPES}{each.media_type}"},
        "dcat:byteSize": {"@value": str(len(each.data)), "@type": "xsd:nonNegativeInteger"},
        "dct:license": {"@id": licence},
        "dct:conformsTo": {"@id": FRICTIONLESS},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": SHA256},
            "spdx:checksumValue": {"@value": each.sha256, "@type": "xsd:hexBinary"},
        },
    }
