"""A digest as an Adaptive Card for Microsoft Teams: one look, one button, and no text of people that comes alive.

Everything that people wrote stands in TextRuns, which read no Markdown, and is made inert besides, because the flow
that posts the card turns `<at>` into a mention. FactSet and fallback text, which do read Markdown, hold our words only.
"""

import json
from datetime import date
from typing import Any

from gdflow.channels.chat_words import (
    MOST_LINES,
    MOST_NAME,
    MOST_TITLE,
    about_words,
    ask_words,
    count_words,
    inert,
    link_of,
    name_words,
    rest_words,
)
from gdflow.channels.phrases import closing
from gdflow.channels.subject import headline
from gdflow.channels.wording import time_left
from gdflow.domain.digest import Digest, DigestLine, Purpose, Section, shown
from gdflow.spanish.counts import listed
from gdflow.spanish.dates import days_between, long_date

Element = dict[str, Any]

MOST_BYTES = 18_000  # Teams refuses 28 KB, measured after the flow has wrapped the card; the refusal reaches nobody
CONTENT_TYPE = "application/vnd.microsoft.card.adaptive"
SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
COLORS = {
    Section.RETURNED: "Warning",
    Section.CLOSING: "Attention",
    Section.OVERDUE: "Attention",
    Section.DUE_TODAY: "Warning",
    Section.SOON: "Accent",
}


def digest_card(digest: Digest, *, today: date) -> bytes:
    """The message to post, as JSON of at most MOST_BYTES: lines that do not fit are counted, never cut."""
    cards = (_encoded(_card(digest, today, most)) for most in range(MOST_LINES, -1, -1))
    return next(data for data in cards if len(data) <= MOST_BYTES)


def _encoded(card: Element) -> bytes:
    attachment = {"contentType": CONTENT_TYPE, "contentUrl": None, "content": card}
    envelope = {"type": "message", "attachments": [attachment]}
    return json.dumps(envelope, ensure_ascii=False, separators=(",", ":")).encode()


def _card(digest: Digest, today: date, most: int) -> Element:
    facts = _facts(digest, today)
    return {
        "$schema": SCHEMA,
        "type": "AdaptiveCard",
        "version": "1.4",
        "lang": "es",
        "fallbackText": ". ".join(f"{fact['title']}: {fact['value']}" for fact in facts),
        "msteams": {"width": "full"},
        "body": [*_head(digest, today), {"type": "FactSet", "facts": facts}, *_lines(digest, today, most)],
        "actions": _actions(digest),
    }


def _head(digest: Digest, today: date) -> list[Element]:
    title = inert(headline(digest, today=today), MOST_TITLE)
    whose = [digest.head.topic, listed(digest.teams), digest.head.entity]
    ask = ask_words(digest, today=today)
    return [
        _block(_run(title, weight="Bolder", size="Large")),
        _block(_run(" · ".join(inert(text, MOST_NAME) for text in whose), isSubtle=True), spacing="None"),
        *([_block(_run(inert(ask, MOST_TITLE)))] if ask else []),
    ]


def _facts(digest: Digest, today: date) -> list[Element]:
    late = [min(due) for due in ([m.due_on for m in line.matters] for line in digest.lines) if min(due) < today]
    closes = closing(digest)
    facts = [("Faltan", count_words(digest)), ("Límite", _limit(digest, today))]
    facts += [("Cierre del periodo", long_date(closes))] if closes else []
    facts += [("Vencidas", _overdue(late, today))] if late else []
    return [{"title": title, "value": value} for title, value in facts]


def _overdue(days: list[date], today: date) -> str:
    since = days_between((today - min(days)).days)
    return f"1, desde hace {since}" if len(days) == 1 else f"{len(days)}, la más antigua hace {since}"


def _limit(digest: Digest, today: date) -> str:
    """The next day that is due; when all are past, the last one."""
    days = [matter.due_on for matter in digest.matters]
    ahead = [day for day in days if day >= today]
    if not ahead:
        return f"venció el {long_date(max(days))}"
    left = (min(ahead) - today).days
    return f"{long_date(min(ahead))} ({time_left(left).lower() if left else 'hoy'})"


def _lines(digest: Digest, today: date, most: int) -> list[Element]:
    part = shown(digest, today=today, limit=most)
    blocks = [block for group in part.groups for line in group.lines for block in _line(line, digest, today)]
    return [*blocks, _block(_run(rest_words(part.hidden), isSubtle=True))] if part.hidden else blocks


def _line(line: DigestLine, digest: Digest, today: date) -> tuple[Element, Element]:
    section = line.section(today)
    sign = _run(f"{section.symbol} ", color=COLORS[section])
    about = _run(about_words(line, digest, today=today), isSubtle=True, size="Small")
    return _block(sign, _run(name_words(line), weight="Bolder"), spacing="Medium"), _block(about, spacing="None")


def _block(*runs: Element, spacing: str = "Default") -> Element:
    return {"type": "RichTextBlock", "spacing": spacing, "inlines": list(runs)}


def _run(text: str, **looks: object) -> Element:
    return {"type": "TextRun", "text": text, **looks}


def _actions(digest: Digest) -> list[Element]:
    link = link_of(digest)
    if link is None:
        return []
    by_page = "Ver los pendientes" if digest.purpose is Purpose.ESCALATION else "Reportar ahora"
    return [{"type": "Action.OpenUrl", "title": by_page if digest.link else "Responder por correo", "url": link}]
