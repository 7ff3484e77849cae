"""The rows of a mail's table, worded once for both its parts."""

from dataclasses import dataclass
from datetime import date

from gdflow.channels.wording import also_words, due_words, period_words, shortened, state_words, titled
from gdflow.domain.digest import Digest, DigestLine, Section, Shown

LONGEST_TARGET = 90


@dataclass(frozen=True, slots=True)
class Row:
    """A line as a mail says it; plan and team are those of `line`, None where all rows share them.

    facts: "Ítem 3 · Meta: 21 actas · Lleva 9 de 21", or nothing. also: what else it owes.
    """

    line: DigestLine
    title: str
    period: str
    due: str
    state: str
    facts: str
    also: tuple[str, ...]
    team: str | None
    plan: str | None


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one section. count: "3", or "3 de 12" where some are not shown."""

    section: Section
    count: str
    rows: tuple[Row, ...]


def sections(shown: Shown, digest: Digest, *, today: date) -> tuple[Rows, ...]:
    """What is shown of a digest, section by section."""
    several = len(digest.teams) > 1, len(digest.plans) > 1
    return tuple(
        Rows(
            group.section,
            f"{len(group.lines)} de {group.total}" if group.total > len(group.lines) else str(group.total),
            tuple(_row(line, *several, today) for line in group.lines),
        )
        for group in shown.groups
    )


def _row(line: DigestLine, several_teams: bool, several_plans: bool, today: date) -> Row:
    return Row(
        line=line,
        title=titled(line.number, line.label),
        period=period_words(line.period),
        due=due_words(line),
        state=state_words(line, today),
        facts=_facts(line),
        also=tuple(also_words(other, today) for other in line.also),
        team=line.team if several_teams else None,
        plan=line.plan if several_plans else None,
    )


def _facts(line: DigestLine) -> str:
    parts = [f"Ítem {line.item}"] if line.item else []
    if line.target_text:
        parts.append(f"Meta: {shortened(line.target_text, LONGEST_TARGET)}")
    if line.so_far_text:
        parts.append(f"Lleva {line.so_far_text}")
    return " · ".join(parts)
