"""What lines come to that are never all at hand: exact sums that add up, of which a mean is taken last."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from gdflow.domain.progress import rollup
from gdflow.domain.rollups import Counted, Method, Rollup, Tally, roll_up

NOTHING, NOBODY = Fraction(0), Tally(0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Sums:
    """Lines of equal weight. progress, uncapped, compliance: sums of shares over `counted` and `complied` lines."""

    lines: int = 0
    counted: int = 0
    over: int = 0
    progress: Fraction = NOTHING
    uncapped: Fraction = NOTHING
    complied: int = 0
    complied_over: int = 0
    compliance: Fraction = NOTHING
    tally: Tally = NOBODY

    def __add__(self, other: "Sums") -> "Sums":
        """Both together."""
        return Sums(
            lines=self.lines + other.lines,
            counted=self.counted + other.counted,
            over=self.over + other.over,
            progress=self.progress + other.progress,
            uncapped=self.uncapped + other.uncapped,
            complied=self.complied + other.complied,
            complied_over=self.complied_over + other.complied_over,
            compliance=self.compliance + other.compliance,
            tally=self.tally + other.tally,
        )

    def mean(self, name: str) -> Rollup:
        """The mean of the lines, each with the same weight; it is what `roll_up` makes of all of them."""
        return Rollup(
            group=name,
            lines=self.lines,
            counted=self.counted,
            over=self.over,
            progress=self.progress / self.counted if self.counted else None,
            uncapped=self.uncapped / self.counted if self.counted else None,
            compliance=self.compliance / self.complied if self.complied else None,
            tally=self.tally,
            method=Method.EQUAL_LINES,
            complied_over=self.complied_over,
        )


def sums_of(lines: Sequence[Counted]) -> Sums:
    """The sums of some lines."""
    mean, complied = roll_up("", lines), [line.compliance for line in lines if line.compliance is not None]
    return Sums(
        lines=mean.lines,
        counted=mean.counted,
        over=mean.over,
        progress=(mean.progress or NOTHING) * mean.counted,
        uncapped=(mean.uncapped or NOTHING) * mean.counted,
        complied=len(complied),
        complied_over=mean.complied_over,
        compliance=(rollup(complied) or NOTHING) * len(complied),
        tally=mean.tally,
    )
