"""Passwords: how a new one is judged, how they are kept (argon2id), and how one is compared.

Comparing takes as long for an address that nobody has as for one that somebody has. It takes memory too, so few are
compared at a time: the others wait.
"""

from functools import cache
from threading import BoundedSemaphore
from typing import TYPE_CHECKING
from unicodedata import normalize

from gdflow.domain.access import Account
from gdflow.domain.errors import InputError

if TYPE_CHECKING:
    from pwdlib import PasswordHash

SHORTEST, LONGEST, DIFFERENT = 12, 128, 6
AT_ONCE = BoundedSemaphore(2)
"""Each takes 64 MiB: forty threads at once would take the machine."""


def judge(password: str, account: Account) -> None:
    """Raise InputError for a new password that is too easily guessed: short, monotonous, or the person's own name."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise InputError("password_length", least=SHORTEST, most=LONGEST)
    if len(set(password)) < DIFFERENT:
        raise InputError("password_monotonous", least=DIFFERENT)
    own = (account.email.partition("@")[0], *account.name.split())
    left = password.lower()
    for word in own:
        left = left.replace(word.lower(), "") if len(word) > 2 else left
    if len(left) < SHORTEST // 2:
        raise InputError("password_own_name")


def hashed(password: str) -> str:
    """What is kept of a password."""
    with AT_ONCE:
        return _hasher().hash(normalize("NFC", password))


def matches(password: str, kept: str | None) -> bool:
    """Whether a password is the one that was kept; None: nobody has one, which takes as long to find."""
    with AT_ONCE:
        found = _hasher().verify(normalize("NFC", password[: LONGEST + 1]), kept or _nobody())
    return found and kept is not None


@cache
def _hasher() -> "PasswordHash":
    from pwdlib import PasswordHash

    return PasswordHash.recommended()


@cache
def _nobody() -> str:
    return _hasher().hash("nobody's password")
