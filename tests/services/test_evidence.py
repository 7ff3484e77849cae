"""What backs a figure: numbered, looked at, kept, handed out by a name of ours, and taken back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gdflow.app import App
from gdflow.domain.errors import ConflictError, GdflowError, InputError, NotFoundError
from gdflow.domain.evidence import Antivirus, Evidence, EvidenceRule
from gdflow.services.evidence import (
    add_stated_links,
    evidence_of,
    remarks_on,
    served,
    take_back,
)
from gdflow.services.evidence_examine import examine
from gdflow.services.evidence_list import evidence_json, listed
from gdflow.storage import events, plans
from tests.support.cast import USO, at
from tests.support.clamd import EICAR, FOUND, away, clamd
from tests.support.decisions import extended
from tests.support.evidence import LINK, PDF, PNG, added, linked
from tests.support.installation import Said, answered, line, plan, scanned

DAY = "2023-07-05"


def watched(app: App, antivirus: Antivirus) -> None:
    """The installation with an antivirus."""
    app.rules = replace(app.rules, evidence=EvidenceRule(antivirus=antivirus))


def of(app: App, row: int, period: str = "2023-Q2") -> tuple[Evidence, ...]:
    subject = line(app, row)
    with app.reading() as session:
        return evidence_of(session, subject.id, period)


def remarks(app: App, evidence: Evidence) -> tuple[str, ...]:
    with app.reading() as session:
        return remarks_on(session, app.rules, evidence)


def test_a_file_is_kept_by_its_bytes_and_numbered(installed: App) -> None:
    first, second = added(installed, 18, DAY), added(installed, 19, DAY, data=PNG, name="C:\\fotos\\taller.png")
    assert (first.annex, first.name, first.media_type, first.dated_on) == (
        *(1, "Acta de mayo.pdf", "application/pdf", date(2023, 5, 31)),
    )
    assert (second.annex, second.name, second.size) == (2, "taller.png", len(PNG))
    assert installed.evidence.get(first.sha256 or "") == PDF
    assert of(installed, 18) == (first,)
    assert remarks(installed, first) == ()


def test_the_same_file_for_the_same_line_is_the_same_annex(installed: App) -> None:
    assert added(installed, 18, DAY) == added(installed, 18, DAY, name="copia.pdf")
    assert linked(installed, 18, DAY) == linked(installed, 18, DAY, f"  {LINK} ")
    assert added(installed, 18, DAY, data=PNG, name="otra.png").annex == 3
    assert [each.annex for each in of(installed, 18)] == [1, 2, 3]


def test_the_same_file_for_two_lines_is_taken_and_told(installed: App) -> None:
    added(installed, 18, DAY)
    (said,) = remarks(installed, added(installed, 19, DAY))
    assert "A01 (fila 18)" in said


def test_a_name_that_says_otherwise_is_told(installed: App) -> None:
    misnamed = added(installed, 18, DAY, data=PNG)
    assert misnamed.misnamed
    (said,) = remarks(installed, misnamed)
    assert "por dentro es un archivo .png" in said


def test_a_file_is_handed_out_as_a_download_under_a_name_of_ours(installed: App) -> None:
    evidence = added(installed, 9, DAY, name='acta "maligna"\r\n ñandú.exe.pdf', period="2023-Q2")
    with installed.reading() as session:
        handed = served(session, evidence.id)
    assert handed.name == "A01_linea-9_acta-maligna-nandu-exe.pdf"
    assert handed.headers["Content-Disposition"] == f'attachment; filename="{handed.name}"'
    assert handed.headers["X-Content-Type-Options"] == "nosniff"
    assert handed.headers["Content-Type"] == "application/pdf"
    assert handed.evidence == evidence


def test_the_name_is_told_without_its_line_when_that_left_the_plan(installed: App) -> None:
    evidence, twin = added(installed, 18, DAY), added(installed, 19, DAY)
    with installed.transaction() as session:
        gone = "UPDATE line SET gone_at = '2023-07-05 00:00:00' WHERE id = ?"
        session.connection().exec_driver_sql(gone, (evidence.line_id,))
        assert served(session, evidence.id).name == "A01_linea-0_acta-de-mayo.pdf"
        assert "línea retirada" in remarks_on(session, installed.rules, twin)[0]
        assert [each.row for each in listed(session, plan(installed))] == [None, 19]


@pytest.mark.parametrize("what", ["link", "taken back", "unknown"])
def test_only_a_file_that_stands_is_handed_out(installed: App, what: str) -> None:
    evidence_id = linked(installed, 18, DAY).id if what == "link" else added(installed, 18, DAY).id
    with installed.transaction() as session:
        if what == "taken back":
            take_back(session, evidence_id, by=USO, now=at(DAY))
        with pytest.raises(NotFoundError, match="unknown_evidence"):
            served(session, 99 if what == "unknown" else evidence_id)


def test_what_is_taken_back_is_listed_no_more_and_noted(installed: App) -> None:
    evidence = added(installed, 18, DAY)
    with installed.transaction() as session:
        assert take_back(session, evidence.id, by=f" {USO} ", now=at(DAY)) == evidence
        kinds = [each.kind for each in events.events_of(session, 1, f"line:{evidence.line_id}")]
    assert kinds == ["evidence_added", "evidence_taken_back"]
    assert of(installed, 18) == ()
    assert added(installed, 18, DAY).annex == 2


@pytest.mark.parametrize(
    "link", ["acta.pdf", "ftp://a.example/x", "https://", "https://a b.example/", "http://a.example:x/", "javascript:1"]
)
def test_what_is_no_link_is_refused(installed: App, link: str) -> None:
    with pytest.raises(InputError, match="evidence_link"):
        linked(installed, 18, DAY, link)


def test_evidence_has_an_author_and_no_future_date(installed: App) -> None:
    with pytest.raises(InputError, match="blank_author"):
        added(installed, 18, DAY, by=" ")
    with pytest.raises(InputError, match="evidence_date"):
        added(installed, 18, DAY, dated_on=date(2023, 7, 6))
    with pytest.raises(InputError, match="unknown_period"):
        added(installed, 18, DAY, period="mayo")


def test_a_closed_period_takes_and_gives_back_nothing(installed: App) -> None:
    scanned(installed, "2023-06-30")
    evidence = added(installed, 18, DAY)
    with pytest.raises(ConflictError, match="period_closed"):
        added(installed, 18, "2023-07-18", data=PNG)
    with installed.transaction() as session, pytest.raises(ConflictError, match="period_closed"):
        take_back(session, evidence.id, by=USO, now=at("2023-07-18"))
    assert added(installed, 18, "2023-07-18", period="2023-Q4").annex == 1


def test_a_line_with_more_time_takes_evidence_after_the_closing(installed: App) -> None:
    extended(installed, 18, DAY, "2023-07-28")
    assert added(installed, 18, "2023-07-27").annex == 1


def test_links_in_what_a_team_wrote_become_annexes(installed: App) -> None:
    stated = f"Actas en {LINK}, fotos en HTTPS://fotos.entidad.example/a?b=1). Anexo 02. {LINK}; http://:1/ no"
    subject = line(installed, 18)
    its = {"by": USO, "now": at(DAY)}
    with installed.transaction() as session:
        found = add_stated_links(session, installed.rules, subject, "2023-Q2", stated, **its)  # type: ignore[arg-type]  # named above
        assert add_stated_links(session, installed.rules, subject, "2023-Q2", None, **its) == ()  # type: ignore[arg-type]  # named above
    assert [each.link for each in found] == [LINK, "HTTPS://fotos.entidad.example/a?b=1"]
    assert [each.name for each in found] == ["drive.entidad.example", "fotos.entidad.example"]


def test_the_links_of_a_form_become_annexes_beside_its_words(installed: App) -> None:
    said = Said(1, evidence=f"Anexo 01, {LINK}")
    answered(installed, USO, "2023-Q2", "2023-07-06", {18: said, 19: Said(1, evidence="Anexo 02")})
    (found,) = of(installed, 18)
    assert (found.link, found.added_by) == (LINK, USO)
    assert of(installed, 19) == ()


def test_a_clean_file_says_when_it_was_looked_at(installed: App) -> None:
    with clamd() as antivirus:
        watched(installed, antivirus)
        evidence = added(installed, 18, DAY)
    assert evidence.scanned_at == at(DAY)
    assert remarks(installed, evidence) == ()


def test_an_infected_file_is_refused_and_not_kept(installed: App) -> None:
    with clamd() as antivirus:
        watched(installed, antivirus)
        with pytest.raises(InputError, match="evidence_infected") as refused:
            added(installed, 18, DAY, name="acta.txt", data=EICAR)
    assert refused.value.facts == {"file": "acta.txt", "found": FOUND}
    assert not [
        file for file in (installed.data / "objects").rglob("*") if file.is_file() and b"EICAR" in file.read_bytes()
    ]


def test_while_the_antivirus_is_away_a_file_is_kept_and_told_or_refused(installed: App) -> None:
    watched(installed, away())
    evidence = added(installed, 18, DAY)
    assert evidence.scanned_at is None
    assert "se revisará después" in remarks(installed, evidence)[0]
    watched(installed, away(required=True))
    with pytest.raises(ConflictError, match="antivirus_away"):
        added(installed, 19, DAY)


def test_a_file_that_is_too_large_is_refused(installed: App) -> None:
    rules = replace(installed.rules, evidence=EvidenceRule(max_bytes=1024**2))
    with pytest.raises(InputError, match="too_large"):
        examine(rules, installed.evidence, name="acta.pdf", data=PDF + b" " * 1024**2, now=at(DAY))
    named = examine(rules, installed.evidence, name="   ", data=b"acta", now=at(DAY))
    assert named.name == "archivo"


def test_evidence_is_listed_by_period_and_line(installed: App) -> None:
    added(installed, 18, DAY)
    linked(installed, 19, DAY)
    added(installed, 18, DAY, period="2023-Q4")
    chosen, subject = plan(installed), line(installed, 18)
    with installed.reading() as session:
        assert [(each.evidence.period, each.row) for each in listed(session, chosen)] == [
            *(("2023-Q2", 18), ("2023-Q2", 19), ("2023-Q4", 18)),
        ]
        assert len(listed(session, chosen, "2023-Q2")) == len(listed(session, chosen, line=subject)) == 2
        file, link = (evidence_json(each) for each in listed(session, chosen, "2023-Q2"))
    assert (file["file_name"], file["dated_on"], file["link"]) == ("A01_linea-18_acta-de-mayo.pdf", "2023-05-31", None)
    assert (link["file_name"], link["sha256"], link["link"]) == (None, None, LINK)


def test_evidence_of_a_store_elsewhere_is_found_there(installed: App, tmp_path: Path) -> None:
    from gdflow.storage.objects import ObjectStore

    installed.evidence = ObjectStore(tmp_path / "otra")
    evidence = added(installed, 18, DAY)
    assert (tmp_path / "otra").exists()
    with pytest.raises(GdflowError, match="unknown_object"):
        installed.objects.get(evidence.sha256 or "")
    with installed.reading() as session:
        assert plans.line_by_id(session, evidence.line_id) == line(installed, 18)
