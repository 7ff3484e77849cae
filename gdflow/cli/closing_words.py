"""Closings in words: what stands in the way, what was frozen, and where the reports are."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from gdflow.cli.output import say, table
from gdflow.domain.closing import Check, Closed, ClosingFacts, Pending, Reopening
from gdflow.domain.consolidated import BOGOTA
from gdflow.spanish.dates import long_date, short_date
from gdflow.spanish.numbers import percent
from gdflow.spanish.periods import period_short, the_period

if TYPE_CHECKING:
    from gdflow.domain.lines import PlanFacts
    from gdflow.domain.periods import Period
    from gdflow.services.write_again import LaidOut
    from gdflow.services.write_closing import WrittenClosings

CLOSING_COLUMNS = (
    "N.º",
    "Plan",
    "Período",
    "Cierre",
    "Cuándo y quién",
    "Sin reporte",
    "Huella de las cifras",
    "Reabierto",
)
PENDING_COLUMNS = ("Fila", "Línea", "Equipo", "Qué pasa")


def tell_pending(plan: "PlanFacts", period: "Period", pending: Sequence[Pending], spite: Mapping[Check, str]) -> None:
    """Each check with what stands open under it, and how to go on."""
    say(f"Antes de cerrar {the_period(period.key)} de «{plan.title or plan.code}»:")
    for check in Check:
        found = [each for each in pending if each.check is check]
        mark = "✓" if not found else "●" if check in spite else "■"
        said = "en orden" if not found else f"{len(found)}, a pesar de ello: {spite[check]}" if check in spite else ""
        say(f"{mark} {check.label} ({check.value}): {said or len(found)}")
        if found and check not in spite:
            table(check.label, PENDING_COLUMNS, [_pending_row(each) for each in found])
    _tell_next(
        period, [check for check in Check if any(each.check is check for each in pending) and check not in spite]
    )


def _tell_next(period: "Period", standing: Iterable[Check]) -> None:
    words = " ".join(f'--in-spite-of {check.value} --reason "…"' for check in standing)
    said = "Resuélvalo, o ciérrelo de todos modos diciendo por qué: " if words else "Se puede cerrar: "
    say(f"{said}gdflow close --period {period.key} --by NOMBRE{' ' + words if words else ''}")


def _pending_row(each: Pending) -> tuple[str, ...]:
    return str(each.row or "—"), each.label, each.team or "—", each.detail


def tell_closed(closed: Closed, *, dry_run: bool) -> None:
    """What was frozen, by both methods, and by which hash it is known."""
    facts, report = closed.facts, closed.snapshot.report
    verb = "Se cerraría" if dry_run else "Se cerró"
    say(f"{verb} {the_period(facts.period)} de «{report.plan.title or facts.plan}» (cierre {facts.number}).")
    for each in closed.snapshot.in_spite:
        say(f"  A pesar de {each.check.label.lower()} ({each.count}): {each.reason} ({each.by})")
    for rollup in (report.by_lines, report.by_items):
        if rollup.progress is not None:
            say(f"  {rollup.group}: {percent(rollup.progress, 2)}")
    say(f"  Sin reporte al cierre: {facts.missing}")
    for carried in closed.snapshot.carried:
        say(f"  Sigue abierta la fila {carried.row} hasta el {long_date(carried.until)} ({carried.reason}).")
    _tell_changes(closed)
    if not dry_run:
        say(f"  Cifras congeladas (SHA-256): {facts.sha256}")
        say(f"  Registro de sucesos: {facts.events} sucesos, último eslabón {facts.head}")


def _tell_changes(closed: Closed) -> None:
    changed = closed.snapshot.differences
    if changed is None:
        return
    say(f"  Qué cambió desde el cierre {changed.closing}: {len(changed.changes) or 'nada'}")
    from gdflow.spanish.closing import CHANGED_FIELDS

    for each in changed.changes:
        say(f"    fila {each.row}, {CHANGED_FIELDS[each.field]}: {each.before or '—'} → {each.after or '—'}")


def tell_written(written: "WrittenClosings") -> None:
    """Where the reports are, and what could not be written."""
    for folder in written.folders:
        say(f"Escrito: {folder}")
    for each in written.failed:
        say(f"No se pudo escribir «{each.name}» del cierre {each.closing.number}: {each.why} Se intentará cada día.")


def tell_reopened(opened: Reopening, plan: "PlanFacts", *, dry_run: bool) -> None:
    """For whom a period is open again and until when."""
    whom = {"all": "para todos los equipos", "team": f"para {opened.team}", "line": "para una línea"}[
        opened.scope.value
    ]
    verb = "Se reabriría" if dry_run else "Se reabrió"
    say(
        f"{verb} {the_period(opened.period)} de «{plan.title or plan.code}» {whom}, hasta el "
        f"{long_date(opened.until)} inclusive. Después se cierra por sí solo, y el cierre siguiente dice qué cambió."
    )


def closing_row(facts: ClosingFacts, opened: Sequence[Reopening]) -> tuple[str, ...]:
    """A closing as a row of the table."""
    when = f"{short_date(facts.closed_at.astimezone(BOGOTA).date())}, {facts.closed_by}"
    until = f"hasta el {short_date(max(each.until for each in opened))}" if opened else "—"
    its = (str(facts.id), facts.plan, period_short(facts.period), str(facts.number), when, str(facts.missing))
    return *its, f"{facts.sha256[:12]}…", until


def tell_again(written: "Iterable[LaidOut]") -> None:
    """Where the reports are, and whether they are the same as those written first."""
    for each in written:
        say(f"Escrito: {each.path}{SAME[each.same]}")
        for warning in each.warnings:
            say(f"  Revisar: {warning}")


SAME = {True: " (igual al primero)", False: " (DISTINTO del primero)", None: " (no se había escrito antes)"}
