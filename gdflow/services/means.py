"""What works and jobs need of an installation: the door makes it, and nothing in it is opened before it is used."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from gdflow import clock
from gdflow.domain.rules import Rules
from gdflow.services.lane import Transport
from gdflow.services.places import Places
from gdflow.settings import Settings
from gdflow.storage.engine import Session, Transaction
from gdflow.storage.evidence_store import EvidenceStore
from gdflow.storage.objects import ObjectStore

if TYPE_CHECKING:
    from gdflow.services.post import Post

HEARTBEAT = "heartbeat"
"""The file whose time is that of the last scan that ended well."""


@dataclass(frozen=True, slots=True)
class Means:
    """An installation at work. owner: a name that no other process has. clock: the present.

    transports_for: the ways of an entity with other rules. sleep: waits so many seconds. alive: tells whoever listens
    that a scan ended well at a moment.
    """

    transaction: Transaction
    reading: Transaction
    rules: Rules
    settings: Settings
    home: Path
    objects: ObjectStore
    evidence: Callable[[], EvidenceStore]
    transports: Callable[[], tuple[Transport, ...]]
    transports_for: Callable[[Rules], tuple[Transport, ...]]
    post: "Callable[[], Post | None]"
    places: Callable[[], Places]
    owner: str
    clock: Callable[[], datetime]
    sleep: Callable[[float], None]
    alive: Callable[[datetime], None]


class Installation(Protocol):
    """An installation as its door has opened it."""

    home: Path
    settings: Settings

    @property
    def rules(self) -> Rules:
        """The entity's rules."""

    @property
    def data(self) -> Path:
        """The folder of everything that is not configuration."""

    @property
    def objects(self) -> ObjectStore:
        """Files kept by content."""

    @property
    def evidence(self) -> EvidenceStore:
        """Where files of evidence rest."""

    def transaction(self) -> AbstractContextManager[Session]:
        """One transaction that commits at its end."""

    def reading(self) -> AbstractContextManager[Session]:
        """A view of one state of the data."""

    def transports(self) -> tuple[Transport, ...]:
        """The ways by which notices leave."""

    def transports_for(self, rules: Rules) -> tuple[Transport, ...]:
        """The ways of an entity for which it works."""

    def post(self) -> "Post | None":
        """How the mailbox is read."""

    def places(self) -> Places:
        """Where what teams send arrives."""

    def sender(self, door: str) -> str:
        """A name that no other sender has."""


def means_of(its: Installation, door: str, present: Callable[[], datetime] = clock.now) -> Means:
    """The means of an installation. door: by which it works, for the names of its leases."""
    return Means(
        transaction=its.transaction,
        reading=its.reading,
        rules=its.rules,
        settings=its.settings,
        home=its.home,
        objects=its.objects,
        evidence=lambda: its.evidence,
        transports=its.transports,
        transports_for=its.transports_for,
        post=its.post,
        places=its.places,
        owner=its.sender(door),
        clock=present,
        sleep=clock.sleep,
        alive=partial(give_sign, its.data, its.settings.watch.ping_url),
    )


def give_sign(data: Path, ping_url: str | None, now: datetime) -> None:
    """Leave a file with the moment, and tell whoever listens outside."""
    data.mkdir(parents=True, exist_ok=True)
    (data / HEARTBEAT).write_text(f"{now.isoformat()}\n", encoding="utf-8")
    if ping_url is not None:
        from gdflow.channels.ping import ping  # so late: few are listened to, and it brings all of HTTP

        ping(ping_url)
