"""Rendering and storing 10,000 digests of four lines, against smtplib handing the finished mails to a C server."""

import smtplib
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from gdflow.domain.notices import NoticeDraft
from tests.bench.mailing import Department, Morning, write_digests
from tests.bench.sides import Cost, cost, tell
from tests.bench.sink import sink
from tests.support.smtp import HOST

DIGESTS, ROUNDS, WARMING, WITH_FORM = 10_000, 5, 50, 50


def main(digests: int = DIGESTS) -> None:
    """Print milliseconds a digest, and how often smtplib could have sent it meanwhile."""
    with tempfile.TemporaryDirectory() as folder, sink() as port:
        department = Department.built(Path(folder, "digests.db"), digests + WARMING + WITH_FORM)
        morning = department.morning(replace(department.rules, attach_form=False))
        addresses = list(morning.post)
        first, last = WARMING, WARMING + WITH_FORM
        write_digests(department, morning, addresses[:first])
        each = digests // ROUNDS
        starts = range(last, last + digests, each)
        rounds = [_round(department, morning, addresses[start : start + each], port) for start in starts]
        mine, yours = [one for one, _ in rounds], [other for _, other in rounds]
        tell(f"render and store {digests} digests of 4 lines", "gdflow", mine, "smtplib sending them", yours, each)
        with_form = replace(morning, rules=department.rules)
        one = cost(lambda: write_digests(department, with_form, addresses[first:last]))
        ms = 1000 / WITH_FORM
        sys.stdout.write(f"  with the form's workbook: {one.wall * ms:.2f} ms each, {one.cpu * ms:.2f} ms CPU\n")
        department.engine.dispose()


def _round(department: Department, morning: Morning, addresses: list[str], port: int) -> tuple[Cost, Cost]:
    drafts: list[NoticeDraft] = []
    mine = cost(lambda: drafts.extend(write_digests(department, morning, addresses)))
    return mine, cost(plain_sender(drafts, port))


def plain_sender(drafts: Sequence[NoticeDraft], port: int) -> Callable[[], None]:
    """smtplib over one connection, doing only the sending of bytes that are ready."""
    ready = [(draft.sender, draft.address, draft.data) for draft in drafts]

    def send() -> None:
        with smtplib.SMTP(HOST, port, "[127.0.0.1]") as smtp:
            for sender, address, data in ready:
                smtp.sendmail(sender, [address], data)

    return send


if __name__ == "__main__":
    main()
