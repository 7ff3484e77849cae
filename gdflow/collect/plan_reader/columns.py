"""A column of a table and what its own title says of it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gdflow.collect.plan_reader.roles import Role, is_generic, is_ratio, role_of
from gdflow.collect.plan_reader.stretches import ORDINALS, Stretch, is_week, stretch_of, year_of
from gdflow.collect.plan_reader.tables import has_unit
from gdflow.collect.plan_reader.titles import plain, solid

FIGURES = frozenset({Role.RESULT, Role.PROGRAMMED, Role.TARGET, Role.NUMERATOR, Role.DENOMINATOR})
FORESEEN = frozenset({Role.PROGRAMMED, Role.WINDOW, Role.TARGET})
FOLLOWED = frozenset({Role.RESULT, Role.NOTE, Role.EVIDENCE})
DATED = frozenset({Role.WINDOW, Role.START, Role.DUE})
TOLD = frozenset({Role.NOTE, Role.EVIDENCE})
WEIGHED = FIGURES | {Role.WEIGHT}
# what is rated before anything is planned: the words of the national guide of risks
RATED = re.compile(
    r"riesgos?(?:inherente|residual)|(?:valoracion|evaluacion|analisis|calificacion|diseno|peso|solidez)(?:de|del)?(?:l?os)?"
    r"(?:riesgos?|controles|control)(?!interno)"
)
_FORESEEN = """p prog programado programada programados programadas planeado planeada planeadas pr prg esperado esperada
proyectado proyectada prevista previstas programacion"""
_DONE = """e ejec ejecutado ejecutada ejecutados ejecutadas ej eje real r realizado realizada realizadas logrado lograda
logradas alcanzado alcanzada alcanzadas cumplido cumplida cumplidas obtenido obtenida reportado ejecucion"""
PROGRAMMED_WORDS, EXECUTED_WORDS = frozenset(_FORESEEN.split()), frozenset(_DONE.split())
RATIO_PARTS = {"num": Role.NUMERATOR, "numer": Role.NUMERATOR, "den": Role.DENOMINATOR, "denom": Role.DENOMINATOR}
PLEDGED = frozenset({"compromiso", "compromisos"})  # what is to be reached, where a period stands above
MONEY = re.compile(r"presupuest|recurso|costo|inversion|apropia|comprometid|pagad|girad|financ|rubro|\$")
RATIO_LETTERS = {"N": Role.NUMERATOR, "D": Role.DENOMINATOR}
CARRIED_OUT = re.compile(r"(?:plan|periodo|tiempos?|terminos?|fechas?|cronograma|plazos?)?(?:para|de)?(?:la)?ejecucion")
PUT_OFF = re.compile(r"prorroga|reprograma|ampliacion|^nuev[oa]|modificad|aplazad")
QUANTITY = re.compile(r"cant(?:idad(?:es)?)?|magnitud")
STAGE_LETTERS = {"p": "P", "h": "H", "v": "V", "a": "A", "planear": "P", "hacer": "H", "verificar": "V", "actuar": "A"}


@dataclass(slots=True)
class Column:
    """A column while its role is being found out.

    stretch: the period that its title names; period: that period's key, set at the end. year: told by its title.
    mark: letter of the PHVA stage whose crosses stand here. ratio: its title speaks of a percentage.
    """

    index: int
    parts: tuple[str, ...]
    role: Role | None = None
    stretch: Stretch | None = None
    year: int | None = None
    ratio: bool = False
    mark: str | None = None
    period: str | None = None

    @property
    def title(self) -> str:
        """The title as printed, its rows joined."""
        return " ".join(self.parts)


def in_role(columns: Iterable[Column], role: Role) -> list[Column]:
    """The columns of one role, from left to right."""
    return [column for column in columns if column.role is role]


def is_money(column: Column) -> bool:
    """ "Avance financiero" beside "Avance físico": the narrowest part that speaks of only one of them decides."""
    for part in map(solid, reversed(column.parts)):
        money = MONEY.search(part) is not None
        if money != ("fisic" in part):
            return money
    return False


def by_role(columns: Iterable[Column]) -> defaultdict[Role | None, list[Column]]:
    """The columns of every role, from left to right."""
    found: defaultdict[Role | None, list[Column]] = defaultdict(list)
    for column in columns:
        found[column.role].append(column)
    return found


def puts_off(column: Column) -> bool:
    """Whether a column of deadlines holds those that were moved: "Fecha reprogramada", "Prórroga"."""
    return PUT_OFF.search(solid(column.title)) is not None


def with_period(columns: Iterable[Column]) -> list[Column]:
    """The columns whose title names a period."""
    return [column for column in columns if column.stretch]


def is_week_of_month(column: Column) -> bool:
    """Whether a column stands under a month's title and says no more than which of its weeks it is."""
    return column.stretch is not None and column.stretch.kind == "M" and is_week(column.parts[-1])


def titled(index: int, parts: tuple[str, ...]) -> Column:
    """A column with what its title says."""
    said = _said(parts)
    return Column(index, parts, said.role, said.stretch, said.year, said.ratio, said.mark)


@lru_cache(maxsize=4096)
def _said(parts: tuple[str, ...]) -> Column:
    """What a title says wherever it stands; plans of one form have the same titles."""
    column = Column(-1, parts, role_of_parts(parts), _stretch(parts), _year(parts), _is_ratio(parts))
    if _is_stage_mark(parts):
        column.role, column.mark, column.stretch = Role.STAGE, STAGE_LETTERS[solid(parts[-1])], None
    elif column.stretch:
        _sided(column)
    elif column.role in DATED and _is_looked_back(column.role, parts[:-1]):
        # "Fecha" under "Seguimiento" is the day somebody looked, not the line's own
        column.role = Role.OTHER
    elif column.role is Role.RESULT and any(role_of(part) in FORESEEN for part in parts[:-1]):
        # "Total" under "Programación" adds up what was foreseen, not what was done
        column.role = Role.OTHER
    elif column.role in WEIGHED and any(RATED.search(solid(part)) for part in parts):
        # "%" under "Riesgo inherente" is a likelihood, "Peso del control" no weight of the line
        column.role = Role.OTHER
    return column


def _is_ratio(parts: Sequence[str]) -> bool:
    """Whether the narrowest part that says more than a period speaks of a percentage: "% de avance" over "I Trim"."""
    for part in reversed(parts):
        if is_ratio(part):
            return True
        if not stretch_of(part) or role_of(part) or side_of((part,)):
            return False
    return False


def _is_looked_back(role: Role | None, above: Sequence[str]) -> bool:
    """Whether a day under such titles is one of looking back; "Inicio" under "Ejecución de las tareas" is none."""
    return any(
        role_of(part) in FOLLOWED and (role is Role.WINDOW or not CARRIED_OUT.match(solid(part))) for part in above
    )


def role_of_parts(parts: Sequence[str]) -> Role | None:
    """The role that the narrowest telling part of a title names."""
    for part in reversed(parts):
        role = None if is_generic(part) else role_of(part)
        if role is not None:
            return role
    return None


def _stretch(parts: Sequence[str]) -> Stretch | None:
    """The finest period that the parts name, from the column's own title upwards; "Trimestre" over "1" counts too."""
    found = [stretch for part in reversed(parts) if (stretch := stretch_of(part))]
    fine = [stretch for stretch in found if stretch.kind != "Y"]
    if len(fine) > 1 and fine[1].kind == "M" and is_week(parts[-1]):
        return fine[1]  # "Sem 1" under "Enero" is a week
    for at in range(1, len(parts)):
        rank = plain(parts[at])
        if not fine and has_unit(parts[at - 1]) and (rank in ORDINALS or rank.isdigit()):
            fine = [stretch for stretch in [stretch_of(f"{_unit_of(parts[at - 1])} {rank}")] if stretch]
    return fine[0] if fine else found[0] if found else None


def _unit_of(text: str) -> str:
    return next(word for word in plain(text).split() if has_unit(word))


def _year(parts: Sequence[str]) -> int | None:
    return next((year for part in reversed(parts) if (year := year_of(part))), None)


def _is_stage_mark(parts: Sequence[str]) -> bool:
    if len(parts) < 2 or solid(parts[-1]) not in STAGE_LETTERS:
        return False
    return any(role_of(part) is Role.STAGE for part in parts[:-1])


def _sided(column: Column) -> None:
    """Of a column with a period: programmed, executed, told in words, or not yet known (None)."""
    leaf = column.parts[-1]
    if (said := _told_at_once(leaf, column.parts)) is not None:
        column.role = said
        return
    own = None if is_generic(leaf) or side_of((leaf,)) else role_of(leaf)
    if own is Role.OTHER and "vigencia" in solid(column.parts[-1]):
        own = None
    if own is Role.ACCUMULATION:
        # "Acumulado I trim" holds figures; how they add up is told of a line, not of a period
        own = column.role = Role.RESULT
    if own is not None and own not in FIGURES | TOLD | {Role.WINDOW}:
        # "Presupuesto 2024", "Fecha T1": the title is about something else
        column.role, column.stretch = _beyond_periods(column), None
        return
    role = of_period(own, column.role, column.parts)
    if role is None and column.role is Role.OTHER and is_money(column):
        column.stretch = None
    else:
        column.role = role


def _told_at_once(leaf: str, parts: Sequence[str]) -> Role | None:
    """What the narrowest part of a title says by itself under a period."""
    if ratio := next((RATIO_PARTS[word] for word in plain(leaf).split() if word in RATIO_PARTS), None):
        return ratio
    if part := RATIO_LETTERS.get(leaf.strip(" .")):
        return part
    if (told := _told_of_follow_up(parts)) is not None:
        return told
    return Role.PROGRAMMED if len(parts) > 1 and solid(leaf) in PLEDGED else None


def _beyond_periods(column: Column) -> Role | None:
    """A title's role, but for a quarter's weight: what that weighs in the year is not what the line weighs."""
    weighs_part = column.role is Role.WEIGHT and column.stretch is not None and column.stretch.kind != "Y"
    return Role.OTHER if weighs_part else column.role


def _told_of_follow_up(parts: Sequence[str]) -> Role | None:
    """Under "Primer seguimiento", "Fecha" is the day somebody looked and "Descripción" what was seen."""
    if len(parts) < 2 or not any(role_of(part) is Role.RESULT for part in parts[:-1]):
        return None
    if role_of(parts[-1]) is Role.WINDOW and solid(parts[-1]).startswith("fecha"):
        return Role.OTHER
    return Role.NOTE if solid(parts[-1]).startswith("descripcion") and is_generic(parts[-1]) else None


def of_period(own: Role | None, role: Role | None, parts: Sequence[str]) -> Role | None:
    """The role of a period's column by its own word, its title's role and what the title's parts say of its side."""
    if role in TOLD | {Role.NUMERATOR, Role.DENOMINATOR}:
        return role
    if own in {Role.RESULT, None} and (side := side_of(parts)):
        # "Avance programado T1", "Seguimiento" over "P": the narrower word decides
        return side
    if own is Role.TARGET and QUANTITY.fullmatch(solid(parts[-1])) and role_of_parts(parts[:-1]) is Role.RESULT:
        return Role.RESULT  # "Cantidad" under "Avance a marzo" counts what was done
    return {Role.TARGET: Role.PROGRAMMED}.get(role, role) if role in FIGURES else None


def side_of(parts: Sequence[str]) -> Role | None:
    """Programmed or executed by the narrowest part that says only one of them."""
    for part in reversed(parts):
        words = plain(part).split()
        # a lone letter speaks only in a short title; elsewhere "e" is a conjunction
        said = {word for word in words if len(word) > 1 or len(words) <= 3}
        executed, programmed = bool(said & EXECUTED_WORDS), bool(said & PROGRAMMED_WORDS)
        if executed and role_of(part) is Role.WINDOW:
            continue  # "Tiempo de ejecución" says when, not how much was done
        if executed != programmed:
            return Role.RESULT if executed else Role.PROGRAMMED
    return None
