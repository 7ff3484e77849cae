"""The entity's own accounts in the settings: whole, safe, and with the secret out of every file and screen."""

from pathlib import Path

import pytest

from gdflow.settings import check_settings, load_settings, shown
from tests.settings.test_load import told, write

WHOLE = '[oidc]\nissuer = "https://cuentas.example/t1"\nclient_id = "gdflow"\n'
SECRET = {"GDFLOW_OIDC__SECRET": "el-secreto-del-registro"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('[oidc]\nissuer = "https://cuentas.example"\n', "hacen falta los tres: issuer, client_id y secret"),
        ('[oidc]\nscope = "profile"\n', "«oidc.scope» debe incluir openid"),
        ('[oidc]\nroles = [{ group = "x", role = "jefe" }]\n', "role"),
    ],
)
def test_half_a_registration_is_refused_where_it_stands(tmp_path: Path, text: str, sentence: str) -> None:
    write(tmp_path, text)
    assert sentence in told(tmp_path)


@pytest.mark.parametrize("issuer", ["http://cuentas.example", "cuentas.example", "ftp://127.0.0.1/x", "https://"])
def test_a_provider_without_tls_is_refused(tmp_path: Path, issuer: str) -> None:
    write(tmp_path, WHOLE.replace("https://cuentas.example/t1", issuer))
    (problem,) = check_settings(tmp_path, SECRET)
    assert problem.code == "setting_oidc_in_clear"


@pytest.mark.parametrize("issuer", ["https://cuentas.example/t1", "http://127.0.0.1:9", "http://localhost:9"])
def test_a_provider_by_tls_or_on_this_machine_is_taken(tmp_path: Path, issuer: str) -> None:
    write(tmp_path, WHOLE.replace("https://cuentas.example/t1", issuer))
    assert check_settings(tmp_path, SECRET) == ()


def test_a_secret_in_a_file_is_refused(tmp_path: Path) -> None:
    write(tmp_path, WHOLE + 'secret = "x"\n')
    (problem,) = check_settings(tmp_path, SECRET)
    assert problem.facts["variable"] == "GDFLOW_OIDC__SECRET"


def test_the_secret_is_never_shown(tmp_path: Path) -> None:
    write(tmp_path, WHOLE)
    settings = load_settings(tmp_path, SECRET)
    assert SECRET["GDFLOW_OIDC__SECRET"] in settings.secrets()
    assert SECRET["GDFLOW_OIDC__SECRET"] not in repr(settings) + repr(shown(settings))
