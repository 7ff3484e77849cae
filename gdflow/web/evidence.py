"""Keep the evidence that comes with a form: each file by itself and at once, whatever the rest of the form is like."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from gdflow.domain.errors import ConflictError, InputError
from gdflow.domain.links import TeamLink
from gdflow.domain.team_page import PageLine
from gdflow.services.evidence import add_examined, add_link, remarks_on
from gdflow.services.evidence_examine import examine
from gdflow.spanish.messages import say
from gdflow.web.incoming import Sent, SentFile, day_of
from gdflow.web.line_form import DATE, FILES, LINK, Fault
from gdflow.web.site import Site, actor

Adding = Callable[[], tuple[str, ...]]
"""Adds one thing, and returns what people should know of it."""


@dataclass(frozen=True, slots=True)
class KeptEvidence:
    """faults: what could not be kept, and why. remarks: what people should know of what was."""

    faults: tuple[Fault, ...] = ()
    remarks: tuple[str, ...] = ()


def keep_evidence(site: Site, link: TeamLink, line: PageLine, sent: Sent) -> KeptEvidence:
    """Keep every file and the link of a form behind the line."""
    try:
        day = day_of(sent.text(DATE))
    except ValueError:
        return KeptEvidence((Fault(DATE, "La fecha de la evidencia no es una fecha."),))
    faults: list[Fault] = []
    remarks: list[str] = []
    for field, adding in _all(site, link, line, sent, day):
        try:
            remarks += adding()
        except (InputError, ConflictError) as error:
            faults.append(Fault(DATE if error.code == "evidence_date" else field, say(error)))
    return KeptEvidence(tuple(faults), tuple(remarks))


def _all(site: Site, link: TeamLink, line: PageLine, sent: Sent, day: date | None) -> list[tuple[str, Adding]]:
    """What there is to add, with the field in which it stands."""
    its = (site, link, line, day)
    files = [(FILES, _of_file(*its, file)) for file in sent.files.get(FILES, ())]
    address = sent.text(LINK)
    return [*files, (LINK, _of_link(*its, address))] if address else files


def _of_file(site: Site, link: TeamLink, line: PageLine, day: date | None, file: SentFile) -> Adding:
    def adding() -> tuple[str, ...]:
        app, now = site.app, site.clock()
        # Outside any transaction: an antivirus may take its time.
        seen = examine(app.rules, app.evidence, name=file.name, data=file.data, now=now)
        with app.transaction() as session:
            its = (session, app.rules, line.line, link.period, seen)
            return remarks_on(session, app.rules, add_examined(*its, dated_on=day, by=actor(link), now=now))

    return adding


def _of_link(site: Site, link: TeamLink, line: PageLine, day: date | None, address: str) -> Adding:
    def adding() -> tuple[str, ...]:
        app = site.app
        with app.transaction() as session:
            its = (session, app.rules, line.line, link.period)
            add_link(*its, link=address, dated_on=day, by=actor(link), now=site.clock())
        return ()

    return adding
