"""What an entity has decided, as one value that services pass on."""

from dataclasses import dataclass
from datetime import date, datetime

from gdflow.domain.bands import Band
from gdflow.domain.calendar import BusinessCalendar
from gdflow.domain.reminders import Policy
from gdflow.domain.reporting import ReportingRule
from gdflow.domain.window import SendingWindow


@dataclass(frozen=True, slots=True)
class Rules:
    """An entity's calendar, policies and addresses. coordinator: the address that is told what no team can be told.

    mail_domain: right side of the Message-IDs. attach_form: mails carry the form with which the team answers.
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

    def today(self, now: datetime) -> date:
        """The entity's own date at a moment: late in Bogotá it is already tomorrow in UTC."""
        return self.window.local(now).date()
