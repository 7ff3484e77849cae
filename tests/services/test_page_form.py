"""The workbook that a page hands out: known with its link, the same as a mail's."""

import pytest

from gdflow.app import App
from gdflow.collect.files import read_document
from gdflow.collect.form_reader import read_form
from gdflow.domain.errors import ConflictError
from gdflow.domain.keys import token_sha256
from gdflow.services import links
from gdflow.services.page_form import page_form
from gdflow.storage import submissions
from tests.support.cast import GOBIERNO, at
from tests.support.installation import answered
from tests.support.web import PERIOD, dump, opened

ALL = {9: 1, 10: 7, 11: 5, 15: 1, 16: 1, 17: 1}


def test_the_form_carries_a_token_that_is_known_and_nothing_is_written(installed: App) -> None:
    given = opened(installed).link
    before = dump(installed)
    with installed.reading() as session:
        link = links.find(session, installed.rules, given.token, now=at("2023-07-05"))
        form = page_form(session, installed.rules, link, links.form_token(given.token), now=at("2023-07-05"))
        read = read_form(read_document(form.data, form.name))
        issue = submissions.form_by_token(session, token_sha256(read.token))
    assert issue
    assert (issue.team, issue.period, len(read.unanswered)) == (GOBIERNO, PERIOD, 6)
    assert dump(installed) == before


def test_there_is_no_form_when_nothing_is_missing(installed: App) -> None:
    given = opened(installed).link
    answered(installed, GOBIERNO, PERIOD, "2023-07-05", dict(ALL))
    with installed.reading() as session:
        link = links.find(session, installed.rules, given.token, now=at("2023-07-05"))
        with pytest.raises(ConflictError, match="nothing_to_report"):
            page_form(session, installed.rules, link, "x", now=at("2023-07-05"))
