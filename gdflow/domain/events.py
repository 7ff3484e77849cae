"""The chain of events: each one holds the hash of the one before, so a change, removal or swap shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from json import JSONEncoder

# Made once: json.dumps makes one for each text.
_compact = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_canonical = JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode
GENESIS = "0" * 64
"""What the first event of an entity takes for the hash before it."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened. sequence: 1, 2, 3 … within the entity. facts: canonical JSON of an object."""

    entity_id: int
    sequence: int
    kind: str
    subject: str
    facts: str
    actor: str
    at: datetime
    previous: str

    @property
    def hash(self) -> str:
        """The sha256 that binds every field and the event before."""
        moment = self.at.astimezone(UTC).isoformat(timespec="microseconds")
        fields = [self.entity_id, self.sequence, self.kind, self.subject, self.facts, self.actor, moment, self.previous]
        return sha256(_compact(fields).encode()).hexdigest()


def canonical_facts(facts: Mapping[str, object]) -> str:
    """The one text of an event's facts: sorted keys, no blanks."""
    return _canonical(facts)
