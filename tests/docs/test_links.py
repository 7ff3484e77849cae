"""Every link between the documents leads somewhere, every file they name is there, and no decision is forgotten."""

import re
from pathlib import Path

import pytest

from tests.docs.texts import DECISIONS, ROOT, TEXTS

LINK = re.compile(r"\]\(([^)\s]+)\)")
NAMED = re.compile(r"`((?:docs|gdflow|flows|tests|config|deployments)/[\w./-]+)`")
MADE_BY_USE = re.compile(r"config/templates/.*")
"""What an entity may put into its own config/, and the repository does not have."""


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def anchors(path: Path) -> set[str]:
    """The headings of a file as a link names them."""
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", each.lower()).strip().replace(" ", "-") for each in headings}


@pytest.mark.parametrize("path", TEXTS, ids=name)
def test_every_link_leads_somewhere(path: Path) -> None:
    inside = [each for each in LINK.findall(path.read_text("utf-8")) if "://" not in each]
    broken = []
    for link in inside:
        target, _, anchor = link.partition("#")
        there = path.parent / target if target else path
        if not there.exists() or (anchor and anchor not in anchors(there)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("path", TEXTS, ids=name)
def test_every_file_that_is_named_is_there(path: Path) -> None:
    named = NAMED.findall(path.read_text("utf-8"))
    assert [each for each in named if not (ROOT / each).exists() and not MADE_BY_USE.match(each)] == []


def test_every_document_and_every_decision_is_linked_from_another() -> None:
    linked = {
        (path.parent / link.partition("#")[0]).resolve()
        for path in TEXTS
        for link in LINK.findall(path.read_text("utf-8"))
        if "://" not in link and link.partition("#")[0]
    }
    unlinked = [name(path) for path in [*TEXTS, *DECISIONS] if path.resolve() not in linked]
    assert [each for each in unlinked if each != "README.md"] == []
