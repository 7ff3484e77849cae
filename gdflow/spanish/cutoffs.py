"""What a report at a cut rests on, in sentences: which periods count, which do not, until when there are figures."""

from collections.abc import Mapping

from gdflow.domain.cutoffs import CutReport, Lies
from gdflow.domain.periods import parse_period
from gdflow.spanish.counts import listed
from gdflow.spanish.dates import long_date
from gdflow.spanish.periods import of_period, period_short

SENTENCES: Mapping[Lies, tuple[str, str]] = {
    Lies.WHOLE: (
        "{periods} está completo dentro del corte.",
        "{periods} están completos dentro del corte.",
    ),
    Lies.BEGINS_BEFORE: (
        "{periods} empezó antes del corte y terminó en él: cuenta entero.",
        "{periods} empezaron antes del corte y terminaron en él: cuentan enteros.",
    ),
    Lies.EARLIER: (
        "{periods} es de un año anterior: cuenta su valor, no su estado.",
        "{periods} son de un año anterior: cuentan sus valores, no sus estados.",
    ),
    Lies.ENDS_AFTER: (
        "{periods} termina después del corte: no cuenta.",
        "{periods} terminan después del corte: no cuentan.",
    ),
    Lies.WITHOUT_DATA: (
        "{periods} aún no tiene cifras: no cuenta.",
        "{periods} aún no tienen cifras: no cuentan.",
    ),
}


def cut_said(report: CutReport) -> tuple[str, ...]:
    """What the figures of a cut rest on; of a cut that ends inside a period, which data are in it."""
    own = parse_period(report.rests_on).kind
    return (
        f"Corte {of_period(report.cut)}, al {long_date(parse_period(report.cut).end)}. Plan de reporte {own.label}.",
        *(_parts(report, lies) for lies in SENTENCES if any(part.lies is lies for part in report.parts)),
        f"Hay cifras hasta el {long_date(report.data_until)}.",
    )


def _parts(report: CutReport, lies: Lies) -> str:
    periods = [period_short(part.period) for part in report.parts if part.lies is lies]
    one, many = SENTENCES[lies]
    return (one if len(periods) == 1 else many).format(periods=listed(periods))


def closing_said(period: str, number: int, sha256: str) -> str:
    """From which closing the figures were taken."""
    return f"Cifras del cierre n.º {number} {of_period(period)} (sha256 {sha256})."


def provisional_said(period: str) -> str:
    """That they were taken from no closing."""
    return f"Cifras provisionales: no hay cierre {of_period(period)}."
