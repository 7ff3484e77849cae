"""Export what is published into a folder that any web server can serve as it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from gdflow.domain.errors import ConflictError, NotFoundError
from gdflow.domain.publication import Publication
from gdflow.domain.rules import Rules
from gdflow.services.publication import Kept, addresses, find, publication_of
from gdflow.services.site_folder import Laid, lay_out_site
from gdflow.storage.engine import Transaction
from gdflow.storage.objects import ObjectStore

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export holds and did. lacking: files that are not written yet, each with its closing."""

    publication: Publication
    laid: Laid
    lacking: tuple[str, ...]


def publish(
    reading: Transaction, rules: Rules, objects: ObjectStore, folder: Path, *, now: datetime, dry_run: bool = False
) -> Exported:
    """Make a folder hold what is published now, at one stroke; dry_run: only say what would be done.

    Raises ConflictError: not_public, snapshot_damaged, publish_lost, and as lay_out_site does; then nothing changed.
    """
    with reading() as session:
        publication = publication_of(session, rules, objects)
    files = _files(publication, Kept(reading, objects))
    laid = lay_out_site(folder, files, now=now, dry_run=dry_run)
    return Exported(publication, laid, tuple(_lacking(publication)))


def exported_json(exported: Exported, folder: Path, *, dry_run: bool) -> dict[str, object]:
    """An export as JSON."""
    laid = exported.laid
    return {
        "folder": str(folder),
        "dry_run": dry_run,
        "periods": [
            {"plan": each.plan, "period": each.period, "closing": each.newest.facts.number, "path": each.folder}
            for each in exported.publication.periods
        ],
        "written": list(laid.written),
        "unchanged": laid.unchanged,
        "removed": list(laid.removed),
        "left": list(laid.left),
        "lacking": list(exported.lacking),
    }


def _files(publication: Publication, kept: Kept) -> Iterator[tuple[str, bytes]]:
    """Every file by its path; a page is the index of its folder."""
    for address in addresses(publication):
        path = f"{address}{INDEX}" if address.endswith("/") or not address else address
        try:
            yield path, find(publication, address, kept).data()
        except NotFoundError as error:
            raise ConflictError("publish_lost", file=path) from error


def _lacking(publication: Publication) -> Iterator[str]:
    for period in publication.periods:
        for closing in period.closings:
            yield from (f"{title}, {period.folder}{closing.folder}" for title in closing.lacking)
