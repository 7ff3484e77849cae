"""Which refusals condemn an address, and which say nothing of it."""

import pytest

from gdflow.domain.address_marks import condemns


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("550", "5.1.1 No existe"),
        ("550", "No such user"),
        ("553", "mailbox name not allowed"),
        ("5.1.10", "550 5.1.10 RESOLVER.ADR.RecipientNotFound"),
        ("550", "5.4.1 Recipient address rejected: Access denied"),
        ("5.2.1", None),
        ("5.0.0", "550 no mailbox here by that name"),
    ],
)
def test_an_address_that_does_not_exist_is_condemned(code: str, text: str | None) -> None:
    assert condemns(code, text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("550", "5.7.1 Relay access denied"),
        ("554", "transaction failed"),
        ("552", "5.2.2 Mailbox full"),
        ("550", "5.1.8 Sender address rejected"),
        ("5.0.0", ""),
        ("421", "try again"),
        (None, None),
    ],
)
def test_what_is_not_the_fault_of_the_address_does_not_condemn_it(code: str | None, text: str | None) -> None:
    assert not condemns(code, text)
