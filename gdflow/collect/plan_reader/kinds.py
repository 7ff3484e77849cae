"""What a document says of itself around its table: the plan's title, kind, entity, year, code, version, approval."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from gdflow.collect.plan_reader.columns import Column
from gdflow.collect.plan_reader.dates import FIRST_YEAR, LAST_YEAR, read_day
from gdflow.collect.plan_reader.numbers import is_blank_text
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.stretches import YEAR
from gdflow.collect.plan_reader.tables import Table, texts_of
from gdflow.collect.plan_reader.teams import office_in
from gdflow.collect.plan_reader.titles import near, plain, solid, tidy
from gdflow.collect.sheet import TEXT, VACANT, Row
from gdflow.domain.plan import PlanKind

TITLE = re.compile(
    r"\b(?:plan(?:es)? (?:de|del|operativo|indicativo|anual|anticorrupcion|institucional|estrategico|integral|accion"
    r"|mejoramiento)|programa de transparencia|paac|ptep|matriz de|tablero|hoja de vida|cuadro de mando|bateria de"
    r"|mapa de riesgos|seguimiento (?:a|al|del?)|cronograma de)"
)
ENTITY = re.compile(
    r"^(?:republica de colombia )?(?:alcaldia|gobernacion|concejo|municipio|departamento|ministerio|hospital|e s e|ese"
    r"|contraloria|personeria|universidad|instituto|institucion|agencia|corporacion|superintendencia|unidad"
    r"|secretaria|asamblea|empresa|fondo|camara|distrito|procuraduria|defensoria|registraduria|area metropolitana)\b"
)
KINDS: tuple[tuple[PlanKind, str], ...] = (
    (PlanKind.IMPROVEMENT, r"mejoramiento|planesdemejora|plandemejora|accionescorrectivas|hallazgo"),
    (PlanKind.TRANSPARENCY, r"anticorrupcion|paac|ptep|transparenciayetica|atencionalciudadano"),
    (PlanKind.INDICATIVE, r"planindicativo|cuatrienio|plandedesarrollo"),
    (PlanKind.INDICATOR_SHEET, r"hojadevida|ficha(?:tecnica|deindicador)|tablerode|bateriadeindicador|cuadrodemando"),
    (PlanKind.INDICATOR_SHEET, r"matrizdeindicador|indicadoresdegestion"),
)
# the year of a decree, a version or a date is not that of the plan
CITED = re.compile(
    r"\b(?:decretos?|ley(?:es)?|resoluci[oó]n(?:es)?|circular|acuerdos?|ordenanza|conpes|directiva|ntc|iso|norma|versi[oó]n"
    r"|contratos?|convenio)\b[^;:()–]{0,40}?(?:de|del|/|-|:)\s?20[0-4]\d",
    re.IGNORECASE,
)
FISCAL_YEAR = re.compile(
    r"\b(?:vigencia|a[nñ]o|per[ií]odo)s?(?:\s(?:fiscal|evaluad[oa]))?[\s:.-]*(20[0-4]\d)", re.IGNORECASE
)
TERM = re.compile(r"(?<!\d)20[0-4]\d\s*(?:[-–—/]|a|al)\s*20[0-4]\d(?!\d)", re.IGNORECASE)
LONGEST_OFFICE = 90
NIT = re.compile(r"\s*[-–,.]?\s*\bnit\b.*$", re.IGNORECASE | re.DOTALL)
LABELS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("policy", ("nombredelapolitica", "politica")),
    ("objective", ("objetivogeneral", "objetivodelplan", "objetivo")),
    ("code", ("codigo", "cod")),
    ("version", ("version",)),
    ("approved", ("fechadeaprobacion", "fechaaprobacion", "aprobadoel")),
    ("year", ("vigencia", "vigenciafiscal", "ano")),
    ("team", ("dependencia", "dependenciaresponsable", "secretaria", "secretariaresponsable", "oficina")),
    ("team", ("oficinaresponsable", "arearesponsable", "unidadresponsable", "areaodependencia", "responsable")),
    ("team", ("area", "procesoresponsable", "responsables", "responsabledelplan", "liderdelproceso")),
    ("entity", ("entidad", "nombredelaentidad", "sujetodecontrol")),
)


@dataclass(frozen=True, slots=True)
class About:
    """What the document says of the plan; None where it says nothing."""

    title: str | None = None
    kind: PlanKind = PlanKind.ACTION
    entity: str | None = None
    policy: str | None = None
    objective: str | None = None
    code: str | None = None
    version: str | None = None
    approved_on: date | None = None
    year: int | None = None
    team: str | None = None


def about(table: Table, columns: Sequence[Column], source: str) -> About:
    """What stands above and around a table about its plan."""
    texts = _texts(table)
    labels = _labels(table)
    title = _title(texts)
    named = NIT.sub("", labels["entity"]) if "entity" in labels else None
    entity = named or next((NIT.sub("", text) for text in texts if ENTITY.match(plain(text)) and text != title), None)
    return About(
        title=title,
        kind=_kind(title, table.sheet.name, columns, source),
        entity=entity,
        policy=labels.get("policy"),
        objective=labels.get("objective"),
        code=labels.get("code"),
        version=labels.get("version"),
        approved_on=read_day(labels["approved"], end=True).value if "approved" in labels else None,
        year=_year(labels.get("year"), title, columns, texts, (table.sheet.name, source)),
        team=_team(labels.get("team")) or _office_above(table),
    )


def title_of(table: Table) -> str | None:
    """The plan's title alone."""
    return _title(_texts(table))


def _title(texts: Sequence[str]) -> str | None:
    return next((text for text in texts if TITLE.search(plain(text)) and len(text) <= 250), None)


def year_of_days(days: Iterable[date | None]) -> int | None:
    """The year in which most of the dates lie."""
    counted = Counter(day.year for day in days if day and FIRST_YEAR <= day.year <= LAST_YEAR)
    return min(counted, key=lambda year: (-counted[year], year)) if counted else None


def _texts(table: Table) -> list[str]:
    rows = [tidy(cell.text) for row in table.above for cell in row.cells if cell.kind is TEXT]
    return [text for text in [*rows, *map(tidy, table.sheet.loose)] if text]


def _labels(table: Table) -> dict[str, str]:
    """Label and value, in one cell ("CODIGO: TI.PL04") or in two."""
    found: dict[str, str] = {}
    pairs = [pair for row in table.above for pair in _pairs(row)]
    pairs += [(label, value) for text in table.sheet.loose for label, value in [_parted(text)]]
    for label, value in pairs:
        name = _label_name(label) if value else None
        if name and name not in found:
            found[name] = tidy(value)
    return found


def _pairs(row: Row) -> list[tuple[str, str]]:
    texts = [tidy(cell.text) for cell in row.cells if cell.kind is not VACANT]
    inside = [_parted(text) for text in texts]
    beside = [(one.rstrip(": "), other) for one, other in pairwise(texts) if len(one) <= 40 and not _parted(one)[1]]
    return inside + beside


def _parted(text: str) -> tuple[str, str]:
    label, mark, value = text.partition(":")
    return (label, value.strip()) if mark and len(label) <= 40 else (text, "")


@lru_cache(maxsize=1024)
def _label_name(label: str) -> str | None:
    word = solid(label)
    for name, known in LABELS:
        if any(word == each or (len(each) > 9 and near(word, each, 2)) for each in known):
            return name
    return None


def _team(value: str | None) -> str | None:
    """The office that a label over the table names; what is itself a label, or long, is none."""
    known = value and ":" not in value and len(value) <= LONGEST_OFFICE and not is_blank_text(value)
    return value if known else None


def _office_above(table: Table) -> str | None:
    """An office alone in the row right above the titles."""
    texts = texts_of(table.above[-1]) if table.above else []
    return office_in(texts[0]) if len(texts) == 1 else None


def _kind(title: str | None, sheet: str, columns: Sequence[Column], source: str) -> PlanKind:
    for text in (title, sheet, source):
        words = solid(text) if text else ""
        for kind, pattern in KINDS:
            if re.search(pattern, words):
                return kind
    roles = {column.role for column in columns}
    if Role.FINDING in roles or Role.DESIGN in roles:
        return PlanKind.IMPROVEMENT
    if Role.INDICATOR in roles and Role.ACTIVITY not in roles:
        return PlanKind.INDICATOR_SHEET
    return PlanKind.ACTION


def _year(
    labelled: str | None, title: str | None, columns: Sequence[Column], texts: Sequence[str], names: Sequence[str]
) -> int | None:
    """The fiscal year: of the period titles, a label, the title, the lines above the table, the sheet, the file."""
    titled = Counter(column.year for column in columns if column.stretch and column.year)
    if titled and len(titled) == 1:
        return next(iter(titled))
    told = [text for text in (labelled, title, *texts, *names) if text and "fecha" not in text.lower()]
    term = any(TERM.search(text) for text in told) and any(_is_bare(column) for column in columns)
    goals = {column.year for column in columns if column.year}
    if term and len(goals) == 1:
        return next(iter(goals))
    for text in told:
        # "Plan 2023-2026": the quarters below it are those of a year that something else tells
        years = _years(TERM.sub("", text) if term else text)
        if years:
            return int(years[-1] if text == labelled else years[0])
    return None


def _is_bare(column: Column) -> bool:
    return column.stretch is not None and column.stretch.kind not in {"Y", "A"} and not column.year


def _years(text: str) -> list[str]:
    """The years that a text names as the plan's own."""
    if "20" not in text:
        return []
    return FISCAL_YEAR.findall(text) or YEAR.findall(CITED.sub("", text.replace("_", " ")))
