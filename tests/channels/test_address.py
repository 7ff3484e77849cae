"""Addresses that every server takes, and a clear refusal of the others."""

import pytest

from gdflow.channels.address import Mailbox, clean_address, mailbox_of
from gdflow.domain.errors import InputError
from gdflow.spanish.delivery import SENTENCES


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        (" equipo@alcaldia.example ", "equipo@alcaldia.example"),
        ("Equipo.Digital+t2@Alcaldia.EXAMPLE", "Equipo.Digital+t2@alcaldia.example"),
        ("info@peñalosa.example", "info@xn--pealosa-5za.example"),
    ],
)
def test_a_usable_address_is_trimmed_and_its_domain_made_ascii(written: str, clean: str) -> None:
    assert clean_address(written) == clean


@pytest.mark.parametrize(
    "written",
    [
        "",
        "equipo",
        "@alcaldia.example",
        "equipo@",
        "equipo@localhost",
        "peña@alcaldia.example",
        "a b@alcaldia.example",
        "a..b@alcaldia.example",
        "a@b@alcaldia.example",
        "equipo@-alcaldia.example",
        "equipo@alcaldia..example",
        "equipo@alcaldia.example\r\nBcc: otro@entidad.example",
        "<equipo@alcaldia.example>",
        f"{'a' * 65}@alcaldia.example",
        f"a@{'.'.join(['a' * 60] * 5)}.example",
    ],
)
def test_an_unusable_address_is_refused_with_what_was_found(written: str) -> None:
    with pytest.raises(InputError) as caught:
        clean_address(written)
    assert caught.value.code == "bad_address"
    assert written in SENTENCES["bad_address"].format(**caught.value.facts)


def test_a_mailbox_may_be_written_with_its_name() -> None:
    assert mailbox_of("Gestión <avisos@alcaldia.example>") == Mailbox("avisos@alcaldia.example", "Gestión")
    assert mailbox_of("avisos@alcaldia.example") == Mailbox("avisos@alcaldia.example")


def test_a_mailbox_without_an_address_is_refused() -> None:
    with pytest.raises(InputError, match="bad_address"):
        mailbox_of("Gestión <>")
