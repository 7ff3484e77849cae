"""The pages that citizens read: what is published, a closed period with its figures, and closings that were replaced.

Each is one file that loads nothing and runs nothing, and leads to others by relative addresses alone: the same bytes
serve from gdflow and from a folder of any web server.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction
from functools import cache
from importlib.resources import files

from gdflow.domain.closing import Closed
from gdflow.domain.closing_rules import EntityFacts
from gdflow.domain.consolidated import BOGOTA, Consolidated
from gdflow.domain.publication import Download, Publication, PublicClosing, PublicPeriod
from gdflow.domain.summary import summary_of
from gdflow.report.charts import Chart
from gdflow.report.informe_charts import lights_chart, periods_chart, progress_chart
from gdflow.report.public_lines import change_rows, colours_of, group_rows, line_rows
from gdflow.report.review_words import figures_said
from gdflow.report.template_names import names_of
from gdflow.report.templates import kept
from gdflow.report.web_markup import Drawn, written_page
from gdflow.spanish.counts import counted
from gdflow.spanish.dates import long_date
from gdflow.spanish.numbers import number
from gdflow.spanish.periods import period_label
from gdflow.spanish.summary import summary_sections

LINES, CATALOGUE = "lineas.html", "catalogo.jsonld"
FEW_LINES, FEW_GROUPS, FEW_CHANGES = 30, 20, 40
"""So many stand on the first page of a period; the rest is one step away, for those who read on a telephone."""
STYLE = "public.css"
ROOT = "../"
KILO = 1000
ENDINGS = {"application/pdf": "PDF", "text/html": "HTML", "application/zip": "ZIP", "text/csv": "CSV"}


def write_front(publication: Publication, plan: str | None = None) -> bytes:
    """The list of published plans with their closed periods, or of one plan."""
    periods = publication.periods if plan is None else publication.of_plan(plan)
    titles = {code: title for code, title in publication.plans if plan in (None, code)}
    return _page(
        "public_front.html",
        publication,
        title="Seguimiento de planes" if plan is None else titles[plan],
        up="" if plan is None else ROOT,
        plans=[(code, title, [each for each in periods if each.plan == code]) for code, title in titles.items()],
        plan=plan,
        licence=publication.rule.licence,
    )


def write_period(publication: Publication, period: PublicPeriod, closed: Closed, *, within: bool) -> bytes:
    """A closed period with the figures of its newest closing. closed: in its public edition.

    within: as the page of the closing's own folder, else as that of the period.
    """
    report, its = closed.snapshot.report, closed.snapshot
    shown, changes = report.lines[:FEW_LINES], list(change_rows(closed))
    colours = colours_of(shown)
    return _of_period(
        "public_period.html",
        publication,
        period,
        closed,
        colours,
        up=ROOT * (3 if within else 2),
        place="" if within else period.newest.folder,
        within=within,
        sections=summary_sections(summary_of(its)),
        charts=[(Drawn(chart.svg), chart.title) for chart in _charts(report)],
        items=group_rows(report.items[:FEW_GROUPS]),
        more_items=max(0, len(report.items) - FEW_GROUPS),
        teams=group_rows(report.teams[:FEW_GROUPS]),
        more_teams=max(0, len(report.teams) - FEW_GROUPS),
        lines=line_rows(shown, colours),
        all_lines=len(report.lines),
        changes=changes[:FEW_CHANGES],
        more_changes=max(0, len(changes) - FEW_CHANGES),
        method=kept(its.words).said("informe_method", names_of(closed)),
        figures=figures_said([report]),
        snapshot=its,
        licence=its.licence,
    )


def write_lines(publication: Publication, period: PublicPeriod, closed: Closed) -> bytes:
    """Every line and group of the newest closing on a page of its own; closed: in its public edition."""
    report = closed.snapshot.report
    colours = colours_of(report.lines)
    return _of_period(
        "public_lines.html",
        publication,
        period,
        closed,
        colours,
        up=ROOT * 3,
        lines=line_rows(report.lines, colours),
        items=group_rows(report.items),
        teams=group_rows(report.teams),
        changes=list(change_rows(closed)),
        licence=closed.snapshot.licence,
    )


def write_replaced(publication: Publication, period: PublicPeriod, closing: PublicClosing) -> bytes:
    """A closing that a later one has replaced: what it was, its files as they were, and where the figures are now."""
    return _page(
        "public_replaced.html",
        publication,
        title=f"{period.title} · {period_label(period.period)} · cierre {closing.facts.number}",
        up=ROOT * 3,
        period=period,
        closing=closing,
        licence=publication.rule.licence,
    )


def write_nothing(entity: EntityFacts, place: str | None) -> bytes:
    """What is told where nothing is published. place: where the list is, None while there is none."""
    return written_page("public_nothing.html", title="No existe esta página", entity=entity, place=place)


def _of_period(
    template: str,
    publication: Publication,
    period: PublicPeriod,
    closed: Closed,
    colours: Mapping[str, str],
    **facts: object,
) -> bytes:
    title = f"{period.title} · {period_label(period.period)}"
    rules = "".join(f"\n.{name}{{color:{colour};font-weight:600}}" for colour, name in colours.items())
    return _page(template, publication, rules, title=title, period=period, facts=closed.facts, **facts)


def _page(template: str, publication: Publication, rules: str = "", **facts: object) -> bytes:
    entity, rule = publication.entity, publication.rule
    words = {"day": _day, "counted": counted, "size": _size, "kind": _kind, "split": _split, "label": period_label}
    return written_page(template, more=_style() + rules, entity=entity, contact=rule.contact, say=words, **facts)


def _charts(report: Consolidated) -> Sequence[Chart]:
    if not report.lines:
        return ()
    items = progress_chart("Avance acumulado por ítem", report.items[:FEW_GROUPS])
    return lights_chart(report), items, periods_chart(report)


@cache
def _style() -> str:
    return "\n" + files("gdflow.report").joinpath("pages", STYLE).read_text("utf-8").strip()


def _day(at: date) -> str:
    """A day, or the day of a moment as Colombian clocks have it."""
    return long_date(at.astimezone(BOGOTA).date() if isinstance(at, datetime) else at)


def _size(size: int) -> str:
    if size >= KILO**2:
        return f"{number(Fraction(size, KILO**2), 1)} MB"
    return f"{max(1, round(size / KILO))} kB"


def _split(downloads: Sequence[Download]) -> tuple[list[Download], list[Download]]:
    """The files that people open, and the tables of the open data."""
    tables = [each for each in downloads if "/" in each.path]
    return [each for each in downloads if each not in tables], tables


def _kind(download: Download) -> str:
    return ENDINGS.get(download.media_type) or download.path.rpartition(".")[2].upper().replace("JSONLD", "JSON-LD")
