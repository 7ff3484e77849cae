"""Settings that cannot hold together are refused where they stand, with what each of them says."""

from pathlib import Path

import pytest

from tests.settings.test_load import told, write


@pytest.mark.parametrize(
    ("file", "text", "sentence"),
    [
        (
            "reminders.toml",
            "[results]\nteam = [0, 6]\n",
            (
                "config/reminders.toml:2: en «reminders.results.team» el paso +6 cae después del cierre, que llega a "
                "los 5 días hábiles de la fecha límite: nunca se diría."
            ),
        ),
        (
            "reminders.toml",
            "[results]\nbefore_closing = [5]\n",
            (
                "config/reminders.toml:2: en «reminders.results.before_closing» el aviso 5 días hábiles antes del "
                "cierre caería en la fecha límite o antes: entre las dos hay 5 días hábiles."
            ),
        ),
        (
            "reminders.toml",
            "chain = []\n",
            (
                "config/reminders.toml:1: «reminders.chain» está vacía y hay pasos para la jefatura: no habría a quién "
                "informar."
            ),
        ),
        (
            "reminders.toml",
            'channels = ["msteams"]\n',
            'config/reminders.toml:1: en «channels» falta "email": el correo es la constancia de cada recordatorio.',
        ),
        (
            "reminders.toml",
            'channels = ["email", "email"]\n',
            'config/reminders.toml:1: en «channels» hay un valor repetido: ["email", "email"].',
        ),
        (
            "reminders.toml",
            'canals = ["email"]\n',
            "config/reminders.toml:1: «canals» no existe; ¿quiso decir «channels»?",
        ),
        (
            "gdflow.toml",
            "[mail]\nplus_addressing = true\n",
            (
                "config/gdflow.toml:1: «mail.plus_addressing» necesita «mail.replies», el buzón al que responden los "
                "equipos."
            ),
        ),
        (
            "gdflow.toml",
            "[imap]\nkeeps_sent = true\n",
            "config/gdflow.toml:1: «imap.keeps_sent» necesita «imap.host», el servidor donde buscar.",
        ),
        (
            "gdflow.toml",
            '[oauth]\ntenant = "t"\n',
            "config/gdflow.toml:1: para entrar con token hacen falta los tres: tenant, client y secret.",
        ),
        (
            "gdflow.toml",
            '[oauth]\nauthority = "http://login.example"\n',
            'config/gdflow.toml:1: «oauth.authority» debe empezar por "https://".',
        ),
    ],
)
def test_settings_that_contradict_each_other_are_refused(tmp_path: Path, file: str, text: str, sentence: str) -> None:
    assert told(write(tmp_path, text, file)) == sentence


def test_a_closing_on_the_day_of_the_report_leaves_room_for_a_word_before_it(tmp_path: Path) -> None:
    text = "[reporting]\nreport_by_days = 5\ncloses_days = 5\n"
    write(tmp_path, text)
    sentence = told(write(tmp_path, "[results]\nteam = [-2, 0]\nhead = [3]\n", "reminders.toml"))
    assert "reminders.results.head" in sentence
