"""The report of a closing as one page that stands alone: what the PDF says, for a screen, a telephone and a printer.

The page loads nothing and runs nothing; its charts are drawn in it, and its policy lets nothing else in.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gdflow.domain.closing import Closed
from gdflow.domain.consolidated import BOGOTA
from gdflow.report.charts import Chart
from gdflow.report.informe import informe_parts, title_said
from gdflow.report.informe_blocks import Block, Part
from gdflow.report.informe_front import cover
from gdflow.report.templates import Templates, kept
from gdflow.report.web_markup import Drawn, written_page
from gdflow.spanish.dates import long_date

TEMPLATE = "informe.html"
SHARED = 90
"""The part of a table's width, in percent, that its columns with a share divide among themselves."""
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def write_page(closed: Closed, words: Templates | None = None) -> bytes:
    """The page. words: other texts than those that the closing kept. The same closing gives the same bytes."""
    its, said = closed.snapshot, words or kept(closed.snapshot.words)
    title, parts = title_said(closed, said), informe_parts(closed, said)
    front = cover(closed, title)
    blocks = list(_blocks(parts))
    colours = {colour: f"c{at}" for at, colour in enumerate(sorted(set(_colours(blocks))))}
    layouts = {each: f"w{at}" for at, each in enumerate(sorted({_layout(block) for block in blocks} - {""}))}
    return written_page(
        TEMPLATE,
        title=f"{title} · {front['plan']} · {front['period']}",
        cover=front,
        blocks=blocks,
        chapters=[block for block in blocks if block["kind"] == "heading" and block["level"] == 1],
        classes=colours,
        layouts=layouts,
        more="".join(_rules(colours, layouts)),
        closed_on=long_date(its.closed_at.astimezone(BOGOTA).date()),
        facts=closed.facts,
        document=its.document,
    )


def _blocks(parts: Sequence[Part]) -> Iterator[Mapping[str, Any]]:
    """The blocks with what a page needs beside: a place to lead to, a caption, the picture itself."""
    pictures = {name: chart for part in parts for name, chart in part.pictures}
    heading, number = "", 0
    for block in (block for part in parts for block in part.blocks):
        if block["kind"] == "heading":
            heading, number = str(block["text"]), number + 1
        yield {**block, "number": number, "caption": heading, **_drawn(block, pictures)}


def _drawn(block: Block, pictures: Mapping[str, Chart]) -> Mapping[str, object]:
    if block["kind"] != "picture":
        return {}
    chart = pictures[str(block["name"])]
    return {"svg": Drawn(chart.svg), "title": chart.title}


def _colours(blocks: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for block in blocks:
        for row in block.get("rows", ()):
            yield from (cell[1] for cell in row if not isinstance(cell, str) and COLOUR.fullmatch(cell[1]))


def _layout(block: Mapping[str, Any]) -> str:
    return " ".join(map(str, block.get("widths", ())))


def _rules(colours: Mapping[str, str], layouts: Mapping[str, str]) -> Iterator[str]:
    """The style of what only this page has: the colours of its lights, the widths of its tables."""
    yield from (f"\n.{name}{{color:{colour};font-weight:600}}" for colour, name in colours.items())
    for layout, name in layouts.items():
        shares = [float(share) for share in layout.split(" ")]
        for at, share in enumerate(shares, 1):
            if share:
                yield f"\n.{name} th:nth-child({at}){{width:{share / sum(shares) * SHARED:.1f}%}}"
            else:
                yield f"\n.{name} tbody :nth-child({at}){{white-space:nowrap}}"
