"""What of the board is shown at once: filtered, folded where it is long, and by pages where it is longer."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gdflow.domain.board import EXEMPT, Board, BoardRow, BoardTeam, Standing

PAGE = 200
"""Lines on a page."""
FOLDED = 40
"""With more lines than these on a page, each team is folded but the first."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to see: one standing, one team ("0": the lines without one), which page."""

    standing: Standing | None = None
    team: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class ShownTeam:
    """A team with the lines of it that are shown; is_open: they are not folded."""

    team: BoardTeam
    rows: tuple[BoardRow, ...]
    exempt: tuple[BoardRow, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class View:
    """A page of the board. total: lines on all of its pages."""

    teams: tuple[ShownTeam, ...]
    page: int
    pages: int
    total: int


def view_of(board: Board, wanted: Wanted) -> View:
    """The page that somebody wants to see; the last one for a page that there is not."""
    found = [_filtered(team, wanted) for team in board.teams if wanted.team in ("", str(team.id or 0))]
    kept = [team for team in found if team.rows or team.exempt]
    total = sum(len(team.rows) + len(team.exempt) for team in kept)
    pages = max(1, -(-total // PAGE))
    page = min(max(1, wanted.page), pages)
    shown = list(_cut(kept, (page - 1) * PAGE, page * PAGE))
    folds = sum(len(team.rows) for team in shown) > FOLDED and not wanted.team
    return View(tuple(replace(team, is_open=not folds or at == 0) for at, team in enumerate(shown)), page, pages, total)


def _filtered(team: BoardTeam, wanted: Wanted) -> ShownTeam:
    if wanted.standing is None:
        return ShownTeam(team, team.rows, team.exempt, True)
    of_it = tuple(row for row in (*team.rows, *team.exempt) if row.standing is wanted.standing)
    return ShownTeam(team, () if wanted.standing in EXEMPT else of_it, of_it if wanted.standing in EXEMPT else (), True)


def _cut(teams: list[ShownTeam], first: int, last: int) -> Iterator[ShownTeam]:
    """The teams with their lines from one place to another, counted over all of them."""
    at = 0
    for team in teams:
        rows = team.rows[max(0, first - at) : max(0, last - at)]
        at += len(team.rows)
        exempt = team.exempt[max(0, first - at) : max(0, last - at)]
        at += len(team.exempt)
        if rows or exempt:
            yield replace(team, rows=rows, exempt=exempt)
