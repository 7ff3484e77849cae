"""The command about the quality of what is reported."""

from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

import typer

from gdflow.cli.options import AsJson, AsOf, PeriodKey, PlanCode, home, moment_of
from gdflow.cli.output import print_json, say, table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gdflow.domain.quality import Quality
    from gdflow.services.quality import QualityReport

COLUMNS = ("Equipo", "Recibidos", "A tiempo", "Retraso (mediana)", "Devueltos por envío", "Archivos rechazados")


def add_to(app: typer.Typer) -> None:
    """Register this command."""
    app.command("quality")(quality)


def quality(plan: PlanCode = None, period: PeriodKey = None, as_of: AsOf = None, as_json: AsJson = False) -> None:
    """Decir qué tan completos y oportunos son los reportes; sin --period, de los períodos que ya terminaron."""
    from gdflow.app import App
    from gdflow.services.find import find_plan
    from gdflow.services.quality import quality_json, quality_report

    app = App.open(home())
    today = app.rules.today(moment_of(as_of))
    with app.reading() as session:
        chosen = [find_plan(session, app.rules.entity_id, plan)] if plan else []
        report = quality_report(session, app.rules, chosen, period, ended_by=today)
    if as_json:
        print_json(quality_json(report))
        return
    _tell(report)
    for each in report.whole.refused:
        say(f"Rechazados por «{each.code}»: {each.files}. {each.why}")


def _tell(report: "QualityReport") -> None:
    """A table for each period, so that it fits a narrow window, and one for all of them."""
    if not report.teams:
        say("Todavía no se esperaba ningún reporte.")
    for key, teams in groupby(report.teams, key=lambda each: each.period):
        _tell_part(f"Calidad del dato · {_named(key)}", [*teams, *([report.whole] if report.period else [])])
    if not report.period and report.teams:
        _tell_part("Calidad del dato · todos los períodos que terminaron", [report.whole])


def _tell_part(title: str, rows: "Iterable[Quality]") -> None:
    table(title, COLUMNS, [_row(each) for each in rows])


def _named(key: str | None) -> str:
    from gdflow.spanish.periods import period_label

    return period_label(key) if key else "sin período conocido"


def _row(each: "Quality") -> tuple[str, ...]:
    from gdflow.spanish.numbers import number

    late = "—" if each.median_late is None else f"{number(each.median_late)} días hábiles"
    again = "—" if each.returns_per_submission is None else number(each.returns_per_submission)
    received = f"{each.received} de {each.expected}{_share(each.completeness)}"
    return (each.team, received, f"{each.timely}{_share(each.timeliness)}", late, again, str(each.files))


def _share(share: Fraction | None) -> str:
    from gdflow.spanish.numbers import percent

    return "" if share is None else f" ({percent(share)})"
