"""The mails about closed and reopened periods, in both their parts."""

from dataclasses import asdict
from datetime import date

from gdflow.channels.closing_words import closing_headline, closing_phrases, closing_subject
from gdflow.channels.render import Rendered, rendered
from gdflow.domain.closing_letters import ClosingLetter, CoordinatorLetter, ReopeningLetter, Standing

CLASSES = {
    Standing.MISSING: "overdue",
    Standing.OPEN: "soon",
    Standing.RETURNED: "returned",
    Standing.UNREADABLE: "overdue",
    Standing.LATE: "due_today",
    Standing.REPORTED: "taken",
}
"""The look of each standing, among those that every mail has."""


def render_closing(letter: ClosingLetter, *, today: date) -> Rendered:
    """The mail to a team or to the coordinator about a period that closed, or that was opened again."""
    words = asdict(closing_phrases(letter, today=today))
    headline, facts = closing_headline(letter, today=today), {"letter": letter, "classes": CLASSES}
    context = {"head": letter.head, "today": today, "headline": headline, **words, **facts}
    return rendered(_template(letter), closing_subject(letter, today=today), context)


def _template(letter: ClosingLetter) -> str:
    if isinstance(letter, ReopeningLetter):
        return "reopening"
    return "closing_coordinator" if isinstance(letter, CoordinatorLetter) else "closing_team"
