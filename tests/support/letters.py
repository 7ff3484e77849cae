"""Mails as people and programs send them to the entity's mailbox."""

from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from email.policy import SMTP

from tests.support.cast import GOBIERNO_MAIL
from tests.support.dovecot import MAILBOX

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
File = tuple[str, bytes]
SERVER = "correo.cartagena.example"


def letter(
    *files: File,
    sender: str = GOBIERNO_MAIL,
    to: str = MAILBOX,
    subject: str = "Reporte del trimestre",
    text: str = "Buenos días, adjunto el reporte.\n",
    message_id: str | None = "<uno@cartagena.example>",
    headers: Mapping[str, str] | Sequence[tuple[str, str]] = (),
) -> bytes:
    """A mail with files; headers stand above all others, as servers put them."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = sender
    mail["To"] = to
    mail["Subject"] = subject
    if message_id:
        mail["Message-ID"] = message_id
    mail.set_content(text)
    for name, data in files:
        main, _, sub = XLSX.partition("/")
        mail.add_attachment(data, maintype=main, subtype=sub, filename=name)
    stated = headers.items() if isinstance(headers, Mapping) else headers
    return "".join(f"{name}: {value}\r\n" for name, value in stated).encode() + mail.as_bytes()


def raw(text: str) -> bytes:
    """A mail written by hand, line by line."""
    return text.replace("\n", "\r\n").encode()
