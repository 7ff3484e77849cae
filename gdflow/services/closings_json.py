"""Closings as JSON: what stands in the way of one, the closings there are, and the reports of one."""

from collections.abc import Iterable, Mapping, Sequence

from gdflow.domain.closing import ClosingFacts, Pending, Reopening
from gdflow.services.write_again import LaidOut
from gdflow.services.write_closing import NotWritten
from gdflow.storage.reports import WrittenReport


def closing_json(
    facts: ClosingFacts, reports: Sequence[WrittenReport] = (), reopenings: Iterable[Reopening] = ()
) -> dict[str, object]:
    """A closing with the reports written from it and the reopenings in force."""
    return {
        "id": facts.id,
        "plan": facts.plan,
        "period": facts.period,
        "number": facts.number,
        "closed_at": facts.closed_at.isoformat(),
        "closed_by": facts.closed_by,
        "missing": facts.missing,
        "sha256": facts.sha256,
        "events": facts.events,
        "head": facts.head,
        "reports": [{"name": each.name, "sha256": each.sha256, "size": each.size} for each in reports],
        "reopenings": [reopening_json(each) for each in reopenings],
    }


def pending_json(pending: Iterable[Pending]) -> list[Mapping[str, object]]:
    """What stands open before a closing, line by line."""
    return [
        {
            "check": each.check.value,
            "row": each.row,
            "number": each.number,
            "label": each.label,
            "team": each.team,
            "detail": each.detail,
        }
        for each in pending
    ]


def reopening_json(reopening: Reopening) -> dict[str, object]:
    """A reopening. scope: "all", "team" or "line"."""
    return {
        "id": reopening.id,
        "period": reopening.period,
        "closing": reopening.closing,
        "scope": reopening.scope.value,
        "team": reopening.team,
        "line": reopening.line_uid,
        "author": reopening.author,
        "reason": reopening.reason,
        "until": reopening.until.isoformat(),
    }


def failed_json(failed: Iterable[NotWritten]) -> list[Mapping[str, object]]:
    """Reports that could not be written, and why."""
    return [{"closing": each.closing.id, "name": each.name, "message": each.why} for each in failed]


def again_json(written: Iterable[LaidOut]) -> list[Mapping[str, object]]:
    """Reports that were written again. same: as those written first; null where none was."""
    return [
        {
            "name": each.name,
            "file": str(each.path),
            "sha256": each.sha256,
            "same": each.same,
            "warnings": list(each.warnings),
        }
        for each in written
    ]
