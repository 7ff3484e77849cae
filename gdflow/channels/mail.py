"""The bytes of a mail: the same for the same input, so that every try sends exactly what was decided."""

from binascii import b2a_base64, b2a_qp
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.headerregistry import BaseHeader, HeaderRegistry, MessageIDHeader
from email.message import MIMEPart
from email.policy import SMTP
from email.utils import format_datetime, quote
from functools import lru_cache
from hashlib import blake2s

from gdflow.channels.address import Mailbox, mailbox_of
from gdflow.channels.render import Rendered
from gdflow.domain.errors import InputError

LONGEST_LINE = 76
ENCODED = "=?utf-8?q?{}?="
AUTO_GENERATED = "auto-generated"  # RFC 3834: a mail that no person typed; absence notices do not answer it


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a mail. media_type: like "text/csv" or "text/calendar; method=PUBLISH"."""

    name: str
    media_type: str
    data: bytes


def build_mail(
    rendered: Rendered,
    *,
    message_id: str,
    sender: Mailbox | str,
    recipient: Mailbox | str,
    date: datetime,
    reply_to: Mailbox | str | None = None,
    references: str | None = None,
    attachments: Sequence[Attachment] = (),
    auto_submitted: str = AUTO_GENERATED,
) -> bytes:
    """The whole mail as ASCII bytes with CRLF, text and HTML as alternatives.

    message_id, references: with their angle brackets; `references` is the thread's root. date: aware.
    Raises InputError header_newline when a header would hold a line break, naive_date when `date` has no zone.
    """
    if date.tzinfo is None:
        raise InputError("naive_date", found=date.isoformat())
    headers = {
        "From": sender,
        "To": recipient,
        "Reply-To": reply_to,
        "Subject": rendered.subject,
        "Date": format_datetime(date),
        "Message-ID": message_id,
        "References": references,
        "In-Reply-To": references,
        "Auto-Submitted": auto_submitted,
        "X-Auto-Response-Suppress": "All",
        "MIME-Version": "1.0",
        "Content-Language": "es",
    }
    written = (_written(name, value) for name, value in headers.items() if value is not None)
    return b"".join(written) + _content(rendered, attachments, message_id)


@lru_cache(maxsize=256)
def _written(name: str, value: Mailbox | str) -> bytes:
    """A header as it stands on the wire.

    Kept, because most are the same in every mail of a day, and to fold one name with accents takes a millisecond.
    """
    if name in ADDRESSES:
        return f"{name}: {_shown(name, value)}\r\n".encode("ascii")
    checked = _checked(name, str(value))
    if name == "Subject":
        return f"{name}: {_words(name, checked)}\r\n".encode("ascii")
    line = f"{name}: {checked}"
    if line.isascii() and len(line) <= LONGEST_LINE:
        return f"{line}\r\n".encode("ascii")  # as the policy itself would leave it
    return _HEADERS(name, checked).fold(policy=_POLICY).encode("ascii")


def _words(name: str, text: str) -> str:
    """People's words as a header holds them, in lines of at most 76.

    The policy's own folding leaves empty encoded words, which RFC 2047 forbids and some programs show as they are;
    that of `Header` measures the whole text anew for every sign.
    """
    if text.isascii():
        return Header(text, "us-ascii", header_name=name).encode(linesep="\r\n")
    words, word, room = list[str](), "", LONGEST_LINE - len(f"{name}: ") - len(ENCODED.format(""))
    for code in map(_quoted, text):
        if len(word) + len(code) > room:
            words.append(word)
            word, room = "", LONGEST_LINE - len(" ") - len(ENCODED.format(""))
        word += code
    return "\r\n ".join(map(ENCODED.format, [*words, word]))


@lru_cache(maxsize=1024)
def _quoted(sign: str) -> str:
    """A sign in the Q encoding of RFC 2047, as it may stand anywhere: also in the name before an address."""
    if sign == " ":
        return "_"
    plain = sign.isascii() and (sign.isalnum() or sign in "!*+-/")
    return sign if plain else "".join(f"={octet:02X}" for octet in sign.encode())


def _content(rendered: Rendered, attachments: Sequence[Attachment], message_id: str) -> bytes:
    """Text and HTML as alternatives and the files beside them, from their first header on.

    Boundaries come from the id instead of chance; "=_" can occur in neither base64 nor quoted-printable.
    """
    key = blake2s(message_id.encode(), digest_size=8).hexdigest()
    depth = 1 if attachments else 0
    bodies = _multipart("alternative", f"=_gd.{depth}.{key}", [_text(rendered.text), _html(rendered.html)])
    if not attachments:
        return bodies
    return _multipart("mixed", f"=_gd.0.{key}", [bodies, *map(_attached, attachments)])


def _multipart(kind: str, boundary: str, parts: Sequence[bytes]) -> bytes:
    head = f'Content-Type: multipart/{kind}; boundary="{boundary}"\r\n\r\n'
    inside = b"".join(b"--%b\r\n%b\r\n" % (boundary.encode(), part) for part in parts)
    return b"%b%b--%b--\r\n" % (head.encode(), inside, boundary.encode())


def _text(text: str) -> bytes:
    return b"%b%b" % (_TEXT_HEAD, b2a_qp(_lines(text)))


def _html(html: str) -> bytes:
    return b"%b%b" % (_HTML_HEAD, _base64(_lines(html)))


def _base64(data: bytes) -> bytes:
    """The data in lines of 76 signs; encoded at once: the standard library would do it line by line."""
    whole = b2a_base64(data, newline=False)
    return b"\r\n".join([*(whole[at : at + LONGEST_LINE] for at in range(0, len(whole), LONGEST_LINE)), b""])


def _lines(text: str) -> bytes:
    """The text in UTF-8, every line ended by CRLF."""
    plain = text.removesuffix("\n").encode().replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return b"%b\r\n" % plain.replace(b"\n", b"\r\n")


_HEAD = 'Content-Type: text/{}; charset="utf-8"\r\nContent-Transfer-Encoding: {}\r\n\r\n'
_TEXT_HEAD = _HEAD.format("plain", "quoted-printable").encode()
_HTML_HEAD = _HEAD.format("html", "base64").encode()
ADDRESSES = frozenset({"From", "To", "Reply-To"})


class _Headers(HeaderRegistry):
    """SMTP's headers, but thread headers are read as ids: as free text a long id would be folded into encoded words.

    The standard registry makes a class anew for each header of each mail; these are made once.
    """

    def __init__(self) -> None:
        super().__init__()
        self._made: dict[str, type[BaseHeader]] = {}
        for name in ("references", "in-reply-to"):
            self.map_to_type(name, MessageIDHeader)  # type: ignore[arg-type]  # typeshed omits that it is a mixin

    def __getitem__(self, name: str) -> type[BaseHeader]:
        key = name.lower()
        if key not in self._made:
            self._made[key] = super().__getitem__(name)
        return self._made[key]


_HEADERS = _Headers()
_POLICY = SMTP.clone(header_factory=_HEADERS)


def _checked(name: str, value: str) -> str:
    """The value, unless it could start a header of its own."""
    if any(mark in value for mark in "\r\n\0"):
        raise InputError("header_newline", header=name, found=value)
    return value


def _shown(header: str, address: Mailbox | str) -> str:
    mailbox = mailbox_of(address) if isinstance(address, str) else address
    name = _checked("name", mailbox.name or "")
    if not name:
        return mailbox.address
    shown = f'"{quote(name)}"' if name.isascii() else _words(header, name)
    return f"{shown}\r\n <{mailbox.address}>"


def _attached(attachment: Attachment) -> bytes:
    return _file_head(attachment.name, attachment.media_type) + _base64(attachment.data)


@lru_cache(maxsize=256)
def _file_head(name: str, media_type: str) -> bytes:
    """The headers of an attached file; kept, because many mails of a day carry one of the same name."""
    kind, *stated = (word.strip() for word in _checked("Content-Type", media_type).split(";"))
    main, _, sub = kind.partition("/")
    part = MIMEPart(policy=_POLICY)
    part.set_content(
        b"",
        maintype=main,
        subtype=sub,
        filename=_checked("filename", name),
        disposition="attachment",
        params=dict(word.split("=", 1) for word in stated),
    )
    return part.as_bytes()
