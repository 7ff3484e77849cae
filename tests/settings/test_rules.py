"""Settings become the domain's rules."""

from datetime import date, time
from fractions import Fraction

import pytest

from gdflow.domain.bands import DEFAULT_BANDS
from gdflow.domain.ladders import DEFAULT_POLICY, Anchor, ReminderReason
from gdflow.domain.people import Audience
from gdflow.domain.reporting import ReportingRule
from gdflow.domain.window import SendingWindow
from gdflow.settings.model import Settings
from gdflow.settings.rules import bands, business_calendar, policy, reporting_rule, rules_of, sending_window


def settings(**tables: object) -> Settings:
    return Settings.model_validate(tables)


def test_the_defaults_are_the_domains_own() -> None:
    assert policy(settings()) == DEFAULT_POLICY
    assert bands(settings()) == DEFAULT_BANDS
    assert reporting_rule(settings()) == ReportingRule()
    assert sending_window(settings()) == SendingWindow(time(8), time(16), "America/Bogota")


def test_the_reporting_rule_takes_the_entitys_days() -> None:
    rule = reporting_rule(settings(reporting={"report_by_days": 3, "closes_days": 8, "roll_deadlines": True}))
    assert rule == ReportingRule(report_by_days=3, closes_days=8, roll_deadlines=True)


def test_each_audience_has_its_steps_and_reasons() -> None:
    steps = policy(
        settings(reminders={"results": {"team": [0], "head": [2], "coordinator": [4], "before_closing": []}})
    )
    assert [(step.name, step.audience, step.reason) for step in steps.results.steps] == [
        ("0", Audience.TEAM, ReminderReason.DUE_TODAY),
        ("+2", Audience.HEAD, ReminderReason.ESCALATED),
        ("+4", Audience.COORDINATOR, ReminderReason.OVERDUE),
    ]


def test_steps_before_closing_count_from_the_closing() -> None:
    *_, last = policy(settings(reminders={"results": {"before_closing": [2]}})).results.steps
    assert (last.name, last.anchor, last.offset) == ("close-2", Anchor.CLOSES, -2)


def test_no_repetition_is_no_repetition() -> None:
    assert policy(settings(reminders={"deadlines": {"repeat_every": 0}})).deadlines.repeat_every is None


def test_a_band_starts_at_an_exact_ratio() -> None:
    levels = [{"name": "a", "label": "A", "symbol": "x", "colour": "#000000"}]
    levels.append(levels[0] | {"name": "b", "from_percent": "33.3"})
    assert [band.at_least for band in bands(settings(bands={"levels": levels}))] == [None, Fraction(333, 1000)]


def test_the_calendar_holds_the_nations_days_and_the_entitys_own() -> None:
    own = {
        "holidays": [{"date": date(2026, 11, 11), "name": "Independencia de Cartagena"}],
        "worked": [date(2026, 12, 19), date(2026, 12, 8)],
        "recess": [{"start": date(2026, 12, 23), "end": date(2026, 12, 24), "name": "Receso"}],
    }
    calendar = business_calendar(settings(calendar=own), [2026])
    assert calendar.why_closed(date(2026, 11, 11)) == "Independencia de Cartagena"
    assert [calendar.why_closed(date(2026, 12, day)) for day in (22, 23, 24)] == [None, "Receso", "Receso"]
    assert calendar.is_business_day(date(2026, 12, 8))  # a holiday of the nation that this entity works
    assert calendar.is_business_day(date(2026, 12, 19))  # a Saturday
    assert not calendar.is_business_day(date(2026, 7, 20))


def test_the_rules_of_an_entity_are_all_its_decisions() -> None:
    mail = {"sender": "Planeación <gd@entidad.example>", "attach_form": False}
    rules = rules_of(settings(entity={"name": "Alcaldía"}, mail=mail, coordinator={"email": "c@entidad.example"}), 7)
    assert (rules.entity_id, rules.entity, rules.coordinator) == (7, "Alcaldía", "c@entidad.example")
    assert (rules.sender, rules.mail_domain, rules.attach_form) == ("gd@entidad.example", "entidad.example", False)
    assert (rules.policy, rules.bands, rules.reporting) == (DEFAULT_POLICY, DEFAULT_BANDS, ReportingRule())


@pytest.mark.parametrize("day", [date(2010, 12, 8), date(2023, 4, 7), date(2026, 7, 13), date(2050, 1, 1)])
def test_holidays_are_known_for_every_year_of_a_plan(day: date) -> None:
    assert rules_of(settings(), 1).calendar.why_closed(day) not in (None, "sábado", "domingo")
