"""What an entity writes, and what it is told when something is wrong."""

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from gdflow.domain.errors import ConfigError
from gdflow.settings import Settings, check_settings, load_settings
from gdflow.spanish.config import SENTENCES

NOTHING: Mapping[str, str] = {}


def write(home: Path, text: str, file: str = "gdflow.toml") -> Path:
    (home / "config").mkdir(exist_ok=True)
    (home / "config" / file).write_text(text, encoding="utf-8")
    return home


def told(home: Path, environ: Mapping[str, str] = NOTHING) -> str:
    """The one sentence that a person reads."""
    (problem,) = check_settings(home, environ)
    return SENTENCES[problem.code].format_map(problem.facts)


def test_without_files_everything_has_its_default(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, NOTHING)
    assert settings.model_dump() == Settings().model_dump()
    assert (settings.mail.mode, settings.reporting.closes_days, settings.origin(("mail", "mode"))) == (
        "files",
        10,
        None,
    )


def test_a_file_overrides_the_default_and_the_environment_overrides_the_file(tmp_path: Path) -> None:
    home = write(tmp_path, '[mail]\nport = 25\nsender = "a@entidad.example"\n')
    settings = load_settings(home, {"GDFLOW_MAIL__PORT": "465", "HOME": "/x"})
    assert (settings.mail.port, settings.mail.sender) == (465, "a@entidad.example")
    assert settings.origin(("mail", "port")) == "GDFLOW_MAIL__PORT"
    assert settings.origin(("mail", "sender")) == "config/gdflow.toml:3"


def test_every_file_is_a_part_of_the_settings(tmp_path: Path) -> None:
    write(tmp_path, 'holidays = [{ date = 2026-11-11, name = "Fiesta" }]\nworked = [2026-12-19]', "calendar.toml")
    write(tmp_path, "[results]\nteam = [-1]\n", "reminders.toml")
    write(
        tmp_path,
        '[[levels]]\nname = "a"\nlabel = "A"\nsymbol = "x"\ncolour = "#000000"\n'
        '[[levels]]\nname = "b"\nlabel = "B"\nsymbol = "y"\ncolour = "#FFFFFF"\nfrom_percent = 33.3\n',
        "bands.toml",
    )
    settings = load_settings(tmp_path, NOTHING)
    assert settings.calendar.holidays[0].date == date(2026, 11, 11)
    assert settings.calendar.worked == (date(2026, 12, 19),)
    assert (settings.reminders.results.team, settings.reminders.results.head) == ((-1,), (3,))
    assert settings.bands.levels[1].from_percent == Decimal("33.3")


def test_hours_are_written_as_text_or_as_times(tmp_path: Path) -> None:
    settings = load_settings(write(tmp_path, '[window]\nstart = "07:30"\nend = 17:00:00\n'), NOTHING)
    assert (settings.window.start, settings.window.end) == (time(7, 30), time(17))


def test_an_empty_variable_says_nothing(tmp_path: Path) -> None:
    assert load_settings(tmp_path, {"GDFLOW_MAIL__HOST": "", "GDFLOW_MAIL__PORT": ""}).mail.port == 587


def test_a_file_saved_by_notepad_is_read(tmp_path: Path) -> None:
    home = write(tmp_path, '\ufeff[entity]\r\nname = "Alcaldía"\r\n')
    assert load_settings(home, NOTHING).entity.name == "Alcaldía"


def test_a_password_comes_by_variable_and_is_never_printed(tmp_path: Path) -> None:
    home = write(tmp_path, '[mail]\nuser = "u"\n')
    settings = load_settings(
        home, {"GDFLOW_MAIL__PASSWORD": "s3creta", "GDFLOW_DATABASE__URL": "postgresql://u:s3creta@h/d"}
    )
    assert settings.mail.password is not None
    assert settings.mail.password.get_secret_value() == "s3creta"
    assert "s3creta" not in f"{settings!r}{settings}{settings.mail!r}{settings.database!r}"


def test_a_password_comes_from_a_file_without_its_line_end(tmp_path: Path) -> None:
    (tmp_path / "clave").write_text("s3creta\n")
    settings = load_settings(tmp_path, {"GDFLOW_MAIL__PASSWORD_FILE": "clave", "GDFLOW_MAIL__USER": "u"})
    assert settings.mail.password is not None
    assert settings.mail.password.get_secret_value() == "s3creta"
    assert settings.origin(("mail", "password")) == "GDFLOW_MAIL__PASSWORD_FILE"


def test_the_first_problem_is_raised(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="setting_misspelt"):
        load_settings(write(tmp_path, "[mail]\nportt = 25\n[windw]\n"), NOTHING)


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    write(tmp_path, '[mail]\nport = "x"\n\n[reporting]\ncloses_days = 0\n')
    write(tmp_path, "team = []\n", "reminders.toml")
    problems = check_settings(tmp_path, {"GDFLOW_MAIL__SECURITY": "ssl"})
    places = {problem.facts["place"] for problem in problems}
    assert places == {
        "config/gdflow.toml:2",
        "config/gdflow.toml:5",
        "config/reminders.toml:1",
        "GDFLOW_MAIL__SECURITY",
    }


WRONG = {
    "[mail]\nsendr = 'x'": "config/gdflow.toml:2: «mail.sendr» no existe; ¿quiso decir «sender»?",
    "\n[mial]\nport = 1": "config/gdflow.toml:2: «mial» no existe; ¿quiso decir «mail»?",
    "[database]\nxyz = 1": "config/gdflow.toml:2: «database.xyz» no existe. Aquí pueden ir: url.",
    "[mail]\nport = 'a'": "config/gdflow.toml:2: «mail.port» debe ser un número entero; dice 'a'.",
    "[mail]\nport = 70_000": "config/gdflow.toml:2: «mail.port» no puede ser mayor que 65535; dice 70_000.",
    "[reporting]\nreport_by_days = 0": (
        "config/gdflow.toml:2: «reporting.report_by_days» no puede ser menor que 1; dice 0."
    ),
    "[mail]\nmode = 'post'": "config/gdflow.toml:2: «mail.mode» debe ser files o smtp; dice 'post'.",
    "[mail]\nattach_form = 'quizá'": "config/gdflow.toml:2: «mail.attach_form» debe ser true o false; dice 'quizá'.",
    "[mail]\nsender = 'Planeación'": (
        "config/gdflow.toml:2: «mail.sender» debe ser un correo como equipo@entidad.example o "
        "«Equipo <equipo@entidad.example>»; dice 'Planeación'."
    ),
    "[entity]\nname = 5": "config/gdflow.toml:2: «entity.name» debe ser un texto entre comillas; dice 5.",
    "[entity]\nname = ''": "config/gdflow.toml:2: «entity.name» está vacío.",
    "[entity]\ncode = 'A B'": (
        "config/gdflow.toml:2: «entity.code» no tiene la forma esperada; dice 'A B'. Vea docs/reference.md."
    ),
    "mail = 3": "config/gdflow.toml:1: «mail» debe ser una sección con claves y valores; dice 3.",
    "[window]\nstart = 'ocho'": "config/gdflow.toml:2: «window.start» debe ser una hora como \"08:00\"; dice 'ocho'.",
    "[window]\nzone = 'Bogotá'": (
        "config/gdflow.toml:2: «window.zone» no es una zona horaria; dice 'Bogotá'. Ejemplo: \"America/Bogota\"."
    ),
    "[window]\nend = '07:00'": "config/gdflow.toml:1: las horas de envío terminan (07:00) antes de empezar (08:00).",
    "[reporting]\ncloses_days = 3": (
        "config/gdflow.toml:1: el período cerraría (3 días hábiles) antes de su fecha límite de reporte (5 días "
        "hábiles)."
    ),
    "[mail]\nmode = 'smtp'": "config/gdflow.toml:1: para enviar por SMTP falta «mail.host», el servidor de correo.",
    "[mail]\nport = ": (
        "config/gdflow.toml:2: no se puede leer como TOML a partir de ahí. Revise comillas, corchetes y que cada "
        "línea sea «clave = valor»."
    ),
    "\n[mail\nport = 1": (
        "config/gdflow.toml:2: no se puede leer como TOML a partir de ahí. Revise comillas, corchetes y que cada "
        "línea sea «clave = valor»."
    ),
    "[calendar]\nworked = []": "config/gdflow.toml:1: «calendar» no va en este archivo, sino en config/calendar.toml.",
}


@pytest.mark.parametrize(("text", "sentence"), WRONG.items(), ids=list(WRONG))
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, sentence: str) -> None:
    assert told(write(tmp_path, text)) == sentence


WRONG_LISTS = {
    ("calendar", "holidays = [\n  { date = 2026-01-02 },\n]"): "config/calendar.toml:2: falta «holidays[1].name».",
    ("calendar", "worked = [\n2026-01-01,\n'lunes']"): (
        "config/calendar.toml:3: «worked[2]» debe ser una fecha como 2026-12-24; dice 'lunes'."
    ),
    ("calendar", "recess = [\n{ start = 2026-12-24, end = 2026-01-02, name = 'x' }]"): (
        "config/calendar.toml:2: el receso termina (2026-01-02) antes de empezar (2026-12-24)."
    ),
    ("calendar", "worked = 5"): "config/calendar.toml:1: «worked» debe ser una lista entre corchetes; dice 5.",
    ("reminders", "[results]\nteam = [1, 1]"): (
        "config/reminders.toml:2: en «results.team» hay un valor repetido: [1, 1]."
    ),
    ("bands", "[[levels]]\nname='a'\nlabel='a'\nsymbol='a'\ncolour='#000000'\nfrom_percent = 1.5"): (
        "config/bands.toml:1: los niveles van del más bajo al más alto; el primero no lleva «from_percent» y en los "
        "demás debe ir subiendo."
    ),
    ("bands", "[[levels]]\nname='a'\nlabel='a'\nsymbol='a'\ncolour='#000000'\nfrom_percent = 'x'"): (
        "config/bands.toml:6: «levels[1].from_percent» debe ser un número; dice 'x'."
    ),
    ("bands", "levels = []"): "config/bands.toml:1: «levels» está vacío.",
    ("calender", ""): "config/calender.toml: gdflow no lee un archivo con este nombre. Se esperaba: calendar.toml.",
}


@pytest.mark.parametrize(("file", "sentence"), WRONG_LISTS.items(), ids=["/".join(key) for key in WRONG_LISTS])
def test_a_mistake_in_a_list_is_told_with_its_line(tmp_path: Path, file: tuple[str, str], sentence: str) -> None:
    assert told(write(tmp_path, file[1], f"{file[0]}.toml")) == sentence


WRONG_VARIABLES = {
    ("GDFLOW_MAIL__HOTS", "x"): "entorno: «GDFLOW_MAIL__HOTS» no existe; ¿quiso decir «GDFLOW_MAIL__HOST»?",
    ("GDFLOW_MAIL_HOST", "x"): "entorno: «GDFLOW_MAIL_HOST» no existe; ¿quiso decir «GDFLOW_MAIL__HOST»?",
    ("GDFLOW_Q__Z", "x"): "entorno: la variable «GDFLOW_Q__Z» no es un ajuste. Vea la lista en docs/reference.md.",
    ("GDFLOW_MAIL__PORT", "x"): 'GDFLOW_MAIL__PORT: «GDFLOW_MAIL__PORT» debe ser un número entero; dice "x".',
    ("GDFLOW_CALENDAR__WORKED", "x"): (
        "GDFLOW_CALENDAR__WORKED: este ajuste es una lista y solo se puede dar en config/calendar.toml."
    ),
    ("GDFLOW_MAIL__PASSWORD_FILE", "/no/hay"): ("GDFLOW_MAIL__PASSWORD_FILE: no se pudo leer el archivo «/no/hay»."),
    ("GDFLOW_MAIL__PASSWORD", "x"): ("config/gdflow.toml: hay una clave de correo pero falta «mail.user», su usuario."),
}


@pytest.mark.parametrize(("variable", "sentence"), WRONG_VARIABLES.items(), ids=[v[0] for v in WRONG_VARIABLES])
def test_a_mistake_in_a_variable_is_told_by_its_name(tmp_path: Path, variable: tuple[str, str], sentence: str) -> None:
    assert told(tmp_path, dict([variable])) == sentence


def test_variables_of_other_purposes_are_let_alone(tmp_path: Path) -> None:
    assert check_settings(tmp_path, {"GDFLOW_REQUIRE": "all", "GDFLOW_HOME": "/srv"}) == ()


def test_a_value_and_its_file_at_once_are_refused(tmp_path: Path) -> None:
    (tmp_path / "clave").write_text("b")
    environ = {"GDFLOW_MAIL__PASSWORD": "a", "GDFLOW_MAIL__PASSWORD_FILE": "clave", "GDFLOW_MAIL__USER": "u"}
    assert told(tmp_path, environ) == (
        "GDFLOW_MAIL__PASSWORD_FILE: dice lo mismo que GDFLOW_MAIL__PASSWORD. Deje una sola de las dos variables."
    )


@pytest.mark.parametrize(
    ("text", "variable"),
    [
        ("[mail]\nuser = 'u'\npassword = 's3creta'", "GDFLOW_MAIL__PASSWORD"),
        ("\n[database]\nurl = 'postgresql://u:s3creta@h/d'", "GDFLOW_DATABASE__URL"),
    ],
)
def test_a_secret_in_a_file_is_refused_and_not_repeated(tmp_path: Path, text: str, variable: str) -> None:
    sentence = told(write(tmp_path, text))
    assert sentence.startswith("config/gdflow.toml:3: ")
    assert variable in sentence
    assert "s3creta" not in sentence


def test_a_password_does_not_travel_in_the_clear(tmp_path: Path) -> None:
    home = write(tmp_path, "[mail]\nuser = 'u'\nsecurity = 'none'\n")
    (problem,) = check_settings(home, {"GDFLOW_MAIL__PASSWORD": "s3creta"})
    assert (problem.code, problem.facts["place"]) == ("setting_password_in_clear", "config/gdflow.toml:1")


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    write(tmp_path, "")
    (tmp_path / "config" / "gdflow.toml").write_bytes('[entity]\nname = "Alcaldía"\n'.encode("latin-1"))
    assert told(tmp_path) == "config/gdflow.toml: el archivo no está en UTF-8. Guárdelo con esa codificación."
