"""What the teams would answer for the second quarter of 2023, written into the forms that they got by mail."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from email import message_from_bytes, policy
from pathlib import Path

from gdflow.collect.files import read_document
from gdflow.collect.sheet import Row, address
from gdflow.domain.forms import FIRST_ROW, SHEET, FormColumn
from gdflow.report.official import Fill, fill_official
from gdflow.services.forms import XLSX


@dataclass(frozen=True, slots=True)
class Answer:
    """What a team writes beside one line of its form."""

    value: Decimal
    narrative: str | None
    zero_reason: str | None = None
    evidence: str | None = None


# By how the line's product begins. A line that is not here stays blank: its team is late with it.
ANSWERS: Mapping[str, Answer] = {
    "Informes trimestrales": Answer(
        Decimal(1), "Se presentó el informe de seguimiento del segundo trimestre.", None, "Anexo 01"
    ),
    "- Cronogramas de reuniones": Answer(
        Decimal(7), "Se realizaron siete sensibilizaciones según el cronograma.", None, "Anexo 02"
    ),
    "Actas de reunion": Answer(Decimal(9), "Se realizaron nueve mesas de transformación digital.", None, "Anexo 02"),
    "Informes mensuales": Answer(
        Decimal("2.7"), "Se presentaron los informes de abril y mayo, y el avance del de junio.", None, "Anexo 05"
    ),
    "Repositorio con evidencias": Answer(
        Decimal(1), "Se hizo el reporte a FURAG y quedó el repositorio de evidencias.", None, "Anexo 06"
    ),
    "Planes de Mejoramiento": Answer(Decimal(0), None, "Aún no llega el resultado de la evaluación FURAG 2022."),
    "Estrategia de uso": Answer(
        Decimal("0.3"), "Se definió la metodología de la estrategia de uso y apropiación.", None, "Anexo 08"
    ),
    "cronograma para la implementación": Answer(
        Decimal("0.2"), "Se ejecutó la primera parte del cronograma.", None, "Anexo 08"
    ),
}


def newest_form(outbox: Path, to: str) -> tuple[str, bytes]:
    """The name and bytes of the form in the newest mail to an address, as its reader would save it."""
    newest: tuple[str, bytes] | None = None
    for path in sorted(outbox.glob("*.eml")):
        mail = message_from_bytes(path.read_bytes(), policy=policy.default)
        if to in str(mail["To"]):
            for part in mail.iter_attachments():
                if part.get_content_type() == XLSX:  # a calendar file may hang on the mail too
                    newest = str(part.get_filename()), bytes(part.get_content())
    if newest is None:
        raise FileNotFoundError(to)
    return newest


def fill_in(form: bytes, *, leave_out: Iterable[str] = ()) -> bytes:
    """The form with the answers written in, as a team would in its spreadsheet; leave_out: products left blank."""
    document = read_document(form, "formulario.xlsx")
    sheet = next(sheet for sheet in document.sheets if sheet.name == SHEET)
    rows = (row for row in sheet.rows if row.number >= FIRST_ROW)
    left = tuple(leave_out)
    return fill_official(form, [fill for row in rows for fill in _fills(row, left)]).data


def _fills(row: Row, left: tuple[str, ...]) -> Iterator[Fill]:
    product = row.cell(FormColumn.DELIVERABLE.place).text
    for start, answer in ANSWERS.items():
        if product.startswith(start) and start not in left:
            yield Fill(SHEET, address(row.number, FormColumn.VALUE.place), answer.value)
            texts = {
                FormColumn.NARRATIVE: answer.narrative,
                FormColumn.ZERO_REASON: answer.zero_reason,
                FormColumn.EVIDENCE: answer.evidence,
            }
            for column, text in texts.items():
                if text:
                    yield Fill(SHEET, address(row.number, column.place), text)
