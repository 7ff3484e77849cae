"""Write the reports of closings from what they froze: whatever is missing of a closing's set, and nothing twice.

Each report is written outside of any transaction: its bytes are put into the object store first, then it is noted. A
run that is killed leaves at most bytes that nobody names; the next one goes on from there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from gdflow import failpoints
from gdflow.domain.closing import ClosingFacts
from gdflow.domain.errors import ConflictError, GdflowError, NotFoundError
from gdflow.domain.findings import Finding, FindingKind
from gdflow.domain.rules import Rules
from gdflow.report.closing_set import CLOSING_SET, ClosingReport, Material, Written
from gdflow.report.public_set import PUBLIC_SET
from gdflow.services.tell_coordinator import tell_at_once
from gdflow.services.written_files import lay_out, report_folder
from gdflow.spanish.messages import say
from gdflow.storage import closings, events, plans, reports
from gdflow.storage.engine import Session, Transaction
from gdflow.storage.objects import ObjectStore
from gdflow.storage.reports import WrittenReport

KIND = "report_written"


@dataclass(frozen=True, slots=True)
class NotWritten:
    """A report that could not be written, and why in a sentence."""

    closing: ClosingFacts
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class WrittenClosings:
    """What a round wrote. folders: where the reports of closings stand that were laid out anew."""

    new: int = 0
    folders: tuple[Path, ...] = ()
    failed: tuple[NotWritten, ...] = ()


def write_missing_reports(
    transaction: Transaction, rules: Rules, objects: ObjectStore, home: Path, *, now: datetime
) -> WrittenClosings:
    """Write what is missing of the reports of every closing, and lay their files out below home/reports.

    A report that cannot be written keeps no other: it is told, to the coordinator too, and tried again next time.
    """
    round_ = _Round(transaction, rules, objects, home, now)
    with transaction() as session:
        known = reports.reports_of_entity(session, rules.entity_id)
        closed = closings.closings_of_entity(session, rules.entity_id)
        sources = {plan.id: plan.source for plan in plans.plans_of(session, rules.entity_id)}
    for facts in reversed(closed):
        round_.complete(facts, sources[facts.plan_id], known.get(facts.id, ()))
    round_.tell()
    return WrittenClosings(round_.new, tuple(round_.folders), tuple(round_.failed))


def missing_reports(session: Session, rules: Rules) -> tuple[tuple[ClosingFacts, tuple[str, ...]], ...]:
    """The closings of which reports are missing, the newest first, and the titles of those."""
    known = reports.reports_of_entity(session, rules.entity_id)
    sources = {plan.id: plan.source for plan in plans.plans_of(session, rules.entity_id)}
    found = (
        (facts, _lacking(rules, facts, sources[facts.plan_id], known.get(facts.id, ())))
        for facts in closings.closings_of_entity(session, rules.entity_id)
    )
    return tuple((facts, tuple(each.title for each in lacking)) for facts, lacking in found if lacking)


@dataclass(slots=True)
class _Round:
    """A round through all closings, and what came of it."""

    transaction: Transaction
    rules: Rules
    objects: ObjectStore
    home: Path
    now: datetime
    new: int = 0
    folders: list[Path] = field(default_factory=list)
    failed: list[NotWritten] = field(default_factory=list)

    def complete(self, facts: ClosingFacts, source: str, known: Sequence[WrittenReport]) -> None:
        """Write what a closing lacks, and lay out what there is of it."""
        lacking, written = _lacking(self.rules, facts, source, known), list(known)
        if lacking:
            try:
                with self.transaction() as session:
                    material = material_of(session, self.objects, facts.id)
            except ConflictError as error:  # its snapshot is damaged: of it nothing is written
                self.failed.append(NotWritten(facts, "snapshot", say(error)))
                return
            written += [new for each in lacking if (new := self._write(facts, each, material)) is not None]
        folder = self.home.joinpath(*report_folder(facts))
        try:
            if lay_out(folder, facts, written, self.objects):
                self.folders.append(folder)
        except NotFoundError as error:  # somebody removed its bytes
            self.failed.append(NotWritten(facts, "folder", say(error)))

    def _write(self, facts: ClosingFacts, each: ClosingReport, material: Material) -> WrittenReport | None:
        try:
            made = each.write(material)
        except Exception as error:  # noqa: BLE001  whatever one writer meets, the other reports are still owed
            self.failed.append(NotWritten(facts, each.name, _sentence(error)))
            return None
        written = self._noted(facts, each, made)
        failpoints.reach("close.report")
        return written

    def _noted(self, facts: ClosingFacts, each: ClosingReport, made: Written) -> WrittenReport:
        """Keep the bytes, then note the report; two rounds at once note it once."""
        digest, told = self.objects.put(made.data), "\n".join(made.warnings) or None
        kind = made.media_type or each.media_type
        its = WrittenReport(facts.id, each.name, kind, digest, len(made.data), self.now, told)
        with self.transaction() as session:
            if reports.record_report(session, self.rules.entity_id, its):
                self.new += 1
                said = {"plan": facts.plan, "period": facts.period, "closing": facts.number}
                said |= {"report": each.name, "sha256": digest}
                subject = f"plan:{facts.plan_id}"
                events.append(session, self.rules.entity_id, KIND, subject, said, at=self.now, actor="gdflow")
        return its

    def tell(self) -> None:
        """Tell the coordinator what could not be written, each matter once."""
        found = {
            f"report:{each.closing.id}:{each.name}": Finding(
                FindingKind.REPORT_FAILED,
                f"{each.name}, cierre {each.closing.number} de {each.closing.period} de {each.closing.plan}",
                each.why,
            )
            for each in self.failed
        }
        with self.transaction() as session:
            tell_at_once(session, self.rules, found, now=self.now)


def material_of(session: Session, objects: ObjectStore, closing_id: int) -> Material:
    """What the reports of a closing are written from. Raises as `closing_by_id` does."""
    closed, text = closings.closing_by_id(session, closing_id), closings.snapshot_text(session, closing_id)
    return Material(closed, text, objects.get)


def _lacking(
    rules: Rules, facts: ClosingFacts, source: str, known: Sequence[WrittenReport]
) -> tuple[ClosingReport, ...]:
    """What a closing still owes of its set and, where its plan is published, of the editions for everybody."""
    names, public = {each.name for each in known}, rules.closing.public.covers(facts.plan)
    wanted = (*CLOSING_SET, *(PUBLIC_SET if public else ()))
    return tuple(each for each in wanted if each.name not in names and each.applies(source))


def _sentence(error: Exception) -> str:
    return say(error) if isinstance(error, GdflowError) else f"{type(error).__name__}: {error}"
