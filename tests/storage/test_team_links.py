"""Links are known by a hash alone, and what a team's page is made of is found by team and period."""

from datetime import timedelta

import pytest
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from gdflow.domain.decisions import DecisionKind
from gdflow.domain.receipts import PAGE_ANSWER, ReceiptSource
from gdflow.storage import annexes, decisions, page_receipts, people, submissions, team_lines, team_links
from gdflow.storage.engine import writing
from tests.storage.cast import GOBIERNO, NOW, SHA, TODAY, add_plan, owe

PERIOD = "2023-Q2"
DAY = timedelta(days=1)


def added(session: Session, entity_id: int, team_id: int, token: str = SHA) -> int:
    ends = NOW + DAY
    given = team_links.NewLink(team_id, PERIOD, token, ends)
    return team_links.add_links(session, entity_id, [given], at=NOW)[token]


def of_team(session: Session) -> tuple[int, int, int]:
    """The entity, its team and the team's line, which owes the second quarter."""
    entity_id, _, _ = owe(session)
    team_id = people.ensure_team(session, entity_id, GOBIERNO)
    (line_id,) = team_lines.line_ids_of_team(session, team_id, PERIOD)
    return entity_id, team_id, line_id


def test_a_link_is_found_by_its_hash_in_its_entity_alone(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _ = add_plan(session)
        team_id = people.ensure_team(session, entity_id, GOBIERNO)
        link_id = added(session, entity_id, team_id)
        found = team_links.link_by_token(session, entity_id, SHA)
        assert found
        assert (found.id, found.team, found.period, found.expires_at) == (link_id, GOBIERNO, PERIOD, NOW + DAY)
        assert team_links.link_by_token(session, entity_id + 1, SHA) is None
        assert team_links.link_by_token(session, entity_id, "cd" * 32) is None
        assert team_links.links_of(session, entity_id) == (found,)


def test_two_links_never_share_a_key(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _ = add_plan(session)
        team_id = people.ensure_team(session, entity_id, GOBIERNO)
        added(session, entity_id, team_id)
        with pytest.raises(IntegrityError):
            added(session, entity_id, team_id)
        session.rollback()


def test_a_link_is_revoked_once(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _ = add_plan(session)
        link_id = added(session, entity_id, people.ensure_team(session, entity_id, GOBIERNO))
        assert team_links.revoke(session, link_id, at=NOW, by="Planeación")
        assert not team_links.revoke(session, link_id, at=NOW + DAY, by="Otra persona")
        found = team_links.link_by_id(session, entity_id, link_id)
        assert found
        assert (found.revoked_at, found.revoked_by) == (NOW, "Planeación")
        assert team_links.link_by_id(session, entity_id, link_id + 1) is None


def test_a_page_finds_what_its_lines_owe_and_what_stands_behind_them(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, team_id, line_id = of_team(session)
        owed = team_lines.owed_of_lines(session, [line_id], PERIOD)
        plan_id = owed[line_id].plan_id
        its = {"name": "a.example", "at": NOW, "by": "x", "dated_on": None, "link": "https://a.example"}
        kept = annexes.add_annex(session, plan_id, line_id, PERIOD, **its)  # type: ignore[arg-type]  # as annexes take it
        gone = annexes.add_annex(session, plan_id, line_id, PERIOD, **its | {"link": "https://b.example"})  # type: ignore[arg-type]  # the same
        annexes.remove(session, gone.id, NOW)
        assert team_lines.evidence_of_lines(session, [line_id], PERIOD) == {line_id: (kept,)}
        assert team_lines.line_ids_of_team(session, team_id, "2023-Q4") == ()
        assert entity_id


def test_the_word_that_a_line_is_not_the_teams_holds_to_its_end(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _, line_id = of_team(session)
        its = {"to_team_id": None, "starts_on": TODAY, "until": TODAY + DAY, "reason": "r", "author": "a", "at": NOW}
        decisions.hand_over(session, entity_id, line_id, **its)  # type: ignore[arg-type]  # as decisions take it
        found = team_lines.handovers_of_lines(session, [line_id], TODAY)
        assert found[line_id].kind is DecisionKind.HANDOVER
        assert team_lines.handovers_of_lines(session, [line_id], TODAY + 2 * DAY) == {}


def test_a_page_lists_the_workbooks_that_came_by_it_newest_first(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, team_id, _ = of_team(session)
        for number, name in enumerate(("uno.xlsx", PAGE_ANSWER, "dos.xlsx")):
            submissions.add_receipt(
                session,
                entity_id,
                sha256=f"{number:064d}",
                name=name,
                size=1,
                number=f"R-{number}",
                at=NOW,
                team_id=team_id,
                period=PERIOD,
                source=ReceiptSource.PAGE,
            )
        found = team_lines.uploads_of_team(session, entity_id, team_id, PERIOD)
        assert [each.name for each in found] == ["dos.xlsx", "uno.xlsx"]
        assert team_lines.uploads_of_team(session, entity_id, team_id, "2023-Q3") == ()


def test_where_no_receipt_waits_none_gives_way(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, team_id, _ = of_team(session)
        assert page_receipts.give_way(session, entity_id, team_id, "a@b.example", PERIOD, at=NOW) == 0
