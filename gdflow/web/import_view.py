"""What of a plan's file is shown at once: one of its plans, the lines of one standing, by pages."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from gdflow.collect.sheet import column_letters
from gdflow.domain.import_drafts import ReadLine, Standing
from gdflow.domain.plan import ImportIssue, PlanColumn, Severity
from gdflow.services.import_preview import PlanPreview, Preview

PAGE = 50
"""Lines on a page."""
LISTED = 50
"""New, changed and gone lines that are named; the rest is counted."""
LONG, SHORT = 240, 160
"""Signs from which on a text is folded, and how many of it are shown then."""
SYMBOLS = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.INFO: "○"}
TONES = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.INFO: "info"}
GRAVEST = (Severity.ERROR, Severity.WARNING, Severity.INFO)
LETTERS = re.compile(r"([A-Z]+)\d+")
PLAN, STANDING, NUMBER = "plan", "ver", "pagina"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to see of a draft; standing: None for the first that there is."""

    draft: int
    plan: int = 0
    standing: Standing | None = None
    page: int = 1

    def link(self, **changes: object) -> str:
        """The address of the page with something changed in it."""
        own: dict[str, object] = {PLAN: self.plan, STANDING: self.standing or "", NUMBER: self.page}
        said = {name: str(value) for name, value in {**own, **changes}.items() if value and value != 1}
        return f"/importar/{self.draft}" + (f"?{urlencode(said)}" if said else "")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the grid; rest: of a long text, folded. gravest: of what is said of it, None for nothing."""

    text: str
    rest: str
    gravest: Severity | None


@dataclass(frozen=True, slots=True)
class GridRow:
    """A line in the grid."""

    line: ReadLine
    cells: tuple[Cell, ...]

    @property
    def anchor(self) -> str:
        """By which the page can be opened at it."""
        return f"linea-{self.line.place.replace('.', '-')}"


@dataclass(frozen=True, slots=True)
class ImportView:
    """A page of a draft. dues, several, alone: lines of the whole plan of which each bulk choice would decide."""

    plan: PlanPreview
    standing: Standing
    counts: Mapping[Standing, int]
    rows: tuple[GridRow, ...]
    page: int
    pages: int
    dues: int
    several: int
    alone: int

    @property
    def columns(self) -> tuple[tuple[str, PlanColumn], ...]:
        """The columns with their letters."""
        return tuple((column_letters(column.index), column) for column in self.plan.read.reading.columns)


def view_of(preview: Preview, wanted: Wanted) -> ImportView:
    """The page that somebody wants to see; the nearest one for what there is not."""
    plan = preview.plans[min(wanted.plan, len(preview.plans) - 1)]
    by_standing = [(line, line.standing) for line in plan.read.lines]
    counts = Counter(standing for _, standing in by_standing)
    standing = wanted.standing or next((each for each in Standing if counts[each]), Standing.GOOD)
    chosen = [line for line, each in by_standing if each is standing]
    pages = max(1, -(-len(chosen) // PAGE))
    page = min(max(1, wanted.page), pages)
    shown = chosen[(page - 1) * PAGE : page * PAGE]
    open_ones = [line for line, each in by_standing if each is not Standing.GOOD]
    return ImportView(
        plan=plan,
        standing=standing,
        counts=counts,
        rows=tuple(_row(line, plan.read.reading.columns) for line in shown),
        page=page,
        pages=pages,
        dues=sum(1 for line in open_ones if line.asks_due and not (line.due or line.known.due) and line.proposed),
        several=sum(
            1 for line in open_ones if line.asks_team and not (line.team or line.known.team) and line.line.teams
        ),
        alone=sum(1 for line in plan.read.lines if line.is_alone),
    )


def _row(line: ReadLine, columns: tuple[PlanColumn, ...]) -> GridRow:
    said: dict[str, set[Severity]] = {}
    for issue in line.issues:
        if letters := _letters(issue):
            said.setdefault(letters, set()).add(issue.severity)
    cells = (_cell(line, column.index, said.get(column_letters(column.index), set())) for column in columns)
    return GridRow(line, tuple(cells))


def _cell(line: ReadLine, index: int, said: set[Severity]) -> Cell:
    text = line.line.texts.get(index, "")
    cut = text.rfind(" ", 0, SHORT) if len(text) > LONG else len(text)
    end = cut if cut > 0 else SHORT
    return Cell(text[:end], text[end:].strip(), next((each for each in GRAVEST if each in said), None))


def _letters(issue: ImportIssue) -> str | None:
    found = LETTERS.fullmatch(issue.cell or "")
    return found[1] if found else None
