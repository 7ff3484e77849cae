"""Beside the mails each chat channel gets one message a day, about the lines of the teams that read it."""

import json
from datetime import date
from typing import Any

import pytest

from gdflow.app import App
from gdflow.domain.notices import NoticeDraft
from gdflow.domain.outbox import NoticeState, Priority
from gdflow.services.preview import preview
from gdflow.storage import notice_story
from tests.support.cast import AREAS, GOBIERNO, GOBIERNO_MAIL, USO, at
from tests.support.chats import ALL, CHANNELS, TEAMS, chatting, settle_chat
from tests.support.installation import accounting, answered, contacts, delivered, notices, scanned

DAY = "2023-07-10"


def chats(app: App, day: str = DAY, hour: int = 8) -> dict[str, NoticeDraft]:
    return {draft.channel: draft for draft in scanned(app, day, hour).composed.chats}


def card(draft: NoticeDraft) -> str:
    return json.dumps(json.loads(draft.data), ensure_ascii=False)


def test_each_channel_gets_one_message_about_its_own_teams(installed: App) -> None:
    drafts = chats(chatting(installed))
    assert {channel: len(draft.reminder_ids) for channel, draft in drafts.items()} == {TEAMS: 7, ALL: 9}
    assert [draft.address for draft in drafts.values()] == ["gobierno-digital", "avisos"]
    assert USO not in card(drafts[TEAMS])
    assert (GOBIERNO in card(drafts[ALL]), USO in card(drafts[ALL])) == (True, True)


def test_teams_gets_a_card_and_any_other_chat_plain_words(installed: App) -> None:
    drafts = chats(chatting(installed))
    teams: Any = json.loads(drafts[TEAMS].data)
    assert teams["attachments"][0]["content"]["type"] == "AdaptiveCard"
    assert set(json.loads(drafts[ALL].data)) == {"title", "body"}


def test_a_second_scan_of_the_day_posts_nothing(installed: App) -> None:
    app = chatting(installed)
    assert (len(chats(app)), chats(app), chats(app, hour=13)) == (2, {}, {})


def test_a_chat_alone_reaches_no_team(installed: App) -> None:
    app = chatting(installed)
    contacts(app, GOBIERNO, [])
    drafts = chats(app)
    assert {channel: len(draft.reminder_ids) for channel, draft in drafts.items()} == {ALL: 2}


def test_a_chat_that_no_owing_team_reads_gets_nothing(installed: App) -> None:
    assert chats(chatting(installed, CHANNELS.replace(GOBIERNO.upper(), AREAS))).keys() == {ALL}


@pytest.mark.parametrize("state", [NoticeState.HANDED_OVER, NoticeState.REFUSED, NoticeState.IN_DOUBT])
def test_what_becomes_of_a_chat_message_changes_no_figure(installed: App, state: NoticeState) -> None:
    app = chatting(installed)
    scanned(app, DAY)
    before = accounting(app)
    settle_chat(app, state, at(DAY))
    assert accounting(app) == before
    delivered(app, DAY)
    assert (accounting(app).sent, accounting(app).closed) == (9, True)


def test_a_chat_message_is_let_be_once_everything_in_it_is_answered(installed: App) -> None:
    app = chatting(installed, CHANNELS.replace(GOBIERNO.upper(), USO))
    scanned(app, DAY, 7)
    answered(app, USO, "2023-Q2", DAY, {18: "0.3", 19: "0.2"})
    report = delivered(app, DAY)
    assert {each.channel: each.state for each in report.deliveries if ":" in each.channel}[
        "msteams:gobierno-digital"
    ] is NoticeState.SUPPRESSED


def test_the_reminders_of_a_message_are_in_its_story(installed: App) -> None:
    app = chatting(installed)
    scanned(app, DAY)
    posted = next(notice for notice in notices(app) if notice.channel == TEAMS)
    mailed = next(notice for notice in notices(app) if notice.address == GOBIERNO_MAIL)
    with app.reading() as session:
        carried = [notice_story.carried_by(session, app.rules.entity_id, each.id) for each in (posted, mailed)]
    assert set(carried[0]) == set(carried[1])


def test_what_closes_tomorrow_is_urgent_in_the_chat_too(installed: App) -> None:
    app = chatting(installed)
    assert {draft.priority for draft in chats(app).values()} == {Priority.ORDINARY}
    assert {draft.priority for draft in chats(app, "2023-07-14").values()} == {Priority.URGENT}


def test_a_preview_shows_the_chats_beside_the_mails(installed: App) -> None:
    app = chatting(installed)
    day = date.fromisoformat(DAY)
    with app.rehearsal() as session:
        shown = preview(session, app.rules, None, start=day, end=day, now=at(DAY, 7))
    assert sorted(notice.channel for notice in shown) == [ALL, "email", "email", TEAMS]
