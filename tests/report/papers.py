"""PDF documents as tests read them: their text, their tags and what they claim to be."""

import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from shutil import which
from typing import Any

import pikepdf
import pytest

from gdflow.report.pdf_text import JOINT


def text_of(data: bytes) -> str:
    """What a reader sees, on one line."""
    if which("pdftotext") is None:
        pytest.skip("there is no pdftotext on this machine")
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return " ".join(done.stdout.decode().replace(JOINT, "").replace("\u00ad\n", "").split())


@dataclass(frozen=True, slots=True)
class Tag:
    """An element of the tree by which a screen reader goes. scope: of a table's heading. alt: of a picture."""

    kind: str
    scope: str | None
    alt: str | None


def tags_of(data: bytes) -> tuple[Tag, ...]:
    """Every element of the document's structure, in reading order."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return tuple(_tags(pdf.Root.StructTreeRoot))


def kinds_of(data: bytes) -> Counter[str]:
    """How often each kind of element occurs."""
    return Counter(tag.kind for tag in tags_of(data))


def claims_of(data: bytes) -> dict[str, str]:
    """What the document says of itself: its standards, title, language."""
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_metadata() as told:
        claimed = {name: str(told[name]) for name in ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance", "dc:title")}
        return claimed | {"lang": str(pdf.Root.Lang), "marked": str(pdf.Root.MarkInfo.Marked)}


def leads_of(data: bytes) -> set[str]:
    """The ways by which the document leads elsewhere: "/Dest" to its own pages, or the kind of an action."""
    with pikepdf.open(BytesIO(data)) as pdf:
        assert not {"/OpenAction", "/AA", "/AcroForm"} & set(pdf.Root.keys())
        found = (each for page in pdf.pages for each in page.get("/Annots", []))
        return {"/Dest" if "/Dest" in each else str(each.A.S) for each in found}


def _tags(node: Any) -> Iterator[Tag]:
    if not isinstance(node, pikepdf.Dictionary):
        return
    if "/S" in node:
        yield Tag(str(node.S)[1:], _scope(node), str(node.Alt) if "/Alt" in node else None)
    children: Any = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        yield from _tags(child)


def _scope(node: Any) -> str | None:
    its = node.get("/A", [])
    each = its if isinstance(its, pikepdf.Array) else [its]
    return next((str(part.Scope)[1:] for part in each if "/Scope" in part), None)
