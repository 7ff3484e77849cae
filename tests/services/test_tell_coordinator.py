"""What only a person can put right is told to the coordinator, each matter once."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gdflow.app import App
from gdflow.channels.email import SmtpChannel, SmtpSettings
from gdflow.collect.reading import ReaderPool
from gdflow.domain.outbox import NoticeState
from gdflow.domain.people import Role
from gdflow.services.collect import collect_folder
from gdflow.services.decide import hand_over, why
from gdflow.services.forgive import forgive
from gdflow.services.tell_coordinator import tell_urgent
from gdflow.storage import address_marks, people
from tests.services.readings import a_line, reading, team
from tests.support.cast import COORDINATOR_MAIL, CUT_OFF, GOBIERNO, GOBIERNO_MAIL, USO, USO_MAIL, at
from tests.support.chats import chatting, settle_chat
from tests.support.installation import (
    CARTAGO,
    SETTINGS,
    contacts,
    copied,
    counted_statements,
    delivered,
    given,
    imported,
    line,
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
            server.fail("rcpt", *["552 5.2.2 Buzón lleno"] * 2)
            said.append(told(installed, day))
            delivered(installed, day, channel=smtp(server))
    assert [len(texts) for texts in said] == [0, 1, 0]
    assert "2 CORREOS RECHAZADOS" in said[1][0]
    assert f"{USO_MAIL} (552 5.2.2 Buzón lleno)" in said[1][0]


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


def test_a_scan_without_news_costs_three_statements(bare_template: Path, tmp_path: Path) -> None:
    ran: dict[bool, list[str]] = {}
    for coordinated in (True, False):
        with copied(bare_template, tmp_path / str(coordinated)) as copy:
            app = copy if coordinated else reopened(copy, SETTINGS.replace(f'email = "{COORDINATOR_MAIL}"', ""))
            given(app, reading(*(a_line(n + 8, f"Actividad {n}") for n in range(30)), teams=DIRECTORY))
            scanned(app, CUT_OFF)
            with counted_statements(app) as ran[coordinated]:
                scanned(app, "2023-04-11")
    assert len(ran[True]) - len(ran[False]) == 3


def test_a_head_alone_is_an_address(installed: App) -> None:
    contacts(installed, USO, [("jefe@cartagena.example", Role.HEAD)])
    assert told(installed, "2023-06-30") == []


REFUSAL = "550 5.1.1 No existe"


def refused(app: App, day: str, hour: int = 8, count: int = 1) -> None:
    """A run in which the server takes none of the first so many addresses."""
    with SmtpServer() as server:
        server.fail("rcpt", *[REFUSAL] * count)
        delivered(app, day, hour, channel=smtp(server))


def rejected(app: App, day: str, hour: int = 8) -> None:
    """A run in which the server takes an address but not the first mail."""
    with SmtpServer() as server:
        server.fail("content", "554 5.7.1 Contenido rechazado")
        delivered(app, day, hour, smtp(server))


def urgent(app: App, day: str, hour: int = 9, *, doubts: bool = True) -> list[str]:
    """What the coordinator's mails say that cannot wait."""
    with app.transaction() as session:
        drafts = tell_urgent(session, app.rules, now=at(day, hour), doubts=doubts)
    return [text_of(mail_of(draft.data)) for draft in drafts]


def forgiven(app: App, address: str, day: str, hour: int = 12) -> bool:
    with app.transaction() as session:
        return forgive(session, app.rules, address, now=at(day, hour), actor="coordinator")


def marked(app: App, address: str, day: str) -> None:
    with app.transaction() as session:
        address_marks.mark(session, app.rules.entity_id, address, "550", REFUSAL, at(day))


def test_a_refusal_is_told_on_the_same_day_once(installed: App) -> None:
    scanned(installed, "2023-07-06")
    refused(installed, "2023-07-06")
    texts = [urgent(installed, "2023-07-06", hour) for hour in (9, 10)]
    assert [len(each) for each in texts] == [1, 0]
    assert "1 CORREO RECHAZADO" in texts[0][0]
    assert told(installed, "2023-07-07") == []


def test_a_second_matter_of_the_day_is_told_in_a_second_mail(installed: App) -> None:
    scanned(installed, "2023-07-06")
    said = []
    for hour in (8, 10):
        refused(installed, "2023-07-06", hour)
        said += urgent(installed, "2023-07-06", hour + 1)
        delivered(installed, "2023-07-06", hour + 1)
        scanned(installed, "2023-07-06", hour + 1)
    assert [GOBIERNO_MAIL in text for text in said] == [True, False]
    assert sum("|coordinator:" in notice.key for notice in notices(installed)) == 2


def test_the_mail_of_the_day_does_not_keep_what_cannot_wait(empty: App) -> None:
    given(empty, reading(a_line(due=None), a_line(9, "Formar equipos", due=date(2023, 4, 12)), teams=DIRECTORY))
    assert len(told(empty, "2023-04-11")) == 1
    refused(empty, "2023-04-11", 9)
    (text,) = told(empty, "2023-04-11", hour=13)
    assert "1 CORREO RECHAZADO" in text
    assert "FECHA LÍMITE" not in text


def test_what_would_leave_tomorrow_is_left_to_tomorrows_mail(installed: App) -> None:
    scanned(installed, "2023-07-06")
    refused(installed, "2023-07-06")
    assert (urgent(installed, "2023-07-06", 17), urgent(installed, "2023-07-08")) == ([], [])
    assert len(told(installed, "2023-07-07")) == 1


def test_a_doubt_that_is_about_to_be_looked_up_is_not_told_yet(installed: App) -> None:
    scanned(installed, "2023-07-06")
    with SmtpServer() as server:
        server.fail("content", "drop")
        delivered(installed, "2023-07-06", channel=smtp(server))
    assert urgent(installed, "2023-07-06", doubts=False) == []
    assert "1 ENVÍO POR CONFIRMAR" in urgent(installed, "2023-07-06")[0]


def test_a_coordinator_whose_server_refuses_is_not_told_of_that(empty: App) -> None:
    given(empty, reading(a_line(due=None)))
    assert len(told(empty, "2023-04-11")) == 1
    rejected(empty, "2023-04-11")
    assert [notice.address for notice in notices(empty) if notice.state is NoticeState.REFUSED] == [COORDINATOR_MAIL]
    assert [urgent(empty, day) for day in ("2023-04-11", "2023-04-12")] == [[], []]


def test_what_the_coordinator_never_got_is_told_again_the_next_day(empty: App) -> None:
    given(empty, reading(a_line(due=None)))
    told(empty, "2023-04-11")
    rejected(empty, "2023-04-11")
    again = [told(empty, day, hour) for day, hour in (("2023-04-11", 13), ("2023-04-12", 8), ("2023-04-13", 8))]
    assert [len(each) for each in again] == [0, 1, 0]
    assert "1 ACTIVIDAD SIN FECHA LÍMITE" in again[1][0]


def test_what_cannot_wait_and_was_refused_is_told_the_next_day_and_not_in_circles(installed: App) -> None:
    scanned(installed, "2023-07-06")
    refused(installed, "2023-07-06")
    assert len(urgent(installed, "2023-07-06")) == 1
    rejected(installed, "2023-07-06", 9)
    assert [notice.address for notice in notices(installed) if notice.code == "554"] == [COORDINATOR_MAIL]
    assert urgent(installed, "2023-07-06", 10) == []
    assert "1 CORREO RECHAZADO" in told(installed, "2023-07-07")[0]


def test_a_marked_coordinator_hears_everything_once_the_address_is_set_right(installed: App) -> None:
    contacts(installed, USO, [])
    marked(installed, COORDINATOR_MAIL, "2023-06-29")
    assert told(installed, "2023-06-30") == []
    refused(installed, "2023-06-30")
    assert (urgent(installed, "2023-06-30"), told(installed, "2023-07-04")) == ([], [])
    assert forgiven(installed, COORDINATOR_MAIL.upper(), "2023-07-04")
    (text,) = told(installed, "2023-07-05")
    assert ("1 EQUIPO SIN CORREO" in text, "1 CORREO RECHAZADO" in text) == (True, True)


def test_an_address_that_is_set_right_and_refuses_again_is_told_again(installed: App) -> None:
    contacts(installed, USO, [])
    scanned(installed, "2023-07-06")
    refused(installed, "2023-07-06")
    assert len(urgent(installed, "2023-07-06")) == 1
    delivered(installed, "2023-07-06", 9)
    assert [forgiven(installed, GOBIERNO_MAIL, "2023-07-06") for _ in range(2)] == [True, False]
    assert urgent(installed, "2023-07-07") == []
    scanned(installed, "2023-07-10")
    refused(installed, "2023-07-10")
    (text,) = urgent(installed, "2023-07-10")
    assert f"{GOBIERNO_MAIL} (550 5.1.1 No existe)" in text


def test_a_chat_that_takes_no_card_is_told_by_its_name(installed: App) -> None:
    app = chatting(installed)
    scanned(app, "2023-07-06")
    settle_chat(app, NoticeState.REFUSED, at("2023-07-06"))
    (text,) = urgent(app, "2023-07-06")
    assert "1 CANAL QUE NO RECIBE" in text
    assert "gobierno-digital (400 no)" in text


@pytest.mark.parametrize(("to", "names"), [(USO, True), (None, False)])
def test_a_line_that_is_handed_over_is_told_on_the_same_day_once(installed: App, to: str | None, names: bool) -> None:
    with installed.transaction() as session:
        teams = people.teams_of(session, installed.rules.entity_id)
        other = next((team for team in teams if team.name == to), None)
        given_by = why("Líder de datos", "La lleva otra área.")
        hand_over(session, installed.rules, line(installed, 9), other, given_by, now=at("2023-07-06"))
    (text,) = urgent(installed, "2023-07-06")
    assert "1 ACTIVIDAD QUE SU EQUIPO DEVUELVE" in text
    assert ("fila 9; lo dijo Líder de datos" in text, USO in text) == (True, names)
    assert (urgent(installed, "2023-07-06"), told(installed, "2023-07-07")) == ([], [])


def test_gaps_of_the_coming_period_are_told_before_it_opens_once(empty: App) -> None:
    given(empty, reading(a_line(), a_line(9, "Formar", teams=()), a_line(10, "Medir"), teams=()))
    early, near = told(empty, "2023-06-20"), [told(empty, day) for day in ("2023-06-26", "2023-06-27")]
    assert not any("PRÓXIMO PERÍODO" in text for text in early)
    assert [len(each) for each in near] == [1, 0]
    flat = " ".join(near[0][0].split())
    assert "2 VACÍOS EN EL PRÓXIMO PERÍODO" in flat
    assert f"{GOBIERNO} (trimestre 3 de 2023: 2 actividades, su equipo no tiene correo; desde el" in flat
    assert "Sin equipo responsable (trimestre 3 de 2023: 1 actividad, sin equipo responsable; desde el" in flat


def left_in_a_folder(app: App, data: bytes, day: str) -> None:
    (app.home / "inbox").mkdir(exist_ok=True)
    (app.home / "inbox" / "nota.xlsx").write_bytes(data)
    with ReaderPool(1) as pool:
        collect_folder(app.transaction, app.rules, app.objects, pool, app.home / "inbox", now=at(day))


def test_a_file_that_somebody_left_and_nobody_could_take_is_told_once(installed: App) -> None:
    for day in ("2023-07-04", "2023-07-05"):
        left_in_a_folder(installed, b"esto no es un libro", day)
    [text] = told(installed, "2023-07-05")
    assert "1 ARCHIVO QUE NO SE PUDO TOMAR" in text
    assert "nota.xlsx (R-" in text
    assert told(installed, "2023-07-06") == []
