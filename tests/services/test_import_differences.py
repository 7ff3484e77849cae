"""What a document changes of a stored line, as people read it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gdflow.app import App
from gdflow.domain.plan import Accumulation, PdcaStage, PlanLine, TargetUnit
from gdflow.domain.renewal import pair
from gdflow.services.import_differences import Difference, changed_line
from tests.services.readings import a_line, reading
from tests.support.cast import GOBIERNO
from tests.support.installation import given, lines


def differences(app: App, before: PlanLine, after: PlanLine) -> list[Difference]:
    given(app, reading(before))
    stored = lines(app)
    (change,) = pair(stored, [after]).changed
    return list(changed_line(stored[0], after, change).differences)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({"number": "1"}, {"number": None}, ("Número", "1", "—")),
        ({}, {"start": date(2023, 2, 1)}, ("Fecha inicial", "dom 1 ene 2023", "mié 1 feb 2023")),
        ({}, {"due": date(2023, 11, 30)}, ("Fecha final", "dom 31 dic 2023", "jue 30 nov 2023")),
        ({"due": None}, {"due": date(2023, 11, 30)}, ("Fecha final", "—", "jue 30 nov 2023")),
        (
            {"due": None, "proposed_due": date(2023, 12, 31)},
            {"due": date(2023, 12, 31)},
            ("Fecha final", "dom 31 dic 2023 (propuesta)", "dom 31 dic 2023"),
        ),
        (
            {"due": None, "proposed_due": date(2023, 11, 30)},
            {"due": None, "proposed_due": date(2023, 12, 31)},
            ("Fecha final", "jue 30 nov 2023 (propuesta)", "dom 31 dic 2023 (propuesta)"),
        ),
        ({}, {"target": Decimal("4.5")}, ("Meta", "4", "4,5")),
        ({}, {"target_unit": TargetUnit.PERCENT}, ("Unidad de la meta", "cantidad", "porcentaje")),
        ({"target_unit": None}, {"target_unit": TargetUnit.COUNT}, ("Unidad de la meta", "—", "cantidad")),
        ({}, {"accumulation": Accumulation.LATEST}, ("Cómo se acumula", "se suma", "vale la última")),
        ({}, {"teams": (GOBIERNO, "TIC")}, ("Responsable", GOBIERNO, f"{GOBIERNO}; TIC")),
        ({}, {"path": ("Componente 1", "Meta 2")}, ("Está bajo", "—", "Componente 1 › Meta 2")),
        ({}, {"stage": PdcaStage.DO}, ("Etapa PHVA", "—", "H")),
        ({}, {"programmed": {"2023-Q1": Decimal(1)}}, ("Programado por período", "—", "T1 2023: 1")),
        ({"baseline": Decimal(2)}, {"baseline": Decimal(3)}, ("Línea base", "2", "3")),
    ],
)
def test_each_field_is_said_in_words(
    empty: App, before: dict[str, Any], after: dict[str, Any], said: tuple[str, str, str]
) -> None:
    assert differences(empty, a_line(**before), a_line(**{**before, **after})) == [Difference(*said)]


def test_a_percent_is_said_as_one(empty: App) -> None:
    half, whole = (a_line(target=Decimal(value), target_unit=TargetUnit.PERCENT) for value in ("0.5", "1"))
    assert differences(empty, half, whole) == [Difference("Meta", "50,0\u00a0%", "100,0\u00a0%")]


def test_a_document_that_does_not_say_how_it_adds_up_changes_nothing_of_it(empty: App) -> None:
    (said,) = differences(empty, a_line(accumulation=Accumulation.STOCK), a_line(number="7"))
    assert said.field == "Número"
