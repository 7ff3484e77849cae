"""Who answers: a cell is split into teams only where both sides begin like the name of an office or a post."""

import re
from collections.abc import Callable

from gdflow.collect.plan_reader.titles import plain, tidy

OFFICE = re.compile(
    r"(?:(?:la|las|el|los|al?|del?) )?(?:sub|vice)?(?:equipos?|areas?|oficinas?|secretari[ao]s?|direccion(?:es)?"
    r"|director(?:es|a)?|grupos?|departamentos?|unidad(?:es)?|gerencias?|gerentes?|despachos?"
    r"|coordinacion(?:es)?|coordinador(?:es|a)?|comites?|control interno|lider(?:es)?|profesional(?:es)?|jef[ea]s?"
    r"|jefatura|asesor(?:es|a|ia)?|procesos?|consejo|concejo|alcalde|alcaldia|gobernador|gobernacion|personeria"
    r"|contraloria|tesoreri[ao]|tesorero|almacenista|contador|r?rector(?:a|ia)?|presiden(?:te|cia)|ministerio|instituto"
    r"|facultad(?:es)?|decan[oa]s?|decanaturas?|division(?:es)?|delegaturas?|superintenden(?:te|cia)|ministr[oa]"
    r"|regional|seccional|centros? (?:zonal(?:es)?|de formacion)|procuraduria|procurador(?:a|es)?|defensoria"
    r"|agencia|supervisor|contratistas?|tecnico|auxiliar|todas las|todos los|enlaces?|delegad[oa]s?|inspeccion"
    r"|comisaria|dependencias?|mesa|funcionari[oa]s?)\b"
)
# what an office does: a team of its own behind a semicolon or a comma, but not behind "y" (Prensa y Comunicaciones)
WORK = re.compile(
    r"(?:planeacion|sistemas|juridica|almacen|archivo|prensa|comunicaciones|contabilidad|talento humano|hacienda"
    r"|tic|informatica|contratacion|presupuesto|gobierno|educacion|salud|financiera)\b"
)
# how a cell beside an activity may name an office without the word for one; alone it proves nothing
AREA = re.compile(
    rf"(?:{WORK.pattern}|(?:sub)?gestion (?!del?\b|para|ante)|bienestar|servicios administrativos|atencion al ciudadano"
    r"|servicio al ciudadano|participacion|ambiente|infraestructura|obras publicas|vivienda|cultura|deportes?|turismo"
    r"|desarrollo (?:social|economico|rural)|transito|movilidad|calidad|tesoreria|recursos (?:fisicos|humanos)|catastro"
    r"|gabinete|subgerencia|registro y control|investigacion|biblioteca|laboratorio|mantenimiento|cartera|nomina)"
    r"(?: \w+){0,4}$"
)
# a heading that is an office: "SECRETARÍA DE HACIENDA", but not the work "Inspección, vigilancia y control"
HEADED = re.compile(
    r"(?:(?:sub)?secretaria|oficina|(?:sub)?gerencia|despacho|jefatura|comisaria|tesoreria|personeria"
    r"|(?:(?:sub)?direccion|coordinacion|inspeccion|departamento)"
    r"(?= de\b| del\b| administrativ| tecnic| operativ| general))\b"
    r"(?! (?:publica|y|con|interinstitucional)\b)"
)
LABELLED = re.compile(
    r"(?:(?P<office>dependencia|(?:sub)?secretaria|oficina|despacho)|area|unidad|equipo|grupo)"
    r"(?: (?:o|y) (?:dependencia|area|oficina|secretaria))?(?: (?:responsable|lider|ejecutora?|encargad[oa]|a cargo))?"
)
RANK = re.compile(r"^(?:\d{1,2}|[IVX]{1,4})\s*[.)-]+\s*")
LONGEST_HEADING = 90
LONGEST_NAME = 60
HARD = re.compile(r"\s*(?:;|\n|\|)\s*")
SOFT = re.compile(r"\s+(?:y|e|y/o|con)\s+|\s*,\s*(?:y\s+)?|\s*/\s*", re.IGNORECASE)
LISTED = re.compile(r"\s*,\s*(?:y\s+)?|\s+y\s+")
DASH = re.compile(r"\s[-–—]\s+")
# the end of a line that a name goes on behind: "Oficina", "Secretaría de", "Oficina Asesora"
UNFINISHED = re.compile(r"\b(?:de|del|la|el|las|los|y|e|para|en)$")
HEAD_ALONE = re.compile(
    r"(?:sub|vice)?(?:area|oficina|secretaria|direccion|gerencia|grupo|equipo|unidad|departamento|jefe|lider"
    r"|coordinacion|coordinador|profesional|asesor|archivo|inspeccion|comisaria|comite|consejo)(?: asesora| tecnica)?"
)


def split_teams(
    cell: str, known: Callable[[str], str | None], alone: Callable[[str], bool] = lambda _: False
) -> tuple[str, ...]:
    """The teams that a cell names, in order.

    known: the directory's spelling of a name, or None. alone: whether a name fills a cell of the column by itself.
    """
    whole = tidy(cell)
    if not whole:
        return ()
    if spelled := known(whole):
        return (spelled,)
    if peers := _peers(whole, known):
        return tuple(dict.fromkeys(known(part) or part for part in peers))
    parts = [team for piece in _pieces(cell, alone) for team in _soft(tidy(piece), known)]
    if len(parts) > 1 and not all(_may_follow(part, ",", known) or alone(part) for part in parts):
        parts = _soft(whole, known)
    return tuple(dict.fromkeys(known(part) or part for part in parts if part))


def _peers(text: str, known: Callable[[str], str | None]) -> list[str]:
    """ "Planeación / TIC", "Planeación, TIC y Archivo", "Oficina Jurídica - Oficina de Prensa".

    A slash parts areas of work, commas a list of plain ones; a dash only two offices of a kind, for what stands behind
    any other is most often a part of the office before it.
    """
    listed = LISTED.split(text) if "," in text else []
    if listed and all(WORK.fullmatch(plain(part)) for part in listed):
        return listed
    slashed = [tidy(part) for part in text.split("/")]
    if len(slashed) > 1 and all(may_be_team(part) or known(part) for part in slashed):
        return slashed
    dashed = DASH.split(text)
    alike = len({plain(part).partition(" ")[0] for part in dashed}) == 1 and is_office(text)
    return dashed if len(dashed) > 1 and alike else []


def _pieces(cell: str, alone: Callable[[str], bool]) -> list[str]:
    """The cell cut where a line or a list ends; a name that goes on in the next line stays whole."""
    pieces: list[str] = []
    for piece in HARD.split(cell.strip()):
        if pieces and _goes_on(plain(pieces[-1]), piece) and not alone(piece):
            pieces[-1] += f" {piece}"
        else:
            pieces.append(piece)
    return pieces


def _goes_on(name: str, more: str) -> bool:
    return UNFINISHED.search(name) is not None or (HEAD_ALONE.fullmatch(name) is not None and not is_office(more))


def is_office(text: str) -> bool:
    """Whether a text begins like the name of an office, a team or a post."""
    return OFFICE.match(plain(text)) is not None


def office_in(heading: str) -> str | None:
    """The office that a heading is, or names behind its label: "Área: Gerencia"; None for a heading of the work."""
    text = RANK.sub("", tidy(heading))
    label, mark, value = (part.strip() for part in text.partition(":"))
    if not mark or len(heading) > LONGEST_HEADING:
        return text if not mark and len(text) <= LONGEST_HEADING and HEADED.match(plain(text)) else None
    labelled = LABELLED.fullmatch(plain(label))
    named = labelled and (is_office(value) or (labelled["office"] and value[:1].isupper() and ":" not in value))
    return value if named else None


def may_be_team(text: str) -> bool:
    """Whether a short text names an office, or an area of work as entities call their offices."""
    return len(text) <= LONGEST_NAME and text[:1].isupper() and (is_office(text) or AREA.match(plain(text)) is not None)


def _is_team(text: str, known: Callable[[str], str | None]) -> bool:
    return is_office(text) or known(text) is not None


def _may_follow(text: str, mark: str, known: Callable[[str], str | None]) -> bool:
    return _is_team(text, known) or (("," in mark or "/" in mark) and WORK.match(plain(text)) is not None)


def _soft(text: str, known: Callable[[str], str | None]) -> list[str]:
    """The text cut at each "y" or comma behind which a new office begins."""
    if known(text) or not _is_team(text, known):
        return [text]
    pieces: list[str] = []
    start = 0
    for mark in SOFT.finditer(text):
        if _may_follow(text[mark.end() :], mark[0], known):
            pieces.append(text[start : mark.start()])
            start = mark.end()
    return [*pieces, text[start:]]
