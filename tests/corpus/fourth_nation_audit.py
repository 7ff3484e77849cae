"""Risk maps, audit plans and what comes of an accreditation."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, issue, line, plan, truth
from tests.corpus.word import Box, write_word


@case
def risk_map_with_monitoring(folder: Path) -> Truth:
    """The map of risks of the guide: controls with shares, then the plan of action and its follow-up."""
    with Book(folder / "risk_map_with_monitoring.xlsx") as book:
        page = book.page("Mapa final")
        page.merge("A1:Z1", "MAPA DE RIESGOS DE GESTIÓN - VIGENCIA 2025", "title")
        page.merge("A2:G2", "Identificación del riesgo")
        page.merge("H2:L2", "Análisis del riesgo inherente")
        page.merge("M2:S2", "Evaluación del riesgo - Valoración de los controles")
        page.merge("T2:V2", "Evaluación del riesgo - Nivel del riesgo residual")
        page.merge("W2:AB2", "Plan de acción")
        head = ["Referencia", "Impacto", "Causa inmediata", "Causa raíz", "Descripción del riesgo"]
        head += ["Clasificación del riesgo", "Frecuencia con la cual se realiza la actividad"]
        head += ["Probabilidad inherente", "%", "Criterios de impacto", "Impacto inherente", "Zona de riesgo inherente"]
        head += ["No. Control", "Descripción del control", "Afectación", "Tipo", "Implementación", "Calificación"]
        head += ["Evidencia", "Probabilidad residual", "%", "Tratamiento"]
        head += ["Plan de acción", "Responsable", "Fecha implementación", "Fecha seguimiento", "Seguimiento", "Estado"]
        page.head(3, head)
        page.row(
            4, [1, "Económico", "Multa del ente regulador", "Falta de control de términos", "Posibilidad de multa"]
        )
        page.row(4, ["Ejecución y administración de procesos", 365, "Media", Pct(0.6), "Entre 50 y 100 SMLMV"], "F")
        page.row(4, ["Moderado", "Moderado", 1, "El profesional verifica el tablero de términos"], "K")
        page.row(
            4, ["Probabilidad", "Preventivo", "Manual", Pct(0.4), "Con registro", "Baja", Pct(0.36), "Reducir"], "O"
        )
        page.row(4, ["Automatizar las alertas de vencimiento", "Grupo de Atención al Ciudadano"], "W")
        page.row(4, [date(2025, 6, 30), date(2025, 7, 31), "Se encuentra en pruebas", "En curso"], "Y")
        page.row(5, [2, "Reputacional", "Quejas", "Falta de personal", "Posibilidad de pérdida de imagen"])
        page.row(5, ["Usuarios", 5000, "Alta", Pct(0.8), "Imagen en la región", "Menor", "Moderado", 1], "F")
        page.row(5, ["El coordinador revisa los turnos", "Probabilidad", "Detectivo", "Manual", Pct(0.3)], "N")
        page.row(
            5, ["Sin registro", "Media", Pct(0.56), "Reducir", "Vincular personal de apoyo", "Talento Humano"], "S"
        )
        page.row(5, [date(2025, 9, 30), date(2025, 10, 31), None, "Sin iniciar"], "Y")
    lines = [
        line(
            4,
            number="1",
            activity="Automatizar las alertas de vencimiento",
            due="2025-06-30",
            target=None,
            results={},
            programmed={},
            teams=["Grupo de Atención al Ciudadano"],
        ),
        line(5, activity="Vincular personal de apoyo", due="2025-09-30", results={}, teams=["Talento Humano"]),
    ]
    return truth("risk_map_with_monitoring.xlsx", "2025-05-12", [plan(lines)])


@case
def audits_with_opening_and_closing(folder: Path) -> Truth:
    """A plan of audits by dates: opening, closing, report; its state in words, hours that are no goal."""
    with Book(folder / "audits_with_opening_and_closing.xlsx") as book:
        page = book.page("PAAI")
        page.merge("A1:K1", "PLAN ANUAL DE AUDITORÍA INTERNA 2025 - APROBADO CICCI ACTA 01 DEL 30/01/2025", "title")
        head = ["No", "Tipo de actividad", "Auditoría / Seguimiento / Informe", "Objetivo", "Alcance"]
        head += ["Auditor responsable", "Horas estimadas", "Fecha de apertura", "Fecha de cierre", "% Ejecución"]
        head += ["Observaciones"]
        page.head(3, head)
        page.row(4, [1, "Aseguramiento", "Auditoría al proceso de inventarios", "Evaluar los controles", "2024"])
        page.row(4, ["Auditor 1", 160, "03-feb-2025", "30-abr-2025", Pct(1), "Informe final radicado"], "F")
        page.row(5, [2, "Cumplimiento", "Seguimiento al PTEP", "Verificar avance", "Cuatrimestre I", "Auditor 2", 40])
        page.row(5, ["02-may-2025", "15-may-2025", Pct(1)], "H")
        page.row(6, [3, "Aseguramiento", "Auditoría a la gestión contractual", "Evaluar la gestión", "2025"])
        page.row(6, ["Auditor 1", 200, "01-jul-2025", "30-sep-2025", Pct(0.2), "En ejecución"], "F")
    lines = [
        line(
            4,
            number="1",
            activity="Auditoría al proceso de inventarios",
            start="2025-02-03",
            due="2025-04-30",
            results={"cut": "1"},
            teams=["Auditor 1"],
        ),
        line(5, activity="Seguimiento al PTEP", due="2025-05-15", results={"cut": "1"}, teams=["Auditor 2"]),
        line(6, start="2025-07-01", due="2025-09-30", results={"cut": "0.2"}, teams=["Auditor 1"]),
    ]
    return truth("audits_with_opening_and_closing.xlsx", "2025-07-18", [plan(lines)])


@case
def accreditation_plan_in_word(folder: Path) -> Truth:
    """A university's plan after its self-assessment: factors as bands, when in terms of semesters, two who answer."""
    table: list[list[object]] = [
        [
            "Debilidad u oportunidad de mejora",
            "Acciones de mejora",
            "Meta",
            "Indicador",
            "Responsable(s)",
            "Inicio",
            "Finalización",
            "% de avance",
        ],
        [Box("FACTOR 1. IDENTIDAD INSTITUCIONAL", 8)],
        [
            "Bajo conocimiento del PEI",
            "Divulgar el PEI entre los estudiantes",
            "4 jornadas",
            "Jornadas realizadas",
            "Decanatura de Ingeniería\nOficina de Comunicaciones",
            "Febrero de 2024",
            "Noviembre de 2025",
            "50%",
        ],
        [Box("FACTOR 4. PROFESORES", 8)],
        [
            "Planta docente insuficiente",
            "Convocar concurso público de méritos",
            "10 plazas",
            "Plazas provistas",
            "Vicerrectoría Académica",
            "01/08/2024",
            "30/06/2026",
            "0%",
        ],
        [
            "Poca movilidad",
            "Gestionar convenios de movilidad",
            "6 convenios",
            "Convenios suscritos",
            "Oficina de Relaciones Internacionales",
            "2024-I",
            "2025-II",
            "33%",
        ],
    ]
    write_word(
        folder / "accreditation_plan_in_word.docx",
        [
            "UNIVERSIDAD DEL LITORAL",
            "PLAN DE MEJORAMIENTO – RENOVACIÓN DE LA ACREDITACIÓN DE ALTA CALIDAD",
            "Programa de Ingeniería Civil. Fecha de actualización: 15 de marzo de 2025",
            table,
        ],
    )
    lines = [
        line(
            3,
            activity="Divulgar el PEI entre los estudiantes",
            target="4",
            target_unit="count",
            start="2024-02-01",
            due="2025-11-30",
            teams=["Decanatura de Ingeniería", "Oficina de Comunicaciones"],
            results={"cut": "0.5"},
            extra={"path_has": ["FACTOR 1. IDENTIDAD INSTITUCIONAL"]},
        ),
        line(
            5,
            activity="Convocar concurso público de méritos",
            start="2024-08-01",
            due="2026-06-30",
            target="10",
            results={"cut": "0"},
            teams=["Vicerrectoría Académica"],
            extra={"path_has": ["FACTOR 4. PROFESORES"]},
        ),
        line(6, start="2024-01-01", due="2025-12-31", target="6", results={"cut": "0.33"}),
    ]
    expected = plan(lines, kind="improvement_plan")
    return truth("accreditation_plan_in_word.docx", "2025-03-20", [expected], [issue("two_teams", 3)])
