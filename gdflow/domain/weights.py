"""How the lines of a plan weigh against each other, where the plan says so: siblings weigh 1 (or 100) together.

Weights that do not add up are not mended: the lines weigh the same then, and the reason is said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from gdflow.domain.accumulation import exact
from gdflow.domain.labels import LabelledEnum

WHOLES = (Fraction(1), Fraction(100))
# Three thirds are printed as 33,3 each: a thousandth of the whole may be missing.
SLACK = Fraction(1, 1000)


class Scope(StrEnum):
    """Among which lines the weights add up: none are used, all those of the plan, or those of each item."""

    EQUAL = "equal"
    PLAN = "plan"
    ITEM = "item"


class WeightNote(LabelledEnum):
    """Why lines weigh the same although their plan has weights."""

    NOT_WHOLE = "not_whole", "los pesos del plan no suman 100 %, por eso se usaron pesos iguales"
    INCOMPLETE = "incomplete", "hay líneas sin peso, por eso se usaron pesos iguales"
    NEGATIVE = "negative", "hay pesos negativos, por eso se usaron pesos iguales"
    WITHIN_ITEMS = "within_items", "los pesos del plan son de cada ítem, por eso aquí se usaron pesos iguales"
    SEVERAL_PLANS = "several_plans", "cada plan tiene sus propios pesos, por eso aquí se usaron pesos iguales"


@dataclass(frozen=True, slots=True)
class Weights:
    """How lines weigh. total: what the plan's weights come to, where it has any."""

    scope: Scope = Scope.EQUAL
    note: WeightNote | None = None
    total: Fraction | None = None

    @property
    def beyond_items(self) -> "Weights":
        """How they weigh in a group that is not an item: weights within items say nothing of lines of two items."""
        return Weights(note=WeightNote.WITHIN_ITEMS, total=self.total) if self.scope is Scope.ITEM else self


EQUAL = Weights()
SEVERAL_PLANS = Weights(note=WeightNote.SEVERAL_PLANS)
"""How the lines of several plans weigh together, where one of these has weights."""


def weights_of(items: Iterable[Sequence[Decimal | None]]) -> Weights:
    """How the lines of a plan weigh, by the weights of its items' lines."""
    each = list(items)
    known = [weight for item in each for weight in item if weight is not None]
    if not known:
        return EQUAL
    total = _total(known)
    if len(known) < sum(map(len, each)):
        return Weights(note=WeightNote.INCOMPLETE, total=total)
    if min(known) < 0:
        return Weights(note=WeightNote.NEGATIVE, total=total)
    if _is_whole(total):
        return Weights(Scope.PLAN, total=total)
    if all(_is_whole(_total(item)) for item in each):
        return Weights(Scope.ITEM, total=total)
    return Weights(note=WeightNote.NOT_WHOLE, total=total)


def _total(weights: Iterable[Decimal | None]) -> Fraction:
    return sum((exact(weight) for weight in weights if weight is not None), Fraction(0))


def _is_whole(total: Fraction) -> bool:
    return any(abs(total - whole) <= whole * SLACK for whole in WHOLES)
