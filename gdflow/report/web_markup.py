"""HTML pages that stand alone: one file with its style in it, no script, and a policy that allows nothing else.

What people typed is escaped by the templates, without exception; what a page loads from elsewhere is nothing.
"""

import re
from base64 import b64encode
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from gdflow.report.book import CONTROL
from gdflow.spanish.numbers import number
from gdflow.spanish.periods import period_label, period_short

STYLE = "page.css"
LONG_WORD = re.compile(r"\S{25}")


class Drawn:
    """Markup that gdflow itself made, as a chart is: it stands in a page as it is."""

    def __init__(self, markup: str) -> None:
        self._markup = markup

    def __html__(self) -> str:
        return self._markup


def written_page(template: str, *, more: str = "", **facts: object) -> bytes:
    """The page that a template makes of facts, in UTF-8. more: rules of its own behind the style of all pages."""
    whole = style() + more
    made = _templates().get_template(template).render(style=Drawn(whole), policy=policy(whole), **facts)
    return "".join(f"{line.rstrip()}\n" for line in made.splitlines() if line.strip()).encode()


@cache
def style() -> str:
    """The style sheet that stands in every page."""
    return files("gdflow.report").joinpath("pages", STYLE).read_text("utf-8").strip()


def policy(whole: str) -> str:
    """The content security policy of a page: its own style by its hash, and nothing else. whole: that style."""
    known = b64encode(sha256(whole.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; form-action 'none'"


def readable(text: str) -> str:
    """People's text without the control characters that XML and HTML forbid."""
    return text if text.isprintable() else CONTROL.sub("", text.replace("\r\n", "\n"))


def _long(cell: str | tuple[str, str]) -> bool:
    """Whether a word of a cell may be longer than its column, as a hash or an address is."""
    return LONG_WORD.search(cell if isinstance(cell, str) else cell[0]) is not None


def _readable(value: object) -> object:
    """What a template writes: texts without control characters; markup and numbers as they are, nothing for None."""
    if value is None:
        return ""
    return readable(value) if type(value) is str else value


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("gdflow.report", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_readable,
    )
    environment.filters.update(
        {
            "number": number,
            "day": _day,
            "period": period_label,
            "short_period": period_short,
        }
    )
    environment.tests["long"] = _long
    return environment
