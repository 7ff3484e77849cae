"""The states of a notice between the decision to send it and the certainty of what became of it."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum

from gdflow.domain.labels import LabelledEnum
from gdflow.domain.transitions import follow

LONGEST_WAIT = timedelta(hours=6)


class NoticeState(LabelledEnum):
    """Where a notice stands."""

    QUEUED = "queued", "En cola"
    SENDING = "sending", "Enviándose"
    SENT = "sent", "Enviado"
    RETRY = "retry", "Se reintentará"
    REFUSED = "refused", "Rechazado"
    IN_DOUBT = "in_doubt", "Sin certeza de entrega"
    SUPPRESSED = "suppressed", "Omitido"


class NoticeEvent(StrEnum):
    """What happens to a notice."""

    CLAIM = "claim"
    ACCEPT = "accept"
    DEFER = "defer"
    REFUSE = "refuse"
    DOUBT = "doubt"
    RELEASE = "release"
    SUPPRESS = "suppress"
    CONFIRM = "confirm"
    RESEND = "resend"


TRANSITIONS: Mapping[NoticeState, Mapping[NoticeEvent, NoticeState]] = {
    NoticeState.QUEUED: {
        NoticeEvent.CLAIM: NoticeState.SENDING,  # a sender takes it with a lease
        NoticeEvent.SUPPRESS: NoticeState.SUPPRESSED,  # nothing in it is owed any more
    },
    NoticeState.SENDING: {
        NoticeEvent.ACCEPT: NoticeState.SENT,  # the server took it
        NoticeEvent.DEFER: NoticeState.RETRY,  # a passing refusal: later, the same bytes
        NoticeEvent.REFUSE: NoticeState.REFUSED,  # a lasting refusal, or its last try is spent
        NoticeEvent.DOUBT: NoticeState.IN_DOUBT,  # the line broke after the final dot, or the lease ran out mid-try
        NoticeEvent.RELEASE: NoticeState.QUEUED,  # the lease ran out before any socket was opened
        NoticeEvent.SUPPRESS: NoticeState.SUPPRESSED,  # the team answered between claim and socket
    },
    NoticeState.RETRY: {
        NoticeEvent.CLAIM: NoticeState.SENDING,  # its waiting time is over
        NoticeEvent.SUPPRESS: NoticeState.SUPPRESSED,  # the team answered while it waited
    },
    NoticeState.IN_DOUBT: {
        NoticeEvent.CONFIRM: NoticeState.SENT,  # a person saw that it arrived
        NoticeEvent.RESEND: NoticeState.QUEUED,  # a person decided to risk a second copy
        NoticeEvent.SUPPRESS: NoticeState.SUPPRESSED,  # a person let it be
    },
    NoticeState.SENT: {},
    NoticeState.REFUSED: {},
    NoticeState.SUPPRESSED: {},
}


def move(state: NoticeState, event: NoticeEvent) -> NoticeState:
    """The state after an event. Raises ConflictError("wrong_state")."""
    return follow(TRANSITIONS, state, event)


def backoff(tries: int) -> timedelta:
    """How long to wait after so many tries: 1, 4, 16, 64 minutes and so on, at most 6 hours."""
    # Past the fifth power the wait is at its longest; unbounded powers would overflow.
    return min(LONGEST_WAIT, timedelta(minutes=4 ** min(tries, 5)))
