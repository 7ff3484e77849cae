"""The book over all entities: what the newest closing of each plan's period froze, one closing in memory at a time."""

from collections.abc import Iterator

from gdflow.domain.closing import Closed
from gdflow.domain.errors import NotFoundError
from gdflow.domain.periods import parse_period
from gdflow.services.means import Means
from gdflow.services.works import Summary
from gdflow.storage import closings
from gdflow.storage.engine import Session


def write_national_book(means: Means, period: str) -> Summary:
    """Write the book of a period into reports/, and say what it holds; open periods are no part of it.

    Raises InputError("unknown_period"), NotFoundError("no_national_closings"), ConflictError("snapshot_damaged").
    """
    from gdflow.report.national import write_national

    key = parse_period(period).key
    with means.reading() as session:
        ids = closings.newest_of_all(session, key, means.rules.entity_id)
        if not ids:
            raise NotFoundError("no_national_closings", found=key)
        path = means.home / "reports" / f"Consolidado nacional {key}.xlsx"
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_suffix(".tmp")
        with aside.open("wb") as out:
            nation = write_national(_closings(session, ids), out)
    aside.replace(path)
    return {"libro": str(path), "entidades": len(nation.entities), "planes": nation.plans}


def _closings(session: Session, ids: tuple[int, ...]) -> Iterator[Closed]:
    for each in ids:
        yield closings.closing_by_id(session, each)
