"""Who is behind a mail: a person or a program, and whether our own server vouches for the sender."""

import re
from email.message import Message
from enum import StrEnum

from gdflow.collect.mail_headers import all_of

BULK = frozenset({"bulk", "list", "junk", "auto_reply"})
REPLIERS = ("X-Autoreply", "X-Autorespond", "X-Autoresponse", "X-Auto-Reply")
_COMMENT = re.compile(r"\([^()]*\)")
_QUOTED = re.compile(r'"(?:\\.|[^"\\])*"')
_RESULT = re.compile(r"([a-z0-9-]+)\s*=\s*([a-z]+)")
_PROPERTY = re.compile(r"header\.(?:from|d)\s*=\s*@?([^\s;]+)")


class Authentication(StrEnum):
    """What the receiving server says of the sender. NONE: it said nothing, or was not asked."""

    PASS = "pass"  # noqa: S105  a server's word, not a secret
    FAIL = "fail"
    NONE = "none"


def automatic(mail: Message) -> str | None:
    """Why no person wrote this mail: report, auto_submitted, auto_reply, bulk, list or no_return; None for a person's.

    What says so is RFC 3834, and what servers said before there was one.
    """
    checks = {
        "report": _first(mail, "Content-Type").startswith("multipart/report"),
        "auto_submitted": _first(mail, "Auto-Submitted") not in ("", "no"),
        "auto_reply": any(all_of(mail, name) for name in REPLIERS),
        "bulk": _first(mail, "Precedence") in BULK,
        "list": bool(all_of(mail, "List-Id")),
        "no_return": "<>" in (value.replace(" ", "") for value in all_of(mail, "Return-Path")),
    }
    return next((why for why, found in checks.items() if found), None)


def authentication(mail: Message, authserv_id: str, sender: str) -> Authentication:
    """What the topmost Authentication-Results of our own server says of the sender's domain (RFC 8601).

    Those of other names are somebody's claims, and those further down may have come with the mail. A pass is DMARC's,
    or else a DKIM signature of the very domain of the sender.
    """
    for value in all_of(mail, "Authentication-Results"):
        name, *results = _bare(value).casefold().split(";")
        if name.split()[:1] == [authserv_id.casefold()]:
            return _judged(results, sender.rpartition("@")[2])
    return Authentication.NONE


def _judged(results: list[str], domain: str) -> Authentication:
    said = [(match[1], match[2], result) for result in results if (match := _RESULT.search(result))]
    dmarc = [(verdict, result) for method, verdict, result in said if method == "dmarc"]
    if dmarc:
        passed = [result for verdict, result in dmarc if verdict == "pass"]
        sound = len(passed) == len(dmarc) and all(_about(result, domain) for result in passed)
        return Authentication.PASS if domain and sound else Authentication.FAIL
    signed = [verdict for method, verdict, result in said if method == "dkim" and _about(result, domain, stated=True)]
    if "pass" in signed and domain:
        return Authentication.PASS
    return Authentication.FAIL if said else Authentication.NONE


def _about(result: str, domain: str, *, stated: bool = False) -> bool:
    """Whether a result names this domain; stated: one that names none is about nobody."""
    named = _PROPERTY.findall(result)
    return set(named) == {domain} if named or stated else True


def _bare(value: str) -> str:
    """A header without comments and quoted texts, in which anything may be written."""
    text = _QUOTED.sub(" ", value)
    for _ in range(8):
        text = _COMMENT.sub(" ", text)
    return text


def _first(mail: Message, name: str) -> str:
    """The first word of a header, in lower case."""
    value = next(iter(all_of(mail, name)), "")
    return _bare(value).partition(";")[0].strip().casefold()
