"""How much one caller may ask: buckets that fill up again with time, kept in the memory of this process.

Threads share them; processes do not, and need not: see docs/decisions/0017.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

MOST_KEYS = 50_000
"""Callers remembered at once; beyond them those that asked least recently are forgotten."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So much at once, and again as much in so many seconds."""

    amount: float
    seconds: float


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


@dataclass(slots=True)
class Limiter:
    """One bucket for each key. clock: seconds that only grow."""

    rate: Rate
    clock: Callable[[], float]
    _buckets: dict[str, _Bucket] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def take(self, key: str, cost: float = 1) -> float:
        """Take from the key's bucket; 0 when it was allowed, else the seconds to wait, and nothing is taken."""
        with self._lock:
            bucket = self._filled(key)
            if bucket.left >= cost:
                bucket.left -= cost
                return 0
            return min((cost - bucket.left) * self.rate.seconds / self.rate.amount, self.rate.seconds)

    def _filled(self, key: str) -> _Bucket:
        now = self.clock()
        bucket = self._buckets.pop(key, None) or _Bucket(self.rate.amount, now)
        bucket.left = min(self.rate.amount, bucket.left + (now - bucket.at) * self.rate.amount / self.rate.seconds)
        bucket.at = now
        self._buckets[key] = bucket  # put last: the first ones are those that asked least recently
        if len(self._buckets) > MOST_KEYS:
            del self._buckets[next(iter(self._buckets))]
        return bucket


@dataclass(frozen=True, slots=True)
class Limits:
    """What a caller may do. An entity's teams often share one address, so an address may do much more than a link."""

    bad_links: Limiter
    requests: Limiter
    changes: Limiter
    bytes: Limiter
    sign_ins: Limiter
    reads: Limiter


def usual_limits(clock: Callable[[], float]) -> Limits:
    """10 bad links and 30 attempts to sign in in 5 minutes, and 1,200 requests a minute for an address; 120 changes in
    10 minutes and 200 MB a day for a link or an account; 300 readings a minute for a key."""
    return Limits(
        bad_links=Limiter(Rate(10, 300), clock),
        requests=Limiter(Rate(1200, 60), clock),
        changes=Limiter(Rate(120, 600), clock),
        bytes=Limiter(Rate(200_000_000, 86_400), clock),
        sign_ins=Limiter(Rate(30, 300), clock),
        reads=Limiter(Rate(300, 60), clock),
    )
