from dataclasses import replace

import pytest

from tests.domain.cast import a_line


@pytest.mark.parametrize(
    ("missing", "label"),
    [
        ((), "Definir la hoja de ruta"),
        (("activity",), "Hoja de ruta"),
        (("activity", "deliverable"), "Hoja de ruta definida"),
        (("activity", "deliverable", "indicator"), "Hoja de ruta gobierno digital"),
    ],
)
def test_a_line_is_called_by_the_first_text_it_has(missing: tuple[str, ...], label: str) -> None:
    assert a_line(**dict.fromkeys(missing)).label == label


def test_a_line_without_any_text_is_called_by_its_row() -> None:
    bare = a_line(activity=None, deliverable=None, indicator=None, path=(), target_text=None)
    assert (bare.label, replace(bare, target_text="Construir 3 acueductos").label) == (
        "fila 15",
        "Construir 3 acueductos",
    )
