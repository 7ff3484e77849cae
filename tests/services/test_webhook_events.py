"""Whatever happens in a quarter is told, by whichever door it happens, and nothing of it names a person."""

import json
from collections import Counter
from typing import Any

from gdflow.app import App
from gdflow.domain.bounces import Bounce, BounceAction
from gdflow.domain.outbox import EMAIL, NoticeState
from gdflow.domain.webhooks import WebhookEvent
from gdflow.services import webhooks
from gdflow.services.bounces import take_bounce
from gdflow.storage.notice_story import bytes_of
from tests.services.readings import a_line, reading
from tests.support.backups import lived
from tests.support.cast import GOBIERNO_MAIL, USO, USO_MAIL, at
from tests.support.closing_days import reopened
from tests.support.installation import answered, given, line, notices, scanned
from tests.support.reviews import accepted, returned, reviewing

URL = "https://127.0.0.1:9/gdflow"
"""The settings do not allow it any more, so nothing is ever sent there."""


def listening(app: App) -> None:
    with app.transaction() as session:
        webhooks.add(session, app.rules, URL, tuple(WebhookEvent), {"127.0.0.1"}, by="Sistemas", now=at("2023-07-03"))


def messages(app: App) -> list[dict[str, Any]]:
    kept = [each.id for each in notices(app) if each.channel != EMAIL]
    with app.reading() as session:
        return [json.loads(bytes_of(session, app.entity_id, number)) for number in kept]


def test_a_quarter_is_told_from_its_first_day_to_its_reports(installed: App) -> None:
    listening(installed)
    lived(installed)
    told = messages(installed)
    events = Counter(each["event"] for each in told)
    assert events.keys() >= {
        "period.opened",
        "reminders.queued",
        "submission.received",
        "period.closed",
        "report.ready",
    }
    assert (events["submission.received"], events["period.closed"]) == (3, 1)
    assert events["report.ready"] >= 8
    text = json.dumps(told, ensure_ascii=False)
    assert not [name for name in (USO_MAIL, GOBIERNO_MAIL, "Se avanzó", "@") if name in text]


def test_a_form_and_a_line_of_the_page_are_told_alike(installed: App) -> None:
    listening(installed)
    lived(installed)
    form, *_, typed = [each["data"] for each in messages(installed) if each["event"] == "submission.received"]
    assert (form["team"], form["period"], form["lines"], form["problems"]) == (USO, "2023-Q2", 1, 0)
    assert (typed["line"], typed["row"], typed["period"]) == (line(installed, 15).uid, 15, "2023-Q2")
    assert form["receipt"].startswith("R-")
    assert typed["receipt"].startswith("R-")


def test_a_review_is_told_with_its_line_and_without_its_note(installed: App) -> None:
    reviewing(installed)
    scanned(installed, "2023-07-10")
    answered(installed, USO, "2023-Q2", "2023-07-11", {18: "2", 19: "1"})
    listening(installed)
    accepted(installed, [18], "2023-07-12")
    returned(installed, [19], "2023-07-12", "Falta el acta de Ana.")
    told = messages(installed)
    assert [each["event"] for each in told] == ["answer.accepted", "answer.returned"]
    data = {"plan": "plan-de-accion-2023", "period": "2023-Q2", "team": USO, "version": 1}
    assert told[1]["data"] | data == {"line": line(installed, 19).uid, "row": 19, **told[1]["data"], **data}
    assert "Ana" not in json.dumps(told)


def test_a_closed_period_that_opens_again_is_told_with_whose_it_is(installed: App) -> None:
    lived(installed)
    listening(installed)
    reopened(installed, "2023-07-19", "2023-07-21", USO, period="2023-Q1")
    [told] = messages(installed)
    data = told["data"]
    assert (told["event"], data["scope"], data["team"], data["until"]) == ("period.reopened", "team", USO, "2023-07-21")
    assert "error" not in json.dumps(told)


def test_a_plan_that_comes_in_is_told(installed: App) -> None:
    listening(installed)
    [code] = given(installed, reading(a_line()), name="otro.xlsx", day="2023-07-12")
    told = {each["event"]: each["data"] for each in messages(installed)}
    assert told["plan.imported"] == {"plan": code, "outcome": "new", "lines": 1}


def test_a_mail_that_comes_back_is_told_without_its_address(installed: App) -> None:
    lived(installed)
    listening(installed)
    mail = next(each for each in notices(installed) if each.state is NoticeState.SENT)
    with installed.transaction() as session:
        bounce = Bounce(None, mail.message_id, mail.address, BounceAction.FAILED, "5.1.1", "No such user")
        take_bounce(session, installed.rules, bounce, now=at("2023-07-18"))
    [told] = messages(installed)
    assert (told["event"], told["data"]) == ("delivery.refused", {"status": "5.1.1", "notice": mail.id})
