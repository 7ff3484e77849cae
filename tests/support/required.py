"""With GDFLOW_REQUIRE=all no test may be skipped: where everything is installed, a skip hides a hole."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

REASON = "skipped, though GDFLOW_REQUIRE=all asks for every test to run"


def everything_is_required(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether this machine promises that every program which a test may need is there."""
    return environ.get("GDFLOW_REQUIRE") == "all"


def fail_if_skipped(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Makes a skip a failure that tells the skip's own reason. A test expected to fail is no skip."""
    if report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{REASON}: {_reason(report)}"


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    if isinstance(report.longrepr, tuple):
        path, line, message = report.longrepr
        return f"{message} ({Path(path).name}:{line})"
    return str(report.longrepr)
