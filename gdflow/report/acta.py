"""The minutes of a closing, as a PDF to sign: who closed, in spite of what, what is missing, and the hashes.

Whoever keeps them can show later that neither the figures nor the chain of events was changed.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from gdflow.domain.closing import Check, Closed, FigureChange, Reopening, ReopeningScope, Snapshot
from gdflow.domain.consolidated import Consolidated, Missing
from gdflow.domain.rollups import Rollup
from gdflow.report.pdf import compile_pdf
from gdflow.report.template_names import names_of
from gdflow.report.templates import Templates, kept
from gdflow.spanish.closing import CHANGED_FIELDS
from gdflow.spanish.dates import long_date, short_date
from gdflow.spanish.numbers import percent
from gdflow.spanish.periods import period_label, period_short

SOURCE = "acta.typ"
NOTHING = "—"
Row = tuple[str, ...]
Pairs = list[Row]


def write_acta(closed: Closed, reports: Sequence[str] = (), words: Templates | None = None) -> bytes:
    """The minutes of a closing. The same closing gives the same bytes.

    reports: the titles of what is written from it. words: other texts than those that the closing kept.
    They are accessible (PDF/UA-1) and fit for the archive (PDF/A-2a).
    """
    said = words or kept(closed.snapshot.words)
    return compile_pdf(Path(__file__).with_name(SOURCE).read_text("utf-8"), _data(closed, reports, said))


def _data(closed: Closed, reports: Sequence[str], said: Templates) -> Mapping[str, object]:
    its, facts = closed.snapshot, closed.facts
    plan, period = its.report.plan, period_label(its.report.period)
    return {
        **_words(closed, said),
        "author": its.entity.name,
        "made_at": its.closed_at,
        "head": (its.entity.name, f"Cierre {facts.number} · {period_short(its.report.period)} · {plan.code}"),
        "foot": f"Cifras congeladas: {facts.sha256[:16]}…",
        "plan": plan.title or plan.code,
        "identity": _identity(closed, period),
        "figures": _figures(its.report),
        "counts": _counts(its),
        "checks": [_check(its, check) for check in Check],
        "missing": [_missing(each) for each in its.report.missing],
        "earlier": any(each.period != its.report.period for each in its.report.missing),
        "changes": [_change(each) for each in its.differences.changes] if its.differences else [],
        "again": its.differences is not None,
        "before": facts.number - 1,
        "moved": _moved(its),
        "open": _still_open(its),
        "reopenings": _reopenings(its),
        "hashes": _hashes(closed),
        "reports": list(reports),
    }


def _words(closed: Closed, said: Templates) -> Mapping[str, object]:
    """What the entity may say in its own way."""
    names = names_of(closed)
    return {
        "title": " ".join(said.said("acta_title", names)),
        "opening": said.said("acta_opening", names),
        "method": said.said("acta_method", names),
        "check": said.said("acta_check", names),
        "signatures": [block.splitlines() for block in said.said("acta_signature", names)],
    }


def _identity(closed: Closed, period: str) -> Pairs:
    its = closed.snapshot
    document = " · versión ".join(filter(None, [its.document.code, its.document.version]))
    pairs = [
        ("Entidad", its.entity.name),
        ("NIT", its.entity.nit or ""),
        ("Dependencia", its.entity.office or ""),
        ("Documento", document),
        ("Plan", f"{its.report.plan.title or its.report.plan.code} ({its.report.plan.code})"),
        ("Período", f"{period}: del {long_date(its.period_start)} al {long_date(its.period_end)}"),
        ("Plazo para reportar", long_date(its.report_by)),
        ("Fecha de cierre", long_date(its.closes_on)),
        ("Cierre", f"n.º {its.number}"),
        ("Cerrado por", its.closed_by),
    ]
    return [pair for pair in pairs if pair[1]]


def _figures(report: Consolidated) -> Pairs:
    """Both methods with what they come to, and over how many lines or items each is taken."""
    return [_share(report.by_lines, len(report.lines)), _share(report.by_items, len(report.items))]


def _share(rollup: Rollup, of: int) -> Row:
    said = percent(rollup.progress, 2) if rollup.progress is not None else "no se puede decir"
    return rollup.group, said, f"{rollup.counted} de {of}"


def _counts(its: Snapshot) -> str:
    tally, review = its.report.by_lines.tally, its.report.review.label
    left = tally.missing + tally.pending
    return (
        f"En el período debían reportar {tally.owed} líneas: reportaron {tally.answered} "
        f"({tally.zeros} sin avance) y quedaron {left} sin reporte. Cifras {review}."
    )


def _check(its: Snapshot, check: Check) -> Row:
    found = [each for each in its.pending if each.check is check]
    spite = next((each for each in its.in_spite if each.check is check), None)
    count = str(spite.count if spite else len(found))
    return check.label, count, spite.by if spite else NOTHING, spite.reason if spite else NOTHING


def _missing(each: Missing) -> Row:
    due = short_date(each.due_on) if each.due_on else NOTHING
    return each.team, str(each.line.row), each.line.label, period_short(each.period), due


def _change(each: FigureChange) -> Row:
    what = CHANGED_FIELDS[each.field]
    where = period_short(each.period) if each.period else NOTHING
    return str(each.row), each.label, where, what, each.before or NOTHING, each.after or NOTHING


def _moved(its: Snapshot) -> str:
    """How the plan's progress moved since the closing before, where both can be said."""
    changed = its.differences
    if changed is None or changed.progress_before is None or changed.progress_after is None:
        return ""
    before, after = (percent(each, 2) for each in (changed.progress_before, changed.progress_after))
    return f"El avance del plan, por promedio de líneas, pasó de {before} a {after}."


def _still_open(its: Snapshot) -> list[Row]:
    """What is taken in spite of the closing: lines with more time, and reopenings that go on."""
    carried = [(f"Fila {each.row}", each.author, each.reason, short_date(each.until)) for each in its.carried]
    return [*carried, *(_opened(its, each) for each in its.reopenings if each.ended_at is None)]


def _reopenings(its: Snapshot) -> list[Row]:
    return [_opened(its, each) for each in its.reopenings if each.ended_at is not None]


def _opened(its: Snapshot, each: Reopening) -> Row:
    return _for_whom(its, each), each.author, each.reason, short_date(each.until)


def _for_whom(its: Snapshot, each: Reopening) -> str:
    rows = [row.line.row for row in its.report.lines if row.line.uid == each.line_uid]
    if rows:
        return f"Fila {rows[0]}"
    return each.team if each.scope is ReopeningScope.TEAM and each.team else each.scope.label


def _hashes(closed: Closed) -> Pairs:
    facts, its = closed.facts, closed.snapshot
    pairs = [
        ("Cifras congeladas (SHA-256)", facts.sha256),
        ("Cierre anterior (SHA-256)", its.previous_sha256 or ""),
        ("Registro de sucesos, último eslabón", facts.head),
        ("Sucesos en el registro", str(facts.events)),
    ]
    return [pair for pair in pairs if pair[1]]
