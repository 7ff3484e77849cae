"""The course of a line towards its target, and where it leads at the pace that the line has kept.

A line that holds a level (latest, average, flow, stock, maximum) is taken to go on holding it; one that adds up, or is
measured from its baseline, is on its way. Two paces, which differ: even parts by periods, and an even way by days.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache

from gdflow.domain.accumulation import SUMMED, exact, measured_from_baseline
from gdflow.domain.consolidated import ConsolidatedLine
from gdflow.domain.labels import LabelledEnum
from gdflow.domain.lines import Line
from gdflow.domain.obligations import ENDS_WHEN_REACHED
from gdflow.domain.periods import Period, parse_period
from gdflow.domain.progress import WHOLE, period_target, reaches
from gdflow.domain.quick import quickly_made

NOTHING = Fraction(0)


class Pace(LabelledEnum):
    """By which pace a line is measured."""

    EVEN = "even", "Meta en partes iguales (o la programada) entre los períodos de la línea"
    LINEAR = "linear", "Avance parejo por días calendario"


class Outlook(LabelledEnum):
    """Where a line ends at its pace, or why that cannot be said."""

    REACHED = "reached", "Meta cumplida"
    ON_PACE = "on_pace", "Llega a la meta"
    SHORT = "short", "No llega a la meta"
    ENDED_SHORT = "ended_short", "Terminó sin cumplir la meta"
    NOT_BEGUN = "not_begun", "Aún no debía avanzar"
    NOT_REPORTED = "not_reported", "Sin reporte"
    NO_TARGET = "no_target", "Sin meta numérica"
    NO_BASELINE = "no_baseline", "Sin línea base con la cual medir"
    NO_WINDOW = "no_window", "Sin plazo"


@quickly_made
@dataclass(frozen=True, slots=True)
class Course:
    """A line on its way from `origin` to `target` if it moves, else held at a level.

    asked: keys of the periods of its window; past: those that have ended at the cut. share: of the target reached.
    ended: its window is over.
    """

    line: Line
    cut: Period
    asked: tuple[str, ...]
    past: tuple[str, ...]
    origin: Fraction
    target: Fraction
    reached: Fraction | None
    share: Fraction
    moves: bool
    ended: bool


def course_of(row: ConsolidatedLine, asked: tuple[str, ...], cut: Period) -> Course | Outlook:
    """The course of a line, or why nothing can be said of it."""
    line, share = row.line, row.progress
    if line.target is None or line.due is None or share is None or not asked:
        return _why_not(row, asked)
    summed, from_baseline = line.accumulation in SUMMED, measured_from_baseline(line)
    return Course(
        line=line,
        cut=cut,
        asked=asked,
        past=_past(asked, cut.end),
        origin=exact(line.baseline) if from_baseline and line.baseline is not None else NOTHING,
        target=exact(line.target),
        reached=NOTHING if row.gathered is None and summed else row.gathered,
        share=share,
        moves=summed or from_baseline,
        ended=line.due <= cut.end,
    )


def outlook_of(course: Course, pace: Pace) -> Outlook:
    """Where the line ends at a pace."""
    if course.share.numerator >= course.share.denominator:
        if course.ended or course.line.accumulation in ENDS_WHEN_REACHED:
            return Outlook.REACHED
    elif course.ended:
        return Outlook.ENDED_SHORT
    gone = elapsed(course, pace)
    if gone.numerator <= 0:
        return Outlook.NOT_BEGUN
    if course.reached is None:
        return Outlook.NOT_REPORTED
    # at its end it has its share of now by the share of the way that lies behind it
    return Outlook.ON_PACE if reaches(course.share, gone if course.moves else WHOLE) else Outlook.SHORT


def elapsed(course: Course, pace: Pace) -> Fraction:
    """The share of the line's way that should lie behind it: by days both ends of its window included; by periods
    those that have ended, each weighing what the plan programmes for it.
    """
    if pace is Pace.LINEAR:
        return _by_days(course.line.start, course.line.due or course.cut.end, course.cut.end)
    even = _share(len(course.past), len(course.asked))
    return even if not course.line.programmed else _programmed(course, even)[0]


def expected(course: Course, pace: Pace) -> Fraction:
    """What the line should have by now; a level is owed whole."""
    if pace is Pace.EVEN and course.line.programmed:
        return _programmed(course, elapsed(course, pace))[1]
    return _due_by(course, elapsed(course, pace))


def projected(course: Course, pace: Pace) -> Fraction | None:
    """What the line has at its end at a pace that is not nothing."""
    if course.reached is None or course.reached == course.origin or not course.moves:
        return course.reached
    return course.origin + (course.reached - course.origin) / elapsed(course, pace)


def _why_not(row: ConsolidatedLine, asked: Sequence[str]) -> Outlook:
    if row.line.target is None:
        return Outlook.NO_TARGET
    if not asked:
        return Outlook.NO_WINDOW
    return Outlook.NO_BASELINE if measured_from_baseline(row.line) else Outlook.NO_TARGET


def _programmed(course: Course, even: Fraction) -> tuple[Fraction, Fraction]:
    """The share of what the plan programmes that was due by now, and the figure; `even` where it programmes nothing."""
    line, past = course.line, course.past
    if line.accumulation in SUMMED:
        parts = {key: period_target(line, key, course.asked) or NOTHING for key in course.asked}
        planned, so_far = sum(parts.values(), NOTHING), sum((parts[key] for key in past), NOTHING)
        return (so_far / planned, so_far) if planned else (even, course.target * even)
    levels = [exact(line.programmed[key]) for key in past if key in line.programmed]
    if not levels:
        return even, _due_by(course, even)
    way = course.target - course.origin
    return (levels[-1] - course.origin) / way if course.moves else Fraction(1), levels[-1]


def _due_by(course: Course, share: Fraction) -> Fraction:
    if not course.moves:
        return course.target
    return course.origin + (course.target - course.origin) * share if course.origin else course.target * share


# the lines of a plan have few windows among them
@lru_cache(maxsize=4096)
def _past(asked: tuple[str, ...], day: date) -> tuple[str, ...]:
    return tuple(key for key in asked if parse_period(key).end <= day)


@lru_cache(maxsize=4096)
def _by_days(start: date | None, due: date, day: date) -> Fraction:
    begun = start or due.replace(month=1, day=1)
    gone = (min(day, due) - begun).days + 1
    return Fraction(max(gone, 0), (due - begun).days + 1)


@lru_cache(maxsize=4096)
def _share(part: int, whole: int) -> Fraction:
    return Fraction(part, whole)
