"""What every channel is: something that takes a message once and says what became of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from gdflow.domain.errors import DeliveryError


class ChannelError(DeliveryError):
    """The channel itself is refused, busy or out of reach: no message can leave by it now.

    The message is not at fault and loses nothing; pause the channel, for `retry_after` seconds where it is known.
    """


class StumbleError(ChannelError):
    """The other side fell over the message, or would have over any: the channel rests, and the message counts a try.

    After its last one the message is given up, so that it cannot keep those behind it from leaving.
    """


@dataclass(frozen=True, slots=True)
class Message:
    """The bytes that go to one recipient; the same bytes at every try.

    recipient: an address for a mail channel, the configured name of a chat channel. data: a mail, or the chat
    channel's JSON. held: whether it still is this sender's; a channel whose talk takes long asks before the step that
    cannot be taken back.
    """

    message_id: str
    sender: str
    recipient: str
    data: bytes
    held: Callable[[], bool] = field(default=lambda: True, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Accepted:
    """The other side took the message, in its own words.

    handed_over: it was taken by something that proves nothing, as a chat's webhook does; False: by something that
    answers for it, as a mail server does.
    """

    code: str
    text: str
    handed_over: bool = False


class Channel(Protocol):
    """A way by which messages leave. One object serves one sender at a time."""

    def send(self, message: Message) -> Accepted:
        """Hand over one message.

        Raises ChannelError when no message could leave, else DeliveryError: permanent, passing, or in doubt. A mail
        channel raises InputError bad_address for an address that no mail can have.
        """

    def close(self) -> None:
        """Let go of what is held open; the channel may be used again afterwards."""
