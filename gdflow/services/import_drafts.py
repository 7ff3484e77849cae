"""A plan's file waits for a person: what they decide of it is kept, and nothing else is until they confirm it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.import_drafts import Choices, ImportDraft, ReadLine
from gdflow.domain.periods import PeriodKind
from gdflow.domain.rules import Rules
from gdflow.services.find import find_plan
from gdflow.services.import_plan import ImportedPlan, PlanFile, import_plan
from gdflow.services.import_preview import PlanPreview, Preview, decided_file, preview_import
from gdflow.services.teams import team_name
from gdflow.spanish.dates import long_date
from gdflow.storage import events, import_drafts, plans
from gdflow.storage.engine import Session


def keep(session: Session, rules: Rules, *, name: str, sha256: str, cut_off: date, by: str, now: datetime) -> int:
    """Let a file wait that was read and is in the object store; returns the draft's number."""
    return import_drafts.add_draft(session, rules.entity_id, name=name, sha256=sha256, cut_off=cut_off, by=by, at=now)


def find(session: Session, rules: Rules, number: int) -> ImportDraft:
    """The draft of a number, whether it waits or not. Raises NotFoundError("unknown_draft")."""
    found = import_drafts.draft_by_id(session, rules.entity_id, number)
    if found is None:
        raise NotFoundError("unknown_draft", found=number)
    return found


def waiting(session: Session, rules: Rules) -> tuple[ImportDraft, ...]:
    """The drafts that wait, newest first."""
    return import_drafts.waiting_drafts(session, rules.entity_id)


def set_reading(
    session: Session, rules: Rules, number: int, *, cut_off: date, every: PeriodKind | None, code: str | None
) -> None:
    """State up to when a file reports, how often, and which stored plan it is (None: as its name says).

    Raises ConflictError("draft_ended"), NotFoundError: unknown_draft, unknown_plan, no_plans.
    """
    draft = _to_decide(session, rules, number)
    known = find_plan(session, rules.entity_id, code).code if code else None
    import_drafts.note_choices(session, draft.id, cut_off=cut_off, every=every, code=known, choices=draft.choices)


def choose(session: Session, rules: Rules, number: int, chosen: Choices) -> None:
    """Decide about lines, beside what was decided before. Raises ConflictError("draft_ended"), NotFoundError."""
    draft = _to_decide(session, rules, number)
    dues, teams = {**draft.choices.dues, **chosen.dues}, {**draft.choices.teams, **chosen.teams}
    _note(session, draft, Choices(dues, teams))


def take_back(session: Session, rules: Rules, number: int, place: str) -> None:
    """Leave a line as its document has it. Raises ConflictError("draft_ended"), NotFoundError("unknown_draft")."""
    draft = _to_decide(session, rules, number)
    dues = {at: due for at, due in draft.choices.dues.items() if at != place}
    _note(session, draft, Choices(dues, {at: team for at, team in draft.choices.teams.items() if at != place}))


def due_of(lines: Iterable[ReadLine], place: str, due: date) -> Choices:
    """The due date of a line. Raises InputError("unknown_place")."""
    return Choices(dues={_known(lines, place).place: due})


def team_of_line(lines: Iterable[ReadLine], place: str, team: str) -> Choices:
    """The team of a line. Raises InputError: unknown_place, blank_team."""
    return Choices(teams={_known(lines, place).place: team_name(team)})


def proposed_dues(lines: Iterable[ReadLine]) -> Choices:
    """Every due date that is only proposed, as it is proposed."""
    asked = (line for line in lines if line.asks_due and not (line.due or line.known.due))
    return Choices(dues={line.place: line.proposed for line in asked if line.proposed is not None})


def first_teams(lines: Iterable[ReadLine]) -> Choices:
    """The first of the teams of every line that names several."""
    asked = (line for line in lines if line.asks_team and not (line.team or line.known.team) and line.line.teams)
    return Choices(teams={line.place: line.line.teams[0] for line in asked})


def team_for_the_rest(lines: Iterable[ReadLine], team: str) -> Choices:
    """A team for every line that has none. Raises InputError("blank_team")."""
    name = team_name(team)
    return Choices(teams={line.place: name for line in lines if line.is_alone})


def lay_aside(session: Session, rules: Rules, number: int, *, by: str, now: datetime) -> None:
    """Let a file wait no more, and take nothing of it. Raises ConflictError("draft_ended"), NotFoundError."""
    draft = _to_decide(session, rules, number)
    import_drafts.end_draft(session, draft.id, by=by, at=now, result=())


def confirm(
    session: Session, rules: Rules, number: int, file: PlanFile, *, seen: str, by: str, now: datetime
) -> tuple[ImportedPlan, ...]:
    """Import a draft's file as a person has decided it, exactly as they saw it.

    file: the draft's, as it was read. seen: of the preview that the person confirms.
    Raises ConflictError: draft_ended, draft_outdated; NotFoundError("unknown_draft"), and what the import raises.
    """
    draft = _to_decide(session, rules, number)
    shown = preview_import(session, rules, draft, file, today=rules.today(now))
    if shown.seen != seen:
        raise ConflictError("draft_outdated")
    decided = decided_file(shown, file, by)
    imported = import_plan(session, rules, decided, now=now, every=draft.every, cut_off=draft.cut_off, by=by)
    happened = [event for each in shown.plans for event in _decisions(session, rules, each)]
    events.append_all(session, rules.entity_id, happened, at=now, actor=by)
    result = [_became(each, before) for each, before in zip(imported, shown.plans, strict=True)]
    import_drafts.end_draft(session, draft.id, by=by, at=now, result=result)
    return imported


def lines_of(preview: Preview) -> tuple[ReadLine, ...]:
    """The lines of all plans of a file."""
    return tuple(line for plan in preview.plans for line in plan.read.lines)


def _to_decide(session: Session, rules: Rules, number: int) -> ImportDraft:
    draft = import_drafts.draft_by_id(session, rules.entity_id, number, held=True)
    if draft is None:
        raise NotFoundError("unknown_draft", found=number)
    if draft.ended_at is not None:
        raise ConflictError("draft_ended", on=long_date(rules.today(draft.ended_at)))
    return draft


def _note(session: Session, draft: ImportDraft, choices: Choices) -> None:
    import_drafts.note_choices(
        session, draft.id, cut_off=draft.cut_off, every=draft.every, code=draft.code, choices=choices
    )


def _known(lines: Iterable[ReadLine], place: str) -> ReadLine:
    for line in lines:
        if line.place == place:
            return line
    raise InputError("unknown_place")


def _decisions(session: Session, rules: Rules, shown: PlanPreview) -> Iterator[tuple[str, str, Mapping[str, object]]]:
    """What a person decided of a plan's lines, as events; a line is the same by its place."""
    plan = plans.plan_by_code(session, rules.entity_id, shown.code)
    if plan is None or not any(line.due or line.team for line in shown.read.lines):
        return
    teams: dict[int, list[str]] = {}
    for read, stored in zip(shown.read.lines, plans.lines_of(session, plan.id), strict=True):
        if read.due is not None:
            facts = {"line": stored.uid, "due": read.due.isoformat()}
            yield "due_confirmed", f"line:{stored.id}", facts
        if read.team is not None and stored.team_id is not None:
            teams.setdefault(stored.team_id, []).append(stored.uid)
    for team_id, uids in teams.items():
        yield "team_assigned", f"plan:{plan.id}", {"team": team_id, "lines": uids}


def _became(imported: ImportedPlan, shown: PlanPreview) -> dict[str, object]:
    return {
        "code": imported.code,
        "outcome": imported.outcome,
        "lines": imported.lines,
        "figures": imported.figures,
        "changed": len(shown.changed),
        "added": len(shown.added),
        "gone": len(shown.gone),
        "refused": [list(each) for each in imported.refused],
    }
