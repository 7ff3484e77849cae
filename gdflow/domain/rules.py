"""What an entity has decided, as one value that services pass on."""

from dataclasses import dataclass, field
from datetime import date, datetime

from gdflow.domain.bands import Band
from gdflow.domain.calendar import BusinessCalendar
from gdflow.domain.closing_rules import ClosingRule
from gdflow.domain.evidence import EvidenceRule
from gdflow.domain.reminders import Policy
from gdflow.domain.reporting import ReportingRule
from gdflow.domain.reviews import ReviewRule
from gdflow.domain.window import SendingWindow
from gdflow.domain.works import Schedule, usual_schedule


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat channel beside the mail. name: its own, which notices keep. kind: "msteams" or "apprise".

    teams: the names of the teams that read it; none: all teams do. per_minute: most messages that it takes, 0: any.
    """

    name: str
    kind: str
    teams: tuple[str, ...]
    per_minute: int

    @property
    def channel(self) -> str:
        """What a notice names its channel by."""
        return f"{self.kind}:{self.name}"


@dataclass(frozen=True, slots=True)
class Replies:
    """Where teams' answers go. plus: what follows a "+" arrives too, so the address itself can carry a reference."""

    address: str
    plus: bool

    def to(self, reference: str) -> str:
        """The address for answers about a reference: "planes+k7f3q@entidad.example"."""
        before, _, domain = self.address.rpartition("@")
        return f"{before}+{reference}@{domain}" if self.plus else self.address


@dataclass(frozen=True, slots=True)
class Rules:
    """An entity's calendar, policies and addresses. coordinator: the address that is told what no team can be told.

    mail_domain: right side of the Message-IDs. attach_form: mails carry the form with which the team answers.
    replies: None when answers go to the coordinator. chats: the other channels, in the order in which they are used.
    public_url: where teams reach their pages, "https://planes.entidad.example"; None while there are none.
    """

    entity_id: int
    entity: str
    calendar: BusinessCalendar
    policy: Policy
    reporting: ReportingRule
    window: SendingWindow
    bands: tuple[Band, ...]
    coordinator: str | None
    sender: str
    mail_domain: str
    attach_form: bool = True
    replies: Replies | None = None
    chats: tuple[Chat, ...] = ()
    public_url: str | None = None
    review: ReviewRule = field(default_factory=ReviewRule)
    evidence: EvidenceRule = field(default_factory=EvidenceRule)
    closing: ClosingRule = field(default_factory=ClosingRule)
    schedule: Schedule = field(default_factory=usual_schedule)

    def today(self, now: datetime) -> date:
        """The entity's own date at a moment: late in Bogotá it is already tomorrow in UTC."""
        return self.window.local(now).date()
