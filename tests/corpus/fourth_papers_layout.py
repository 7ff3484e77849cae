"""Plans that came out of a PDF as text: components that stand once, long findings, a total below."""

from pathlib import Path

from tests.corpus.builders import Truth, case, line, plan, truth
from tests.corpus.plain import write_text


@case
def layout_of_an_integrity_plan(folder: Path) -> Truth:
    """pdftotext -layout of a talent plan: the component stands once for its rows, teams and actions wrap."""
    text = """\
                             INSTITUTO MUNICIPAL DE DEPORTE Y RECREACIÓN
                               PLAN ESTRATÉGICO DE TALENTO HUMANO 2025
Código: TH-PL-02                       Versión: 4                        Vigente desde: 28/01/2025

COMPONENTE       ACTIVIDAD                               META   PRODUCTO            RESPONSABLE             FECHA INICIAL   FECHA FINAL

                 Elaborar el diagnóstico de                                         Subdirección
Bienestar        necesidades de bienestar                1      Diagnóstico         Administrativa          15/01/2025      28/02/2025

                 Celebrar el día del servidor
                 público                                 1      Registro            Talento Humano          01/06/2025      27/06/2025

Capacitación     Ejecutar el Plan Institucional de       10     Capacitaciones      Talento Humano          01/03/2025      12/12/2025
                 Capacitación

                 Evaluar el impacto de la formación      2      Informes            Oficina de              01/07/2025      19/12/2025
                                                                                    Planeación

                                                     Página 1 de 1
"""  # noqa: E501  a page as wide as paper
    write_text(folder / "layout_of_an_integrity_plan.txt", text.split("\n"))
    lines = [
        line(
            None,
            activity="Elaborar el diagnóstico de necesidades de bienestar",
            target="1",
            deliverable="Diagnóstico",
            teams=["Subdirección Administrativa"],
            start="2025-01-15",
            due="2025-02-28",
            extra={"path_has": ["Bienestar"]},
        ),
        line(
            None,
            activity="Celebrar el día del servidor público",
            target="1",
            teams=["Talento Humano"],
            start="2025-06-01",
            due="2025-06-27",
            extra={"path_has": ["Bienestar"]},
        ),
        line(
            None,
            activity="Ejecutar el Plan Institucional de Capacitación",
            target="10",
            due="2025-12-12",
            teams=["Talento Humano"],
            extra={"path_has": ["Capacitación"]},
        ),
        line(
            None,
            activity="Evaluar el impacto de la formación",
            target="2",
            due="2025-12-19",
            teams=["Oficina de Planeación"],
            extra={"path_has": ["Capacitación"]},
        ),
    ]
    return truth("layout_of_an_integrity_plan.txt", "2025-04-01", [plan(lines)])


@case
def layout_of_a_comptroller_plan(folder: Path) -> Truth:
    """pdftotext -layout of a comptroller's improvement plan: long wrapped findings, progress and a total below."""
    text = """\
 MUNICIPIO DE SAN BERNARDO
 PLAN DE MEJORAMIENTO SUSCRITO CON LA CONTRALORÍA DEPARTAMENTAL
 Vigencia auditada: 2023            Fecha de suscripción: 14/08/2024

  No.   Descripción del hallazgo         Acción de mejora                  Responsable          Fecha inicio   Fecha fin    % de avance

  1     Se evidenciaron contratos        Publicar en SECOP II los          Secretaría           20/08/2024     20/12/2024   100%
        sin publicar en SECOP II         documentos de ejecución de        Jurídica
        dentro de los tres días          todos los contratos

  2     Diferencias entre el             Conciliar trimestralmente         Secretaría de        01/09/2024     31/07/2025   50%
        inventario físico y el           inventario y contabilidad         Hacienda
        contable

  3     Comodatos sin seguimiento        Actualizar los comodatos          Almacén              01/09/2024     30/05/2025   33,3%

        TOTAL AVANCE                                                                                                       61,1%
"""  # noqa: E501  a page as wide as paper
    write_text(folder / "layout_of_a_comptroller_plan.txt", text.split("\n"))
    lines = [
        line(
            None,
            number="1",
            activity="Publicar en SECOP II los documentos de ejecución de todos los contratos",
            start="2024-08-20",
            due="2024-12-20",
            results={"cut": "1"},
            teams=["Secretaría Jurídica"],
            extra={"path_has": ["Se evidenciaron contratos sin publicar en SECOP II dentro de los tres días"]},
        ),
        line(
            None,
            number="2",
            activity="Conciliar trimestralmente inventario y contabilidad",
            due="2025-07-31",
            results={"cut": "0.5"},
            teams=["Secretaría de Hacienda"],
        ),
        line(None, number="3", due="2025-05-30", results={"cut": "0.333"}, teams=["Almacén"]),
    ]
    return truth("layout_of_a_comptroller_plan.txt", "2025-02-15", [plan(lines, kind="improvement_plan")])
