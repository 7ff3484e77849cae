"""One mailbox for all entities: each mail is taken by the rules of the entity whose it is, and of no other."""

from dataclasses import replace
from decimal import Decimal
from functools import partial

import pytest

from gdflow.app import App
from gdflow.domain.entities import KnownEntity
from gdflow.domain.inbound import InboundState
from gdflow.domain.works import Work
from gdflow.services import hosting, shards
from gdflow.services.drafting import reference_for
from gdflow.services.intake import TakenMail, take_mail
from gdflow.services.mail_owner import owner_of
from gdflow.services.works import DO
from gdflow.storage import entities as stored
from gdflow.storage import events, inbound, outbox, people, plans, refused, submissions
from tests.support.cast import GOBIERNO, GOBIERNO_MAIL, at
from tests.support.dovecot import MAILBOX, PASSWORD, Dovecot, dovecot, dovecot_server
from tests.support.hosted import host
from tests.support.installation import SETTINGS, Said, filled, form_of, reopened, rows_by_uid, scanned
from tests.support.letters import letter
from tests.support.mailbox import imap, report
from tests.support.working import Hand, at_work

__all__ = ["dovecot", "dovecot_server"]
DAY, PERIOD = "2023-07-10", "2023-Q2"
NOW = at(DAY, 10)
REPLIES = f'replies = "{MAILBOX}"\nplus_addressing = true\n'
TUNJA_MAIL, PASTO_MAIL = "equipo@tunja.example", "equipo@pasto.example"
NAME, _, DOMAIN = MAILBOX.partition("@")


@pytest.fixture
def app(installed: App) -> App:
    """An installation with its own plan, to whose mailbox the answers of tunja and pasto come too."""
    app = reopened(installed, SETTINGS + REPLIES)
    for code in ("tunja", "pasto"):
        scanned(hosted(app, code, made=True), DAY)
    scanned(app, DAY)
    return app


def hosted(app: App, code: str, *, made: bool = False) -> App:
    if made:
        return app.hosting(host(app, code))
    with app.reading() as session:
        return app.hosting(hosting.attended(session, code))


def taken(app: App, mail: bytes) -> TakenMail:
    whose = partial(owner_of, app.settings, app.home)
    its = (app.transaction, app.rules, app.objects, mail)
    return take_mail(*its, authserv_id=None, whose=whose, now=NOW)


def reference(its: App) -> str:
    with its.transaction() as session:
        team = people.ensure_team(session, its.entity_id, GOBIERNO)
        return reference_for(session, its.rules, team, PERIOD)


def seen_by(app: App, taken: TakenMail) -> list[str]:
    """The entities that know a mail."""
    found = []
    for code, its in (("own", app), ("tunja", hosted(app, "tunja")), ("pasto", hosted(app, "pasto"))):
        with its.reading() as session:
            if inbound.mail_by_id(session, its.entity_id, taken.mail.id) is not None:
                found.append(code)
    return found


def by_tag(its: App) -> bytes:
    return letter(sender=TUNJA_MAIL, to=f"{NAME}+{reference(its)}@{DOMAIN}")


def by_thread(its: App) -> bytes:
    with its.reading() as session:
        [sent] = [each for each in outbox.notices_of(session, its.entity_id) if each.address == TUNJA_MAIL]
    return letter(sender=TUNJA_MAIL, headers={"In-Reply-To": sent.message_id})


def by_mark(its: App) -> bytes:
    return letter(sender=TUNJA_MAIL, subject=f"RV: reporte [GD-{reference(its).upper()}]")


def by_form(its: App) -> bytes:
    return letter(("Reporte.xlsx", form_of(its, GOBIERNO, PERIOD, DAY).data), sender=TUNJA_MAIL)


@pytest.mark.parametrize("made", [by_tag, by_thread, by_mark, by_form])
def test_a_mail_is_taken_by_the_entity_that_its_surest_sign_names(app: App, made: object) -> None:
    assert callable(made)
    done = taken(app, made(hosted(app, "tunja")))
    assert (done.mail.state, seen_by(app, done)) == (InboundState.TAKEN, ["tunja"])
    assert done.mail.team_id is not None


def test_a_mail_of_the_installations_own_entity_stays_its_own(app: App) -> None:
    done = taken(app, letter(sender=GOBIERNO_MAIL, to=f"{NAME}+{reference(app)}@{DOMAIN}"))
    assert (done.mail.state, seen_by(app, done)) == (InboundState.TAKEN, ["own"])


def test_a_mail_without_a_sign_waits_at_the_installations_own(app: App) -> None:
    done = taken(app, letter(sender=TUNJA_MAIL, to=f"{NAME}+aaaaaaaaaa@{DOMAIN}"))
    assert (done.mail.state, done.mail.code, seen_by(app, done)) == (InboundState.QUARANTINED, "stranger", ["own"])


def test_the_surer_sign_decides_and_a_form_of_another_entity_says_nothing_there(app: App) -> None:
    tunja, pasto = hosted(app, "tunja"), hosted(app, "pasto")
    form = form_of(pasto, GOBIERNO, PERIOD, DAY).data
    mail = letter(("Reporte.xlsx", form), sender=TUNJA_MAIL, to=f"{NAME}+{reference(tunja)}@{DOMAIN}")
    assert seen_by(app, taken(app, mail)) == ["tunja"]
    for its in (tunja, pasto):
        DO[Work.COLLECT](hosting.means_for(at_work(app, Hand(NOW)), known(its)), NOW)
        assert figures(its) == []
    with tunja.reading() as session:
        [kept] = refused.refused_files(session, tunja.entity_id, 9)
    assert "no corresponde a esta instalación" in (kept.message or "")


def test_whoever_has_a_sign_of_another_entity_writes_nothing_there(app: App) -> None:
    pasto = hosted(app, "pasto")
    done = taken(app, letter(("f.xlsx", form_of(pasto, GOBIERNO, PERIOD, DAY).data), sender=TUNJA_MAIL))
    assert (done.mail.state, done.mail.code, seen_by(app, done)) == (
        InboundState.QUARANTINED,
        "foreign_sender",
        ["pasto"],
    )


def test_forms_of_two_entities_on_one_mail_are_for_a_person_of_the_installations_own(app: App) -> None:
    files = [(f"{code}.xlsx", form_of(hosted(app, code), GOBIERNO, PERIOD, DAY).data) for code in ("tunja", "pasto")]
    done = taken(app, letter(*files, sender=TUNJA_MAIL))
    assert (done.mail.state, seen_by(app, done)) == (InboundState.QUARANTINED, ["own"])


@pytest.mark.parametrize("attended", [False, True], ids=["left", "with settings that cannot be used"])
def test_a_mail_of_an_entity_that_cannot_be_worked_for_waits_at_the_installations_own(app: App, attended: bool) -> None:
    tunja = hosted(app, "tunja")
    mail, its = by_tag(tunja), known(tunja)
    with app.transaction() as session:
        broken: dict[str, object] = {"reporting": {"closes_days": 0}}
        stored.keep_hosted(session, replace(its, settings=broken, hosted=attended))
    done = taken(app, mail)
    with app.reading() as session:
        assert inbound.mail_by_id(session, app.entity_id, done.mail.id) is not None


def test_an_installation_alone_asks_for_no_owner(installed: App) -> None:
    app = reopened(installed, SETTINGS + REPLIES)
    scanned(app, DAY)
    done = taken(app, letter(sender=GOBIERNO_MAIL, to=f"{NAME}+{reference(app)}@{DOMAIN}"))
    assert done.mail.state is InboundState.TAKEN


def known(its: App) -> KnownEntity:
    with its.reading() as session:
        return hosting.attended(session, its.settings.entity.code)


def figures(its: App) -> list[Decimal]:
    """What an entity's one plan was answered."""
    with its.reading() as session:
        [plan] = plans.plans_of(session, its.entity_id)
        return [each.value for each in submissions.results_of_plan(session, plan.id) if each.value is not None]


def opened(app: App, server: Dovecot) -> App:
    reopened(app, SETTINGS + REPLIES + imap(server)).engine.dispose()
    return App.open(app.home, {"GDFLOW_IMAP__PASSWORD": PASSWORD})


def test_an_answer_by_mail_reaches_the_plan_of_a_hosted_entity_and_a_report_its_mail(
    app: App, dovecot: Dovecot
) -> None:
    app = opened(app, dovecot)
    tunja = hosted(app, "tunja")
    form = filled(form_of(tunja, GOBIERNO, PERIOD, DAY).data, {8: Said(3)}, rows_by_uid(tunja))
    with tunja.reading() as session:
        [sent] = [each for each in outbox.notices_of(session, tunja.entity_id) if each.address == TUNJA_MAIL]
    dovecot.deliver(letter(("Reporte.xlsx", form), sender=TUNJA_MAIL), MAILBOX, sender=TUNJA_MAIL)
    dovecot.deliver(report(TUNJA_MAIL, action="delayed", message_id=sent.message_id), MAILBOX, sender=TUNJA_MAIL)
    means = at_work(app, Hand(NOW))
    DO[Work.COLLECT](means, NOW)
    shards.replay(means, Work.COLLECT, NOW)
    assert figures(tunja) == [Decimal(3)]
    with tunja.reading() as session:
        told = [each.kind for each in events.events_of(session, tunja.entity_id, f"notice:{sent.id}")]
    assert "mail_reported" in told
