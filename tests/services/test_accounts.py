"""Accounts: given, changed and taken by somebody; passwords, codes and keys for programs."""

from datetime import timedelta

import pyotp
import pytest

from gdflow.app import App
from gdflow.domain.access import Account, Role
from gdflow.domain.errors import ConflictError, GdflowError, InputError, NotFoundError
from gdflow.domain.outbox import Priority
from gdflow.services import accounts, choose_password, invite, one_time_codes, passwords, read_tokens, second_factor
from gdflow.services import web_sessions as sessions
from gdflow.services.provider_sign_in import Person, Trust, by_provider
from gdflow.services.sign_in import Came, CodeNeeded, SignedIn, by_code, by_password
from gdflow.storage import events, outbox
from tests.support.cast import at
from tests.support.desk import PASSWORD, account
from tests.support.installation import SETTINGS, reopened

NOW = at("2023-07-10", 10)
CAME = Came("192.0.2.7", "Firefox")
NEW = "cuatro palabras sin sentido"
PUBLIC = '\n[web]\npublic_url = "https://planes.cartagena.example"\n'


def given(
    app: App, email: str = "rita@cartagena.example", name: str = "Rita Revisa", role: Role = Role.REVIEWER
) -> Account:
    """An account that has no password yet."""
    with app.transaction() as session:
        return accounts.add(session, app.rules, email=email, name=name, role=Role.REVIEWER, by="Sistemas", now=NOW)


def kinds(app: App, who: Account) -> list[str]:
    """What the record says of an account."""
    with app.reading() as session:
        return [each.kind for each in events.events_of(session, app.rules.entity_id, f"account:{who.id}")]


def refused(code: str) -> pytest.RaisesExc[GdflowError]:
    """An error of that code."""
    return pytest.RaisesExc(GdflowError, check=lambda error: error.code == code)


def test_an_account_is_given_once_for_an_address(empty: App) -> None:
    made = given(empty, "  Rita Revisa <RITA@cartagena.example>", "  Rita   Revisa ")
    assert (made.email, made.name, made.has_password) == ("rita@cartagena.example", "Rita Revisa", False)
    with pytest.raises(ConflictError, match="known_account"):
        given(empty, "Rita@Cartagena.example")
    assert kinds(empty, made) == ["account_added"]


@pytest.mark.parametrize(
    ("email", "name", "code"),
    [
        ("sin arroba", "Rita", "invalid_address"),
        ("rita@local", "Rita", "invalid_address"),
        ("r@x.example", " ", "blank_name"),
    ],
)
def test_an_account_needs_an_address_and_a_name(empty: App, email: str, name: str, code: str) -> None:
    with pytest.raises(InputError, match=code):
        given(empty, email, name)


def test_an_account_that_is_not_there_is_not_found(empty: App) -> None:
    with empty.reading() as session, pytest.raises(NotFoundError, match="unknown_account"):
        accounts.find(session, empty.rules, "nadie@cartagena.example")
    with empty.reading() as session, pytest.raises(NotFoundError, match="unknown_account"):
        accounts.by_id(session, empty.rules, 99)


def test_a_role_is_named_by_its_word() -> None:
    assert accounts.role_of(" IT ") is Role.IT
    with pytest.raises(InputError, match="unknown_role"):
        accounts.role_of("jefe")


def test_each_change_of_an_account_is_on_the_record_and_made_once(empty: App) -> None:
    made, its = given(empty), {"by": "Sistemas", "now": NOW}
    with empty.transaction() as session:
        made = accounts.set_role(session, empty.rules, made, Role.AUDITOR, **its)  # type: ignore[arg-type]  # a name and a moment
        with pytest.raises(ConflictError, match="same_role"):
            accounts.set_role(session, empty.rules, made, Role.AUDITOR, **its)  # type: ignore[arg-type]  # the same
        made = accounts.disable(session, empty.rules, made, **its)  # type: ignore[arg-type]  # the same
        with pytest.raises(ConflictError, match="account_disabled"):
            accounts.disable(session, empty.rules, made, **its)  # type: ignore[arg-type]  # the same
        with pytest.raises(ConflictError, match="account_disabled"):
            accounts.invite(session, empty.rules, made, begins=NOW, **its)  # type: ignore[arg-type]  # the same
        made = accounts.enable(session, empty.rules, made, **its)  # type: ignore[arg-type]  # the same
        with pytest.raises(ConflictError, match="account_enabled"):
            accounts.enable(session, empty.rules, made, **its)  # type: ignore[arg-type]  # the same
        with pytest.raises(ConflictError, match="no_factor"):
            accounts.drop_factor(session, empty.rules, made, **its)  # type: ignore[arg-type]  # the same
    assert kinds(empty, made) == ["account_added", "account_role", "account_disabled", "account_enabled"]


def test_where_mails_do_not_lead_to_pages_the_link_is_handed_over(empty: App) -> None:
    made = given(empty)
    with empty.transaction() as session:
        found = invite.send(session, empty.rules, made, by="Sistemas", now=NOW)
        assert outbox.notices_of(session, empty.rules.entity_id) == ()
    assert (found.path or "").startswith("/entrar/clave/")
    assert found.until == NOW + timedelta(hours=24)


def test_a_link_goes_by_mail_at_once_and_its_day_begins_when_mails_leave(empty: App) -> None:
    app, saturday = reopened(empty, SETTINGS + PUBLIC), at("2023-07-08", 10)
    made = given(app)
    with app.transaction() as session:
        found = invite.send(session, app.rules, made, by="Sistemas", now=saturday)
        again = invite.send(session, app.rules, made, by="Sistemas", now=saturday)
        sent = outbox.notices_of(session, app.rules.entity_id)
    assert (found.path, found.until, again.until) == (None, at("2023-07-11", 8), at("2023-07-11", 8))
    assert [(each.address, each.purpose) for each in sent] == [(made.email, "account")] * 2
    assert Priority.URGENT < Priority.ORDINARY


def test_whoever_has_a_password_reads_that_another_may_be_chosen(empty: App) -> None:
    app = reopened(empty, SETTINGS + PUBLIC)
    ana = account(app)
    with app.transaction() as session:
        invite.send(session, app.rules, ana, by="Sistemas", now=NOW)
        sent = outbox.notices_of(session, app.rules.entity_id)
    assert sent[0].subject == "[Cuentas] Elija otra contraseña"


def test_a_person_changes_their_password_and_stays_where_they_are(empty: App) -> None:
    ana = account(empty)
    with empty.transaction() as session:
        its = {"address": "192.0.2.7", "agent": "Firefox", "now": NOW}
        tokens = [sessions.begin(session, empty.rules, ana, **its) for _ in range(2)]  # type: ignore[arg-type]  # texts and a moment
        here = sessions.current(session, empty.rules, tokens[0], now=NOW)
    assert here is not None
    with refused("password_wrong"):
        choose_password.by_person(empty.transaction, empty.rules, here, "otra", NEW, NEW, now=NOW)
    choose_password.by_person(empty.transaction, empty.rules, here, PASSWORD, NEW, NEW, now=NOW)
    with empty.reading() as session:
        assert [sessions.current(session, empty.rules, each, now=NOW) is None for each in tokens] == [False, True]


def test_whoever_runs_the_machine_sets_a_password(empty: App) -> None:
    made = given(empty)
    choose_password.by_console(empty.transaction, empty.rules, made, NEW, "Sistemas", NOW)
    assert isinstance(by_password(empty.transaction, empty.rules, made.email, NEW, CAME, now=NOW), SignedIn)
    with refused("password_length"):
        choose_password.by_console(empty.transaction, empty.rules, made, "corta", "Sistemas", NOW)


def test_a_short_name_is_no_reason_to_refuse_a_password(empty: App) -> None:
    made = given(empty, "al@cartagena.example", "Al Ox")
    passwords.judge("alox alox alba", made)


def test_letters_count_however_their_accents_are_written() -> None:
    assert passwords.matches("canción única de año", passwords.hashed("canción única de año"))


def test_a_disabled_account_is_not_entered_by_the_code_that_was_awaited(empty: App) -> None:
    ana = account(empty)
    before = NOW - timedelta(minutes=10)
    with empty.transaction() as session:
        offer = second_factor.offer(session, empty.rules, ana, now=before)
        ana = second_factor.take_up(
            session, empty.rules, ana, offer.token, pyotp.TOTP(offer.secret).at(before), now=before
        )
        with refused("factor_on"):
            second_factor.offer(session, empty.rules, ana, now=NOW)
    step = by_password(empty.transaction, empty.rules, ana.email, PASSWORD, CAME, now=NOW)
    assert isinstance(step, CodeNeeded)
    with empty.transaction() as session:
        from gdflow.storage import accounts as kept

        kept.change_account(session, ana.id, {"disabled_at": NOW, "disabled_by": "Sistemas"})
    code = pyotp.TOTP(offer.secret).at(NOW)
    with refused("code_refused"):
        by_code(empty.transaction, empty.rules, step.token, code, CAME, now=NOW)


def test_a_person_lays_their_codes_down_by_a_last_one(empty: App) -> None:
    ana = account(empty)
    with empty.transaction() as session:
        with refused("no_factor"):
            second_factor.lay_down(session, empty.rules, ana, "000000", now=NOW)
        offer = second_factor.offer(session, empty.rules, ana, now=NOW)
        phone = pyotp.TOTP(offer.secret)
        with refused("code_refused"):
            second_factor.take_up(session, empty.rules, ana, offer.token, "000000", now=NOW)
        ana = second_factor.take_up(session, empty.rules, ana, offer.token, phone.at(NOW), now=NOW)
        later = NOW + timedelta(minutes=2)
        with refused("code_refused"):
            second_factor.lay_down(session, empty.rules, ana, phone.at(NOW), now=later)
        ana = second_factor.lay_down(session, empty.rules, ana, phone.at(later), now=later)
    assert not ana.has_second_factor
    assert kinds(empty, ana)[-2:] == ["second_factor_on", "second_factor_off"]


def test_nobody_takes_up_what_was_offered_to_another(empty: App) -> None:
    ana, rita = account(empty), given(empty)
    with empty.transaction() as session:
        offer = second_factor.offer(session, empty.rules, ana, now=NOW)
        with refused("step_over"):
            second_factor.take_up(session, empty.rules, rita, offer.token, "000000", now=NOW)


def test_a_secret_is_shown_as_people_type_it_and_as_telephones_take_it() -> None:
    offer = second_factor.Offer("t", "ABCDEFGH", one_time_codes.address_of("ABCDEFGH", "Alcaldía X", "a@x.example"))
    assert offer.spaced == "ABCD EFGH"
    assert offer.address.startswith("otpauth://totp/Alcald%C3%ADa%20X:a%40x.example?secret=ABCDEFGH&issuer=")


def test_a_session_of_another_person_is_not_ended(empty: App) -> None:
    ana, rita = account(empty), given(empty)
    with empty.transaction() as session:
        token = sessions.begin(session, empty.rules, ana, address="", agent="", now=NOW)
        found = sessions.current(session, empty.rules, token, now=NOW)
        assert found is not None
        with refused("unknown_session"):
            sessions.end(session, empty.rules, rita, found.id, by="Rita", now=NOW)
        sessions.end(session, empty.rules, ana, found.id, by="Ana", now=NOW)
        assert sessions.current(session, empty.rules, token, now=NOW) is None
        assert sessions.end_all(session, empty.rules, ana, by="Ana", now=NOW) == 0


def test_a_key_is_spent_once_though_two_have_found_it(empty: App) -> None:
    from gdflow.domain.access import KeyPurpose
    from gdflow.services import one_time_keys

    ana = account(empty)
    with empty.transaction() as session:
        until = NOW + timedelta(hours=1)
        token = one_time_keys.issue(session, empty.rules, KeyPurpose.CODE, account_id=ana.id, until=until, now=NOW)
        key = one_time_keys.find(session, empty.rules, KeyPurpose.CODE, token, now=NOW)
        one_time_keys.spend(session, key)
        with refused("step_over"):
            one_time_keys.spend(session, key)


def test_a_read_token_serves_to_the_end_of_its_last_day(empty: App) -> None:
    with empty.transaction() as session:
        made = read_tokens.issue(session, empty.rules, " Power  BI ", NOW.date(), by="Ana", now=NOW)
        found = read_tokens.find(session, empty.rules, made.token, now=at("2023-07-10", 23, 59))
        assert (found.name, found.created_by) == ("Power BI", "Ana")
        for wrong in (made.token + "x", ""):
            with refused("unknown_read_token"):
                read_tokens.find(session, empty.rules, wrong, now=NOW)
        with refused("unknown_read_token"):
            read_tokens.find(session, empty.rules, made.token, now=at("2023-07-11", 0))


@pytest.mark.parametrize(
    ("name", "by", "code"), [(" ", "Ana", "blank_name"), ("x", " ", "blank_author"), ("x", "Ana", "end_passed")]
)
def test_a_read_token_needs_a_name_an_author_and_a_day_to_come(empty: App, name: str, by: str, code: str) -> None:
    with empty.transaction() as session, refused(code):
        read_tokens.issue(session, empty.rules, name, at("2023-07-09").date(), by=by, now=NOW)


def test_a_read_token_is_taken_back_once(empty: App) -> None:
    with empty.transaction() as session:
        made = read_tokens.issue(session, empty.rules, "Power BI", None, by="Ana", now=NOW)
        read_tokens.revoke(session, empty.rules, made.id, by="Ana", now=NOW)
        with refused("unknown_read_token"):
            read_tokens.find(session, empty.rules, made.token, now=NOW)
        with refused("read_token_revoked"):
            read_tokens.revoke(session, empty.rules, made.id, by="Ana", now=NOW)
        with refused("unknown_read_token_id"):
            read_tokens.revoke(session, empty.rules, 99, by="Ana", now=NOW)


def test_the_use_of_a_read_token_is_noted_every_five_minutes(empty: App) -> None:
    with empty.transaction() as session:
        made = read_tokens.issue(session, empty.rules, "Power BI", None, by="Ana", now=NOW)
        found = read_tokens.find(session, empty.rules, made.token, now=NOW)
        assert read_tokens.is_to_note(found, NOW)
        read_tokens.note_used(session, found, now=NOW)
        found = read_tokens.find(session, empty.rules, made.token, now=NOW)
        assert not read_tokens.is_to_note(found, NOW + timedelta(minutes=4))
        assert read_tokens.is_to_note(found, NOW + timedelta(minutes=5))


def person(email: str | None = "coordina@cartagena.example", name: str = "Ana", *, theirs: bool = True) -> Person:
    """Somebody whom the provider vouches for, in the group of coordinators."""
    return Person("https://cuentas.example|1", email, theirs, name, frozenset({"planeacion"}))


GROUPS, NOBODY = Trust((("planeacion", Role.COORDINATOR),)), Trust(())


@pytest.mark.parametrize(
    "told", [person(theirs=False), person(None), person(None, ""), person("no es un correo")], ids=repr
)
def test_nobody_gets_an_account_without_an_address_of_their_own(empty: App, told: Person) -> None:
    account(empty)
    with refused("person_not_invited"):
        by_provider(empty.transaction, empty.rules, told, GROUPS, CAME, now=NOW)


def test_an_account_that_is_another_persons_at_the_provider_stays_so(empty: App) -> None:
    account(empty)
    by_provider(empty.transaction, empty.rules, person(), NOBODY, CAME, now=NOW)
    other = Person("https://cuentas.example|2", "coordina@cartagena.example", True, "Otra", frozenset())
    with refused("person_not_invited"):
        by_provider(empty.transaction, empty.rules, other, NOBODY, CAME, now=NOW)


def test_a_group_gives_an_account_to_whoever_had_none(empty: App) -> None:
    found = by_provider(empty.transaction, empty.rules, person("nueva@cartagena.example", ""), GROUPS, CAME, now=NOW)
    assert (found.account.role, found.account.name) == (Role.COORDINATOR, "nueva@cartagena.example")


def test_a_refusal_without_a_coordinator_names_nobody(empty: App) -> None:
    app = reopened(empty, '[entity]\ncode = "cartagena"\n')
    with pytest.raises(ConflictError) as error:
        by_provider(app.transaction, app.rules, person(), NOBODY, CAME, now=NOW)
    assert error.value.facts["contact"] == ""
