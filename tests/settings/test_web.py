"""Where the pages are: an address that keeps its links secret, and proxies that are networks."""

from pathlib import Path

import pytest

from gdflow.domain.errors import ConfigError
from gdflow.settings import load_settings
from gdflow.settings.rules import rules_of


def loaded(home: Path, web: str) -> str | None:
    (home / "config").mkdir()
    (home / "config" / "gdflow.toml").write_text(f"[web]\n{web}\n", encoding="utf-8")
    return rules_of(load_settings(home, {}), 1).public_url


@pytest.mark.parametrize("url", ["https://planes.entidad.example", "http://127.0.0.1:8000", "http://localhost:8000"])
def test_an_address_is_taken_without_its_last_slash(tmp_path: Path, url: str) -> None:
    assert loaded(tmp_path, f'public_url = "{url}/"') == url


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ('public_url = "planes.entidad.example"', "setting_not_public_url"),
        ('public_url = "https://entidad.example/planes"', "setting_not_public_url"),
        ('public_url = "https://entidad.example?x=1"', "setting_not_public_url"),
        ('public_url = "http://planes.entidad.example"', "setting_public_url_in_clear"),
        ('public_url = "http://10.0.0.5"', "setting_public_url_in_clear"),
        ('trusted_proxies = ["proxy"]', "setting_not_network"),
    ],
)
def test_what_would_show_links_or_believe_anybody_is_refused(tmp_path: Path, said: str, code: str) -> None:
    with pytest.raises(ConfigError, match=code):
        loaded(tmp_path, said)


def test_without_an_address_there_are_no_pages(tmp_path: Path) -> None:
    assert loaded(tmp_path, "port = 8080") is None
