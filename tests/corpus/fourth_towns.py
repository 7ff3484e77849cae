"""Plans of schools, hospitals, councils and town institutes, as their pages of transparency publish them."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Truth, case, line, plan, truth

_FIRST = ("ENERO", "FEBRERO", "MARZO", "ABRIL", "MAYO", "JUNIO", "JULIO", "AGOSTO", "SEPTIEMBRE", "OCTUBRE")
MONTHS = (*_FIRST, "NOVIEMBRE", "DICIEMBRE")


@case
def school_improvement_areas(folder: Path) -> Truth:
    """The school's plan of «Guía 34»: areas, processes and components merged down, two follow-ups in the year."""
    with Book(folder / "school_improvement_areas.xlsx") as book:
        page = book.page("PMI 2025")
        page.merge("A1:L1", "INSTITUCIÓN EDUCATIVA LA ESPERANZA", "title")
        page.merge("A2:L2", "PLAN DE MEJORAMIENTO INSTITUCIONAL (PMI) 2025", "title")
        page.merge("A3:L3", "DANE: 105001009999      Rector(a): ______________      Sede: Principal", "cell")
        titles = ["GESTIÓN", "PROCESO", "COMPONENTE", "OBJETIVO", "META", "INDICADOR", "ACCIONES", "RESPONSABLES"]
        for letter, title in zip("ABCDEFGH", titles, strict=True):
            page.merge(f"{letter}5:{letter}6", title)
        page.merge("I5:J5", "PLAZO")
        page.head(6, ["INICIA", "TERMINA"], "I")
        page.merge("K5:L5", "SEGUIMIENTO (% DE AVANCE)")
        page.head(6, ["I SEMESTRE", "II SEMESTRE"], "K")
        page.merge("A7:A8", "ACADÉMICA", "cell")
        page.merge("B7:B8", "Diseño pedagógico", "cell")
        page.row(7, ["Plan de estudios", "Actualizar el plan de estudios", "El 100% de las áreas actualizadas"], "C")
        page.row(7, ["Áreas actualizadas / total de áreas", "Mesas de trabajo por área", "Consejo Académico"], "F")
        page.row(7, [date(2025, 2, 3), date(2025, 11, 21), Pct(0.6)], "I")
        page.row(8, ["Evaluación", "Ajustar el SIEE", "Un SIEE ajustado", "SIEE adoptado", "Revisar el SIEE"], "C")
        page.row(8, ["Coordinación Académica", date(2025, 1, 20), date(2025, 6, 13), Pct(1)], "H")
        page.row(9, ["DIRECTIVA", "Clima escolar", "Manual de convivencia", "Socializar el manual"], "A")
        page.row(9, ["4 jornadas de socialización", "Jornadas realizadas", "Jornadas con padres"], "E")
        page.row(9, ["Comité de Convivencia", date(2025, 2, 17), date(2025, 10, 31), Pct(0.5)], "H")
        page.put(12, "A", "_______________________")
        page.put(13, "A", "Firma del Rector")
    lines = [
        line(
            7,
            activity="Mesas de trabajo por área",
            teams=["Consejo Académico"],
            start="2025-02-03",
            due="2025-11-21",
            target="1",
            target_unit="percent",
            results={"2025-S1": "0.6"},
            extra={"path_has": ["ACADÉMICA", "Diseño pedagógico"]},
        ),
        line(
            8,
            activity="Revisar el SIEE",
            teams=["Coordinación Académica"],
            start="2025-01-20",
            due="2025-06-13",
            results={"2025-S1": "1"},
            extra={"path_has": ["ACADÉMICA"]},
        ),
        line(
            9,
            activity="Jornadas con padres",
            teams=["Comité de Convivencia"],
            start="2025-02-17",
            due="2025-10-31",
            results={"2025-S1": "0.5"},
            extra={"path_has": ["DIRECTIVA", "Clima escolar"]},
        ),
    ]
    return truth("school_improvement_areas.xlsx", "2025-07-15", [plan(lines, period_kind="half_year")])


@case
def hospital_poa_fractions(folder: Path) -> Truth:
    """A local hospital: numerator, denominator and result under each quarter; the chief of each area merged down."""
    with Book(folder / "hospital_poa_fractions.xlsx") as book:
        page = book.page("POA 2025")
        page.merge("A1:R1", "E.S.E. HOSPITAL LOCAL SAN ROQUE", "title")
        page.merge("A2:R2", "PLAN OPERATIVO ANUAL (POA) - VIGENCIA 2025", "title")
        page.row(3, ["CÓDIGO: GER-PL-01", None, "VERSIÓN: 3", None, "PÁGINA 1 DE 1"])
        titles = ["ÁREA", "OBJETIVO ESTRATÉGICO", "ACTIVIDAD", "INDICADOR", "META", "RESPONSABLE"]
        for letter, title in zip("ABCDEF", titles, strict=True):
            page.merge(f"{letter}5:{letter}6", title)
        for area, title in zip(
            ("G5:I5", "J5:L5", "M5:O5", "P5:R5"), ("PRIMER", "SEGUNDO", "TERCER", "CUARTO"), strict=True
        ):
            page.merge(area, f"{title} TRIMESTRE")
        page.head(6, ["NUM", "DEN", "RESULTADO"] * 4, "G")
        page.merge("A7:A8", "ASISTENCIAL", "cell")
        page.merge("B7:B8", "Mejorar la calidad de la atención", "cell")
        page.row(7, ["Auditar historias clínicas", "Proporción de historias con adherencia", ">= 90%"], "C")
        page.row(7, ["Auditor Médico", 45, 50, Pct(0.9), 47, 50, Pct(0.94)], "F")
        page.row(8, ["Reportar eventos adversos", "Proporción de eventos gestionados", "100%"], "C")
        page.row(8, ["Referente de Seguridad del Paciente", 8, 8, Pct(1), 9, 12, Pct(0.75)], "F")
        page.row(9, ["ADMINISTRATIVA", "Sostener las finanzas", "Conciliar cartera con las EPS", "Cartera conciliada"])
        page.row(9, ["80%", "Profesional de Cartera", 12, 20, Pct(0.6), 15, 20, Pct(0.75)], "E")
    lines = [
        line(
            7,
            activity="Auditar historias clínicas",
            target="0.9",
            target_unit="percent",
            teams=["Auditor Médico"],
            results={"2025-Q1": "0.9", "2025-Q2": "0.94"},
            extra={"numerator": {"2025-Q1": "45", "2025-Q2": "47"}, "denominator": {"2025-Q1": "50", "2025-Q2": "50"}},
        ),
        line(8, target="1", teams=["Referente de Seguridad del Paciente"], results={"2025-Q1": "1", "2025-Q2": "0.75"}),
        line(
            9,
            activity="Conciliar cartera con las EPS",
            target="0.8",
            teams=["Profesional de Cartera"],
            results={"2025-Q1": "0.6", "2025-Q2": "0.75"},
            extra={"path_has": ["Sostener las finanzas"]},
        ),
    ]
    return truth("hospital_poa_fractions.xlsx", "2025-07-20", [plan(lines, period_kind="quarter")])


@case
def anticorruption_three_follow_ups(folder: Path) -> Truth:
    """The town's PAAC: «Fecha programada» in words, and a follow-up at each of the three cuts of the law."""
    with Book(folder / "anticorruption_three_follow_ups.xlsx") as book:
        page = book.page("Componente 4")
        page.merge("A1:L1", "ALCALDÍA MUNICIPAL DE EL CARMEN", "title")
        page.merge("A2:L2", "Plan Anticorrupción y de Atención al Ciudadano 2024", "title")
        page.merge("A3:L3", "Componente 4: Mecanismos para mejorar la atención al ciudadano", "cell")
        page.merge("A5:A6", "Subcomponente")
        page.merge("B5:C6", "Actividades")
        for letter, title in zip("DEF", ("Meta o producto", "Responsable", "Fecha programada"), strict=True):
            page.merge(f"{letter}5:{letter}6", title)
        cuts = ("Abril 30 de 2024", "Agosto 31 de 2024", "Diciembre 31 de 2024")
        for area, cut in zip(("G5:H5", "I5:J5", "K5:L5"), cuts, strict=True):
            page.merge(area, f"Seguimiento OCI - Corte: {cut}")
        page.head(6, ["% de avance", "Observaciones"] * 3, "G")
        page.merge("A7:A8", "Subcomponente 1\nEstructura administrativa", "cell")
        page.row(7, ["1.1", "Incorporar recursos en el presupuesto", "1 partida presupuestal"], "B")
        page.row(7, ["Secretaría de Hacienda", "31/03/2024", Pct(1), "Se incorporó la partida", Pct(1)], "E")
        page.row(8, ["1.2", "Capacitar a los servidores en servicio", "2 capacitaciones"], "B")
        page.row(8, ["Secretaría General", "30 de noviembre de 2024", Pct(0), "No se ha iniciado", Pct(0.5)], "E")
        page.put(8, "J", "Se hizo la primera")
        page.row(9, ["Subcomponente 2\nCanales de atención", "2.1", "Publicar la carta de trato digno"])
        page.row(9, ["Carta publicada", "Secretaría de Gobierno", date(2024, 6, 28), Pct(0.3), None, Pct(1)], "D")
    lines = [
        line(
            7,
            number="1.1",
            activity="Incorporar recursos en el presupuesto",
            teams=["Secretaría de Hacienda"],
            due="2024-03-31",
            results={"2024-C1": "1", "2024-C2": "1"},
            extra={"path_has": ["Estructura administrativa"]},
        ),
        line(
            8,
            number="1.2",
            teams=["Secretaría General"],
            due="2024-11-30",
            results={"2024-C1": "0", "2024-C2": "0.5"},
        ),
        line(9, number="2.1", due="2024-06-28", results={"2024-C1": "0.3", "2024-C2": "1"}),
    ]
    expected = plan(lines, period_kind="four_month")
    return truth("anticorruption_three_follow_ups.xlsx", "2024-09-12", [expected])


@case
def sports_institute_money_beside(folder: Path) -> Truth:
    """INDER: goals programmed and reached by quarter, with the money of each quarter beside them."""
    with Book(folder / "sports_institute_money_beside.xlsx") as book:
        page = book.page("PLAN DE ACCION")
        page.merge("A1:T1", "INSTITUTO MUNICIPAL DEL DEPORTE Y LA RECREACIÓN - IMDRI", "title")
        page.merge("A2:T2", "PLAN DE ACCIÓN 2025", "title")
        page.row(3, ["Fecha de corte:", "30/06/2025"])
        titles = ["PROGRAMA", "PROYECTO", "ACTIVIDAD", "UNIDAD DE MEDIDA", "META ANUAL", "RESPONSABLE"]
        titles += ["PRESUPUESTO ASIGNADO"]
        for letter, title in zip("ABCDEFG", titles, strict=True):
            page.merge(f"{letter}5:{letter}6", title)
        for area, title in zip(("H5:J5", "K5:M5", "N5:P5", "Q5:S5"), ("1", "2", "3", "4"), strict=True):
            page.merge(area, f"TRIMESTRE {title}")
        page.head(6, ["META PROG.", "META EJEC.", "VALOR EJEC. ($)"] * 4, "H")
        page.merge("T5:T6", "% AVANCE FÍSICO")
        page.merge("A7:A9", "Deporte formativo", "cell")
        page.row(7, ["Escuelas deportivas", "Atender niños en escuelas", "Niños", 1200, "Coordinador de Escuelas"], "B")
        page.row(7, [180000000, 300, 280, 41500000, 300, 330, 43200000, 300, None, None, 300], "G")
        page.put(7, "T", Formula("=(I7+L7)/E7", 0.5083, "0.0%"))
        page.row(8, ["Escuelas deportivas", "Dotar escuelas", "Kits", 40, "Almacén", 60000000], "B")
        page.row(8, [0, 0, 0, 20, 20, 29800000, 20, None, None, 0], "H")
        page.put(8, "T", Formula("=(I8+L8)/E8", 0.5, "0.0%"))
        page.row(9, ["Juegos", "Realizar juegos intercolegiados", "Evento", 1, "Coordinador de Eventos", 95000000], "B")
        page.row(9, [0, 0, 0, 1, 1, 88000000, 0, None, None, 0], "H")
        page.put(9, "T", Formula("=(I9+L9)/E9", 1, "0.0%"))
        page.row(10, ["TOTAL", None, None, None, None, None, 335000000, None, None, 41500000, None, None, 161000000])
    lines = [
        line(
            7,
            activity="Atender niños en escuelas",
            target="1200",
            target_unit="count",
            teams=["Coordinador de Escuelas"],
            programmed={f"2025-Q{number}": "300" for number in (1, 2, 3, 4)},
            results={"2025-Q1": "280", "2025-Q2": "330"},
            extra={"unit": "Niños", "path_has": ["Deporte formativo", "Escuelas deportivas"]},
        ),
        line(8, target="40", programmed={"2025-Q2": "20", "2025-Q3": "20"}, results={"2025-Q1": "0", "2025-Q2": "20"}),
        line(9, target="1", programmed={"2025-Q2": "1"}, results={"2025-Q1": "0", "2025-Q2": "1"}),
    ]
    return truth("sports_institute_money_beside.xlsx", "2025-07-10", [plan(lines, period_kind="quarter")])


@case
def council_shares_at_cuts(folder: Path) -> Truth:
    """The council: dates «Enero» and «Diciembre» in two columns, and what was done at each cut by its date."""
    with Book(folder / "council_shares_at_cuts.xlsx") as book:
        page = book.page("Hoja1")
        page.put(1, "B", "CONCEJO MUNICIPAL DE PALMA REAL", "title")
        page.put(2, "B", "PLAN DE ACCIÓN VIGENCIA 2025", "title")
        head = ["OBJETIVO", "ESTRATEGIA", "ACTIVIDAD", "META", "INDICADOR", "MES INICIO", "MES FIN", "RESPONSABLE"]
        head += ["EJECUTADO A 31/03/2025", "EJECUTADO A 30/06/2025", "EJECUTADO A 30/09/2025", "EJECUTADO A 31/12/2025"]
        page.head(4, head, "B")
        page.row(
            5, ["Ejercer control político", "Debates", "Citar a debates de control", 12, "Debates realizados"], "B"
        )
        page.row(5, ["Enero", "Diciembre", "Mesa Directiva", 3, 4], "G")
        page.row(6, ["Ejercer control político", "Sesiones", "Sesionar ordinariamente", 150, "Sesiones"], "B")
        page.row(6, ["Febrero", "Noviembre", "Secretaría General", 30, 62], "G")
        page.row(7, ["Acercar la comunidad", "Cabildos", "Realizar cabildos abiertos", 2, "Cabildos"], "B")
        page.row(7, ["Mayo", "Octubre", "Comisión Primera", None, 1], "G")
    lines = [
        line(
            5,
            activity="Citar a debates de control",
            target="12",
            start="2025-01-01",
            due="2025-12-31",
            teams=["Mesa Directiva"],
            results={"2025-Q1": "3", "2025-Q2": "4"},
        ),
        line(
            6,
            target="150",
            start="2025-02-01",
            due="2025-11-30",
            teams=["Secretaría General"],
            results={"2025-Q1": "30", "2025-Q2": "62"},
        ),
        line(7, start="2025-05-01", due="2025-10-31", teams=["Comisión Primera"], results={"2025-Q2": "1"}),
    ]
    return truth("council_shares_at_cuts.xlsx", "2025-07-11", [plan(lines, period_kind="quarter")])
