"""Word plans that several hands edited: tracked changes, content controls, boxes, links, soft breaks."""

from pathlib import Path

from tests.corpus.builders import Truth, case, issue, line, plan, truth
from tests.corpus.word import Raw, Row, write_word
from tests.corpus.word_parts import (
    added,
    anchor,
    cell,
    control,
    link,
    moved_away,
    moved_here,
    para,
    paras,
    said,
    shape,
    struck,
)


@case
def tracked_changes_left_in(folder: Path) -> Truth:
    """The version that Control Interno sent back: dates, owners and one whole row changed with the changes tracked."""
    head = [
        "No. ",
        "HALLAZGO",
        "ACCIÓN DE MEJORAMIENTO",
        "META",
        "RESPONSABLE",
        "FECHA DE\nINICIO",
        "FECHA DE\nTERMINACIÓN",
    ]
    first = ["1", "Inoportunidad en la respuesta a PQRSD", "Implementar tablero de control de términos", "1 tablero"]
    first += ["Secretaría General", Raw(para(struck("01/02/2025"), added("03/03/2025")))]
    first += [Raw(para(said("30/"), struck("05"), added("06"), said("/2025")))]
    gone = [
        "2",
        "Comité de archivo inactivo",
        "Reactivar el comité interno",
        "4 actas",
        "Archivo",
        "01/02/2025",
        "30/11/2025",
    ]
    moved = [
        "2",
        "Inventarios sin conciliar",
        Raw(para(moved_away("trimestralmente "), said("Conciliar los inventarios "), moved_here("cada trimestre"))),
        "4 conciliaciones",
    ]
    moved += [Raw(para(struck("Almacén"), added("Oficina de Recursos Físicos"))), "15/01/2025", "15/12/2025"]
    new = [
        "3",
        "Página web desactualizada",
        Raw(para(added("Publicar el esquema de publicación de información"))),
        Raw(para(added("1 esquema"))),
        Raw(para(added("Oficina de Prensa"))),
        Raw(para(added("01/04/2025"))),
        Raw(para(added("29/08/2025"))),
    ]
    parts: list[object] = ["PERSONERÍA MUNICIPAL DE LA UNIÓN", "PLAN DE MEJORAMIENTO INTERNO  VIGENCIA 2025"]
    parts += [[head, first, Row(gone, change="del"), moved, Row(new, change="ins")]]
    write_word(folder / "tracked_changes_left_in.docx", [*parts, "Proyectó: Profesional de apoyo"])
    lines = [
        line(None, number="1", start="2025-03-03", due="2025-06-30", target="1", teams=["Secretaría General"]),
        line(
            None,
            number="2",
            activity="Conciliar los inventarios cada trimestre",
            target="4",
            due="2025-12-15",
            teams=["Oficina de Recursos Físicos"],
        ),
        line(
            None,
            number="3",
            activity="Publicar el esquema de publicación de información",
            start="2025-04-01",
            due="2025-08-29",
            target="1",
            teams=["Oficina de Prensa"],
        ),
    ]
    return truth("tracked_changes_left_in.docx", "2025-04-10", [plan(lines, kind="improvement_plan")])


@case
def form_with_content_controls(folder: Path) -> Truth:
    """The department's form: dates from a date picker, owners from a list, cells and rows inside controls."""

    def picked(text: str, placeholder: bool = False) -> Raw:
        return para(control(said(text), placeholder, date=True))

    def row(number: str, text: str, team: str, start: Raw, end: Raw) -> str:
        cells = cell(paras(number)) + cell(control(paras(text))) + control(cell(paras(team)))
        return f"<w:tr>{cells}{cell(start)}{cell(end)}</w:tr>"

    blank = "Haga clic aquí o pulse para escribir una fecha."
    rows: list[object] = [
        Row(["N°", "Compromiso", "Dependencia responsable", "Fecha inicial", "Fecha final"], title=True),
        Raw(
            row(
                "1",
                "Caracterizar la población víctima",
                "Secretaría de Gobierno",
                picked("3/02/2025"),
                picked("30/05/2025"),
            )
        ),
        Raw(
            control(
                row(
                    "2",
                    "Actualizar el plan de contingencia",
                    "Enlace Municipal de Víctimas",
                    picked("17/02/2025"),
                    picked("31 de julio de 2025"),
                )
            )
        ),
        Raw(
            row(
                "3", "Sesionar cuatro veces el CTJT", "Elija un elemento.", picked(blank, True), picked(blank, True)
            ).replace(control(cell(paras("Elija un elemento."))), cell(para(control(said("Elija un elemento."), True))))
        ),
    ]
    parts: list[object] = [Raw(control(paras("GOBERNACIÓN DEL RÍO – PLAN DE ACCIÓN TERRITORIAL 2025"))), rows]
    write_word(folder / "form_with_content_controls.docx", parts)
    lines = [
        line(
            2,
            number="1",
            activity="Caracterizar la población víctima",
            start="2025-02-03",
            due="2025-05-30",
            teams=["Secretaría de Gobierno"],
        ),
        line(3, number="2", start="2025-02-17", due="2025-07-31", teams=["Enlace Municipal de Víctimas"]),
        line(4, number="3", activity="Sesionar cuatro veces el CTJT", start=None, due=None, teams=[]),
    ]
    issues = [issue("missing_deadline", 4), issue("missing_responsible", 4)]
    return truth("form_with_content_controls.docx", "2025-02-20", [plan(lines)], issues, ["unreadable_value"])


@case
def boxes_links_and_soft_breaks(folder: Path) -> Truth:
    """Title and year in a text box, activities with soft breaks and links, an evidence that is a link's field."""
    activity = para(said("Publicar la\nestrategia de\n"), anchor("rendición de cuentas"), said(" 2025"))
    rows: list[list[object]] = [
        ["Componente\n", "Actividad ", " Meta o\nproducto", "Responsable", "Fecha\nprogramada", "Evidencia"],
        [
            "Información",
            activity,
            "1 estrategia publicada",
            Raw(para(said("Oficina Asesora\nde Planeación"))),
            "28/02/2025",
            Raw(para(link("Ver estrategia"))),
        ],
        [
            "Diálogo",
            "Realizar audiencia pública\tparticipativa",
            "2 audiencias",
            "Despacho del Alcalde",
            Raw(para(said("30/11/"), said("2025"))),
            Raw(para(link("Acta 1"), said(" y "), link("Acta 2"))),
        ],
    ]
    write_word(
        folder / "boxes_links_and_soft_breaks.docx",
        [shape("ALCALDÍA DE VILLA MARÍA", "PLAN DE RENDICIÓN DE CUENTAS 2025"), rows, shape("Original firmado")],
    )
    lines = [
        line(
            2,
            activity="Publicar la estrategia de rendición de cuentas 2025",
            target="1",
            due="2025-02-28",
            teams=["Oficina Asesora de Planeación"],
            extra={"path_has": ["Información"]},
        ),
        line(
            3,
            activity="Realizar audiencia pública participativa",
            target="2",
            due="2025-11-30",
            teams=["Despacho del Alcalde"],
        ),
    ]
    return truth("boxes_links_and_soft_breaks.docx", "2025-02-03", [plan(lines)])
