"""The consolidated workbook: what each line reported, what it comes to, who is missing, where each figure is from."""

from collections.abc import Sequence
from datetime import UTC, datetime

from gdflow.domain.closing import Closed
from gdflow.domain.consolidated import Consolidated
from gdflow.domain.plan import PlanKind
from gdflow.domain.quality import Quality
from gdflow.domain.reporting import ReportingRule
from gdflow.report import book as house
from gdflow.report.acts_sheet import write_acts
from gdflow.report.closing_sheet import write_closing
from gdflow.report.flag_sheet import write_flags
from gdflow.report.forecast_sheet import write_forecast
from gdflow.report.looks import Looks
from gdflow.report.missing_sheet import write_missing
from gdflow.report.plan_sheet import write_plan
from gdflow.report.quality_sheet import write_quality
from gdflow.report.rollup_sheets import write_rollups
from gdflow.report.sources_sheet import source_rows, sources_of, write_sources
from gdflow.report.standing import standing_of
from gdflow.report.summary_sheet import write_summary
from gdflow.report.year_sheet import write_year
from gdflow.spanish.periods import period_label

DEFAULT_RULE = ReportingRule()
SHEET_NAME = 31
FORBIDDEN = str.maketrans("[]:*?/\\'", "        ")


def write_consolidated(
    reports: Consolidated | Sequence[Consolidated],
    *,
    made_at: datetime,
    quality: Sequence[Quality] = (),
    rule: ReportingRule = DEFAULT_RULE,
    closings: Sequence[Closed] = (),
) -> bytes:
    """One workbook over one plan or several of an entity. The same reports and moment give the same bytes.

    made_at: an aware moment; it is shown in Bogotá's time. quality: of each team, and of all of them last.
    rule: by which the periods of the plans were asked for. closings: those that froze reports of this period; where
    one has none, the book is marked as a draft on every page.
    """
    each = (reports,) if isinstance(reports, Consolidated) else tuple(reports)
    with house.uncollected():
        return _written(each, made_at, quality, rule, closings)


def _written(
    each: Sequence[Consolidated],
    made_at: datetime,
    quality: Sequence[Quality],
    rule: ReportingRule,
    closings: Sequence[Closed],
) -> bytes:
    book, buffer = house.new_book(made_at.astimezone(UTC))
    book.set_properties({"title": _title(each), "created": made_at.astimezone(UTC).replace(tzinfo=None)})
    looks = Looks(book)
    summary = book.add_worksheet("Resumen")
    sources, brief = sources_of(each), len(each) > 1
    linked = source_rows(sources, brief=brief)
    for report, name in zip(each, _plan_sheets(each), strict=True):
        write_plan(book.add_worksheet(name), looks, report, linked, brief=brief)
    if not brief or closings:
        write_year(book, looks, each, rule, linked)
    charted = write_rollups(book, looks, each)
    improvement = [report for report in each if report.plan.kind is PlanKind.IMPROVEMENT]
    if improvement:
        # only such plans have it, and it loads rules of its own
        from gdflow.report.follow_up_sheet import write_follow_up

        write_follow_up(book, looks, improvement, rule)
    write_missing(book.add_worksheet("Faltantes"), looks, each)
    write_forecast(book, looks, each, rule)
    write_flags(book, looks, each)
    write_sources(book.add_worksheet("Fuentes"), looks, each[0], sources, brief=brief)
    if quality:
        write_quality(book, looks, quality, period=each[0].period, entity=each[0].plan.entity)
    standing = standing_of(each, closings)
    if closings:
        write_acts(book, looks, closings)
        write_closing(book, looks, closings, standing.still_open)
    write_summary(book, summary, looks, each, charted, standing.told(made_at))
    for page in book.worksheets():
        house.mark(page, standing.mark)
    return house.finished(book, buffer)


def _title(reports: Sequence[Consolidated]) -> str:
    return f"Consolidado del {period_label(reports[0].period)} · {reports[0].plan.entity}"


def _plan_sheets(reports: Sequence[Consolidated]) -> list[str]:
    if len(reports) == 1:
        return ["Consolidado"]
    return [
        f"{at}. {report.plan.code.translate(FORBIDDEN).strip()}"[:SHEET_NAME].rstrip()
        for at, report in enumerate(reports, start=1)
    ]
