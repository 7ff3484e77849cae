"""Improvement plans that are followed up: codes as titles, new deadlines, helper columns, shares as numbers."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Shown, Truth, case, issue, line, plan, truth
from tests.corpus.plain import write_csv


@case
def district_export_with_underscores(folder: Path) -> Truth:
    """The district's platform writes its csv with titles of codes and without accents."""
    titles = ["ID", "CODIGO_ENTIDAD", "VIGENCIA_AUDITORIA", "COD_AUDITORIA", "NO_HALLAZGO", "COD_ACCION"]
    titles += ["DESCRIPCION_HALLAZGO", "CAUSA", "DESCRIPCION_ACCION", "NOMBRE_INDICADOR", "FORMULA_INDICADOR"]
    titles += ["VALOR_META", "AREA_RESPONSABLE", "FECHA_INICIO", "FECHA_TERMINACION", "EFICACIA_ENTIDAD"]
    titles += ["ESTADO_ENTIDAD", "FECHA_SEGUIMIENTO", "ANALISIS_SEGUIMIENTO_ENTIDAD"]
    rows = [titles]
    rows.append(["1", "222", "2023", "170", "3.1.1", "1", "Pagos sin soporte", "Falta de control"])
    rows[1] += ["Ajustar la lista de chequeo de pagos", "Lista de chequeo", "Lista ajustada / Lista programada", "1"]
    rows[1] += ["Subdirección Financiera", "2024-02-01", "2024-11-30", "100", "CUMPLIDA", "2024-10-15", "Se ajustó"]
    rows.append(["2", "222", "2023", "170", "3.1.1", "2", "Pagos sin soporte", "Falta de control"])
    rows[2] += ["Realizar dos capacitaciones", "Capacitaciones", "No. capacitaciones realizadas / 2", "2"]
    rows[2] += ["Subdirección Financiera", "2024-02-01", "2024-12-15", "50", "EN EJECUCION", "2024-10-15", ""]
    write_csv(folder / "district_export_with_underscores.csv", rows, ";", "cp1252")
    lines = [
        line(
            2,
            activity="Ajustar la lista de chequeo de pagos",
            indicator="Lista de chequeo",
            target="1",
            start="2024-02-01",
            due="2024-11-30",
            teams=["Subdirección Financiera"],
            results={},
        ),
        line(3, activity="Realizar dos capacitaciones", target="2", due="2024-12-15", results={}),
    ]
    return truth("district_export_with_underscores.csv", "2024-10-20", [plan(lines)], (), ["ambiguous_date"])


@case
def matrix_with_days_left(folder: Path) -> Truth:
    """The internal office's own matrix: days left and traffic lights by formula, the cut-off in a cell above."""
    with Book(folder / "matrix_with_days_left.xlsx") as book:
        page = book.page("Matriz PM")
        page.merge("A1:M1", "MATRIZ DE SEGUIMIENTO A PLANES DE MEJORAMIENTO", "title")
        page.row(2, ["Fecha de corte:", date(2024, 9, 30), None, "Responsable del seguimiento:", "OCI"])
        titles = ["Origen", "Cód.", "Hallazgo u observación", "Acción propuesta", "Meta", "Unidad de medida"]
        titles += ["Dueño de la acción", "F. inicio", "F. fin", "Días restantes", "Semáforo", "Avance acumulado (%)"]
        page.head(4, [*titles, "Estado"])
        page.row(5, ["CGR", "H-01", "Bienes sin asegurar", "Asegurar los bienes", 1, "Póliza", "Grupo Administrativo"])
        page.row(5, [date(2024, 3, 1), date(2024, 12, 31), Formula("=I5-$B$2", 92), "🟢", 75, "Abierta"], "H")
        page.row(6, ["AGN", "H-02", "Sin inventario", "Levantar el inventario", 5, "Series", "Gestión Documental"])
        page.row(6, [date(2024, 1, 15), date(2024, 8, 30), Formula("=I6-$B$2", -31), "🔴", 40, "Vencida"], "H")
        page.row(7, ["OCI", "H-03", "Sin actas", "Elaborar las actas", 12, "Actas", "Grupo Administrativo"])
        page.row(7, [date(2024, 1, 15), date(2024, 12, 20), Formula("=I7-$B$2", 81), "🟢", 66.7, "Abierta"], "H")
    lines = [
        line(5, activity="Asegurar los bienes", target="1", due="2024-12-31", teams=["Grupo Administrativo"]),
        line(6, target="5", start="2024-01-15", due="2024-08-30", results={"cut": "0.4"}, extra={"unit": "Series"}),
        line(7, target="12", due="2024-12-20", results={"cut": "0.667"}),
    ]
    expected = plan(lines, kind="improvement_plan")
    return truth("matrix_with_days_left.xlsx", "2024-09-30", [expected])


@case
def deadlines_put_off(folder: Path) -> Truth:
    """Some actions were given more time: a second deadline beside the first one, filled only for them."""
    with Book(folder / "deadlines_put_off.xlsx") as book:
        page = book.page("PMI")
        page.put(1, "A", "PLAN DE MEJORAMIENTO INSTITUCIONAL 2023 - 2024", "title")
        page.head(3, ["No. hallazgo", "Descripción hallazgo", "Acción de mejora", "Responsable", "Fecha de inicio"])
        page.head(3, ["Fecha de terminación", "Fecha de terminación reprogramada", "% de avance"], "F")
        page.row(4, ["H1", "Sin comité", "Crear el comité", "Dirección General", date(2023, 8, 1), date(2024, 2, 29)])
        page.row(4, [date(2024, 8, 30), Pct(0.7)], "G")
        page.row(5, ["H2", "Sin manual", "Adoptar el manual", "Planeación", date(2023, 8, 1), date(2024, 10, 31)])
        page.put(5, "H", Pct(0.3))
    lines = [
        line(4, number="H1", start="2023-08-01", due="2024-08-30", results={"cut": "0.7"}),
        line(5, number="H2", start="2023-08-01", due="2024-10-31", results={"cut": "0.3"}),
    ]
    expected = plan(lines, kind="improvement_plan")
    return truth("deadlines_put_off.xlsx", "2024-06-30", [expected], [issue("several_deadlines", 4)])


@case
def shares_without_their_sign(folder: Path) -> Truth:
    """ "Avance" is chosen from a list of 0, 50 and 100 beside a quantity of things: nobody says which it counts."""
    with Book(folder / "shares_without_their_sign.xlsx") as book:
        page = book.page("Plan")
        page.put(1, "A", "PLAN DE MEJORAMIENTO - AUDITORÍA INTERNA 2024", "title")
        page.head(3, ["Ítem", "Hallazgo", "Acción", "Cantidad", "Unidad", "Inicio", "Final", "Área", "Avance físico"])
        page.row(4, [1, "Sin acta", "Elaborar el acta", 1, "Acta", Shown(date(2024, 2, 1), "d-mmm-yy")])
        page.row(4, [Shown(date(2024, 5, 31), "d-mmm-yy"), "Jurídica", 100], "G")
        page.row(5, [2, "Sin plan", "Formular el plan", 1, "Plan", Shown(date(2024, 3, 1), "d-mmm-yy")])
        page.row(5, [Shown(date(2024, 11, 29), "d-mmm-yy"), "Planeación", 50], "G")
    lines = [
        line(4, target="1", due="2024-05-31", teams=["Jurídica"], results={"cut": "1"}),
        line(5, start="2024-03-01", due="2024-11-29", teams=["Planeación"], results={"cut": "0.5"}),
    ]
    expected = plan(lines, kind="improvement_plan")
    return truth("shares_without_their_sign.xlsx", "2024-06-30", [expected], [issue("share_assumed", 4)])


@case
def comptroller_form_with_own_columns(folder: Path) -> Truth:
    """The national form with columns that the office added: who answers, and its own cuts in June and December."""
    with Book(folder / "comptroller_form_with_own_columns.xlsx") as book:
        page = book.page("F14.1")
        page.merge("A1:N1", "F14.1: PLANES DE MEJORAMIENTO - ENTIDADES", "title")
        page.row(3, ["[1]", None, "0 PLANES DE MEJORAMIENTO - ENTIDADES"])
        page.row(4, [4, 8, 12, 20, 24, 28, 31, 32, 36, 40, 44], "C")
        titles = ["CÓDIGO HALLAZGO", "DESCRIPCIÓN DEL HALLAZGO", "CAUSA DEL HALLAZGO", "ACCIÓN DE MEJORA"]
        titles += ["ACTIVIDADES / DESCRIPCIÓN", "ACTIVIDADES / UNIDAD DE MEDIDA"]
        titles += ["ACTIVIDADES / CANTIDADES UNIDAD DE MEDIDA", "ACTIVIDADES / FECHA DE INICIO"]
        titles += ["ACTIVIDADES / FECHA DE TERMINACIÓN", "ACTIVIDADES / PLAZO EN SEMANAS"]
        titles += ["ACTIVIDADES / AVANCE FÍSICO DE EJECUCIÓN", "DEPENDENCIA RESPONSABLE"]
        page.head(5, titles, "C")
        page.row(6, [1, "FILA_1", "H7", "Predios sin legalizar", "Falta de gestión", "Legalizar predios"])
        page.row(6, ["Radicar las escrituras", "Escrituras", 10, "2024/01/15", "2024/12/31", 50, 4], "G")
        page.put(6, "N", "Oficina Jurídica")
        page.row(7, [2, "FILA_2", "H8", "Mayores valores pagados", "Error de cálculo", "Recuperar los recursos"])
        page.row(7, ["Iniciar el cobro", "Oficio", 1, "2024/02/01", "2024/03/31", 8, 1], "G")
        page.put(7, "N", "Tesorería")
        page.row(8, [3, "FILA_3"])
        page.row(9, [4, "FILA_4"])
        page.row(10, [999999, "FILA_999999"])
    lines = [
        line(
            6,
            number="H7",
            activity="Radicar las escrituras",
            target="10",
            results={"cut": "4"},
            start="2024-01-15",
            due="2024-12-31",
            teams=["Oficina Jurídica"],
        ),
        line(7, number="H8", target="1", due="2024-03-31", results={"cut": "1"}, teams=["Tesorería"]),
    ]
    return truth("comptroller_form_with_own_columns.xlsx", "2024-06-30", [plan(lines, kind="improvement_plan")])


@case
def gaps_told_in_words(folder: Path) -> Truth:
    """Words where dates and figures stand: deadlines "Inmediato" and "Permanente", progress "No iniciada"."""
    with Book(folder / "gaps_told_in_words.xlsx") as book:
        page = book.page("Plan FURAG")
        page.put(1, "A", "PLAN DE TRABAJO PARA CIERRE DE BRECHAS MIPG 2024", "title")
        page.head(3, ["POLÍTICA", "ACTIVIDAD", "PRODUCTO", "LÍDER", "INICIO", "TERMINACIÓN"])
        page.head(3, ["AVANCE I TRIM", "AVANCE II TRIM", "AVANCE III TRIM", "AVANCE IV TRIM"], "G")
        page.row(4, ["Archivo", "Actualizar el inventario", "FUID", "Gestión Documental", "15/01/2024", "30/06/2024"])
        page.row(4, ["25 %", "100 %"], "G")
        page.row(5, ["Integridad", "Divulgar el código", "Campaña", "Talento Humano", "Inmediato", "Permanente"])
        page.row(5, ["No iniciada", "10%"], "G")
    lines = [
        line(4, start="2024-01-15", due="2024-06-30", results={"2024-Q1": "0.25", "2024-Q2": "1"}),
        line(5, start=None, due=None, results={"2024-Q2": "0.1"}, teams=["Talento Humano"]),
    ]
    issues = [issue("unreadable_value", 5, cell="F5"), issue("unreadable_value", 5, cell="G5")]
    return truth("gaps_told_in_words.xlsx", "2024-07-15", [plan(lines, period_kind="quarter")], issues)
