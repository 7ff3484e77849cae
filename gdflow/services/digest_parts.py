"""What stands around the lines of a morning's mails, got for all of them at once: one more costs no statement."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from gdflow.domain.digest import NamedLine, NamedPlan
from gdflow.domain.notices import Reminder
from gdflow.domain.people import Team
from gdflow.domain.reviews import ReviewMode
from gdflow.domain.rules import Rules
from gdflow.services.asked_forms import AskedForm, forms_with
from gdflow.services.digest_batch import Post, place_of, teams_of
from gdflow.services.digest_calendar import Said
from gdflow.services.digest_links import Pages, pages_of
from gdflow.services.drafting import references_for
from gdflow.services.forms import FormFile, make_forms
from gdflow.storage import asked, reviews
from gdflow.storage.correspondence import Place
from gdflow.storage.engine import Session
from gdflow.storage.named import named_lines, named_plans
from gdflow.storage.spoken import spoken_of

Forms = Mapping[int, FormFile]
"""The workbooks in one mail, by team."""


@dataclass(frozen=True, slots=True)
class Told:
    """What stands around a reminder in a mail. figures: in force. said: what was told before, by obligation.

    notes: why the line's reports came back, by period.
    """

    plan: NamedPlan
    line: NamedLine
    figures: Mapping[str, Decimal]
    said: Said
    notes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Parts:
    """What the mails of a morning are made of. told: by line. references: by team and period.

    forms, pages: what each mail carries, by its address.
    """

    teams: Mapping[int, Team]
    told: Mapping[int, Told]
    references: Mapping[Place, str]
    forms: Mapping[str, Forms]
    pages: Mapping[str, Pages]


def parts_of(
    session: Session, rules: Rules, post: Post, teams: Mapping[int, Team], *, leaves: datetime, now: datetime
) -> Parts:
    """The parts of the mails of a morning, which leave at one moment; references, forms and links are drawn here."""
    every = list({reminder.id: reminder for batch in post.values() for reminder in batch}.values())
    asked_for = forms_with(session, rules, every, day=rules.today(leaves)) if rules.attach_form else {}
    return Parts(
        teams,
        told_of(session, rules, every),
        references_for(session, rules, map(place_of, post.values())),
        _forms(session, rules, post, teams, asked_for, now),
        pages_of(session, rules, post, asked_for, now=now),
    )


def told_of(session: Session, rules: Rules, written: Iterable[Reminder]) -> dict[int, Told]:
    """What stands around reminders, by line id."""
    written = list(written)
    ids = [reminder.line_id for reminder in written]
    said = spoken_of(session, (reminder.obligation_id for reminder in written))
    lines, figures = named_lines(session, ids), asked.values_of_lines(session, ids)
    known = named_plans(session, rules.entity_id) if lines else {}
    reviewed = any(plan.review is not ReviewMode.NONE for plan in known.values())
    notes = reviews.notes_of_lines(session, ids) if reviewed else {}
    return {
        key: Told(known[line.plan_id], line, figures.get(key, {}), said, notes.get(key, {}))
        for key, line in lines.items()
    }


def _forms(
    session: Session,
    rules: Rules,
    post: Post,
    teams: Mapping[int, Team],
    asked_for: Mapping[int, AskedForm],
    now: datetime,
) -> dict[str, Forms]:
    """The workbooks with which the teams answer, one a team in each mail: every copy has a token of its own."""
    wanted = [(address, each) for address, batch in post.items() for each in teams_of(batch) if each in asked_for]
    made = make_forms(session, rules, [(teams[each], asked_for[each]) for _, each in wanted], now=now)
    found: dict[str, dict[int, FormFile]] = {}
    for (address, team_id), form in zip(wanted, made, strict=True):
        found.setdefault(address, {})[team_id] = form
    return dict(found)
