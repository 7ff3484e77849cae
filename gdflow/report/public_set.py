"""What of a closing's reports is handed out to everybody, and in which edition.

Some reports name the files of the evidence, and any may hold an e-mail address that a team typed: their public edition
is written by the same writer from the same figures without these. Where there is nothing to leave out, both editions
are the same bytes.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from gdflow.domain.canonical import encoded, restored
from gdflow.domain.closing import Check, Closed, Pending, Snapshot
from gdflow.domain.evidence import Evidence
from gdflow.report.closing_set import CLOSING_SET, ClosingReport, Material, Written
from gdflow.report.open_fields import ADDRESS, MASKED

FILE, LINK = "Archivo", "Enlace"
PUBLIC = "public_"
OPEN_DATA = "data"
"""The open data name nobody and no file: they are handed out as they were written."""
DATA_FOLDER, WHOLE_DATA = "datos/", "datos-abiertos.zip"
"""Where its tables are one by one, and all together."""


@dataclass(frozen=True, slots=True)
class Handed:
    """A report that is handed out. report: its name among those written; path: below its closing; title: its link."""

    report: str
    path: str
    title: str


HANDED = (
    Handed(f"{PUBLIC}report", "informe.pdf", "Informe de seguimiento"),
    Handed(f"{PUBLIC}page", "informe.html", "Informe de seguimiento en una sola página web"),
    Handed(f"{PUBLIC}minutes", "acta.pdf", "Acta de cierre"),
    Handed(f"{PUBLIC}workbook", "consolidado.xlsx", "Consolidado en libro de cálculo"),
    Handed(OPEN_DATA, WHOLE_DATA, "Datos abiertos: todas las tablas con su descripción"),
)
"""In the order in which people are offered them."""


def public_edition(closed: Closed) -> Closed:
    """The closing without e-mail addresses and without what its evidence is called or where it lies."""
    its, facts = closed.snapshot, closed.facts
    annexes, pending = tuple(map(_nameless, its.annexes)), tuple(map(_unlinked, its.pending))
    bare = replace(its, annexes=annexes, pending=pending)
    masked = restored(Snapshot, json.dumps(_masked(encoded(bare))).encode())
    return Closed(replace(facts, closed_by=_masked(facts.closed_by)), masked)


def _nameless(evidence: Evidence) -> Evidence:
    # the address of a linked file often ends with the file's name
    return replace(evidence, name=LINK if evidence.link else FILE, link=None)


def _unlinked(pending: Pending) -> Pending:
    return replace(pending, detail="") if pending.check is Check.EVIDENCE else pending


def _masked(value: Any) -> Any:
    """JSON's own kinds with every address in a text masked."""
    if isinstance(value, str):
        return ADDRESS.sub(MASKED, value) if "@" in value else value
    if isinstance(value, Mapping):
        return {name: _masked(each) for name, each in value.items()}
    return [_masked(each) for each in value] if isinstance(value, list) else value


def _edition(write: Callable[[Material], Written]) -> Callable[[Material], Written]:
    return lambda material: write(replace(material, closed=public_edition(material.closed)))


PUBLIC_SET: tuple[ClosingReport, ...] = tuple(
    replace(each, name=PUBLIC + each.name, title=f"{each.title} (edición pública)", write=_edition(each.write))
    for each in CLOSING_SET
    if PUBLIC + each.name in {handed.report for handed in HANDED}
)
"""The editions that a closing writes beside its set, where its plan is published."""
