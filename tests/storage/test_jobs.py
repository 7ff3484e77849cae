"""Jobs at rest: one for a key, leased to one worker at a time, taken up again when the lease has run out."""

from datetime import timedelta

import pytest
from sqlalchemy.engine import Engine

from gdflow.domain.jobs import Job, JobKind, JobState
from gdflow.storage import entities, jobs
from gdflow.storage.engine import Session, reading, writing
from tests.storage import cast

NOW, MINUTE = cast.NOW, timedelta(minutes=1)
ENTITY = 1


@pytest.fixture
def kept(engine: Engine) -> Engine:
    """Two jobs that wait."""
    with writing(engine) as session:
        assert entities.ensure_entity(session, "cartagena", "Cartagena") == ENTITY
        for key in ("a", "b"):
            assert jobs.add_job(session, ENTITY, JobKind.CONSOLIDATE, {"plan": "p"}, key=key, by="Ana", at=NOW)
    return engine


def claimed(session: Session, owner: str, *, key: str | None = None, minutes: int = 0) -> Job | None:
    now = NOW + minutes * MINUTE
    return jobs.claim_job(session, ENTITY, key=key, now=now, owner=owner, until=now + MINUTE)


def test_a_known_key_is_the_same_job(kept: Engine) -> None:
    with writing(kept) as session:
        assert not jobs.add_job(session, ENTITY, JobKind.REMIND, {}, key="a", by="Otro", at=NOW)
        job = jobs.job_by_key(session, ENTITY, "a")
    assert job is not None
    assert (job.kind, job.parameters, job.requested_by, job.state) == (
        *(JobKind.CONSOLIDATE, {"plan": "p"}, "Ana"),
        JobState.QUEUED,
    )


def test_each_job_is_claimed_by_one(kept: Engine) -> None:
    with writing(kept) as session:
        found = [claimed(session, f"worker-{number}") for number in range(3)]
    assert [job and job.key for job in found] == ["a", "b", None]
    assert found[0] is not None
    assert (found[0].state, found[0].tries, found[0].started_at) == (JobState.RUNNING, 1, NOW)


def test_a_job_is_claimed_by_its_key(kept: Engine) -> None:
    with writing(kept) as session:
        found = claimed(session, "worker", key="b")
        assert claimed(session, "other", key="b") is None
        assert claimed(session, "other", key="c") is None
    assert found is not None
    assert found.key == "b"


def test_a_lease_that_ran_out_is_taken_over_and_its_first_holder_counts_no_more(kept: Engine) -> None:
    with writing(kept) as session:
        first = claimed(session, "dead", key="a")
        again = claimed(session, "next", key="a", minutes=1)
        assert first is not None
        assert again is not None
        assert again.tries == 2
        assert not jobs.keep_job(session, first.id, "dead", until=NOW)
        assert not jobs.end_job(session, first.id, "dead", at=NOW, result={}, error=None)
        assert jobs.keep_job(session, first.id, "next", until=NOW + 9 * MINUTE)
        assert claimed(session, "third", key="a", minutes=5) is None


def test_progress_and_end_are_written(kept: Engine) -> None:
    with writing(kept) as session:
        job = claimed(session, "worker", key="a")
        assert job is not None
        jobs.note_progress(session, job.id, "worker", 1, 3, "Escribiendo")
        jobs.note_call(session, job.id, "run-7")
        assert jobs.end_job(session, job.id, "worker", at=NOW, result={"libros": "3"}, error=None)
    with reading(kept) as session:
        done = jobs.job_by_id(session, ENTITY, job.id)
        assert [each.key for each in jobs.open_jobs(session, ENTITY)] == ["b"]
        assert [each.key for each in jobs.newest_jobs(session, ENTITY, 5)] == ["b", "a"]
    assert done is not None
    assert (done.state, done.done, done.total, done.step, done.run) == (JobState.DONE, 1, 3, "Escribiendo", "run-7")
    assert (done.result, done.ended_at, done.error) == ({"libros": "3"}, NOW, None)


def test_a_job_that_failed_can_be_asked_for_again(kept: Engine) -> None:
    with writing(kept) as session:
        job = claimed(session, "worker", key="a")
        assert job is not None
        jobs.end_job(session, job.id, "worker", at=NOW, result={}, error="No hay planes.")
        jobs.ask_again(session, job.id, by="Luz", at=NOW + MINUTE)
        again = jobs.job_by_key(session, ENTITY, "a")
    assert again is not None
    assert (again.state, again.tries, again.requested_by, again.error) == (JobState.QUEUED, 0, "Luz", None)


def test_another_entity_sees_nothing(kept: Engine) -> None:
    with reading(kept) as session:
        assert jobs.job_by_id(session, 2, 1) is None
        assert jobs.open_jobs(session, 2) == ()
