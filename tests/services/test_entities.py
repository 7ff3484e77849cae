"""Entities for which an installation works: taken in, set otherwise within what is theirs, and consolidated."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from gdflow.app import App
from gdflow.domain.closing import Check
from gdflow.domain.entities import KnownEntity
from gdflow.domain.errors import ConfigError, ConflictError, GdflowError, InputError, NotFoundError
from gdflow.domain.outbox import EMAIL
from gdflow.domain.periods import parse_period
from gdflow.services import entities, hosting
from gdflow.services.close_period import close_period
from gdflow.services.find import find_plan
from gdflow.services.means import means_of
from gdflow.services.national import write_national_book
from gdflow.settings.own import OWN, PARTS, is_own
from gdflow.spanish.messages import say
from gdflow.storage import events
from tests.support.cast import at
from tests.support.hosted import BY, host
from tests.support.installation import SETTINGS, reopened
from tests.support.working import Hand, at_work

NOW = at("2023-07-10")
SMTP = SETTINGS + 'mode = "smtp"\nhost = "127.0.0.1"\nper_minute = 7\nper_day = 70\n'


def changed(app: App, code: str, **said: object) -> KnownEntity:
    names = {name.replace("__", "."): value for name, value in said.items()}
    with app.transaction() as session:
        return entities.change(session, app.settings, app.rules, code, names, by=BY, now=NOW)


def test_an_entity_is_taken_in_once_and_on_the_record(empty: App) -> None:
    made = host(empty, "tunja", planned=False)
    with empty.reading() as session:
        assert entities.find(session, "tunja") == made
        assert [each.kind for each in events.events_of(session, made.id)] == ["entity_added", "entity_changed"]
    with empty.transaction() as session, pytest.raises(ConflictError) as known:
        entities.add(session, empty.settings, empty.rules, code="tunja", name="Otra", nit=None, by=BY, now=NOW)
    assert say(known.value) == "Ya hay una entidad con el código «tunja»."


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"code": "Túnja"}, "bad_entity_code"),
        ({"code": "-tunja"}, "bad_entity_code"),
        ({"code": ""}, "bad_entity_code"),
        ({"name": "  "}, "blank_name"),
        ({"by": " "}, "blank_author"),
    ],
)
def test_an_entity_without_code_name_or_author_is_refused(empty: App, facts: dict[str, str], code: str) -> None:
    its = {"code": "tunja", "name": "Alcaldía de Tunja", "by": BY} | facts
    with pytest.raises(InputError) as refused, empty.transaction() as session:
        entities.add(session, empty.settings, empty.rules, nit=None, now=NOW, **its)
    assert refused.value.code == code


def test_settings_are_laid_one_by_one_over_the_installations_and_taken_back(empty: App) -> None:
    host(empty, "tunja", planned=False)
    changed(empty, "tunja", reporting__closes_days=12, reminders__results__team=[0], mail__sender="T <t@tunja.example>")
    kept = changed(empty, "tunja", mail__sender=None)
    rules = hosting.rules_for(empty.settings, empty.rules, kept, empty.home)
    assert kept.settings == {"reporting": {"closes_days": 12}, "reminders": {"results": {"team": [0]}}}
    assert (rules.reporting.closes_days, rules.reporting.report_by_days) == (12, empty.rules.reporting.report_by_days)
    assert (rules.sender, rules.entity, rules.entity_id) == (empty.rules.sender, "Alcaldía de tunja", kept.id)
    assert changed(empty, "tunja", reporting__closes_days=None, reminders=None).settings == {}


def test_an_entity_without_settings_of_its_own_follows_the_installation_in_all_but_its_name(empty: App) -> None:
    known = host(empty, "tunja", planned=False)
    rules = hosting.rules_for(empty.settings, empty.rules, known, empty.home)
    assert (rules.entity, rules.closing.entity.code) == ("Alcaldía de tunja", "tunja")
    assert (rules.calendar, rules.policy, rules.bands) == (empty.rules.calendar, empty.rules.policy, empty.rules.bands)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"reporting__closes_days": 0}, "entidad «tunja»: «reporting.closes_days» no puede ser menor que 1; dice 0."),
        (
            {"reporting__close_days": 3},
            "entidad «tunja»: «reporting.close_days» no existe; ¿quiso decir «clos",
        ),
        ({"reminders__results__team": "hoy"}, "entidad «tunja»: «reminders.results.team» debe ser una lista"),
        ({"calendar__worked": ["ayer"]}, "entidad «tunja»: «calendar.worked[1]» debe ser una fecha"),
        ({"reporting": 3}, "entidad «tunja»: «reporting» debe ser una sección"),
        ({"mail__host": "x.example"}, "entidad «tunja»: «mail.host» es uno solo para toda la instalación."),
        ({"database__url": "sqlite:///x"}, "entidad «tunja»: «database» es uno solo para toda la instalación."),
        ({"nada__x": 1}, "entidad «tunja»: «nada» es uno solo"),
    ],
)
def test_a_setting_that_cannot_be_used_is_refused_in_words_and_not_kept(
    empty: App, said: dict[str, object], sentence: str
) -> None:
    known = host(empty, "tunja", planned=False)
    with pytest.raises(ConfigError) as refused:
        changed(empty, "tunja", **said)
    assert say(refused.value).startswith(sentence)
    with empty.reading() as session:
        assert entities.find(session, "tunja").settings == known.settings


def test_what_is_an_entitys_own_affair() -> None:
    assert all(is_own((section, "x")) for section in OWN)
    assert all(is_own((section, name)) for section, names in PARTS.items() for name in names)
    others = [("mail", "password"), ("mail",), ("web", "port"), ("web",), ("schedule", "scan"), ("channels", "chats")]
    assert not any(map(is_own, others))


def test_the_installations_own_entity_is_set_in_its_files(empty: App) -> None:
    with pytest.raises(ConflictError) as refused:
        changed(empty, "cartagena", reporting__closes_days=12)
    assert refused.value.code == "own_entity"
    with pytest.raises(NotFoundError):
        changed(empty, "nadie")


def test_a_hosted_entity_sends_by_the_installations_account_and_has_a_folder_of_its_own(empty: App) -> None:
    app = reopened(empty, SMTP)
    assert [each.account for each in app.transports()] == [None]
    known = host(app, "tunja", planned=False)
    means = hosting.means_for(means_of(app, "test"), known)
    [mail] = means.transports()
    assert (mail.channel, mail.account, mail.per_minute) == (EMAIL, app.entity_id, 7)
    assert means.home == app.home / "entities" / "tunja"
    assert means.post() is None
    assert means.places().inbox == means.home / "inbox"
    means.alive(NOW)
    assert not means.home.exists()


def close(app: App, code: str) -> None:
    """A hosted entity closes its second quarter."""
    rules, spite = hosting.rules_for(app.settings, app.rules, host(app, code), app.home), dict.fromkeys(Check, "Así.")
    with app.transaction() as session:
        plan = find_plan(session, rules.entity_id, None)
        close_period(session, rules, plan, parse_period("2023-Q2"), by=BY, in_spite=spite, now=at("2023-07-21"))


def test_the_national_book_holds_the_newest_closings_of_all(empty: App) -> None:
    means = at_work(empty, Hand(at("2023-07-21")))
    with pytest.raises(NotFoundError) as none:
        write_national_book(means, "2023-Q2")
    assert "2023-Q2" in say(none.value)
    for code in ("tunja", "pasto"):
        close(empty, code)
    made = write_national_book(means, "2023-Q2")
    assert (made["entidades"], made["planes"]) == (2, 2)
    book = openpyxl.load_workbook(BytesIO(Path(str(made["libro"])).read_bytes()))
    named = {cell.value for row in book["Entidades"].iter_rows() for cell in row}
    assert {"Alcaldía de tunja", "Alcaldía de pasto"} <= named


def test_every_error_of_entities_has_its_sentence() -> None:
    codes = ("unknown_entity", "known_entity", "own_entity", "bad_entity_code", "bad_shard", "entities_failed")
    assert not any(say(GdflowError(code)).startswith("No se pudo continuar") for code in codes)
