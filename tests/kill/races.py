"""Four who write what a closing freezes, and one who closes: whether a figure changed after it was frozen.

Every closing has a plan of its own with a quarter that has ended. The writers work on a plan until they are told that
its period closed; then they go on with the next one. Afterwards what was frozen is compared with what is in force.
"""

import json
import random
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy.engine import Engine

from gdflow.domain.closing import Check, Closed
from gdflow.domain.errors import ConflictError
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.periods import PeriodKind, parse_period
from gdflow.domain.plan import PlanKind, PlanLine, PlanReading, TargetUnit
from gdflow.domain.reviews import ReviewMode
from gdflow.services.close_period import close_period
from gdflow.services.decide import undo, waive, why
from gdflow.services.evidence import add_link, take_back
from gdflow.services.import_plan import PlanFile, import_plan
from gdflow.services.report_line import LineAnswer, report_line
from gdflow.services.review import accept_all, set_mode
from gdflow.settings.model import Settings
from gdflow.settings.rules import rules_of
from gdflow.storage import annexes, closings, decisions, entities, events, plans, reviews, submissions
from gdflow.storage.engine import Session, make_engine, reading, writing
from gdflow.storage.migrations import migrate

if TYPE_CHECKING:
    from tests.kill.harness import Forks

RULES = rules_of(Settings(), 1)
NOW, Q1 = datetime(2023, 4, 5, 15, tzinfo=UTC), "2023-Q1"
"""The quarter has ended, and by its own dates it takes answers for days: nothing but the closing locks it."""
GIVEN = why("Coordinación", "Se decide cada vez.")
PATIENCE = 60
"""Seconds after which a writer no longer believes that its plan will be closed."""
BREATH = 0.01
TURNS = 12
"""Writes of corrections after which the reviewer comes; by then every line has a figure."""
WRITERS = ("figures", "corrections", "evidence", "decisions")
Job = Mapping[str, Any]


def write(job: Job) -> None:
    """Write in one plan after the other, each until its period has closed; note how often, and how it was refused."""
    engine, work = make_engine(job["url"]), WORK[job["writer"]]
    with Path(job["log"]).open("a", buffering=1, encoding="utf-8") as log:
        for plan_id in job["plans"]:
            with reading(engine) as session:
                plan, lines = plans.plan_by_id(session, plan_id), plans.lines_of(session, plan_id)
            done, refused = _until_refused(engine, work, plan, lines)
            log.write(json.dumps([plan_id, job["writer"], done, refused]) + "\n")


def close(job: Job) -> None:
    """Close one plan after the other, each after a moment in which the writers are at work on it."""
    engine, chance = make_engine(job["url"]), random.Random(job["seed"])
    for plan_id in job["plans"]:
        time.sleep(chance.uniform(0, job["longest"]))
        with writing(engine) as session:
            plan = plans.plan_by_id(session, plan_id)
            spite = dict.fromkeys(Check, "Se cierra ya.")
            close_period(session, RULES, plan, parse_period(Q1), by="Coordinación", in_spite=spite, now=NOW)


Write = Callable[[Session, PlanFacts, tuple[Line, ...], int], object]


def _until_refused(engine: Engine, work: Write, plan: PlanFacts, lines: tuple[Line, ...]) -> tuple[int, str]:
    """How many writes were taken, and the code of the refusal."""
    turn, patience = 0, time.monotonic() + PATIENCE
    while time.monotonic() < patience:
        try:
            with writing(engine) as session:
                work(session, plan, lines, turn)
        except ConflictError as error:
            if error.code not in {"period_closed", "closed_to_decisions"}:
                raise
            return turn, error.code
        turn += 1
        # a team takes a breath; without one, who waits on SQLite's lock may wait for ever
        time.sleep(random.uniform(0, BREATH))
    raise TimeoutError(plan.code)


def _figure(session: Session, line: Line, turn: int) -> None:
    """A figure of a team, another each time."""
    answer = LineAnswer(line.uid, str(turn + 1), f"Van {turn}")
    report_line(session, RULES, line.team_id or 0, Q1, answer, by="enlace", now=NOW)


def _figures(session: Session, _plan: PlanFacts, lines: tuple[Line, ...], turn: int) -> None:
    _figure(session, lines[turn % 2], turn)


def _corrections(session: Session, _plan: PlanFacts, lines: tuple[Line, ...], turn: int) -> None:
    """Lines are reported until a reviewer has accepted them; one is corrected all the time."""
    line = lines[2 + turn % 3]
    accepted = line.id in reviews.accepted_of_lines(session, [line.id], Q1)
    if accepted or turn % 2:
        _figure(session, lines[5], turn)
    elif turn < TURNS:
        _figure(session, line, turn)
    else:
        found = next(each for each in submissions.results_of_line(session, line.id) if each.period == Q1)
        accept_all(session, RULES, [found.id], by="Coordinación", now=NOW)


def _evidence(session: Session, _plan: PlanFacts, lines: tuple[Line, ...], turn: int) -> None:
    """A link is added, and an older one taken back."""
    known = annexes.annexes_of_line(session, lines[0].id, Q1)
    if len(known) > 2:
        take_back(session, known[0].id, by="enlace", now=NOW)
    else:
        link = f"https://entidad.example/{turn}"
        add_link(session, RULES, lines[0], Q1, link=link, dated_on=None, by="enlace", now=NOW)


def _decisions(session: Session, plan: PlanFacts, lines: tuple[Line, ...], _turn: int) -> None:
    """A line is excused, and owes again."""
    line = lines[6]
    waived = [each for each in decisions.standing_of_plan(session, plan.id) if each.line_id == line.id]
    if waived:
        undo(session, RULES, waived[0].id, "Coordinación", now=NOW)
    else:
        waive(session, RULES, plan, line, GIVEN, period=Q1, now=NOW)


WORK: Mapping[str, Write] = dict(zip(WRITERS, (_figures, _corrections, _evidence, _decisions), strict=True))


@dataclass(frozen=True)
class Verdict:
    """What came of a race. changed: closings of which something in force is not as it was frozen.

    written: writes that were taken while the periods were open. broken: the first bad event of the chain, if any.
    """

    closings: int
    changed: tuple[int, ...]
    written: int
    refused: int
    broken: int | None


@dataclass
class Race:
    """A database with a plan for each closing."""

    forks: "Forks"
    engine: Engine
    url: str
    folder: Path
    plan_ids: tuple[int, ...]

    def run(self, longest: float = 0.15) -> Verdict:
        """Let all of them run to their end. longest: seconds until a plan is closed."""
        log = str(self.folder / f"{self.engine.dialect.name}.log")
        job = {"url": self.url, "plans": self.plan_ids, "log": log, "failpoint": None}
        started = [self.forks.run(work="race", writer=writer, **job) for writer in WRITERS]
        started.append(self.forks.run(work="race-close", seed=1, longest=longest, **job))
        assert [self.forks.ended(each) for each in started] == [0] * len(started)
        lines = [json.loads(line) for line in Path(log).read_text("utf-8").splitlines()]
        with reading(self.engine) as session:
            changed = tuple(plan_id for plan_id in self.plan_ids if not _is_as_frozen(session, plan_id))
            known = closings.closings_of_entity(session, RULES.entity_id)
            broken = events.verify(session, RULES.entity_id)
        return Verdict(len(known), changed, sum(line[2] for line in lines), len(lines), broken)


def _is_as_frozen(session: Session, plan_id: int) -> bool:
    """Whether figures, versions, annexes, verdicts and decisions of the closed period are those of the snapshot."""
    (facts,) = closings.closings_of_plan(session, plan_id, Q1)
    closed = closings.closing_by_id(session, facts.id)
    return _frozen(closed) == _in_force(session, plan_id)


def _frozen(closed: Closed) -> tuple[object, ...]:
    rows = closed.snapshot.report.lines
    return (
        {row.line.id: row.cell.result for row in rows if row.cell.result},
        {each.result_id for each in closed.snapshot.versions},
        {each.id for each in closed.snapshot.annexes},
        {row.cell.result.id for row in rows if row.cell.result and row.cell.review == "accepted"},
        {each.id for each in closed.snapshot.decisions},
    )


def _in_force(session: Session, plan_id: int) -> tuple[object, ...]:
    results = {each.line_id: each for each in submissions.results_of_plan(session, plan_id) if each.period == Q1}
    every = {each.id for line_id in results for each in submissions.history_of_line(session, line_id)}
    accepted = {each.result_id for each in reviews.newest_of_plan(session, plan_id).values()}
    backed = {each.id for each in annexes.annexes_of_plan(session, plan_id, Q1)}
    return results, every, backed, accepted, {each.id for each in decisions.standing_of_plan(session, plan_id)}


@contextmanager
def race(folder: Path, forks: "Forks", url: str, closings: int) -> Iterator[Race]:
    """Plans of eight lines, each with a quarter to close."""
    engine = make_engine(url)
    migrate(engine)
    names = [f"P{number:04d}" for number in range(closings)]
    file = PlanFile("carrera.xlsx", repr(names).encode(), tuple(map(_plan, names)))
    with writing(engine) as session:
        entity_id = entities.ensure_entity(session, "entidad", "Entidad")
        assert entity_id == RULES.entity_id
        import_plan(session, RULES, file, now=NOW)
        known = plans.plans_of(session, entity_id)
        for plan in known:
            set_mode(session, RULES, plan, ReviewMode.COORDINATOR, by="Coordinación", now=NOW)
    yield Race(forks, engine, url, folder, tuple(plan.id for plan in known))
    engine.dispose()


def _plan(name: str) -> PlanReading:
    lines = tuple(_line(name, number) for number in range(8))
    kind, every = PlanKind.ACTION, PeriodKind.QUARTER
    return PlanReading("carrera.xlsx", name, kind, f"Plan {name}", every, lines, (), (), year=2023)


def _line(sheet: str, number: int) -> PlanLine:
    line = PlanLine(sheet, 8 + number, str(number + 1), f"Actividad {number} de {sheet}")
    window = {"start": date(2023, 1, 1), "due": date(2023, 12, 31)}
    target = {"target": Decimal(1_000_000), "target_unit": TargetUnit.COUNT}
    return replace(line, teams=(f"Equipo {number % 3}",), **window, **target)  # type: ignore[arg-type]  # a line's fields
