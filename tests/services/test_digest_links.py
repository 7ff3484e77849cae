"""A digest leads to the page of its team, by a link that no mail had before."""

import re
from collections.abc import Iterator
from email.message import EmailMessage

import pytest

from gdflow.app import App
from gdflow.domain.people import Role
from gdflow.services import links
from tests.support.cast import AREAS, GOBIERNO, GOBIERNO_MAIL, USO, at
from tests.support.installation import SETTINGS, contacts, delivered, mails, reopened, scanned, text_of

PUBLIC = "https://planes.cartagena.example"
LINK = re.compile(rf"{PUBLIC}/r/([\w-]{{43}})")


@pytest.fixture
def public(installed: App) -> Iterator[App]:
    """The installation with a place for its pages."""
    app = reopened(installed, f'{SETTINGS}\n[web]\npublic_url = "{PUBLIC}"\n')
    yield app
    app.engine.dispose()


def to_gobierno(app: App, day: str) -> EmailMessage:
    scanned(app, day)
    delivered(app, day)
    return [mail for mail in mails(app) if mail["To"] and GOBIERNO_MAIL in mail["To"]][-1]


def test_the_mail_of_a_team_opens_its_page(public: App) -> None:
    key = LINK.search(text_of(to_gobierno(public, "2023-07-05")))
    assert key
    with public.reading() as session:
        found = links.find(session, public.rules, key[1], now=at("2023-07-05"))
    assert (found.team, found.period) == (GOBIERNO, "2023-Q2")


def test_each_mail_has_a_link_of_its_own(public: App) -> None:
    first, second = (LINK.findall(text_of(to_gobierno(public, day)))[0] for day in ("2023-07-05", "2023-07-10"))
    assert first != second


def test_without_a_place_for_pages_no_mail_has_a_link(installed: App) -> None:
    assert "/r/" not in text_of(to_gobierno(installed, "2023-07-05"))
    with installed.reading() as session:
        assert links.links(session, installed.rules) == ()


def test_whoever_reads_for_two_teams_has_a_link_for_each(public: App) -> None:
    for team in (GOBIERNO, USO):
        contacts(public, team, [(GOBIERNO_MAIL, Role.MEMBER)])
    mail = to_gobierno(public, "2023-07-05")
    html = mail.get_body(("html",))
    assert html
    found = set(LINK.findall(str(html.get_content())))
    with public.reading() as session:
        teams = {links.find(session, public.rules, key, now=at("2023-07-05")).team for key in found}
    assert teams == {GOBIERNO, USO}
    assert AREAS not in teams


def test_a_mail_that_tells_the_head_has_no_link(public: App) -> None:
    scanned(public, "2023-07-12")
    delivered(public, "2023-07-12")
    for mail in mails(public):
        if "jefatura" in str(mail["To"]):
            assert not LINK.search(text_of(mail))
