"""The channel that speaks SMTP step by step, so that it always knows how far a message came.

smtplib's own `sendmail` raises the same for "lost before anything was sent" and "lost after the last dot". The first
may be tried again, the second may have arrived; so each step is taken here, by its name.
"""

import smtplib

from gdflow import failpoints
from gdflow.channels.base import Accepted, ChannelError, Message
from gdflow.channels.smtp_envelope import enveloped, recipient_options, sender_options
from gdflow.channels.smtp_replies import Phase, refused, step
from gdflow.channels.smtp_session import SmtpSettings, open_session, socket_of
from gdflow.domain.errors import DeliveryError

__all__ = ["SmtpChannel", "SmtpSettings"]

CLOSING_DOWN, SEND_NOW = 421, 354


class SmtpChannel:
    """Sends over one connection that stays open from message to message and is renewed when it was lost.

    Nothing is logged here, and no error holds the password.
    """

    def __init__(self, settings: SmtpSettings) -> None:
        self._settings = settings
        self._smtp: smtplib.SMTP | None = None

    def send(self, message: Message) -> Accepted:
        """Hand over one message.

        Raises ChannelError when no message could leave; DeliveryError permanent for a refusal that lasts, in_doubt
        when the connection was lost after the final dot, else passing, so also for a message that this sender no
        longer holds; InputError bad_address.
        """
        message = enveloped(message)
        try:
            smtp = self._begin(message)
            self._name_recipient(smtp, message)
            return self._hand_over(smtp, message)
        except DeliveryError as error:
            self._after(error)
            raise
        except BaseException:
            self._drop()  # interrupted in mid-step: the next message must not go on from there
            raise

    def close(self) -> None:
        """Say goodbye and close the connection."""
        if self._smtp is not None:
            try:
                self._smtp.quit()
            except OSError:
                pass  # it was gone already
            finally:
                self._drop()

    def _begin(self, message: Message) -> smtplib.SMTP:
        """Announce the sender.

        A connection that lay idle shows here whether the server still holds it; nothing is sent yet, so one fresh
        connection may be tried.
        """
        if self._smtp is not None:
            try:
                code, reply = self._announce(self._smtp, message)
            except DeliveryError:
                code, reply = CLOSING_DOWN, b""
            if code != CLOSING_DOWN:
                return self._checked(self._smtp, code, reply)
            self._drop()
        self._smtp = open_session(self._settings)
        failpoints.reach("smtp.connected")
        return self._checked(self._smtp, *self._announce(self._smtp, message))

    def _announce(self, smtp: smtplib.SMTP, message: Message) -> tuple[int, bytes]:
        with step(Phase.SENDER):
            return smtp.mail(message.sender, sender_options(smtp, message))

    def _checked(self, smtp: smtplib.SMTP, code: int, reply: bytes) -> smtplib.SMTP:
        if not _positive(code):
            raise refused(Phase.SENDER, code, reply)
        return smtp

    def _name_recipient(self, smtp: smtplib.SMTP, message: Message) -> None:
        options = recipient_options(smtp, message)
        with step(Phase.RECIPIENT):
            code, reply = smtp.rcpt(message.recipient, options)
        if not _positive(code):
            raise refused(Phase.RECIPIENT, code, reply)

    def _hand_over(self, smtp: smtplib.SMTP, message: Message) -> Accepted:
        with step(Phase.DATA):
            code, reply = smtp.docmd("DATA")
            if code == SEND_NOW:
                smtp.send(stuffed(message.data))
        if code != SEND_NOW:
            raise refused(Phase.DATA, code, reply)
        failpoints.reach("smtp.undotted")
        if not message.held():
            # Without the dot the server forgets it; somebody else may be sending it, or has been told that it waits.
            raise DeliveryError("held_up", phase=Phase.DATA.value)
        code, reply = self._finish(smtp)
        if not _positive(code):
            raise refused(Phase.CONTENT, code, reply)
        return Accepted(str(code), reply.decode("utf-8", "replace"))

    def _finish(self, smtp: smtplib.SMTP) -> tuple[int, bytes]:
        """Send the final dot, after which the server may hold the message, and wait long for its answer."""
        with step(Phase.CONTENT):
            sock = socket_of(smtp)
            sock.settimeout(self._settings.final_timeout)
            smtp.send(b".\r\n")
            failpoints.reach("smtp.data_sent")
            answer = smtp.getreply()
            sock.settimeout(self._settings.timeout)
            return answer

    def _after(self, error: DeliveryError) -> None:
        """Keep the connection when the server answered about this one message, else let it go."""
        if self._smtp is None or isinstance(error, ChannelError) or "answer" not in error.facts:
            self._drop()
            return
        try:
            code, _ = self._smtp.rset()
        except OSError:
            code = CLOSING_DOWN
        if not _positive(code):
            self._drop()

    def _drop(self) -> None:
        if self._smtp is not None:
            self._smtp.close()
            self._smtp = None


def stuffed(data: bytes) -> bytes:
    """The message as DATA carries it: leading dots doubled (RFC 5321, 4.5.2), the last line ended."""
    body = (b"." if data.startswith(b".") else b"") + data.replace(b"\n.", b"\n..")
    return body if body.endswith(b"\r\n") else body + b"\r\n"


def _positive(code: int) -> bool:
    return 200 <= code < 300
