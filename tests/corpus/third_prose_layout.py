"""Texts whose columns only blanks hold apart, and the letters that a PDF holds."""

from pathlib import Path

from tests.corpus.builders import Truth, case, issue, line, plan, truth
from tests.corpus.plain import write_text


@case
def paper_columns_of_blanks(folder: Path) -> Truth:
    """pdftotext -layout: columns are held apart by blanks and no tab stands anywhere; cells wrap below themselves."""
    text = """\
                     CONTRALORÍA MUNICIPAL DE PALMAR
              PLAN DE ACCIÓN INSTITUCIONAL VIGENCIA 2025

No.   ACTIVIDAD                             META   RESPONSABLE               FECHA INICIO   FECHA FIN

1     Realizar auditorías financieras       12     Dirección de Auditoría    03/02/2025     28/11/2025
      a los sujetos de control
2     Capacitar a los funcionarios en       4      Talento Humano            01/03/2025     30/09/2025
      la guía de auditoría territorial
3     Rendir el informe macro fiscal        1      Despacho del Contralor    01/04/2025     30/06/2025

                                         Página 1 de 1
"""
    write_text(folder / "paper_columns_of_blanks.txt", text.split("\n"))
    lines = [
        line(
            None,
            number="1",
            activity="Realizar auditorías financieras a los sujetos de control",
            target="12",
            teams=["Dirección de Auditoría"],
            start="2025-02-03",
            due="2025-11-28",
        ),
        line(
            None,
            number="2",
            activity="Capacitar a los funcionarios en la guía de auditoría territorial",
            target="4",
            teams=["Talento Humano"],
            due="2025-09-30",
        ),
        line(
            None,
            number="3",
            activity="Rendir el informe macro fiscal",
            target="1",
            teams=["Despacho del Contralor"],
            due="2025-06-30",
        ),
    ]
    return truth("paper_columns_of_blanks.txt", "2025-03-01", [plan(lines)])


@case
def layout_of_two_pages(folder: Path) -> Truth:
    """Columns of blanks that stand elsewhere on the second page; a cell centred upright, an address below."""
    text = """\
                                 HOSPITAL LOCAL SAN ANTONIO E.S.E.                             Código: PL-01
                                 PLAN DE ACCIÓN 2025                                           Página 1 de 2

                                                                 FECHA        FECHA
ITEM   ACTIVIDAD                        PRODUCTO         META    INICIO       FINAL        RESPONSABLE         TRIM I   TRIM II

       Actualizar el portafolio de
 1     servicios de la ESE              Portafolio         1     02/01/2025   31/03/2025   Subgerencia             1        0
 2     Capacitar al personal asis-      Capacitaciones    12     01/02/2025   30/11/2025   Talento Humano          3        2
       tencial en humanización
 3     Recaudar la cartera              Millones        1.250,5  01/01/2025   31/12/2025   Cartera               300      420,5

                              Carrera 5 No. 4-20  Tel. 555 55 55
\f                               HOSPITAL LOCAL SAN ANTONIO E.S.E.                           Código: PL-01
                                 PLAN DE ACCIÓN 2025                                         Página 2 de 2

                                                               FECHA        FECHA
ITEM   ACTIVIDAD                      PRODUCTO         META    INICIO       FINAL        RESPONSABLE       TRIM I   TRIM II

 4     Realizar auditorías            Informes           4     01/02/2025   30/11/2025   Calidad              1        1
 5     Adquirir equipos biomédicos    Equipos                  01/02/2025   30/11/2025   Almacén                       1

Elaboró: Planeación               Revisó: Subgerencia                 Aprobó: Gerente
"""  # noqa: E501  a page as wide as paper
    write_text(folder / "layout_of_two_pages.txt", text.split("\n"))
    lines = [
        line(
            7,
            number="1",
            activity="Actualizar el portafolio de servicios de la ESE",
            target="1",
            start="2025-01-02",
            due="2025-03-31",
            results={"2025-Q1": "1", "2025-Q2": "0"},
            teams=["Subgerencia"],
        ),
        line(
            9,
            number="2",
            activity="Capacitar al personal asistencial en humanización",
            target="12",
            results={"2025-Q1": "3", "2025-Q2": "2"},
            teams=["Talento Humano"],
        ),
        line(11, number="3", target="1250.5", results={"2025-Q1": "300", "2025-Q2": "420.5"}, due="2025-12-31"),
        line(20, number="4", target="4", results={"2025-Q1": "1", "2025-Q2": "1"}, teams=["Calidad"]),
        line(21, number="5", target=None, results={"2025-Q2": "1"}, teams=["Almacén"]),
    ]
    issues = [issue("split_cell_joined", 8), issue("split_cell_joined", 10)]
    return truth("layout_of_two_pages.txt", "2025-07-10", [plan(lines, period_kind="quarter")], issues)


@case
def letters_of_a_pdf(folder: Path) -> Truth:
    """Ligatures, hyphens that nobody sees and loose accents; a form feed begins the second page."""
    head = ["N°", "Actividad", "Responsable", "Fecha \ufb01nal", "Meta"]
    lines_of = [
        "ALCALDÍA DE FINLANDIA",
        "PLAN DE ACCIÓN 2025",
        head,
        ["1", "Actualizar \ufb01chas de la o\ufb01cina", "O\ufb01cina de Planeación", "30/06/2025", "1"],
        ["2", "Diseñar re\ufb02ejos abaste\u00adcedores", "Secretaría\u00a0General", "30/09/2025", "2"],
        "\fALCALDÍA DE FINLANDIA",
        "PLAN DE ACCIÓN 2025",
        head,
        ["3", "Realizar jornada", "Secretari\u0301a General", "31/10/2025", "3"],
    ]
    write_text(folder / "letters_of_a_pdf.txt", lines_of)
    lines = [
        line(4, activity="Actualizar fichas de la oficina", teams=["Oficina de Planeación"], due="2025-06-30"),
        line(5, activity="Diseñar reflejos abastecedores", teams=["Secretaría General"]),
        line(9, activity="Realizar jornada", teams=["Secretaría General"], due="2025-10-31", target="3"),
    ]
    return truth("letters_of_a_pdf.txt", "2025-03-01", [plan(lines)])


@case
def layout_of_narrow_columns(folder: Path) -> Truth:
    """One blank parts the titles of the last columns, and most of their figures too."""
    text = """\
PLAN OPERATIVO 2025
No  Actividad                     Responsable       Inicio     Fin        Meta T1 T2
1   Realizar jornadas de salud    Salud Pública     01/02/2025 30/06/2025 4    1  2
2   Vacunar población infantil    Salud Pública     01/02/2025 30/11/2025 1200 300 450
3   Visitar hogares priorizados   Trabajo Social    01/03/2025 30/11/2025 60   10 22
"""
    write_text(folder / "layout_of_narrow_columns.txt", text.split("\n"))
    lines = [
        line(3, target="4", results={"2025-Q1": "1", "2025-Q2": "2"}, start="2025-02-01", due="2025-06-30"),
        line(4, target="1200", results={"2025-Q1": "300", "2025-Q2": "450"}, teams=["Salud Pública"]),
        line(5, target="60", results={"2025-Q1": "10", "2025-Q2": "22"}, due="2025-11-30", teams=["Trabajo Social"]),
    ]
    return truth("layout_of_narrow_columns.txt", "2025-07-10", [plan(lines, period_kind="quarter")])
