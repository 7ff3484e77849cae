"""What stands below a title: the evidence of a column's cells, looked at only where a title leaves a doubt."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, zip_longest

from gdflow.collect.plan_reader.dates import looks_like_day
from gdflow.collect.plan_reader.numbers import is_blank_text, looks_numeric, read_figure
from gdflow.collect.plan_reader.stretches import stretch_of
from gdflow.collect.plan_reader.teams import is_office
from gdflow.collect.plan_reader.titles import plain
from gdflow.collect.sheet import BLANK, DATE, NUMBER, TEXT, VACANT, Cell, CellKind, Row

SAMPLE_ROWS = 60
MARKS = frozenset({"x", "✓", "✔", "√", "si", "sí", "*", "■", "●", "verdadero", "true"})
UNTICKED = frozenset({"falso", "false"})  # a tick box left empty
TICKS = frozenset({TEXT, CellKind.BOOL})
LONG = 30
LETTERED = {"p": "p", "e": "e", **dict.fromkeys(["pe", "p/e", "p-e", "p / e", "p - e", "p y e", "p,e", "p, e"], "pe")}
LONGEST_LETTERS = 8


@dataclass(slots=True)
class Profile:
    """How many of a column's filled cells are of which sort."""

    filled: int = 0
    numbers: int = 0
    percents: int = 0
    days: int = 0
    long: int = 0
    sentences: int = 0
    offices: int = 0
    marks: int = 0
    stretches: int = 0
    addresses: int = 0

    def mostly(self, count: int) -> bool:
        """Whether a sort makes up more than half of the filled cells."""
        return self.filled > 0 and count * 2 > self.filled

    @property
    def is_text(self) -> bool:
        """Whether sentences or names stand here rather than figures, dates or marks."""
        return self.mostly(self.filled - self.numbers - self.days - self.marks)


@lru_cache(maxsize=16384)
def sort_of(text: str) -> str:
    """What a short text is: "blank", "day", "figure", "office" or "words"."""
    if is_blank_text(text):
        return "blank"
    if looks_like_day(text):
        return "day"
    if looks_numeric(text):
        return "figure"
    return "office" if is_office(text) else "words"


def is_marked(cell: Cell) -> bool:
    """Whether a cell bears a cross or a tick."""
    return cell.kind in TICKS and cell.text.strip().lower() in MARKS


def letters_in(cell: Cell) -> str:
    """ "p", "e" or "pe" of a cell that says in letters what is programmed and what was executed, else nothing."""
    return LETTERED.get(cell.text.strip().lower(), "") if cell.kind is TEXT and len(cell.text) < LONGEST_LETTERS else ""


def is_unticked(cell: Cell) -> bool:
    """Whether a cell is a tick box left empty."""
    return cell.kind in TICKS and cell.text.strip().lower() in UNTICKED


class Contents:
    """The profiles of a table's columns, each made when it is first asked for."""

    def __init__(self, rows: Sequence[Row]) -> None:
        sample = rows[:SAMPLE_ROWS]
        self._columns = list(zip_longest(*(row.cells for row in sample), fillvalue=BLANK))
        self._blank = [BLANK] * len(sample)
        self._known: dict[int, Profile] = {}

    def of(self, column: int) -> Profile:
        """The profile of a column."""
        if column not in self._known:
            self._known[column] = _profile(self.cells(column))
        return self._known[column]

    def words(self, column: int) -> set[str]:
        """The different short texts of a column."""
        texts = {cell.text.strip() for cell in self.cells(column) if cell.kind is TEXT and not is_blank_text(cell.text)}
        return {plain(text) for text in texts if len(text) <= LONG}

    def begins_with_numbers(self, column: int) -> bool:
        """Whether the first filled cells are numbers: the quick look that spares most columns the whole one."""
        filled = (cell.kind for cell in self.cells(column) if cell.kind is not VACANT)
        kinds = list(islice(filled, 3))
        return bool(kinds) and all(kind is NUMBER for kind in kinds)

    def begins_with_day(self, column: int) -> bool:
        """Whether the first filled cell is a day: a quick look too."""
        first = next((cell for cell in self.cells(column) if cell.kind is not VACANT), BLANK)
        return first.kind is DATE or (first.kind is TEXT and looks_like_day(first.text))

    def is_worded(self, column: int) -> bool:
        """Whether the column holds words; the quick look first."""
        return not self.begins_with_numbers(column) and self.of(column).is_text

    def cells(self, column: int) -> Sequence[Cell]:
        """The column's cells, blank ones too."""
        return self._columns[column] if column < len(self._columns) else self._blank


def _profile(cells: Sequence[Cell]) -> Profile:
    texts = [
        cell.text for cell in cells if cell.kind in TICKS and not is_unticked(cell) and not is_blank_text(cell.text)
    ]
    typed = [cell for cell in cells if cell.kind not in TICKS and cell.kind is not VACANT]
    days = sum([cell.kind is DATE for cell in typed])
    percents = sum([cell.percent for cell in typed])
    # an error or a formula without a value stands where a figure belongs
    profile = Profile(len(texts) + len(typed), len(typed) - days, percents, days)
    for text in texts:
        _count_text(profile, text.strip())
    return profile


def _count_text(profile: Profile, text: str) -> None:
    if len(text) <= LONG:
        profile.marks += text.lower() in MARKS
        profile.stretches += stretch_of(text) is not None
    profile.long += len(text) > LONG
    profile.sentences += text.count(" ") > 1
    profile.addresses += "@" in text
    sort = sort_of(text)
    profile.days += sort == "day"
    profile.offices += sort == "office"
    if sort == "figure":
        profile.numbers += 1
        profile.percents += "%" in text


def leading_figures(cells: Sequence[Cell]) -> bool:
    """ "4 informes", "100% de los casos": a figure with its noun in most cells."""
    texts = [cell.text for cell in cells if cell.kind is TEXT and len(cell.text) <= 60]
    return bool(texts) and sum(read_figure(text).value is not None for text in texts) * 2 > len(texts)


def some_figures(cells: Sequence[Cell]) -> bool:
    """Whether any cell's text begins with a figure."""
    return any(cell.kind is TEXT and read_figure(cell.text).value is not None for cell in cells)
