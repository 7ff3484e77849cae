"""The rows below the titles sorted out: lines, headings, and other tables that stand below a plan.

A budget, a legend or notes begin behind a gap or with a word of their own; none of their rows looks like a line.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from gdflow.collect.plan_reader.bands import heading_of, is_band, is_task
from gdflow.collect.plan_reader.columns import Column, in_role
from gdflow.collect.plan_reader.contents import sort_of
from gdflow.collect.plan_reader.issues import Issues
from gdflow.collect.plan_reader.noise import ASIDE, END, LINE, LONE, SECTION, SKIP, TITLES, TOTAL, Kind, Noise
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.shift import Signature, is_date
from gdflow.collect.plan_reader.tables import BodyRow, Table, texts_of
from gdflow.collect.plan_reader.teams import is_office
from gdflow.collect.plan_reader.titles import plain
from gdflow.collect.sheet import NUMBER, TEXT, VACANT, Cell, Row

Known = tuple[BodyRow, Kind]
FEWEST_AIRY = 3


def known_rows(table: Table, columns: Sequence[Column], issues: Issues) -> list[Known]:
    """The rows below the titles with what each of them is; those of other tables are told and left out."""
    noise = Noise(table, columns)
    looks = _Looks(columns, Signature(columns))
    rows = _before_ends([(line, noise.kind(line.row)) for line in table.body])
    told = {issue.row for issue in issues.found if issue.code == "total_left_out"}
    for row in noise.unsure:
        if row.number not in told:
            issues.add("total_left_out", row.number, raw=" | ".join(texts_of(row)))
    kept: list[Known] = []
    blocks = _blocks(rows)
    for at, block in enumerate(blocks):
        last = not any(kind is LINE for later in blocks[at + 1 :] for _, kind in later)
        kept += _without_strangers(block, kept, looks, issues, last=last) if kept else block
    if any(kind is LONE for _, kind in kept):
        kept = _lone_settled(kept, loose=table.sheet.kind != "sheet")
    return kept


def _before_ends(rows: Sequence[Known]) -> list[Known]:
    """The rows without a page's signatures and what stands below them."""
    kept: list[Known] = []
    ended = -1
    for line, kind in rows:
        ended = line.page if kind is END else ended
        if line.page != ended:
            kept.append((line, kind))
    return kept


def _blocks(rows: Sequence[Known]) -> list[list[Known]]:
    """The rows parted where some are left free on one page, behind a total, and where a legend begins."""
    blocks: list[list[Known]] = []
    before: Known | None = None
    step = _usual_step(rows)
    for line, kind in rows:
        if before is None or kind is ASIDE or kind is TOTAL or _is_apart(before, line, step):
            blocks.append([])
        before = (line, kind)
        blocks[-1].append(before)
    return blocks


def _usual_step(rows: Sequence[Known]) -> int:
    """How far one row stands from the next: more than 1 where somebody left a row free behind each."""
    steps = Counter(other[0].row.number - one[0].row.number for one, other in pairwise(rows))
    step, times = steps.most_common(1)[0] if steps else (1, 0)
    return step if times * 2 > len(rows) > FEWEST_AIRY else 1


def _is_apart(before: Known, line: BodyRow, step: int) -> bool:
    above, kind = before
    if line.row.number <= above.row.number + step:
        return kind is SKIP and not texts_of(above.row)
    return line.page == above.page


def _without_strangers(
    block: list[Known], kept: Sequence[Known], looks: "_Looks", issues: Issues, *, last: bool
) -> list[Known]:
    """The block without the rows of another table: all of them, or those of a legend that lines follow.

    last: no line stands in the blocks below, so that a lone text is no heading.
    """
    doubted = [at for at, (line, kind) in enumerate(block) if kind is LINE or (last and _is_rest(line, kind))]
    aside = block[0][1] is ASIDE
    if not doubted or not (looks.typed or aside):
        return block
    rows = [(at, block[at][0].row) for at in doubted]
    first = _first_line(rows, looks, UNKNOWN)
    # most rows behind a gap are lines at first sight; only for the others the lines above are looked through
    first = _first_line(rows, looks, _Usual.of(kept, looks.people)) if first is None else first
    if first is not None:
        return block[first:] if aside else block
    told = [line.row for line, kind in block if kind is not SKIP]
    issues.add("rows_left_out", told[0].number, raw=" | ".join(texts_of(told[0])), last=told[-1].number)
    return [(line, kind) for line, kind in block if kind is TITLES]


def _first_line(rows: Sequence[tuple[int, Row]], looks: "_Looks", usual: "_Usual") -> int | None:
    return next((at for at, row in rows if looks.is_line(row, usual)), None)


def _is_rest(line: BodyRow, kind: Kind) -> bool:
    """A lone text that does not say what is to be done."""
    return kind is LONE and not is_task(heading_of(line.row))


@dataclass(frozen=True, slots=True)
class _Usual:
    """What the lines above a gap prove: how many cells they fill, and who answers for them."""

    filled: int = 0
    people: frozenset[str] = frozenset()

    @classmethod
    def of(cls, kept: Sequence[Known], columns: Sequence[int]) -> "_Usual":
        """What those rows prove."""
        lines = [line.row for line, kind in kept if kind is LINE]
        counts = sorted(len(texts_of(row)) for row in lines)
        people = frozenset(plain(row.cell(at).text) for row in lines for at in columns) - {""}
        return cls(counts[len(counts) // 2] if counts else 0, people)


UNKNOWN = _Usual()


@dataclass(slots=True)
class _Looks:
    """What a line of this table looks like: a date, somebody who answers, a number; without those, figures."""

    columns: Sequence[Column]
    signature: Signature
    people: list[int] = field(init=False)
    numbers: list[int] = field(init=False)
    typed: bool = field(init=False)

    def __post_init__(self) -> None:
        self.people = self.signature.people
        self.numbers = [column.index for role in (Role.ITEM, Role.NUMBER) for column in in_role(self.columns, role)]
        self.typed = bool(self.signature.days or self.people or self.signature.amounts)

    def is_line(self, row: Row, usual: _Usual) -> bool:
        """Whether more of what a line shows stands at its place than is out of place."""
        cells = [row.cell(at) for at in range(self.signature.width)]
        right = sum(is_date(cells[at]) for at in self.signature.days)
        right += sum(_is_team(cells[at], usual.people) for at in self.people)
        right += any(_is_number(cells[at]) for at in self.numbers)
        figures = sum(_is_figure(cells[at]) for at in self.signature.amounts)
        if any(cells[at].kind is TEXT for at in self.people) or not (self.signature.days or self.people):
            right += figures
        wrong = self.signature.faults(cells) + sum(cells[at].kind is NUMBER for at in self.people)
        return right > wrong or _is_moved(row, usual)


def _is_moved(row: Row, usual: _Usual) -> bool:
    """Whether a row is as full as the lines and holds a date or somebody who answers, be it one column off."""
    filled = [cell for cell in row.cells if cell.kind is not VACANT]
    if usual is UNKNOWN or len(filled) * 3 < usual.filled * 2:
        return False
    return any(is_date(cell) or _is_team(cell, usual.people) for cell in filled)


def _is_team(cell: Cell, people: frozenset[str]) -> bool:
    return cell.kind is TEXT and (is_office(cell.text) or plain(cell.text) in people)


def _is_number(cell: Cell) -> bool:
    return cell.text.strip().strip(".").isdigit()


def _is_figure(cell: Cell) -> bool:
    return cell.kind is NUMBER or (cell.kind is TEXT and sort_of(cell.text) == "figure")


def _lone_settled(rows: Sequence[Known], *, loose: bool) -> list[Known]:
    """Texts alone in their row: a heading of the rows below, or a line that lacks all else."""
    settled: list[Known] = []
    lines = [line.row for line, kind in rows if kind is LINE]
    for at, (line, kind) in enumerate(rows):
        if kind is LONE:
            column = next(place for place, cell in enumerate(line.row.cells) if cell.kind is not VACANT)
            below = next((row.row for row, sort in rows[at + 1 : at + 2] if sort is LINE and not loose), None)
            others = [row.cell(column).text for row in lines if row.cell(column).kind is TEXT]
            kind = SECTION if is_band(line.row, below, others) else LINE
        settled.append((line, kind))
    return settled
