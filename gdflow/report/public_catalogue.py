"""The catalogue of all published datasets (DCAT), as data portals harvest it. Addresses are relative to its own."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from gdflow.domain.publication import Publication, PublicPeriod
from gdflow.report.open_catalogue import CONTEXT
from gdflow.report.web_markup import readable

DATASET = Mapping[str, Any]


def write_catalogue(publication: Publication, datasets: Iterable[tuple[PublicPeriod, DATASET]]) -> bytes:
    """The catalogue. datasets: what the open data of each period's newest closing say of themselves."""
    entity = publication.entity
    catalogue = {
        "@context": CONTEXT,
        "@type": "dcat:Catalog",
        "dct:title": {"@value": f"Seguimiento de planes · {readable(entity.name)}", "@language": "es"},
        "dct:description": {"@value": "Períodos cerrados, con las cifras de su último cierre.", "@language": "es"},
        "dct:publisher": {"@type": "foaf:Organization", "foaf:name": readable(entity.name)},
        "dct:language": {"@id": "http://id.loc.gov/vocabulary/iso639-1/es"},
        "dct:license": {"@id": publication.rule.licence},
        "foaf:homepage": {"@id": "./"},
        "dcat:dataset": [_dataset(period, dataset) for period, dataset in datasets],
    }
    return (json.dumps(catalogue, ensure_ascii=False, indent=1) + "\n").encode()


def _dataset(period: PublicPeriod, dataset: DATASET) -> dict[str, Any]:
    """A dataset whose files are named from the catalogue."""
    place = f"{period.folder}{period.newest.folder}datos/"
    files = [_moved(each, place) for each in dataset["dcat:distribution"]]
    own = {name: each for name, each in dataset.items() if name != "@context"}
    return {**own, "@id": f"{place}catalogo.jsonld", "dcat:landingPage": {"@id": period.folder}} | {
        "dcat:distribution": files
    }


def _moved(file: DATASET, place: str) -> dict[str, Any]:
    return {**file, "dcat:downloadURL": {"@id": place + file["dcat:downloadURL"]["@id"]}}
