"""What the demonstration brings along."""

from pathlib import Path

import pytest

from gdflow.app import App
from gdflow.services.demo.answers import fill_in, newest_form
from gdflow.services.demo.installation import free_folder, settle_in
from gdflow.services.init import shipped_config, write_config
from gdflow.settings import check_settings
from tests.support.cast import GOBIERNO, GOBIERNO_MAIL, USO, USO_MAIL
from tests.support.installation import delivered, received, scanned


def sent(app: App, to: str, day: str = "2023-07-10") -> tuple[str, bytes]:
    scanned(app, day)
    delivered(app, day)
    return newest_form(app.outbox, to)


@pytest.mark.parametrize(("to", "team", "count"), [(USO_MAIL, USO, 2), (GOBIERNO_MAIL, GOBIERNO, 6)])
def test_a_team_answers_the_form_that_it_got_by_mail(installed: App, to: str, team: str, count: int) -> None:
    name, form = sent(installed, to)
    result = received(installed, fill_in(form), "2023-07-10", name)
    assert (result.team, len(result.taken), result.problems) == (team, count, ())


def test_what_is_left_out_stays_blank(installed: App) -> None:
    _, form = sent(installed, GOBIERNO_MAIL)
    assert len(received(installed, fill_in(form, leave_out=["Planes de Mejoramiento"]), "2023-07-10").taken) == 5


def test_the_newest_form_is_the_one_that_counts(installed: App) -> None:
    first, second = sent(installed, USO_MAIL, "2023-07-06"), sent(installed, USO_MAIL, "2023-07-10")
    assert first[1] != second[1]


def test_nobody_answers_what_was_not_sent(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        newest_form(tmp_path, USO_MAIL)


def test_a_mail_without_a_form_is_passed_over(installed: App) -> None:
    sent(installed, USO_MAIL, "2023-07-13")
    with pytest.raises(FileNotFoundError):
        newest_form(installed.outbox, "jefatura.oai@cartagena.example")


def test_the_demonstration_settles_in_a_folder(tmp_path: Path) -> None:
    plan, directory = settle_in(tmp_path)
    assert plan.exists()
    assert directory.exists()
    assert check_settings(tmp_path, {}) == ()


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    wanted = tmp_path / "demo"
    assert free_folder(wanted) == wanted
    for name in ("demo", "demo-2"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "algo").touch()
    assert free_folder(wanted) == tmp_path / "demo-3"


def test_a_new_installation_gets_the_shipped_configuration_once(tmp_path: Path) -> None:
    written = write_config(tmp_path)
    (tmp_path / "config" / "gdflow.toml").write_text("", encoding="utf-8")
    assert {path.name for path in written} >= {"gdflow.toml", "reminders.toml", "calendar.toml", "bands.toml"}
    assert write_config(tmp_path) == ()
    assert (tmp_path / "config" / "gdflow.toml").read_text("utf-8") == ""
    assert shipped_config().is_dir()
