"""No secret in any log: what goes to a log or the outbox in other people's words is stripped of keys first.

Two nets: shapes that always are keys (a signature in an address, a bearer token, a password before the @), and the very
values that this installation was given, in each form in which a library may print them.
"""

import json
import logging
import re
import traceback
from base64 import b64encode
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qsl, quote, quote_plus, unquote, urlsplit

HIDDEN = "***"
CHATTERS = ("urllib3", "apprise", "requests", "msal", "imaplib", "smtplib")  # at DEBUG they print whole addresses
SHORTEST = 4  # below, hiding a value wherever it stands would hide ordinary words

_NAMES = "sig|signature|api_?key|(?:access_?|refresh_?|id_?|auth_?)?token|(?:client_?)?secret|password|passwd|pwd"
_OPEN = r"https?|ftps?|file|sqlite|postgres(?:ql)?(?:\+\w+)?|imaps?|smtps?|wss?"
_SHAPES = tuple(
    (re.compile(shape, re.IGNORECASE), instead)
    for shape, instead in (
        # ?sig=…, password=…, "access_token": "…", 'client_secret': '…'
        (rf"\b((?:{_NAMES})[\"']?\s*[=:]\s*)(?:\"[^\"]*\"|'[^']*'|[^\s&\"'<>,;)}}\]]+)", rf"\1{HIDDEN}"),
        (rf"((?:{_NAMES})%3d)[^\s&\"'<>]+", rf"\1{HIDDEN}"),
        (r"\b(bearer|auth\s+(?:plain|login|xoauth2))\s+[\w.~+/=-]{8,}", rf"\1 {HIDDEN}"),
        (r"\b(basic)\s+[\w+/=-]{16,}", rf"\1 {HIDDEN}"),
        (r"\bwhsec_[\w+/=]{8,}", HIDDEN),
        (r"://[^\s/?#\"'<>]*@", f"://{HIDDEN}@"),
        # Any scheme that is not open is an address of Apprise: slack://…/…, tgram://…; its path is its key.
        (rf"(?<![\w+.-])(?!(?:{_OPEN})://)([a-z][a-z0-9+.-]{{0,30}}://)[^\s\"'<>]+", rf"\1{HIDDEN}"),
        (r"(/workflows/|hooks\.slack\.com/services/|/api/webhooks/|/bot)[\w:/-]{16,}", rf"\1{HIDDEN}"),
    )
)
_KEY_LIKE = re.compile(r"[^/\s]{20,}|(?=.*\d)(?=.*[A-Za-z])[^/\s]{8,}")  # not "workflows", not "triggers"
_given: list[str] = []


def redacted(text: str) -> str:
    """The text without keys, passwords and addresses that are keys."""
    for secret in _given:
        text = text.replace(secret, HIDDEN)
    for shape, instead in _SHAPES:
        text = shape.sub(instead, text)
    return text


class Redaction(logging.Filter):
    """Takes secrets out of every record: its message with its arguments, its error, its stack, what was added to it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record; it is always let through."""
        record.msg, record.args = _message(record), ()
        if record.exc_info and record.exc_info[1] is not None:
            # Without exc_info no formatter can print the error again in its own words.
            record.exc_text = "".join(traceback.format_exception(record.exc_info[1])).rstrip()
            record.exc_info = None
        for name, value in vars(record).items():
            if isinstance(value, str):
                setattr(record, name, redacted(value))
        return True


_REDACTION = Redaction()


def install(secrets: Iterable[str]) -> None:
    """Keep these secrets, and whatever looks like one, out of all logs of this process.

    Filters every handler that exists, so call it after logging was set up; calling it again adds secrets and handlers.
    Libraries that would print whole requests stay at INFO, and their printing to the terminal is off.
    """
    parts = {part for secret in secrets for part in _parts(secret) if len(part) >= SHORTEST}
    forms = {form for part in parts for form in _forms(part)}
    _given[:] = sorted({*_given, *forms}, key=lambda form: (-len(form), form))  # the longest first: no half is left
    for handler in _handlers():
        if _REDACTION not in handler.filters:
            handler.addFilter(_REDACTION)
    for name in CHATTERS:
        logger = logging.getLogger(name)
        logger.setLevel(max(logging.INFO, logger.getEffectiveLevel()))
    _quiet_the_libraries()


def _quiet_the_libraries() -> None:
    # So late: a command that only strikes the keys out of a text needs none of them.
    import http.client
    import imaplib
    import smtplib

    smtplib.SMTP.debuglevel = http.client.HTTPConnection.debuglevel = 0
    imaplib.Debug = 0  # type: ignore[attr-defined]  # its documentation names it; the stubs leave it out


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):
        # logging itself would print the arguments to the terminal, past every filter
        return f"{record.msg} {record.args}"


def _handlers() -> Iterator[logging.Handler]:
    named = [each for each in logging.root.manager.loggerDict.values() if isinstance(each, logging.Logger)]
    for logger in (logging.root, *named):
        yield from logger.handlers
    if logging.lastResort is not None:
        yield logging.lastResort


def _parts(secret: str) -> Iterator[str]:
    """The secret whole; of an address also what in it can be a key: before the @, in the path and in the query."""
    yield secret
    if "://" in secret:
        url = urlsplit(secret)
        pieces = [*url.path.split("/"), *(value for _, value in parse_qsl(url.query))]
        yield from (unquote(piece) for piece in pieces if _KEY_LIKE.fullmatch(unquote(piece)))
        user, _, password = unquote(url.netloc.rpartition("@")[0]).partition(":")
        yield from (password or user, f"{user}:{password}")


def _forms(secret: str) -> Iterator[str]:
    """The secret as addresses, JSON, Python and mail servers write it."""
    yield from (secret, quote(secret, safe=""), quote(secret), quote_plus(secret))
    yield from (repr(secret)[1:-1], json.dumps(secret)[1:-1])
    yield b64encode(secret.encode()).decode()
