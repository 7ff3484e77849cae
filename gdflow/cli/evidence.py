"""Commands about evidence: add files and links to a line, list them, take one back, look at links and files."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gdflow.cli.noting import noted_today
from gdflow.cli.options import AsJson, AsOf, PeriodKey, PeriodOfWhich, PlanCode, day_of, home, moment_of
from gdflow.cli.output import Exit, print_json, say, table

if TYPE_CHECKING:
    from gdflow.app import App
    from gdflow.domain.lines import Line, PlanFacts
    from gdflow.services.evidence_examine import Examined
    from gdflow.services.evidence_list import ListedEvidence
    from gdflow.services.write_again import Packed
    from gdflow.storage.engine import Session

evidence = typer.Typer(help="Lo que respalda los resultados: archivos y enlaces.", no_args_is_help=True)
By = Annotated[str, typer.Option("--by", metavar="NOMBRE", help="Quién lo hace.")]
COLUMNS = ("N.º", "Anexo", "Fila", "Período", "Qué", "Su fecha", "Quién y cuándo", "Estado")


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.add_typer(evidence, name="evidence")


@evidence.command("add")
def add(
    line: Annotated[str, typer.Argument(metavar="LÍNEA", help="Fila de la hoja (9 o fila:9), o número impreso.")],
    sources: Annotated[list[str], typer.Argument(metavar="ARCHIVO...", help="Archivos, o enlaces https://….")],
    period: PeriodOfWhich,
    by: By,
    dated: Annotated[
        str | None, typer.Option("--date", metavar="AAAA-MM-DD", help="La fecha de la evidencia, no la de su envío.")
    ] = None,
    plan: PlanCode = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Agregar archivos o enlaces que respaldan el resultado de una línea."""
    from gdflow.app import App
    from gdflow.services.evidence import add_examined, add_link, remarks_on
    from gdflow.services.evidence_list import ListedEvidence

    app, now, dated_on = App.open(home()), moment_of(as_of), day_of(dated)
    looked = [source if "://" in source else _examined(app, Path(source), as_of) for source in sources]
    added: list[ListedEvidence] = []
    remarks: list[str] = []
    with app.transaction() as session:
        chosen, found = _line(session, app, plan, line)
        for each in looked:
            if isinstance(each, str):
                new = add_link(session, app.rules, found, period, link=each, dated_on=dated_on, by=by, now=now)
            else:
                new = add_examined(session, app.rules, found, period, each, dated_on=dated_on, by=by, now=now)
            added.append(ListedEvidence(chosen.code, found, new))
            remarks += remarks_on(session, app.rules, new)
    _answer(added, as_json=as_json)
    for remark in () if as_json else remarks:
        say(f"Revisar: {remark}")


@evidence.command("list")
def list_evidence(
    line: Annotated[str | None, typer.Argument(metavar="[LÍNEA]", help="Solo las de una línea.")] = None,
    period: PeriodKey = None,
    plan: PlanCode = None,
    as_json: AsJson = False,
) -> None:
    """Listar las evidencias de un plan, con el número con que se retiran."""
    from gdflow.app import App
    from gdflow.services.evidence_list import listed
    from gdflow.services.find import find_plan

    app = App.open(home())
    with app.reading() as session:
        if line is None:
            found = listed(session, find_plan(session, app.rules.entity_id, plan), period)
        else:
            chosen, own = _line(session, app, plan, line)
            found = listed(session, chosen, period, own)
    _answer(list(found), as_json=as_json)
    if not found and not as_json:
        say("No hay evidencias.")


@evidence.command("take-back")
def take_back(
    number: Annotated[int, typer.Argument(metavar="NÚMERO", help="El de «gdflow evidence list».")],
    by: By,
    as_of: AsOf = None,
) -> None:
    """Retirar una evidencia: ya no se muestra; su número de anexo no se vuelve a usar."""
    from gdflow.app import App
    from gdflow.services.evidence import take_back as take_it_back

    app = App.open(home())
    with app.transaction() as session:
        gone = take_it_back(session, number, by=by, now=moment_of(as_of))
    say(f"Se retiró el anexo A{gone.annex:02d} de {gone.period}: {gone.name}.")


@evidence.command("check-links")
def check_links(as_of: AsOf = None, as_json: AsJson = False) -> None:
    """Preguntar si los enlaces responden, y pasar por el antivirus lo que espera. Termina con 3 si algo falla."""
    from gdflow.app import App
    from gdflow.collect.web_links import ask
    from gdflow.domain.works import Work
    from gdflow.services.evidence_checks import check_evidence
    from gdflow.services.evidence_list import checked_json

    app = App.open(home())
    with noted_today(app, Work.EVIDENCE, as_of):
        done = check_evidence(app.transaction, app.rules, app.evidence, ask, now=moment_of(as_of))
    if as_json:
        print_json(checked_json(done))
    else:
        say(f"Enlaces: responden {done.alive}, no responden {len(done.dead)}, no se pudo saber de {done.unknown}.")
        for each in done.dead:
            say(f"  No responde: {each.link}")
        say(f"Archivos: revisados {done.scanned}, con virus {len(done.infected)}, por revisar {done.unseen}.")
    if done.dead or done.infected:
        raise typer.Exit(Exit.PROBLEMS)


@evidence.command("pack")
def pack(
    out: Annotated[Path, typer.Option("--out", "-o", metavar="ARCHIVO", help="El archivo .zip que se escribe.")],
    plan: PlanCode = None,
    period: PeriodKey = None,
    closing: Annotated[
        int | None, typer.Option("--closing", metavar="N", help="Cuál cierre del período; por omisión, el último.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Reunir en un .zip los anexos de un cierre, con su índice y sus huellas. Termina con 3 si alguno falta."""
    from gdflow.app import App
    from gdflow.services.close_choice import closing_of
    from gdflow.services.write_again import LACKING, packed_json, write_pack_file

    app = App.open(home())
    with app.reading() as session:
        meant = closing_of(session, app.rules, plan, period, closing)
    packed = write_pack_file(app.reading, app.evidence, meant, out)
    if as_json:
        print_json(packed_json(packed))
    else:
        _tell_pack(packed)
    if any(packed.account.count(state) for state in LACKING):
        raise typer.Exit(Exit.PROBLEMS)


def _tell_pack(packed: "Packed") -> None:
    from gdflow.report.evidence_facts import AnnexState
    from gdflow.services.write_again import LACKING

    account, facts = packed.account, packed.facts
    say(f"{packed.path}: cierre {facts.number} de {facts.period}, {facts.plan}. SHA-256 {packed.sha256}.")
    say("; ".join(f"{state.label}: {account.count(state)}" for state in AnnexState if account.count(state)) or "Vacío")
    for each in account.annexes:
        if each.state in LACKING:
            row = f", fila {each.line.line.row}" if each.line else ""
            its = each.evidence
            say(f"  A{its.annex:02d} de {its.period}{row}: {its.name}. {each.state.label}.")
    if account.without:
        say(f"Cifras distintas de cero sin anexo: {account.without}.")


def _examined(app: "App", path: Path, as_of: str | None) -> "Examined":
    """A file looked at and kept, before any transaction."""
    from gdflow.domain.errors import InputError
    from gdflow.services.evidence_examine import examine

    if not path.is_file():
        raise InputError("file_not_found", file=str(path))
    return examine(app.rules, app.evidence, name=path.name, data=path.read_bytes(), now=moment_of(as_of))


def _line(session: "Session", app: "App", plan: str | None, line: str) -> "tuple[PlanFacts, Line]":
    from gdflow.services.find import find_line, find_plan
    from gdflow.storage.plans import lines_of

    chosen = find_plan(session, app.rules.entity_id, plan)
    return chosen, find_line(lines_of(session, chosen.id), line, chosen.code)


def _answer(found: "list[ListedEvidence]", *, as_json: bool) -> None:
    if as_json:
        from gdflow.services.evidence_list import evidence_json

        print_json({"evidence": [evidence_json(each) for each in found]})
    elif found:
        table("Evidencias", COLUMNS, [_row(each) for each in found])


def _row(each: "ListedEvidence") -> tuple[str, ...]:
    from gdflow.spanish.dates import short_date
    from gdflow.spanish.periods import period_short

    found = each.evidence
    return (
        *(str(found.id), f"A{found.annex:02d}", str(each.row or "—"), period_short(found.period)),
        *(found.link or found.name, short_date(found.dated_on) if found.dated_on else "—"),
        *(f"{found.added_by}, {short_date(found.added_at.date())}", _state(each)),
    )


def _state(each: "ListedEvidence") -> str:
    from gdflow.spanish.dates import short_date

    found = each.evidence
    if found.dead_since is not None:
        return f"no responde desde el {short_date(found.dead_since.date())}"
    if found.link is not None:
        return "responde" if found.alive else "sin revisar"
    return "revisado por el antivirus" if found.scanned_at else "guardado"
