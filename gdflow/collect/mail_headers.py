"""The headers of a stranger's mail, as texts that are safe to keep and to show."""

import re
import unicodedata
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message

LONGEST_HEADER = 8_192  # of one header, as read; the parsers of long ones are slow on purpose-made nonsense
MOST_HEADERS = 50  # of one name
MOST_IDS = 50
_ID = re.compile(r"<[!-;=?-~]{1,250}>")  # what can be seen, in ASCII
_QUOTED = re.compile(r'"(?:\\.|[^"\\])*"')
_COMMENT = re.compile(r"\([^()]*\)")
_ANGLED = re.compile(r"<([^<>]*)>")
_ADDRESS = re.compile(r"[^\s<>()@,;:\"]+@[^\s<>()@,;:\"]+")


def all_of(mail: Message, name: str) -> tuple[str, ...]:
    """The headers of a name as they were written, topmost first, each on one line."""
    found = [value for key, value in mail.raw_items() if key.lower() == name.lower()][:MOST_HEADERS]
    return tuple(" ".join(_plain(value[:LONGEST_HEADER]).split()) for value in found)


def header_text(mail: Message, name: str) -> str:
    """A header in people's words, composed (NFC) and without what cannot be seen; empty when it is missing."""
    return clean(decoded(next(iter(all_of(mail, name)), "")))


def decoded(text: str) -> str:
    """A text whose encoded words are said plainly; those that cannot be decoded stay as they are."""
    try:
        return str(make_header(decode_header(text)))
    except (ValueError, LookupError, MessageError):
        return text


def clean(text: str) -> str:
    """A text on one line, composed, without control characters and without marks that turn its direction."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join(" " if _unseen(sign) else sign for sign in composed).split())


def single_address(mail: Message, name: str) -> str:
    """The one address of a header, in lower case; empty when there are several, or none that can be understood.

    A mail with two senders is nobody's: servers vouch for one of them and programs show the other.
    """
    headers = all_of(mail, name)
    if len(headers) != 1:
        return ""
    bare = _without_comments(_QUOTED.sub(" ", headers[0]))
    outside = _ANGLED.sub(" ", bare).strip()
    places = [place.strip() for place in _ANGLED.findall(bare)] or [outside]
    one = len(places) == 1 and (places == [outside] or "@" not in outside)
    address = clean(places[0])
    return address.casefold() if one and _ADDRESS.fullmatch(address) else ""


def ids_of(mail: Message, name: str) -> tuple[str, ...]:
    """The message ids in a header, with their angle brackets, in their order."""
    return tuple(found for value in all_of(mail, name) for found in _ID.findall(value))[:MOST_IDS]


def first_id(mail: Message, name: str) -> str | None:
    """The first message id in a header, or None."""
    return next(iter(ids_of(mail, name)), None)


def _without_comments(text: str) -> str:
    for _ in range(8):  # comments within comments, from the innermost outwards
        shorter = _COMMENT.sub(" ", text)
        if shorter == text:
            break
        text = shorter
    return text


def _plain(value: str) -> str:
    """Raw bytes of a header are read as UTF-8, which is what programs send that encode nothing."""
    return str(value).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _unseen(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp")
