"""Working for a hosted entity: where its pages are, what its mails lead to, and what its people ask for."""

from email import message_from_bytes, policy

import pytest

from gdflow.app import App
from gdflow.domain.errors import ConfigError, ConflictError, NotFoundError
from gdflow.domain.jobs import JobKind, JobState
from gdflow.domain.outbox import EMAIL
from gdflow.domain.works import Work
from gdflow.services import entities, hosting, jobs, webhooks
from gdflow.services.jobs_of_hosted import run_for_hosted
from gdflow.services.means import means_of
from gdflow.services.remind import scan
from gdflow.settings.own import code_in, hosts_of, settings_of_entity
from gdflow.spanish.messages import say
from gdflow.storage import entities as stored
from gdflow.storage import outbox
from gdflow.storage.notice_story import bytes_of
from tests.support.cast import at
from tests.support.hosted import BY, host
from tests.support.installation import SETTINGS, reopened
from tests.support.nation import PASTO, PATTERN, TUNJA
from tests.support.working import Hand, at_work

NOW = at("2023-07-10", 8)


@pytest.fixture
def app(empty: App) -> App:
    """An installation whose entities have their pages by a pattern."""
    return reopened(empty, SETTINGS + PATTERN)


def set_to(app: App, code: str, hosted: bool | None = None, **said: object) -> None:
    names = {name.replace("__", "."): value for name, value in said.items()}
    with app.transaction() as session:
        entities.change(session, app.settings, app.rules, code, names, hosted=hosted, by=BY, now=NOW)


def mails_of(its: App) -> list[str]:
    """What the mails of an entity say, as text."""
    with its.transaction() as session:
        scan(session, its.rules, now=NOW)
    with its.reading() as session:
        found = [bytes_of(session, its.entity_id, each.id) for each in outbox.notices_of(session, its.entity_id)]
    mails = [message_from_bytes(data, policy=policy.default) for data in found]
    return [str(body.get_content()) for mail in mails if (body := mail.get_body(("plain",))) is not None]


def test_mails_lead_to_the_entitys_own_pages(app: App) -> None:
    for code, address in (("tunja", f"https://{TUNJA}/r/"), ("pasto", f"https://{PASTO}/r/")):
        own = {"web.public_url": f"https://{PASTO}/"} if code == "pasto" else {}
        texts = mails_of(app.hosting(host(app, code, own)))
        assert any(address in text for text in texts)
        assert not any("https://planes.nacion.example" in text for text in texts)


def test_an_entity_without_an_address_has_mails_without_a_link_and_not_the_installations(empty: App) -> None:
    app = reopened(empty, SETTINGS + '[web]\npublic_url = "https://planes.nacion.example"\n')
    texts = mails_of(app.hosting(host(app, "tunja")))
    assert texts
    assert not any("https://planes.nacion.example" in text for text in texts)


@pytest.mark.parametrize(
    ("address", "other"),
    [
        ("https://planes.nacion.example", "Alcaldía de Cartagena"),
        ("https://PLANES.nacion.example:443", "Alcaldía de Cartagena"),
        (f"https://{TUNJA}", "Alcaldía de tunja"),
        (f"https://{PASTO}", "Alcaldía de pasto"),
    ],
)
def test_no_two_entities_have_one_address(app: App, address: str, other: str) -> None:
    host(app, "tunja", planned=False)
    host(app, "pasto", {"web.public_url": f"https://{PASTO}"}, planned=False)
    host(app, "leticia", planned=False)
    with pytest.raises(ConflictError) as refused:
        set_to(app, "leticia", web__public_url=address)
    assert say(refused.value).endswith(f"ya es de «{other}». Cada entidad necesita una suya.")


def test_an_entity_is_not_taken_in_where_another_is_already(app: App) -> None:
    host(app, "pasto", {"web.public_url": "https://leticia.planes.nacion.example"}, planned=False)
    with pytest.raises(ConflictError, match="entity_host_taken"):
        host(app, "leticia", planned=False)


def test_of_the_pages_an_entity_sets_its_address_and_nothing_else(app: App) -> None:
    host(app, "tunja", planned=False)
    with pytest.raises(ConfigError) as refused:
        set_to(app, "tunja", web__port=80)
    assert say(refused.value).startswith("entidad «tunja»: «web.port» es uno solo")
    with pytest.raises(ConfigError) as bad:
        set_to(app, "tunja", web__public_url="http://tunja.example")
    assert "«web.public_url» debe empezar por https://" in say(bad.value)


def test_the_accounts_of_the_installations_provider_are_nobody_at_an_entity(app: App) -> None:
    provider = '[oidc]\nissuer = "https://login.nacion.example"\nclient_id = "gdflow"\n'
    (app.home / "config" / "gdflow.toml").write_text(SETTINGS + PATTERN + provider, encoding="utf-8")
    (app.home / "config" / "channels.toml").write_text('hosts = ["sistema.tunja.example"]\n', encoding="utf-8")
    app = App.open(app.home, {"GDFLOW_OIDC__SECRET": "x" * 12})
    its = settings_of_entity(app.settings, host(app, "tunja", {"window.start": "09:00"}, planned=False))
    assert (app.settings.oidc.issuer, its.oidc.issuer) == ("https://login.nacion.example", None)
    assert (its.channels.hosts, its.web.public_url) == (("sistema.tunja.example",), f"https://{TUNJA}")


def test_a_code_stands_in_a_host_where_the_pattern_has_its_place(app: App) -> None:
    hosts = (TUNJA, PASTO, "a.b.planes.nacion.example", "planes.nacion.example", ".planes.nacion.example", "")
    assert [code_in(app.settings, each) for each in hosts] == ["tunja", None, None, None, None, None]
    known = host(app, "pasto", {"web.public_url": f"https://{PASTO}"}, planned=False)
    assert hosts_of(app.settings, known) == {PASTO, "pasto.planes.nacion.example"}


def test_a_hosted_entity_is_found_by_its_code(app: App) -> None:
    known = host(app, "tunja", planned=False)
    with app.reading() as session:
        assert hosting.attended(session, "tunja") == known
        with pytest.raises(NotFoundError):
            hosting.attended(session, "nadie")
    set_to(app, "tunja", hosted=False)
    with app.reading() as session, pytest.raises(ConflictError) as left:
        hosting.attended(session, "tunja")
    assert "gdflow entities set tunja --attend" in say(left.value)


def test_an_installation_opens_for_the_entity_that_is_named(app: App) -> None:
    known = host(app, "tunja", planned=False)
    its = App.open(app.home, {"GDFLOW_ENTITY": "tunja"})
    assert (its.entity_id, its.rules.entity, its.home) == (known.id, "Alcaldía de tunja", app.home / "entities/tunja")
    assert (its.root, its.objects.folder, its.evidence) == (
        app.home,
        app.objects.folder,
        its.owner and its.owner.evidence,
    )
    assert App.open(app.home, {"GDFLOW_ENTITY": "cartagena"}).owner is None


def test_works_that_are_done_for_no_entity_are_never_late_there(app: App) -> None:
    for own in ({}, {"window.start": "09:00"}):
        its = app.hosting(host(app, f"e{len(own)}", own, planned=False))
        assert Work.SCAN in its.rules.schedule
        assert Work.WATCH not in its.rules.schedule


def test_an_entity_sends_by_the_installations_account_and_tells_its_own_systems(app: App) -> None:
    known = host(app, "tunja", planned=False)
    its = app.hosting(known)
    for one, url in ((app, "https://nacion.example/x"), (its, "https://tunja.example/x")):
        with one.transaction() as session:
            webhooks.add(session, one.rules, url, webhooks.events_of(()), (), by=BY, now=NOW)
    ways = (its.transports(), hosting.means_for(means_of(app, "test"), known).transports())
    [own_hook] = app.webhooks()
    for mail, hook in ways:
        assert (mail.channel, mail.account) == (EMAIL, app.entity_id)
        assert hook.channel != own_hook.channel
    assert (its.post(), its.places().shared) == (None, None)


def asked(its: App) -> None:
    with its.transaction() as session:
        jobs.request(session, its.rules, JobKind.CONSOLIDATE, {}, key="c:1", by="Ana Coordina", now=NOW)


def test_what_is_asked_for_at_an_entitys_board_is_done_with_its_rules_in_its_folder(app: App) -> None:
    its, means = app.hosting(host(app, "tunja")), at_work(app, Hand(NOW))
    asked(its)
    assert run_for_hosted(means) == ()
    with its.reading() as session:
        [job] = jobs.newest_jobs(session, its.rules)
    assert (job.state, job.error) == (JobState.DONE, None)
    assert [path.suffix for path in (app.home / "entities" / "tunja" / "reports").rglob("*.xlsx")] != []
    assert not (app.home / "reports").exists()


def test_an_entity_whose_settings_cannot_be_used_keeps_no_other_waiting(app: App) -> None:
    tunja, pasto = (app.hosting(host(app, code)) for code in ("tunja", "pasto"))
    asked(tunja)
    asked(pasto)
    with app.transaction() as session:
        known = hosting.attended(session, "tunja")
        broken = {"reporting": {"closes_days": 0}}
        stored.keep_hosted(session, type(known)(known.id, "tunja", known.name, None, broken, hosted=True))
    [trouble] = run_for_hosted(at_work(app, Hand(NOW)))
    assert trouble.startswith("tunja: entidad «tunja»: «reporting.closes_days»")
    with app.reading() as session:
        assert [job.state for job in jobs.newest_jobs(session, pasto.rules)] == [JobState.DONE]
