"""Reports of mail servers about mails that did not arrive (RFC 3464), told apart from all other mail."""

import re
from collections.abc import Iterator
from email import message_from_bytes, message_from_string
from email.message import Message

from gdflow.domain.bounces import Bounce, BounceAction

LARGEST = 524_288  # bytes that are looked at: a report comes first, the returned mail last
DEEPEST = 40  # parts within parts that are followed; reports need three
LONGEST_TEXT = 500  # of a diagnostic, as kept
REPORTS = frozenset({"message/delivery-status", "message/global-delivery-status"})
RETURNED = frozenset({"message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers"})
_REPORT_TYPE = re.compile(r'report-type\s*=\s*"?([\w-]+)')
_STATUS = re.compile(r"\b[245]\.\d{1,3}\.\d{1,3}\b")
_ID = re.compile(r"<[^<>\s]{1,250}>")
_BLANK_LINE = re.compile(r"\r?\n\s*\r?\n")
_UNSAID = {BounceAction.FAILED: "5.0.0", BounceAction.DELAYED: "4.0.0"}


def read_bounce(data: bytes) -> Bounce | None:
    """The report that a mail carries; None for every other mail, and for one that cannot be understood.

    A report about several recipients is read for the gravest outcome.
    """
    try:
        mail = message_from_bytes(data[:LARGEST])
        return _report(mail) if is_report(mail) else None
    # What the standard parser lets escape on mails that were made to break it; they are no reports.
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError):
        return None


def is_report(mail: Message) -> bool:
    """Whether the mail's own headers announce a report about a delivery, and not about reading or complaints."""
    kind = str(mail.get("Content-Type", "")).lower()
    said = _REPORT_TYPE.search(kind)
    return "multipart/report" in kind and (said is None or said[1] == "delivery-status")


def _report(mail: Message) -> Bounce | None:
    parts = list(_parts(mail))
    report = next((part for part in parts if part.get_content_type() in REPORTS), None)
    if report is None:
        return None
    about, *recipients = _blocks(report)
    told = [(action, block) for block in recipients or [about] if (action := _action(block)) is not None]
    if not told:
        return None
    gravest = list(BounceAction)
    action, block = min(told, key=lambda pair: gravest.index(pair[0]))
    return Bounce(
        envelope_id=_words(about, "Original-Envelope-Id") or None,
        message_id=next(filter(None, map(_returned_id, parts)), None),
        recipient=_address(block),
        action=action,
        status=_status(block, action),
        diagnostic=_words(block, "Diagnostic-Code").partition(";")[2].strip()[:LONGEST_TEXT],
    )


def _parts(mail: Message, depth: int = 0) -> Iterator[Message]:
    """The mail's parts in order, but not those of the mail that came back."""
    children = mail.get_payload() if mail.is_multipart() and mail.get_content_maintype() == "multipart" else []
    for child in children if isinstance(children, list) and depth < DEEPEST else []:
        if isinstance(child, Message):
            yield child
            yield from _parts(child, depth + 1)


def _blocks(report: Message) -> list[Message]:
    """First the lines about the mail, then those about each recipient."""
    payload = report.get_payload()
    parsed = [block for block in payload if isinstance(block, Message)] if isinstance(payload, list) else []
    # The parser knows the blocks of delivery-status; of its sibling for all alphabets it reads only the first.
    rest = "" if not parsed or parsed[0].is_multipart() else str(parsed[0].get_payload())
    return [*parsed, *(message_from_string(text.strip()) for text in _BLANK_LINE.split(rest) if text.strip())] or [
        report
    ]


def _action(block: Message) -> BounceAction | None:
    word = re.match(r"\w*", _words(block, "Action").lower())
    return next((action for action in BounceAction if word and action == word[0]), None)


def _status(block: Message, action: BounceAction) -> str:
    said = _STATUS.search(_words(block, "Status")) or _STATUS.search(_words(block, "Diagnostic-Code"))
    return said[0] if said else _UNSAID.get(action, "2.0.0")


def _address(block: Message) -> str:
    written = _words(block, "Original-Recipient") or _words(block, "Final-Recipient")
    return (written.partition(";")[2] or written).strip(" <>")


def _returned_id(part: Message) -> str | None:
    if part.get_content_type() not in RETURNED:
        return None
    payload = part.get_payload()
    mail = payload[0] if isinstance(payload, list) else message_from_string(str(payload))
    found = _ID.search(_words(mail, "Message-ID")) if isinstance(mail, Message) else None
    return found[0] if found else None


def _words(block: Message, name: str) -> str:
    """A field on one line; nothing when it is missing."""
    return " ".join(str(block.get(name, "")).split())
