"""Write reports of a closing again into a folder, from what it froze: they are the same as those written first."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from tempfile import mkstemp

from gdflow.domain.closing import ClosingFacts
from gdflow.domain.errors import ConflictError, InputError
from gdflow.report.closing_set import CLOSING_SET, EVIDENCE, EVIDENCE_TITLE, ClosingReport, Material
from gdflow.report.evidence_facts import AnnexState
from gdflow.report.evidence_pack import PackAccount, write_evidence_pack
from gdflow.services.whole_file import put_whole
from gdflow.services.write_closing import material_of
from gdflow.spanish.closing import PACK_LACKS
from gdflow.storage import closings, reports
from gdflow.storage.engine import Transaction
from gdflow.storage.evidence_store import EvidenceStore
from gdflow.storage.objects import ObjectStore

LACKING = AnnexState.ABSENT, AnnexState.ALTERED
READABLE = 0o644


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A report written again. same: as the one that was written first, None where none was. warnings: what to check."""

    name: str
    path: Path
    sha256: str
    same: bool | None
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Packed:
    """An evidence pack that was written, and what it holds."""

    facts: ClosingFacts
    path: Path
    size: int
    sha256: str
    account: PackAccount


def write_again(
    transaction: Transaction,
    objects: ObjectStore,
    closing_id: int,
    folder: Path,
    names: Sequence[str] = (),
) -> tuple[LaidOut, ...]:
    """Write reports of a closing into a folder, all of its set without names.

    Raises NotFoundError("unknown_closing"), ConflictError("snapshot_damaged"), and InputError: unknown_report_format,
    report_not_of_plan.
    """
    with transaction() as session:
        material = material_of(session, objects, closing_id)
        kept = {each.name: each.sha256 for each in reports.reports_of_closing(session, closing_id)}
    wanted = _wanted(material, names)
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(_write(each, material, folder, kept.get(each.name)) for each in wanted)


def write_pack(transaction: Transaction, evidence: EvidenceStore, closing_id: int, folder: Path) -> LaidOut:
    """Write the pack of all annexes of a closing into a folder under its own name. Raises as `write_pack_file` does."""
    with transaction() as session:
        facts = closings.closing_by_id(session, closing_id).facts
    path = folder / f"{EVIDENCE_TITLE} {facts.plan} {facts.period} cierre-{facts.number}.zip"
    packed = write_pack_file(transaction, evidence, closing_id, path)
    return LaidOut(EVIDENCE, path, packed.sha256, None, _lacks(packed.account))


def write_pack_file(transaction: Transaction, evidence: EvidenceStore, closing_id: int, path: Path) -> Packed:
    """Write the pack of all annexes of a closing as a file, in constant memory.

    Whoever looks meanwhile sees the file of before or the new one. Raises as `closing_by_id` does, and
    ConflictError("pack_not_a_file") for a folder.
    """
    if path.is_dir():
        raise ConflictError("pack_not_a_file", file=str(path))
    with transaction() as session:
        closed = closings.closing_by_id(session, closing_id)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = mkstemp(dir=path.parent, prefix=f".{path.name}")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            account = write_evidence_pack(closed, evidence.open, out)
        part.chmod(READABLE)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)  # half a pack is nobody's
    with path.open("rb") as made:
        digest = file_digest(made, "sha256").hexdigest()
    return Packed(closed.facts, path, path.stat().st_size, digest, account)


def packed_json(packed: Packed) -> dict[str, object]:
    """A pack as JSON: how its annexes stand, which are missing or altered, how many figures nothing backs."""
    annexes, facts = packed.account.annexes, packed.facts
    return {
        "plan": facts.plan,
        "period": facts.period,
        "closing": facts.number,
        "file": str(packed.path),
        "sha256": packed.sha256,
        "size": packed.size,
        "annexes": {state.value: packed.account.count(state) for state in AnnexState},
        "missing": [
            {
                "annex": each.evidence.annex,
                "period": each.evidence.period,
                "row": each.line.line.row if each.line else None,
                "name": each.evidence.name,
                "sha256": each.evidence.sha256,
                "state": each.state.value,
            }
            for each in annexes
            if each.state in LACKING
        ],
        "without_evidence": packed.account.without,
    }


def _wanted(material: Material, names: Sequence[str]) -> list[ClosingReport]:
    known, source = {each.name: each for each in CLOSING_SET}, material.closed.snapshot.report.plan.source
    if unknown := sorted(set(names) - known.keys()):
        raise InputError("unknown_report_format", found=", ".join(unknown), known=", ".join((*known, EVIDENCE)))
    if alien := [name for name in names if not known[name].applies(source)]:
        raise InputError("report_not_of_plan", found=alien[0], plan=material.closed.facts.plan, source=source)
    return [each for each in CLOSING_SET if each.applies(source) and (not names or each.name in names)]


def _write(each: ClosingReport, material: Material, folder: Path, kept: str | None) -> LaidOut:
    made = each.write(material)
    path = folder / each.file_name(material.closed.facts, made.media_type)
    put_whole(path, made.data)
    digest = sha256(made.data).hexdigest()
    return LaidOut(each.name, path, digest, None if kept is None else kept == digest, made.warnings)


def _lacks(account: PackAccount) -> tuple[str, ...]:
    counts = [(state, account.count(state)) for state in LACKING]
    return tuple(PACK_LACKS.format(count=count, state=state.label) for state, count in counts if count)
