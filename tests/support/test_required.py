"""A skip is a failure where everything is required."""

import pytest

from tests.support.required import everything_is_required, fail_if_skipped


def report(outcome: str, why: object) -> pytest.TestReport:
    return pytest.TestReport("t", ("t.py", 1, "t"), {}, outcome, why, "call")  # type: ignore[arg-type]  # any outcome


def test_everything_is_required_only_when_asked() -> None:
    assert everything_is_required({"GDFLOW_REQUIRE": "all"})
    assert not everything_is_required({})


def test_a_skip_becomes_a_failure_with_its_reason() -> None:
    skipped = report("skipped", ("/x/test_a.py", 7, "Skipped: no initdb"))
    fail_if_skipped(skipped)
    assert skipped.failed
    assert "no initdb (test_a.py:7)" in str(skipped.longrepr)


def test_a_passed_test_stays_so() -> None:
    passed = report("passed", None)
    fail_if_skipped(passed)
    assert passed.passed


def test_an_expected_failure_is_no_skip() -> None:
    expected = report("skipped", "known")
    expected.wasxfail = "known"
    fail_if_skipped(expected)
    assert expected.skipped
