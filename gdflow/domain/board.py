"""The coordinator's board: how each line of some plans stands in a period, by team, and what stands around it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from gdflow.domain.bands import GREEN, GREY, RED, Band, band_of
from gdflow.domain.closing import ClosingFacts
from gdflow.domain.consolidated import ConsolidatedLine
from gdflow.domain.courses import Course, Outlook, Pace, elapsed
from gdflow.domain.decisions import Decision
from gdflow.domain.figures import ANSWERED, Figure
from gdflow.domain.labels import LabelledEnum
from gdflow.domain.lights import Light, is_complete
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.obligations import Obligation
from gdflow.domain.outbox import NoticeState
from gdflow.domain.results import CellState, SubmissionState
from gdflow.domain.stored import OpenPeriod


class Standing(LabelledEnum):
    """How the report of a line stands for whoever coordinates, in the order in which hands are needed.

    REPORTED: of a plan that nobody reviews. The value stands in addresses.
    """

    MISSING = "sin-reportar", "Sin reportar"
    RETURNED = "devuelta", "Devuelta"
    UNREADABLE = "ilegible", "Dato ilegible en el plan"
    TO_REVIEW = "por-revisar", "Enviada · por revisar"
    REPORTED = "enviada", "Enviada"
    ACCEPTED = "aceptada", "Aceptada"
    COMPLETE = "cumplida", "Ya cumplida"
    NOT_OWED = "no-debe", "No debe"


WAITED_FOR = frozenset({Standing.MISSING, Standing.RETURNED})
EXEMPT = frozenset({Standing.COMPLETE, Standing.NOT_OWED})
ORDER = tuple(Standing)


class PeriodState(LabelledEnum):
    """How a period of a plan stands. OVERDUE: its day to close has passed, and nobody has closed it."""

    UNOPENED = "unopened", "Sin abrir"
    OPEN = "open", "Abierto"
    OVERDUE = "overdue", "Vencido, sin cerrar"
    CLOSED = "closed", "Cerrado"
    REOPENED = "reopened", "Reabierto"


@dataclass(frozen=True, slots=True)
class PlanPeriod:
    """A plan's period on a day. opened: its dates, None where it is not open yet; until: of its reopening."""

    plan: PlanFacts
    state: PeriodState
    opened: OpenPeriod | None = None
    closing: ClosingFacts | None = None
    until: date | None = None

    @property
    def takes_answers(self) -> bool:
        """Whether teams can still answer."""
        return self.state in (PeriodState.OPEN, PeriodState.REOPENED)


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A line on the board. expected: the share of its target that it should have by an even split of its periods.

    light: how it advances; decisions: those in force about it or its team. frozen: as the period's closing has it.
    """

    plan: PlanFacts
    row: ConsolidatedLine
    standing: Standing
    expected: Fraction | None
    light: Light
    decisions: tuple[Decision, ...] = ()
    frozen: bool = False

    @property
    def line(self) -> Line:
        """The line itself."""
        return self.row.line

    @property
    def owed(self) -> Obligation | None:
        """What it owes for the period, whatever became of that."""
        return self.row.cell.obligation


@dataclass(frozen=True, slots=True)
class Talk:
    """What a team was told about the period. days: on which mails left or wait; state: of the last ones.

    next_on: the day of the next reminder if nobody answers, None when none is to come.
    """

    days: int = 0
    last_on: date | None = None
    state: NoticeState | None = None
    next_on: date | None = None


@dataclass(frozen=True, slots=True)
class BoardTeam:
    """A team's part of the board; id: None for lines without a team. rows: asked for; exempt: nothing is asked."""

    id: int | None
    name: str
    rows: tuple[BoardRow, ...]
    exempt: tuple[BoardRow, ...]
    talk: Talk

    @property
    def missing(self) -> int:
        """How many lines still wait for the team."""
        return sum(row.standing in WAITED_FOR for row in self.rows)


@dataclass(frozen=True, slots=True)
class Board:
    """The board of some plans in a period, None where no plan has opened any. known: all plans of the entity.

    keys: the periods that can be chosen, newest first.
    """

    known: tuple[PlanFacts, ...]
    keys: tuple[str, ...]
    period: str | None
    today: date
    plans: tuple[PlanPeriod, ...]
    teams: tuple[BoardTeam, ...]

    @property
    def counts(self) -> Mapping[Standing, int]:
        """How many lines stand where, in the order of the standings."""
        found = Counter(row.standing for team in self.teams for row in (*team.rows, *team.exempt))
        return {each: found[each] for each in Standing}

    @property
    def frozen(self) -> tuple[PlanPeriod, ...]:
        """The plans of which it shows what the closing froze."""
        return tuple(each for each in self.plans if each.state is PeriodState.CLOSED)

    @property
    def takes_answers(self) -> bool:
        """Whether teams can still answer for any of its plans."""
        return any(each.takes_answers for each in self.plans)

    @property
    def missing(self) -> int:
        """How many lines wait for their teams."""
        return sum(team.missing for team in self.teams)

    @property
    def owing(self) -> int:
        """How many teams have something to report."""
        return sum(team.missing > 0 for team in self.teams)


DONE = Light("Cumplida", "✔", GREEN)
LATE = Light("Vencida", "✖", RED)
TO_COME = Light("Aún no empieza", "○", GREY)
NO_BAND = Light("Bajo todas las bandas", "✖", RED)


def standing_of(cell: Figure) -> Standing:
    """Where a line's report stands by its cell of the period."""
    if is_complete(cell):
        return Standing.COMPLETE
    if cell.state in ANSWERED:
        if cell.review is None:
            return Standing.REPORTED
        return Standing.ACCEPTED if cell.review is SubmissionState.ACCEPTED else Standing.TO_REVIEW
    by_state = {CellState.RETURNED: Standing.RETURNED, CellState.UNREADABLE: Standing.UNREADABLE}
    return by_state.get(cell.state, Standing.MISSING if cell.expected else Standing.NOT_OWED)


def expected_share(course: Course | Outlook) -> Fraction | None:
    """The share of its target that a line should have by now, its target split evenly; a level is owed whole."""
    if isinstance(course, Outlook):
        return None
    gone = elapsed(course, Pace.EVEN)
    return gone if course.moves or gone <= 0 else Fraction(1)


def progress_light(row: ConsolidatedLine, course: Course | Outlook, today: date, bands: Sequence[Band]) -> Light:
    """How a line advances: reached, past its end, or in the band of what it has by what it should have."""
    line = row.line
    if row.progress is not None and row.progress >= 1:
        return DONE
    if line.due is not None and line.due_confirmed and line.due < today:
        return LATE
    if isinstance(course, Outlook):
        return Light(course.label, "–", GREY)
    expected = expected_share(course)
    if not expected or expected < 0:
        return TO_COME
    band = band_of(course.share / expected, bands)
    return Light(band.label, band.symbol, band.colour) if band else NO_BAND


def in_order(rows: Iterable[BoardRow]) -> tuple[BoardRow, ...]:
    """Rows by where hands are needed: first what is late, then by plan and place in it."""
    return tuple(sorted(rows, key=_place))


def _place(row: BoardRow) -> tuple[int, bool, date, int, int]:
    due = row.owed.due_on if row.owed else date.max
    ended = row.light is not LATE
    return ORDER.index(row.standing), ended, due, row.plan.id, row.line.position
