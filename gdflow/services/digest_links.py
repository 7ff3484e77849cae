"""The links in digests: each mail to a team carries a fresh one to the page of what it speaks of."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from gdflow.domain.digest import Digest
from gdflow.domain.notices import Reminder
from gdflow.domain.people import Team
from gdflow.domain.rules import Rules
from gdflow.services.asked_forms import AskedForm
from gdflow.services.digest_batch import Post, own_of, teams_of
from gdflow.services.links import issue_all
from gdflow.storage.engine import Session

Pages = Mapping[int, str]
"""The addresses of pages in one mail, by team."""


def pages_of(
    session: Session, rules: Rules, post: Post, asked_for: Mapping[int, AskedForm], *, now: datetime
) -> dict[str, Pages]:
    """The pages of the teams to which each mail speaks, under links that no mail had before; none without pages.

    asked_for: by team, whose period is taken where only a line's end is told.
    """
    if rules.public_url is None:
        return {}
    usual = {team_id: form.period for team_id, form in asked_for.items()}
    periods = {address: _periods(batch, usual) for address, batch in post.items()}
    places = [place for of_mail in periods.values() for place in of_mail.items()]
    given = iter(issue_all(session, rules, places, now=now))
    base = rules.public_url
    return {address: {team_id: base + next(given).path for team_id in its} for address, its in periods.items()}


def with_links(digest: Digest, pages: Pages, teams: Mapping[int, Team]) -> Digest:
    """The digest with the link of its team; of several teams each line has that of its own."""
    if not pages:
        return digest
    named = {teams[team_id].name: page for team_id, page in pages.items()}
    if len(digest.teams) == 1:
        return replace(digest, link=named.get(digest.teams[0]))
    return replace(digest, lines=tuple(replace(line, link=named.get(line.team)) for line in digest.lines))


def _periods(batch: Iterable[Reminder], usual: Mapping[int, str]) -> dict[int, str]:
    """The newest period of which each team is told, else its usual one; without both a team has no page."""
    own = own_of(batch)
    newest = _newest(own)
    found = {each: newest.get(each) or usual.get(each) for each in sorted(teams_of(own))}
    return {team_id: period for team_id, period in found.items() if period is not None}


def _newest(told: Iterable[Reminder]) -> dict[int, str]:
    newest: dict[int, tuple[date, str]] = {}
    for each in told:
        if each.period is not None and each.team_id is not None:
            spoken = (each.due_on, each.period)
            newest[each.team_id] = max(newest.get(each.team_id, spoken), spoken)
    return {team_id: period for team_id, (_, period) in newest.items()}
