"""How reports are reviewed and evidence is kept, as an entity sets it."""

from pathlib import Path

import pytest

from gdflow.domain.errors import ConfigError
from gdflow.domain.evidence import Antivirus, EvidenceRule
from gdflow.domain.reviews import ReviewRule
from gdflow.settings import check_settings, load_settings
from gdflow.settings.review import NOTES
from gdflow.settings.rules import evidence_rule, review_rule


def home(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "config" / "gdflow.toml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    return tmp_path


def test_without_settings_the_usual_rules_hold(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, {})
    assert review_rule(settings) == ReviewRule(notes=NOTES)
    assert evidence_rule(settings) == EvidenceRule()


def test_an_entity_sets_its_own(tmp_path: Path) -> None:
    text = "[review]\ndays = 5\nsteps = [2, -1]\nnotes = []\n[evidence]\nmax_mb = 1\nclamd_host = 'av.example'\n"
    settings = load_settings(home(tmp_path, text), {"GDFLOW_EVIDENCE__CLAMD_REQUIRED": "true"})
    assert review_rule(settings) == ReviewRule(5, 3, (-1, 2), ())
    assert evidence_rule(settings) == EvidenceRule(1024**2, Antivirus("av.example", 3310, required=True))


@pytest.mark.parametrize("url", ["s3://clave:secreto@cubo/evidencias", "abfs://c:s@cuenta/x"])
def test_a_store_is_named_without_its_key(tmp_path: Path, url: str) -> None:
    (problem,) = check_settings(home(tmp_path, f"[evidence]\nurl = '{url}'\n"), {})
    assert (problem.code, "secreto" in str(problem.facts.get("setting"))) == ("setting_evidence_url_secret", False)
    with pytest.raises(ConfigError):
        load_settings(tmp_path, {})


def test_a_step_stands_once(tmp_path: Path) -> None:
    (problem,) = check_settings(home(tmp_path, "[review]\nsteps = [1, 1]\n"), {})
    assert problem.code == "setting_repeated"
