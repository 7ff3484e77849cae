"""Several months named in one cell: "Junio y noviembre", "Marzo, junio y septiembre de 2025"."""

import re
from datetime import date
from itertools import pairwise

from gdflow.collect.plan_reader.stretches import MONTHS, YEAR, year_of
from gdflow.collect.plan_reader.titles import plain
from gdflow.domain.periods import PeriodKind, period_of

JOINED = frozenset(["y", "e", "a", "al", "hasta", "de", "del", "mes", "meses", "ano"])
LISTED = re.compile(r"[,;/\n]|\b[ye]\b", re.IGNORECASE)
LONGEST = 120  # twelve months with their commas and a year


def months_named(text: str, year: int | None) -> tuple[date, date] | None:
    """From the first to the last of the months, where a cell names nothing but months in their order and their year."""
    if len(text) > LONGEST:
        return None
    words = [word for word in plain(text).split() if word not in JOINED]
    months = [MONTHS[word] for word in words if word in MONTHS]
    years = [word for word in words if YEAR.fullmatch(word)]
    known = year_of(text) or year
    if known is None or len(months) < 2 or len(years) > 1 or len(months) + len(years) < len(words):
        return None
    if any(one >= other for one, other in pairwise(months)):
        return None
    first, last = (period_of(PeriodKind.MONTH, date(known, month, 1)) for month in (months[0], months[-1]))
    return first.start, last.end


def are_listed(text: str) -> bool:
    """Whether the months of such a cell are parted as in a list and not joined as the ends of a stretch."""
    return LISTED.search(text) is not None
