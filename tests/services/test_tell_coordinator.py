"""What only a person can put right is told to the coordinator, each matter once."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gdflow.app import App
from gdflow.channels.email import SmtpChannel, SmtpSettings
from gdflow.domain.outbox import NoticeState
from gdflow.domain.people import Role
from tests.services.readings import a_line, reading, team
from tests.support.cast import COORDINATOR_MAIL, CUT_OFF, GOBIERNO, GOBIERNO_MAIL, USO, USO_MAIL
from tests.support.installation import (
    CARTAGO,
    SETTINGS,
    contacts,
    copied,
    counted_statements,
    delivered,
    given,
    imported,
    mail_of,
    notices,
    reopened,
    scanned,
    text_of,
)
from tests.support.smtp import HOST, SmtpServer

DIRECTORY = (team(GOBIERNO, GOBIERNO_MAIL),)


def told(app: App, day: str, hour: int = 8) -> list[str]:
    """What the coordinator's mails of a scan say."""
    composed = scanned(app, day, hour).composed
    return [text_of(mail_of(draft.data)) for draft in composed.notices if draft.purpose == "coordinator"]


def smtp(server: SmtpServer) -> SmtpChannel:
    return SmtpChannel(SmtpSettings(HOST, server.port, "none"))


def test_a_sound_plan_gives_the_coordinator_nothing_to_do(installed: App) -> None:
    assert told(installed, "2023-04-11") == []


@pytest.mark.parametrize(
    ("lacking", "said"),
    [
        ({"due": None}, "1 ACTIVIDAD SIN FECHA LÍMITE"),
        ({"due": date(2022, 12, 31)}, "1 ACTIVIDAD SIN FECHA LÍMITE"),
        ({"due": None, "proposed_due": date(2023, 12, 31)}, "1 FECHA POR CONFIRMAR"),
        ({"teams": ()}, "1 ACTIVIDAD SIN RESPONSABLE"),
    ],
)
def test_what_a_line_lacks_is_told_with_its_row(empty: App, lacking: dict[str, Any], said: str) -> None:
    given(empty, reading(a_line(8, **lacking), a_line(9, "Formar equipos"), teams=DIRECTORY))
    [text] = told(empty, "2023-04-11")
    assert said in text
    assert "Publicar datos (fila 8)" in text
    assert "Formar equipos" not in text


def test_each_matter_is_told_once(empty: App) -> None:
    given(empty, reading(a_line(due=None), teams=DIRECTORY))
    assert [len(told(empty, day)) for day in ("2023-04-11", "2023-04-11", "2023-04-12")] == [1, 0, 0]


def test_a_renewed_plan_is_looked_through_again_and_only_what_is_new_is_told(empty: App) -> None:
    given(empty, reading(a_line(8, due=None), teams=DIRECTORY))
    told(empty, "2023-04-11")
    given(empty, reading(a_line(8, due=None), a_line(9, "Formar equipos", due=None)), day="2023-04-12")
    [text] = told(empty, "2023-04-12")
    assert "Formar equipos" in text
    assert "Publicar datos" not in text


def test_everything_new_goes_in_one_mail(empty: App) -> None:
    imported(empty, CARTAGO, "2024-08-12")
    given(empty, reading(a_line(due=None), teams=DIRECTORY), day="2024-08-12")
    texts = told(empty, "2024-08-12")
    assert len(texts) == 1
    assert "2 ACTIVIDADES SIN FECHA LÍMITE" in texts[0]
    assert "10 ACTIVIDADES SIN RESPONSABLE" in texts[0]


def test_a_team_without_an_address_is_told_with_what_it_owes(installed: App) -> None:
    contacts(installed, USO, [])
    [text] = told(installed, "2023-06-30")
    assert "1 EQUIPO SIN CORREO" in text
    assert f"{USO} (2 actividades)" in text
    assert told(installed, "2023-07-06") == []


def test_a_team_with_one_line_owes_one_activity(empty: App) -> None:
    given(empty, reading())
    assert f"{GOBIERNO} (1 actividad)" in told(empty, "2023-06-30")[0]


def test_a_refused_mail_is_told_once_for_its_address(installed: App) -> None:
    said = []
    with SmtpServer() as server:
        for day in ("2023-07-06", "2023-07-10", "2023-07-11"):
            server.fail("rcpt", "550 5.1.1 No existe", "550 5.1.1 No existe")
            said.append(told(installed, day))
            delivered(installed, day, channel=smtp(server))
    assert [len(texts) for texts in said] == [0, 1, 0]
    assert "2 CORREOS RECHAZADOS" in said[1][0]
    assert f"{USO_MAIL} (550 5.1.1 No existe)" in said[1][0]


def test_a_mail_in_doubt_is_told(installed: App) -> None:
    contacts(installed, GOBIERNO, [])
    with SmtpServer() as server:
        server.fail("content", "drop")
        scanned(installed, "2023-07-06")
        delivered(installed, "2023-07-06", channel=smtp(server))
    assert NoticeState.IN_DOUBT in {notice.state for notice in notices(installed)}
    text = told(installed, "2023-07-07")[0]
    assert "1 ENVÍO POR CONFIRMAR" in text


def test_what_turns_up_after_the_mail_of_the_day_waits_for_the_next(empty: App) -> None:
    given(empty, reading(a_line(due=None), teams=DIRECTORY))
    told(empty, "2023-04-11")
    given(empty, reading(a_line(9, "Formar equipos", due=None)), name="otro.xlsx", day="2023-04-11")
    assert told(empty, "2023-04-11", hour=10) == []
    assert "Formar equipos" in told(empty, "2023-04-12")[0]


def test_a_mail_of_the_evening_leaves_in_the_morning(empty: App) -> None:
    given(empty, reading(a_line(due=None), teams=DIRECTORY))
    told(empty, "2023-04-11", hour=18)
    assert [notice.day for notice in notices(empty)] == [date(2023, 4, 12)]


def test_a_closed_day_tells_nothing_and_forgets_nothing(empty: App) -> None:
    given(empty, reading(a_line(due=None), teams=DIRECTORY))
    assert (told(empty, "2023-04-15"), len(told(empty, "2023-04-17"))) == ([], 1)


def test_without_a_coordinator_nothing_is_told(empty: App) -> None:
    app = reopened(empty, SETTINGS.replace(f'email = "{COORDINATOR_MAIL}"', ""))
    given(app, reading(a_line(due=None), teams=DIRECTORY))
    assert told(app, "2023-04-11") == []


def test_a_scan_without_news_costs_two_statements(bare_template: Path, tmp_path: Path) -> None:
    ran: dict[bool, list[str]] = {}
    for coordinated in (True, False):
        with copied(bare_template, tmp_path / str(coordinated)) as copy:
            app = copy if coordinated else reopened(copy, SETTINGS.replace(f'email = "{COORDINATOR_MAIL}"', ""))
            given(app, reading(*(a_line(n + 8, f"Actividad {n}") for n in range(30)), teams=DIRECTORY))
            scanned(app, CUT_OFF)
            with counted_statements(app) as ran[coordinated]:
                scanned(app, "2023-04-11")
    assert len(ran[True]) - len(ran[False]) == 2


def test_a_head_alone_is_an_address(installed: App) -> None:
    contacts(installed, USO, [("jefe@cartagena.example", Role.HEAD)])
    assert told(installed, "2023-06-30") == []
