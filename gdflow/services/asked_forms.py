"""What teams are asked for by their forms: found once for all forms of a scan, so each costs only its own lines."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gdflow.domain.lines import PlanFacts
from gdflow.domain.notices import Reminder
from gdflow.domain.obligations import Obligation
from gdflow.domain.people import Audience
from gdflow.domain.rules import Rules
from gdflow.storage import asked, plans
from gdflow.storage.engine import Session

Owed = Iterable[Obligation]


@dataclass(frozen=True, slots=True)
class AskedForm:
    """What a team may report for a period, some result at least; plans: those of its lines, in their order."""

    team_id: int
    period: str
    plans: tuple[PlanFacts, ...]
    obligations: tuple[Obligation, ...]


def form_of_team(session: Session, rules: Rules, team_id: int, period: str) -> AskedForm | None:
    """What a team may report for a period, or None."""
    return forms_of_teams(session, rules, {team_id: period}).get(team_id)


def forms_of_teams(
    session: Session, rules: Rules, periods: Mapping[int, str], owed: Owed | None = None
) -> dict[int, AskedForm]:
    """What each team may report for its period, by team; without those that have nothing to report.

    owed: the results that these teams owe, where the caller has just read them.
    """
    owed = asked.results_owed(session, rules.entity_id, periods) if owed is None else owed
    # What could not be read in the plan is not chased, but whoever has the form may say it anew.
    unread = asked.results_unreadable(session, rules.entity_id, periods, periods.values())
    found: dict[int, list[Obligation]] = {}
    for each in sorted((*owed, *unread), key=lambda each: (each.due_on, each.line_id)):
        if each.team_id is not None and periods.get(each.team_id) == each.period:
            found.setdefault(each.team_id, []).append(each)
    known = plans.plans_of(session, rules.entity_id) if found else ()
    return {team_id: _form(team_id, periods[team_id], known, its) for team_id, its in found.items()}


def forms_with(session: Session, rules: Rules, told: Iterable[Reminder], *, day: date) -> dict[int, AskedForm]:
    """The form that goes with what each team is told on a day, by team.

    It is that of the newest period of which the team is told. Lines of which only the own end is told are answered by
    the open period for which most of them can be reported; without one, nothing could be taken and there is no form.
    """
    of_team: dict[int, list[Reminder]] = {}
    for reminder in told:
        if reminder.audience is Audience.TEAM and reminder.team_id is not None:
            of_team.setdefault(reminder.team_id, []).append(reminder)
    owed = asked.results_owed(session, rules.entity_id, of_team) if of_team else ()
    by_team: dict[int | None, list[Obligation]] = {}
    for each in owed:
        by_team.setdefault(each.team_id, []).append(each)
    chosen = {team_id: _period(its, by_team.get(team_id, ()), day) for team_id, its in of_team.items()}
    periods = {team_id: period for team_id, period in chosen.items() if period is not None}
    return forms_of_teams(session, rules, periods, owed) if periods else {}


def first_open(session: Session, rules: Rules, team_ids: Iterable[int], day: date) -> dict[int, str]:
    """The period by which each of these teams is to report first, of those that a day still takes; by team.

    Not the newest: a quarter that has just begun, or a year that still runs, is not what is asked for now.
    """
    teams = list(team_ids)
    unread = asked.results_unreadable(session, rules.entity_id, teams)
    open_now = [each for each in (*asked.results_owed(session, rules.entity_id, teams), *unread) if _is_open(each, day)]
    last_first = sorted(open_now, key=lambda each: each.due_on, reverse=True)
    return {each.team_id: each.period for each in last_first if each.team_id is not None and each.period is not None}


def _form(team_id: int, period: str, known: Iterable[PlanFacts], its: Iterable[Obligation]) -> AskedForm:
    obligations = tuple(its)
    of = {each.plan_id for each in obligations}
    return AskedForm(team_id, period, tuple(plan for plan in known if plan.id in of), obligations)


def _period(told: Iterable[Reminder], owed: Owed, day: date) -> str | None:
    told = list(told)
    spoken = max(((each.due_on, each.period) for each in told if each.period), default=None)
    if spoken is not None:
        return spoken[1]
    lines = {reminder.line_id for reminder in told}
    takes = [(each.due_on, each.period) for each in owed if each.line_id in lines and _is_open(each, day)]
    # Of two periods that serve as well, the one that ends first is asked for anyhow.
    counts = sorted(Counter(takes).items(), key=lambda pair: (-pair[1], pair[0]))
    return counts[0][0][1] if counts else None


def _is_open(owed: Obligation, day: date) -> bool:
    return owed.closes_on is None or owed.closes_on >= day
