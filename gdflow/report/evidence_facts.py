"""What stands behind a closing's figures: its annexes with their place in the pack, and the figures without any."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from gdflow.domain.closing import Snapshot
from gdflow.domain.consolidated import ConsolidatedLine
from gdflow.domain.evidence import Evidence, file_name
from gdflow.domain.groups import NO_ITEM, item_of
from gdflow.domain.labels import LabelledEnum
from gdflow.domain.lines import Result
from gdflow.domain.periods import parse_period
from gdflow.domain.texts import folded

LONGEST_FOLDER = 48
NO_LINE = "sin-linea"


class AnnexState(LabelledEnum):
    """What became of an annex on its way into the pack, or of a link when it was last asked."""

    INCLUDED = "included", "Incluido"
    ABSENT = "absent", "Falta: sus bytes no están en el almacén"
    ALTERED = "altered", "Alterado: su huella no es la del cierre"
    ALIVE = "alive", "Enlace: respondía"
    DEAD = "dead", "Enlace: no respondía"
    UNASKED = "unasked", "Enlace: sin comprobar"


PACKED = frozenset({AnnexState.INCLUDED, AnnexState.ALTERED})
LINK_STATES: Mapping[bool | None, AnnexState] = {
    True: AnnexState.ALIVE,
    False: AnnexState.DEAD,
    None: AnnexState.UNASKED,
}


@dataclass(frozen=True, slots=True)
class Annex:
    """Evidence with its line; None for one that left the plan. path: where its file stands in the pack."""

    evidence: Evidence
    line: ConsolidatedLine | None
    path: str | None
    state: AnnexState


@dataclass(frozen=True, slots=True)
class Unbacked:
    """A figure above zero that no annex backs."""

    line: ConsolidatedLine
    result: Result


def annexes_of(snapshot: Snapshot) -> tuple[Annex, ...]:
    """Every annex of the closing, by line in the plan's order, by period and number; files as if all were there."""
    lines = {each.line.id: each for each in snapshot.report.lines}
    places = {line_id: at for at, line_id in enumerate(lines)}
    ordered = sorted(
        snapshot.annexes,
        key=lambda each: (places.get(each.line_id, len(places)), parse_period(each.period), each.annex),
    )
    return tuple(_annex(each, lines.get(each.line_id)) for each in ordered)


def without_annex(snapshot: Snapshot) -> tuple[Unbacked, ...]:
    """The reported figures other than zero, up to the cut, that neither a file nor a link backs."""
    backed = {(each.line_id, each.period) for each in snapshot.annexes}
    return tuple(
        Unbacked(line, cell.result)
        for line in snapshot.report.lines
        for cell in line.figures
        if cell.result is not None and cell.result.value and (line.line.id, cell.period) not in backed
    )


def _annex(evidence: Evidence, line: ConsolidatedLine | None) -> Annex:
    if evidence.sha256 is None:
        return Annex(evidence, line, None, LINK_STATES[evidence.alive])
    name = file_name(evidence, line.line.row if line else 0)
    # ".." in a stretch of the entity's own would make careful programs refuse the pack
    folder = f"{_item(line)}/{evidence.period.replace('..', '_a_')}"
    return Annex(evidence, line, f"{folder}/{name}", AnnexState.INCLUDED)


def _item(line: ConsolidatedLine | None) -> str:
    """The folder of a line's item, of signs that every system takes."""
    if line is None:
        return NO_LINE
    name = item_of(line)
    words = re.sub(r"[^a-z0-9]+", "-", folded(name)).strip("-")
    if len(words) > LONGEST_FOLDER:
        words = words[:LONGEST_FOLDER].rpartition("-")[0] or words[:LONGEST_FOLDER]
    return words if name == NO_ITEM else f"item-{words or 'sin-nombre'}"
