"""A year of an entity through the command line: each business morning a scan and a delivery, and what teams send."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl

from gdflow.domain.forms import FIRST_ROW, SHEET, FormColumn
from gdflow.services.forms import XLSX
from tests.support.commands import CommandLine

Figures = Mapping[str, object]
"""What a team reports, by how the line's product begins. A zero is given with its reason."""


@dataclass
class Year:
    """What was seen while the days went by. mails: as they lay in the outbox, by the day of their run."""

    gdflow: CommandLine
    mails: list[tuple[date, EmailMessage]] = field(default_factory=list)
    scans: dict[date, Any] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)

    def morning(self, day: date) -> Any:
        """Scan and deliver; the answer of the scan."""
        self.scan(day)
        self.deliver(day)
        return self.scans[day]

    def scan(self, day: date) -> None:
        """Scan alone, as on a morning on which nobody sends."""
        self.scans[day] = self.gdflow("scan", "--as-of", str(day), "--json").json

    def deliver(self, day: date) -> None:
        """Send what may leave, and look at what came out."""
        ran = self.gdflow("deliver", "--as-of", str(day), "--json")
        assert ran.code == 0, ran.err
        for path in sorted((self.gdflow.home / "outbox").glob("*.eml")):
            if path.name not in self._seen:
                self._seen.add(path.name)
                self.mails.append((day, message_from_bytes(path.read_bytes(), policy=policy.default)))

    def live(self, first: str, last: str) -> None:
        """Every day from the first to the last, closed ones too."""
        for day in days(first, last):
            self.morning(day)

    def to(self, address: str, first: str = "2000-01-01", last: str = "2100-01-01") -> list[tuple[date, str]]:
        """The days and subjects of what an address got."""
        start, end = date.fromisoformat(first), date.fromisoformat(last)
        return [
            (day, str(mail["Subject"]))
            for day, mail in self.mails
            if mail["To"].addresses[0].addr_spec == address and start <= day <= end
        ]

    def form(self, address: str) -> bytes:
        """The form on the newest mail to an address."""
        for _, mail in reversed(self.mails):
            if mail["To"].addresses[0].addr_spec == address:
                for part in mail.iter_attachments():
                    if part.get_content_type() == XLSX:
                        return bytes(part.get_content())
        raise AssertionError(address)

    def answer(self, address: str, day: str, figures: Figures, form: bytes | None = None) -> Any:
        """A team fills in the form on its newest mail, or this one, and it is received and acknowledged."""
        path = self.gdflow.home / "recibido.xlsx"
        path.write_bytes(filled(form or self.form(address), figures))
        told = self.gdflow("receive", path, "--as-of", day, "--json").json["received"][0]
        self.deliver(date.fromisoformat(day))
        return told


def days(first: str, last: str) -> Iterator[date]:
    """The days of a stretch, both ends included."""
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    while day <= end:
        yield day
        day += timedelta(days=1)


def filled(form: bytes, figures: Figures) -> bytes:
    """The form with these figures beside their products, as a team types them."""
    book = openpyxl.load_workbook(BytesIO(form))
    page = book[SHEET]
    for row in range(FIRST_ROW, page.max_row + 1):
        product = str(page.cell(row, FormColumn.DELIVERABLE.place + 1).value or "")
        for start, value in figures.items():
            if product.startswith(start):
                page.cell(row, FormColumn.VALUE.place + 1).value = value  # type: ignore[assignment]  # what a team types
                reason = FormColumn.ZERO_REASON if value == 0 else FormColumn.NARRATIVE
                page.cell(row, reason.place + 1).value = "Se trabajó en ello." if value else "Aún no hay resultado."
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def settle(gdflow: CommandLine, settings: str, *plans: Path) -> None:
    """A new installation with its settings and documents lying in its folder."""
    gdflow("init")
    (gdflow.home / "config" / "gdflow.toml").write_text(settings, encoding="utf-8")
    for plan in plans:
        shutil.copy(plan, gdflow.home)
