"""What is odd about a line's figures, in one sentence each."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from gdflow.domain.accumulation import SUMMED
from gdflow.domain.flags import Flag, FlagCode
from gdflow.spanish.amounts import amount
from gdflow.spanish.counts import counted
from gdflow.spanish.numbers import percent
from gdflow.spanish.periods import period_short


def flag_text(flag: Flag) -> str:
    """The sentence of a flag."""
    return SENTENCES[flag.code](flag)


def _over(flag: Flag) -> str:
    share = percent(flag.share or Fraction(0))
    reached = f"Lleva {_of(flag, flag.value)} de una meta de {_of(flag, flag.against)} ({share})"
    return f"{reached}; en los promedios cuenta como 100\u00a0%."


def _above_target(flag: Flag) -> str:
    said = f"En {_last(flag)} reportó {_of(flag, flag.value)}"
    if flag.against is not None and flag.value > flag.against:
        return f"{said}, más que la meta de toda la línea ({_of(flag, flag.against)}): ¿escribió el acumulado?"
    total = flag.value + (flag.before or 0)
    return (
        f"{said}; con lo anterior ({_of(flag, flag.before)}) suma {_of(flag, total)} y la meta es "
        f"{_of(flag, flag.against)}: ¿escribió el acumulado?"
    )


def _decreasing(flag: Flag) -> str:
    what = "El acumulado" if flag.line.accumulation in SUMMED else "El dato reportado"
    before = f"{_of(flag, flag.against)} en {period_short(flag.periods[0])}"
    return f"{what} pasó de {before} a {_of(flag, flag.value)} en {_last(flag)}: el avance retrocede."


def _fraction(flag: Flag) -> str:
    said = f"En {_last(flag)} reportó {_of(flag, flag.value)} de algo que se cuenta por unidades enteras"
    rest = f", y otra fracción en {counted(len(flag.periods) - 1, 'período anterior', 'períodos anteriores')}"
    return said + (rest if len(flag.periods) > 1 else "") + "."


def _repeated_zero(flag: Flag) -> str:
    return f"Reportó 0 en {len(flag.periods)} períodos seguidos, desde {period_short(flag.periods[0])}."


def _of(flag: Flag, value: Fraction | None) -> str:
    return amount(flag.line, value or Fraction(0))


def _last(flag: Flag) -> str:
    return period_short(flag.periods[-1])


SENTENCES: Mapping[FlagCode, Callable[[Flag], str]] = {
    FlagCode.OVER_ACHIEVEMENT: _over,
    FlagCode.ABOVE_TARGET: _above_target,
    FlagCode.DECREASING: _decreasing,
    FlagCode.FRACTION: _fraction,
    FlagCode.REPEATED_ZERO: _repeated_zero,
}
