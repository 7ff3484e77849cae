"""Every table that programs read, and what of one they ask for."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from gdflow.domain.errors import InputError, NotFoundError
from gdflow.domain.lines import PlanFacts
from gdflow.domain.people import Team
from gdflow.domain.periods import parse_period
from gdflow.domain.rules import Rules
from gdflow.domain.texts import folded
from gdflow.services.api_facts import CLOSINGS, PERIODS, PLANS, TEAMS
from gdflow.services.api_figures import FIGURES, QUALITY, ROLLUPS
from gdflow.services.api_lines import LINES, OBLIGATIONS, RESULTS
from gdflow.services.api_reminders import REMINDERS
from gdflow.services.api_table import ApiTable, Asked
from gdflow.storage import people, plans
from gdflow.storage.engine import Session

ROOT = "/api/v1/"
"""Where they are read."""
TABLES = (PLANS, PERIODS, LINES, OBLIGATIONS, RESULTS, FIGURES, ROLLUPS, QUALITY, REMINDERS, CLOSINGS, TEAMS)
KEYS = frozenset({"token", "access_token", "api_key", "key", "llave"})
"""Names by which people put a key into an address, where it must not be."""
Given = Sequence[tuple[str, str]]
"""Parameters as they come, with their texts."""


def asked_of(session: Session, rules: Rules, table: ApiTable, given: Given, also: Iterable[str] = ()) -> Asked:
    """What somebody asks of a table. also: names that are known beside those of the table, and are not read here.

    Raises InputError (unknown_parameter, key_in_address, repeated_parameter, bad_parameter) and
    NotFoundError("unknown_value"), each with the parameter, what was found and what was expected.
    """
    _check(table, given, also)
    its = dict(given)
    entity = rules.entity_id
    return Asked(
        plan=_plan(plans.plans_of(session, entity), its["plan"]) if "plan" in its else None,
        period=_period(its["period"]) if "period" in its else None,
        team=_team(people.teams_of(session, entity), its["team"]) if "team" in its else None,
        state=_word("state", its["state"], table.states) if "state" in its else None,
        start=_day("since", its["since"]) if "since" in its else None,
        end=_day("until", its["until"]) if "until" in its else None,
    )


def _check(table: ApiTable, given: Given, also: Iterable[str]) -> None:
    known = (*table.filters, *also)
    for name, value in given:
        if name in KEYS:
            raise InputError("key_in_address", parameter=name)
        if name not in known:
            raise InputError("unknown_parameter", parameter=name, expected=", ".join(known) or "ninguno")
        if [each for each, _ in given].count(name) > 1:
            raise InputError("repeated_parameter", parameter=name, found=value, expected="una sola vez")


def _plan(known: Iterable[PlanFacts], code: str) -> PlanFacts:
    by_code = {plan.code: plan for plan in known}
    if code not in by_code:
        raise _unknown("plan", code, by_code)
    return by_code[code]


def _team(known: Iterable[Team], name: str) -> Team:
    by_name = {folded(team.name): team for team in known}
    if folded(name) not in by_name:
        raise _unknown("team", name, (team.name for team in by_name.values()))
    return by_name[folded(name)]


def _period(key: str) -> str:
    try:
        return parse_period(key).key
    except InputError:
        raise _bad("period", key, "2023-Q2, 2023-M03, 2023-S1 o 2023-Y") from None


def _word(name: str, found: str, words: Sequence[str]) -> str:
    if found not in words:
        raise _bad(name, found, ", ".join(words))
    return found


def _day(name: str, found: str) -> date:
    try:
        # Not fromisoformat alone: it also takes weeks and dates without dashes.
        return datetime.strptime(found, "%Y-%m-%d").date()  # noqa: DTZ007  a day has no zone
    except ValueError:
        raise _bad(name, found, "una fecha como 2023-06-30") from None


def _bad(name: str, found: str, expected: str) -> InputError:
    return InputError("bad_parameter", parameter=name, found=found, expected=expected)


def _unknown(name: str, found: str, known: Iterable[str]) -> NotFoundError:
    return NotFoundError("unknown_value", parameter=name, found=found, expected="; ".join(known) or "ninguno")
