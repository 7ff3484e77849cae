"""A mail's subject, text and HTML from a value of `domain.digest`.

Templates are read once, and compiled once for all processes. The order is Jinja2, then MJML: a template that went
through an HTML parser first would lose its loops. The text part has a template of its own, because text derived from
HTML drops the links.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from mjml import mjml2html

from gdflow.channels import wording
from gdflow.channels.compiled import CompiledTemplates
from gdflow.channels.phrases import closing, phrases
from gdflow.channels.rows import sections
from gdflow.channels.subject import Mail, bracketed, headline
from gdflow.domain.digest import CoordinatorNotice, Digest, Purpose, Receipt, TakenLine, shown
from gdflow.domain.findings import FindingKind
from gdflow.spanish.counts import counted
from gdflow.spanish.dates import long_date, short_date

if TYPE_CHECKING:
    from gdflow.domain.closing_letters import Changed, ClosedLine


@dataclass(frozen=True, slots=True)
class Rendered:
    """A mail as people read it, before it has headers."""

    subject: str
    text: str
    html: str


def render_digest(digest: Digest, *, today: date) -> Rendered:
    """The mail to a team about what it owes, or to its head when `purpose` is ESCALATION."""
    first_notices = [line.first_notice_on for line in digest.lines if line.first_notice_on]
    fits = shown(digest, today=today)
    facts = {
        "digest": digest,
        "sections": sections(fits, digest, today=today),
        "hidden": fits.hidden,
        "several_teams": len(digest.teams) > 1,
        "each_closes": closing(digest) is None,
        "first_notice_on": min(first_notices, default=None),
        "each_noticed": len(set(first_notices)) > 1,
    }
    return _rendered("escalation" if digest.purpose is Purpose.ESCALATION else "digest", digest, facts, today)


def render_receipt(receipt: Receipt, *, today: date) -> Rendered:
    """The mail to a sender about what was taken, and what was not and why."""
    return _rendered("receipt", receipt, {"receipt": receipt}, today)


def render_coordinator(notice: CoordinatorNotice, *, today: date) -> Rendered:
    """The mail to the coordinator about what only a person can put right."""
    kinds = [(kind, notice.of_kind(kind)) for kind in FindingKind]
    return _rendered("coordinator", notice, {"findings": [pair for pair in kinds if pair[1]]}, today)


def _rendered(template: str, mail: Mail, facts: Mapping[str, object], today: date) -> Rendered:
    said, first = phrases(mail, today=today), headline(mail, today=today)
    words = {field.name: getattr(said, field.name) for field in fields(said)}
    context = {"head": mail.head, "today": today, "headline": first, **words, **facts}
    return rendered(template, bracketed(mail.head.topic, first), context)


def rendered(template: str, subject: str, context: Mapping[str, object]) -> Rendered:
    """A template's two parts filled in; context: what it names, with the letterhead as `head`."""
    text, frame = (_templates().get_template(f"{template}.{kind}").render(context) for kind in ("txt", "mjml"))
    return Rendered(subject, _tidy(text), mjml2html(frame, fonts={}))


def _tidy(text: str) -> str:
    """The text with at most one blank line at a time and one line break at its end."""
    lines: list[str] = []
    for line in (line.rstrip() for line in text.strip().splitlines()):
        if line or lines[-1]:
            lines.append(line)
    return "\n".join(lines) + "\n"


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("gdflow.channels"),
        autoescape=select_autoescape(enabled_extensions=("mjml",), default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        auto_reload=False,
        bytecode_cache=CompiledTemplates(),
        finalize=_readable,
    )
    environment.filters.update(_FILTERS)
    return environment


def _readable(value: object) -> object:
    """People's text without the control characters that XML forbids; markup and numbers as they are."""
    return wording.without_controls(value) if type(value) is str and not value.isprintable() else value


def _titled(line: "TakenLine | ClosedLine | Changed") -> str:
    return wording.titled(line.number, line.label)


def _shown_value(value: str | None) -> str:
    return wording.shortened(value, wording.LONG) if value else "sin dato"


_FILTERS = {
    "capitalised": wording.capitalised,
    "counted": counted,
    "long_date": long_date,
    "moment": wording.moment,
    "period": wording.period_words,
    "short": wording.shortened,
    "short_date": short_date,
    "shown_value": _shown_value,
    "titled": _titled,
    "together": wording.together,
}
