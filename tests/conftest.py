"""What every test shares: no network but loopback, no telemetry, no skip where everything is required."""

import os
from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings

from tests.support.network import stay_on_loopback
from tests.support.required import everything_is_required, fail_if_skipped

# Read by Prefect when it is first imported; a test run reports to nobody.
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("DO_NOT_TRACK", "1")

# Two busy processors make any deadline a coin toss, and how long examples take to be drawn; the same examples every
# time make a failure repeatable, and keep a run that has to pass from falling on one that nobody ever saw.
settings.register_profile("gdflow", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("gdflow"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") or everything_is_required() else "gdflow")

stay_on_loopback()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A skipped test fails where everything is required."""
    report = yield
    if everything_is_required():
        fail_if_skipped(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """A file skipped as a whole fails too."""
    report = yield
    if everything_is_required():
        fail_if_skipped(report)
    return report
