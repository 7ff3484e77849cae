"""Which line of a plan is which when its document comes again: matched on content, never on the printed number."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from gdflow.domain.changes import changed_fields
from gdflow.domain.lines import Line
from gdflow.domain.plan import PlanLine
from gdflow.domain.texts import folded

ALIKE = 2 / 3


@dataclass(frozen=True, slots=True)
class Change:
    """A line that came again with other values in these fields. index: its place among the new lines."""

    line_id: int
    index: int
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Renewal:
    """What a renewed document means for the stored lines.

    Each stored line is in one of kept, changed and gone, each new one in one of kept, changed and added.
    kept: (line id, index of the new line) of those that came again as they were.
    """

    kept: tuple[tuple[int, int], ...]
    changed: tuple[Change, ...]
    added: tuple[int, ...]
    gone: tuple[int, ...]


@dataclass(slots=True)
class _Open:
    """Lines not yet paired, by place, and the pairs found so far."""

    old: dict[int, Line]
    new: dict[int, PlanLine]
    pairs: dict[int, int] = field(default_factory=dict)

    def join_best(self, ranked: Iterable[tuple[float, int, int]]) -> None:
        """Pair (difference, old place, new place) from the smallest difference on, each line once."""
        for _, old, new in sorted(ranked):
            if old in self.old and new in self.new:
                self.pairs[old] = new
                del self.old[old], self.new[new]


_Tracked = Line | PlanLine
_Key = tuple[str, ...]
_Words = list[str]


def pair(old: Sequence[Line], new: Sequence[PlanLine]) -> Renewal:
    """Pair stored lines with those of a renewed document.

    1. Lines of the same texts, the closest in their other values first. 2. Lines of which some of the texts are
    the same. 3. Lines that share two thirds of their words, as after a corrected spelling. What is left is added
    or gone.
    """
    left = _Open(dict(enumerate(old)), dict(enumerate(new)))
    for key in (_all_texts, _own_texts, _activity_and_deliverable, _deliverable_and_indicator, _activity):
        _join_equal(left, key)
    _join_alike(left)
    return _renewal(left, old, new)


def _renewal(left: _Open, old: Sequence[Line], new: Sequence[PlanLine]) -> Renewal:
    joined = [(old[at].id, index, changed_fields(old[at], new[index])) for at, index in sorted(left.pairs.items())]
    return Renewal(
        kept=tuple((line_id, index) for line_id, index, fields in joined if not fields),
        changed=tuple(Change(line_id, index, fields) for line_id, index, fields in joined if fields),
        added=tuple(left.new),
        gone=tuple(line.id for line in left.old.values()),
    )


def _join_equal(left: _Open, key: Callable[[_Tracked], _Key]) -> None:
    places: dict[_Key, list[int]] = {}
    for index, candidate in left.new.items():
        places.setdefault(key(candidate), []).append(index)
    left.join_best(
        (len(changed_fields(line, left.new[index])), at, index)
        for at, line in left.old.items()
        if any(key(line))
        for index in places.get(key(line), ())
    )


def _join_alike(left: _Open) -> None:
    words = {index: _words(line) for index, line in left.new.items()}
    left.join_best(
        (1 - likeness, at, index)
        for at, line in left.old.items()
        for index, likeness in _likenesses(line, words)
        if likeness >= ALIKE
    )


def _likenesses(line: Line, new: dict[int, _Words]) -> Iterator[tuple[int, float]]:
    # Words and not letters: long Spanish texts are alike in their letters, and a corrected word counts once.
    # SequenceMatcher prepares its second text once, so the stored line's stands there for all the new ones.
    matcher = SequenceMatcher(b=_words(line), autojunk=False)
    for index, words in new.items():
        matcher.set_seq1(words)
        close = matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE
        yield index, matcher.ratio() if close else 0.0


def _words(line: _Tracked) -> _Words:
    return " ".join(_own_texts(line)).split()


def _all_texts(line: _Tracked) -> _Key:
    return (*_own_texts(line), *(folded(title) for title in line.path))


def _own_texts(line: _Tracked) -> _Key:
    own = tuple(folded(text or "") for text in (line.activity, line.deliverable, line.indicator))
    # A line may have nothing but its headings; then these are what it is known by.
    return own if any(own) else (folded(" ".join(line.path)), "", "")


def _activity_and_deliverable(line: _Tracked) -> _Key:
    return _when_whole(_own_texts(line)[:2])


def _deliverable_and_indicator(line: _Tracked) -> _Key:
    return _when_whole(_own_texts(line)[1:])


def _activity(line: _Tracked) -> _Key:
    return _own_texts(line)[:1]


def _when_whole(key: _Key) -> _Key:
    """The key, or nothing when one of its texts is missing: half a key would join what only looks alike."""
    return key if all(key) else ()
