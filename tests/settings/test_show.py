"""What `config show` tells."""

from pathlib import Path

from gdflow.settings import load_settings, shown
from gdflow.settings.show import DEFAULT

SECRETS = {
    "GDFLOW_MAIL__USER": "u",
    "GDFLOW_MAIL__PASSWORD": "s3creta",
    "GDFLOW_DATABASE__URL": "postgresql+psycopg://gdflow:s3creta@db/gdflow",
}


def test_each_setting_is_told_with_its_origin(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "reminders.toml").write_text("\n[results]\nteam = [-3, 0]\n")
    told = {each.name: (each.value, each.origin) for each in shown(load_settings(tmp_path, SECRETS))}
    assert told["reminders.results.team"] == ("-3; 0", "config/reminders.toml:3")
    assert told["mail.user"] == ("u", "GDFLOW_MAIL__USER")
    assert told["mail.attach_form"] == ("true", DEFAULT)
    assert told["window.start"] == ("08:00", DEFAULT)
    assert told["calendar.worked"] == ("—", DEFAULT)


def test_a_secret_is_only_told_to_be_there(tmp_path: Path) -> None:
    told = {each.name: each.value for each in shown(load_settings(tmp_path, SECRETS))}
    assert "s3creta" not in str(told)
    assert told["mail.password"] == "********"
    assert told["database.url"] == "postgresql+psycopg://gdflow:********@db/gdflow"
