"""What the reminders of one mail say of the mail: to whom it speaks, and where it is filed."""

from collections.abc import Iterable, Mapping, Sequence

from gdflow.domain.notices import Reminder
from gdflow.domain.people import Audience
from gdflow.storage.correspondence import Place

Post = Mapping[str, Sequence[Reminder]]
"""What each address is told."""


def own_of(batch: Iterable[Reminder]) -> list[Reminder]:
    """What a mail says to teams themselves."""
    return [reminder for reminder in batch if reminder.audience is Audience.TEAM]


def teams_of(batch: Iterable[Reminder]) -> list[int]:
    """The teams to which a mail speaks, each once."""
    return list(dict.fromkeys(each.team_id for each in own_of(batch) if each.team_id is not None))


def first_of(batch: Iterable[Reminder]) -> Reminder:
    """The reminder by which the whole mail is filed: the newest period's, else a line's own date; then the oldest plan.

    A mail may speak of several plans, periods and teams, but mail programs file it in one thread only.
    """
    return max(batch, key=lambda each: (each.period is not None, each.due_on, -each.plan_id, -(each.team_id or 0)))


def place_of(batch: Sequence[Reminder]) -> Place:
    """To which correspondence a mail belongs, by what it says to teams themselves where it does.

    An answer to one about several teams belongs to none of them until somebody has read it.
    """
    spoken = own_of(batch) or batch
    of = {reminder.team_id for reminder in spoken}
    return of.pop() if len(of) == 1 else None, first_of(spoken).period
