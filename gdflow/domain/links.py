"""The link by which a team answers without an account."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class TeamLink:
    """A link of one team for one period; only the hash of its token is kept. It serves many times until it ends."""

    id: int
    entity_id: int
    team_id: int
    team: str
    period: str
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None = None
    revoked_by: str | None = None

    def serves(self, now: datetime) -> bool:
        """Whether it opens its page at this moment."""
        return self.revoked_at is None and now < self.expires_at
