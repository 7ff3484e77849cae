"""The honest plain script: what an entity's engineer would write in a day with openpyxl and smtplib.

Reads every plan, finds what is missing, overdue or due soon on a day, sends one mail a team over one connection and
writes one consolidated workbook: every line with its two lights, means by plan, team, item and stage with a chart, who
is missing, and where each figure stands. It keeps nothing: run twice, it mails twice.
"""

import re
import smtplib
import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

MONTHS = {"jan": 1, "ene": 1, "feb": 2, "mar": 3, "apr": 4, "abr": 4, "may": 5, "jun": 6, "jul": 7}
MONTHS |= {"aug": 8, "ago": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12, "dic": 12}
QUARTER_ENDS = ((3, 31), (6, 30), (9, 30), (12, 31))


def read_plan(path: Path) -> tuple[list[dict], dict[str, str]]:
    """The lines of a plan's workbook and the addresses of its directory."""
    book = openpyxl.load_workbook(path, data_only=True)
    sheet = book.worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    start = next(i for i, row in enumerate(rows) if row[0] == "ITEM") + 2
    lines, carried = [], [None, None, None]
    for number, row in enumerate(rows[start:], start + 1):
        if all(value is None for value in row):
            continue
        cells = list(row)
        for column in range(3):
            carried[column] = cells[column] if cells[column] is not None else carried[column]
        if _day(cells[6]) and not isinstance(cells[6], (int, float)):
            cells.insert(6, None)  # the description of the target was left out and the rest slid to the left
        lines.append(
            {
                "plan": path.name,
                "row": number,
                "item": carried[0],
                "criterion": carried[1],
                "stage": carried[2],
                "activity": cells[3],
                "product": cells[4],
                "start": _day(cells[7]),
                "due": _day(cells[8]),
                "team": re.sub(r"\s+", " ", str(cells[9])).strip(),
                "target": _number(cells[10]),
                "results": [_number(value) for value in cells[11:15]],
            }
        )
    emails = {str(name): str(mail) for name, mail, *_ in book["Directorio"].iter_rows(min_row=2, values_only=True)}
    return lines, emails


def findings(line: dict, today: date) -> list[str]:
    """What is to be said about a line on a day."""
    said = []
    for quarter, (month, day) in enumerate(QUARTER_ENDS, 1):
        end = date(line["start"].year, month, day)
        begin = date(end.year, month - 2, 1)
        expected = line["start"] <= end and line["due"] >= begin
        if end < today and expected and line["results"][quarter - 1] is None:
            said.append(f"sin resultado del trimestre {quarter}")
    done = sum(value or 0 for value in line["results"])
    if line["target"] and done < line["target"]:
        if line["due"] < today:
            said.append(f"vencida el {line['due']:%d/%m/%Y}")
        elif line["due"] <= today + timedelta(days=15):
            said.append(f"vence el {line['due']:%d/%m/%Y}")
    return said


def send(host: str, port: int, by_team: dict[str, list[tuple[dict, list[str]]]], emails: dict[str, str]) -> int:
    """One mail a team, over one connection."""
    sent = 0
    with smtplib.SMTP(host, port) as smtp:
        for team, found in by_team.items():
            mail = EmailMessage()
            mail["From"], mail["To"] = "planes@entidad.example", emails[team]
            mail["Subject"] = f"[{team}] {len(found)} pendientes"
            rows = [f"{line['activity']}: {', '.join(said)}" for line, said in found]
            mail.set_content("\n".join(rows))
            table = "".join(f"<tr><td>{line['activity']}</td><td>{', '.join(said)}</td></tr>" for line, said in found)
            mail.add_alternative(f"<html><body><table>{table}</table></body></html>", subtype="html")
            smtp.send_message(mail)
            sent += 1
    return sent


def judge(line: dict, today: date) -> dict:
    """The figures of a line at the last quarter that ended."""
    spans = [(date(today.year, month - 2, 1), date(today.year, month, day)) for month, day in QUARTER_ENDS]
    expected = [quarter for quarter, (a, b) in enumerate(spans, 1) if line["start"] <= b and line["due"] >= a]
    ended = sum(end < today for _, end in spans)
    results = line["results"][:ended]
    done, last, target = sum(value or 0 for value in results), results[-1], line["target"]
    owed = ended in expected
    return {
        "results": {quarter: value for quarter, value in enumerate(results, 1) if value is not None},
        "missing": [quarter for quarter in expected if quarter <= ended and results[quarter - 1] is None],
        "done": done,
        "progress": done / target if target else None,
        "compliance": last / (target / len(expected)) if target and owed and last is not None else None,
        "owed": owed,
        "answered": owed and last is not None,
    }


def write_consolidated(path: Path, lines: list[dict], today: date) -> None:
    """Sheets of lines, of means by plan, team, item and stage, of what is missing, and of where each figure stands."""
    judged = [(line, judge(line, today)) for line in lines]
    book = openpyxl.Workbook()
    write_lines(book.active, judged, today)
    plans = book.create_sheet("Planes")
    write_means(plans, group(judged, lambda line: (line["plan"],)))
    write_means(book.create_sheet("Equipos"), group(judged, lambda line: (line["team"],)))
    items = group(judged, lambda line: (line["plan"], line["item"]))
    write_means(book.create_sheet("Ítems"), items, answers=False)
    by_plan: dict[str, list[float | None]] = {}
    for (plan, _), members in items.items():
        by_plan.setdefault(plan, []).append(mean(figures["progress"] for _, figures in members))
    plans.cell(1, 8, "Avance por ítems")
    for row, means in enumerate(by_plan.values(), 2):
        plans.cell(row, 8, mean(means)).number_format = "0.0%"
    stages = book.create_sheet("Ciclo PHVA")
    write_means(stages, group(judged, lambda line: (line["stage"],)))
    draw_means(stages)
    write_missing(book.create_sheet("Faltantes"), judged)
    write_sources(book.create_sheet("Fuentes"), judged)
    for sheet in book.worksheets:
        for cell in sheet[1]:
            cell.font = Font(bold=True)
        sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows = "A2", sheet.dimensions, "1:1"
        sheet.page_setup.orientation = "landscape"
    book.save(path)


def write_lines(sheet: Worksheet, judged: list[tuple[dict, dict]], today: date) -> None:
    """Every line with its two lights."""
    thin = Side(style="thin", color="999999")
    border, wrap = Border(left=thin, right=thin, top=thin, bottom=thin), Alignment(wrap_text=True, vertical="top")
    red, yellow, green = (PatternFill("solid", fgColor=colour) for colour in ("F4C7C3", "FFEB9C", "C6EFCE"))
    titles = ["Plan", "Fila", "Ítem", "Criterio", "Ciclo", "Actividad", "Producto", "Inicio", "Fin", "Responsable"]
    sheet.append([*titles, "Meta", "T1", "T2", "T3", "T4", "Resultado", "Cumplimiento", "Semáforo", "Estado"])
    for row, (line, figures) in enumerate(judged, 2):
        said, compliance = findings(line, today), figures["compliance"]
        if compliance is None:
            light, fill = "Sin dato", None
        elif compliance < 0.6:
            light, fill = "Crítico", red
        elif compliance < 0.8:
            light, fill = "En riesgo", yellow
        else:
            light, fill = "En ritmo", green
        values = [line["plan"], line["row"], line["item"], line["criterion"], line["stage"], line["activity"]]
        values += [line["product"], line["start"], line["due"], line["team"], line["target"], *line["results"]]
        values += [figures["progress"], compliance, light, ", ".join(said)]
        for column, value in enumerate(values, 1):
            cell = sheet.cell(row, column, value)
            cell.border, cell.alignment = border, wrap
        sheet.cell(row, 16).number_format = sheet.cell(row, 17).number_format = "0.0%"
        if fill:
            sheet.cell(row, 18).fill = fill
        sheet.cell(row, 19).fill = red if said else green


def write_means(sheet: Worksheet, groups: dict[tuple, list[tuple[dict, dict]]], *, answers: bool = True) -> None:
    """One row a group: how far it has come, and who of it answered."""
    names = len(next(iter(groups)))
    titles = [*["Grupo"] * names, "Líneas", "Avance", "Cumplimiento"]
    sheet.append([*titles, "Debían", "Reportaron", "Sin reporte"] if answers else titles)
    for row, (name, members) in enumerate(groups.items(), 2):
        figures = [each for _, each in members]
        values = [*name, len(members), *(mean(each[what] for each in figures) for what in ("progress", "compliance"))]
        if answers:
            owed, answered = sum(each["owed"] for each in figures), sum(each["answered"] for each in figures)
            values += [owed, answered, owed - answered]
        sheet.append(values)
        sheet.cell(row, names + 2).number_format = sheet.cell(row, names + 3).number_format = "0.0%"


def draw_means(sheet: Worksheet) -> None:
    """Bars of the means beside their table."""
    chart = BarChart()
    chart.type, chart.legend = "bar", None
    chart.add_data(Reference(sheet, min_col=3, min_row=2, max_row=sheet.max_row))
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=sheet.max_row))
    sheet.add_chart(chart, "J2")


def write_missing(sheet: Worksheet, judged: list[tuple[dict, dict]]) -> None:
    """Every result that is owed and not there."""
    sheet.append(["Plan", "Equipo", "Ítem", "Actividad", "Trimestre"])
    for line, figures in judged:
        for quarter in figures["missing"]:
            sheet.append([line["plan"], line["team"], line["item"], line["activity"], quarter])


def write_sources(sheet: Worksheet, judged: list[tuple[dict, dict]]) -> None:
    """Every result with its cell, and what the line's results make together."""
    sheet.append(["Plan", "Fila", "Resultado", "Trimestre", "Valor", "Celda"])
    for line, figures in judged:
        ratio = f"{figures['done']:g} de {line['target']:g}" if line["target"] else None
        for quarter, value in figures["results"].items():
            sheet.append([line["plan"], line["row"], ratio, quarter, value, f"{'LMNO'[quarter - 1]}{line['row']}"])


def group(judged: list[tuple[dict, dict]], key: Callable[[dict], tuple]) -> dict[tuple, list[tuple[dict, dict]]]:
    """Lines with their figures by a key, in order of appearance."""
    groups: dict[tuple, list[tuple[dict, dict]]] = {}
    for line, figures in judged:
        groups.setdefault(key(line), []).append((line, figures))
    return groups


def mean(shares: Iterable[float | None]) -> float | None:
    """The mean of what is known, each at most 100 %."""
    known = [min(share, 1) for share in shares if share is not None]
    return sum(known) / len(known) if known else None


def main(folder: Path, today: date, port: int) -> None:
    """The whole job."""
    lines, emails = [], {}
    for path in sorted(folder.glob("*.xlsx")):
        read, directory = read_plan(path)
        lines += read
        emails |= directory
    by_team: dict[str, list[tuple[dict, list[str]]]] = {}
    for line in lines:
        if said := findings(line, today):
            by_team.setdefault(line["team"], []).append((line, said))
    sent = send("127.0.0.1", port, by_team, emails)
    write_consolidated(folder / "plain.out", lines, today)
    sys.stdout.write(f"{len(lines)} {sum(len(found) for found in by_team.values())} {sent}\n")


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    text = str(value or "").strip().lower()
    if found := re.fullmatch(r"(\d{1,2})[-/](\d{1,2}|[a-z]{3})[-/](\d{2,4})", text):
        day, month, year = found.groups()
        number = int(month) if month.isdigit() else MONTHS[month]
        return date(int(year) + (2000 if len(year) == 2 else 0), number, int(day))
    return None


def _number(value: object) -> float | None:
    if isinstance(value, (int, float)):
        return float(value)
    text = str(value or "").strip().replace(",", ".")
    try:
        return float(text.rstrip("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        return None


if __name__ == "__main__":
    main(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]), int(sys.argv[3]))
