"""The teams of a table's lines, spelled as the directory spells them."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache

from gdflow.collect.plan_reader.columns import Column, in_role
from gdflow.collect.plan_reader.entries import Entry
from gdflow.collect.plan_reader.issues import Issues
from gdflow.collect.plan_reader.markup import clean
from gdflow.collect.plan_reader.numbers import is_blank_text, is_error_text
from gdflow.collect.plan_reader.prose import without_day
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.teams import may_be_team, office_in, split_teams
from gdflow.collect.plan_reader.titles import plain, solid, tidy
from gdflow.domain.plan import TeamEntry

TOLD_IN = (Role.ACTIVITY, Role.ACTION, Role.DELIVERABLE, Role.TARGET_TEXT, Role.PATH)
LABELLED = re.compile(
    r"(?:^|[\n.;(]\s*)(?:[aá]reas? |dependencias? |equipos? )?responsables?(?: de[^:\n]{0,30})?\s*:\s*"
    r"([^\n.;)]{3,120})",
    re.IGNORECASE,
)


def spelling_of(entries: Sequence[TeamEntry]) -> Callable[[str], str | None]:
    """How the directory spells a team's name, or None for one that it does not list."""
    names = {plain(entry.name): entry.name for entry in entries}
    return lambda text: names.get(plain(text))


class People:
    """Reads who answers for each line; a cell that names several teams is told on each of its lines.

    over: the office that stands over the table, for lines that name none in a plan without a column for it.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        known: Callable[[str], str | None],
        issues: Issues,
        *,
        entries: Sequence[Entry] = (),
        over: str | None = None,
    ) -> None:
        self._main = [column.index for column in in_role(columns, Role.RESPONSIBLE)]
        beside = [column.index for column in in_role(columns, Role.SUPPORT) if "corresponsable" in solid(column.title)]
        self._named = self._main + beside
        self._told = [column.index for role in TOLD_IN for column in in_role(columns, role)]
        self._known, self._issues, self._entries, self._over = known, issues, entries, over
        self._headed: dict[str, tuple[str, ...]] = {}
        self._split: dict[str, tuple[str, ...]] = {}
        self.has_column = bool(self._main)

    def of(self, entry: Entry) -> tuple[str, ...]:
        """The teams of a line, the responsible first."""
        teams: tuple[str, ...] = ()
        for at in self._named:
            teams += self._teams(entry.text(at), entry.number, at)
        if not self._main:
            teams += self._in_words(entry) or self._above(entry)
        return teams if len(teams) < 2 else tuple(dict.fromkeys(teams))

    def _in_words(self, entry: Entry) -> tuple[str, ...]:
        """ "Responsable: Oficina TIC" in the line's own words, where no column is for it."""
        for at in self._told:
            if found := LABELLED.search(entry.text(at)):
                self.has_column = True
                return self._teams(found[1], entry.number, at)
        return ()

    def _above(self, entry: Entry) -> tuple[str, ...]:
        """The office whose heading stands over the line, the innermost first; told once for each of them."""
        office = next((found for text in reversed(entry.sections) if (found := self._office(text))), self._over)
        if office is None or is_error_text(office):
            return ()
        self.has_column = True
        if office not in self._headed:
            self._headed[office] = split_teams(office, self._known)
            self._issues.add("team_from_heading", entry.number, raw=office, proposal="; ".join(self._headed[office]))
        return self._headed[office]

    def _office(self, heading: str) -> str | None:
        """The office that a heading is; "CONTROL INTERNO" is one where others of the plan are."""
        return office_in(heading) or (tidy(heading) if self._banded and may_be_team(tidy(heading)) else None)

    @cached_property
    def _banded(self) -> bool:
        return any(office_in(text) for entry in self._entries for text in entry.sections)

    def _teams(self, text: str, row: int, column: int) -> tuple[str, ...]:
        found = self._split.get(text)
        if found is None:
            found = () if is_blank_text(text) else split_teams(_undated(text), self._known, self._stands_alone)
            self._split[text] = found
        if len(found) > 1:
            self._issues.add("two_teams", row, column, raw=clean(text), proposal="; ".join(found))
        return found

    def _stands_alone(self, name: str) -> bool:
        return plain(name) in self._alone

    @cached_property
    def _alone(self) -> frozenset[str]:
        """What fills a cell in one piece; asked for where a cell has several."""
        texts = {entry.text(at) for entry in self._entries for at in self._named}
        return frozenset(plain(text) for text in texts if text.strip() and "\n" not in text and ";" not in text)


@lru_cache(maxsize=4096)
def _undated(text: str) -> str:
    """A cell without its deadline; an entity's plans name the same few teams."""
    return without_day(clean(text))
