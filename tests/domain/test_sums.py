"""Sums that are added up group by group give what the whole would."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as some

from gdflow.domain.consolidated import ConsolidatedLine
from gdflow.domain.rollups import roll_up
from gdflow.domain.sums import Sums, sums_of
from tests.support.closed import report

LINES = report("2023-Q2").lines
share = some.none() | some.fractions(0, 3, max_denominator=40)
line = some.builds(
    lambda at, progress, compliance: replace(LINES[at], progress=progress, compliance=compliance),
    some.integers(0, len(LINES) - 1),
    share,
    share,
)


@given(some.lists(some.lists(line, max_size=5), max_size=6))
def test_the_mean_of_sums_is_the_mean_of_all_lines(groups: Sequence[Sequence[ConsolidatedLine]]) -> None:
    together = sum((sums_of(group) for group in groups), Sums())
    whole = roll_up("Todas", [each for group in groups for each in group])
    made = together.mean("Todas")
    assert replace(made, uncapped_compliance=None) == replace(whole, uncapped_compliance=None)


def test_of_no_line_nothing_is_said() -> None:
    nothing = Sums().mean("Ninguna")
    assert (nothing.progress, nothing.uncapped, nothing.compliance, nothing.tally.owed) == (None, None, None, 0)


def test_a_sum_counts_a_line_at_most_as_the_whole() -> None:
    over = replace(LINES[0], progress=Fraction(3), compliance=None)
    made = sums_of([over, replace(over, progress=Fraction(0))])
    assert (made.progress, made.uncapped, made.over) == (1, 3, 1)
