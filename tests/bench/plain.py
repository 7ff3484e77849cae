"""The honest plain script: what an entity's engineer would write in a day with openpyxl and smtplib.

Reads every plan, finds what is missing, overdue or due soon on a day, sends one mail a team over one connection and
writes one consolidated workbook with borders, colours and a second tab. It keeps nothing: run twice, it mails twice.
"""

import re
import smtplib
import sys
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import openpyxl
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

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


def write_consolidated(path: Path, lines: list[dict], today: date) -> None:
    """One sheet of lines with borders and colours, and one of teams."""
    thin = Side(style="thin", color="999999")
    border, wrap = Border(left=thin, right=thin, top=thin, bottom=thin), Alignment(wrap_text=True, vertical="top")
    red, green = PatternFill("solid", fgColor="F4C7C3"), PatternFill("solid", fgColor="C6EFCE")
    book = openpyxl.Workbook()
    sheet = book.active
    titles = ["Plan", "Fila", "Ítem", "Criterio", "Actividad", "Producto", "Inicio", "Fin", "Responsable", "Meta"]
    titles += ["T1", "T2", "T3", "T4", "Resultado", "Estado"]
    for column, title in enumerate(titles, 1):
        sheet.cell(1, column, title).font = Font(bold=True)
    for row, line in enumerate(lines, 2):
        said = findings(line, today)
        done = sum(value or 0 for value in line["results"])
        values = [line["plan"], line["row"], line["item"], line["criterion"], line["activity"], line["product"]]
        values += [line["start"], line["due"], line["team"], line["target"], *line["results"]]
        values += [done / line["target"] if line["target"] else None, ", ".join(said)]
        for column, value in enumerate(values, 1):
            cell = sheet.cell(row, column, value)
            cell.border, cell.alignment = border, wrap
        sheet.cell(row, 15).number_format = "0.0%"
        sheet.cell(row, 16).fill = red if said else green
    teams = book.create_sheet("Equipos")
    totals: dict[str, list[float]] = {}
    for line in lines:
        if line["target"]:
            totals.setdefault(line["team"], []).append(sum(v or 0 for v in line["results"]) / line["target"])
    for row, (team, values) in enumerate(totals.items(), 1):
        teams.cell(row, 1, team)
        teams.cell(row, 2, sum(values) / len(values)).number_format = "0.0%"
    book.save(path)


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
