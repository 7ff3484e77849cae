"""Every closing gets its reports from what it froze, once, whatever happens in between."""

import shutil
from dataclasses import replace
from hashlib import sha256

import pytest
from sqlalchemy import text

from gdflow import failpoints
from gdflow.app import App
from gdflow.domain.errors import InputError
from gdflow.report.closing_set import CLOSING_SET, Material, Written
from gdflow.services import write_closing
from gdflow.services.write_closing import WrittenClosings, missing_reports
from gdflow.storage import closings, events, reports
from tests.services.readings import a_line, reading
from tests.support.closings import closed_on, files_of, opened_again, written_on
from tests.support.installation import given, notices

DAY, NEXT = "2023-07-18", "2023-07-19"
EXPECTED = sorted(["MANIFIESTO.txt", *(each.title for each in CLOSING_SET)])


@pytest.fixture
def closed(installed: App) -> App:
    """The first quarter, as the plan prints it, closed and not written yet."""
    closed_on(installed, DAY, "2023-Q1")
    return installed


def titles(app: App, number: int = 1) -> list[str]:
    """The files of the first quarter's closing, without what follows the title."""
    return sorted(name.split(" cartagena_2023")[0] for name in files_of(app, number, "2023-Q1"))


def kept(app: App) -> dict[str, str]:
    """What was noted of the closing's reports: the sha256 by name."""
    with app.reading() as session:
        return {each.name: each.sha256 for each in reports.reports_of_closing(session, 1)}


def test_a_round_writes_the_whole_set_and_the_next_nothing(closed: App) -> None:
    first, second = written_on(closed, DAY), written_on(closed, DAY)
    assert (first.new, len(first.folders), first.failed) == (len(CLOSING_SET), 1, ())
    assert (second.new, second.folders, second.failed) == (0, (), ())
    assert titles(closed) == EXPECTED


def test_the_bytes_are_in_the_store_and_noted_in_the_chain(closed: App) -> None:
    written_on(closed, DAY)
    found = kept(closed)
    assert {sha256(closed.objects.get(each)).hexdigest() for each in found.values()} == set(found.values())
    with closed.reading() as session:
        told = [each.facts for each in events.events_of(session, 1) if each.kind == "report_written"]
    assert len(told) == len(CLOSING_SET)
    assert all(any(digest in facts for facts in told) for digest in found.values())


def test_the_snapshot_is_laid_out_as_it_was_frozen(closed: App) -> None:
    written_on(closed, DAY)
    with closed.reading() as session:
        facts = closings.closing_by_id(session, 1).facts
    [file] = (closed.home / "reports").rglob("Cifras congeladas*.json")
    assert sha256(file.read_bytes()).hexdigest() == facts.sha256 == kept(closed)["snapshot"]


def test_anyone_can_check_the_files_by_the_manifest(closed: App) -> None:
    written_on(closed, DAY)
    [manifest] = (closed.home / "reports").rglob("MANIFIESTO.txt")
    lines = [line for line in manifest.read_text("utf-8").splitlines() if not line.startswith("#")]
    for digest, _, name in (each.partition("  ") for each in lines):
        assert sha256((manifest.parent / name).read_bytes()).hexdigest() == digest
    assert len(lines) == len(CLOSING_SET)


def test_a_file_that_was_removed_or_cut_is_laid_out_again_and_others_are_left_alone(closed: App) -> None:
    [folder] = written_on(closed, DAY).folders
    first, second = sorted(each for each in folder.iterdir() if each.name != "MANIFIESTO.txt")[:2]
    first.unlink()
    second.write_bytes(b"")
    (folder / "firmada.pdf").write_bytes(b"x")
    assert written_on(closed, NEXT).folders == (folder,)
    assert first.stat().st_size > 0 < second.stat().st_size
    assert (folder / "firmada.pdf").read_bytes() == b"x"


def test_a_lost_folder_is_laid_out_from_the_store(closed: App) -> None:
    written_on(closed, DAY)
    shutil.rmtree(closed.home / "reports")
    again = written_on(closed, NEXT)
    assert (again.new, len(again.folders)) == (0, 1)
    assert titles(closed) == EXPECTED


def test_bytes_that_somebody_removed_are_told_and_keep_no_other_closing(closed: App) -> None:
    written_on(closed, DAY)
    shutil.rmtree(closed.home / "reports")
    digest = kept(closed)["minutes"]
    (closed.objects.folder / digest[:2] / digest).unlink()
    closed_on(closed, NEXT, "2023-Q2")
    done = written_on(closed, NEXT)
    assert [each.name for each in done.failed] == ["folder"]
    assert files_of(closed) != []


def test_a_writer_that_fails_keeps_no_other_and_is_told_once_and_tried_again(
    closed: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_material: Material) -> Written:
        raise ValueError("una celda imposible")

    first, *others = CLOSING_SET
    with monkeypatch.context() as failing:
        failing.setattr(write_closing, "CLOSING_SET", (replace(first, write=broken), *others))
        done, again = written_on(closed, DAY), written_on(closed, DAY)
    assert [(each.name, each.why) for each in done.failed] == [(first.name, "ValueError: una celda imposible")]
    assert (done.new, again.new, len(again.failed)) == (len(others), 0, 1)
    [told] = [each for each in notices(closed) if "sin escribir" in each.subject]
    assert told.purpose == "coordinator"
    assert written_on(closed, NEXT).new == 1
    assert titles(closed) == EXPECTED


def test_a_refusal_of_the_house_is_told_in_its_sentence(closed: App, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(_material: Material) -> Written:
        raise InputError("official_not_xlsx")

    first, *others = CLOSING_SET
    monkeypatch.setattr(write_closing, "CLOSING_SET", (replace(first, write=refusing), *others))
    [failed] = written_on(closed, DAY).failed
    assert "official_not_xlsx" not in failed.why
    assert failed.why.endswith(".")


def damage(app: App) -> None:
    """Somebody with the database's own tools changes what a closing froze."""
    with app.transaction() as session:
        session.connection().execute(text("DROP TRIGGER closing_update"))
        session.connection().execute(text("UPDATE closing SET snapshot = x'00' WHERE id = 1"))


def test_of_a_damaged_snapshot_nothing_is_written_and_the_others_are(closed: App) -> None:
    closed_on(closed, DAY, "2023-Q2")
    damage(closed)
    done = written_on(closed, DAY)
    assert [(each.closing.period, each.name) for each in done.failed] == [("2023-Q1", "snapshot")]
    assert done.new == len(CLOSING_SET)
    assert files_of(closed, 1, "2023-Q1") == []


def test_a_round_that_dies_between_two_reports_is_completed_by_the_next(closed: App) -> None:
    failpoints.arm("close.report:error:2")
    try:
        with pytest.raises(failpoints.FailpointError):
            written_on(closed, DAY)
    finally:
        failpoints.arm(None)
    assert len(kept(closed)) == 2
    before = kept(closed)
    assert written_on(closed, NEXT).new == len(CLOSING_SET) - 2
    assert before.items() <= kept(closed).items()
    assert titles(closed) == EXPECTED


def test_a_second_closing_has_a_folder_of_its_own(closed: App) -> None:
    written_on(closed, DAY)
    opened_again(closed, NEXT, NEXT, period="2023-Q1")
    closed_on(closed, "2023-07-21", "2023-Q1")
    assert len(written_on(closed, "2023-07-21").folders) == 1
    assert titles(closed, 2) == titles(closed, 1) == EXPECTED


def test_what_is_missing_is_named(closed: App) -> None:
    with closed.reading() as session:
        [(facts, lacking)] = missing_reports(session, closed.rules)
    assert (facts.period, lacking) == ("2023-Q1", tuple(each.title for each in CLOSING_SET))
    written_on(closed, DAY)
    with closed.reading() as session:
        assert missing_reports(session, closed.rules) == ()


def test_two_rounds_at_once_note_each_report_once(closed: App, monkeypatch: pytest.MonkeyPatch) -> None:
    first, *others = CLOSING_SET
    meanwhile: list[int] = []

    def overtaken(material: Material) -> Written:
        if not meanwhile:
            meanwhile.append(0)
            meanwhile[0] = written_on(closed, DAY).new
        return first.write(material)

    monkeypatch.setattr(write_closing, "CLOSING_SET", (replace(first, write=overtaken), *others))
    assert (written_on(closed, DAY).new, meanwhile) == (0, [len(CLOSING_SET)])
    with closed.reading() as session:
        assert len(reports.reports_of_closing(session, 1)) == len(CLOSING_SET)


def test_a_plan_that_did_not_come_as_a_workbook_has_none_of_its_own(empty: App) -> None:
    given(empty, reading(a_line(8), source="plan.docx"))
    closed_on(empty, "2023-05-02", "2023-Q1")
    assert written_on(empty, "2023-05-02").new == len(CLOSING_SET) - 1
    assert not any(name.startswith("Libro de la entidad") for name in files_of(empty, 1, "2023-Q1"))
    assert written_on(empty, "2023-05-03") == WrittenClosings()
