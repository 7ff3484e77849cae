"""An installation with the Cartagena plan in it, and short ways to live a day in it through the services."""

import atexit
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import event

from gdflow.app import App
from gdflow.channels.base import Channel
from gdflow.collect.reading import ReaderPool
from gdflow.domain.forms import FIRST_ROW, SHEET, FormColumn
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.notices import Accounting, NoticeFacts
from gdflow.domain.people import Role
from gdflow.domain.periods import PeriodKind
from gdflow.domain.plan import PlanReading
from gdflow.domain.receipts import ReceiptSource
from gdflow.services.deliver import DeliveryReport, Transport, deliver
from gdflow.services.find import find_plan
from gdflow.services.forms import FormFile, forms_for
from gdflow.services.import_plan import ImportedPlan, PlanFile, import_plan, read_plan_file
from gdflow.services.keep import Kept, keep_file
from gdflow.services.read_answers import read_waiting
from gdflow.services.receive import receive
from gdflow.services.received import Received
from gdflow.services.remind import ScanReport, scan
from gdflow.services.teams import take_directory
from gdflow.storage import outbox, people, plans
from tests.support.cast import COORDINATOR_MAIL, CUT_OFF, DIRECTORY, SENDER_MAIL, at

PLANS = Path(__file__).parents[1] / "data" / "plans"
CARTAGENA, CARTAGO = PLANS / "cartagena_2023.xlsx", PLANS / "cartago_2024.txt"
SETTINGS = f"""\
[entity]
code = "cartagena"
name = "Alcaldía de Cartagena"

[coordinator]
email = "{COORDINATOR_MAIL}"

[mail]
sender = "Planes <{SENDER_MAIL}>"
"""


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation with the plan and its teams, made once; tests work on copies of it."""
    home = tmp_path_factory.mktemp("template")
    app = bare(home)
    imported(app, CARTAGENA, CUT_OFF)
    with app.transaction() as session:
        take_directory(session, app.rules, DIRECTORY)
    app.engine.dispose()
    return home


@pytest.fixture(scope="session")
def bare_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation without a plan."""
    home = tmp_path_factory.mktemp("bare")
    bare(home).engine.dispose()
    return home


@pytest.fixture
def installed(template: Path, tmp_path: Path) -> Iterator[App]:
    """The plan of Cartagena as of 10 April 2023, each team with its address."""
    with copied(template, tmp_path / "installation") as app:
        yield app


@pytest.fixture
def empty(bare_template: Path, tmp_path: Path) -> Iterator[App]:
    """The same entity before its first plan."""
    with copied(bare_template, tmp_path / "installation") as app:
        yield app


@contextmanager
def copied(made: Path, home: Path) -> Iterator[App]:
    """A copy of an installation, open while the `with` block lasts."""
    app = App.open(Path(shutil.copytree(made, home)), {})
    yield app
    app.engine.dispose()


def bare(home: Path, settings: str = SETTINGS) -> App:
    """A new installation of the entity."""
    config = home / "config" / "gdflow.toml"
    config.parent.mkdir(parents=True)
    config.write_text(settings, encoding="utf-8")
    return App.open(home, {}, create=True)


def reopened(app: App, settings: str) -> App:
    """The same installation under other settings."""
    app.engine.dispose()
    (app.home / "config" / "gdflow.toml").write_text(settings, encoding="utf-8")
    return App.open(app.home, {})


def imported(
    app: App, path: Path, day: date | str, every: PeriodKind | None = None, name: str | None = None
) -> ImportedPlan:
    """A document imported on a day, which is also its cut-off."""
    now = at(day)
    file = read_plan_file(path, as_of=now.date())
    return stored(app, PlanFile(name or file.name, file.data, file.readings), now, every)[0]


def stored(app: App, file: PlanFile, now: datetime, every: PeriodKind | None = None) -> tuple[ImportedPlan, ...]:
    """A read document put into the database, as the command does."""
    app.objects.put(file.data)
    with app.transaction() as session:
        return import_plan(session, app.rules, file, now=now, every=every)


def given(app: App, *readings: PlanReading, name: str = "plan.xlsx", day: date | str = CUT_OFF) -> tuple[str, ...]:
    """The codes of plans made by hand and imported on a day."""
    content = repr(readings).encode()
    return tuple(plan.code for plan in stored(app, PlanFile(name, content, readings), at(day)))


def scanned(app: App, day: date | str, hour: int = 8) -> ScanReport:
    """The scan of a day, at 8:00 unless said otherwise."""
    with app.transaction() as session:
        return scan(session, app.rules, now=at(day, hour))


def delivered(app: App, day: date | str, hour: int = 8, channel: Channel | None = None) -> DeliveryReport:
    """A delivery run that takes no time, into the outbox folder unless said otherwise."""
    transports = app.transports() if channel is None else (Transport("email", lambda: channel),)
    return deliver(app.transaction, transports, app.rules, clock=lambda: at(day, hour), owner="test")


def received(app: App, data: bytes, day: date | str, name: str = "formulario.xlsx", hour: int = 10) -> Received:
    """What became of a file that a team sent."""
    return receive(app.transaction, app.rules, app.objects, readers(), name, data, now=at(day, hour))


def kept(app: App, data: bytes, day: date | str, name: str = "formulario.xlsx", **known: Any) -> Kept:
    """A file that came in by mail and was not read yet; known: what is known of it already."""
    told = {"source": ReceiptSource.MAIL, "sender": None, "team_id": None, "period": None} | known
    return keep_file(app.transaction, app.rules, app.objects, name=name, data=data, now=at(day, 10), **told)


def read_all(app: App, day: date | str, **limits: int) -> tuple[Received, ...]:
    """What became of every file that waited."""
    return read_waiting(app.transaction, app.rules, app.objects, readers(), now=at(day, 11), **limits)


@cache
def readers() -> ReaderPool:
    """One reading process for all the tests of a session; it ends with the session."""
    pool = ReaderPool(1)
    atexit.register(pool.close)
    return pool


def form_of(app: App, team: str, period: str, day: date | str) -> FormFile:
    """A fresh form of a team."""
    with app.transaction() as session:
        return forms_for(session, app.rules, team, period, now=at(day))[0]


@dataclass(frozen=True)
class Said:
    """What a team writes beside a line; a zero has its reason."""

    value: object
    narrative: str | None = "Se avanzó."
    zero_reason: str | None = None
    evidence: str | None = None


def filled(form: bytes, said: Mapping[int, Said], rows: Mapping[str, int]) -> bytes:
    """The form with answers beside lines that are named by their row in the plan; rows: plan rows by line uid."""
    book = openpyxl.load_workbook(BytesIO(form))
    page = book[SHEET]
    for at_row in range(FIRST_ROW, page.max_row + 1):
        uid = page.cell(at_row, FormColumn.UID.place + 1).value
        answer = said.get(rows.get(str(uid), 0))
        if answer is not None:
            for column, text in (
                (FormColumn.VALUE, answer.value),
                (FormColumn.NARRATIVE, answer.narrative),
                (FormColumn.ZERO_REASON, answer.zero_reason),
                (FormColumn.EVIDENCE, answer.evidence),
            ):
                page.cell(at_row, column.place + 1).value = text  # type: ignore[assignment]  # whatever a team types
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def answered(app: App, team: str, period: str, day: date | str, said: Mapping[int, Said | str | int]) -> Received:
    """A team gets its form, fills it in and sends it back on the same day."""
    answers = {row: value if isinstance(value, Said) else Said(Decimal(value)) for row, value in said.items()}
    return received(app, filled(form_of(app, team, period, day).data, answers, rows_by_uid(app)), day)


def rows_by_uid(app: App, code: str | None = None) -> dict[str, int]:
    """The rows of a plan's lines, by uid."""
    return {line.uid: line.row for line in lines(app, code)}


def plan(app: App, code: str | None = None) -> PlanFacts:
    """A plan by its code, or the only one."""
    with app.reading() as session:
        return find_plan(session, app.rules.entity_id, code)


def lines(app: App, code: str | None = None) -> tuple[Line, ...]:
    """The lines of a plan."""
    with app.reading() as session:
        return plans.lines_of(session, find_plan(session, app.rules.entity_id, code).id)


def line(app: App, row: int, code: str | None = None) -> Line:
    """The line of a row."""
    return next(each for each in lines(app, code) if each.row == row)


def contacts(app: App, team: str, entries: Sequence[tuple[str, Role]]) -> None:
    """Make these the addresses of a team."""
    with app.transaction() as session:
        team_id = people.ensure_team(session, app.rules.entity_id, team)
        people.set_contacts(session, team_id, [(email, None, role) for email, role in entries])


def notices(app: App) -> tuple[NoticeFacts, ...]:
    """Everything in the outbox, oldest first."""
    with app.reading() as session:
        return outbox.notices_of(session, app.rules.entity_id)


def accounting(app: App) -> Accounting:
    """Where every reminder stands."""
    with app.reading() as session:
        return outbox.accounting(session, app.rules.entity_id)


def mails(app: App) -> list[EmailMessage]:
    """The mails written into the outbox folder, by day and address."""
    return [mail_of(path.read_bytes()) for path in sorted(app.outbox.glob("*.eml"))]


def mail_of(data: bytes) -> EmailMessage:
    """A mail's bytes as a message."""
    return message_from_bytes(data, policy=policy.default)


def text_of(mail: EmailMessage) -> str:
    """What a mail says, as text."""
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def form_in(mail: EmailMessage) -> bytes:
    """The form that hangs on a mail."""
    return next(bytes(part.get_content()) for part in mail.iter_attachments())


@contextmanager
def counted_statements(app: App) -> Iterator[list[str]]:
    """Collects the SQL that runs inside."""
    ran: list[str] = []

    def note(*facts: object) -> None:
        ran.append(str(facts[2]))

    event.listen(app.engine, "before_cursor_execute", note)
    yield ran
    event.remove(app.engine, "before_cursor_execute", note)
