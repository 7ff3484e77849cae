"""A whole calendar lived through the doors: every morning a scan and the post, whatever people do in the day."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import openpyxl

from gdflow.app import App
from gdflow.domain.notices import Accounting, Reminder
from gdflow.domain.outbox import NoticeState
from gdflow.services.delivery_round import go_round
from gdflow.services.remind import scan
from gdflow.storage import reminders
from tests.support.cast import at
from tests.support.installation import CARTAGENA, accounting, lines, mail_of, notices

MORNING, OPENING, DAYTIME, EVENING = 6, 8, 10, 17
FIRST_RESULT, LAST_RESULT = 12, 15
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A mail as it lay in the outbox folder. left: the moment of the run that wrote it; dated: what it says itself."""

    left: datetime
    dated: datetime
    address: str
    subject: str
    message_id: str


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody did in the daytime. answered: rows whose report of a period was given."""

    day: date
    words: str
    answered: Mapping[int, str] = field(default_factory=dict)
    complete: Collection[int] = ()
    """Rows that owe nothing from here on."""


Act = Callable[[App, str], Deed]


@dataclass
class Life:
    """What was seen. said: the reminders that each mail carried, by its Message-ID; accounts: of each evening."""

    app: App
    leaves: list[Leaf] = field(default_factory=list)
    deeds: list[Deed] = field(default_factory=list)
    accounts: dict[date, Accounting] = field(default_factory=dict)
    said: dict[str, list[Reminder]] = field(default_factory=dict)
    rows: dict[int, int] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)

    def live(self, first: str, last: str, acts: Mapping[str, Act]) -> "Life":
        """Every day from the first to the last, closed ones too."""
        day, end = date.fromisoformat(first), date.fromisoformat(last)
        while day <= end:
            self._morning(day)
            if act := acts.get(day.isoformat()):
                self.deeds.append(act(self.app, day.isoformat()))
                self._post(day, DAYTIME)
                self._post(day, EVENING)
            self.accounts[day] = accounting(self.app)
            day += DAY
        self._read_ledger()
        return self

    def _morning(self, day: date) -> None:
        """The scan is early, as its schedule has it: what it writes waits for the opening hour."""
        with self.app.transaction() as session:
            composed = scan(session, self.app.rules, now=at(day, MORNING)).composed
        if composed.notices:
            self._post(day, MORNING)
        self._post(day, OPENING)

    def _post(self, day: date, hour: int) -> None:
        app, now = self.app, at(day, hour)
        go_round(app.transaction, app.transports(), app.rules, app.post(), clock=lambda: now, owner="año")
        for path in sorted(app.outbox.glob("*.eml")):
            if path.name not in self._seen:
                self._seen.add(path.name)
                self.leaves.append(_leaf(path, now))

    def _read_ledger(self) -> None:
        names = {notice.id: notice.message_id for notice in notices(self.app)}
        with self.app.reading() as session:
            for line in lines(self.app):
                self.rows[line.id] = line.row
                for reminder in reminders.reminders_of_line(session, line.id):
                    for mark in reminder.notices:
                        if mark.state is NoticeState.SENT:
                            self.said.setdefault(names[mark.notice_id], []).append(reminder)


def _leaf(path: Path, now: datetime) -> Leaf:
    mail = mail_of(path.read_bytes())
    address = mail["To"].addresses[0].addr_spec
    dated = parsedate_to_datetime(mail["Date"])
    return Leaf(now, dated, address, str(mail["Subject"]), str(mail["Message-ID"]).strip())


def in_january(folder: Path) -> Path:
    """The plan of Cartagena as it was on the second of January: no result is in it yet."""
    book = openpyxl.load_workbook(CARTAGENA)
    for row in book["PLAN DE ACCION"].iter_rows(min_row=8, min_col=FIRST_RESULT, max_col=LAST_RESULT):
        for cell in row:
            cell.value = 0
    path = folder / CARTAGENA.name
    book.save(path)
    return path


def rows_in_words(rows: Iterable[int]) -> str:
    """fila 8, filas 8, 12 y 13"""
    ordered = [str(row) for row in sorted(set(rows))]
    together = ", ".join(ordered[:-1])
    return f"filas {together} y {ordered[-1]}" if together else f"fila {ordered[0]}"
