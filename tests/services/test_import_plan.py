from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from gdflow.app import App
from gdflow.domain.errors import InputError
from gdflow.domain.lines import ResultSource
from gdflow.domain.people import Role
from gdflow.domain.periods import PeriodKind
from gdflow.domain.plan import PlanKind
from gdflow.services.import_plan import PlanFile, plan_codes, read_plan_file, slug
from gdflow.storage import events, people, submissions
from tests.services.readings import a_line, reading, team
from tests.support.cast import AREAS, CUT_OFF, GOBIERNO, GOBIERNO_MAIL, USO, at
from tests.support.installation import CARTAGENA, answered, given, imported, line, lines, plan, scanned, stored


def teams(app: App) -> dict[str, list[tuple[str, Role]]]:
    with app.reading() as session:
        known = people.teams_of(session, app.rules.entity_id)
    return {each.name: [(contact.email, contact.role) for contact in each.contacts] for each in known}


def figures(app: App, row: int) -> dict[str, Decimal]:
    with app.reading() as session:
        known = submissions.results_of_plan(session, plan(app).id)
    return {each.period: each.value for each in known if each.line_id == line(app, row).id}


def test_the_real_plan_comes_in_with_its_lines_teams_and_figures(empty: App) -> None:
    made = imported(empty, CARTAGENA, CUT_OFF)
    assert (made.code, made.outcome, made.lines, made.figures, made.renewal) == ("cartagena_2023", "new", 12, 12, None)
    assert list(teams(empty)) == [AREAS, USO, GOBIERNO]
    assert (line(empty, 8).team, line(empty, 8).co_teams) == (GOBIERNO, (AREAS,))


def test_a_file_that_is_not_there_is_said_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="file_not_found"):
        read_plan_file(tmp_path / "nada.xlsx", as_of=None)


def test_a_file_without_a_plan_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "carta.txt"
    path.write_text("Señores\nReciban un cordial saludo.\n", encoding="utf-8")
    with pytest.raises(InputError, match="no_plan_found"):
        read_plan_file(path, as_of=None)


def test_the_same_document_again_changes_nothing(installed: App) -> None:
    before = lines(installed)
    again = imported(installed, CARTAGENA, CUT_OFF)
    assert (again.outcome, again.figures, lines(installed)) == ("unchanged", 0, before)


def test_a_renewed_document_keeps_the_identity_of_its_lines(empty: App) -> None:
    given(empty, reading(a_line(8, "Publicar datos"), a_line(9, "Formar equipos"), a_line(10, "Medir el uso")))
    uids = {each.activity: each.uid for each in lines(empty)}
    renewed = reading(
        a_line(8, "Formar equipos", target=Decimal(6)), a_line(9, "Publicar datos"), a_line(10, "Auditar")
    )
    renewal = stored(empty, PlanFile("plan.xlsx", b"2", (renewed,)), at("2023-05-02"))[0].renewal
    assert renewal is not None
    assert [len(renewal.kept), len(renewal.changed), len(renewal.added), len(renewal.gone)] == [1, 1, 1, 1]
    now = {each.activity: each.uid for each in lines(empty)}
    assert (now["Formar equipos"], now["Publicar datos"]) == (uids["Formar equipos"], uids["Publicar datos"])
    assert now["Auditar"] not in uids.values()


def test_what_a_team_answered_outlives_a_renewed_document(installed: App) -> None:
    scanned(installed, "2023-07-04")
    answered(installed, USO, "2023-Q2", "2023-07-05", {18: "0.3"})
    with installed.reading() as session:
        told = {r.line_id for r in submissions.results_of_plan(session, plan(installed).id) if r.period == "2023-Q2"}
    older = read_plan_file(CARTAGENA, as_of=date(2023, 7, 31)).readings[0]
    lie = replace(older, lines=tuple(replace(each, results={"2023-Q2": Decimal(9)}) for each in older.lines))
    stored(installed, PlanFile("cartagena_2023.xlsx", b"3", (lie,)), at("2023-07-06"))
    assert figures(installed, 18)["2023-Q2"] == Decimal("0.3")
    assert figures(installed, 9)["2023-Q2"] == 9
    assert told == {line(installed, 18).id}


def test_a_figure_corrected_in_the_document_takes_the_place_of_the_printed_one(empty: App) -> None:
    given(empty, reading(a_line(results={"2023-Q1": Decimal(1)})))
    given(empty, reading(a_line(results={"2023-Q1": Decimal(2)})))
    assert figures(empty, 8) == {"2023-Q1": 2}


def test_lines_that_share_a_row_keep_their_own_figures(empty: App) -> None:
    given(
        empty,
        reading(
            a_line(8, "Publicar", indicator="Conjuntos", results={"2023-Q1": Decimal(1)}),
            a_line(8, "Publicar", indicator="Visitas", results={"2023-Q1": Decimal(3)}),
        ),
    )
    with empty.reading() as session:
        known = submissions.results_of_plan(session, plan(empty).id)
    assert sorted(each.value for each in known) == [1, 3]
    assert len({each.line_id for each in known}) == 2


def test_a_figure_at_the_cut_off_counts_for_the_period_of_the_import(empty: App) -> None:
    made = reading(
        a_line(due=date(2024, 6, 30), results={"cut": Decimal("0.5")}), kind=PlanKind.IMPROVEMENT, period_kind=None
    )
    given(empty, made, day="2023-05-02")
    assert plan(empty).period_kind is PeriodKind.HALF_YEAR
    assert figures(empty, 8) == {"2023-S1": Decimal("0.5")}


@pytest.mark.parametrize(
    ("kind", "period_kind"),
    [(PlanKind.IMPROVEMENT, PeriodKind.YEAR), (PlanKind.ACTION, PeriodKind.QUARTER)],
)
def test_a_silent_document_is_reported_by_its_kind(empty: App, kind: PlanKind, period_kind: PeriodKind) -> None:
    given(empty, reading(kind=kind, period_kind=None))
    assert plan(empty).period_kind is period_kind


def test_a_person_says_how_often_a_silent_document_is_reported(empty: App) -> None:
    silent = reading(period_kind=None)
    stored(empty, PlanFile("plan.xlsx", b"1", (silent,)), at(CUT_OFF), PeriodKind.MONTH)
    assert plan(empty).period_kind is PeriodKind.MONTH
    stored(empty, PlanFile("plan.xlsx", b"2", (silent,)), at("2023-05-02"))
    assert plan(empty).period_kind is PeriodKind.MONTH


def test_a_document_that_says_its_periods_is_believed(empty: App) -> None:
    stored(empty, PlanFile("plan.xlsx", b"1", (reading(),)), at(CUT_OFF), PeriodKind.MONTH)
    assert plan(empty).period_kind is PeriodKind.QUARTER


def test_several_plans_of_a_file_each_have_a_code(empty: App) -> None:
    codes = given(empty, reading(sheet="Plan A"), reading(sheet="Año 2"), reading(sheet="Año 2"), name="Planes.xlsx")
    assert codes == ("planes.plan-a", "planes.ano-2", "planes.ano-2.2")


def test_a_code_is_made_of_what_people_can_type() -> None:
    assert [slug("Política Gobierno Digital (v2)"), slug("¿?")] == ["politica-gobierno-digital-v2", "plan"]
    assert plan_codes(PlanFile("Plan 2023.xlsx", b"", (reading(),))) == ("plan-2023",)


def test_the_documents_own_directory_gives_the_addresses(empty: App) -> None:
    directory = (team(GOBIERNO, GOBIERNO_MAIL), team("EQUIPO GOBIERNO  DIGITAL", "dos@cartagena.example"), team(USO))
    given(empty, reading(teams=directory))
    assert teams(empty)[GOBIERNO] == [(GOBIERNO_MAIL, Role.MEMBER), ("dos@cartagena.example", Role.MEMBER)]
    assert teams(empty)[USO] == []


def test_an_address_that_cannot_be_used_is_told_and_left_out(empty: App) -> None:
    made = stored(
        empty, PlanFile("plan.xlsx", b"1", (reading(teams=(team(GOBIERNO, "niño@cartagena.example"),)),)), at(CUT_OFF)
    )
    assert made[0].refused == ((GOBIERNO, "niño@cartagena.example"),)
    assert teams(empty)[GOBIERNO] == []


def test_an_import_opens_the_periods_that_have_begun(empty: App) -> None:
    imported(empty, CARTAGENA, CUT_OFF)
    report = scanned(empty, CUT_OFF)
    assert report.opened == ()
    with empty.reading() as session:
        opened = [e for e in events.events_of(session, empty.rules.entity_id) if e.kind == "period_opened"]
    assert len(opened) == 2


def test_each_import_is_written_into_the_chain_of_events(installed: App) -> None:
    imported(installed, CARTAGENA, "2023-05-02")
    with installed.reading() as session:
        made = [e for e in events.events_of(session, installed.rules.entity_id) if e.kind == "plan_imported"]
        assert events.verify(session, installed.rules.entity_id) is None
    assert len(made) == 2


def test_results_of_the_document_say_that_they_come_from_it(installed: App) -> None:
    with installed.reading() as session:
        known = submissions.results_of_plan(session, plan(installed).id)
    assert {each.source for each in known} == {ResultSource.IMPORT}
    zero = next(each for each in known if each.value == 0)
    assert zero.zero_reason == zero.narrative
