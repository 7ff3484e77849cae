"""The settings of running by the clock: schedules that can be kept, addresses that are safe, keys that stay hidden."""

from pathlib import Path

import pytest

from gdflow.domain.errors import ConfigError
from gdflow.domain.works import Work
from gdflow.settings import load_settings, shown
from gdflow.settings.rules import rules_of


def written(home: Path, text: str) -> Path:
    (home / "config").mkdir()
    (home / "config" / "gdflow.toml").write_text(text, encoding="utf-8")
    return home


def test_a_schedule_becomes_the_rules(tmp_path: Path) -> None:
    home = written(tmp_path, '[schedule]\nscan = ["0 9 * * 1-5"]\ndeliver = []\n')
    schedule = rules_of(load_settings(home, {}), 1).schedule
    assert [each.text for each in schedule[Work.SCAN]] == ["0 9 * * 1-5"]
    assert (schedule[Work.DELIVER], len(schedule[Work.CLOSE])) == ((), 1)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ('[schedule]\nscan = ["cada día"]', "setting_bad_cron"),
        ('[watch]\nping_url = "http://avisos.entidad.example/x"', "setting_not_https"),
        ('[watch]\nping_url = "https:///x"', "setting_not_https"),
        ('[orchestrator]\nurl = "127.0.0.1:4200"', "setting_not_server_url"),
        ('[orchestrator]\nkind = "airflow"', "setting_not_one_of"),
        ('[orchestrator]\nauth = "gdflow:clave"', "setting_secret_in_file"),
        ('[log]\nformat = "xml"', "setting_not_one_of"),
    ],
)
def test_what_cannot_be_kept_is_refused_where_it_stands(tmp_path: Path, said: str, code: str) -> None:
    with pytest.raises(ConfigError) as refused:
        load_settings(written(tmp_path, said), {})
    assert (refused.value.code, refused.value.facts["place"]) == (code, "config/gdflow.toml:2")


def test_what_tells_that_all_is_well_is_a_secret(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, {"GDFLOW_WATCH__PING_URL": "https://avisos.entidad.example/clave"})
    assert "https://avisos.entidad.example/clave" in settings.secrets()
    assert "clave" not in repr(settings.watch)


def test_the_key_of_prefect_is_never_shown(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, {"GDFLOW_ORCHESTRATOR__AUTH": "gdflow:clave-larga"})
    assert "gdflow:clave-larga" in settings.secrets()
    assert not [row for row in shown(settings) if "clave-larga" in row.value]
