"""The bytes of a mail: the same for the same input, so that every try sends exactly what was decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address, BaseHeader, HeaderRegistry, MessageIDHeader
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import blake2s

from gdflow.channels.address import Mailbox, mailbox_of
from gdflow.channels.render import Rendered
from gdflow.domain.errors import InputError

AUTO_GENERATED = "auto-generated"  # RFC 3834: a mail that no person typed; absence notices do not answer it


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a mail. media_type: like "text/csv"."""

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
    mail = EmailMessage(policy=_POLICY)
    headers = {
        "From": _shown(sender),
        "To": _shown(recipient),
        "Reply-To": _shown(reply_to) if reply_to else None,
        "Subject": rendered.subject,
        "Date": format_datetime(date),
        "Message-ID": message_id,
        "References": references,
        "In-Reply-To": references,
        "Auto-Submitted": auto_submitted,
        "X-Auto-Response-Suppress": "All",
    }
    for name, value in headers.items():
        if value is not None:
            mail[name] = _checked(name, value)
    mail.set_content(rendered.text, cte="quoted-printable")
    mail.add_alternative(rendered.html, subtype="html", cte="base64")
    for attachment in attachments:
        _attach(mail, attachment)
    mail["Content-Language"] = "es"  # last: every Content- header set before would move into the first part
    _fix_boundaries(mail, message_id)
    return mail.as_bytes()


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


_POLICY = SMTP.clone(header_factory=_Headers())


def _checked(name: str, value: Address | str) -> Address | str:
    """The value, unless it could start a header of its own."""
    if any(mark in str(value) for mark in "\r\n\0"):
        raise InputError("header_newline", header=name, found=str(value))
    return value


def _shown(address: Mailbox | str) -> Address:
    mailbox = mailbox_of(address) if isinstance(address, str) else address
    if mailbox.name and any(mark in mailbox.name for mark in "\r\n\0"):
        raise InputError("header_newline", header="name", found=mailbox.name)
    return Address(mailbox.name or "", addr_spec=mailbox.address)


def _attach(mail: EmailMessage, attachment: Attachment) -> None:
    main, _, sub = attachment.media_type.partition("/")
    if any(mark in attachment.name for mark in "\r\n\0"):
        raise InputError("header_newline", header="filename", found=attachment.name)
    mail.add_attachment(attachment.data, maintype=main, subtype=sub, filename=attachment.name)


def _fix_boundaries(mail: EmailMessage, message_id: str) -> None:
    """Boundaries from the id instead of chance; "=_" can occur in neither base64 nor quoted-printable."""
    key = blake2s(message_id.encode(), digest_size=8).hexdigest()
    for depth, part in enumerate(part for part in mail.walk() if part.is_multipart()):
        part.set_boundary(f"=_gd.{depth}.{key}")
