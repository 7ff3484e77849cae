"""PDF documents by typst: accessible (PDF/UA-1) and fit for the archive (PDF/A-2a), in the house's own look.

typst refuses a document that is not accessible: a picture without an alternative text, a skipped level of headings.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import typst

from gdflow.report.pdf_pack import packed
from gdflow.report.pdf_text import FONTS, texts_for_pdf

LOOK = "look.typ"
NO_IMAGES: Mapping[str, bytes] = MappingProxyType({})


def compile_pdf(source: str, data: Mapping[str, object], images: Mapping[str, bytes] = NO_IMAGES) -> bytes:
    """The document that a typst source makes of data; the same arguments give the same bytes everywhere.

    data: texts, numbers, booleans, lists and mappings. Its texts stay texts, whatever is written in them. It holds at
    least `title` and `made_at`, the aware moment that the document bears; see look.typ for what else is looked at.
    images: files by the name under which the source shows them, SVG, PNG or JPEG.
    The source begins with `#import "look.typ": *` and `#show: dressed`, and finds the data as `data`.
    """
    made_at = data["made_at"]
    if not isinstance(made_at, datetime):
        raise TypeError("made_at is the moment that the document bears")
    files: Any = {"main.typ": source.encode(), LOOK: _look(), **images}
    made = typst.compile(
        files,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(texts_for_pdf(data), ensure_ascii=False)},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=int(made_at.timestamp()),
    )
    return packed(made)


@cache
def _look() -> bytes:
    return Path(__file__).with_name(LOOK).read_bytes()


@cache
def _fonts() -> typst.Fonts:
    # The fonts of the machine and of the compiler are left out: they differ from one to the next.
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
