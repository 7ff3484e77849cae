"""Names of teams that are likely the same office."""

import pytest

from gdflow.domain.office_names import likely_same


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Secretaría de Planeación", "PLANEACIÓN"),
        ("Oficina TIC", "Oficina de las TIC"),
        ("Oficina Asesora Jurídica", "Of. Juridica"),
        ("Dpto. de Sistemas", "Departamento Sistemas"),
    ],
)
def test_an_office_is_known_by_its_own_words(name: str, other: str) -> None:
    assert likely_same(name, ["Control Interno", other]) == other
    assert likely_same(other, ["Control Interno", name]) == name


@pytest.mark.parametrize(
    ("name", "among"),
    [
        ("Gerencia General", ["Secretaría General"]),
        ("Secretaría de Salud", ["Dirección de Salud", "Secretaría de Salud Pública"]),
        ("Salud", ["Secretaría de Salud", "Dirección de Salud"]),
        ("Oficina", ["Secretaría"]),
    ],
)
def test_what_may_be_another_office_is_not_proposed(name: str, among: list[str]) -> None:
    assert likely_same(name, among) is None
