"""What each work of the clock does, the same by whichever door it is done; what came of it, in words."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from gdflow.collect.reading import ReaderPool
from gdflow.collect.web_links import ask
from gdflow.domain.errors import DeliveryError
from gdflow.domain.inbound import InboundState
from gdflow.domain.outbox import NoticeState
from gdflow.domain.webhooks import is_webhook
from gdflow.domain.works import Work
from gdflow.services import remind
from gdflow.services.all_reports import write_all_reports
from gdflow.services.bounces import Fate
from gdflow.services.close_due import close_due
from gdflow.services.collect_round import collect_all
from gdflow.services.delivery_round import Round, go_round
from gdflow.services.evidence_checks import check_evidence
from gdflow.services.means import Means
from gdflow.services.open_period import open_started_periods
from gdflow.services.runs import noted, works_of
from gdflow.services.write_closing import write_missing_reports
from gdflow.services.write_reports import WrittenReports
from gdflow.spanish.messages import say

Summary = dict[str, int | str]
NONE = "ninguno"


def do(means: Means, work: Work, *, now: datetime) -> Summary:
    """Do a work and note how it went; after a good scan whoever listens hears of it. Raises what the work raises.

    now: the moment the work was meant for; mails leave by the present.
    """
    with noted(means.transaction, means.rules, work, clock=means.clock):
        summary = DO[work](means, now)
    if work is Work.SCAN:
        means.alive(means.clock())
    return summary


def scan(means: Means, now: datetime) -> Summary:
    """Say what is owed and leave the reminders that are missing in the outbox, each once."""
    with means.transaction() as session:
        report = remind.scan(session, means.rules, now=now)
    return {
        "día": report.as_of.isoformat(),
        "día no hábil": report.closed_because or "no",
        "períodos abiertos": sum(1 for period in report.opened if period.new),
        "vencidas": len(report.situation.overdue),
        "recordatorios nuevos": report.new,
        "recordatorios ya escritos": report.known,
        "correos en cola": len(report.composed.notices),
        "equipos sin correo": ", ".join(team.name for team in report.composed.unreachable) or NONE,
    }


def deliver(means: Means, _now: datetime) -> Summary:
    """Read what came back and send what may leave now. Raises what stopped a transport or the mailbox."""
    its = (means.transaction, means.transports(), means.rules, means.post())
    done = go_round(*its, clock=means.clock, owner=means.owner, sleep=means.sleep)
    # A webhook that fails is its own system's trouble: reminders leave all the same.
    resting = [each for each in done.delivery.resting if not is_webhook(each.channel)]
    failed = [each for each in resting if not each.limited]
    if failed:
        raise DeliveryError(failed[0].code, answer="", text=failed[0].text, channel=failed[0].channel)
    if done.mailbox is not None and done.mailbox.trouble is not None:
        raise done.mailbox.trouble
    return {state.label: done.delivery.count(state) for state in NoticeState} | _of_mailbox(done)


def _of_mailbox(done: Round) -> Summary:
    if done.mailbox is None:
        return {}
    doubts = done.mailbox.doubts
    return {
        "correos devueltos": done.mailbox.bounces.count(Fate.REFUSED),
        "dudas aclaradas en enviados": doubts.arrived,
        "dudas que se reenvían": doubts.again,
    }


def collect(means: Means, now: datetime) -> Summary:
    """Keep what came by every way and read it. Raises what stopped a place, once everything else is done."""
    with ReaderPool() as pool:
        done = collect_all(means.transaction, means.rules, means.objects, pool, means.places(), now=now)
    if done.trouble is not None:
        raise done.trouble
    return {
        "correos recibidos": done.mail.intake.count(InboundState.TAKEN),
        "correos en cuarentena": done.mail.intake.count(InboundState.QUARANTINED),
        "formularios recibidos": len(done.received) - len(done.refused),
        "respuestas nuevas": sum(answer.new for each in done.received for answer in each.taken),
        "respuestas por corregir": sum(len(each.problems) for each in done.received),
        "archivos que no se pudieron tomar": "; ".join(done.refused) or NONE,
        "archivos que aún cambian en la carpeta": ", ".join(done.look.waiting) or NONE,
    }


def close(means: Means, now: datetime) -> Summary:
    """Open the periods that begin, close what is due, and write the reports that closings lack."""
    with means.transaction() as session:
        opened = open_started_periods(session, means.rules, now=now)
    done = close_due(means.transaction, means.rules, now=now)
    written = write_missing_reports(means.transaction, means.rules, means.objects, means.home, now=now)
    names = (f"{period.plan} {period.period}" for period in opened if period.new)
    closed = (f"{each.plan} {each.period} (cierre {each.number})" for each in done.closed)
    failed = "; ".join(f"{each.name}: {each.why}" for each in written.failed)
    return {
        "períodos abiertos": ", ".join(names) or NONE,
        "períodos cerrados": ", ".join(closed) or NONE,
        "períodos que no se pudieron cerrar": " ".join(map(say, done.blocked)) or NONE,
        "informes escritos": written.new,
        "informes que no se pudieron escribir": failed or NONE,
    }


def consolidate(means: Means, now: datetime, plan: str | None = None, period: str | None = None) -> Summary:
    """Write the consolidated of a period of each plan; without a period, of the last that ended."""
    folder = means.home / "reports"
    with means.transaction() as session:
        return as_summary(write_all_reports(session, means.rules, means.objects, plan, period, folder, now=now))


def _standing(written: WrittenReports) -> str:
    return f"cierre {written.closing.number}" if written.closing else "borrador"


def as_summary(written: Iterable[WrittenReports]) -> Summary:
    """Reports by their plan's code: the files, and how many lines are missing."""
    return {
        each.report.plan.code: "; ".join(
            (", ".join(file.name for file in each.files), _standing(each), f"sin reporte: {len(each.report.missing)}")
        )
        for each in written
    }


def evidence(means: Means, now: datetime) -> Summary:
    """Ask whether links answer, and give the antivirus what waits for it."""
    done = check_evidence(means.transaction, means.rules, means.evidence(), ask, now=now)
    return {
        "enlaces que responden": done.alive,
        "enlaces que no responden": ", ".join(str(each.link) for each in done.dead) or NONE,
        "enlaces de los que no se pudo saber": done.unknown,
        "archivos revisados por el antivirus": done.scanned,
        "archivos con virus": ", ".join(each.name for each in done.infected) or NONE,
        "archivos por revisar": done.unseen,
    }


def watch(means: Means, now: datetime) -> Summary:
    """Say which works are late; whoever keeps the clock does them again."""
    with means.reading() as session:
        late = [each for each in works_of(session, means.rules, now=now) if each.late]
    return {"trabajos atrasados": ", ".join(each.work.label for each in late) or NONE}


DO: Mapping[Work, Callable[[Means, datetime], Summary]] = {
    Work.SCAN: scan,
    Work.DELIVER: deliver,
    Work.COLLECT: collect,
    Work.CLOSE: close,
    Work.CONSOLIDATE: consolidate,
    Work.EVIDENCE: evidence,
    Work.WATCH: watch,
}
