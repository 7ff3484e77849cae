"""The link by which a team answers without an account: given with a mail, good for one team and one period.

It serves many times, because mail scanners open links before people do, until some days after the period's closing.
Only the hash of its token is kept: whoever reads the database cannot open a page.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from gdflow.domain import keys
from gdflow.domain.closing import ReopeningScope
from gdflow.domain.errors import ConflictError, NotFoundError
from gdflow.domain.links import TeamLink
from gdflow.domain.periods import parse_period
from gdflow.domain.reporting import closes_on
from gdflow.domain.rules import Rules
from gdflow.services.asked_forms import first_open
from gdflow.services.find import team_of
from gdflow.spanish.dates import long_date
from gdflow.spanish.periods import period_label
from gdflow.storage import events, people, plans, reopenings, submissions, team_lines, team_links
from gdflow.storage.engine import Session
from gdflow.storage.lines import lines_by_id
from gdflow.storage.submissions import GivenForm
from gdflow.storage.team_links import NewLink

TOKEN_BYTES = 32
GRACE_DAYS = 5
"""Business days after the closing for which the page can still be read."""
PATH = "/r/"


@dataclass(frozen=True, slots=True)
class IssuedLink:
    """A link with its token, which nobody can tell again. path: of its page within the site."""

    id: int
    token: str
    expires_at: datetime

    @property
    def path(self) -> str:
        """Where its page is within the site."""
        return PATH + self.token


def issue(session: Session, rules: Rules, team_id: int, period: str, *, now: datetime) -> IssuedLink:
    """Give a team a new link for a period; those it was given before go on serving.

    Raises ConflictError("link_without_use") when it would have ended already.
    """
    (issued,) = issue_all(session, rules, [(team_id, period)], now=now)
    return issued


def issue_all(
    session: Session, rules: Rules, places: Sequence[tuple[int, str]], *, now: datetime
) -> tuple[IssuedLink, ...]:
    """The same for many at once, in their order: each place gets a link of its own. Raises as issue does."""
    last = _last_days(session, rules, places)
    new = [
        (secrets.token_urlsafe(TOKEN_BYTES), *place, _ends(rules, place[1], last.get(place), now)) for place in places
    ]
    given = [NewLink(team_id, period, keys.token_sha256(token), ends) for token, team_id, period, ends in new]
    ids = team_links.add_links(session, rules.entity_id, given, at=now)
    # The form that the page hands out is known from now on: asking for it by GET then writes nothing.
    of = tuple(plan.id for plan in plans.plans_of(session, rules.entity_id))
    forms = [GivenForm(team_id, period, of, keys.token_sha256(form_token(token))) for token, team_id, period, _ in new]
    submissions.issue_forms(session, rules.entity_id, forms, at=now)
    return tuple(IssuedLink(ids[keys.token_sha256(token)], token, ends) for token, _, _, ends in new)


def issue_for(session: Session, rules: Rules, name: str, period: str | None, *, now: datetime) -> IssuedLink:
    """Give the team of a name a new link; without a period for the first that still takes what the team owes.

    Raises NotFoundError("unknown_team"), InputError("unknown_period"), ConflictError: nothing_owed, link_without_use.
    """
    team = team_of(people.teams_of(session, rules.entity_id), name)
    wanted = (
        parse_period(period).key if period else first_open(session, rules, [team.id], rules.today(now)).get(team.id)
    )
    if wanted is None:
        raise ConflictError("nothing_owed")
    return issue(session, rules, team.id, wanted, now=now)


def hand_over(session: Session, rules: Rules, name: str, period: str | None, *, by: str, now: datetime) -> IssuedLink:
    """Give a link into somebody's hands, who passes it on; that is noted. Raises as issue_for does."""
    issued = issue_for(session, rules, name, period, now=now)
    team = team_of(people.teams_of(session, rules.entity_id), name)
    facts = {"link": issued.id}
    events.append(session, rules.entity_id, "link_handed_over", f"team:{team.id}", facts, at=now, actor=by)
    return issued


def form_token(token: str) -> str:
    """The token of the form that the page of a link hands out: always the same one, and no way back to the link."""
    return keys.form_token(sha256(f"form|{token}".encode()).digest())


def find(session: Session, rules: Rules, token: str, *, now: datetime) -> TeamLink:
    """The link of a token. Raises NotFoundError("unknown_link"), ConflictError: link_expired, link_revoked."""
    link = team_links.link_by_token(session, rules.entity_id, keys.token_sha256(token))
    if link is None:
        raise NotFoundError("unknown_link")
    if link.revoked_at is not None:
        raise ConflictError("link_revoked", on=long_date(rules.today(link.revoked_at)))
    if not link.serves(now):
        raise ConflictError("link_expired", on=long_date(rules.today(link.expires_at - timedelta(seconds=1))))
    return link


def revoke(session: Session, rules: Rules, link_id: int, *, by: str, now: datetime) -> TeamLink:
    """Take a link back before its end.

    Raises NotFoundError("unknown_team_link"), ConflictError("link_revoked_already").
    """
    link = team_links.link_by_id(session, rules.entity_id, link_id)
    if link is None:
        raise NotFoundError("unknown_team_link", found=link_id)
    if link.revoked_at is not None:
        on = long_date(rules.today(link.revoked_at))
        raise ConflictError("link_revoked_already", found=link_id, on=on, by=link.revoked_by)
    team_links.revoke(session, link_id, at=now, by=by)
    facts = {"link": link_id, "period": link.period}
    events.append(session, rules.entity_id, "link_revoked", f"team:{link.team_id}", facts, at=now, actor=by)
    return link


def links(session: Session, rules: Rules, *, now: datetime | None = None) -> tuple[TeamLink, ...]:
    """The links of the entity, oldest first: all, or those that still serve at a moment."""
    known = team_links.links_of(session, rules.entity_id)
    return known if now is None else tuple(link for link in known if link.serves(now))


def _last_days(session: Session, rules: Rules, places: Sequence[tuple[int, str]]) -> dict[tuple[int, str], date]:
    """The last day on which something of each team and period is taken: by its closing, or by a reopening after it."""
    days = team_lines.last_closings(session, places)
    reopened = reopenings.open_reopenings(session, rules.entity_id)
    of_lines = lines_by_id(session, [each.line_id for each in reopened if each.line_id is not None])
    for opened in reopened:
        one = of_lines[opened.line_id].team_id if opened.line_id in of_lines else opened.team_id
        for place in places:
            if opened.period == place[1] and (opened.scope is ReopeningScope.ALL or one == place[0]):
                days[place] = max(opened.until, days.get(place, opened.until))
    return days


def _ends(rules: Rules, period: str, last: date | None, now: datetime) -> datetime:
    """The midnight that ends the last day of grace after the team's last line of the period has locked."""
    last = last or closes_on(parse_period(period), rules.reporting, rules.calendar)
    day_after = rules.calendar.shift(last, GRACE_DAYS) + timedelta(days=1)
    ends = datetime.combine(day_after, time(0), ZoneInfo(rules.window.zone))
    if ends <= now:
        raise ConflictError("link_without_use", period=period_label(period))
    return ends
