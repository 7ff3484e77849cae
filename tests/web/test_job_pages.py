"""Long work behind the sign-in: how far it has come, why it failed, and asking for it again."""

import re

import pytest

from gdflow.app import App
from gdflow.domain.access import Role
from gdflow.domain.jobs import Job, JobKind, JobState
from gdflow.services import jobs
from gdflow.services.means import means_of
from gdflow.storage.jobs import claim_job, end_job, note_progress
from tests.support.cast import at
from tests.support.closings import closed_on
from tests.support.desk import Desk
from tests.support.scene import DAY, PERIOD, reviewer
from tests.support.web import Hours, plain

NOW = at(DAY, 10)
OWN = {"plan": "cartagena_2023", "period": "2023-Q2", "closing": "1"}


def asked(app: App, kind: JobKind = JobKind.REPORTS, **parameters: str) -> Job:
    with app.transaction() as session:
        its = (session, app.rules, kind, OWN | parameters)
        return jobs.request(*its, key=f"{kind.value}:1", by="Ana Coordina", now=NOW)


def failed(app: App, kind: JobKind = JobKind.REPORTS) -> Job:
    job = asked(app, kind)
    held = at(DAY, 11)
    with app.transaction() as session:
        claim_job(session, app.rules.entity_id, key=job.key, now=NOW, owner="w", until=held)
        end_job(session, job.id, "w", at=NOW, result={}, error="El disco está lleno.")
    return job


@pytest.fixture
def desk(installed: App) -> Desk:
    """The coordinator."""
    return reviewer(installed)


def test_a_job_that_waits_says_so_and_goes_on_without_scripts_by_a_link(installed: App, desk: Desk) -> None:
    job = asked(installed)
    page = desk.get(f"/trabajos/{job.id}")
    assert "En espera" in page
    assert f'href="/trabajos/{job.id}">Actualizar' in page
    assert "Pedido por Ana Coordina" in page


def test_a_job_at_work_says_its_step_and_how_far_it_is(installed: App, desk: Desk) -> None:
    job = asked(installed)
    with installed.transaction() as session:
        claim_job(session, installed.rules.entity_id, key=job.key, now=NOW, owner="w", until=at(DAY, 11))
        note_progress(session, job.id, "w", 1, 2, "Escribiendo los informes")
    page = desk.get(f"/trabajos/{job.id}")
    assert "Escribiendo los informes (1 de 2)" in plain(page)
    assert '<progress max="2" value="1"' in page


def test_a_job_that_is_done_leads_to_what_it_made(installed: App, desk: Desk) -> None:
    closed_on(installed, "2023-07-18")
    job = asked(installed)
    jobs.run_waiting(means_of(installed, "test", lambda: NOW))
    page = desk.get(f"/trabajos/{job.id}")
    assert "Terminado" in page
    assert f'href="{PERIOD}/cierres/1"' in page
    assert "Informes escritos 8" in plain(page)
    assert desk.get(f"{PERIOD}/cierres/1").count("download>") == 9


def test_a_job_that_failed_says_why_and_is_asked_for_again(installed: App, desk: Desk) -> None:
    job = failed(installed)
    assert "El disco está lleno." in desk.get(f"/trabajos/{job.id}")
    answer = desk.post(f"/trabajos/{job.id}/repetir")
    assert answer.headers["location"] == f"/trabajos/{job.id}"
    with installed.reading() as session:
        again = jobs.job_of(session, installed.rules, job.id)
    assert (again.state, again.requested_by) == (JobState.QUEUED, "Ana Coordina <coordina@cartagena.example>")


def test_who_may_not_ask_for_it_sees_it_and_cannot_repeat_it(installed: App) -> None:
    job, desk = failed(installed), reviewer(installed, Role.AUDITOR)
    assert "Pedirlo otra vez" not in desk.get(f"/trabajos/{job.id}")
    assert desk.post(f"/trabajos/{job.id}/repetir").status_code == 403


def test_a_job_that_there_is_not_is_not_found(desk: Desk) -> None:
    desk.get("/trabajos/999", 404)
    desk.get("/trabajos/999/avance", 404)


def told(desk: Desk, job: Job) -> list[str]:
    answer = desk.client.get(f"/trabajos/{job.id}/avance")
    assert answer.headers["content-type"].startswith("text/event-stream")
    return re.findall(r"^event: (\w+)$", answer.text, re.MULTILINE)


def test_the_events_of_a_job_end_with_it(installed: App, desk: Desk) -> None:
    assert told(desk, failed(installed)) == ["avance", "fin"]


def test_the_events_of_a_job_that_goes_on_stop_after_a_while_and_are_asked_for_again(
    installed: App, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gdflow.web import job_pages

    monkeypatch.setattr(job_pages, "LONGEST", 0.2)
    monkeypatch.setattr(job_pages, "LOOK", 0.05)
    job = asked(installed)
    answer = desk.client.get(f"/trabajos/{job.id}/avance")
    assert answer.text.startswith("retry: 1000")
    assert re.findall(r"^event: (\w+)$", answer.text, re.MULTILINE) == ["avance"]
    assert all(line.startswith(("data: ", "event: ", "retry: ")) for line in answer.text.splitlines() if line)


def test_the_events_are_for_whoever_is_signed_in(installed: App) -> None:
    from tests.support.desk import outside

    job = asked(installed)
    answer = outside(installed, Hours()).client.get(f"/trabajos/{job.id}/avance")
    assert answer.status_code == 303


def test_a_job_that_is_about_no_period_has_its_page_too(installed: App, desk: Desk) -> None:
    with installed.transaction() as session:
        job = jobs.request(session, installed.rules, JobKind.REMIND, {}, key="remind:1", by="Ana Coordina", now=NOW)
    assert "En espera" in desk.get(f"/trabajos/{job.id}")
    jobs.run_waiting(means_of(installed, "test", lambda: NOW))
    page = desk.get(f"/trabajos/{job.id}")
    assert "Omitido" not in page
    assert ("Terminado" in page, 'href="/recordatorios">Ver qué se dijo' in page) == (True, True)
