"""The form workbook that a team's page hands out: the same as a mail's, under the token of the page's link."""

from datetime import datetime

from gdflow.domain.errors import ConflictError
from gdflow.domain.links import TeamLink
from gdflow.domain.people import Team
from gdflow.domain.rules import Rules
from gdflow.services.asked_forms import form_of_team
from gdflow.services.forms import FormFile, form_with
from gdflow.spanish.periods import period_label
from gdflow.storage.engine import Session


def page_form(session: Session, rules: Rules, link: TeamLink, token: str, *, now: datetime) -> FormFile:
    """The form with what the team has not reported yet; nothing is written, for the token was known with the link.

    Raises ConflictError("nothing_to_report") when nothing is missing.
    """
    asked_for = form_of_team(session, rules, link.team_id, link.period)
    if asked_for is None:
        raise ConflictError("nothing_to_report", team=link.team, period=period_label(link.period))
    return form_with(session, rules, Team(link.team_id, link.team), token, asked_for, now=now)
