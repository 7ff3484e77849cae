"""The teams of a table's lines, spelled as the directory spells them."""

from collections.abc import Callable, Sequence

from gdflow.collect.plan_reader.columns import Column, in_role
from gdflow.collect.plan_reader.entries import Entry
from gdflow.collect.plan_reader.issues import Issues
from gdflow.collect.plan_reader.markup import clean
from gdflow.collect.plan_reader.numbers import is_blank_text
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.teams import split_teams
from gdflow.collect.plan_reader.titles import plain, solid, tidy
from gdflow.domain.plan import TeamEntry


def spelling_of(entries: Sequence[TeamEntry]) -> Callable[[str], str | None]:
    """How the directory spells a team's name, or None for one that it does not list."""
    names = {plain(entry.name): tidy(entry.name) for entry in entries}
    return lambda text: names.get(plain(text))


class People:
    """Reads who answers for each line; a cell that names several teams is told once."""

    def __init__(self, columns: Sequence[Column], known: Callable[[str], str | None], issues: Issues) -> None:
        self._main = [column.index for column in in_role(columns, Role.RESPONSIBLE)]
        self._beside = [
            column.index for column in in_role(columns, Role.SUPPORT) if "corresponsable" in solid(column.title)
        ]
        self._known, self._issues = known, issues
        self._split: dict[str, tuple[str, ...]] = {}
        self.has_column = bool(self._main)

    def of(self, entry: Entry) -> tuple[str, ...]:
        """The teams of a line, the responsible first."""
        teams: tuple[str, ...] = ()
        for at in self._main + self._beside:
            teams += self._teams(entry.text(at), entry.number, at)
        return teams if len(teams) < 2 else tuple(dict.fromkeys(teams))

    def _teams(self, text: str, row: int, column: int) -> tuple[str, ...]:
        found = self._split.get(text)
        if found is None:
            found = () if is_blank_text(text) else split_teams(clean(text), self._known)
            self._split[text] = found
            if len(found) > 1:
                self._issues.add("two_teams", row, column, raw=clean(text), proposal="; ".join(found))
        return found
