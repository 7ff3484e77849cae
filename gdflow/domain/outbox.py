"""The states of a notice between the decision to send it and the certainty of what became of it."""

from collections.abc import Mapping
from datetime import timedelta
from enum import IntEnum, StrEnum

from gdflow.domain.labels import LabelledEnum
from gdflow.domain.transitions import follow


class Priority(IntEnum):
    """In which order waiting notices leave: what closes soonest before everything else."""

    URGENT = 0
    ORDINARY = 1


EMAIL = "email"
"""The channel of record: what becomes of a reminder is what became of its mails."""

LONGEST_WAIT = timedelta(hours=6)


class NoticeState(LabelledEnum):
    """Where a notice stands. HANDED_OVER: a chat channel took it, which proves nothing; only mail is ever SENT."""

    QUEUED = "queued", "En cola"
    SENDING = "sending", "Enviándose"
    SENT = "sent", "Enviado"
    HANDED_OVER = "handed_over", "Entregado al canal"
    RETRY = "retry", "Se reintentará"
    REFUSED = "refused", "Rechazado"
    IN_DOUBT = "in_doubt", "Sin certeza de entrega"
    SUPPRESSED = "suppressed", "Omitido"


class NoticeEvent(StrEnum):
    """What happens to a notice."""

    CLAIM = "claim"
    ACCEPT = "accept"
    HAND_OVER = "hand_over"
    DEFER = "defer"
    REFUSE = "refuse"
    DOUBT = "doubt"
    RELEASE = "release"
    SUPPRESS = "suppress"
    CONFIRM = "confirm"
    RESEND = "resend"
    BOUNCE = "bounce"


TRANSITIONS: Mapping[NoticeState, Mapping[NoticeEvent, NoticeState]] = {
    NoticeState.QUEUED: {
        NoticeEvent.CLAIM: NoticeState.SENDING,  # a sender takes it with a lease
        NoticeEvent.SUPPRESS: NoticeState.SUPPRESSED,  # nothing in it is owed any more
    },
    NoticeState.SENDING: {
        NoticeEvent.ACCEPT: NoticeState.SENT,  # the server took it
        NoticeEvent.HAND_OVER: NoticeState.HANDED_OVER,  # a chat channel took it
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
        NoticeEvent.CONFIRM: NoticeState.SENT,  # it is among the sent mails, or a person saw that it arrived
        NoticeEvent.RESEND: NoticeState.QUEUED,  # it is not among the sent mails, or a person risks a second copy
        NoticeEvent.SUPPRESS: NoticeState.SUPPRESSED,  # a person let it be
        NoticeEvent.BOUNCE: NoticeState.REFUSED,  # it came back: it had left
    },
    NoticeState.SENT: {
        NoticeEvent.BOUNCE: NoticeState.REFUSED,  # the first server took it, the last one sent it back
    },
    NoticeState.HANDED_OVER: {},
    NoticeState.REFUSED: {},
    NoticeState.SUPPRESSED: {},
}


PERSONS = (NoticeEvent.CONFIRM, NoticeEvent.RESEND, NoticeEvent.SUPPRESS)
DECISIONS = frozenset(TRANSITIONS[NoticeState.IN_DOUBT][event] for event in PERSONS)
"""What a person may decide about a notice in doubt; that it came back is nobody's decision."""


def move(state: NoticeState, event: NoticeEvent) -> NoticeState:
    """The state after an event. Raises ConflictError("wrong_state")."""
    return follow(TRANSITIONS, state, event)


def backoff(tries: int) -> timedelta:
    """How long to wait after so many tries: 1, 4, 16, 64 minutes and so on, at most 6 hours."""
    # Past the fifth power the wait is at its longest; unbounded powers would overflow.
    return min(LONGEST_WAIT, timedelta(minutes=4 ** min(tries, 5)))
