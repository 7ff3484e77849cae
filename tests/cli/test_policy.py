"""`gdflow policy preview`: the coming reminders as a table, as JSON and as a calendar."""

from pathlib import Path

from tests.support.cast import USO_MAIL
from tests.support.commands import CommandLine

DAYS = ("--as-of", "2023-06-28", "--to", "2023-07-18")


def test_a_preview_shows_a_row_for_each_message_and_counts_them(cartagena: CommandLine) -> None:
    answer = cartagena("policy", "preview", *DAYS)
    assert answer.code == 0
    assert "Si nadie respondiera" in answer.out
    assert "Avisos:" in answer.out
    assert USO_MAIL in answer.out


def test_a_preview_as_json_and_as_a_calendar(cartagena: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "avisos.ics"
    told = cartagena("policy", "preview", *DAYS, "--from", "2023-07-01", "--ics", target, "--json").json
    assert min(notice["leaves"] for notice in told["notices"]) >= "2023-07-01"
    assert target.read_bytes().count(b"BEGIN:VEVENT") == len(told["notices"])


def test_days_without_reminders_are_said_to_be_so(cartagena: CommandLine) -> None:
    answer = cartagena("policy", "preview", "--as-of", "2023-04-11", "--to", "2023-04-11", "--plan", "cartagena_2023")
    assert "En esos días no saldría ningún aviso." in answer.out


def test_a_plan_that_is_not_known_is_a_usage_error(cartagena: CommandLine) -> None:
    assert cartagena("policy", "preview", "--plan", "ninguno").code == 2


def test_the_json_has_the_documented_keys(cartagena: CommandLine) -> None:
    first, *_ = cartagena("policy", "preview", *DAYS, "--json").json["notices"]
    assert set(first) == {"leaves", "channel", "address", "purpose", "subject", "lines"}
    assert set(first["lines"][0]) == {
        *("plan", "row", "number", "label", "team", "period", "step", "audience", "reason", "due_on"),
    }
