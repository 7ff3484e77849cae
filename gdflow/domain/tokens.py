"""Bearer tokens: what a mail server takes in place of a password, for an hour or so."""

from typing import Protocol


class TokenSource(Protocol):
    """Where a valid token comes from."""

    def __call__(self, *, fresh: bool = False) -> str:
        """A token that is valid now.

        fresh: not the one handed out before, which the server refused. Raises DeliveryError when none can be had.
        """


def bearer(user: str, token: str) -> str:
    """The words by which a user shows a token (SASL XOAUTH2)."""
    return f"user={user}\x01auth=Bearer {token}\x01\x01"
