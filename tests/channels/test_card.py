"""The card for Teams: what it says, that it never outgrows Teams, and that nothing people wrote comes alive in it."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.channels.card import MOST_BYTES, digest_card
from gdflow.domain.digest import Digest
from gdflow.domain.ladders import ReminderReason
from tests.channels.cast import (
    CLOSES_ON,
    DEADLINE,
    HEAD,
    OTHER_TEAM,
    REPORT_BY,
    RESULT,
    RESULTS,
    TEAM,
    digest_of,
    escalation,
)
from tests.channels.golden import kept

TODAY = date(2023, 7, 5)
PAGE = "https://alcaldia.example/r/abc?x=1&y=2"
HOSTILE = (
    "<at>jefe@alcaldia.example</at> [pague](https://curioso.example/x) <https://curioso.example> `rm` **ya** _hoy_ "
    "www.curioso.example mailto:a@curioso.example @todos <!channel> [x]: https://curioso.example &lt;at&gt;"
)
# What a program that looks for links or mentions would take for one.
LIVE = re.compile(r"<|>|\w://\S|\]\(|\]\[|\]:|\w\.[a-zA-Z]|@\w")


def card_of(data: bytes) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(data)["attachments"][0]["content"]
    return content


def texts(node: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a card with the name under which it stands."""
    if isinstance(node, str):
        yield key, node
    elif isinstance(node, dict):
        for name, value in node.items():
            yield from texts(value, name)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value, key)


def shown_words(card: dict[str, Any]) -> list[str]:
    return [
        "".join(run["text"] for run in block["inlines"]) for block in card["body"] if block["type"] == "RichTextBlock"
    ]


def facts(card: dict[str, Any]) -> dict[str, str]:
    (block,) = (block for block in card["body"] if block["type"] == "FactSet")
    return {fact["title"]: fact["value"] for fact in block["facts"]}


def check_inert(digest: Digest, *, today: date = TODAY) -> None:
    """Nothing of people's text is alive: no mention, no tag, no link but our own button."""
    data = digest_card(digest, today=today)
    card = card_of(data)
    assert card["msteams"] == {"width": "full"}
    assert len(card["actions"]) <= 1
    assert {block["type"] for block in card["body"]} <= {"RichTextBlock", "FactSet"}
    read = [text for key, text in texts({"body": card["body"], "fallbackText": card["fallbackText"]}) if key != "type"]
    assert [text for text in read if LIVE.search(text)] == []
    assert not re.search(r"[\x00-\x1f\u202a-\u202e\u2066-\u2069]", data.decode())


@pytest.mark.parametrize(
    ("name", "digest", "today"),
    [
        ("digest", digest_of(*RESULTS, DEADLINE), TODAY),
        ("escalation", escalation(), date(2023, 7, 13)),
        ("page", replace(digest_of(RESULT), link=PAGE), REPORT_BY),
    ],
)
def test_a_card_reads_as_it_was_approved(name: str, digest: Digest, today: date) -> None:
    card = json.dumps(json.loads(digest_card(digest, today=today)), ensure_ascii=False, indent=1) + "\n"
    assert card == kept(f"card_{name}.json", card)


def test_the_message_is_one_card_as_the_flow_expects_it() -> None:
    envelope = json.loads(digest_card(digest_of(*RESULTS), today=TODAY))
    (attachment,) = envelope["attachments"]
    assert envelope["type"] == "message"
    assert (attachment["contentType"], attachment["contentUrl"]) == ("application/vnd.microsoft.card.adaptive", None)
    card = attachment["content"]
    assert (card["type"], card["version"], card["lang"]) == ("AdaptiveCard", "1.4", "es")
    assert "speak" not in card
    assert "Image" not in {text for _, text in texts(card)}


def test_the_facts_say_how_much_by_when_and_what_is_late() -> None:
    card = card_of(digest_card(digest_of(*RESULTS, DEADLINE), today=TODAY))
    assert facts(card) == {
        "Faltan": "4 reportes y 1 actividad",
        "Límite": "lunes 10 de julio de 2023 (quedan 5 días)",
        "Cierre del periodo": "viernes 14 de julio de 2023",
        "Vencidas": "1, desde hace 66 días",
    }
    assert card["fallbackText"].startswith("Faltan: 4 reportes y 1 actividad. Límite: lunes 10 de julio de 2023")


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (REPORT_BY, {"Límite": "lunes 10 de julio de 2023 (hoy)"}),
        (date(2023, 7, 9), {"Límite": "lunes 10 de julio de 2023 (queda 1 día)"}),
        (CLOSES_ON, {"Límite": "venció el lunes 10 de julio de 2023", "Vencidas": "4, la más antigua hace 4 días"}),
    ],
)
def test_the_limit_is_the_next_day_or_the_one_that_passed(today: date, expected: dict[str, str]) -> None:
    said = facts(card_of(digest_card(digest_of(*RESULTS), today=today)))
    assert {key: said[key] for key in expected} == expected
    assert ("Vencidas" in said) == ("Vencidas" in expected)


def test_a_ninth_line_is_counted() -> None:
    lines = [replace(RESULT, row=row, number=str(row), label=f"Tarea{row}") for row in range(1, 24)]
    words = shown_words(card_of(digest_card(digest_of(*lines), today=TODAY)))
    assert len([text for text in words if "Tarea" in text]) == 8
    assert words[-1] == "Y 15 actividades más. El correo las trae todas."


def test_the_most_urgent_line_comes_first_with_its_sign_and_its_note() -> None:
    returned = replace(RESULTS[1], returned_note="Falta el acta firmada")
    words = shown_words(card_of(digest_card(digest_of(RESULT, DEADLINE, returned), today=TODAY)))
    assert words[2] == "◆ 3. Sensibilizar a las áreas de gestión"
    assert words[3].startswith("Por corregir · Nota: Falta el acta firmada · Trimestre 2 de 2023")
    assert words[4] == "▲ 9. Hacer el reporte a FURAG"


def test_teams_and_plans_are_named_on_the_line_only_when_there_are_several() -> None:
    other = replace(RESULT, team=OTHER_TEAM, plan="Plan de mejoramiento")
    several, one = (shown_words(card_of(digest_card(digest_of(*x), today=TODAY))) for x in ((RESULT, other), (RESULT,)))
    assert any(text.endswith(f"{OTHER_TEAM} · Plan de mejoramiento") for text in several[2:])
    assert not any(TEAM in text for text in one[2:])


def test_the_page_is_the_one_button() -> None:
    card = card_of(digest_card(replace(digest_of(*RESULTS), link=PAGE), today=TODAY))
    assert card["actions"] == [{"type": "Action.OpenUrl", "title": "Reportar ahora", "url": PAGE}]


def test_without_a_page_the_button_answers_by_mail() -> None:
    digest = digest_of(*RESULTS)
    (action,) = card_of(digest_card(digest, today=TODAY))["actions"]
    assert (action["title"], action["url"]) == ("Responder por correo", digest.reply_link)
    assert action["url"].startswith("mailto:")


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "https://a.example/" + "x" * 3_000])
def test_a_link_that_is_no_page_makes_no_button(link: str) -> None:
    assert card_of(digest_card(replace(digest_of(RESULT), link=link), today=TODAY))["actions"] == []


def test_an_escalation_asks_for_support() -> None:
    words = shown_words(card_of(digest_card(escalation(), today=date(2023, 7, 13))))
    assert words[0].startswith("Solicitud de apoyo: faltan 4 reportes del trimestre 2")
    assert words[2].startswith("Le agradecemos apoyar al equipo para que responda antes del cierre")


def hostile(words: str) -> Digest:
    line = replace(
        RESULT,
        number=words,
        label=words,
        plan=words,
        team=words,
        target_text=words,
        so_far_text=words,
        returned_note=words,
        link="https://alcaldia.example/linea",
    )
    head = replace(HEAD, topic=words, entity=words, name=words)
    return replace(digest_of(line, replace(DEADLINE, number=None, label=words, plan=f"{words}2")), head=head)


def test_what_people_wrote_stays_readable_and_dead() -> None:
    check_inert(hostile(HOSTILE))
    words = " ".join(shown_words(card_of(digest_card(hostile(HOSTILE), today=TODAY)))).replace("\u200b", "")
    assert "‹at›jefe@alcaldia.example‹/at› [pague](https://curioso.example/x)" in words


@pytest.mark.parametrize("today", [TODAY, REPORT_BY, date(2023, 7, 13)])
@pytest.mark.parametrize("purpose", ["digest", "escalation"])
def test_every_headline_is_dead(today: date, purpose: str) -> None:
    lines = [replace(DEADLINE, number=None, label=HOSTILE)]
    base = digest_of(*lines) if purpose == "digest" else replace(escalation(), lines=tuple(lines), teams=(HOSTILE,))
    check_inert(base, today=today)
    closing = replace(RESULT, label=HOSTILE, reason=ReminderReason.CLOSING_SOON)
    check_inert(replace(base, lines=(closing,)), today=today)


PIECES = st.sampled_from(
    ["<at>", "</at>", "[x](", "](", ")", "https://", "a.example", "@", "www.", "`", "**", "_", "<", ">", " ", "\n", "["]
)
WORDS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=12).map("".join))


@given(WORDS, WORDS)
def test_no_text_at_all_becomes_a_mention_or_a_link(one: str, two: str) -> None:
    line = replace(RESULT, number=one, label=two, team=one, plan=two, target_text=one, returned_note=two)
    other = replace(DEADLINE, number=None, label=one, team=two, plan=one, so_far_text=two)
    check_inert(replace(digest_of(line, other), head=replace(HEAD, topic=two, entity=one)))


@given(st.integers(1, 60), st.text(st.characters(), min_size=1, max_size=3), st.booleans())
def test_no_card_outgrows_teams(count: int, piece: str, page: bool) -> None:
    words = (piece * 2_000)[:2_000]
    lines = [replace(RESULT, row=n, number=words, label=words, team=f"{n}{words}", plan=f"{n}{words}",
                     target_text=words, so_far_text=words, returned_note=words) for n in range(count)]  # fmt: skip
    digest = replace(digest_of(*lines), head=replace(HEAD, topic=words, entity=words), link=PAGE if page else None)
    data = digest_card(digest, today=TODAY)
    assert len(data) <= MOST_BYTES <= 18 * 1024
    check_inert(digest)
    # By places, which people's words cannot imitate: after the facts each line has two blocks, and what is left counts.
    body = card_of(data)["body"]
    after = body[next(at for at, block in enumerate(body) if block["type"] == "FactSet") + 1 :]
    lines_shown, counted = divmod(len(after), 2)
    hidden = int(after[-1]["inlines"][0]["text"].split()[1]) if counted else 0
    assert lines_shown + hidden == count


def test_forty_lines_of_two_thousand_letters_are_shortened_and_counted() -> None:
    lines = [replace(RESULT, row=row, number=str(row), label=f"L{row} " + "ñandú 🦙 " * 250) for row in range(40)]
    data = digest_card(digest_of(*lines), today=TODAY)
    words = shown_words(card_of(data))
    assert len(data) <= MOST_BYTES
    assert len([text for text in words if text.startswith("○ ")]) == 8
    assert words[-1] == "Y 32 actividades más. El correo las trae todas."


def test_the_same_digest_is_always_the_same_bytes() -> None:
    digests = [digest_of(*RESULTS, DEADLINE) for _ in range(2)]
    assert digest_card(digests[0], today=TODAY) == digest_card(digests[1], today=TODAY)
