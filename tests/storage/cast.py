"""A small plan that the storage tests know by heart, its teams, and short ways to fill a database with it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlmodel import Session

from gdflow.domain.notices import NoticeDraft
from gdflow.domain.obligations import Duty, ObligationKind, ObligationReason
from gdflow.domain.people import Audience, Role
from gdflow.domain.periods import PeriodKind, parse_period
from gdflow.domain.plan import ImportIssue, PdcaStage, PlanColumn, PlanKind, PlanLine, PlanReading, Severity, TargetUnit
from gdflow.domain.reminders import ReminderReason, StepDate
from gdflow.storage import entities, obligations, outbox, people, periods, plans, reminders

NOW = datetime(2023, 7, 24, 14, 0, tzinfo=UTC)
TODAY = date(2023, 7, 24)
DUE = date(2023, 7, 25)
CLOSES = date(2023, 8, 1)
SHA = "ab" * 32
GOBIERNO = "Equipo Gobierno Digital"
USO = "Equipo de Uso y Apropiación"


def reading(*lines: PlanLine, kind: PlanKind = PlanKind.ACTION) -> PlanReading:
    """A plan of quarters; without lines given, the three that the tests know."""
    issue = ImportIssue("Plan", 9, "G9", "shifted_row", Severity.WARNING, "25%", "0.25", "La fila estaba corrida.")
    return PlanReading(
        source="plan.xlsx",
        sheet="Plan",
        kind=kind,
        title="Plan de acción",
        period_kind=PeriodKind.QUARTER,
        lines=lines or known_lines(),
        teams=(),
        issues=(issue,),
        columns=(PlanColumn(0, "ACTIVIDAD", "activity"), PlanColumn(1, "T1", "result", "2023-Q1")),
        header_row=7,
        year=2023,
    )


def known_lines() -> tuple[PlanLine, ...]:
    """Two lines under one heading and one alone."""
    window: dict[str, Any] = {"start": date(2023, 1, 15), "due": date(2023, 12, 29)}
    return (
        PlanLine(
            "Plan", 8, "1.", "Publicar datos", "Conjuntos", path=("Gobierno", "Datos"), teams=(GOBIERNO,), **window
        ),
        PlanLine(
            *("Plan", 9, "1.", "Capacitar", "Talleres", "Personas"),
            **window,
            target=Decimal("0.25"),
            target_unit=TargetUnit.PERCENT,
            target_text="25%",
            programmed={"2023-Q1": Decimal("0.1")},
            teams=(USO, GOBIERNO),
            path=("Gobierno", "Talento"),
            stage=PdcaStage.DO,
            weight=Decimal("12.5"),
            texts={0: "Capacitar", 3: "Ñandú"},
            result_cells={"2023-Q1": "L9"},
        ),
        PlanLine("Plan", 11, None, None, "Informe final", proposed_due=date(2023, 12, 31)),
    )


def add_plan(session: Session, given: PlanReading | None = None, code: str = "plan") -> tuple[int, int]:
    """The ids of the entity and of a plan of it."""
    entity_id = entities.ensure_entity(session, "cartagena", "Alcaldía de Cartagena")
    teams = people.teams_named(session, entity_id, (GOBIERNO, USO))
    added = plans.add_plan(session, entity_id, code, given or reading(), sha256=SHA, at=NOW, teams=teams)
    return entity_id, added.plan.id


def add_contacts(session: Session, entity_id: int) -> None:
    """An address for each team."""
    for name, email in ((GOBIERNO, "gobierno@cartagena.example"), (USO, "uso@cartagena.example")):
        people.set_contacts(session, people.ensure_team(session, entity_id, name), [(email, None, Role.MEMBER)])


def duty(line_id: int, due_on: date = DUE, closes_on: date | None = CLOSES, period: str | None = "2023-Q2") -> Duty:
    """A result owed for the second quarter, or a deadline when there is no period."""
    if period is None:
        return Duty(line_id, ObligationKind.DEADLINE, None, due_on, None, ObligationReason.DUE_DATE)
    return Duty(line_id, ObligationKind.RESULT, period, due_on, closes_on, ObligationReason.IN_WINDOW)


def step(name: str = "-2", due_on: date = DUE, closes_on: date | None = CLOSES, on: date = TODAY) -> StepDate:
    """A step to the team for the second quarter's results."""
    kind = ObligationKind.RESULT if closes_on else ObligationKind.DEADLINE
    return StepDate(kind, due_on, closes_on, name, Audience.TEAM, ReminderReason.DUE_SOON, on)


def owe(session: Session) -> tuple[int, int, tuple[int, ...]]:
    """A plan whose first two lines owe the second quarter: the entity, the plan and the obligations."""
    entity_id, plan_id = add_plan(session)
    quarter = parse_period("2023-Q2")
    periods.open_period(session, entity_id, plan_id, quarter, report_by=DUE, closes_on=CLOSES, at=NOW)
    lines = plans.lines_of(session, plan_id)[:2]
    obligations.record_duties(session, entity_id, plan_id, [(duty(line.id), line.team_id) for line in lines])
    return entity_id, plan_id, tuple(found.id for found in obligations.obligations_of_plan(session, plan_id))


def claim(session: Session, entity_id: int) -> tuple[int, ...]:
    """The reminders of the step before the due date, claimed now."""
    obligations.claim_reminders(session, entity_id, [step()], on=TODAY, at=NOW)
    return tuple(reminder.id for reminder in reminders.unnoticed(session, entity_id))


def draft(entity_id: int, key: str = "k1", reminder_ids: Sequence[int] = (), at: datetime = NOW) -> NoticeDraft:
    """A digest to one address, ready to leave."""
    return NoticeDraft(
        entity_id=entity_id,
        key=key,
        day=TODAY,
        channel="email",
        purpose="digest",
        sender="planeacion@cartagena.example",
        address=f"{key}@cartagena.example",
        subject="Recordatorio",
        message_id=f"<gd.{key}@cartagena.example>",
        data=b"bytes",
        not_before=at,
        at=at,
        reminder_ids=tuple(reminder_ids),
    )


def queued(session: Session, key: str = "k1") -> tuple[int, int]:
    """An entity and a notice of it in the queue that carries two reminders."""
    entity_id, _, _ = owe(session)
    notice_id = outbox.enqueue(session, draft(entity_id, key, claim(session, entity_id)))
    return entity_id, notice_id or 0
