"""What a card and a chat message share: the few words of each line, and text of people that can do nothing."""

import re
from datetime import date

from gdflow.channels.phrases import phrases
from gdflow.channels.wording import also_words, due_words, one_line, period_words, shortened, state_words, titled
from gdflow.domain.digest import Digest, DigestLine, Purpose
from gdflow.domain.obligations import ObligationKind
from gdflow.spanish.counts import counted, listed

MOST_LINES = 8  # more is not read in a chat; the mail has them all
MOST_TITLE, MOST_NAME, MOST_NOTE, MOST_FIGURE, MOST_NUMBER = 300, 120, 200, 60, 20
LONGEST_LINK = 2_000

# Between these characters a reader's program sees a link, a mail address or a mention; a blank of no width parts them.
_LIVE = re.compile(r"(?<=:)(?=//)|(?<=\])(?=[(\[:])|(?<=\w)(?=\.[^\W\d_])|(?<=@)(?=\w)")
_ANGLES = str.maketrans("<>", "‹›")
APART = "\u200b"


def inert(text: str, limit: int) -> str:
    """The text of a person on one line, shortened, without a mark that a chat takes for a tag, mention or link.

    `<at>` and `<!channel>` lose their angle brackets; addresses, `@names` and `[links](…)` are parted invisibly. What
    merely changes the look of letters (asterisks, underscores, backticks) must go where nothing reads Markdown.
    """
    return _LIVE.sub(APART, shortened(text, limit).translate(_ANGLES))


def name_words(line: DigestLine) -> str:
    """9. Hacer el reporte a FURAG"""
    number = shortened(line.number, MOST_NUMBER) if line.number else None
    return inert(titled(number, line.label), MOST_TITLE)


def about_words(line: DigestLine, digest: Digest, *, today: date) -> str:
    """Quedan 5 días · Trimestre 2 de 2023 · Reporte hasta el lunes 10 de julio de 2023 · Meta: 21 · Lleva 9 de 21"""
    parts = [
        state_words(line, today),
        inert(f"Nota: {one_line(line.returned_note)}", MOST_NOTE) if line.returned_note else "",
        period_words(line.period),
        due_words(line),
        *(also_words(other, today) for other in line.also),
        inert(f"Meta: {line.target_text}", MOST_FIGURE) if line.target_text else "",
        inert(f"Lleva {line.so_far_text}", MOST_FIGURE) if line.so_far_text else "",
        inert(line.team, MOST_NAME) if len(digest.teams) > 1 else "",
        inert(line.plan, MOST_NAME) if len(digest.plans) > 1 else "",
    ]
    return " · ".join(filter(None, parts))


def count_words(digest: Digest) -> str:
    """4 reportes y 1 actividad: how much is owed, in our own words only."""
    kinds = [{matter.kind for matter in line.matters} for line in digest.lines]
    reports = sum(1 for matter in digest.matters if matter.kind is ObligationKind.RESULT)
    ends = sum(1 for kind in kinds if ObligationKind.RESULT not in kind)
    counts = ((reports, "reporte", "reportes"), (ends, "actividad", "actividades"))
    return listed([counted(number, one, many) for number, one, many in counts if number])


def rest_words(hidden: int) -> str:
    """Y 13 actividades más. El correo las trae todas."""
    return f"Y {counted(hidden, 'actividad más', 'actividades más')}. El correo las trae todas."


def ask_words(digest: Digest, *, today: date) -> str:
    """What a head of a team is asked for; nothing for the team itself, which is shown where to answer."""
    return phrases(digest, today=today).action if digest.purpose is Purpose.ESCALATION else ""


def link_of(digest: Digest) -> str | None:
    """The one link of the message: the page on which to answer, else a mail to answer with."""
    link = digest.link or digest.reply_link or ""
    usable = link.startswith(("https://", "http://", "mailto:")) and len(link) <= LONGEST_LINK
    return link if usable else None
