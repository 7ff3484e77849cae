"""The command about the quality of what is reported."""

from typing import TYPE_CHECKING

import typer

from gdflow.cli.options import AsJson, PeriodKey, PlanCode, home
from gdflow.cli.output import print_json, say, table

if TYPE_CHECKING:
    from gdflow.domain.quality import Quality

COLUMNS = (
    *("Equipo", "Período", "Esperados", "Recibidos", "A tiempo", "Completitud", "Oportunidad"),
    *("Mediana de días hábiles de retraso", "Devoluciones por envío", "Archivos rechazados"),
)


def add_to(app: typer.Typer) -> None:
    """Register this command."""
    app.command("quality")(quality)


def quality(plan: PlanCode = None, period: PeriodKey = None, as_json: AsJson = False) -> None:
    """Decir qué tan completos y oportunos son los reportes, cuánto se devuelve y qué archivos se rechazan."""
    from gdflow.app import App
    from gdflow.services.find import find_plan
    from gdflow.services.quality import quality_json, quality_report

    app = App.open(home())
    with app.reading() as session:
        chosen = [find_plan(session, app.rules.entity_id, plan)] if plan else []
        report = quality_report(session, app.rules, chosen, period)
    if as_json:
        print_json(quality_json(report))
        return
    table("Calidad del dato", COLUMNS, [_row(each) for each in (*report.teams, report.whole)])
    for each in report.whole.refused:
        say(f"Rechazados por «{each.code}»: {each.files}. {each.why}")


def _row(each: "Quality") -> tuple[str, ...]:
    from gdflow.spanish.numbers import number, percent
    from gdflow.spanish.periods import period_short

    shares = [percent(share) if share is not None else "—" for share in (each.completeness, each.timeliness)]
    means = [number(mean) if mean is not None else "—" for mean in (each.median_late, each.returns_per_submission)]
    return (
        *(each.team, period_short(each.period) if each.period else "—"),
        *(str(each.expected), str(each.received), str(each.timely), *shares, *means, str(each.files)),
    )
