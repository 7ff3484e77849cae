"""What a line is called and under which headings it stands."""

import re
from collections.abc import Sequence
from itertools import pairwise

from gdflow.collect.plan_reader.columns import Column, in_role
from gdflow.collect.plan_reader.entries import Entry
from gdflow.collect.plan_reader.joins import known_groups
from gdflow.collect.plan_reader.markup import clean
from gdflow.collect.plan_reader.numbers import is_blank_text
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.titles import plain
from gdflow.collect.plan_reader.wording import headline, parted_number
from gdflow.collect.sheet import VACANT

PATH_ROLES = (Role.PATH, Role.FINDING)
FOLLOWED_UP = frozenset({Role.INDICATOR, Role.DELIVERABLE, Role.DESIGN})
GROUP = re.compile(
    r"(indicador(?:es)? de (?:proceso|resultado|producto|gestión|gestion|impacto))\s+(\S.*)", re.IGNORECASE
)


class Headings:
    """Names the lines of one table."""

    def __init__(self, columns: Sequence[Column], entries: Sequence[Entry]) -> None:
        self._paths = [column.index for column in columns if column.role in PATH_ROLES]
        self._activity = _naming(columns)
        self._numbers = [column.index for column in in_role(columns, Role.NUMBER)]
        self._items = [
            column.index for column in in_role(columns, Role.ITEM) if not _repeats(entries, column.index, self._paths)
        ]
        head = [column.index for column in in_role(columns, Role.PATH)][:1]
        self._groups = known_groups(entries, head[0]) if head else frozenset()
        self._parted: dict[str, tuple[str, ...]] = {}

    def activity_of(self, entry: Entry) -> tuple[str | None, str | None]:
        """The printed number and the text of the line's activity."""
        text = clean(entry.text(self._activity)) if self._activity is not None else ""
        if is_blank_text(text):
            return self._number(entry), None
        number, rest = parted_number(text)
        return number or self._number(entry), headline(rest)

    def path_of(self, entry: Entry) -> tuple[str, ...]:
        """The headings above the line, outermost first."""
        path = entry.sections
        for at in self._paths:
            if entry.cells[at].kind is not VACANT:
                path += self._parts(entry.text(at))
        return path

    def _number(self, entry: Entry) -> str | None:
        for at in self._numbers + self._items:
            text = entry.text(at).strip()
            if text and len(text) <= 20 and not is_blank_text(text):
                return text.rstrip(".-" if "(" in text else ".)-")
        return None

    def _parts(self, text: str) -> tuple[str, ...]:
        """A heading, or its group and its label where one cell holds both."""
        found = self._parted.get(text)
        if found is None:
            found = self._parted[text] = self._part(" ".join(clean(text).split()))
        return found

    def _part(self, text: str) -> tuple[str, ...]:
        if is_blank_text(text):
            return ()
        if known := GROUP.fullmatch(text):
            return known[1], known[2]
        words = text.split(" ") if self._groups else []
        for length in range(len(words) - 1, 0, -1):
            if plain(" ".join(words[:length])) in self._groups:
                return " ".join(words[:length]), " ".join(words[length:])
        return (text,)


def _naming(columns: Sequence[Column]) -> int | None:
    """The activities' column; where nothing says what is followed up, that of the goals in words."""
    said = any(column.role in FOLLOWED_UP for column in columns)
    named = in_role(columns, Role.ACTIVITY) or ([] if said else in_role(columns, Role.TARGET_TEXT))
    return named[0].index if named else None


def _repeats(entries: Sequence[Entry], column: int, headings: Sequence[int]) -> bool:
    """Whether a numbering column numbers groups of lines: one number for each heading, or seldom a new one."""
    texts = [plain(entry.text(column)) for entry in entries if entry.own(column)]
    if len(set(texts)) == len(texts):
        return False
    if any(_pair(entries, column, heading) for heading in headings):
        return True
    return len(set(texts)) * 2 <= len(texts) and not _restarts(texts)


def _pair(entries: Sequence[Entry], column: int, heading: int) -> bool:
    """Whether each number stands beside one heading only, and each heading beside one number."""
    pairs = {(plain(entry.text(column)), plain(entry.text(heading))) for entry in entries}
    return len(pairs) == len({number for number, _ in pairs}) == len({name for _, name in pairs})


def _restarts(texts: Sequence[str]) -> bool:
    """Whether the numbers count anew under each heading instead of standing still."""
    return sum(one == other for one, other in pairwise(texts)) * 4 < len(texts)
