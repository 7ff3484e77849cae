"""The public JSON of what the services answer."""

from datetime import date
from decimal import Decimal
from typing import Any

from gdflow.app import App
from gdflow.domain.errors import ConfigError
from gdflow.domain.plan import Accumulation, ImportIssue, PdcaStage, Severity, TargetUnit
from gdflow.services.answers_json import received_json
from gdflow.services.bounces import BounceReport, Fate
from gdflow.services.deliver import DeliveryReport
from gdflow.services.delivery_round import MailboxReport, Round
from gdflow.services.in_doubt import DoubtReport
from gdflow.services.plan_list import lines_json, plan_rows, plans_json
from gdflow.services.public_json import opened_json, readings_json
from gdflow.services.scan_json import delivery_json, scan_json
from gdflow.services.wording import figure, so_far_text
from tests.services.readings import a_line, reading, team
from tests.support.cast import USO, USO_MAIL
from tests.support.installation import Said, answered, delivered, given, line, lines, plan, scanned

ISSUE = ImportIssue("Plan", 9, "H9", "missing_deadline", Severity.WARNING, None, None, "Falta la fecha.")


def test_a_reading_is_told_whole() -> None:
    full = a_line(
        results={"2023-Q2": Decimal("0.30"), "2023-Q1": Decimal(1)},
        stage=PdcaStage.DO,
        accumulation=Accumulation.SUM,
        weight=Decimal("12.50"),
        baseline=Decimal(0),
        path=("Componente",),
    )
    made = reading(full, teams=(team(USO, USO_MAIL),), issues=(ISSUE,), period_kind=None)
    [told] = _list(readings_json([made]), "plans")
    [row] = told["lines"]
    assert (told["period_kind"], row["results"], row["due"]) == (None, {"2023-Q1": "1", "2023-Q2": "0.3"}, "2023-12-31")
    assert (row["extra"]["stage"], row["extra"]["weight"], row["extra"]["baseline"]) == ("H", "12.5", "0")
    assert told["teams"] == [{"name": USO, "emails": [USO_MAIL]}]
    assert told["issues"][0]["code"] == "missing_deadline"


def test_what_is_absent_is_null() -> None:
    [told] = _list(readings_json([reading(a_line(due=None, target=None, target_unit=None))]), "plans")
    [row] = told["lines"]
    assert (row["due"], row["target"], row["target_unit"]) == (None, None, None)
    assert (row["extra"]["stage"], row["extra"]["accumulation"], told["period_kind"]) == (None, None, "quarter")


def test_a_scan_is_told_with_its_reminders(installed: App) -> None:
    told: Any = scan_json(scanned(installed, "2023-07-10"))
    assert (told["business_day"], told["closed_because"], told["new"], told["known"]) == (True, None, 9, 0)
    assert [each["period"] for each in told["opened"]] == ["2023-Q3"]
    assert told["situation"]["overdue"] == [{"plan": "cartagena_2023", "sheet": "PLAN DE ACCION", "row": 16}]
    reminder = next(each for each in told["reminders"] if each["row"] == 18)
    assert (reminder["step"], reminder["due_on"], reminder["reason"], reminder["new"]) == (
        "0",
        "2023-07-10",
        "due_today",
        True,
    )
    assert {each["to"] for each in told["notices"]} == {"gobiernodigital@cartagena.example", USO_MAIL}


def test_a_closed_day_is_told_by_its_name(installed: App) -> None:
    told: Any = scan_json(scanned(installed, "2023-07-08"))
    assert (told["business_day"], told["closed_because"], told["notices"]) == (False, "sábado", [])


def test_a_delivery_is_told(installed: App) -> None:
    scanned(installed, "2023-07-10")
    told: Any = delivery_json(Round(delivered(installed, "2023-07-10"), None), ())
    assert (told["paused"], [each["state"] for each in told["deliveries"]]) == (None, ["sent", "sent"])
    assert (told["mailbox"], told["waiting"]) == (None, [])


def test_what_the_mailbox_told_is_counted(installed: App) -> None:
    read = MailboxReport(
        BounceReport((Fate.REFUSED, Fate.NOTED, Fate.UNMATCHED, Fate.STALE)),
        DoubtReport(2, 1),
        ConfigError("mailbox_password_in_clear"),
    )
    told: Any = delivery_json(Round(DeliveryReport(()), read), ())
    assert told["mailbox"] == {
        "bounced": 1,
        "noted": 1,
        "unmatched": 1,
        "arrived": 2,
        "again": 1,
        "trouble": "mailbox_password_in_clear",
    }


def test_what_was_received_is_told(installed: App) -> None:
    told: Any = received_json(answered(installed, USO, "2023-Q2", "2023-07-05", {18: "0.3", 19: Said("tres")}))
    place = {"sheet": "PLAN DE ACCION", "row": 18, "period": "2023-Q2"}
    assert told["taken"] == [{**place, "value": "0.3", "new": True}]
    assert told["problems"][0]["raw"] == "tres"
    assert (told["pending"], told["refused"], told["known"]) == (1, None, False)


def test_opened_periods_are_told_with_both_dates(installed: App) -> None:
    told: Any = opened_json(scanned(installed, "2023-07-01").opened)
    assert told["opened"] == [
        {
            "plan": "cartagena_2023",
            "period": "2023-Q3",
            "report_by": "2023-10-06",
            "closes_on": "2023-10-13",
            "new": True,
            "owed": 8,
        }
    ]


def test_plans_and_lines_are_listed(installed: App) -> None:
    known = plan(installed)
    told: Any = plans_json([known], {known.id: 12})
    assert (told["plans"][0]["code"], told["plans"][0]["lines"]) == ("cartagena_2023", 12)
    assert plan_rows([known], {known.id: 12})[0][2:4] == ("trimestral", "12")
    rows: Any = lines_json(known, lines(installed))
    assert (rows["lines"][0]["team"], rows["lines"][0]["due"], rows["lines"][0]["target"]) == (
        "Equipo Gobierno Digital",
        date(2023, 2, 28).isoformat(),
        "1",
    )


def test_figures_are_said_in_the_lines_own_unit(empty: App) -> None:
    percent = a_line(8, target=Decimal(1), target_unit=TargetUnit.PERCENT)
    given(empty, reading(percent, a_line(9, "Otra"), a_line(10, "Sin meta", target=None)))
    of = {row: line(empty, row) for row in (8, 9, 10)}
    shown = [figure(Decimal("0.2"), of[8]), figure(Decimal("0.125"), of[8]), figure(Decimal("0.3"), of[9])]
    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in shown] == ["20 %", "12,5 %", "0,3"]
    assert so_far_text(of[9], {"2023-Q1": Decimal(1)}) == "1 de 4"
    assert (so_far_text(of[9], {}), so_far_text(of[10], {})) == ("0 de 4", None)


def _list(answer: Any, name: str) -> Any:
    return answer[name]
