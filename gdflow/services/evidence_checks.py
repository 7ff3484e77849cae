"""The daily look at evidence: which links still answer, and the files that an antivirus has not seen yet.

Nothing is asked inside a transaction. A link that is silent on two days is told to the coordinator, once.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime

from gdflow.collect.clamd import infection_in
from gdflow.collect.web_links import LinkState
from gdflow.domain.errors import NotFoundError
from gdflow.domain.evidence import Antivirus, Evidence
from gdflow.domain.findings import Finding, FindingKind
from gdflow.domain.lines import Line
from gdflow.domain.rules import Rules
from gdflow.services.tell_coordinator import tell_at_once
from gdflow.spanish.dates import brief_date
from gdflow.storage import annexes, events, periods, plans
from gdflow.storage.engine import Session, Transaction
from gdflow.storage.evidence_store import EvidenceStore

Ask = Callable[[str], LinkState]
AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of the links and files that were looked at. unseen: files that still wait for an antivirus."""

    alive: int
    dead: tuple[Evidence, ...]
    unknown: int
    scanned: int
    infected: tuple[Evidence, ...]
    unseen: int


def check_evidence(
    transaction: Transaction, rules: Rules, objects: EvidenceStore, ask: Ask, *, now: datetime
) -> Checked:
    """Ask every link, look at every file that waits, keep what is found, and tell the coordinator what is new."""
    with transaction() as session:
        links, files = annexes.links_of(session, rules.entity_id), annexes.unscanned(session, rules.entity_id)
    answers = _asked([str(each.link) for each in links], ask)
    states = [(each, answers[str(each.link)]) for each in links]
    clean, infected = _scanned(files, objects, rules.evidence.antivirus)
    with transaction() as session:
        periods.hold_periods(session, {each.plan_id for each in (*links, *files)})
        for each, state in states:
            if state is not LinkState.UNKNOWN:
                annexes.mark_link(session, each.id, alive=state is LinkState.ALIVE, at=now)
        for each in clean:
            annexes.mark_scanned(session, each.id, now)
        for each in infected:
            _put_away(session, rules, each, now)
        silent = [each for each in annexes.links_of(session, rules.entity_id) if _is_told(each)]
        found = {**_of_links(session, silent), **_of_files(session, infected)}
        tell_at_once(session, rules, found, now=now)
    counts = [state for _, state in states]
    dead = tuple(each for each, state in states if state is LinkState.DEAD)
    unseen = len(files) - len(clean) - len(infected)
    return Checked(counts.count(LinkState.ALIVE), dead, counts.count(LinkState.UNKNOWN), len(clean), infected, unseen)


def _asked(links: Iterable[str], ask: Ask) -> dict[str, LinkState]:
    """What each link answers; one that backs several lines is asked once."""
    wanted = list(dict.fromkeys(links))
    with ThreadPoolExecutor(AT_ONCE) as asking:
        return dict(zip(wanted, asking.map(ask, wanted), strict=True))


def _scanned(
    files: Iterable[Evidence], objects: EvidenceStore, antivirus: Antivirus | None
) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
    """The files in which an antivirus found nothing, and those in which it did; the rest waits for another day."""
    clean: list[Evidence] = []
    infected: list[Evidence] = []
    for each in files:
        if antivirus is None:
            break
        try:
            found = infection_in(objects.get(str(each.sha256)), antivirus)
        except (OSError, NotFoundError):
            continue
        (clean if found is None else infected).append(each)
    return tuple(clean), tuple(infected)


def _put_away(session: Session, rules: Rules, evidence: Evidence, now: datetime) -> None:
    """An infected file is listed and handed out no more."""
    annexes.remove(session, evidence.id, now)
    facts = {"annex": evidence.annex, "evidence": evidence.id, "period": evidence.period}
    subject = f"line:{evidence.line_id}"
    events.append(session, rules.entity_id, "evidence_infected", subject, facts, at=now, actor="gdflow")


def _is_told(link: Evidence) -> bool:
    """One silent day may be the server's; who is silent when asked again is gone."""
    return link.dead_since is not None and link.checked_at is not None and link.checked_at > link.dead_since


def _of_links(session: Session, silent: Iterable[Evidence]) -> dict[str, Finding]:
    found = {}
    for each in silent:
        since = brief_date(each.dead_since.date()) if each.dead_since else ""
        detail = f"A{each.annex:02d} de {_place(plans.line_by_id(session, each.line_id))}; no responde desde el {since}"
        key = f"{FindingKind.DEAD_LINK}:{each.id}:{each.dead_since}"
        found[key] = Finding(FindingKind.DEAD_LINK, str(each.link), detail)
    return found


def _of_files(session: Session, infected: Iterable[Evidence]) -> dict[str, Finding]:
    return {
        f"{FindingKind.INFECTED}:{each.id}": Finding(
            FindingKind.INFECTED,
            each.name,
            f"A{each.annex:02d} de {_place(plans.line_by_id(session, each.line_id))}; lo envió {each.added_by}",
        )
        for each in infected
    }


def _place(line: Line | None) -> str:
    return f"la fila {line.row}" if line else "una línea retirada"
