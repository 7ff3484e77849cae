"""The fixed cast of the mail tests: the teams of the Cartagena plan, a head, a coordinator, four owed lines."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from gdflow.domain.digest import Digest, DigestLine, Letterhead, NotTaken, Purpose, Receipt, TakenLine
from gdflow.domain.ladders import ReminderReason
from gdflow.domain.obligations import ObligationKind

BOGOTA = timezone(timedelta(hours=-5))
REPORT_BY, CLOSES_ON = date(2023, 7, 10), date(2023, 7, 14)
TEAM = "Equipo Gobierno Digital y áreas de gestión OAI"
OTHER_TEAM = "Equipo de Uso y Apropiación"
PLAN = "Plan de acción de la política Gobierno Digital 2023"
HEAD = Letterhead(
    "Alcaldía Distrital de Cartagena de Indias",
    "Gobierno Digital",
    "equipo@alcaldia.example",
    None,
    "envios+k7f3q2mx4d@alcaldia.example",
    "planeacion@alcaldia.example",
    "k7f3q2mx4d",
)
RESULT = DigestLine(
    plan=PLAN,
    row=16,
    number="2",
    label="2. Hacer seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital",
    item="1",
    period="2023-Q2",
    kind=ObligationKind.RESULT,
    due_on=REPORT_BY,
    closes_on=CLOSES_ON,
    reason=ReminderReason.DUE_SOON,
    team=TEAM,
    target_text="4 informes trimestrales",
    so_far_text="1 de 4",
)
RESULTS = (
    RESULT,
    replace(RESULT, row=17, number="3", label="Sensibilizar a las áreas de gestión", item="2", so_far_text="7 de 21"),
    replace(RESULT, row=23, number="7", label="Cronograma de arquitectura", item="5", so_far_text="0,3 de 10"),
    replace(RESULT, row=25, number="10", label="Planes de Mejoramiento", item="7", so_far_text="0 de 1"),
)
DEADLINE = replace(
    RESULT,
    row=24,
    number="9.",
    label="Hacer el reporte a FURAG",
    item="6",
    period=None,
    kind=ObligationKind.DEADLINE,
    due_on=date(2023, 4, 30),
    closes_on=None,
)
RECEIPT = Receipt(
    HEAD,
    "R-7K2M-QX4D-ZN5A",
    datetime(2023, 7, 10, 10, 32, tzinfo=BOGOTA),
    "Formulario T2 2023.xlsx",
    TEAM,
    (
        TakenLine("2", RESULT.label, "2023-Q2", "1 informe", "4 informes trimestrales"),
        TakenLine("3", RESULTS[1].label, "2023-Q2", "7"),
    ),
    (NotTaken("7. Cronograma de arquitectura", "celda F12", "«tres» no es un número; escriba la cantidad."),),
    pending=2,
    due_on=REPORT_BY,
)


def digest_of(*lines: DigestLine, purpose: Purpose = Purpose.DIGEST, form: bool = True) -> Digest:
    """A digest of these lines to their teams; with the forms that ask for all of them."""
    teams = tuple(dict.fromkeys(line.team for line in lines))
    return Digest(HEAD, purpose, teams, lines, forms=len(teams) if form else 0, forms_ask_all=form)


def escalation() -> Digest:
    """What the head of the team reads three business days after the due date."""
    late = (replace(line, reason=ReminderReason.ESCALATED, first_notice_on=date(2023, 7, 4)) for line in RESULTS)
    digest = digest_of(*late, purpose=Purpose.ESCALATION, form=False)
    return replace(digest, head=replace(HEAD, recipient="direccion@alcaldia.example", name="Dirección OAI"))
