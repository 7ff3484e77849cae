"""The token of a form inside a file, found without reading the file.

Whose form a mail carries must be known before anybody decides whether its sender may send it. So nothing is parsed
here: the few texts that look like a token are taken from the parts in which it can stand, and the database knows which
of them is one. A file that was made to do harm is found out later, where it is read.
"""

import re

from gdflow.collect.package import Package
from gdflow.domain.errors import InputError

PLACES = ("docprops/custom.xml", "xl/sharedstrings.xml")
SHEETS = re.compile(r"xl/worksheets/[^/]+\.xml")
MOST_SHEETS = 6
MOST_TOKENS = 20
_TOKEN = re.compile(rb">\s*([a-z2-7]{26,64})\s*<")


def form_tokens(data: bytes) -> tuple[str, ...]:
    """What may be the form's token in a workbook, the likeliest first; nothing for any other file."""
    if not data.startswith(b"PK"):
        return ()
    try:
        package = Package(data)
        names = [name for name in PLACES if name in package]
        sheets = [name for name in package.names() if SHEETS.fullmatch(name)][:MOST_SHEETS]
        found = (token for name in (*names, *sheets) for token in _TOKEN.findall(package.read(name)))
        return tuple(dict.fromkeys(token.decode() for token in found))[:MOST_TOKENS]
    except InputError:
        return ()
