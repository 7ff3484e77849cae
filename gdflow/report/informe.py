"""The "Informe de seguimiento" of a closing: what an entity signs, files and publishes, as an accessible PDF."""

from collections.abc import Mapping
from pathlib import Path

from gdflow.domain.closing import Closed
from gdflow.domain.summary import summary_of
from gdflow.report.informe_annexes import evidence_blocks, source_blocks, version_blocks
from gdflow.report.informe_blocks import Block, Part, facts, heading, signatures, text
from gdflow.report.informe_forecast import forecast_blocks
from gdflow.report.informe_front import chart_blocks, cover, lights_blocks, summary_blocks
from gdflow.report.informe_lines import line_blocks
from gdflow.report.informe_lists import (
    amendment_blocks,
    attention_blocks,
    change_blocks,
    decision_blocks,
    missing_blocks,
)
from gdflow.report.pdf import compile_pdf
from gdflow.report.template_names import names_of
from gdflow.report.templates import Templates, kept
from gdflow.spanish.periods import period_label, period_short

SOURCE = "informe.typ"


def write_informe(closed: Closed, words: Templates | None = None) -> bytes:
    """The monitoring report of a closing, made of what it froze and nothing else.

    words: other texts than those that the closing kept.
    """
    its, said = closed.snapshot, words or kept(closed.snapshot.words)
    title = title_said(closed, said)
    plan, period = its.report.plan, period_label(its.report.period).capitalize()
    parts = informe_parts(closed, said)
    pictures = {name: chart.data for part in parts for name, chart in part.pictures}
    data = {
        "title": f"{title}. {plan.title or plan.code}. {period}",
        "author": its.entity.name,
        "made_at": its.closed_at,
        "head": (f"{title} · {plan.code}", _code(closed)),
        "foot": f"{its.entity.name} · {period_short(its.report.period)} · cierre {its.number}",
        "cover": cover(closed, title),
        "parts": [part.data for part in parts],
    }
    return compile_pdf(Path(__file__).with_name(SOURCE).read_text("utf-8"), data, pictures)


def _code(closed: Closed) -> str:
    document = closed.snapshot.document
    said = [document.code or "", f"Versión {document.version}" if document.version else ""]
    return " · ".join(filter(None, said))


def title_said(closed: Closed, said: Templates) -> str:
    """What the report is called."""
    return " ".join(said.said("informe_title", names_of(closed)))


def informe_parts(closed: Closed, said: Templates) -> tuple[Part, ...]:
    """What stands behind the cover, the same on paper, in Word and on a page."""
    names, summary = names_of(closed), summary_of(closed.snapshot)
    lights, light_pictures = lights_blocks(closed)
    charts, chart_pictures = chart_blocks(closed)
    front = summary_blocks(closed, summary, said.said("informe_introduction", names))
    lists = [
        *change_blocks(closed),
        *line_blocks(closed),
        *missing_blocks(closed),
        *decision_blocks(closed),
        *attention_blocks(summary),
        *forecast_blocks(summary),
        *amendment_blocks(closed),
        *evidence_blocks(closed),
    ]
    end = [*_method(said, names), *_integrity(closed), *_signature(said, names)]
    sources = [*source_blocks(closed), *version_blocks(closed)]
    if not sources:  # they have no page of their own to say that there are none
        lists += [heading("Fuentes de las cifras"), text("No hay resultados reportados.")]
    parts = (
        Part(front),
        Part([*lights, *charts], pictures=(*light_pictures, *chart_pictures)),
        Part(lists, flipped=True),
        Part(end),
        Part(sources, flipped=True),
    )
    return tuple(part for part in parts if part.blocks)


def _method(said: Templates, names: Mapping[str, str]) -> list[Block]:
    return [heading("Método y redondeo"), *map(text, said.said("informe_method", names))]


def _integrity(closed: Closed) -> list[Block]:
    its, facts_of = closed.snapshot, closed.facts
    pairs = [
        ("Cifras congeladas", facts_of.sha256),
        ("Cierre anterior", its.previous_sha256 or "es el primero"),
        ("Registro de sucesos", facts_of.head),
        ("Sucesos encadenados", str(facts_of.events)),
        ("Plan importado", its.report.plan.source),
        ("Huella del plan", its.report.plan.source_sha256),
        ("Cómo se comprueba", "gdflow audit verify"),
    ]
    told = (
        "Las huellas son SHA-256. La de las cifras congeladas identifica todo aquello de lo que sale este informe; la "
        "del registro, lo sucedido hasta el cierre. Con ellas se comprueba después que nada cambió."
    )
    return [heading("Integridad"), text(told), facts(pairs)]


def _signature(said: Templates, names: Mapping[str, str]) -> list[Block]:
    return [heading("Firmas"), signatures(said.said("informe_signature", names))]
