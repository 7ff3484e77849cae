"""Pages out of templates: every text is escaped, every word of a page is found here or in its template."""

from collections.abc import Callable
from datetime import datetime, time
from decimal import Decimal
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from gdflow.domain.lines import Line
from gdflow.domain.plan import TargetUnit
from gdflow.domain.receipts import ReceiptFacts, ReceiptState
from gdflow.domain.team_page import ExemptLine, PageLine, Standing
from gdflow.domain.texts import folded
from gdflow.domain.window import SendingWindow
from gdflow.services.running_total import total_before, total_with
from gdflow.services.wording import figure, so_far_text
from gdflow.spanish import team_page as words
from gdflow.spanish.dates import long_date, short_date
from gdflow.spanish.numbers import number
from gdflow.web.agents import browser_words
from gdflow.web.assets import asset_url
from gdflow.web.desk_words import desk_filters
from gdflow.web.line_form import LineForm
from gdflow.web.manage_words import MANAGE_FILTERS
from gdflow.web.work_words import work_filters

MEGABYTE = 1_000_000


@cache
def environment_in(zone: str) -> Environment:
    """The templates for the clocks of a zone: one for all whose clocks agree, so each page is compiled once."""
    return environment(SendingWindow(time.min, time.max, zone).local)


def environment(local: Callable[[datetime], datetime]) -> Environment:
    """The templates with their filters. local: a moment as the entity's clocks show it."""
    made = Environment(
        loader=PackageLoader("gdflow.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["asset"] = asset_url
    made.filters |= {
        "amount_hint": _amount_hint,
        "before": total_before,
        "browser": browser_words,
        "doubt": _doubt,
        "due_words": words.due_words,
        "end_words": words.end_words,
        "figure": figure,
        "last_period": words.last_period,
        "long_date": long_date,
        "moment": lambda at: moment(local(at)),
        "product": _product,
        "reached": _reached,
        "short_date": short_date,
        "size": _size,
        "symbol": _symbol,
        "target": _target,
        "this_period": words.this_period,
        "title_of": words.title_of,
        "titled": titled,
        "told": LineForm.told,
        "total": _total,
        "upload_faults": _upload_faults,
        "upload_tone": _upload_tone,
        "upload_words": _upload_words,
    }
    made.filters |= desk_filters(local)
    made.filters |= {**MANAGE_FILTERS, "clock": lambda at: f"{local(at):%H:%M}"}
    made.filters |= work_filters()
    return made


def titled(line: Line) -> str:
    """6.9. Hacer el reporte a FURAG; a number that the name repeats is said once."""
    plain = (line.number or "").rstrip(". ")
    name = " ".join(line.label.split())
    return name if not plain or name.startswith(f"{plain}.") else f"{plain}. {name}"


def moment(at: datetime) -> str:
    """lun 10 jul 2023, 10:32"""
    return f"{short_date(at.date())}, {at:%H:%M}"


def _amount_hint(line: PageLine, period: str) -> str:
    months = words.months_of(period)
    only = f"Solo {months}, no el acumulado. " if months else "Solo de este periodo, no el acumulado. "
    if line.line.target_unit is TargetUnit.PERCENT:
        return f"{only}Es un porcentaje, como 30 %."
    return f"{only}Puede usar coma: 0,3"


def _target(line: Line) -> str:
    if line.target is None:
        return line.target_text or ""
    said, text = figure(line.target, line), " ".join((line.target_text or "").split())
    if not text or text == said:
        return said
    return text if text.startswith(said) else f"{said} · {text}"


def _product(line: Line) -> str | None:
    """The product, where the name and the target do not say it already."""
    product = " ".join((line.deliverable or "").strip("- ").split())
    said = (folded(line.label), folded(line.target_text or ""))
    return product if product and not any(folded(product) in each for each in said) else None


def _total(line: PageLine, period: str) -> str | None:
    return total_with(line, period, line.result.value).text if line.result else None


def _doubt(line: PageLine, period: str) -> str | None:
    return total_with(line, period, line.result.value).doubt if line.result else None


def _reached(line: ExemptLine) -> str | None:
    return so_far_text(line.line, line.values)


def _symbol(standing: Standing) -> str:
    return words.SYMBOLS[standing]


def _size(size: int) -> str:
    if size >= MEGABYTE:
        return f"{number(Decimal(size) / MEGABYTE, 1)} MB"
    return f"{max(1, round(size / 1000))} kB"


def _upload_tone(upload: ReceiptFacts) -> str:
    if upload.state is ReceiptState.READ and upload.message:
        return "warn"
    return {ReceiptState.READ: "good", ReceiptState.QUARANTINED: "bad"}.get(upload.state, "plain")


def _upload_faults(upload: ReceiptFacts) -> list[str]:
    """What of a workbook that was read could not be taken."""
    return (upload.message or "").splitlines() if upload.state is ReceiptState.READ else []


def _upload_words(upload: ReceiptFacts) -> str:
    if upload.state is ReceiptState.QUARANTINED:
        return f"Quedó guardado, pero no se pudo tomar: {upload.message}"
    if upload.state is ReceiptState.READ and upload.message:
        return "Leído en parte: lo que se pudo tomar ya está arriba, en cada actividad. Falta corregir:"
    if upload.state is ReceiptState.READ:
        return "Leído: lo que traía ya está arriba, en cada actividad."
    return "Guardado. Se leerá en unos minutos; vuelva a abrir esta página para ver el resultado."
