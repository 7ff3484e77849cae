"""The command that does what waits: what people asked for, and the works whose time has come."""

import signal
from typing import TYPE_CHECKING, Annotated

import typer

from gdflow import clock
from gdflow.cli.options import AsJson, AsOf, home, moment_of
from gdflow.cli.output import Exit, complain, print_json, say

if TYPE_CHECKING:
    from gdflow.domain.jobs import Job
    from gdflow.services.work_round import DoneWork


def add_to(app: typer.Typer) -> None:
    """Register this command."""
    app.command("work")(work)


def work(
    forever: Annotated[
        bool, typer.Option("--forever", help="Seguir haciéndolo, minuto a minuto, hasta que se detenga.")
    ] = False,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Hacer lo que se pidió desde el tablero y los trabajos cuya hora ya llegó. Termina con 1 si algo falla."""
    from gdflow.app import App
    from gdflow.services.means import means_of

    app = App.open(home())
    if forever:
        from gdflow.channels.logs import keep_log
        from gdflow.cli.keeping_time import keep_time

        keep_log(app.settings.log.format, app.settings.secrets())
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        keep_time(app)
        return
    from gdflow.services.jobs import run_waiting
    from gdflow.services.jobs_of_hosted import run_for_hosted
    from gdflow.services.work_round import do_what_is_owed

    means = means_of(app, "work", clock.running_from(moment_of(as_of)) if as_of else clock.now)
    jobs, troubles, works = run_waiting(means), run_for_hosted(means), tuple(do_what_is_owed(means))
    for trouble in troubles:
        complain(trouble)
    if as_json:
        print_json({"jobs": [job_json(job) for job in jobs], "works": [work_json(each) for each in works]})
    else:
        _tell(jobs, works)
    if troubles or any(job.error for job in jobs) or any(each.trouble for each in works):
        raise typer.Exit(Exit.FAILURE)


def job_json(job: "Job") -> dict[str, object]:
    """A job for programs."""
    return {
        "id": job.id,
        "kind": job.kind.value,
        "state": job.state.value,
        "requested_by": job.requested_by,
        "result": dict(job.result),
        "error": job.error,
    }


def work_json(done: "DoneWork") -> dict[str, object]:
    """A work that was done, for programs."""
    return {"work": done.work.value, "summary": done.summary, "error": done.trouble}


def _tell(jobs: "tuple[Job, ...]", works: "tuple[DoneWork, ...]") -> None:
    for job in jobs:
        say(f"Pedido por {job.requested_by}: {job.kind.label}. {job.state.label}. {job.error or ''}".rstrip())
    for each in works:
        facts = "; ".join(f"{name}: {value}" for name, value in each.summary.items())
        say(f"{each.work.label}: {each.trouble or facts or 'nada que hacer'}")
    if not jobs and not works:
        say("No había nada que hacer.")
