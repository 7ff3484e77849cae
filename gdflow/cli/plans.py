"""Commands about plans: import, plans, open, confirm."""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gdflow.cli.options import AsJson, AsOf, By, DryRun, PeriodNamed, PlanCode, day_of, home, moment_of
from gdflow.cli.output import Exit, print_json, say, table

if TYPE_CHECKING:
    from gdflow.domain.plan import ImportIssue
    from gdflow.services.import_plan import ImportedPlan, PlanFile

SHOWN_ISSUES = 40
PLACE = re.compile(r"^(?:Celda [A-Z]+[0-9]+|Fila [0-9]+|En todo el plan): ")  # it has a column of its own
SHOWN_PLACES = 12
ITSELF = "gdflow"
"""Who loads a plan where nobody is named."""


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.command("import")(import_plans)
    app.command("plans")(list_plans)
    app.command("open")(open_period)
    app.command("confirm")(confirm)
    app.command("assign")(assign)


def import_plans(
    files: Annotated[list[Path], typer.Argument(metavar="ARCHIVO...", help="Planes en .xlsx, .docx, .txt o .csv.")],
    dry_run: DryRun = False,
    as_of: AsOf = None,
    as_json: AsJson = False,
    every: Annotated[
        str | None,
        typer.Option(
            help="Periodicidad si el plan no la dice: month, two_month, quarter, four_month, half_year, year."
        ),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NOMBRE", help="Quién lo carga; queda en el registro.")
    ] = None,
) -> None:
    """Cargar planes y decir todo lo que se corrigió o quedó en duda. --as-of es la fecha de corte del documento."""
    from gdflow.services.import_plan import read_plan_file
    from gdflow.services.public_json import readings_json

    read = [read_plan_file(path, as_of=day_of(as_of)) for path in files]
    imported = [] if dry_run else _store(read, as_of, every, by)
    if as_json:
        print_json(readings_json(reading for file in read for reading in file.readings))
    else:
        _tell_readings(read)
        _tell_imported(imported, {issue for file in read for reading in file.readings for issue in reading.issues})
    if any(issue.severity == "error" for file in read for reading in file.readings for issue in reading.issues):
        raise typer.Exit(Exit.PROBLEMS)


def _store(read: "Sequence[PlanFile]", as_of: str | None, every: str | None, by: str | None) -> "list[ImportedPlan]":
    from gdflow.app import App
    from gdflow.domain.errors import InputError
    from gdflow.domain.periods import PeriodKind
    from gdflow.services.author import author_of
    from gdflow.services.import_plan import import_plan

    kinds = {kind.value: kind for kind in PeriodKind if kind is not PeriodKind.CUSTOM}
    if every and every not in kinds:
        raise InputError("bad_period_kind", found=every)
    author = ITSELF if by is None else author_of(by)
    app = App.open(home(), create=True)
    how = {"now": moment_of(as_of), "every": kinds.get(every or ""), "by": author}
    for file in read:
        app.objects.put(file.data)
    # All of them or none: what one of them is refused for is mended, and the command given again as it was.
    with app.transaction() as session:
        taken = [import_plan(session, app.rules, file, **how) for file in read]  # type: ignore[arg-type]  # keys are the names of parameters
    return [plan for plans in taken for plan in plans]


def _tell_readings(read: "Iterable[PlanFile]") -> None:
    for file in read:
        for reading in file.readings:
            say(f"{file.name} · {reading.sheet}: {len(reading.lines)} líneas, {len(reading.issues)} avisos.")
            if reading.issues:
                tell_issues(reading.issues)


def tell_issues(issues: "Iterable[ImportIssue]") -> None:
    """What the reader changed or doubted, as a table; the rest of a long list is counted.

    What is said alike of many cells is one row that names them all, where the first would stand.
    """
    alike: dict[tuple[str, str], list[str]] = {}
    for issue in issues:
        place = issue.cell or (f"fila {issue.row}" if issue.row else "todo el plan")
        alike.setdefault((SEVERITIES[issue.severity], PLACE.sub("", issue.message)), []).append(place)
    rows = [(_places(found), severity, said[:1].upper() + said[1:]) for (severity, said), found in alike.items()]
    table("Avisos de la lectura", ("Dónde", "Grado", "Qué"), rows[:SHOWN_ISSUES])
    if len(rows) > SHOWN_ISSUES:
        say(f"… y {len(rows) - SHOWN_ISSUES} más; con --json se ven todos.")


def _places(found: Sequence[str]) -> str:
    """J8; J8, J9; J8 a J17, J20; the rest of many is counted."""
    runs: list[list[str]] = []
    for place in found:
        if runs and _below(runs[-1][-1]) == place:
            runs[-1].append(place)
        else:
            runs.append([place])
    named = [f"{run[0]} a {run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs]
    more = f" … ({len(found)} en total)" if len(named) > SHOWN_PLACES else ""
    return ", ".join(named[:SHOWN_PLACES]) + more


def _below(place: str) -> str:
    """The place in the next row: «J8» is followed by «J9»."""
    name = place.rstrip("0123456789")
    number = place[len(name) :]
    return f"{name}{int(number) + 1}" if number else ""


SEVERITIES = {"info": "nota", "warning": "revisar", "error": "corregir"}
OUTCOMES = {"new": "cargado", "renewed": "actualizado", "unchanged": "sin cambios"}


def _tell_imported(imported: "Iterable[ImportedPlan]", read: "Collection[ImportIssue]") -> None:
    """What became of each plan, and what was decided before and holds against what was read."""
    for plan in imported:
        say(
            f"Plan «{plan.code}» {OUTCOMES[plan.outcome]}: {plan.lines} líneas, "
            f"{plan.figures} resultados tomados del documento."
        )
        for team, address in plan.refused:
            say(f"  Dirección que no se puede usar, de «{team}»: {address}.")
        if plan.renewal is not None:
            kept, new = len(plan.renewal.kept), len(plan.renewal.added)
            say(
                f"  iguales {kept}, cambiadas {len(plan.renewal.changed)}, nuevas {new}, "
                f"retiradas {len(plan.renewal.gone)}."
            )
        for issue in plan.issues:
            if issue not in read:
                say(f"  {issue.message}")


def list_plans(as_json: AsJson = False, plan: PlanCode = None) -> None:
    """Listar los planes cargados; con --plan, las líneas de uno."""
    from gdflow.app import App
    from gdflow.services.find import find_plan
    from gdflow.services.plan_list import lines_json, plan_rows, plans_json
    from gdflow.storage.plans import lines_of, plans_of

    app = App.open(home())
    with app.reading() as session:
        if plan is None:
            known = plans_of(session, app.rules.entity_id)
            counts = {each.id: len(lines_of(session, each.id)) for each in known}
            answer, rows = plans_json(known, counts), plan_rows(known, counts)
            title, columns = "Planes", ("Código", "Título", "Se reporta", "Líneas", "Archivo")
        else:
            chosen = find_plan(session, app.rules.entity_id, plan)
            lines = lines_of(session, chosen.id)
            answer = lines_json(chosen, lines)
            rows = [(str(line.row), line.number or "", line.label, line.team or "—", _day(line.due)) for line in lines]
            title, columns = f"Plan {chosen.code}", ("Fila", "N.º", "Actividad", "Responsable", "Vence")
    if as_json:
        print_json(answer)
    else:
        table(title, columns, rows)


def _day(day: date | None) -> str:
    return day.isoformat() if day else "sin fecha"


def open_period(
    period: PeriodNamed,
    plan: PlanCode = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
    dry_run: DryRun = False,
) -> None:
    """Abrir un período: desde ahí cada línea que corresponda debe su resultado."""
    from gdflow.app import App
    from gdflow.domain.periods import parse_period
    from gdflow.services.find import plans_reported_by
    from gdflow.services.open_period import open_period as open_one

    asked = parse_period(period)
    app = App.open(home())
    now = moment_of(as_of)
    with app.writing(dry_run=dry_run) as session:
        chosen = plans_reported_by(session, app.rules.entity_id, plan, asked.kind)
        opened = [open_one(session, app.rules, each, asked, now=now) for each in chosen]
    if as_json:
        from gdflow.services.public_json import opened_json

        print_json(opened_json(opened))
        return
    for each in opened:
        state = "abierto" if each.new else "ya estaba abierto"
        say(
            f"{each.period} de «{each.plan}» {state}: {each.owed} obligaciones nuevas; se reporta hasta el "
            f"{each.report_by} y cierra el {each.closes_on}."
        )


def confirm(
    line: Annotated[str, typer.Argument(metavar="LÍNEA", help="Fila de la hoja, o número impreso.")],
    by: By,
    due: Annotated[
        str | None, typer.Option(metavar="AAAA-MM-DD", help="Fecha final; por omisión, la propuesta.")
    ] = None,
    plan: PlanCode = None,
    as_of: AsOf = None,
) -> None:
    """Confirmar la fecha final de una línea que su plan no dice con claridad («vigencia 2024»)."""
    from gdflow.app import App
    from gdflow.services.confirm import confirm_due
    from gdflow.services.find import find_line, find_plan
    from gdflow.storage.plans import lines_of

    app = App.open(home())
    with app.transaction() as session:
        chosen = find_plan(session, app.rules.entity_id, plan)
        found = find_line(lines_of(session, chosen.id), line, chosen.code)
        confirmed = confirm_due(session, app.rules, chosen, found, day_of(due), by=by, now=moment_of(as_of))
    say(f"Fila {found.row} de «{chosen.code}»: vence el {confirmed}.")


def assign(
    team: Annotated[str, typer.Argument(metavar="EQUIPO", help="Nombre del equipo; si no existe, se crea.")],
    by: By,
    lines: Annotated[
        list[str] | None, typer.Argument(metavar="[LÍNEA...]", help="Filas de la hoja; por omisión, las que no tienen.")
    ] = None,
    plan: PlanCode = None,
    as_of: AsOf = None,
) -> None:
    """Decir qué equipo responde por unas líneas, cuando su plan no lo dice."""
    from gdflow.app import App
    from gdflow.services.assign import assign as assign_lines
    from gdflow.services.find import find_line, find_plan
    from gdflow.storage.plans import lines_of

    app = App.open(home())
    now = moment_of(as_of)
    with app.transaction() as session:
        chosen = find_plan(session, app.rules.entity_id, plan)
        known = lines_of(session, chosen.id)
        asked = [find_line(known, line, chosen.code) for line in lines or ()]
        assigned = asked or [line for line in known if line.team_id is None]
        named = assign_lines(session, app.rules, chosen, assigned, team, by=by, now=now)
    say(f"{named.name} responde por {len(assigned)} líneas de «{chosen.code}».")
    if not named.contacts:
        say("Todavía no tiene correo: agréguelo con «gdflow teams add».")
