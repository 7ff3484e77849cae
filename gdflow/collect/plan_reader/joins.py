"""Rows cut in two, by a page's end or by the way a table was typed, joined again; texts printed twice counted once."""

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise, zip_longest

from gdflow.collect.plan_reader.columns import FIGURES, Column, in_role
from gdflow.collect.plan_reader.entries import Entry, text_cell
from gdflow.collect.plan_reader.issues import Issues
from gdflow.collect.plan_reader.markup import clean
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.shift import LISTED
from gdflow.collect.plan_reader.teams import is_office
from gdflow.collect.plan_reader.titles import plain, solid
from gdflow.collect.sheet import TEXT

VALUES = FIGURES | {Role.START, Role.DUE, Role.WEIGHT, Role.DURATION, Role.TOTAL, Role.MARKER, Role.PERIOD}
PEOPLE = frozenset({Role.RESPONSIBLE, Role.SUPPORT})
NUMBERS = frozenset({Role.ITEM, Role.NUMBER})
HEADS = frozenset({Role.PATH, Role.FINDING})
SOME, NEARLY_ALL = 0.5, 0.8
FEWEST_BLOCKS, FEWEST_TALL = 3, 2  # rows that show how a text is typed, and those of them with several lines
SENTENCE_ENDS = (".", ":", ";", "!", "?", ")", "”", '"')
# a text that stops at one of these goes on, in capitals too: "Secretaría de" over "Movilidad"
DANGLING = re.compile(
    r"(?:\b(?:de|del|la|el|los|las|y|e|en|con|para|por|al|que|su|sus|un|una|se)|[,(–-])$", re.IGNORECASE
)
# a word that the end of a line cut: "abaste-" over "cedoras"
CUT_WORD = re.compile(r"[^\W\d_]{2}-$")


def join_entries(entries: list[Entry], columns: Sequence[Column], issues: Issues, *, sheet_kind: str) -> list[Entry]:
    """The entries with continuations joined to the row they continue."""
    joiner = _Joiner(columns, entries, issues, sheet_kind)
    joined: list[Entry] = []
    for entry, below in zip_longest(entries, entries[1:]):
        if joined and (entry.number in joiner.spaced or joiner.opens(joined[-1], entry)):
            joiner.join(joined[-1], entry, None)
        elif below and joiner.opens(entry, below) and not (joined and joiner.ends(joined[-1], entry)):
            joined.append(entry)
        elif joined and joiner.splits_category(joined[-1], entry):
            joiner.join(joined[-1], entry, joiner.heads[0])
        elif joined and joiner.continues(joined[-1], entry):
            joiner.join(joined[-1], entry, None)
        else:
            joined.append(entry)
    return joined


class _Joiner:
    def __init__(self, columns: Sequence[Column], entries: Sequence[Entry], issues: Issues, sheet_kind: str) -> None:
        self.columns = columns
        self.issues = issues
        self.loose = sheet_kind != "sheet"
        self.upright = sheet_kind == "text"
        self.values = [column.index for column in columns if column.role in VALUES]
        self.typed = self.values + [column.index for column in columns if column.role in PEOPLE]
        self.numbers = [column.index for column in columns if column.role in NUMBERS]
        self.headings = [column.index for column in columns if column.role in HEADS]
        self.leading = self.numbers + self.headings
        self.people = [at for at in self.typed if at not in self.values]
        self.numbered = self.loose and self._always_numbered(entries)
        self.named = [column.index for column in in_role(columns, Role.ACTIVITY)]
        self.heads = [column.index for column in in_role(columns, Role.PATH)][:1]
        self.groups = _groups(entries, self.heads) if not self.typed else frozenset()
        self.spaced = _spaced(entries, self.values, self.numbers) if self.upright else frozenset()
        self._entries = entries
        self.pages: dict[int, int] = {}

    def splits_category(self, before: Entry, entry: Entry) -> bool:
        """A heading that is only a group's name, as others begin with it: the next row holds its rest."""
        if not self.groups or not entry.own(self.heads[0]):
            return False
        here, below = (plain(clean(row.text(self.heads[0]))) for row in (before, entry))
        return here in self.groups and not any(below.startswith(group) for group in self.groups)

    def opens(self, entry: Entry, below: Entry) -> bool:
        """Lone texts right above the row that goes on with them, as a cell stands that is centred upright."""
        if not self.upright or not any(below.own(at) for at in self.numbers):
            return False
        own = [at for at in range(len(self.columns)) if entry.own(at)]
        if not own or any(at in self.typed or at in self.leading for at in own):
            return False
        return all(entry.text(at).lstrip()[:1].isupper() and self._goes_on(entry, below, at) for at in own)

    def ends(self, before: Entry, entry: Entry) -> bool:
        """Whether a row's texts go on with those of the row above."""
        return any(self._goes_on(before, entry, at) for at in range(len(self.columns)) if entry.own(at))

    def continues(self, before: Entry, entry: Entry) -> bool:
        """A row without figures, dates or a number of its own that goes on with the texts above it."""
        # the looks that nearly every line passes over come first
        if any(map(entry.own, self.numbers)) or any(before.own(at) for at in self.values if entry.own(at)):
            return False
        own = [at for at in range(len(self.columns)) if entry.own(at)]
        if not own or any(LISTED.match(entry.text(at)) for at in self.named):
            return False
        if all(at in self.people for at in own) or self._is_rest(before, entry, own):
            return True
        if any(at in self.typed or at in self.leading for at in own):
            return False
        if self.loose and entry.page > self.pages.get(id(before), before.page):
            return True
        return not any(at in self.named for at in own) and (bool(self.typed) or not entry.merged)

    def _is_rest(self, before: Entry, entry: Entry, own: Sequence[int]) -> bool:
        """Whether the row is the rest of the one above: what it fills goes on there, or was still missing there."""
        heads = [at for at in own if at in self.headings and before.own(at)]
        if entry.merged or not all(self._goes_on(before, entry, at) for at in heads):
            return False
        if self.numbered and not any(at in self.values or at in self.headings for at in own):
            return True
        texts = [at for at in own if entry.cells[at].kind is TEXT and at not in self.values]
        return any(self._goes_on(before, entry, at) for at in texts)

    def _goes_on(self, before: Entry, entry: Entry, at: int) -> bool:
        return _goes_on(before.text(at), entry.text(at), small=at not in self.small)

    @cached_property
    def small(self) -> frozenset[int]:
        """The columns that somebody fills in small letters throughout: there they do not tell what goes on."""
        whole = [entry for entry in self._entries if any(map(entry.own, self.values))]
        sample, share = (whole, SOME) if len(whole) > 1 else (self._entries, NEARLY_ALL)
        found = set()
        for at, cells in enumerate(zip(*(entry.cells for entry in sample), strict=True)):
            texts = [cell.text for cell in cells if cell.kind is TEXT]
            if len(texts) > 1 and sum(text.lstrip()[:1].islower() for text in texts) > share * len(texts):
                found.add(at)
        return frozenset(found)

    def _always_numbered(self, entries: Sequence[Entry]) -> bool:
        """Whether every row that has a date or a figure of its own has its number too."""
        whole = [entry for entry in entries if any(map(entry.own, self.values))]
        return bool(self.numbers) and len(whole) > 1 and all(any(map(entry.own, self.numbers)) for entry in whole)

    def join(self, before: Entry, entry: Entry, head: int | None) -> None:
        """Put a row's texts behind those of the row that it continues, and say so."""
        _ = self.small  # told by the rows as they came, before the first of them is put together
        own = [at for at in range(len(self.columns)) if entry.own(at)]
        for at in own:
            self._join_cell(before, entry, at, at == head)
        place = own[0] if head is None else head
        self.issues.add(
            "split_cell_joined",
            entry.number,
            place,
            raw=clean(entry.text(place)),
            proposal=clean(before.text(place)) if head is not None else f"unida a la fila {before.number}",
            first=before.number,
        )
        if entry.page > self.pages.get(id(before), before.page):
            self.issues.add("page_join", entry.number, proposal=f"unida a la fila {before.number}", first=before.number)
        self.pages[id(before)] = entry.page

    def _join_cell(self, before: Entry, entry: Entry, at: int, is_head: bool) -> None:
        first, more = clean(before.text(at)), clean(entry.text(at))
        if first and solid(first) == solid(more):
            self.issues.add("duplicate_text", entry.number, at, raw=more, proposal=f"igual a la fila {before.number}")
            return
        # rows of one merged line hold separate things; elsewhere a text that does not end goes on
        apart = bool(entry.merged) or first.endswith(SENTENCE_ENDS) or (at in self.people and is_office(more))
        apart = apart and not _goes_on(first, more)
        between = "" if not first else "\n" if apart and not is_head else " "
        if CUT_WORD.search(first) and more[:1].islower():
            first, between = first[:-1], ""
        before.cells[at] = entry.cells[at] if not first else text_cell(f"{first}{between}{more}")


def _goes_on(text: str, more: str, *, small: bool = True) -> bool:
    """Whether a text stops in mid-sentence and the other one goes on, nearly always in small letters.

    small: whether these tell it; where all lines begin with them they do not.
    """
    first, rest = clean(text), clean(more).lstrip("«\"'(")
    if not first or not rest:
        return False
    return DANGLING.search(first) is not None or (small and rest[:1].islower() and not first.endswith((".", "!", "?")))


def _spaced(entries: Sequence[Entry], values: Sequence[int], numbers: Sequence[int]) -> frozenset[int]:
    """The rows of a text that go on with the one right above, where blank lines part all rows with figures or dates.

    What a page begins with may go on with the last row of the page before, and is left to other signs.
    """
    blocks: list[list[Entry]] = []
    for entry in entries:
        if not blocks or entry.number > blocks[-1][-1].number + 1 or entry.page > blocks[-1][-1].page:
            blocks.append([])
        blocks[-1].append(entry)
    valued = [sum(any(map(entry.own, values)) for entry in block) for block in blocks]
    numbered = (sum(any(map(entry.own, numbers)) for entry in block) for block in blocks)
    if max((*valued, *numbered), default=0) > 1 or sum(valued) < FEWEST_BLOCKS:
        return frozenset()
    tops = {id(low[0]) for high, low in pairwise(blocks) if low[0].page > high[0].page}
    tall = [block for block, count in zip(blocks, valued, strict=True) if count and id(block[0]) not in tops]
    rest = [entry.number for block in tall for entry in block[1:]]
    return frozenset(rest) if sum(len(block) > 1 for block in tall) >= FEWEST_TALL else frozenset()


def _groups(entries: Sequence[Entry], heads: Sequence[int]) -> frozenset[str]:
    """Headings with which longer headings of the same column begin."""
    if not heads:
        return frozenset()
    names = sorted({plain(clean(entry.text(heads[0]))) for entry in entries} - {""})
    # in order, what begins with a name and a blank stands right behind the name
    return frozenset(name for name, other in pairwise(names) if other.startswith(f"{name} "))


def known_groups(entries: Sequence[Entry], head: int) -> frozenset[str]:
    """The same, for parting a heading into its group and its label."""
    return _groups(entries, [head])
