"""The small readers: titles, periods, dates, numbers, sentences, teams and directories."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.collect.plan_reader import read_directory
from gdflow.collect.plan_reader.addresses import addresses_in
from gdflow.collect.plan_reader.dates import read_day
from gdflow.collect.plan_reader.notes import notes_by_period
from gdflow.collect.plan_reader.numbers import is_blank_text, read_figure
from gdflow.collect.plan_reader.prose import only_days, window_in
from gdflow.collect.plan_reader.roles import Role, role_of
from gdflow.collect.plan_reader.stretches import stretch_of
from gdflow.collect.plan_reader.teams import split_teams
from gdflow.collect.plan_reader.wording import parted_number, stage_of
from gdflow.collect.sheet import Document
from gdflow.domain.plan import PdcaStage
from tests.collect.plan_reader.grids import grid


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("ACTIVIDADES A DESARROLLAR", Role.ACTIVITY),
        ("AC TIV IDAD", Role.ACTIVITY),
        ("ACTVIDAD", Role.ACTIVITY),
        ("DESCRIPCIÓN DEL INDICADOR", Role.INDICATOR),
        ("Fórmula del indicador", Role.FORMULA),
        ("UNIDAD DE MEDIDA DE LA META", Role.UNIT),
        ("Responsable de la actividad", Role.RESPONSIBLE),
        ("RESPONSBLE", Role.RESPONSIBLE),
        ("Fecha de Iniciación", Role.START),
        ("FECHA TERMINACIÓN METAS", Role.DUE),
        ("Fecha de seguimiento", Role.OTHER),
        ("Presupuesto 2024", Role.OTHER),
        ("Línea base", Role.BASELINE),
        ("Línea estratégica", Role.PATH),
        ("Resultado esperado", Role.DELIVERABLE),
        ("Oportunidad de mejora", Role.FINDING),
        ("¿Quién?", Role.RESPONSIBLE),
        ("Tema / Actividad", Role.ACTIVITY),
        ("DISEÑE ALTERNATIVAS DE MEJORA", Role.DESIGN),
        ("Palabra cualquiera", None),
    ],
)
def test_a_title_is_known_by_its_head_word(title: str, role: Role | None) -> None:
    assert role_of(title) is role


@pytest.mark.parametrize(
    ("title", "kind", "number"),
    [
        ("RES ULT AD O TRI ME STR E 3", "Q", 3),
        ("I Trim", "Q", 1),
        ("Trimestre II", "Q", 2),
        ("3er. Trimestre", "Q", 3),
        ("Avance T4", "Q", 4),
        ("Abril - Junio", "Q", 2),
        ("Ene-Mar", "Q", 1),
        ("Enero a abril", "C", 1),
        ("Primer cuatrimestre", "C", 1),
        ("Bimestre 5", "B", 5),
        ("2do semestre 2024", "S", 2),
        ("ene-24", "M", 1),
        ("Septiembre", "M", 9),
        ("Corte 30 de abril", "day", 4),
        ("Avance a 31/12/2024", "day", 12),
        ("Seguimiento 2", "nth", 2),
        ("Vigencia 2026", "Y", 1),
    ],
)
def test_a_period_is_known_in_its_many_spellings(title: str, kind: str, number: int) -> None:
    found = stretch_of(title)
    assert found is not None
    assert (found.kind, found.number) == (kind, number)


@pytest.mark.parametrize("title", ["Estrategia de TI", "Actividad", "Meta", "Trimestre", "Responsable"])
def test_what_names_no_period_is_none(title: str) -> None:
    assert stretch_of(title) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("01-Jan-23", date(2023, 1, 1)),
        ("01-ene-23", date(2023, 1, 1)),
        ("28/02/2023", date(2023, 2, 28)),
        ("28.02.2023", date(2023, 2, 28)),
        ("2023-02-28", date(2023, 2, 28)),
        ("2023/01/15", date(2023, 1, 15)),
        ("28 de febrero de 2023", date(2023, 2, 28)),
        ("febrero 28 de 2023", date(2023, 2, 28)),
        ("31 dic. 2023", date(2023, 12, 31)),
        ("1° de marzo de 2024", date(2024, 3, 1)),
        ("viernes, 28 de febrero de 2025", date(2025, 2, 28)),
        ("diciembre de 2023", date(2023, 12, 31)),
        ("dic-23", date(2023, 12, 31)),
        ("31/02/2023", None),
        ("30 de junio", None),
        ("Permanente", None),
        ("30-11-2.025", date(2025, 11, 30)),
        ("30 de septiembre de 2.025", date(2025, 9, 30)),
        ("2025/11", date(2025, 11, 30)),
        ("2025-2", None),
        ("05/0000", None),
        ("30/11/0025", None),
    ],
)
def test_a_date_is_read_in_closed_formats_only(text: str, day: date | None) -> None:
    assert read_day(text, end=True).value == day


@pytest.mark.parametrize(
    ("text", "day", "doubt"),
    [
        ("dic-25", date(2025, 12, 31), "month_only"),
        ("dic-27", date(2027, 12, 31), "month_only"),
        ("dic-31", date(2025, 12, 31), "year_assumed"),
        ("Nov 15", date(2025, 11, 15), "year_assumed"),
        ("feb-31", date(2031, 2, 28), "month_only"),
    ],
)
def test_a_number_behind_a_month_is_a_year_of_the_plan_or_a_day(text: str, day: date, doubt: str) -> None:
    found = read_day(text, end=True, year=2025)
    assert (found.value, found.doubt) == (day, doubt)


def test_a_piece_of_a_longer_number_is_no_date() -> None:
    assert only_days("30/11/20255") == only_days("numeral 1.2.3.24") == []


@given(st.dates(date(2000, 1, 1), date(2059, 12, 31)))
def test_any_date_written_day_first_is_itself(day: date) -> None:
    assert read_day(f"{day.day:02d}/{day.month:02d}/{day.year}", end=True).value == day
    assert read_day(day.isoformat(), end=True).value == day


@pytest.mark.parametrize(
    ("text", "value", "is_percent"),
    [
        ("33,3%", "0.333", True),
        ("100 %", "1", True),
        ("1 informe", "1", False),
        ("Cuatro (4) informes", "4", False),
        ("$ 1.200.000", "1200000", False),
        ("1.234.567,5", "1234567.5", False),
        ("0,3", "0.3", False),
        ("0.3", "0.3", False),
        ("≥ 90%", "0.9", True),
        ("1 Informe de 2023", "1", False),
        ("$ 1'500.000", "1500000", False),
        ("1´500.000,5", "1500000.5", False),
        ("1'234", "1234", False),
        ("'12", "12", False),
        ("3 mil árboles", "3000", False),
        ("dos millones de pesos", "2000000", False),
        ("1,5 mil millones", "1500000000", False),
        ("\u200b4\ufeff", "4", False),
    ],
)
def test_a_figure_is_exact(text: str, value: str, is_percent: bool) -> None:
    figure = read_figure(text)
    assert (figure.value, figure.percent) == (Decimal(value), is_percent)


@pytest.mark.parametrize("text", ["# Actas de reunión", "#", "2 actas y 1 informe", "Se hizo", "12/05", "1,2,3"])
def test_what_is_no_figure_is_unreadable(text: str) -> None:
    assert read_figure(text).doubt == "unreadable_value"


@pytest.mark.parametrize("text", ["#N/A", "#N/D", "#REF!", "#¡DIV/0!", "#¿NOMBRE?", "#DIV/0!", "#VALUE!"])
def test_an_error_that_became_text_is_still_an_error(text: str) -> None:
    assert read_figure(text).doubt == "error_value"
    assert not is_blank_text(text)


@given(st.decimals(min_value=0, max_value=999, places=2, allow_nan=False))
def test_a_decimal_comma_loses_nothing(value: Decimal) -> None:
    assert read_figure(str(value).replace(".", ",")).value == value


@pytest.mark.parametrize(
    ("text", "start", "due"),
    [
        ("Fecha: (01/08/2024 al 31/12/2027)", date(2024, 8, 1), date(2027, 12, 31)),
        ("plazo: 30 de junio de 2025", None, date(2025, 6, 30)),
        ("desde el 1 de febrero hasta el 30 de noviembre de 2025", date(2025, 2, 1), date(2025, 11, 30)),
        ("del 1 al 30 de junio de 2025", date(2025, 6, 1), date(2025, 6, 30)),
        ("Inicia: 01/02/2025. Plazo 30 de septiembre de 2025", date(2025, 2, 1), date(2025, 9, 30)),
    ],
)
def test_a_sentence_gives_its_window(text: str, start: date | None, due: date) -> None:
    found = window_in(text)
    assert (found.start, found.due) == (start, due)


def test_a_fiscal_year_only_proposes_its_last_day() -> None:
    found = window_in("un ejercicio de innovación abierta en la actual vigencia 2024")
    assert (found.due, found.proposed) == (None, date(2024, 12, 31))


@pytest.mark.parametrize(
    ("cell", "teams"),
    [
        ("Equipo Gobierno Digital y áreas de gestión OAI", ("Equipo Gobierno Digital", "áreas de gestión OAI")),
        ("Equipo de Uso y Apropiación", ("Equipo de Uso y Apropiación",)),
        ("Secretaría de Educación y Cultura", ("Secretaría de Educación y Cultura",)),
        ("Oficina de Prensa y Comunicaciones", ("Oficina de Prensa y Comunicaciones",)),
        (
            "Secretaría de Planeación, Control Interno y Gerencia",
            ("Secretaría de Planeación", "Control Interno", "Gerencia"),
        ),
        ("Oficina TIC\nSecretaría General", ("Oficina TIC", "Secretaría General")),
        ("Planeación / TIC", ("Planeación", "TIC")),
        ("Oficina Jurídica - Oficina de Prensa", ("Oficina Jurídica", "Oficina de Prensa")),
        ("Secretaría de Salud - Grupo PIC", ("Secretaría de Salud - Grupo PIC",)),
        ("Planeación, TIC y Archivo", ("Planeación", "TIC", "Archivo")),
        ("Cultura, Recreación y Deporte", ("Cultura, Recreación y Deporte",)),
        ("Prensa y Comunicaciones", ("Prensa y Comunicaciones",)),
        ("Compras / Otros", ("Compras / Otros",)),
        ("Secretaría de Planeación\ny Obras Públicas", ("Secretaría de Planeación y Obras Públicas",)),
    ],
)
def test_a_cell_is_split_only_between_two_offices(cell: str, teams: tuple[str, ...]) -> None:
    assert split_teams(cell, lambda _: None) == teams


def test_a_team_that_the_directory_lists_whole_is_one() -> None:
    name = "Equipo Gobierno Digital y áreas de gestión OAI"
    assert split_teams(f"{name}  ", {name: name}.get) == (name,)


def test_a_directory_is_found_by_its_titles_or_by_its_addresses() -> None:
    titled = grid([["team", "email"], ["Equipo A", "a@e.example, b@e.example"], ["Equipo B", None]], kind="text")
    bare = grid([["Equipo A", "x", "a@e.example"], [None, "y", "b@e.example"]], kind="text")
    first, second = read_directory(Document("teams.csv", (titled,)))
    assert (first.emails, second.emails) == (("a@e.example", "b@e.example"), ())
    assert [entry.emails for entry in read_directory(Document("x.csv", (bare,)))] == [("a@e.example", "b@e.example")]


@pytest.mark.parametrize(
    ("cell", "sound", "doubtful"),
    [
        ("Jefe Oficina <juridica@e.example>", ("juridica@e.example",), ()),
        ("correo institucional archivo@e.example", ("archivo@e.example",), ()),
        ("ext 102 archivo@e.example", ("archivo@e.example",), ()),
        ("uno@e.example dos@e.example.", ("uno@e.example", "dos@e.example"), ()),
        ("control interno@e.example", (), ("control interno@e.example",)),
        ("uno@e.example; dos@e", ("uno@e.example",), ("dos@e",)),
        ("salud(at)e.example", (), ("salud(at)e.example",)),
        ("no tiene", (), ()),
    ],
)
def test_what_is_only_meant_as_an_address_is_kept_apart(
    cell: str, sound: tuple[str, ...], doubtful: tuple[str, ...]
) -> None:
    assert addresses_in(cell) == (sound, doubtful)


def test_a_directory_loaded_by_itself_brings_what_is_only_meant_as_an_address() -> None:
    rows = [["Equipo", "Correo"], ["Salud", "salud@e.example"], ["Control Interno", "control interno@e.example"]]
    assert [entry.emails for entry in read_directory(Document("d.csv", (grid(rows),)))] == [
        ("salud@e.example",),
        ("control interno@e.example",),
    ]


@pytest.mark.parametrize("title", ["Correo del jefe", "Jefatura", "Correo jefatura", "Director"])
def test_the_address_of_the_head_is_kept_apart(title: str) -> None:
    rows = [["Dependencia", "Correo", title], ["Salud", "salud@e.example", "jefa@e.example"]]
    (entry,) = read_directory(Document("d.xlsx", (grid(rows),)))
    assert (entry.emails, entry.heads) == (("salud@e.example",), ("jefa@e.example",))


def test_the_number_before_a_text_is_taken_apart_but_not_from_a_list() -> None:
    assert parted_number("10. Elaborar") == ("10", "Elaborar")
    assert parted_number("1.1 Elaborar") == ("1.1", "Elaborar")
    assert parted_number("4 informes") == (None, "4 informes")
    assert parted_number("1) Una cosa 2) Otra cosa")[0] is None


def test_observations_go_to_the_period_they_speak_of() -> None:
    keys = ["2024-Q1", "2024-Q2"]
    assert notes_by_period("1. Uno\n2. Dos", keys, {}) == {"2024-Q1": "Uno", "2024-Q2": "Dos"}
    assert notes_by_period("Segundo trimestre: va bien", keys, {}) == {"2024-Q2": "Segundo trimestre: va bien"}
    assert notes_by_period("Va bien", keys, {"2024-Q2": 1}) == {"2024-Q2": "Va bien"}


@pytest.mark.parametrize(
    ("text", "stage"),
    [("P: Planear", PdcaStage.PLAN), ("h", PdcaStage.DO), ("Verificar", PdcaStage.CHECK), ("Otro", None)],
)
def test_a_stage_is_known_by_its_letter_or_word(text: str, stage: PdcaStage | None) -> None:
    assert stage_of(text) is stage
