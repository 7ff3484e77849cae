"""The executive summary in sentences: what PDF, Word, page and mail say of a closing in the same words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gdflow.domain.flags import FlagCode
from gdflow.domain.forecast import BEHIND, Pace
from gdflow.domain.rollups import Rollup
from gdflow.domain.summary import Summary
from gdflow.spanish.counts import counted, listed
from gdflow.spanish.dates import long_date
from gdflow.spanish.numbers import percent
from gdflow.spanish.periods import of_period, period_label
from gdflow.spanish.rollups import weights_said

NAMED = 5


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, in the order in which people ask."""

    title: str
    sentences: tuple[str, ...]


def summary_sections(summary: Summary) -> tuple[Section, ...]:
    """The whole summary; a section of which there is nothing to say is left out."""
    parts = ((title, tuple(told(summary))) for title, told in SECTIONS)
    return tuple(Section(title, sentences) for title, sentences in parts if sentences)


def summary_sentences(summary: Summary) -> tuple[str, ...]:
    """The same without headings."""
    return tuple(sentence for section in summary_sections(summary) for sentence in section.sentences)


def headline(summary: Summary) -> str:
    """The one sentence for whoever reads only one."""
    lines, items = summary.by_lines.progress, summary.by_items.progress
    said = f"Al cierre {of_period(summary.period)}, con corte al {long_date(summary.period_end)}"
    if lines is None or items is None:
        return f"{said}, el avance del plan no se puede calcular: ninguna línea tiene meta."
    return f"{said}, el plan lleva un avance de {percent(lines)} por líneas y de {percent(items)} por ítems."


def _progress(summary: Summary) -> Iterator[str]:
    yield headline(summary)
    if summary.by_lines.weight is not None or summary.by_lines.note:
        yield weights_said(summary.by_lines)
    if summary.capped and summary.by_lines.uncapped is not None:
        what = counted(summary.capped, "línea pasa", "líneas pasan")
        how = "cuenta" if summary.capped == 1 else "cuentan"
        without = f"sin ese tope serían {percent(summary.by_lines.uncapped)} por líneas"
        yield f"{what} de 100\u00a0% y en los promedios {how} como 100\u00a0%; {without}."
    if summary.complete:
        yield f"{counted(summary.complete, 'línea ya había', 'líneas ya habían')} cumplido su meta antes del período."
    if summary.without_target:
        yield f"{counted(summary.without_target, 'línea no entra', 'líneas no entran')} en el avance: sin meta medible."


def _answers(summary: Summary) -> Iterator[str]:
    tally = summary.tally
    if not tally.owed:
        yield f"Ninguna línea debía reportar el {period_label(summary.period)}."
        return
    owed = counted(tally.owed, "línea debía", "líneas debían")
    answered = "reportó" if tally.answered == 1 else "reportaron"
    share = percent(summary.answered_share)
    yield f"{owed} reportar el período y {answered} {tally.answered} ({share})."
    if tally.zeros:
        yield f"De ellas, {counted(tally.zeros, 'reportó', 'reportaron')} 0, con su motivo."
    yield from _missing(summary)
    if summary.late:
        yield f"{counted(summary.late, 'reporte llegó', 'reportes llegaron')} después del plazo."
    if summary.unreviewed:
        yield f"{counted(summary.unreviewed, 'reporte está', 'reportes están')} por revisar."


def _missing(summary: Summary) -> Iterator[str]:
    results = sum(each.results for each in summary.missing)
    if not results:
        return
    teams = [f"{each.team} ({each.results})" for each in summary.missing[:NAMED]]
    rest = len(summary.missing) - len(teams)
    more = [counted(rest, "equipo más", "equipos más")] if rest else []
    verb = "Falta" if results == 1 else "Faltan"
    yield f"{verb} {counted(results, 'resultado', 'resultados')} hasta la fecha de corte: {listed(teams + more)}."


def _standing(summary: Summary) -> Iterator[str]:
    if any(each.lines for each in summary.bands):
        said = listed([f"{each.band.label} {each.lines}" for each in reversed(summary.bands)])
        unjudged = counted(summary.unjudged, "línea no se compara", "líneas no se comparan")
        rest = f"; {unjudged} con una meta del período" if summary.unjudged else ""
        yield f"Cumplimiento de la meta del período, por líneas: {said}{rest}."


def _teams(summary: Summary) -> Iterator[str]:
    if summary.best:
        yield f"Mayor avance: {_named(summary.best)}."
        yield f"Menor avance: {_named(summary.worst)}."


def _named(teams: Sequence[Rollup]) -> str:
    return listed([f"{team.group} ({percent(team.progress)})" for team in teams if team.progress is not None])


def _forecast(summary: Summary) -> Iterator[str]:
    behind = {
        pace: sum(lines for outlook, lines in found.items() if outlook in BEHIND)
        for pace, found in summary.outlooks.items()
    }
    if any(behind.values()):
        even, days = _short(behind[Pace.EVEN]), _short(behind[Pace.LINEAR])
        yield (
            f"Al ritmo que llevan, {even} con la meta repartida entre los períodos, y {days} si se cuenta por días "
            "calendario."
        )
    if summary.behind:
        yield f"Por los dos métodos {_short(len(summary.behind))}."


def _short(lines: int) -> str:
    return (
        counted(lines, "línea se queda corta", "líneas se quedan cortas") if lines else "ninguna línea se queda corta"
    )


def _flags(summary: Summary) -> Iterator[str]:
    if summary.flagged:
        said = [counted(lines, *FLAGGED[code]) for code, lines in summary.flagged.items()]
        yield f"Conviene revisar: {listed(said)}."


def _closing(summary: Summary) -> Iterator[str]:
    if summary.in_spite:
        said = [f"{each.check.label.lower()} ({each.count})" for each in summary.in_spite]
        yield f"El período se cerró por decisión registrada a pesar de pendientes: {listed(said)}."
    if summary.changes is not None:
        yield f"Es el cierre {summary.number} del período; desde el anterior {_changed(summary.changes)}."
    if summary.annexes:
        yield f"Las cifras tienen {counted(summary.annexes, 'anexo', 'anexos')} como evidencia."


def _changed(changes: int) -> str:
    if not changes:
        return "no cambió ningún dato"
    return f"{'cambió' if changes == 1 else 'cambiaron'} {counted(changes, 'dato', 'datos')}"


FLAGGED: Mapping[FlagCode, tuple[str, str]] = {
    FlagCode.OVER_ACHIEVEMENT: ("línea con sobrecumplimiento", "líneas con sobrecumplimiento"),
    FlagCode.ABOVE_TARGET: ("línea que quizás reportó el acumulado", "líneas que quizás reportaron el acumulado"),
    FlagCode.DECREASING: ("línea cuyo avance baja", "líneas cuyo avance baja"),
    FlagCode.FRACTION: ("línea con fracciones de un producto", "líneas con fracciones de un producto"),
    FlagCode.REPEATED_ZERO: ("línea con varios períodos en 0", "líneas con varios períodos en 0"),
}
SECTIONS: tuple[tuple[str, Callable[[Summary], Iterator[str]]], ...] = (
    ("Avance del plan", _progress),
    ("Reportes del período", _answers),
    ("Cumplimiento del período", _standing),
    ("Equipos", _teams),
    ("Pronóstico", _forecast),
    ("Para revisar", _flags),
    ("Cierre", _closing),
)
