"""The coordinator's guide quotes pages that exist as they are, and shows pictures of them: the quarter is walked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.docs.pictures import FOLDER, photographer
from tests.docs.quarter import walked
from tests.docs.texts import GUIDE
from tests.support.browser import browser

__all__ = ["browser"]
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]

TEXT = GUIDE.read_text("utf-8")
MOST = 1_500_000
"""Bytes that all pictures together may have."""
PAGE = re.compile(r"`(/[^`]*)`")


@dataclass(frozen=True)
class Walk:
    """What the pages said by their address, and the names of the pictures that were taken on the way."""

    words: dict[str, str]
    pictures: set[str]

    def said(self, named: str) -> str:
        """What the pages that the guide names so said, `…` standing for whatever follows; nothing where none is."""
        begin, cut, _ = named.partition("…")
        return " ".join(text for path, text in self.words.items() if path == named or (cut and path.startswith(begin)))


@pytest.fixture(scope="module")
def walk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    taken: set[str] = set()
    return Walk(walked(browser, tmp_path_factory.mktemp("guide") / "entidad", photographer(taken)), taken)


def sections() -> Iterator[tuple[str, list[str], list[str]]]:
    """Each section's heading, the pages that it names, and the words that it quotes from them."""
    for text in re.split(r"^##+ ", TEXT, flags=re.MULTILINE)[1:]:
        heading, _, body = text.partition("\n")
        quoted = re.findall(r"«([^»]+)»", body)
        yield heading, PAGE.findall(body), [" ".join(each.split()) for each in quoted]


def stands(quoted: str, said: str) -> bool:
    """Whether a page says what is quoted, `…` standing for a few words."""
    pattern = r".{0,60}?".join(re.escape(part.strip()) for part in quoted.split("…"))
    return re.search(pattern, said) is not None


def test_every_page_that_the_guide_names_exists(walk: Walk) -> None:
    named = {page for _, pages, _ in sections() for page in pages}
    assert len(named) > 15
    assert [page for page in sorted(named) if not walk.said(page)] == []


def test_every_word_that_the_guide_quotes_stands_on_the_page(walk: Walk) -> None:
    gone = [
        (heading, quoted)
        for heading, pages, its in sections()
        for quoted in its
        if not any(stands(quoted, walk.said(page)) for page in pages)
    ]
    assert gone == []


def test_the_guide_shows_every_picture_of_the_walk_and_no_other(walk: Walk) -> None:
    shown = set(re.findall(r"!\[[^\]]+\]\(imagenes/([\w-]+)\.png\)", TEXT))
    assert shown == walk.pictures == {path.stem for path in FOLDER.iterdir()}


def test_the_pictures_are_small() -> None:
    assert 0 < sum(path.stat().st_size for path in Path(FOLDER).iterdir()) < MOST
