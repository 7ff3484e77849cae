"""Plans of transparency, rationalised procedures and risks, as planning offices fill in the national forms."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, line, plan, truth
from tests.corpus.plain import write_csv


@case
def suit_rationalisation(folder: Path) -> Truth:
    """The consolidated report of procedures: three groups of titles, actions side by side with their benefit."""
    with Book(folder / "suit_rationalisation.xlsx") as book:
        page = book.page("ConsolidadoRacionalizacion")
        page.merge("A1:N1", "Estrategia de racionalización de trámites - Vigencia 2024", "title")
        page.row(2, ["Nombre de la entidad:", None, "ALCALDÍA MUNICIPAL DE VILLANUEVA"])
        page.row(3, ["Sector administrativo:", None, "No Aplica", None, "Orden:", None, "Territorial"])
        page.row(4, ["Departamento:", None, "Casanare", None, "Año vigencia:", None, 2024])
        page.merge("A6:D6", "DATOS TRÁMITES A RACIONALIZAR")
        page.merge("E6:I6", "ACCIONES DE RACIONALIZACIÓN A DESARROLLAR")
        page.merge("J6:M6", "PLAN DE EJECUCIÓN")
        titles = ["Tipo", "Número", "Nombre", "Estado", "Situación actual", "Mejora por implementar"]
        titles += ["Beneficio al ciudadano o entidad", "Tipo racionalización", "Acciones racionalización"]
        titles += ["Fecha\ninicio", "Fecha final racionalización", "Responsable", "Justificación"]
        page.head(7, titles)
        page.row(
            8,
            [
                "Plantilla Único - Hijo",
                "42107",
                "Certificado de residencia",
                "Inscrito",
                "El ciudadano radica la solicitud en físico",
                "Solicitud en línea",
                "Ahorro de desplazamientos",
                "Tecnologica",
                "Formularios diligenciados en línea",
                "01/02/2024",
                "30/10/2024",
                "Secretaría de Gobierno",
            ],
        )
        page.row(9, ["Único", "5531", "Impuesto predial unificado", "Inscrito", "Pago presencial en bancos"])
        page.row(9, ["Pago por PSE", "Disminución de tiempo", "Tecnologica", "Pago en línea de los trámites"], "F")
        page.row(9, ["01/03/2024", "30/11/2024", "Secretaría de Hacienda"], "J")
    lines = [
        line(
            8,
            activity="Formularios diligenciados en línea",
            start="2024-02-01",
            due="2024-10-30",
            teams=["Secretaría de Gobierno"],
            results={},
        ),
        line(9, start="2024-03-01", due="2024-11-30", teams=["Secretaría de Hacienda"], results={}),
    ]
    return truth("suit_rationalisation.xlsx", "2024-05-02", [plan(lines)])


@case
def corruption_risk_map(folder: Path) -> Truth:
    """The map of risks: likelihoods and impacts are no figures of the plan; the action stands at its end."""
    with Book(folder / "corruption_risk_map.xlsx") as book:
        page = book.page("Mapa riesgos corrupción")
        page.merge("A1:U1", "MAPA DE RIESGOS DE CORRUPCIÓN 2024", "title")
        page.merge("A2:U2", "Hospital San Rafael E.S.E.  /  Código GE-FR-11  /  Versión 3  /  Vigencia: 2024", "title")
        page.merge("A4:E4", "IDENTIFICACIÓN DEL RIESGO")
        page.head(5, ["Ref.", "Proceso", "Descripción del riesgo", "Causas", "Consecuencias"])
        page.merge("F4:I4", "RIESGO INHERENTE")
        page.head(5, ["Probabilidad", "%", "Impacto", "Zona de riesgo"], "F")
        page.merge("J4:L4", "VALORACIÓN DE CONTROLES")
        page.head(5, ["Control existente", "Tipo", "Peso del control"], "J")
        page.merge("M4:O4", "RIESGO RESIDUAL")
        page.head(5, ["Probabilidad", "Impacto", "Zona"], "M")
        page.merge("P4:T4", "PLAN DE TRATAMIENTO")
        page.head(
            5,
            ["Tratamiento", "Acción", "Responsable de la acción", "Fecha de implementación", "Fecha seguimiento"],
            "P",
        )
        page.merge("U4:U5", "Estado")
        page.row(6, ["R1", "Contratación", "Direccionar pliegos en favor de un tercero", "Presiones", "Sanciones"])
        page.row(
            6, ["Probable", Pct(0.8), "Catastrófico", "Extremo", "Revisión por comité", "Preventivo", Pct(0.4)], "F"
        )
        page.row(6, ["Posible", "Mayor", "Alto", "Reducir", "Rotar a los integrantes del comité evaluador"], "M")
        page.row(6, ["Oficina Jurídica", date(2024, 6, 28), date(2024, 9, 16), "En curso"], "R")
        page.row(7, ["R2", "Farmacia", "Hurto de medicamentos", "Falta de inventario", "Detrimento patrimonial"])
        page.row(7, ["Posible", Pct(0.6), "Mayor", "Alto", "Conteo semanal", "Detectivo", Pct(0.3)], "F")
        page.row(7, ["Improbable", "Moderado", "Moderado", "Reducir", "Instalar cámaras en la bodega"], "M")
        page.row(7, ["Subgerencia Administrativa", date(2024, 11, 29), date(2025, 1, 15), "Sin iniciar"], "R")
    lines = [
        line(
            6,
            number="R1",
            activity="Rotar a los integrantes del comité evaluador",
            due="2024-06-28",
            teams=["Oficina Jurídica"],
            results={},
            programmed={},
        ),
        line(
            7,
            number="R2",
            activity="Instalar cámaras en la bodega",
            due="2024-11-29",
            teams=["Subgerencia Administrativa"],
            results={},
            programmed={},
        ),
    ]
    return truth("corruption_risk_map.xlsx", "2024-05-02", [plan(lines)])


@case
def transparency_programme_marks(folder: Path) -> Truth:
    """A PTEP whose four-month terms are marked with X, the deadline in words, two teams named by slash."""
    with Book(folder / "transparency_programme_marks.xlsx") as book:
        page = book.page("PTEP")
        page.merge("A1:K1", "PROGRAMA DE TRANSPARENCIA Y ÉTICA PÚBLICA 2025 (LEY 2195 DE 2022 - DECRETO 1122 DE 2024)")
        for letter, title in zip(
            "ABCDE",
            ("Componente", "Sub-\ncomponente", "Acción estratégica", "Producto / evidencia", "Líder responsable"),
            strict=True,
        ):
            page.merge(f"{letter}3:{letter}4", title)
        page.merge("F3:H3", "Programación 2025")
        page.head(4, ["1er cuatrimestre", "2do cuatrimestre", "3er cuatrimestre"], "F")
        page.merge("I3:I4", "Fecha máxima de cumplimiento")
        page.merge("A5:A7", "1. TRANSVERSAL", "cell")
        page.merge("B5:B6", "Administración de riesgos", "cell")
        page.row(5, ["Actualizar la matriz de riesgos para la integridad", "Matriz publicada", "Planeación"], "C")
        page.row(5, ["X", None, None, "30 de abril de 2025"], "F")
        page.row(6, ["Monitorear los controles", "3 informes de monitoreo", "Control Interno"], "C")
        page.row(6, ["x", "x", "x ", "31 de diciembre de 2025"], "F")
        page.row(7, ["Redes", "Adherirse a la red interinstitucional", "Acta de adhesión", "Secretaría Privada"], "B")
        page.row(7, [None, "X", None, "29 de agosto de 2025"], "F")
        page.row(8, ["2. PROGRAMÁTICO", "Estado abierto", "Publicar datos abiertos", "2 conjuntos", "TIC"])
        page.row(8, [None, "X", "X", "15 de diciembre de 2025"], "F")
    lines = [
        line(
            5,
            activity="Actualizar la matriz de riesgos para la integridad",
            due="2025-04-30",
            teams=["Planeación"],
            results={},
            extra={"path_has": ["TRANSVERSAL", "Administración de riesgos"]},
        ),
        line(6, due="2025-12-31", results={}, teams=["Control Interno"]),
        line(7, due="2025-08-29", results={}, extra={"path_has": ["TRANSVERSAL"]}),
        line(8, due="2025-12-15", results={}, teams=["TIC"]),
    ]
    expected = plan(lines, kind="transparency_plan", period_kind="four_month")
    return truth("transparency_programme_marks.xlsx", "2025-02-10", [expected])


@case
def anticorruption_csv_with_cuts(folder: Path) -> Truth:
    """A PAAC saved as csv: cut-off days in the titles, deadlines as spans of months and as two days in a cell."""
    rows = [
        ["E.S.E. CENTRO DE SALUD", "", "", "", "", "", "", "", "", "", ""],
        ["PLAN ANTICORRUPCIÓN Y DE ATENCIÓN AL CIUDADANO - VIGENCIA 2024", "", "", "", "", "", "", "", "", "", ""],
        ["Componente", "Subcomponente", "Actividades", "", "Meta o producto", "Indicador", "Responsable"],
        ["3. Rendición de cuentas", "3.1 Información", "3.1.1", "Publicar el informe de gestión", "1 informe"],
        ["3. Rendición de cuentas", "3.2 Diálogo", "3.2.1", "Realizar audiencia pública", "1 audiencia realizada"],
        ["4. Atención al ciudadano", "4.1 Canales", "4.1.1", "Medir la satisfacción del usuario", "12 mediciones"],
        ["4. Atención al ciudadano", "4.1 Canales", "4.1.2", "Divulgar la carta de trato digno", "100%"],
    ]
    rows[2] += ["Fecha programada", "% Avance a 30/04/2024", "% Avance a 31/08/2024", "% Avance a 31/12/2024"]
    rows[2] += ["Comentarios Control Interno"]
    rows[3] += ["Informe publicado", "Gerencia", "31/01/2024", "100%", "100%", "", "Cumplida"]
    rows[4] += ["Audiencia realizada", "Gerencia", "Entre mayo y junio de 2024", "0%", "100%", "", ""]
    rows[5] += ["Mediciones realizadas / programadas", "SIAU", "Enero a diciembre de 2024", "33%", "66%", "", "Al día"]
    rows[6] += ["Divulgaciones", "SIAU", "30/12/2024", "20 %", "70 %", "", ""]
    write_csv(folder / "anticorruption_csv_with_cuts.csv", rows, ";", "cp1252")
    lines = [
        line(
            4,
            number="3.1.1",
            activity="Publicar el informe de gestión",
            due="2024-01-31",
            results={"2024-C1": "1", "2024-C2": "1"},
            teams=["Gerencia"],
        ),
        line(5, number="3.2.1", due="2024-06-30", results={"2024-C1": "0", "2024-C2": "1"}),
        line(6, number="4.1.1", due="2024-12-31", results={"2024-C1": "0.33", "2024-C2": "0.66"}, teams=["SIAU"]),
        line(7, number="4.1.2", due="2024-12-30", results={"2024-C1": "0.2", "2024-C2": "0.7"}),
    ]
    expected = plan(lines, kind="transparency_plan", period_kind="four_month")
    return truth("anticorruption_csv_with_cuts.csv", "2024-09-13", [expected])


@case
def anticorruption_sheet_per_component(folder: Path) -> Truth:
    """A cover, a sheet for each component with its own titles, and a list of choices that is no plan."""
    with Book(folder / "anticorruption_sheet_per_component.xlsx") as book:
        cover = book.page("Portada")
        cover.merge("B3:H5", "PLAN ANTICORRUPCIÓN Y DE ATENCIÓN AL CIUDADANO\n2023", "title")
        cover.put(8, "B", "Aprobado en Comité Institucional de Gestión y Desempeño el 27 de enero de 2023")
        first = book.page("1. Riesgos ")
        first.merge("A1:G1", "Componente 1: Gestión del Riesgo de Corrupción", "title")
        first.head(2, ["Subcomponente", "", "Actividades", "Meta o producto", "Responsable", "Fecha programada"])
        first.head(2, ["Avance I Cuatrimestre", "Avance II Cuatrimestre", "Avance III Cuatrimestre"], "G")
        first.merge("A3:A4", "Subcomponente 1\nPolítica de riesgos", "cell")
        first.row(3, ["1.1", "Revisar la política de riesgos", "Política revisada", "Planeación", "30/03/2023"], "B")
        first.row(3, [Pct(1), Pct(1)], "G")
        first.row(4, ["1.2", "Divulgar la política", "1 campaña", "Comunicaciones", "31/07/2023"], "B")
        first.row(4, [Pct(0), Pct(1)], "G")
        fourth = book.page("4. Servicio")
        fourth.merge("A1:G1", "Componente 4: Mecanismos para mejorar la atención al ciudadano", "title")
        fourth.head(2, ["Ítem", "Actividad", "Producto", "Dependencia", "Inicio", "Fin", "Corte 30 abril 2023"])
        fourth.head(2, ["Corte 31 agosto 2023", "Corte 31 diciembre 2023"], "H")
        fourth.row(3, ["4.1", "Actualizar el portafolio", "Portafolio", "Servicio al Ciudadano", date(2023, 2, 1)])
        fourth.row(3, [date(2023, 5, 31), Pct(0.6), Pct(1)], "F")
        choices = book.page("Listas")
        choices.rows(1, [["ESTADO", "COMPONENTE"], ["Cumplida", "Riesgos"], ["En término", "Trámites"], ["Vencida"]])
    first_lines = [
        line(
            3,
            number="1.1",
            activity="Revisar la política de riesgos",
            due="2023-03-30",
            teams=["Planeación"],
            results={"2023-C1": "1", "2023-C2": "1"},
            extra={"path_has": ["Política de riesgos"]},
        ),
        line(4, number="1.2", due="2023-07-31", teams=["Comunicaciones"], results={"2023-C1": "0", "2023-C2": "1"}),
    ]
    fourth_lines = [
        line(
            3,
            number="4.1",
            activity="Actualizar el portafolio",
            start="2023-02-01",
            due="2023-05-31",
            teams=["Servicio al Ciudadano"],
            results={"2023-C1": "0.6", "2023-C2": "1"},
        )
    ]
    plans = [
        plan(first_lines, "1. Riesgos ", period_kind="four_month"),
        plan(fourth_lines, "4. Servicio", period_kind="four_month"),
    ]
    return truth("anticorruption_sheet_per_component.xlsx", "2023-09-12", plans)
