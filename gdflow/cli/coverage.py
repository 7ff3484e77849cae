"""The command that finds what nobody would be reminded of: coverage."""

from typing import TYPE_CHECKING, Any

import typer

from gdflow.cli.options import AsJson, AsOf, PeriodKey, PlanCode, home, moment_of
from gdflow.cli.output import Exit, print_json, say, table

if TYPE_CHECKING:
    from gdflow.services.coverage import Coverage, Gap


def add_to(app: typer.Typer) -> None:
    """Register this command."""
    app.command("coverage")(check_coverage)


def check_coverage(
    period: PeriodKey = None, plan: PlanCode = None, as_of: AsOf = None, as_json: AsJson = False
) -> None:
    """Decir qué deberá quien nadie podrá recordárselo, en los períodos abiertos y en el próximo; con huecos, 3."""
    from gdflow.app import App
    from gdflow.domain.periods import parse_period
    from gdflow.services.coverage import coverage
    from gdflow.services.find import find_plan, plans_reported_by
    from gdflow.storage.address_marks import marks_of
    from gdflow.storage.plans import plans_of

    app = App.open(home())
    rules, asked = app.rules, parse_period(period) if period else None
    with app.reading() as session:
        if asked is not None:
            chosen = plans_reported_by(session, rules.entity_id, plan, asked.kind)
        else:
            chosen = [find_plan(session, rules.entity_id, plan)] if plan else list(plans_of(session, rules.entity_id))
        day = rules.today(moment_of(as_of))
        its: dict[str, Any] = {"period": asked, "refusing": marks_of(session, rules.entity_id)}
        found = [each for one in chosen for each in coverage(session, rules, one, today=day, **its)]
    if as_json:
        from gdflow.services.coverage_json import coverage_json

        print_json(coverage_json(found))
    else:
        _tell(found)
    if any(each.gaps for each in found):
        raise typer.Exit(Exit.PROBLEMS)


def _tell(found: "list[Coverage]") -> None:
    from gdflow.spanish.dates import long_date
    from gdflow.spanish.periods import period_label

    if not found:
        say("No hay períodos abiertos ni por abrir.")
    for each in found:
        state = "abierto" if each.opened else f"abre el {long_date(each.period.start)}"
        head = f"{period_label(each.period.key).capitalize()} de «{each.plan}» ({state})"
        lines = "1 línea debe algo" if each.lines == 1 else f"{each.lines} líneas deben algo"
        if not each.gaps:
            say(f"{head}: {lines}; de todo habrá a quién recordárselo.")
            continue
        short = len({gap.line.id for gap in each.gaps})
        say(f"{head}: {lines}; de {short} no habrá a quién recordárselo.")
        table("", ("Fila", "Actividad", "Responsable", "Qué", "Por qué", "Qué días"), [_row(gap) for gap in each.gaps])
    if any(each.gaps for each in found):
        say("Remedios: «gdflow assign» da un equipo, «gdflow teams add» un correo o un suplente (--role substitute).")


def _row(gap: "Gap") -> tuple[str, ...]:
    from gdflow.domain.obligations import ObligationKind
    from gdflow.spanish.dates import brief_date

    what = "fecha final" if gap.kind is ObligationKind.DEADLINE else "resultado"
    days = ", ".join(brief_date(day) for day in gap.days)
    return str(gap.line.row), gap.line.label, gap.line.team or "—", what, gap.reason.label, days
