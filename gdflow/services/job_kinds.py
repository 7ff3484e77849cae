"""What each kind of job does. Every one can be done again from its beginning: what was done already stays as it is.

KINDS is the table by which `jobs.run_next` knows them; a new kind is a function of its own and a line there.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, time

from gdflow.domain.closing import Check, ClosingFacts
from gdflow.domain.errors import ConflictError, InputError
from gdflow.domain.jobs import Job, JobKind
from gdflow.domain.periods import Period, parse_period
from gdflow.domain.works import Work
from gdflow.services import works
from gdflow.services.all_reports import write_all_reports
from gdflow.services.backup import BACKUPS, back_up
from gdflow.services.backup_checks import lost_before
from gdflow.services.close_choice import in_spite_of
from gdflow.services.close_period import close_period
from gdflow.services.find import find_plan
from gdflow.services.means import Means
from gdflow.services.write_closing import WrittenClosings, write_missing_reports
from gdflow.spanish.jobs import STEPS
from gdflow.storage import closings
from gdflow.storage.engine import Session

Progress = Callable[[int, int, str], None]
"""Tells how many of how many steps are done, and which is at hand."""
Done = dict[str, str]
SPITE = "in_spite."
OUTSIDE_HOURS = "outside_hours"
"""The parameter of a job that sends although nobody is at work: why it cannot wait."""
FILES = "archivos"
"""In a result: the files that were written, one a line, as paths from the installation's folder."""


def closing_parameters(plan: str, period: str, in_spite: Mapping[Check, str]) -> dict[str, str]:
    """The parameters of a job that closes a plan's period. in_spite: why, by check."""
    return {"plan": plan, "period": period} | {f"{SPITE}{check.value}": why for check, why in in_spite.items()}


def remind(means: Means, job: Job, progress: Progress) -> Done:
    """Scan and send, both noted as works of the clock; outside the sending hours where somebody said why."""
    means = _at_every_hour(means) if OUTSIDE_HOURS in job.parameters else means
    now = means.clock()
    progress(0, 2, STEPS["scan"])
    scanned = works.do(means, Work.SCAN, now=now)
    progress(1, 2, STEPS["deliver"])
    sent = works.do(means, Work.DELIVER, now=now)
    progress(2, 2, STEPS["done"])
    return _texts(scanned | sent)


def consolidate(means: Means, job: Job, progress: Progress) -> Done:
    """Write the consolidated of one plan or of each; without a period, of the last that ended."""
    plan, period, now = job.parameters.get("plan"), job.parameters.get("period"), means.clock()
    progress(0, 1, STEPS["consolidate"])
    with means.transaction() as session:
        folder = means.home / "reports"
        written = write_all_reports(session, means.rules, means.objects, plan, period, folder, now=now)
    progress(1, 1, STEPS["done"])
    files = [file.relative_to(means.home).as_posix() for each in written for file in each.files]
    return _texts(works.as_summary(written)) | {FILES: "\n".join(files)}


def close(means: Means, job: Job, progress: Progress) -> Done:
    """Close a period in the name of whoever asked, and write its reports.

    Raises what close_period raises, but for a closing that this very job has made before it was cut short.
    """
    progress(0, 2, STEPS["close"])
    with means.transaction() as session:
        facts = _close(session, means, job)
    progress(1, 2, STEPS["reports"])
    written = _write(means)
    progress(2, 2, STEPS["done"])
    return {"cierre": str(facts.number), "período": facts.period, "plan": facts.plan, "huella": facts.sha256} | written


def reports(means: Means, _job: Job, progress: Progress) -> Done:
    """Write whatever reports closings lack."""
    progress(0, 1, STEPS["reports"])
    written = _write(means)
    progress(1, 1, STEPS["done"])
    return written


def backup(means: Means, _job: Job, progress: Progress) -> Done:
    """Copy the whole installation into backups/ and read the copy back."""
    progress(0, 1, STEPS["backup"])
    made = back_up(means, means.home / BACKUPS, now=means.clock(), verify=True)
    progress(1, 1, STEPS["done"])
    wrong = (*lost_before(made.manifest), *(made.wrong or ()))
    told = " ".join(each.message for each in wrong) or works.NONE
    # Not among FILES, which pages hand out: it holds addresses and the hashes of passwords.
    return {"copia": str(made.file), "huella": made.fingerprint, "por revisar": told}


KINDS: Mapping[JobKind, Callable[[Means, Job, Progress], Done]] = {
    JobKind.REMIND: remind,
    JobKind.CONSOLIDATE: consolidate,
    JobKind.CLOSE: close,
    JobKind.REPORTS: reports,
    JobKind.BACKUP: backup,
}


def _at_every_hour(means: Means) -> Means:
    """The same on a business day from midnight to midnight; on other days nothing is written at all."""
    rules = means.rules
    return replace(means, rules=replace(rules, window=replace(rules.window, start=time.min, end=time.max)))


def _close(session: Session, means: Means, job: Job) -> ClosingFacts:
    plan = find_plan(session, means.rules.entity_id, _given(job, "plan"))
    period = parse_period(_given(job, "period"))
    spite = {name.removeprefix(SPITE): why for name, why in job.parameters.items() if name.startswith(SPITE)}
    in_spite = in_spite_of(tuple(spite), tuple(spite.values()))
    try:
        by, now = job.requested_by, means.clock()
        return close_period(session, means.rules, plan, period, by=by, in_spite=in_spite, now=now).facts
    except ConflictError:
        own = _own_closing(session, plan.id, period, job.requested_by, job.requested_at)
        if own is None:
            raise
        return own


def _own_closing(session: Session, plan_id: int, period: Period, by: str, since: datetime) -> ClosingFacts | None:
    newest = closings.newest_closing(session, plan_id, period.key)
    return newest if newest is not None and newest.closed_by == by and newest.closed_at >= since else None


def _write(means: Means) -> Done:
    its = (means.transaction, means.rules, means.objects, means.home)
    written: WrittenClosings = write_missing_reports(*its, now=means.clock())
    files = [file for folder in written.folders for file in sorted(folder.iterdir())]
    return {
        "informes escritos": str(written.new),
        "informes que no se pudieron escribir": "; ".join(f"{each.name}: {each.why}" for each in written.failed)
        or works.NONE,
        FILES: "\n".join(file.relative_to(means.home).as_posix() for file in files),
    }


def _given(job: Job, name: str) -> str:
    if not job.parameters.get(name):
        raise InputError("job_parameter", found=name)
    return job.parameters[name]


def _texts(summary: Mapping[str, int | str]) -> dict[str, str]:
    return {name: str(value) for name, value in summary.items()}
