"""What looks like something else: lines that begin like notes, dates that are no deadlines."""

from pathlib import Path

from tests.corpus.builders import Truth, case, issue, line, plan, truth
from tests.corpus.plain import write_text
from tests.corpus.word import write_word


@case
def lines_that_begin_like_notes(folder: Path) -> Truth:
    """A culture office's figures without teams or dates, whose lines begin like signatures, notes and page heads."""
    rows = [
        ["Firma de convenios interadministrativos", "4", "1", "1"],
        ["Notas de prensa publicadas", "12"],
        ["Fuentes patrimoniales documentadas", "3", "1", "1"],
        ["Publicar en la página 1 boletín mensual", "12", "3", "3"],
        ["Revisión y ajuste del manual", "1", "0", "1"],
        ["Instrucciones de archivo divulgadas", "2", "1", ""],
        ["Total de eventos realizados", "20", "5", "6"],
    ]
    head = ["Actividad", "Meta", "Trim I", "Trim II"]
    lines_of = [
        "PLAN DE ACCIÓN 2025 SECRETARÍA DE CULTURA",
        head,
        *rows,
        "Fuente: registros de la Secretaría",
        "Firma: ____",
    ]
    write_text(folder / "lines_that_begin_like_notes.txt", lines_of)
    lines = [line(at, activity=row[0], target=row[1]) for at, row in enumerate(rows, start=3)]
    lines[0]["results"] = {"2025-Q1": "1", "2025-Q2": "1"}
    lines[1]["results"] = {}
    return truth("lines_that_begin_like_notes.txt", "2025-07-10", [plan(lines, period_kind="quarter")])


@case
def dates_that_are_no_deadlines(folder: Path) -> Truth:
    """Commitments full of dates: of resolutions, of what was received, of a beginning; and lists of several ends."""
    texts = [
        "Socializar la Resolución 045 de fecha 15/01/2024 con los servidores",
        "Dar cumplimiento al fallo del 12 de marzo de 2024 y al Decreto 1081 de 2015",
        "Entregar informe a 31 de julio de 2025 y a 31 de enero de 2026",
        "Las PQRS recibidas entre el 01/01/2024 y el 31/12/2024 serán depuradas. Fecha: 30/09/2025",
        "Depurar las PQRS recibidas entre el 01/01/2024 y el 31/12/2024",
        "Fecha de inicio: 01/02/2025. Fecha de terminación: 30/06/2025. Capacitar a los enlaces",
        "Revisar las historias laborales. Plazo: 01/02/25 a 30/11/25",
        "Ejecutar el programa de bienestar en las vigencias 2025-2027",
        "Ajustar el manual. Plazo: treinta (30) de junio de dos mil veinticinco (2025)",
        "Conciliar la cartera. Plazo: seis (6) meses contados desde el 01/03/2025",
        "Publicar el inventario a más tardar el 31 de octubre de 2.025",
    ]
    rows = [["Hallazgo", "Acción de mejora", "Responsable"]]
    rows += [[f"Hallazgo {at}", text, "Archivo Central"] for at, text in enumerate(texts, start=1)]
    write_word(folder / "dates_that_are_no_deadlines.docx", ["PLAN DE MEJORAMIENTO 2025", rows])
    lines = [line(at, due=None) for at in range(2, 13)]
    lines[2] |= {"start": None, "due": ["2025-07-31", "2026-01-31"]}
    lines[3] |= {"start": None, "due": "2025-09-30"}
    lines[5] |= {"start": "2025-02-01", "due": "2025-06-30"}
    lines[6] |= {"start": "2025-02-01", "due": "2025-11-30"}
    lines[8] |= {"due": "2025-06-30"}
    lines[10] |= {"due": "2025-10-31"}
    issues = [issue("proposed_deadline", row) for row in (2, 3, 6, 9)]
    issues += [issue("several_deadlines", row) for row in (4, 5)] + [issue("missing_deadline", 11)]
    plans = [plan(lines, kind="improvement_plan")]
    return truth("dates_that_are_no_deadlines.docx", "2025-03-01", plans, issues)


@case
def due_cells_that_say_two_dates(folder: Path) -> Truth:
    """A column of deadlines with two dates, a prolonged one, a year typed with five digits and one with a point."""
    cells = ["30/06/2025 y 15/12/2025", "30 de junio de 2025 (prorrogado al 30 de septiembre de 2025)", "30/06/20255"]
    cells += ["30 DE JUNIO DE 2.025", "Marzo, junio, septiembre y diciembre de 2025", "Feb 28/2025"]
    rows = [["No", "Actividad", "Responsable", "Fecha de terminación"]]
    rows += [
        [str(at), f"Actualizar el procedimiento {at}", "Planeación", cell] for at, cell in enumerate(cells, start=1)
    ]
    write_word(folder / "due_cells_that_say_two_dates.docx", ["PLAN DE ACCIÓN 2025", rows])
    dues = ["2025-12-15", "2025-09-30", None, "2025-06-30", "2025-12-31", "2025-02-28"]
    lines = [line(at, start=None, due=due) for at, due in enumerate(dues, start=2)]
    issues = [issue("several_deadlines", 2), issue("several_deadlines", 3), issue("unreadable_value", 4)]
    return truth("due_cells_that_say_two_dates.docx", "2025-03-01", [plan(lines)], issues)
