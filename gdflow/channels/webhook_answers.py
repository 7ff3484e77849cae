"""What the answer of a Teams flow means: taken, refused for good, or a matter of the whole channel."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from gdflow.channels.base import Accepted, ChannelError
from gdflow.channels.redaction import redacted
from gdflow.domain.errors import DeliveryError

LONGEST_TEXT = 500  # of an answer, as kept in the outbox
LONGEST_PAUSE = 86_400.0  # a channel that asks for more than a day of rest is looked at by a person
BUSY = 429
OF_THE_MESSAGE = frozenset({400, 413})
BY_STATUS = {
    401: "teams_signature_refused",
    403: "teams_signature_refused",
    404: "teams_flow_gone",
    410: "teams_flow_gone",
    408: "teams_busy",
    BUSY: "teams_busy",
}


def understood(channel: str, status: int, headers: Mapping[str, str], text: str) -> Accepted:
    """What came of a card by the flow's answer. `text`: the answer's words.

    Raises ChannelError, with `retry_after` where the answer names it, or DeliveryError permanent.
    """
    words = redacted(" ".join(text.split()))[:LONGEST_TEXT]
    if 200 <= status < 300:
        return Accepted(str(status), words, handed_over=True)
    if status in OF_THE_MESSAGE:
        raise DeliveryError("card_refused", permanent=True, channel=channel, answer=status, text=words)
    code = BY_STATUS.get(status) or _by_class(status)
    raise ChannelError(code, retry_after=retry_after(headers), channel=channel, answer=status, text=words)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """The seconds for which an answer asks to wait, at most LONGEST_PAUSE; None when it does not say.

    A date is measured from the answer's own Date, so that no difference between two clocks enters.
    """
    wish = headers.get("Retry-After", "").strip()
    if wish.isascii() and wish.isdigit():
        return min(float(wish), LONGEST_PAUSE)
    then, now = _moment(wish), _moment(headers.get("Date", ""))
    return min(max((then - now).total_seconds(), 0.0), LONGEST_PAUSE) if then and now else None


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _by_class(status: int) -> str:
    if 300 <= status < 400:
        return "teams_redirects"
    return "teams_failed" if status >= 500 else "teams_refused"
