"""Codes of six digits that a telephone makes every half minute (TOTP), each taken once."""

import secrets
from base64 import b32encode
from datetime import datetime
from hmac import compare_digest
from urllib.parse import quote

STEP, AROUND, SECRET_BYTES = 30, 1, 20
"""Seconds of a code; steps before and after that are taken too, for clocks differ."""


def new_secret() -> str:
    """A secret for a telephone, of 160 random bits."""
    return b32encode(secrets.token_bytes(SECRET_BYTES)).decode()


def address_of(secret: str, entity: str, email: str) -> str:
    """The otpauth address that a telephone takes in place of the secret."""
    return f"otpauth://totp/{quote(entity)}:{quote(email)}?secret={secret}&issuer={quote(entity)}&period={STEP}"


def taken_step(secret: str, code: str, newest: int | None, *, now: datetime) -> int | None:
    """The step of a code that is right now and newer than the newest taken one; None for any other code."""
    import pyotp

    typed, maker, current = "".join(code.split()), pyotp.TOTP(secret), int(now.timestamp()) // STEP
    if not (typed.isascii() and typed.isdigit()):
        return None
    steps = (current + away for away in range(-AROUND, AROUND + 1))
    fresh = (step for step in steps if newest is None or step > newest)
    return next((step for step in fresh if compare_digest(maker.generate_otp(step), typed)), None)
