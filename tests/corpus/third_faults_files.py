"""Workbooks as other programs write them, part by part."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from tests.corpus.builders import Book, Truth, case, column_name, issue, line, plan, truth
from tests.support.office import MAIN, book, book_parts, links, package, sheet_xml, styles_xml

_TITLES = ["No.", "ACTIVIDAD", "META", "FECHA INICIO", "FECHA FIN", "RESPONSABLE", "TRIM I", "TRIM II"]
_DAY = date(1899, 12, 30)


def _text(text: str) -> str:
    return f'<is><t xml:space="preserve">{escape(text)}</t></is>'


def _cell(address: str, value: object, style: str = "") -> str:
    """One cell with its text inside it, its number, its date by style 1, or raw XML given as bytes."""
    named = f' r="{address}"' if address else ""
    if isinstance(value, bytes):
        return value.decode().replace("<c", f"<c{named}", 1)
    if isinstance(value, date):
        return f'<c{named} s="1"><v>{(value - _DAY).days}</v></c>'
    if isinstance(value, str):
        return f'<c{named}{style} t="inlineStr">{_text(value)}</c>'
    return f"<c{named}{style}><v>{value}</v></c>"


def _row(number: int, values: Sequence[object], extra: str = "", addressed: bool = True) -> str:
    cells = [
        _cell(f"{column_name(index)}{number}" if addressed else "", value)
        for index, value in enumerate(values)
        if value is not None
    ]
    return f'<row r="{number}"{extra}>{"".join(cells)}</row>'


@case
def faults_google_export(folder: Path) -> Truth:
    """Google's export: a thousand styled empty rows, tick boxes, rows that a filter hides."""
    styles = styles_xml("0", "d/m/yyyy", "0%")
    rows = [_row(1, ["PLAN DE ACCIÓN INSTITUCIONAL 2025"]), _row(3, [*_TITLES, "¿CUMPLIDA?"])]
    yes, no = b'<c t="b"><v>1</v></c>', b'<c t="b"><v>0</v></c>'
    start, end = date(2025, 2, 3), date(2025, 11, 28)
    rows.append(_row(4, [1, "Actualizar el PINAR", 1, start, end, "Archivo", 1, None, yes]))
    rows.append(_row(5, [2, "Organizar fondos acumulados", 200, start, end, "Archivo", 40, 60, no], ' hidden="1"'))
    rows.append(_row(6, [3, "Capacitar en gestión documental", 4, start, end, "Archivo", 1, 1, no]))
    blank = [b'<c s="0"/>'] * 9
    rows += [_row(number, blank, ' ht="15.75" customHeight="1"') for number in range(7, 1001)]
    after = '<autoFilter ref="$A$3:$I$6"><filterColumn colId="1"><filters/></filterColumn></autoFilter>'
    (folder / "faults_google_export.xlsx").write_bytes(book("".join(rows), styles=styles, after=after))
    lines = [
        line(4, number="1", target="1", start="2025-02-03", due="2025-11-28", results={"2025-Q1": "1"}),
        line(5, target="200", results={"2025-Q1": "40", "2025-Q2": "60"}, teams=["Archivo"]),
        line(6, target="4", results={"2025-Q1": "1", "2025-Q2": "1"}),
    ]
    return truth("faults_google_export.xlsx", "2025-07-15", [plan(lines)], [issue("hidden_row", 5)])


@case
def faults_calc_export(folder: Path) -> Truth:
    """LibreOffice's export: formulas marked, their texts too, and a blank row at the very end."""
    styles = styles_xml("0", "dd/mm/yyyy", "0%")
    rows = [_row(1, ["ALCALDÍA DE EL RETIRO"]), _row(2, ["PLAN DE ACCIÓN AÑO 2025"]), _row(4, _TITLES)]
    summed = b'<c s="0"><f aca="false">SUM(G5:H5)</f><v>7</v></c>'
    named = b'<c t="str"><f aca="false">UPPER("obras")</f><v>OBRAS</v></c>'
    day = b'<c s="1"><f aca="false">DATE(2025,11,30)</f><v>45991</v></c>'
    rows.append(_row(5, [1, "Mantener vías terciarias", summed, date(2025, 2, 1), day, named, 3, 4]))
    empty = b'<c t="str"><f aca="false">IF(1=1,"",0)</f><v></v></c>'
    rows.append(_row(6, [2, "Construir placa huella", 2, date(2025, 3, 1), date(2025, 10, 31), named, 1, empty]))
    rows.append('<row r="1048576" ht="12.8" customHeight="false" hidden="false"/>')
    before = '<dimension ref="A1:H1048576"/><cols><col min="1" max="1024" style="0" width="11.5"/></cols>'
    (folder / "faults_calc_export.xlsx").write_bytes(book("".join(rows), styles=styles, before=before))
    lines = [
        line(5, target="7", due="2025-11-30", teams=["OBRAS"], results={"2025-Q1": "3", "2025-Q2": "4"}),
        line(6, target="2", due="2025-10-31", teams=["OBRAS"], results={"2025-Q1": "1"}),
    ]
    return truth("faults_calc_export.xlsx", "2025-07-15", [plan(lines)], absent=["formula_without_value"])


@case
def faults_strict_with_iso_dates(folder: Path) -> Truth:
    """The strict dialect: dates as ISO texts of type d, with and without an hour."""
    first, last = b'<c t="d" s="1"><v>2025-02-03</v></c>', b'<c t="d" s="1"><v>2025-11-28T00:00:00</v></c>'
    night = b'<c t="d" s="1"><v>2025-12-15T23:59:59.000Z</v></c>'
    rows = [_row(1, _TITLES), _row(2, [1, "Formular el PTEP", 1, first, last, "Planeación", 1, None])]
    rows.append(_row(3, [2, "Publicar la encuesta", 3, first, night, "Comunicaciones", 1, 1]))
    data = package(
        {
            name: content.replace(
                "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                "http://purl.oclc.org/ooxml/spreadsheetml/main",
            ).replace(
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
            for name, content in book_parts(
                sheet_xml("".join(rows)),
                styles=styles_xml("0", "dd/mm/yyyy"),
                settings='<workbookPr dateCompatibility="0"/>',
            ).items()
            if isinstance(content, str)
        }
    )
    (folder / "faults_strict_with_iso_dates.xlsx").write_bytes(data)
    lines = [
        line(2, start="2025-02-03", due="2025-11-28", teams=["Planeación"]),
        line(3, start="2025-02-03", due="2025-12-15", teams=["Comunicaciones"]),
    ]
    spot = issue("missing_year")
    return truth("faults_strict_with_iso_dates.xlsx", "2025-07-15", [plan(lines)], absent=[issue("error_value"), spot])


@case
def faults_rich_shared_strings(folder: Path) -> Truth:
    """Texts in pieces of several colours, with a reading aid, breaks written as escapes, and blanks kept."""
    texts = [f"<si><t>{title}</t></si>" for title in _TITLES[:6]]
    texts[1] = '<si><r><t>ACTI</t></r><r><rPr><b/><color rgb="FFFF0000"/></rPr><t>VIDAD</t></r></si>'
    texts[4] = '<si><t xml:space="preserve">FECHA_x000D_\nFIN </t></si>'
    texts += [
        (
            '<si><r><t xml:space="preserve">Elaborar el </t></r><r><rPr><i/></rPr><t>mapa de riesgos</t></r>'
            '<rPh sb="0" eb="2"><t>ELABORAR</t></rPh><phoneticPr fontId="1"/></si>'
        ),
        '<si><t xml:space="preserve">  Oficina de\u00a0Control Interno </t></si>',
        "<si><t/></si>",
    ]
    head = "".join(f'<c r="{letter}1" t="s"><v>{at}</v></c>' for at, letter in enumerate("ABCDEF"))
    row = '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>6</v></c><c r="C2"><v>1.0</v></c>'
    row += '<c r="D2" s="1"><v>45691</v></c><c r="E2" s="1"><v>45989.0</v></c><c r="F2" t="s"><v>7</v></c></row>'
    row += '<row r="3"><c r="B3" t="s"><v>8</v></c><c r="F3" t="s"><v>8</v></c></row>'
    (folder / "faults_rich_shared_strings.xlsx").write_bytes(
        book(f'<row r="1">{head}</row>{row}', strings="".join(texts), styles=styles_xml("0", "14"))
    )
    lines = [
        line(
            2,
            activity="Elaborar el mapa de riesgos",
            start="2025-02-03",
            due="2025-11-28",
            target="1",
            teams=["Oficina de Control Interno"],
        )
    ]
    return truth("faults_rich_shared_strings.xlsx", "2025-07-15", [plan(lines)])


@case
def faults_shared_and_array_formulas(folder: Path) -> Truth:
    """Formulas shared over rows and spilled arrays, each cell with the value it shows."""
    done = date(2025, 11, 28)
    rows = [_row(1, ["Plan de acción 2025"]), _row(2, _TITLES)]
    own = b'<c><f t="shared" ref="C3:C5" si="0">G3*4</f><v>8</v></c>'
    for number in (3, 4, 5):
        goal = own if number == 3 else f'<c><f t="shared" si="0"/><v>{4 * (number - 1)}</v></c>'.encode()
        spilled = f'<c cm="1"><f t="array" ref="G{number}">A{number}+1</f><v>{number - 1}</v></c>'.encode()
        rows.append(_row(number, [number - 2, f"Visita técnica {number}", goal, None, done, "Catastro", spilled]))
    lost = b'<c><f t="shared" si="0"/></c>'
    rows.append(_row(6, [4, "Visita técnica 6", lost, None, done, "Catastro", 5]))
    styles = styles_xml("0", "dd/mm/yyyy")
    (folder / "faults_shared_and_array_formulas.xlsx").write_bytes(book("".join(rows), styles=styles))
    lines = [line(number, target=str(4 * (number - 1)), results={"2025-Q1": str(number - 1)}) for number in (3, 4, 5)]
    lines.append(line(6, target=None, results={"2025-Q1": "5"}))
    spots = [issue("formula_without_value", 6, cell="C6")]
    return truth("faults_shared_and_array_formulas.xlsx", "2025-05-15", [plan(lines)], spots)


@case
def faults_cells_without_addresses(folder: Path) -> Truth:
    """A system's own export: no addresses, no styles, dates as texts, numbers as texts."""
    head = [
        "CODIGO",
        "NOMBRE DE LA ACTIVIDAD",
        "META",
        "FECHA_INICIO",
        "FECHA_FIN",
        "DEPENDENCIA",
        "AVANCE_T1",
        "AVANCE_T2",
    ]
    rows = [_row(1, head, addressed=False)]
    rows.append(
        _row(2, ["PA-001", "Formular el PIGA", "1", "2025-02-03", "2025-11-28", "Ambiente", "0,5", ""], "", False)
    )
    rows.append(
        _row(3, ["PA-002", "Sembrar árboles", "500", "2025-02-03", "2025-10-31", "Ambiente", "120", "200"], "", False)
    )
    data = book("".join(rows).replace(' r="1"', "").replace(' r="2"', "").replace(' r="3"', ""))
    (folder / "faults_cells_without_addresses.xlsx").write_bytes(data)
    lines = [
        line(
            2,
            number="PA-001",
            activity="Formular el PIGA",
            start="2025-02-03",
            due="2025-11-28",
            results={"2025-Q1": "0.5"},
        ),
        line(3, number="PA-002", target="500", due="2025-10-31", results={"2025-Q1": "120", "2025-Q2": "200"}),
    ]
    return truth("faults_cells_without_addresses.xlsx", "2025-07-15", [plan(lines)])


@case
def faults_values_under_a_merge(folder: Path) -> Truth:
    """Joined cells that still hold what stood there before: what is shown counts, and what is covered is no line."""
    end = date(2025, 11, 28)
    rows = [_row(1, ["PLAN DE ACCIÓN 2025", "PLAN DE ACCIÓN 2024"]), _row(2, _TITLES[:7])]
    rows.append(_row(3, [1, "Renovar el parque de maquinaria", 1, None, end, "Infraestructura", 1]))
    rows.append(_row(4, [2, "Reparchar la malla vial", 300, None, end, "Obras Públicas", 40]))
    rows.append(_row(5, [3, "Señalizar intersecciones", 12, None, end, "Tránsito", 2]))
    after = (
        '<mergeCells count="3"><mergeCell ref="A1:F1"/><mergeCell ref="F3:F5"/><mergeCell ref="G3:G4"/></mergeCells>'
    )
    styles = styles_xml("0", "dd/mm/yyyy")
    (folder / "faults_values_under_a_merge.xlsx").write_bytes(book("".join(rows), styles=styles, after=after))
    done = {3: {"2025-Q1": "1"}, 4: {}, 5: {"2025-Q1": "2"}}
    lines = [line(row, teams=["Infraestructura"], due="2025-11-28", results=done[row]) for row in done]
    spots = [issue("covered_value", 4, cell="F4"), issue("covered_value", 5, cell="F5")]
    spots.append(issue("covered_value", 4, cell="G4"))
    return truth("faults_values_under_a_merge.xlsx", "2025-05-15", [plan(lines)], spots)


@case
def faults_apostrophe_numbers(folder: Path) -> Truth:
    """Numbers kept as text by an apostrophe, with blanks of every width around them."""
    quoted = ["'1", "12", " 3", "4\u00a0", "\u200b5"]
    with Book(folder / "faults_apostrophe_numbers.xlsx") as book:
        page = book.page("Plan")
        page.put(1, "A", "PLAN DE ACCION 2025")
        page.head(2, ["N°", "ACTIVIDAD", "META", "RESPONSABLE", "FECHA FIN", "1er TRIM.", "2do TRIM."])
        for index, text in enumerate(quoted):
            page.row(3 + index, [str(index + 1), f"Taller de emprendimiento {index + 1}", text, "Turismo"])
            page.row(3 + index, ["30/11/2025", "1", "\u00a0"], "E")
    goals = ["1", "12", "3", "4", "5"]
    lines = [line(3 + at, target=goal, due="2025-11-30", results={"2025-Q1": "1"}) for at, goal in enumerate(goals)]
    return truth("faults_apostrophe_numbers.xlsx", "2025-07-15", [plan(lines)])


@case
def faults_macro_book_with_foreign_parts(folder: Path) -> Truth:
    """A .xlsm of an entity: two plans' sheets and a chart's sheet, which is no sheet of cells."""
    name = "faults_macro_book_with_foreign_parts.xlsm"
    rows = _row(1, ["PLAN DE ACCIÓN 2025"]) + _row(2, _TITLES)
    rows += _row(3, [1, "Titular predios", 30, date(2025, 2, 3), date(2025, 11, 28), "Vivienda", 5, 8])
    parts = book_parts(sheet_xml(rows), styles=styles_xml("0", "dd/mm/yyyy"))
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace(
        "</sheets>", '<sheet name="Gráfico" sheetId="2" r:id="rId9"/></sheets>'
    )
    parts["xl/chartsheets/sheet1.xml"] = f'<chartsheet xmlns="{MAIN}"><sheetViews/></chartsheet>'
    parts["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0" + bytes(64)
    targets = {
        "rId1": ("worksheet", "worksheets/sheet1.xml"),
        "rId3": ("styles", "styles.xml"),
        "rId9": ("chartsheet", "chartsheets/sheet1.xml"),
    }
    parts["xl/_rels/workbook.xml.rels"] = links(targets)
    (folder / name).write_bytes(package(parts))
    lines = [line(3, target="30", due="2025-11-28", results={"2025-Q1": "5", "2025-Q2": "8"})]
    return truth(name, "2025-07-15", [plan(lines, sheet="Plan")])
