"""The filters by which the pages of the desk put values into words; sentences come from gdflow.spanish."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from gdflow.domain.bands import BLUE, GREEN, RED, YELLOW
from gdflow.domain.figures import Figure
from gdflow.domain.happenings import HappeningKind
from gdflow.domain.lights import Light
from gdflow.domain.lines import Line
from gdflow.domain.periods import parse_period
from gdflow.domain.results import CellState
from gdflow.domain.values import values_by_period
from gdflow.services.reminder_log import Fate
from gdflow.services.wording import figure, so_far_text
from gdflow.spanish import board as words
from gdflow.spanish.amounts import foreseen
from gdflow.spanish.dates import brief_date
from gdflow.spanish.decisions import author_name, decision_text
from gdflow.spanish.explaining import REASONS, TO, VERDICTS
from gdflow.spanish.flags import flag_text
from gdflow.spanish.line_story import step_words
from gdflow.spanish.numbers import number, percent
from gdflow.spanish.periods import period_label, period_short
from gdflow.spanish.reminder_log import fate_sentence, step_fates, unsent_sentence

WHOLE = Fraction(1)
TICK = Fraction(1, 80)
"""The width of the mark on a bar, as a share of it."""

HAPPENING_TONES: Mapping[HappeningKind, str] = {
    HappeningKind.REPORTED: "blue",
    HappeningKind.EVIDENCE: "blue",
    HappeningKind.ACCEPTED: "good",
    HappeningKind.CLOSED: "good",
    HappeningKind.RETURNED: "warn",
    HappeningKind.REOPENED: "warn",
}
FATE_TONES: Mapping[Fate, str] = {
    Fate.SENT: "good",
    Fate.WAITING: "blue",
    Fate.BOUNCED: "bad",
    Fate.IN_DOUBT: "warn",
    Fate.OMITTED: "plain",
}
FATE_SYMBOLS: Mapping[Fate, str] = {
    Fate.SENT: "✔",
    Fate.WAITING: "○",
    Fate.BOUNCED: "✖",
    Fate.IN_DOUBT: "?",
    Fate.OMITTED: "–",
}
"""The colour beside what happened; its word stands there too."""


def desk_filters(local: Callable[[datetime], datetime]) -> Mapping[str, Callable[..., Any]]:
    """The filters by name. local: a moment as the entity's clocks show it."""
    return {
        "author": author_name,
        "brief_date": brief_date,
        "brief_moment": lambda at: f"{brief_date(local(at).date())}, {local(at):%H:%M}",
        "cell": _cell,
        "column_head": words.column_head,
        "deadline_words": words.deadline_words,
        "decided_words": words.decided_words,
        "decision_text": decision_text,
        "exempt_head": words.exempt_head,
        "exempt_words": words.exempt_words,
        "fate_symbol": FATE_SYMBOLS.__getitem__,
        "fate_tone": FATE_TONES.__getitem__,
        "fate_words": lambda row: fate_sentence(row.notice, came_back=row.came_back),
        "flag_text": flag_text,
        "foreseen": lambda value, line: foreseen(line, value),
        "gap": _gap,
        "happening_tone": lambda kind: HAPPENING_TONES.get(kind, "plain"),
        "light_tone": _light_tone,
        "lower_first": lambda text: text[:1].lower() + text[1:],
        "long_period": words.title_of,
        "mark": _mark,
        "next_words": words.next_words,
        "percent": lambda share: percent(share, 0 if (share * 100).denominator == 1 else 1),
        "period": period_label,
        "period_short": period_short,
        "period_tone": words.PERIOD_TONES.__getitem__,
        "reason": REASONS.__getitem__,
        "row_words": words.row_words,
        "so_far_of": lambda line, row: so_far_text(line, values_by_period(row)),
        "standing_symbol": words.SYMBOLS.__getitem__,
        "standing_tone": words.TONES.__getitem__,
        "state_of_cell": _state_of_cell,
        "state_words": words.state_words,
        "step_words": step_words,
        "talk_words": words.talk_words,
        "team_words": words.team_words,
        "tile_words": words.tile_words,
        "to_whom": TO.__getitem__,
        "told_words": lambda told: step_fates(told.reminder, told.notices, told.rests),
        "unsent_words": lambda row: unsent_sentence(row.why),
        "verdict": VERDICTS.__getitem__,
        "whole_percent": lambda share: percent(share, 0),
        "width": _width,
    }


def _cell(cell: Figure, line: Line, own: str) -> str:
    """The figure of a cell, or the word that stands in its place."""
    if cell.value is None or cell.after_cut:
        return words.cell_word(cell, own)
    return figure(cell.value, line)


def _state_of_cell(cell: Figure, today: date) -> str:
    """How a cell stands; of a period that has not begun only that."""
    if cell.value is None and parse_period(cell.period).start > today:
        return "Aún no empieza"
    return cell.word[:1].upper() + cell.word[1:] if cell.state is CellState.NOT_EXPECTED else cell.state.label


def _gap(gap: Fraction, line: Line) -> str:
    """4 por debajo, 2 por encima, al día: how far a line is from where it should be, in its unit."""
    if not gap:
        return "al día"
    return f"{foreseen(line, abs(gap))} por {'debajo' if gap > 0 else 'encima'}"


def _light_tone(light: Light) -> str:
    """The class of a light: an entity's own colours are told by the word and the symbol alone."""
    return {RED: "bad", YELLOW: "warn", GREEN: "good", BLUE: "blue"}.get(light.colour, "plain")


def _width(share: Fraction | None) -> str:
    """How much of a bar of 100 is filled."""
    return _plain(min(max(share or Fraction(0), Fraction(0)), WHOLE))


def _mark(share: Fraction) -> str:
    """Where the mark stands on a bar of 100, whole within it."""
    return _plain(min(max(share, Fraction(0)), WHOLE - TICK))


def _plain(share: Fraction) -> str:
    return number(share * 100, 1).replace(",", ".")
