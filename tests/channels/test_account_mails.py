"""The mail with which somebody chooses a password."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from gdflow.channels.account_mails import render_account
from gdflow.domain.account_letters import AccountLetter
from tests.channels.cast import BOGOTA, HEAD
from tests.channels.golden import kept, one_tag_a_line

TODAY = date(2023, 7, 10)
LINK = "https://planes.cartagena.example/entrar/clave/llave"
FIRST = AccountLetter(
    head=replace(HEAD, topic="Cuentas", reference=None, name="Ana"),
    link=LINK,
    until=datetime(2023, 7, 11, 10, 0, tzinfo=BOGOTA),
    given_by="Iván Sistemas <sistemas@cartagena.example>",
    role="Coordinación",
    is_first=True,
)
MAILS = {"account": FIRST, "account_again": replace(FIRST, is_first=False, head=replace(FIRST.head, name=None))}


@pytest.mark.parametrize("name", MAILS)
def test_a_mail_reads_as_it_was_approved(name: str) -> None:
    rendered = render_account(MAILS[name], today=TODAY)
    text = f"{rendered.subject}\n\n{rendered.text}"
    assert text == kept(f"{name}.txt", text)
    html = one_tag_a_line(rendered.html)
    assert html == kept(f"{name}.html", html)


@pytest.mark.parametrize("name", MAILS)
def test_both_parts_lead_to_the_page_and_say_until_when(name: str) -> None:
    rendered = render_account(MAILS[name], today=TODAY)
    for part in (rendered.text, rendered.html):
        assert LINK in part
        assert "No lo reenvíe" in part
        assert "11 de julio de 2023" in part
