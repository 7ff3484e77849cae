"""One transport's work within a delivery run: settle what was sent, claim the next, send it, one at a time.

The try that ended and the one that begins share a transaction: one commit for each message, before its socket opens.
A sender that dies between two commits leaves its notice in doubt; nothing else can be lost, nothing is sent twice.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from gdflow import failpoints
from gdflow.channels.base import Channel, ChannelError
from gdflow.domain.digest import Purpose
from gdflow.domain.notices import ClaimedNotice, Outcome
from gdflow.domain.outbox import NoticeState
from gdflow.domain.pace import Span, Standing
from gdflow.domain.rules import Rules
from gdflow.services import pace
from gdflow.services.sending import send_once, words_of
from gdflow.storage import address_marks, outbox, transports
from gdflow.storage.engine import Session, Transaction
from gdflow.storage.returned import release

LEASE = timedelta(minutes=5)
MINUTE_LIMIT, DAY_LIMIT, TURN_LIMIT = "minute_limit", "day_limit", "turn_limit"
After = Callable[[Session, Outcome, Standing, datetime], None]
"""What else follows from how a try ended, and how its channel fares by then; in the transaction that writes it down."""
TOOK = frozenset({NoticeState.SENT, NoticeState.HANDED_OVER})
REPEATED = "gdflow"
"""Who decides about a doubt where a repeat is known as one."""


@dataclass(frozen=True, slots=True)
class Transport:
    """A way by which the notices of a channel leave. per_minute, per_day: the most messages it takes, 0: any number.

    at_all_hours: a machine reads there, which needs no sleep. knows_repeats: the other side tells a repeat by its id,
    so what is in doubt goes out again. most_time: for which the others are kept waiting in one turn, None: any.
    account: the entity whose installation has the account, where it sends for several, which then share its limits and
    its rests; None: it sends for the one at hand.
    """

    channel: str
    open: Callable[[], Channel]
    per_minute: int = 0
    per_day: int = 0
    at_all_hours: bool = False
    knows_repeats: bool = False
    most_time: timedelta | None = None
    after: After | None = None
    account: int | None = None


@dataclass(frozen=True, slots=True)
class Delivered:
    """One notice and how its attempt ended."""

    channel: str
    address: str
    subject: str
    state: NoticeState
    code: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Resting:
    """A transport by which notices wait that could leave now: until when, and the error's code or the limit's."""

    channel: str
    until: datetime
    code: str
    text: str | None = None
    asked: bool = False
    """Whether it is a limit, or the other side itself named the moment: then it is worth waiting for."""

    @property
    def limited(self) -> bool:
        """Whether a limit holds it, and no failure."""
        return self.code in (MINUTE_LIMIT, DAY_LIMIT, TURN_LIMIT)


@dataclass(frozen=True, slots=True)
class Run:
    """What the lanes of one delivery run share. lease: how long a claimed notice is this sender's."""

    transaction: Transaction
    rules: Rules
    clock: Callable[[], datetime]
    owner: str
    lease: timedelta


@dataclass(frozen=True, slots=True)
class _Begun:
    """A claimed notice with its open try, None when nothing in it is owed any more."""

    notice: ClaimedNotice
    attempt: int | None
    lease_until: datetime


@dataclass(frozen=True, slots=True)
class _Ended:
    """A try, how it ended and when. failure: what the channel itself failed of, if it did."""

    begun: _Begun
    outcome: Outcome
    at: datetime
    failure: ChannelError | None = None


class Lane:
    """A transport at work, its channel opened for the first message. resting: why it stopped; None: nothing waits."""

    def __init__(self, run: Run, transport: Transport) -> None:
        self._run, self._transport = run, transport
        self._place = (run.rules.entity_id, transport.channel)
        self._account = (transport.account or run.rules.entity_id, transport.channel)
        self._places: pace.Places = ()
        self._channel: Channel | None = None
        self._until: datetime | None = None
        self.resting: Resting | None = None
        self.deliveries: list[Delivered] = []

    def work(self) -> None:
        """Send what may leave now, until nothing is left or the transport has to rest."""
        most = self._transport.most_time
        self.resting, self._until = None, None if most is None else self._run.clock() + most
        begun = self._turn(None)
        while begun is not None:
            begun = self._turn(self._try(begun))

    def _opened(self) -> Channel:
        self._channel = self._channel or self._transport.open()
        return self._channel

    def close(self) -> None:
        """Let go of the channel."""
        if self._channel is not None:
            self._channel.close()

    def _turn(self, ended: _Ended | None) -> _Begun | None:
        """Write down how a try ended and claim the next notice, in one transaction."""
        with self._run.transaction() as session:
            standing = transports.hold_standing(session, *self._account)
            if ended is None:
                outbox.end_leases(session, self._run.clock())  # at the head of a burst: what was urgent is so again
                self._repeat_doubts(session)
            else:
                delivered = self._settle(session, ended)
                standing = self._mark(session, ended, standing)
                if self._transport.after is not None:
                    self._transport.after(session, ended.outcome, standing, ended.at)
            begun = self._next(session, standing, self._run.clock(), ended)
        if ended is not None:
            self.deliveries.append(delivered)
        return begun

    def _repeat_doubts(self, session: Session) -> None:
        if self._transport.knows_repeats:
            for each in outbox.doubtful(session, *self._place):
                outbox.resolve(session, each.id, NoticeState.QUEUED, self._run.clock(), REPEATED)

    def _settle(self, session: Session, ended: _Ended) -> Delivered:
        notice, outcome = ended.begun.notice, ended.outcome
        if ended.begun.attempt is not None:
            its = notice.id, ended.begun.attempt, self._run.owner
            pace.end(session, self._places, outcome.state, at=ended.at)
            if not outbox.settle(session, *its, outcome, ended.at):
                outcome = Outcome(NoticeState.IN_DOUBT, "lease_lost", outcome.text)
        if outcome.no_address:
            address_marks.mark(session, notice.entity_id, notice.address, outcome.code, outcome.text, ended.at)
            release(session, notice.id)
        return Delivered(notice.channel, notice.address, notice.subject, outcome.state, outcome.code, outcome.text)

    def _mark(self, session: Session, ended: _Ended, standing: Standing) -> Standing:
        """Let the channel rest after it failed; let its failures be forgotten after it took a message."""
        now, failure = standing, ended.failure
        if failure is not None:
            now = standing.failed(ended.at, failure.code, words_of(failure), failure.retry_after)
        elif ended.outcome.state in TOOK:
            now = standing.recovered(ended.at)
        if now != standing:
            transports.keep_standing(session, *self._account, now)
        return now

    def _next(self, session: Session, standing: Standing, now: datetime, ended: _Ended | None) -> _Begun | None:
        """Claim the next notice and open its try, unless the transport has to rest."""
        rules = self._run.rules
        awake = self._transport.at_all_hours or rules.window.is_open(now, rules.calendar)
        purpose = None if awake else Purpose.RECEIPT
        held = self._paused(standing, now, ended) or self._limited(session, now) or self._overdue(now)
        if held is None:
            return self._claim(session, now, purpose)
        entity_id, channel = self._place
        if outbox.waits(session, entity_id=entity_id, channel=channel, now=now, purpose=purpose):
            self.resting = held
        return None

    def _claim(self, session: Session, now: datetime, purpose: str | None) -> _Begun | None:
        (entity_id, channel), owner, lease = self._place, self._run.owner, self._run.lease
        notice = outbox.claim_next(
            session, entity_id=entity_id, channel=channel, now=now, owner=owner, lease=lease, purpose=purpose
        )
        if notice is None:
            return None
        if not outbox.still_owed(session, notice.id):
            outbox.suppress_notice(session, notice.id, "answered", now)
            return _Begun(notice, None, now + lease)
        pace.begin(session, self._places, now=now, lease=lease)
        return _Begun(notice, outbox.open_attempt(session, notice.id, owner, now), now + lease)

    def _paused(self, standing: Standing, now: datetime, ended: _Ended | None) -> Resting | None:
        if standing.paused_until is None or not standing.rests(now):
            return None
        failure = ended.failure if ended is not None else None
        asked = failure is not None and failure.retry_after is not None
        return Resting(self._transport.channel, standing.paused_until, standing.code or "", standing.text, asked)

    def _limited(self, session: Session, now: datetime) -> Resting | None:
        transport = self._transport
        if transport.account is not None:
            return self._limited_together(session, now)
        limits = (
            (transport.per_day, transports.day_free, DAY_LIMIT),
            (transport.per_minute, transports.minute_free, MINUTE_LIMIT),
        )
        for most, free, code in limits:
            until = free(session, *self._place, most, now=now, lease=self._run.lease) if most else None
            if until is not None:
                return Resting(transport.channel, until, code, asked=True)
        return None

    def _limited_together(self, session: Session, now: datetime) -> Resting | None:
        transport = self._transport
        limits = transport.per_minute, transport.per_day
        found = pace.find_places(session, *self._account, *limits, now=now)
        if isinstance(found, pace.Full):
            code = DAY_LIMIT if found.span is Span.DAY else MINUTE_LIMIT
            return Resting(transport.channel, found.until, code, asked=True)
        self._places = found
        return None

    def _overdue(self, now: datetime) -> Resting | None:
        over = self._until is not None and now >= self._until
        return Resting(self._transport.channel, now, TURN_LIMIT) if over else None

    def _try(self, begun: _Begun) -> _Ended:
        """Send a claimed notice, once."""
        notice, clock = begun.notice, self._run.clock
        if begun.attempt is None:
            return _Ended(begun, Outcome(NoticeState.SUPPRESSED, "answered"), clock())
        failpoints.reach("outbox.claimed")
        if clock() >= begun.lease_until:
            # This sender was held up for so long that another may have taken the notice over: it sends nothing.
            return _Ended(begun, Outcome(NoticeState.RETRY, "lease_lost", not_before=clock()), clock())
        outcome, failure = send_once(self._opened, notice, clock, begun.lease_until)
        failpoints.reach("smtp.answered_not_saved")
        return _Ended(begun, outcome, clock(), failure)
