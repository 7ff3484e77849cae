"""What is published of an entity, and each file of it at its address: the same for gdflow's own pages and an export.

Only closings are read. The newest one of a period is shown until there is a next: what a reopening changes meanwhile is
not published by anything here.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

from gdflow.domain.closing import Closed, ClosingFacts
from gdflow.domain.errors import ConflictError, NotFoundError
from gdflow.domain.periods import parse_period
from gdflow.domain.publication import Download, Publication, PublicClosing, PublicPeriod
from gdflow.domain.rules import Rules
from gdflow.report.closing_set import CLOSING_SET
from gdflow.report.open_catalogue import CATALOGUE as DATASET
from gdflow.report.public_catalogue import write_catalogue
from gdflow.report.public_pages import CATALOGUE, LINES, write_front, write_lines, write_period, write_replaced
from gdflow.report.public_set import DATA_FOLDER, HANDED, OPEN_DATA, PUBLIC_SET, WHOLE_DATA, Handed, public_edition
from gdflow.storage import closings, plans, reports
from gdflow.storage.engine import Session, Transaction
from gdflow.storage.objects import ObjectStore
from gdflow.storage.reports import WrittenReport

HTML, JSON_LD = "text/html; charset=utf-8", "application/ld+json"
KINDS = {"csv": "text/csv; charset=utf-8", "json": "application/json", "jsonld": JSON_LD}
REPORTS = {each.name: each for each in (*CLOSING_SET, *PUBLIC_SET)}
TITLES = {
    "lineas.csv": "Líneas del plan",
    "resultados.csv": "Resultados por línea y período",
    "consolidados.csv": "Consolidados por grupo",
    "faltantes.csv": "Resultados que faltan",
    "cierres.csv": "El cierre",
    "datos.json": "Todo en JSON",
    "datapackage.json": "Descripción de las tablas (Frictionless)",
    "catalogo.jsonld": "Descripción del conjunto (DCAT)",
}


@dataclass(frozen=True, slots=True)
class PublicFile:
    """A file at its address. name: for whoever saves it, None for a page. sha256: of its bytes, where it is known."""

    media_type: str
    data: Callable[[], bytes]
    name: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """Where what is published rests."""

    reading: Transaction
    objects: ObjectStore


def publication_of(session: Session, rules: Rules, objects: ObjectStore) -> Publication:
    """What the entity publishes. Raises ConflictError("not_public") while it publishes nothing."""
    rule = rules.closing.public
    if not rule.enabled:
        raise ConflictError("not_public")
    shown = {plan.id: plan for plan in plans.plans_of(session, rules.entity_id) if rule.covers(plan.code)}
    written = reports.reports_of_entity(session, rules.entity_id)
    found: dict[tuple[int, str], list[PublicClosing]] = {}
    for facts in reversed(closings.closings_of_entity(session, rules.entity_id)):
        if facts.plan_id in shown:
            closing = _closing(facts, written.get(facts.id, ()), objects)
            found.setdefault((facts.plan_id, facts.period), []).append(closing)
    places = sorted(found, key=lambda place: parse_period(place[1]).end, reverse=True)
    return Publication(
        rules.closing.entity,
        rule,
        tuple(
            PublicPeriod(plan.code, plan.title or plan.code, key, tuple(found[plan_id, key]))
            for plan in shown.values()
            for plan_id, key in places
            if plan_id == plan.id
        ),
    )


def addresses(publication: Publication) -> Iterator[str]:
    """The address of every file, below all that is published; one that ends with "/" is a page."""
    yield from ("", CATALOGUE)
    yield from (f"{plan}/" for plan, _ in publication.plans)
    for period in publication.periods:
        yield period.folder
        for closing in period.closings:
            yield from (f"{period.folder}{closing.folder}", f"{period.folder}{closing.folder}{LINES}")
            yield from (f"{period.folder}{closing.folder}{each.path}" for each in closing.downloads)


def find(publication: Publication, address: str, kept: Kept) -> PublicFile:
    """The file at an address. Raises NotFoundError("unknown_page")."""
    match address.split("/"):
        case [""]:
            return _page(partial(write_front, publication))
        case [name] if name == CATALOGUE:
            return PublicFile(JSON_LD, partial(_catalogue, publication, kept))
        case [plan, ""] if publication.of_plan(plan):
            return _page(partial(write_front, publication, plan))
        case [plan, key, *rest] if rest and (period := publication.period(plan, key)) is not None:
            return _of_period(publication, period, "/".join(rest), kept)
    raise NotFoundError("unknown_page")


def _closing(facts: ClosingFacts, written: Iterable[WrittenReport], objects: ObjectStore) -> PublicClosing:
    by_name = {each.name: each for each in written}
    offered = [(handed, by_name.get(handed.report)) for handed in HANDED]
    files = [_download(handed, facts, each) for handed, each in offered if each is not None]
    tables = _tables(objects, by_name[OPEN_DATA].sha256) if OPEN_DATA in by_name else ()
    lacking = tuple(handed.title for handed, each in offered if each is None)
    return PublicClosing(facts, (*files, *tables), lacking)


def _download(handed: Handed, facts: ClosingFacts, each: WrittenReport) -> Download:
    name = REPORTS[handed.report].file_name(facts, each.media_type)
    return Download(handed.path, handed.title, each.media_type, each.size, each.sha256, name)


# what rests under a hash never changes
@lru_cache(maxsize=1024)
def _tables(objects: ObjectStore, digest: str) -> tuple[Download, ...]:
    """The files within the open data of a closing; none where somebody removed its bytes."""
    try:
        with ZipFile(BytesIO(objects.get(digest))) as data:
            return tuple(_table(each.filename, data.read(each)) for each in data.infolist())
    except NotFoundError:
        return ()


def _table(name: str, data: bytes) -> Download:
    kind = KINDS.get(name.rpartition(".")[2], "application/octet-stream")
    return Download(DATA_FOLDER + name, TITLES.get(name, name), kind, len(data), sha256(data).hexdigest(), name)


def _of_period(publication: Publication, period: PublicPeriod, rest: str, kept: Kept) -> PublicFile:
    if rest == "":
        return _page(partial(_period, publication, period, kept, within=False))
    folder, _, path = rest.partition("/")
    closing = period.closing(f"{folder}/")
    if closing is None or "/" not in rest:
        raise NotFoundError("unknown_page")
    if path not in ("", LINES):
        return _handed(closing, path, kept.objects)
    if closing is not period.newest:
        return _page(partial(write_replaced, publication, period, closing))
    if path == LINES:
        return _page(partial(_lines, publication, period, kept))
    return _page(partial(_period, publication, period, kept, within=True))


def _handed(closing: PublicClosing, path: str, objects: ObjectStore) -> PublicFile:
    found = closing.download(path)
    if found is None:
        raise NotFoundError("unknown_page")
    read = partial(objects.get, found.sha256)
    if path.startswith(DATA_FOLDER):
        whole = next(each for each in closing.downloads if each.path == WHOLE_DATA)
        read = partial(_member, objects, whole.sha256, path.removeprefix(DATA_FOLDER))
    return PublicFile(found.media_type, read, found.name, found.sha256)


def _member(objects: ObjectStore, digest: str, name: str) -> bytes:
    with ZipFile(BytesIO(objects.get(digest))) as data:
        return data.read(name)


def _page(write: Callable[[], bytes]) -> PublicFile:
    return PublicFile(HTML, write)


def _closed(period: PublicPeriod, kept: Kept) -> Closed:
    with kept.reading() as session:
        return public_edition(closings.closing_by_id(session, period.newest.facts.id))


def _period(publication: Publication, period: PublicPeriod, kept: Kept, *, within: bool) -> bytes:
    return write_period(publication, period, _closed(period, kept), within=within)


def _lines(publication: Publication, period: PublicPeriod, kept: Kept) -> bytes:
    return write_lines(publication, period, _closed(period, kept))


def _catalogue(publication: Publication, kept: Kept) -> bytes:
    """The catalogue of what has its open data written."""
    found = [(each, each.newest.download(DATA_FOLDER + DATASET)) for each in publication.periods]
    return write_catalogue(
        publication,
        [
            (period, json.loads(_handed(period.newest, described.path, kept.objects).data()))
            for period, described in found
            if described is not None
        ],
    )
