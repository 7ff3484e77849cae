"""One try to send one notice, and what its end means for the notice and for the channel."""

from collections.abc import Callable
from datetime import datetime, timedelta

from gdflow.channels.base import Channel, ChannelError, Message, StumbleError
from gdflow.domain.address_marks import condemns
from gdflow.domain.errors import ConfigError, DeliveryError, InputError
from gdflow.domain.notices import ClaimedNotice, Outcome
from gdflow.domain.outbox import NoticeState, backoff

MAX_TRIES = 8
REFUSED_ADDRESS = "recipient_refused"
OF_THE_ADDRESS = frozenset({"address_needs_smtputf8"})


def send_once(
    opened: Callable[[], Channel], notice: ClaimedNotice, clock: Callable[[], datetime], lease_until: datetime
) -> tuple[Outcome, ChannelError | None]:
    """The outcome of one try, and of what the channel itself failed, if it did."""
    its = notice.message_id, notice.sender, notice.address, notice.data
    try:
        accepted = opened().send(Message(*its, held=lambda: clock() < lease_until))
    except ConfigError as error:
        from gdflow.spanish.messages import say  # so late: it knows the sentences of all errors, which few tries need

        failure = ChannelError("channel_unusable", text=say(error))
        return _failed(failure, 0, notice.tries, clock()), failure
    except ChannelError as error:
        most_tries = MAX_TRIES if isinstance(error, StumbleError) else 0
        return _failed(error, most_tries, notice.tries, clock()), error
    except DeliveryError as error:
        return _failed(error, MAX_TRIES, notice.tries, clock()), None
    except InputError as error:
        return Outcome(NoticeState.REFUSED, error.code, str(error.facts.get("found")), no_address=True), None
    state = NoticeState.HANDED_OVER if accepted.handed_over else NoticeState.SENT
    return Outcome(state, accepted.code, accepted.text), None


def words_of(error: DeliveryError) -> str | None:
    """What the other side said, its code first."""
    said = (str(error.facts[name]) for name in ("answer", "text") if error.facts.get(name))
    return " ".join(said) or None


def _failed(error: DeliveryError, most_tries: int, tries: int, now: datetime) -> Outcome:
    """most_tries: give up after so many; 0 never, because the message itself is not at fault."""
    text = str(error.facts.get("text", "")) or None
    code = str(error.facts.get("answer", error.code))
    if error.in_doubt:
        return Outcome(NoticeState.IN_DOUBT, code, text)
    if error.permanent or (most_tries and tries + 1 >= most_tries):
        no_address = error.code in OF_THE_ADDRESS or (error.code == REFUSED_ADDRESS and condemns(code, text))
        return Outcome(NoticeState.REFUSED, code, text, no_address=no_address)
    if not most_tries:
        return Outcome(NoticeState.RETRY, code, text)  # the channel's rest holds it, and it keeps its place
    pause = timedelta(seconds=error.retry_after) if error.retry_after else backoff(tries)
    return Outcome(NoticeState.RETRY, code, text, now + pause)
