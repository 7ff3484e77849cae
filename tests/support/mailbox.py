"""The entity's mailbox: an installation whose mail comes back to a dovecot, and reports as servers write them."""

from textwrap import dedent

from gdflow.app import App
from tests.support.dovecot import HOST, MAILBOX, PASSWORD, Dovecot
from tests.support.installation import SETTINGS, reopened

DOMAIN = MAILBOX.partition("@")[2]


def imap(server: Dovecot, *, keeps_sent: bool = True, port: int | None = None) -> str:
    """The settings by which an installation reads the mailbox; its SMTP server stays to be named."""
    return dedent(f"""
        ca_file = "{server.ca_file}"

        [imap]
        host = "{HOST}"
        port = {port or server.port}
        user = "{MAILBOX}"
        keeps_sent = {str(keeps_sent).lower()}
    """)


def reading_its_mailbox(app: App, server: Dovecot, *, keeps_sent: bool = True, port: int | None = None) -> App:
    """The same installation, whose mailbox is read."""
    app.engine.dispose()
    reopened(app, SETTINGS + imap(server, keeps_sent=keeps_sent, port=port)).engine.dispose()
    return App.open(app.home, {"GDFLOW_IMAP__PASSWORD": PASSWORD})


def file_sent(server: Dovecot, data: bytes) -> None:
    """Keep a copy among the sent mails, as a server does that keeps what it took."""
    with server.as_a_person() as person:
        person.append("Sent", "", "", data)


def report(
    recipient: str,
    *,
    action: str = "failed",
    status: str = "5.1.1",
    said: str = "550 5.1.1 No existe",
    envelope_id: str | None = None,
    message_id: str | None = None,
) -> bytes:
    """A report about a delivery (RFC 3464); without ids it names nothing but the recipient."""
    about = f"Original-Envelope-Id: {envelope_id}\r\n" if envelope_id else ""
    returned = f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {message_id}\r\n" if message_id else ""
    return (
        "From: MAILER-DAEMON@salida.example\r\n"
        "Subject: No entregado\r\n"
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
        "--b\r\nContent-Type: text/plain\r\n\r\nNo se pudo.\r\n"
        f"--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; salida.example\r\n{about}\r\n"
        f"Final-Recipient: rfc822; {recipient}\r\nAction: {action}\r\nStatus: {status}\r\n"
        f"Diagnostic-Code: smtp; {said}\r\n\r\n{returned}--b--\r\n"
    ).encode()
