"""Decisions, absences and the coverage check as people type and read them."""

import pytest

from tests.cli.test_docs import bullet, keys
from tests.support.cast import GOBIERNO, HEAD_MAIL, STRANGER_MAIL, USO, USO_MAIL
from tests.support.commands import CommandLine, Ran

DAY = ("--as-of", "2023-07-05")
WHO = ("--by", "Ana", "--reason", "Hay una auditoría en curso.", *DAY)


def decided(cartagena: CommandLine, *words: str) -> str:
    ran = cartagena(*words, *WHO)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def test_a_silence_says_until_when_and_how_to_undo_it(cartagena: CommandLine) -> None:
    told = decided(cartagena, "silence", "18", "--until", "2023-07-11")
    assert "Fila 18 de «cartagena_2023»: se sigue debiendo" in told
    assert "hasta el martes 11 de julio de 2023 inclusive" in told
    assert "desde el miércoles 12 de julio de 2023" in told
    assert "gdflow undo 1 --by NOMBRE" in told


def test_a_team_is_silenced_by_its_name(cartagena: CommandLine) -> None:
    assert f"Lo que debe {USO}" in decided(cartagena, "silence", "--team", "uso y", "--until", "2023-07-11")
    assert "descansa" not in cartagena("decisions", *DAY).out
    assert USO in cartagena("decisions", *DAY).out


def test_an_acknowledgement_keeps_the_head_informed(cartagena: CommandLine) -> None:
    told = decided(cartagena, "acknowledge", "18")
    assert "hasta el lunes 10 de julio de 2023 inclusive" in told
    assert "A la jefatura y a la coordinación se les sigue informando" in told


def test_an_extension_says_both_dates_and_what_becomes_of_the_closing(cartagena: CommandLine) -> None:
    before = decided(cartagena, "extend", "18", "--to", "2023-07-14", "--period", "2023-Q2")
    assert "vence el viernes 14 de julio de 2023 (antes, el lunes 10 de julio de 2023)" in before
    assert "El período cierra igual, el lunes 17 de julio de 2023" in before
    past = decided(cartagena, "extend", "18", "--to", "2023-07-28", "--period", "2023-Q2")
    assert "para esta línea el período cierra el viernes 28 de julio de 2023; para las demás no cambia." in past


def test_an_extension_of_what_has_closed_opens_it_again(cartagena: CommandLine) -> None:
    late = ("--by", "Ana", "--reason", "Fallo del sistema", "--as-of", "2023-07-19")
    told = cartagena("extend", "18", "--to", "2023-07-28", "--period", "2023-Q2", *late)
    assert "Vuelve a recibirse: ya había cerrado." in told.out


def test_the_lines_own_date_is_extended_without_a_period(cartagena: CommandLine) -> None:
    told = decided(cartagena, "extend", "18", "--to", "2024-02-29")
    assert "Fecha final de la línea: vence el jueves 29 de febrero de 2024" in told


def test_a_waiver_says_what_is_not_owed_and_undoing_it_what_is_again(cartagena: CommandLine) -> None:
    told = decided(cartagena, "waive", "18")
    assert "no debe nada más desde hoy" in told
    assert "Resultado del trimestre 2 de 2023: ya no se debe" in told
    undone = cartagena("undo", "1", "--by", "Ana", *DAY)
    assert "Se deshizo la decisión 1" in undone.out
    assert "Fecha final de la línea: se debe para el domingo 31 de diciembre de 2023." in undone.out


def test_a_waiver_of_a_period_to_come_says_so(cartagena: CommandLine) -> None:
    told = decided(cartagena, "waive", "18", "--period", "2023-Q4")
    assert "no debe el resultado del trimestre 4 de 2023" in told
    assert "Hoy no debía nada de eso; tampoco lo deberá después." in told


def test_a_handover_tells_the_coordinator_how_to_decide(cartagena: CommandLine) -> None:
    told = decided(cartagena, "handover", "18", "--to", "gobierno digital")
    assert "su equipo dice que no le corresponde" in told
    assert f"gdflow assign '{GOBIERNO}' 18" in told
    assert f"(sería de {GOBIERNO})" in " ".join(cartagena("decisions", "18", *DAY).out.split())
    assert "barrido" in cartagena("undo", "1", "--by", "Ana", *DAY).out


def test_a_mail_that_had_not_left_is_written_anew(cartagena: CommandLine) -> None:
    cartagena("scan", "--as-of", "2023-07-10")
    who = ("--by", "Ana", "--reason", "Auditoría", "--as-of", "2023-07-10")
    assert "Se rehízo un correo" in cartagena("silence", "18", "--until", "2023-07-11", *who).out


def test_a_rehearsal_keeps_nothing(cartagena: CommandLine) -> None:
    assert "Ensayo: no se guardó nada." in decided(cartagena, "waive", "18", "--dry-run")
    assert "No rige ninguna decisión." in cartagena("decisions", *DAY).out


def test_the_json_is_all_there_is(cartagena: CommandLine) -> None:
    told = cartagena("silence", "18", "--until", "2023-07-11", *WHO, "--json").json
    assert (told["decision"]["kind"], told["decision"]["author"], told["rewritten"]) == ("silence", "Ana", 0)
    (listed,) = cartagena("decisions", *DAY, "--json").json["decisions"]
    assert (listed["id"], listed["row"], listed["until"]) == (1, 18, "2023-07-11")
    assert cartagena("handover", "18", "--to", GOBIERNO, *WHO, "--json").json["decision"]["kind"] == "handover"


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("silence", "--until", "2023-07-11"), 2, "Indique una línea o un equipo"),
        (("silence", "18", "--team", USO, "--until", "2023-07-11"), 2, "Indique una línea o un equipo"),
        (("silence", "18", "--until", "mañana"), 2, "no es una fecha"),
        (("silence", "18", "--until", "2023-07-01"), 2, "ya pasó"),
        (("waive", "18", "--period", "2023-Q1"), 4, "ya no debe el resultado"),
        (("extend", "18", "--to", "2023-12-01", "--period", "2023-Q1"), 4, "sus períodos pendientes: 2023-Q2"),
        (("waive", "99"), 2, "No hay una línea"),
    ],
)
def test_what_cannot_be_decided_says_why(
    cartagena: CommandLine, words: tuple[str, ...], code: int, sentence: str
) -> None:
    ran = cartagena(*words, *WHO)
    assert (ran.code, sentence in ran.err) == (code, True)


def test_a_decision_without_author_or_reason_is_refused(cartagena: CommandLine) -> None:
    assert cartagena("waive", "18", "--by", " ", "--reason", "x", *DAY).code == 2
    assert cartagena("waive", "18", "--by", "Ana", *DAY).code == 2
    assert cartagena("undo", "1", "--by", " ", *DAY).code == 2
    assert cartagena("undo", "7", "--by", "Ana", *DAY).code == 2


def test_the_explanation_names_the_decision(cartagena: CommandLine) -> None:
    decided(cartagena, "silence", "18", "--until", "2023-07-11")
    told = cartagena("explain", "18", "--as-of", "2023-07-10").out
    assert "1. Silenciada hasta el martes 11 de julio de 2023: Hay una auditoría en curso." in told
    assert "Lo decidió Ana el miércoles 5 de julio de 2023." in told
    assert "sus recordatorios están en silencio (decisión 1)." in told
    assert "no se escribió: silencio (decisión 1)" in told
    assert "Próximo paso: +1, al equipo, el miércoles 12 de julio de 2023" in told


def test_the_explanation_tells_what_was_said_before_an_extension(cartagena: CommandLine) -> None:
    cartagena("remind", "--as-of", "2023-06-30")
    decided(cartagena, "extend", "18", "--to", "2023-07-28", "--period", "2023-Q2")
    told = cartagena("explain", "18", "--as-of", "2023-07-10").out
    assert "Antes, con otra fecha o con otro equipo:" in told
    assert "tiene prórroga y todavía no llega el primer paso antes de la nueva fecha (decisión 1)." in told
    assert f"{USO_MAIL}: enviado (vie 30 jun)" in told


def test_the_explanation_tells_when_a_waiting_mail_leaves(cartagena: CommandLine) -> None:
    cartagena("scan", "--as-of", "2023-07-10")
    told = cartagena("explain", "18", "--as-of", "2023-07-10").out
    assert f"{USO_MAIL}: en cola (lun 10 jul); sale desde el lun 10 jul a las 08:00" in " ".join(told.split())


def test_the_explanation_tells_of_a_mail_that_was_taken_back(cartagena: CommandLine) -> None:
    cartagena("scan", "--as-of", "2023-07-10")
    who = ("--by", "Ana", "--reason", "Auditoría", "--as-of", "2023-07-10")
    cartagena("silence", "18", "--until", "2023-07-11", *who)
    told = cartagena("explain", "18", "--as-of", "2023-07-10").out
    assert "omitido (lun 10 jul): se retiró antes de salir, porque una decisión cambió lo que decía" in told
    assert "espera: silencio (decisión 1)" in told


def test_an_undone_decision_is_told_on_its_last_day(cartagena: CommandLine) -> None:
    decided(cartagena, "silence", "18", "--until", "2023-07-11")
    cartagena("undo", "1", "--by", "Berta", "--as-of", "2023-07-06")
    assert "Lo deshizo Berta el jueves 6 de julio de 2023." in cartagena("explain", "18", "--as-of", "2023-07-06").out
    assert "Decisiones" not in cartagena("explain", "18", "--as-of", "2023-07-07").out


def away(cartagena: CommandLine, *words: str) -> Ran:
    return cartagena("teams", "away", *words, "--by", "Ana", *DAY)


def test_the_json_of_decisions_has_the_documented_keys(cartagena: CommandLine) -> None:
    extended = cartagena("extend", "18", "--to", "2023-07-28", "--period", "2023-Q2", *WHO, "--json").json
    assert keys(extended) == bullet("silence`, `acknowledge`, `extend`, `waive`, `handover`, `undo")
    assert keys(cartagena("decisions", *DAY, "--json").json) == bullet("decisions")


def test_the_json_of_an_explanation_has_the_documented_keys(cartagena: CommandLine) -> None:
    cartagena("remind", "--as-of", "2023-06-30")
    decided(cartagena, "extend", "18", "--to", "2023-07-28", "--period", "2023-Q2")
    told = cartagena("explain", "18", "--as-of", "2023-07-21", "--json").json
    reviewed = {"at", "note", "reviewer"}  # of a version that somebody reviewed; here nobody answered yet
    closed = {"number", "closed_at"}  # of a closing; here nobody has closed anything
    assert keys(told) | {"not_owed"} | reviewed | closed == bullet("explain")


def test_the_json_of_a_coverage_check_has_the_documented_keys(cartagena: CommandLine) -> None:
    cartagena("assign", "Oficina de TIC", "18", "--by", "Ana")
    assert keys(cartagena("coverage", *DAY, "--json").json) == bullet("coverage")


def test_an_absence_says_who_reads_instead(cartagena: CommandLine) -> None:
    told = away(cartagena, USO_MAIL, "--to", "2023-07-14")
    assert f"{USO_MAIL} queda ausente; desde el miércoles 5 de julio de 2023 se escribe a {HEAD_MAIL}." in told.out
    assert "ausente del 2023-07-05 al 2023-07-14" in cartagena("teams").out
    assert f"ya volvió; desde el miércoles 5 de julio de 2023 se escribe a {USO_MAIL}" in (
        away(cartagena, USO_MAIL, "--back").out
    )
    assert "ausente" not in cartagena("teams").out


def test_an_absence_that_leaves_nobody_says_how_to_name_a_substitute(cartagena: CommandLine) -> None:
    away(cartagena, USO_MAIL, "--to", "2023-07-14")
    told = away(cartagena, HEAD_MAIL, "--from", "2023-07-06", "--to", "2023-07-07", "--dry-run").out
    assert "no queda a quién escribirle" in told
    assert "--role substitute" in told
    assert "Ensayo: no se guardó nada." in told


@pytest.mark.parametrize("words", [(), ("--back", "--to", "2023-07-14"), ("--back", "--from", "2023-07-14")])
def test_an_absence_needs_its_days(cartagena: CommandLine, words: tuple[str, ...]) -> None:
    assert away(cartagena, USO_MAIL, *words).code == 2
    assert away(cartagena, STRANGER_MAIL, "--to", "2023-07-14").code == 2


def test_the_json_of_the_teams_tells_absences(cartagena: CommandLine) -> None:
    away(cartagena, USO_MAIL, "--to", "2023-07-14")
    contacts = [contact for team in cartagena("teams", "--json").json["teams"] for contact in team["contacts"]]
    assert {"email": USO_MAIL, "role": "member", "away_from": "2023-07-05", "away_to": "2023-07-14"} in contacts


def test_the_coverage_check_ends_with_3_when_nobody_would_read(cartagena: CommandLine) -> None:
    assert cartagena("coverage", *DAY).code == 0
    cartagena("assign", "Oficina de TIC", "18", "--by", "Ana")
    ran = cartagena("coverage", "--plan", "cartagena_2023", *DAY)
    assert (ran.code, ran.err) == (3, "")
    assert "de 1 no habrá a quién recordárselo" in ran.out
    assert "su equipo no tiene correo" in ran.out


def test_the_coverage_of_one_period_is_asked_by_its_key(cartagena: CommandLine) -> None:
    (period,) = cartagena("coverage", "--period", "2023-Q4", *DAY, "--json").json["periods"]
    assert (period["period"], period["opened"], period["gaps"]) == ("2023-Q4", False, [])
    assert "No hay períodos" in cartagena("coverage", "--as-of", "2025-01-02").out
