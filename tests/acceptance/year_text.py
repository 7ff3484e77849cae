"""A year's messages as a text that a coordinator can read: day by day, what was said to whom and what people did."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from gdflow.domain.notices import Reminder
from gdflow.domain.people import Audience
from gdflow.spanish.counts import counted
from gdflow.spanish.dates import MONTHS, brief_date
from tests.acceptance.every_day import Deed, Leaf, Life, rows_in_words

TO = {Audience.TEAM: "", Audience.HEAD: " a la jefatura", Audience.COORDINATOR: " a quien coordina"}
QUIET = "(sin mensajes)"


def text_of_year(life: Life, title: str) -> str:
    """Everything, month by month, and how the account stood at the end."""
    months = (
        f"\n{MONTHS[month - 1].upper()} DE {year}\n{_month(life, (year, month))}" for year, month in _months(life)
    )
    return "\n".join([title, "=" * len(title), *months, *_end(life)]) + "\n"


def _months(life: Life) -> list[tuple[int, int]]:
    return sorted({(day.year, day.month) for day in life.accounts})


def _month(life: Life, month: tuple[int, int]) -> str:
    return "\n".join(_days(life, month))


def _days(life: Life, month: tuple[int, int]) -> Iterator[str]:
    leaves = [leaf for leaf in life.leaves if (leaf.left.year, leaf.left.month) == month]
    entries: list[tuple[date, int, str]] = [
        (leaf.left.date(), leaf.left.hour, "\n".join(_mail(life, leaf))) for leaf in leaves
    ]
    entries += [(deed.day, 9, _deed(deed)) for deed in life.deeds if (deed.day.year, deed.day.month) == month]
    for day, found in groupby(sorted(entries), key=lambda entry: entry[0]):
        yield f"\n{brief_date(day)}"
        yield from (text for _, _, text in found)
    counts = Counter(leaf.address for leaf in leaves)
    named = ", ".join(f"{address} {count}" for address, count in sorted(counts.items()))
    yield f"\nEn el mes: {_messages(len(leaves))}: {named}" if leaves else QUIET


def _mail(life: Life, leaf: Leaf) -> Iterator[str]:
    yield f"  {leaf.left:%H:%M} a {leaf.address}"
    yield f"        {leaf.subject}"
    said = sorted(life.said.get(leaf.message_id, ()), key=_place)
    for (due_on, period, step, audience), found in groupby(said, key=_place):
        rows = rows_in_words(life.rows[reminder.line_id] for reminder in found)
        what = f"reporte {period}" if period else "fecha final"
        to_head = TO[audience]
        yield f"        · paso {step}{to_head}, {what} hasta {brief_date(due_on)}: {rows}"


def _place(reminder: Reminder) -> tuple[date, str, str, Audience]:
    return reminder.due_on, reminder.period or "", reminder.step, reminder.audience


def _messages(number: int) -> str:
    return counted(number, "mensaje", "mensajes")


def _deed(deed: Deed) -> str:
    return f"  ** {deed.words}"


def _end(life: Life) -> Iterator[str]:
    counts = Counter(leaf.address for leaf in life.leaves)
    last = life.accounts[max(life.accounts)]
    yield "\nEN TOTAL\n"
    yield from (f"  {address}: {_messages(count)}" for address, count in sorted(counts.items()))
    yield (
        f"  Recordatorios: {last.due} = {last.sent} enviados + {last.refused} rechazados + "
        f"{last.suppressed} omitidos + {last.pending} pendientes + {last.in_doubt} sin certeza"
    )
