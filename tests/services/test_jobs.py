"""Long work that people ask for: kept once, carried out once, and taken up again when whoever had it is gone."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from gdflow.app import App
from gdflow.domain.closing import Check
from gdflow.domain.errors import DeliveryError, NotFoundError
from gdflow.domain.jobs import Job, JobKind, JobState
from gdflow.services import jobs
from gdflow.services.job_kinds import KINDS, closing_parameters
from gdflow.services.jobs import call_waiting, job_of, newest_jobs, request, run_next, run_waiting
from gdflow.services.means import Means
from gdflow.spanish.jobs import KILLED
from gdflow.storage import closings, events
from gdflow.storage import jobs as rows
from tests.support.cast import at
from tests.support.installation import accounting, mails
from tests.support.working import Hand, at_work

PLAN, Q1 = "cartagena_2023", "2023-Q1"
IN_SPITE = dict.fromkeys(Check, "Se cierra así.")


@pytest.fixture
def hand() -> Hand:
    """After the second quarter's day to close."""
    return Hand(at("2023-07-21", 9))


@pytest.fixture
def means(installed: App, hand: Hand) -> Means:
    return at_work(installed, hand)


def asked(app: App, hand: Hand, kind: JobKind, key: str = "k", **parameters: str) -> Job:
    with app.transaction() as session:
        return request(session, app.rules, kind, parameters, key=key, by="Ana (cuenta 1)", now=hand.now)


def as_it_is(app: App, job: Job) -> Job:
    with app.reading() as session:
        return job_of(session, app.rules, job.id)


def closed(app: App) -> list[tuple[str, int, str]]:
    with app.reading() as session:
        found = closings.closings_of_entity(session, app.rules.entity_id)
    return [(each.period, each.number, each.closed_by) for each in found]


def claimed(app: App, hand: Hand, owner: str) -> Job:
    """A job that a worker has begun, and dies over."""
    with app.transaction() as session:
        its = {"key": None, "now": hand.now, "owner": owner, "until": hand.now + jobs.LEASE}
        job = rows.claim_job(session, app.rules.entity_id, **its)  # type: ignore[arg-type]  # named in a mapping
    assert job is not None
    hand.now += jobs.LEASE
    return job


def test_a_job_is_asked_for_once_and_on_record(installed: App, hand: Hand) -> None:
    first = asked(installed, hand, JobKind.REPORTS)
    again = asked(installed, hand, JobKind.REPORTS)
    assert (first, first.state, first.requested_by) == (again, JobState.QUEUED, "Ana (cuenta 1)")
    with installed.reading() as session:
        told = events.events_of(session, installed.rules.entity_id, f"job:{first.id}")
        assert [each.id for each in newest_jobs(session, installed.rules)] == [first.id]
    assert [(each.kind, each.actor) for each in told] == [("job_requested", "Ana (cuenta 1)")]


def test_a_job_that_is_not_there_is_not_found(installed: App) -> None:
    with installed.reading() as session, pytest.raises(NotFoundError) as refused:
        job_of(session, installed.rules, 7)
    assert refused.value.code == "unknown_job"


def test_reminding_now_scans_and_sends_and_says_how_far_it_is(installed: App, hand: Hand, means: Means) -> None:
    hand.now = at("2023-07-10")
    asked(installed, hand, JobKind.REMIND)
    done = run_next(means)
    assert done is not None
    assert (done.state, done.done, done.total, done.step) == (JobState.DONE, 2, 2, "Terminado")
    assert (done.result["recordatorios nuevos"], done.result["Enviado"]) == ("9", str(len(mails(installed))))
    assert accounting(installed).pending == 0
    assert run_next(means) is None


def test_consolidating_names_its_files(installed: App, hand: Hand, means: Means) -> None:
    asked(installed, hand, JobKind.CONSOLIDATE, plan=PLAN, period="2023-Q2")
    done = run_next(means)
    assert done is not None
    files = done.result["archivos"].splitlines()
    assert "reports/Consolidado cartagena_2023 2023-Q2.xlsx" in files
    assert all((installed.home / file).is_file() for file in files)


def test_closing_is_done_in_the_name_of_whoever_asked(installed: App, hand: Hand, means: Means) -> None:
    asked(installed, hand, JobKind.CLOSE, **closing_parameters(PLAN, Q1, IN_SPITE))
    done = run_next(means)
    assert done is not None
    assert (done.state, done.result["cierre"], done.result["período"]) == (JobState.DONE, "1", Q1)
    assert closed(installed) == [(Q1, 1, "Ana (cuenta 1)")]
    assert "reports/cartagena_2023/2023-Q1/cierre-1/MANIFIESTO.txt" in done.result["archivos"].splitlines()


def test_closing_cut_short_after_its_commit_goes_on_to_the_reports(installed: App, hand: Hand, means: Means) -> None:
    job = asked(installed, hand, JobKind.CLOSE, **closing_parameters(PLAN, Q1, IN_SPITE))
    run_next(means)
    with installed.transaction() as session:
        rows.end_job(session, job.id, "nobody", at=hand.now, result={}, error=None)
    again = KINDS[JobKind.CLOSE](means, as_it_is(installed, job), lambda *_: None)
    assert (again["cierre"], again["informes escritos"]) == ("1", "0")
    assert len(closed(installed)) == 1


@pytest.mark.parametrize(
    ("parameters", "why"),
    [
        ({"plan": PLAN}, "Al trabajo le falta «period»."),
        ({"plan": PLAN, "period": "2023-Q4"}, "no ha abierto el período"),
        ({"plan": "otro", "period": Q1}, "No hay un plan «otro»"),
    ],
)
def test_a_refusal_is_the_jobs_end_and_says_why(
    installed: App, hand: Hand, means: Means, parameters: dict[str, str], why: str
) -> None:
    asked(installed, hand, JobKind.CLOSE, **parameters)
    done = run_next(means)
    assert done is not None
    assert done.state is JobState.FAILED
    assert why in (done.error or "")


def test_somebody_elses_closing_is_not_taken_for_the_jobs_own(installed: App, hand: Hand, means: Means) -> None:
    asked(installed, hand, JobKind.CLOSE, **closing_parameters(PLAN, Q1, IN_SPITE))
    run_next(means)
    hand.now += timedelta(minutes=1)
    asked(installed, hand, JobKind.CLOSE, key="other", **closing_parameters(PLAN, Q1, IN_SPITE))
    done = run_next(means)
    assert done is not None
    assert (done.state, len(closed(installed))) == (JobState.FAILED, 1)


def test_writing_reports_that_are_there_writes_none(installed: App, hand: Hand, means: Means) -> None:
    asked(installed, hand, JobKind.REPORTS)
    done = run_next(means)
    assert done is not None
    assert done.result == {
        "informes escritos": "0",
        "informes que no se pudieron escribir": "ninguno",
        "archivos": "",
    }


def test_a_kind_that_nobody_does_yet_says_so(installed: App, hand: Hand, means: Means) -> None:
    unknown = next(kind for kind in JobKind if kind not in KINDS)
    asked(installed, hand, unknown)
    done = run_next(means)
    assert done is not None
    assert done.error == f"gdflow todavía no sabe hacer «{unknown.label}»."


def test_what_nobody_foresaw_ends_the_job_without_keys(
    installed: App, hand: Hand, means: Means, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> dict[str, str]:
        raise ValueError("token=abcdefgh12345678")

    monkeypatch.setitem(KINDS, JobKind.REPORTS, fail)
    asked(installed, hand, JobKind.REPORTS)
    done = run_next(means)
    assert done is not None
    assert done.error == "ValueError: token=***"


def test_a_job_that_failed_may_be_asked_for_again(installed: App, hand: Hand, means: Means) -> None:
    asked(installed, hand, JobKind.CLOSE, plan=PLAN)
    run_next(means)
    again = asked(installed, hand, JobKind.CLOSE, plan=PLAN)
    assert (again.state, again.tries, again.error) == (JobState.QUEUED, 0, None)


def test_a_job_whose_worker_died_is_taken_up_by_the_next(installed: App, hand: Hand, means: Means) -> None:
    asked(installed, hand, JobKind.REPORTS)
    claimed(installed, hand, "dead")
    done = run_next(means)
    assert done is not None
    assert (done.state, done.tries) == (JobState.DONE, 2)


def test_a_job_that_killed_its_worker_twice_is_given_up(installed: App, hand: Hand, means: Means) -> None:
    asked(installed, hand, JobKind.REPORTS)
    for owner in ("first", "second"):
        claimed(installed, hand, owner)
    done = run_next(means)
    assert done is not None
    assert (done.state, done.error) == (JobState.FAILED, KILLED)


def test_everything_that_waits_is_done_in_its_order(installed: App, hand: Hand, means: Means) -> None:
    for key in ("a", "b"):
        asked(installed, hand, JobKind.REPORTS, key)
    assert [job.key for job in run_waiting(means)] == ["a", "b"]
    assert run_waiting(means) == ()


def test_a_lease_is_renewed_while_the_job_goes_on(
    installed: App, hand: Hand, means: Means, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[bool] = []

    def slowly(_means: Means, job: Job, _progress: object) -> dict[str, str]:
        hand.now += jobs.LEASE
        _wait_until(lambda: _lease(installed, job) > hand.now)
        with installed.transaction() as session:
            held.append(_claim(session, installed, hand) is None)
        return {}

    monkeypatch.setattr(jobs, "RENEWAL", 0.01)
    monkeypatch.setitem(KINDS, JobKind.REPORTS, slowly)
    asked(installed, hand, JobKind.REPORTS)
    done = run_next(means)
    assert done is not None
    assert (done.state, held) == (JobState.DONE, [True])


def test_the_orchestrator_is_called_once_for_a_job(installed: App, hand: Hand, means: Means) -> None:
    job, called = asked(installed, hand, JobKind.REPORTS), []

    def call(each: Job) -> str:
        called.append(each.key)
        return "run-7"

    for _ in range(2):
        assert call_waiting(means, call, after=timedelta(minutes=2)) == ()
    assert (called, as_it_is(installed, job).run, as_it_is(installed, job).state) == (["k"], "run-7", JobState.QUEUED)


def test_what_the_orchestrator_leaves_lying_is_done_here(installed: App, hand: Hand, means: Means) -> None:
    asked(installed, hand, JobKind.REPORTS)
    call_waiting(means, lambda _: "run-7", after=timedelta(minutes=2))
    hand.now += timedelta(minutes=2)
    assert [job.state for job in call_waiting(means, lambda _: "run-7", after=timedelta(minutes=2))] == [JobState.DONE]


def test_an_orchestrator_out_of_reach_stops_nothing_for_long(installed: App, hand: Hand, means: Means) -> None:
    job = asked(installed, hand, JobKind.REPORTS)

    def refuse(_job: Job) -> str:
        raise DeliveryError("orchestrator_unreachable", text="ConnectionError")

    for _ in range(2):
        with pytest.raises(DeliveryError):
            call_waiting(means, refuse, after=timedelta(minutes=2))
        hand.now += timedelta(minutes=2)
    assert as_it_is(installed, job).state is JobState.DONE


def test_what_another_has_begun_is_left_to_it(installed: App, hand: Hand, means: Means) -> None:
    job = asked(installed, hand, JobKind.REPORTS)
    with installed.transaction() as session:
        assert _claim(session, installed, hand, timedelta(hours=1)) is not None
    hand.now += timedelta(minutes=5)
    assert call_waiting(means, lambda _: "run-7", after=timedelta(minutes=2)) == ()
    assert as_it_is(installed, job).run is None


def _claim(session: Any, app: App, hand: Hand, lease: timedelta = jobs.LEASE) -> Job | None:
    return rows.claim_job(session, app.rules.entity_id, key=None, now=hand.now, owner="other", until=hand.now + lease)


def _lease(app: App, job: Job) -> Any:
    from sqlalchemy import select

    from gdflow.storage.tables import job as table

    with app.reading() as session:
        return session.connection().execute(select(table.c.lease_until).where(table.c.id == job.id)).scalar_one()


def _wait_until(happened: Callable[[], bool]) -> None:
    import time

    for _ in range(6000):
        if happened():
            return
        time.sleep(0.01)
    raise AssertionError("not renewed")
