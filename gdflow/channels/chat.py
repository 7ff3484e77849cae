"""The channels of any other chat through Apprise: one address, one delivery, and the digest in plain words.

Apprise tells only whether it worked. So nothing here is a proof, Apprise itself repeats nothing, and an address with
several targets is refused: of a half-delivered message nobody could say what to repeat.
"""

import json
import logging
from datetime import date

from gdflow.channels.base import Accepted, Message
from gdflow.channels.chat_address import ChatSettings, notifier
from gdflow.channels.chat_words import MOST_LINES, MOST_NAME, MOST_TITLE, ask_words, inert, link_of, rest_words
from gdflow.channels.redaction import redacted
from gdflow.channels.subject import subject
from gdflow.channels.wording import also_words, state_words, titled
from gdflow.domain.digest import Digest, DigestLine, Purpose, shown
from gdflow.domain.errors import DeliveryError

LONGEST_TEXT = 500  # of what Apprise says, as kept in the outbox
MOST_BODY = 1_500  # characters; Discord refuses more than 2,000 in all


class AppriseChannel:
    """Hands each message to one address of Apprise. Raises ConfigError for an address that cannot be used so.

    name: shown instead of the address, which is a secret. allow_private: whether the address may lead into the
    entity's own network. connect_timeout, read_timeout: seconds.
    """

    def __init__(
        self,
        name: str,
        url: str,
        *,
        allow_private: bool = False,
        connect_timeout: float = 10.0,
        read_timeout: float = 30.0,
    ) -> None:
        self._settings = ChatSettings(name, url, allow_private, connect_timeout, read_timeout)
        notifier(self._settings)

    def send(self, message: Message) -> Accepted:
        """Hand over one message. Raises DeliveryError passing: Apprise does not tell a refusal from a breakdown."""
        from apprise import Apprise, LogCapture, NotifyFormat  # so late: it takes a fifth of a second, and few need it

        words = json.loads(message.data)
        one = Apprise(notifier(self._settings))
        with LogCapture(level=logging.WARNING, fmt="%(message)s") as said:  # type: ignore[no-untyped-call]  # untyped there
            done = one.notify(title=words["title"], body=words["body"], body_format=NotifyFormat.TEXT)
            text = redacted(" ".join(said.getvalue().split()))[:LONGEST_TEXT]
        if not done:
            raise DeliveryError("chat_failed", channel=self._settings.name, text=text or "sin explicación")
        return Accepted("250", text, handed_over=True)

    def close(self) -> None:
        """Nothing is held open."""


def chat_text(digest: Digest, *, today: date) -> bytes:
    """What a chat is told, as JSON with `title` and `body`: lines that do not fit are counted, never cut."""
    bodies = [_body(digest, today, most) for most in range(MOST_LINES, -1, -1)]
    body = next((text for text in bodies if len(text) <= MOST_BODY), bodies[-1])
    title = inert(subject(digest, today=today), MOST_TITLE)
    return json.dumps({"title": title, "body": body}, ensure_ascii=False, separators=(",", ":")).encode()


def _body(digest: Digest, today: date, most: int) -> str:
    part = shown(digest, today=today, limit=most)
    rows = [_row(line, digest, today) for group in part.groups for line in group.lines]
    rows += [rest_words(part.hidden)] if part.hidden else []
    return "\n".join([*rows, "", _answer(digest, today)])


def _row(line: DigestLine, digest: Digest, today: date) -> str:
    """▲ 9. Hacer el reporte a FURAG · Vencida hace 66 días"""
    team = [inert(line.team, MOST_NAME)] if len(digest.teams) > 1 else []
    name = inert(titled(line.number, line.label), MOST_NAME)
    also = [also_words(other, today) for other in line.also]
    return " · ".join([f"{line.section(today).symbol} {name}", state_words(line, today), *also, *team])


def _answer(digest: Digest, today: date) -> str:
    """Where to answer: on the page, else by mail with the subject that brings it home."""
    if digest.purpose is Purpose.ESCALATION:
        return ask_words(digest, today=today)
    if digest.link is not None:
        return f"Reportar ahora: {link_of(digest) or 'con el enlace del correo'}"
    about = f", con el asunto «Reporte {digest.head.reference_text}»" if digest.head.reference_text else ""
    return f"Responda el correo que recibió o escriba a {digest.head.reply_to}{about}."
