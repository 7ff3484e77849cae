"""Random plans with their truth: columns in any order, any of the usual titles, noise rows, formats of every kind.

The same seed writes the same bytes and the same truth. Nothing here is in doubt: every value has one reading.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from tests.corpus.builders import Book, Formula, Page, Pct, Truth, column_name, issue, line, plan, truth
from tests.corpus.fuzz_words import MONTHS_EN, MONTHS_ES, PERIODS, PRODUCED, TEAMS, THINGS, TITLES, VERBS
from tests.corpus.grid import Grid


@dataclass
class Layout:
    """How one random plan is laid out."""

    rnd: Random
    year: int
    kind: str
    letter: str
    count: int
    names: Sequence[str]
    fields: list[str]
    style: str
    form: str
    as_of: date
    columns: dict[str, int] = field(default_factory=dict)

    def key(self, place: int) -> str:
        """The key of a period by its place in the year, from 1."""
        return f"{self.year}-M{place:02}" if self.letter == "M" else f"{self.year}-{self.letter}{place}"

    def ended(self, place: int) -> bool:
        """Whether the period had ended before the cut-off."""
        month = 12 // self.count * place
        following = date(self.year + month // 12, month % 12 + 1, 1)
        return following <= self.as_of


def write_random_plan(seed: int, folder: Path) -> Truth:
    """Write the plan of a seed, as workbook, csv or tab text, and answer its truth."""
    layout = _layout(Random(seed))
    name = f"fuzz_{seed:04}.{layout.form}"
    lines: list[Truth] = []
    issues: list[Truth] = []
    if layout.form == "xlsx":
        with Book(folder / name) as book:
            for other in layout.rnd.sample(("Instructivo", "Listas", "Control de cambios"), layout.rnd.randint(0, 2)):
                _other_sheet(book, other)
            _fill(book.page("Plan de acción"), layout, lines, issues)
    else:
        grid = Grid()
        _fill(grid, layout, lines, issues)
        grid.write(folder / name)
    plans = [plan(lines, "Plan de acción" if layout.form == "xlsx" else None, period_kind=layout.kind)]
    absent = ["shifted_row", "error_value", "unreadable_value", "ambiguous_date", "duplicate_number"]
    return {"case": f"fuzz_{seed:04}", **truth(name, layout.as_of.isoformat(), plans, issues, absent)}


def _fill(page: Page | Grid, layout: Layout, lines: list[Truth], issues: list[Truth]) -> None:
    row = _titles(page, layout, _heading(page, layout))
    for place in range(1, layout.rnd.randint(3, 9)):
        row = _noise(layout, row)
        lines.append(_line(page, layout, row, place, issues))
        row += 1
    _tail(page, layout, row)


def _layout(rnd: Random) -> Layout:
    kind = rnd.choice(list(PERIODS))
    letter, count, names = PERIODS[kind]
    fields = ["activity", "due", "team", "target"]
    fields += [name for name in ("number", "deliverable", "indicator", "start", "unit") if rnd.random() < 0.7]
    rnd.shuffle(fields)
    if "number" in fields and rnd.random() < 0.8:
        fields.remove("number")
        fields.insert(0, "number")
    style = rnd.choice(["results", "results", "side_by_side", "blocks", "flat"])
    year = rnd.choice([2022, 2023, 2024, 2025])
    as_of = date(year, rnd.randint(2, 12), rnd.randint(1, 28))
    form = rnd.choice(["xlsx", "xlsx", "xlsx", "csv", "txt"])
    return Layout(rnd, year, kind, letter, count, rnd.choice(names), fields, style, form, as_of)


# ---------------------------------------------------------------- around the table


def _other_sheet(book: Book, name: str) -> None:
    page = book.page(name)
    match name:
        case "Instructivo":
            page.rows(
                1,
                [["Campo", "Descripción"], ["Actividad", "Qué se hará"], ["Meta", "Cuánto"], ["Responsable", "Quién"]],
            )
        case "Listas":
            page.rows(1, [["Responsable", "Estado"], ["Oficina TIC", "Abierta"], ["Control Interno", "Cerrada"]])
        case _:
            page.rows(
                1, [["Versión", "Fecha", "Descripción del cambio"], ["1", date(2022, 1, 31), "Creación del formato"]]
            )


def _heading(page: Page | Grid, layout: Layout) -> int:
    entity = layout.rnd.choice(
        [
            "ALCALDÍA MUNICIPAL DE PRADERA",
            "GOBERNACIÓN DEL LLANO",
            "E.S.E. HOSPITAL CENTRAL",
            "UNIVERSIDAD DEL VALLE ALTO",
        ]
    )
    page.put(1, "A", entity, "title")
    page.put(2, "A", f"PLAN DE ACCIÓN {layout.year}", "title")
    row = 3
    for label, value in (("Código", "DE-FR-01"), ("Proceso", "Direccionamiento estratégico"), ("Versión", 3)):
        if layout.rnd.random() < 0.4:
            page.row(row, [label, value])
            row += 1
    return row + layout.rnd.randint(0, 12)


def _titles(page: Page | Grid, layout: Layout, row: int) -> int:
    """Write the titles; the first row of the body."""
    tall = layout.style in ("side_by_side", "blocks")
    for place, name in enumerate(layout.fields):
        layout.columns[name] = place
        _title(page, row, place, layout.rnd.choice(TITLES[name]), tall)
    after = {"results": _single, "flat": _flat, "side_by_side": _side_by_side, "blocks": _blocks}[layout.style](
        page, layout, row
    )
    if layout.rnd.random() < 0.6:
        layout.columns["notes"] = after
        _title(page, row, after, layout.rnd.choice(TITLES["notes"]), tall)
    return row + (2 if tall else 1)


def _title(page: Page | Grid, row: int, place: int, text: str, tall: bool) -> None:
    column = column_name(place)
    if tall:
        page.merge(f"{column}{row}:{column}{row + 1}", text)
    else:
        page.put(row, column, text, "head")


def _single(page: Page | Grid, layout: Layout, row: int) -> int:
    first = len(layout.fields)
    word = layout.rnd.choice(["", "", "Avance ", "Resultado "])
    for place, name in enumerate(layout.names):
        layout.columns[f"results {place + 1}"] = first + place
        page.put(row, column_name(first + place), f"{word}{name}", "head")
    return first + layout.count


def _pairs(layout: Layout) -> list[tuple[str, str]]:
    place = layout.rnd.choice({"side_by_side": (0, 1, 2), "blocks": (0, 1), "flat": (0, 1, 3)}[layout.style])
    return [(role, PRODUCED[role][place]) for role in ("programmed", "results")]


def _flat(page: Page | Grid, layout: Layout, row: int) -> int:
    pairs, column = _pairs(layout), len(layout.fields)
    for place, name in enumerate(layout.names):
        for role, word in pairs:
            layout.columns[f"{role} {place + 1}"] = column
            page.put(row, column_name(column), f"{word} {name}", "head")
            column += 1
    return column


def _side_by_side(page: Page | Grid, layout: Layout, row: int) -> int:
    pairs, column = _pairs(layout), len(layout.fields)
    for place, name in enumerate(layout.names):
        page.merge(f"{column_name(column)}{row}:{column_name(column + 1)}{row}", name)
        for role, word in pairs:
            layout.columns[f"{role} {place + 1}"] = column
            page.put(row + 1, column_name(column), word, "head")
            column += 1
    return column


def _blocks(page: Page | Grid, layout: Layout, row: int) -> int:
    column = len(layout.fields)
    for role, word in _pairs(layout):
        page.merge(f"{column_name(column)}{row}:{column_name(column + layout.count - 1)}{row}", word)
        for place, name in enumerate(layout.names):
            layout.columns[f"{role} {place + 1}"] = column
            page.put(row + 1, column_name(column), name, "head")
            column += 1
    return column


def _noise(layout: Layout, row: int) -> int:
    """Sometimes an empty row; the next row to write."""
    return row + 1 if layout.rnd.random() < 0.08 else row


def _tail(page: Page | Grid, layout: Layout, row: int) -> None:
    if layout.rnd.random() < 0.5:
        page.put(row, column_name(layout.columns["activity"]), layout.rnd.choice(["TOTAL", "Total general", "TOTALES"]))
        page.put(
            row,
            column_name(layout.columns["target"]),
            Formula(f"=SUM({column_name(layout.columns['target'])}1:{row - 1})", 99),
        )
    if layout.rnd.random() < 0.5:
        page.row(row + 2, ["Elaboró:", "Profesional universitario"])
        page.row(row + 3, ["Aprobó:", "Jefe de Planeación"])


# ---------------------------------------------------------------- one line


def _line(page: Page | Grid, layout: Layout, row: int, place: int, issues: list[Truth]) -> Truth:
    rnd = layout.rnd
    thing = f"{rnd.choice(THINGS)} de la vigencia, fase {place}"
    facts: dict[str, Any] = {"activity": f"{rnd.choice(VERBS)} {thing}", "teams": [rnd.choice(TEAMS)]}
    start = date(layout.year, rnd.randint(1, 6), rnd.randint(1, 28))
    due = start + timedelta(days=rnd.randint(20, 180))
    percent = rnd.random() < 0.25
    target = 1 if percent else rnd.choice([1, 4, 12, 30, 1200])
    cells: dict[str, Any] = {"activity": facts["activity"], "team": facts["teams"][0], "due": _day(rnd, due)}
    cells |= {
        "number": place,
        "start": _day(rnd, start),
        "deliverable": f"Documento {place}",
        "indicator": f"Indicador de {thing}",
    }
    cells |= {
        "unit": "Porcentaje" if percent else "Unidad",
        "notes": "Sin novedad en el periodo" if rnd.random() < 0.5 else None,
    }
    cells["target"] = _share(rnd, 1.0) if percent else target
    facts |= {"due": due.isoformat(), "target": str(target), "target_unit": "percent" if percent else "count"}
    facts |= {name: cells[name] for name in ("deliverable", "indicator") if name in layout.columns}
    facts |= {"start": start.isoformat()} if "start" in layout.columns else {}
    facts |= {"number": str(place)} if "number" in layout.columns else {}
    if layout.form == "xlsx":  # in a text a blank may also mean "as above"
        _gaps(rnd, row, cells, facts, issues)
    _figures(layout, percent, target, cells, facts)
    for name, column in layout.columns.items():
        if cells.get(name) is not None:
            page.put(row, column_name(column), cells[name])
    return line(row, **facts)


def _gaps(rnd: Random, row: int, cells: dict[str, Any], facts: dict[str, Any], issues: list[Truth]) -> None:
    if rnd.random() < 0.06:
        cells["due"], facts["due"] = None, None
        issues.append(issue("missing_deadline", row))
    elif rnd.random() < 0.06:
        cells["team"], facts["teams"] = None, []
        issues.append(issue("missing_responsible", row))


def _figures(layout: Layout, percent: bool, target: int, cells: dict[str, Any], facts: dict[str, Any]) -> None:
    rnd = layout.rnd
    results, programmed = {}, {}
    for place in range(1, layout.count + 1):
        key = layout.key(place)
        if f"programmed {place}" in layout.columns and rnd.random() < 0.8:
            value = rnd.choice([0.1, 0.25, 0.5]) if percent else rnd.randint(1, 9)
            cells[f"programmed {place}"], programmed[key] = _share(rnd, value) if percent else value, str(value)
        value = rnd.choice([0, 0.05, 0.2, 0.3]) if percent else rnd.choice([0, 0, 1, 2, 3.5, 7])
        if layout.ended(place) and rnd.random() < 0.85:
            cells[f"results {place}"], results[key] = _share(rnd, value) if percent else _number(rnd, value), str(value)
        elif rnd.random() < 0.5:
            cells[f"results {place}"] = _empty(rnd, layout.ended(place), percent)
    facts |= {"results": results, "programmed": programmed}


def _empty(rnd: Random, ended: bool, percent: bool) -> Any:
    """A cell that says nothing: a word for it, or a zero where the period had not ended."""
    zero = Pct(0) if percent else 0
    return rnd.choice([None, "-", "N/A"]) if ended else rnd.choice([None, zero, zero, "-"])


def _number(rnd: Random, value: float) -> Any:
    return str(value).replace(".", ",") if rnd.random() < 0.15 else value


def _share(rnd: Random, value: float) -> Any:
    return f"{round(value * 100)}%" if rnd.random() < 0.3 else Pct(value)


def _day(rnd: Random, day: date) -> Any:
    match rnd.randrange(6):
        case 0:
            return f"{day.day:02}-{MONTHS_ES[day.month - 1]}-{day.year % 100:02}"
        case 1:
            return f"{day.day:02}-{MONTHS_EN[day.month - 1]}-{day.year % 100:02}"
        case 2 if day.day > 12:
            return f"{day.day:02}/{day.month:02}/{day.year}"
        case _:
            return day
