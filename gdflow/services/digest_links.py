"""The link in a digest: each mail to a team carries a fresh one to the page of what it speaks of."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from gdflow.domain.digest import Digest
from gdflow.domain.notices import Reminder
from gdflow.domain.people import Team
from gdflow.domain.rules import Rules
from gdflow.services.asked_forms import AskedForm
from gdflow.services.links import page_address
from gdflow.storage.engine import Session


def with_links(
    session: Session,
    rules: Rules,
    digest: Digest,
    own: Iterable[Reminder],
    teams: Mapping[int, Team],
    forms: Mapping[int, AskedForm],
    *,
    now: datetime,
) -> Digest:
    """The digest with the link of its team; of several teams each line has that of its own. None without pages.

    own: what the teams themselves are told. forms: by team, whose period is taken where only a line's end is told.
    """
    if rules.public_url is None:
        return digest
    periods = {team_id: form.period for team_id, form in forms.items()} | _newest(own)
    of = {reminder.team_id for reminder in own if reminder.team_id is not None}
    pages = {teams[each].name: page_address(session, rules, each, periods.get(each), now=now) for each in sorted(of)}
    if len(digest.teams) == 1:
        return replace(digest, link=pages.get(digest.teams[0]))
    return replace(digest, lines=tuple(replace(line, link=pages.get(line.team)) for line in digest.lines))


def _newest(told: Iterable[Reminder]) -> dict[int, str]:
    """The newest period of which each team is told."""
    newest: dict[int, tuple[date, str]] = {}
    for each in told:
        if each.period is not None and each.team_id is not None:
            asked = (each.due_on, each.period)
            newest[each.team_id] = max(newest.get(each.team_id, asked), asked)
    return {team_id: period for team_id, (_, period) in newest.items()}
