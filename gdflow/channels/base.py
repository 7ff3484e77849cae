"""What every channel is: something that takes a message once and says what became of it."""

from dataclasses import dataclass
from typing import Protocol

from gdflow.channels.address import clean_address
from gdflow.domain.errors import DeliveryError


class ChannelError(DeliveryError):
    """The channel itself is refused, busy or out of reach: no message can leave by it now.

    The message is not at fault and loses nothing; pause the channel, for `retry_after` seconds where it is known.
    """


@dataclass(frozen=True, slots=True)
class Message:
    """The bytes that go to one recipient; the same bytes at every try. Raises InputError bad_address."""

    message_id: str
    sender: str
    recipient: str
    data: bytes

    def __post_init__(self) -> None:
        object.__setattr__(self, "sender", clean_address(self.sender))
        object.__setattr__(self, "recipient", clean_address(self.recipient))


@dataclass(frozen=True, slots=True)
class Accepted:
    """The other side took responsibility for the message, in its own words."""

    code: str
    text: str


class Channel(Protocol):
    """A way by which messages leave. One object serves one sender at a time."""

    def send(self, message: Message) -> Accepted:
        """Hand over one message.

        Raises ChannelError when no message could leave, else DeliveryError: permanent, passing, or in doubt.
        """

    def close(self) -> None:
        """Let go of what is held open; the channel may be used again afterwards."""
