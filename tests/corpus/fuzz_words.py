"""The words that random plans are made of."""

from collections.abc import Sequence

TITLES: dict[str, Sequence[str]] = {
    "number": ("No.", "N°", "Nº", "No", "#", "NRO.", "No. actividad"),
    "activity": (
        "ACTIVIDAD",
        "Actividades",
        "Acción",
        "ACCIONES",
        "Descripción de la actividad",
        "Act.",
        "TAREA",
        "Actividad a desarrollar",
    ),
    "deliverable": ("PRODUCTO", "Entregable", "Producto esperado", "ENTREGABLES", "Producto / entregable"),
    "indicator": ("INDICADOR", "Nombre del indicador", "Indicador de producto", "DESCRIPCION DEL INDICADOR"),
    "start": ("FECHA INICIO", "Fecha de inicio", "F. Inicio", "Fecha inicial", "INICIO", "Fecha de\niniciación"),
    "due": (
        "FECHA FIN",
        "Fecha final",
        "F. Fin",
        "Fecha de terminación",
        "FECHA LÍMITE",
        "Fecha de finalización",
        "FIN",
    ),
    "target": ("META", "Meta anual", "META DEL INDICADOR", "Cant.", "Cantidad", "Meta programada"),
    "team": (
        "RESPONSABLE",
        "Responsables",
        "Resp.",
        "Dependencia responsable",
        "Área responsable",
        "Equipo responsable",
        "Dependencia",
    ),
    "unit": ("Unidad de medida", "UND.", "Unidad", "Und. de medida"),
    "notes": ("OBSERVACIONES", "Obs.", "Análisis cualitativo", "Evidencias", "Soporte"),
}
PERIODS: dict[str, tuple[str, int, Sequence[Sequence[str]]]] = {
    "quarter": (
        "Q",
        4,
        (
            ("T1", "T2", "T3", "T4"),
            ("I TRIM", "II TRIM", "III TRIM", "IV TRIM"),
            ("Trimestre 1", "Trimestre 2", "Trimestre 3", "Trimestre 4"),
            ("1T", "2T", "3T", "4T"),
            ("ENE-MAR", "ABR-JUN", "JUL-SEP", "OCT-DIC"),
            ("Primer trimestre", "Segundo trimestre", "Tercer trimestre", "Cuarto trimestre"),
        ),
    ),
    "four_month": (
        "C",
        3,
        (
            ("I Cuatrimestre", "II Cuatrimestre", "III Cuatrimestre"),
            ("Cuatrimestre 1", "Cuatrimestre 2", "Cuatrimestre 3"),
        ),
    ),
    "half_year": ("S", 2, (("SEMESTRE I", "SEMESTRE II"), ("Primer semestre", "Segundo semestre"), ("1 SEM", "2 SEM"))),
    "two_month": (
        "B",
        6,
        (tuple(f"Bimestre {n}" for n in range(1, 7)), tuple(f"{n} BIM" for n in ("I", "II", "III", "IV", "V", "VI"))),
    ),
    "month": ("M", 12, (("Ene", "Feb", "Mar", "Abr", "May", "Jun", "Jul", "Ago", "Sep", "Oct", "Nov", "Dic"),)),
}
MONTHS_ES = ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic")
MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
VERBS = ("Elaborar", "Publicar", "Actualizar", "Socializar", "Ejecutar", "Evaluar", "Diseñar", "Implementar")
THINGS = (
    "el manual de contratación",
    "la política de datos",
    "el plan de archivo",
    "la estrategia de trámites",
    "el mapa de riesgos",
    "el inventario de activos",
    "las mesas de participación",
    "los informes de ley",
)
TEAMS = (
    "Oficina TIC",
    "Secretaría General",
    "Talento Humano",
    "Oficina Asesora de Planeación",
    "Control Interno",
    "Secretaría de Hacienda",
    "Gestión Documental",
)
PRODUCED = {"programmed": ("Programado", "Prog.", "P", "Meta"), "results": ("Ejecutado", "Ejec.", "E", "Logro")}
