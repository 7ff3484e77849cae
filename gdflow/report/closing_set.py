"""The reports that every closing writes: their names, files and writers, each from what the closing froze alone."""

from collections.abc import Callable
from dataclasses import dataclass

from gdflow.domain.closing import Closed, ClosingFacts

XLSM = "application/vnd.ms-excel.sheet.macroEnabled.12"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF, JSON = "application/pdf", "application/json"
ENDINGS = {XLSM: "xlsm"}
"""Of the kinds that a report has by the plan's own document and not by itself."""


@dataclass(frozen=True, slots=True)
class Material:
    """What reports are written from. text: the snapshot's canonical text, as it is kept.

    kept: the bytes that are kept under a sha256, the plan's own document among them.
    """

    closed: Closed
    text: bytes
    kept: Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Written:
    """A report's bytes, and what a person should check in it. media_type: where it is not the report's usual one."""

    data: bytes
    warnings: tuple[str, ...] = ()
    media_type: str | None = None


def _always(_source: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class ClosingReport:
    """A report of the set. name: stable, for programs; title: the file's name for people, before plan and period.

    applies: whether a plan has it, by the name of the document that it was imported from.
    """

    name: str
    title: str
    ending: str
    media_type: str
    write: Callable[[Material], Written]
    applies: Callable[[str], bool] = _always

    def file_name(self, facts: ClosingFacts, media_type: str | None = None) -> str:
        """The name of its file: "Acta de cierre gobierno-digital 2023-Q1 cierre-1.pdf". media_type: as written."""
        ending = ENDINGS.get(media_type or self.media_type, self.ending)
        return f"{self.title} {facts.plan} {facts.period} cierre-{facts.number}.{ending}"


def _minutes(material: Material) -> Written:
    from gdflow.report.acta import write_acta

    return Written(write_acta(material.closed, [f"{each.title} (.{each.ending})" for each in CLOSING_SET]))


def _report(material: Material) -> Written:
    from gdflow.report.informe import write_informe

    return Written(write_informe(material.closed))


def _workbook(material: Material) -> Written:
    from gdflow.report.closed_workbook import write_closed_workbook

    return Written(write_closed_workbook(material.closed))


def _official(material: Material) -> Written:
    from gdflow.report.official_fills import write_official

    plan = material.closed.snapshot.report.plan
    filled = write_official(material.closed, material.kept(plan.source_sha256))
    kind = XLSM if plan.source.lower().endswith(".xlsm") else None
    return Written(filled.data, tuple(warning.message for warning in filled.warnings), kind)


def _word(material: Material) -> Written:
    from gdflow.report.word import write_word
    from gdflow.report.word_template import kept_word_template

    template = kept_word_template(material.closed.snapshot.word_template)
    return Written(write_word(material.closed, template=template))


def _page(material: Material) -> Written:
    from gdflow.report.web_page import write_page

    return Written(write_page(material.closed))


def _data(material: Material) -> Written:
    from gdflow.report.open_data import write_open_data_zip

    return Written(write_open_data_zip(material.closed))


def _snapshot(material: Material) -> Written:
    return Written(material.text)


def _is_workbook(source: str) -> bool:
    return source.lower().endswith((".xlsx", ".xlsm"))


CLOSING_SET = (
    ClosingReport("minutes", "Acta de cierre", "pdf", PDF, _minutes),
    ClosingReport("report", "Informe de seguimiento", "pdf", PDF, _report),
    ClosingReport("workbook", "Consolidado", "xlsx", XLSX, _workbook),
    ClosingReport("official", "Libro de la entidad", "xlsx", XLSX, _official, _is_workbook),
    ClosingReport("word", "Informe de seguimiento", "docx", DOCX, _word),
    ClosingReport("page", "Informe de seguimiento", "html", "text/html", _page),
    ClosingReport("data", "Datos abiertos", "zip", "application/zip", _data),
    ClosingReport("snapshot", "Cifras congeladas", "json", JSON, _snapshot),
)
"""In the order in which they are written: the minutes first."""

EVIDENCE, EVIDENCE_TITLE = "evidence", "Evidencias"
"""The pack of all annexes is made when it is asked for alone: it may be of any size."""
