"""What a plan's file would change if it were confirmed now, worked out by the rules of the import, without writing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from gdflow.domain.import_drafts import ImportDraft, ReadPlan, read_plan, settled
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.plan import ImportIssue, PlanLine, PlanReading
from gdflow.domain.renewal import Renewal, pair
from gdflow.domain.rules import Rules
from gdflow.domain.texts import folded
from gdflow.services.amended_reading import under_acts
from gdflow.services.closed_reading import under_closings
from gdflow.services.import_differences import ChangedLine, changed_line
from gdflow.services.import_plan import PlanFile, as_kept, plan_codes
from gdflow.services.teams import stated_addresses
from gdflow.spanish.imports import RESOLVED
from gdflow.storage import people, plans
from gdflow.storage.engine import Session


@dataclass(frozen=True, slots=True)
class PlanPreview:
    """A plan of a file beside what is stored of it. known: None for a new one. kept: how it would be kept.

    told: what is said beyond the reading: acts that the document passes over, figures of closed periods, roundings.
    silent: the teams that would answer and have no address. refused: addresses that cannot be used, with their team.
    """

    code: str
    known: PlanFacts | None
    read: ReadPlan
    kept: PlanReading
    renewal: Renewal | None
    changed: tuple[ChangedLine, ...]
    added: tuple[PlanLine, ...]
    gone: tuple[Line, ...]
    told: tuple[ImportIssue, ...]
    silent: tuple[str, ...]
    refused: tuple[tuple[str, str], ...]

    @property
    def outcome(self) -> str:
        """new, renewed or unchanged, as the import would say."""
        if self.known is None:
            return "new"
        return "renewed" if self.changed or self.added or self.gone else "unchanged"


@dataclass(frozen=True, slots=True)
class Preview:
    """All plans of a file. seen: stands for what a person sees; another one means that something changed meanwhile."""

    draft: ImportDraft
    plans: tuple[PlanPreview, ...]
    seen: str


def preview_import(session: Session, rules: Rules, draft: ImportDraft, file: PlanFile, *, today: date) -> Preview:
    """What a draft would do. file: the draft's, as it was read."""
    reached = {folded(team.name) for team in people.teams_of(session, rules.entity_id) if team.contacts}
    codes = plan_codes(replace(file, code=draft.code))
    around = _Around(rules, draft, today, frozenset(reached))
    found = tuple(
        _plan(session, around, number, *each) for number, each in enumerate(zip(file.readings, codes, strict=True))
    )
    return Preview(draft, found, _seen(draft, found))


def decided_file(preview: Preview, file: PlanFile, by: str) -> PlanFile:
    """The file as a person has decided it, as it is imported."""
    readings = tuple(settled(each.read, RESOLVED.format(by=by)) for each in preview.plans)
    return replace(file, readings=readings, code=preview.draft.code)


@dataclass(frozen=True, slots=True)
class _Around:
    """What is the same for all plans of a file. reached: folded names of the teams that have an address."""

    rules: Rules
    draft: ImportDraft
    today: date
    reached: frozenset[str]


def _plan(session: Session, around: _Around, number: int, reading: PlanReading, code: str) -> PlanPreview:
    draft = around.draft
    known = plans.plan_by_code(session, around.rules.entity_id, code)
    lines = plans.lines_of(session, known.id) if known else ()
    by_id = {line.id: line for line in lines}
    read = read_plan(number, reading, draft.choices, _stored(pair(lines, reading.lines), by_id))
    decided = settled(read, RESOLVED.format(by=draft.created_by))
    kept = as_kept(decided, draft.every, known, draft.cut_off)
    renewal = None
    if known is not None:
        kept, renewal = under_acts(session, known.id, lines, kept)
        kept = under_closings(session, known, lines, kept, renewal, around.today)
    stated, refused = stated_addresses(kept.teams)
    return PlanPreview(
        code=code,
        known=known,
        read=read,
        kept=kept,
        renewal=renewal,
        changed=_changed(renewal, by_id, kept),
        added=tuple(kept.lines[at] for at in renewal.added) if renewal else kept.lines,
        gone=tuple(by_id[line_id] for line_id in renewal.gone) if renewal else (),
        told=kept.issues[len(read.reading.issues) :],
        silent=_silent(kept, around.reached | {folded(name) for name in stated}),
        refused=refused,
    )


def _stored(renewal: Renewal, by_id: Mapping[int, Line]) -> dict[int, Line]:
    """The stored lines by the place of the line that they come again as."""
    pairs = (*renewal.kept, *((change.line_id, change.index) for change in renewal.changed))
    return {index: by_id[line_id] for line_id, index in pairs}


def _changed(renewal: Renewal | None, stored: Mapping[int, Line], kept: PlanReading) -> tuple[ChangedLine, ...]:
    changes = renewal.changed if renewal else ()
    return tuple(changed_line(stored[each.line_id], kept.lines[each.index], each) for each in changes)


def _silent(kept: PlanReading, reached: Collection[str]) -> tuple[str, ...]:
    answering = dict.fromkeys(line.teams[0] for line in kept.lines if line.teams)
    return tuple(name for name in answering if folded(name) not in reached)


def _seen(draft: ImportDraft, found: tuple[PlanPreview, ...]) -> str:
    """Everything on which a person's word rests: the choices, the stored plans, and how the two pair."""
    choices = (sorted(draft.choices.dues.items()), sorted(draft.choices.teams.items()))
    its = [(each.code, each.known, each.renewal, each.told, each.changed, each.gone) for each in found]
    said = (draft.cut_off, draft.every, draft.code, choices, its)
    return sha256(repr(said).encode()).hexdigest()
