"""The same job as plain.py, by gdflow: import every plan, scan, send one mail a person, write one consolidated.

Mails go without the form workbook, as the plain script's do; everything else is as an installation runs it (`gdflow
import` reads all files before it stores them at once), and it keeps what it did: run twice, it mails once.
"""

import sys
from datetime import date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from gdflow.app import App
from gdflow.domain.outbox import NoticeState
from gdflow.services.consolidate import consolidate_together
from gdflow.services.deliver import deliver
from gdflow.services.import_plan import import_plan, read_plan_file
from gdflow.services.remind import scan


def main(folder: Path, today: date, port: int) -> None:
    """The whole job, in an installation of its own that is thrown away."""
    now = datetime.combine(today, time(8), ZoneInfo("America/Bogota"))
    settings = {
        "GDFLOW_MAIL__MODE": "smtp",
        "GDFLOW_MAIL__HOST": "127.0.0.1",
        "GDFLOW_MAIL__PORT": str(port),
        "GDFLOW_MAIL__SECURITY": "none",
        "GDFLOW_MAIL__ATTACH_FORM": "false",
        "GDFLOW_MAIL__PER_MINUTE": "0",
        "GDFLOW_MAIL__PER_DAY": "0",
        "GDFLOW_MAIL__SENDER": "planes@entidad.example",
    }
    with TemporaryDirectory() as home:
        app = App.open(Path(home), settings, create=True)
        files = [read_plan_file(path, as_of=today) for path in sorted(folder.glob("*.xlsx"))]
        for file in files:
            app.objects.put(file.data)
        with app.transaction() as session:
            for file in files:
                import_plan(session, app.rules, file, now=now)
        with app.transaction() as session:
            report = scan(session, app.rules, now=now)
        sent = deliver(app.transaction, app.transports(), app.rules, clock=lambda: now, owner="bench")
        with app.transaction() as session:
            book = consolidate_together(session, app.rules, "2023-Q1", now=now).workbook
        (folder / "gdflow.out").write_bytes(book)
        sys.stdout.write(f"{report.new} {sent.count(NoticeState.SENT)}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]), int(sys.argv[3]))
