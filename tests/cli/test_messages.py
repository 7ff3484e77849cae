"""Every error has its one sentence."""

from collections import Counter

import pytest

from gdflow.cli.main import exit_code
from gdflow.cli.output import Exit
from gdflow.domain.errors import (
    ConfigError,
    ConflictError,
    DeliveryError,
    GdflowError,
    InputError,
    NotFoundError,
)
from gdflow.spanish import commands, config, delivery, files, forms, messages, official, reading, rules, storage
from tests.support.commands import CommandLine

SAID_BY_THEIR_OWN_ROOM = {"error_value", "formula_without_value"}
"""Codes of cells that a plan and a form both have; they are told with their place and are no errors."""


def test_no_code_has_two_sentences() -> None:
    catalogues = (commands, config, delivery, files, forms, official, reading, rules, storage)
    counts = Counter(code for each in catalogues for code in each.SENTENCES)
    assert {code for code, count in counts.items() if count > 1} == SAID_BY_THEIR_OWN_ROOM


def test_a_missing_fact_is_a_dash() -> None:
    assert messages.say(NotFoundError("unknown_plan", found="x")) == "No hay un plan «x». Planes cargados: —."


def test_an_unknown_code_is_said_with_its_facts() -> None:
    assert messages.say(InputError("new_code", cell="A1")) == "No se pudo continuar (new_code; cell: A1)."
    assert messages.say(InputError("new_code")) == "No se pudo continuar (new_code)."


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (NotFoundError("unknown_plan"), Exit.USAGE),
        (InputError("unknown_period"), Exit.USAGE),
        (InputError("empty_file"), Exit.PROBLEMS),
        (ConfigError("unknown_setting"), Exit.PROBLEMS),
        (ConflictError("nothing_owed"), Exit.REFUSED),
        (DeliveryError("deferred"), Exit.FAILURE),
        (GdflowError("x"), Exit.FAILURE),
    ],
)
def test_every_kind_of_error_has_its_exit_code(error: GdflowError, code: Exit) -> None:
    assert exit_code(error) is code


def test_what_is_mistyped_is_told_in_spanish_and_ends_with_2(gdflow: CommandLine) -> None:
    ran = gdflow("scan", "--bogus")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "No existe la opción «--bogus». Véase «gdflow scan --help».\n"


@pytest.mark.parametrize("words", [("scan", "--help"), ("config",), ()])
def test_the_help_has_spanish_titles(gdflow: CommandLine, words: tuple[str, ...]) -> None:
    out = gdflow(*words).out
    assert ("─ Opciones ─" in out, "─ Options ─" in out) == (True, False)
