"""The addresses that people type into a cell, apart from what is only meant to be one."""

import re
from functools import lru_cache
from typing import NamedTuple

ADDRESS = re.compile(r"[^\s,;:<>()\[\]/|\"']+@[^\s,;:<>()\[\]/|\"']+\.[^\s,;:<>()\[\]/|\"']+")
MEANT = re.compile(r"@|[(\[]\s*(?:at|arroba)\s*[)\]]|\barroba\b", re.IGNORECASE)
# a chat's link may hold an "@", and nobody is written to there
LINK = re.compile(r"\bhttps?://\S+", re.IGNORECASE)
PARTING = re.compile(r"[,;|/\n]")
# "control interno@…": the name of a mailbox with a blank in it, of which the last word alone would be another's address
BLANK_INSIDE = re.compile(r"\s*(?:[a-z0-9áéíóúñ._-]+ +)+")
LABELS = frozenset(
    {"correo", "correos", "email", "e-mail", "mail", "electrónico", "electronico", "institucional", "y", "o", "e"}
)


class Addresses(NamedTuple):
    """What a cell holds: the addresses that can be taken, and the pieces that only a person can put right."""

    sound: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()


NONE = Addresses()


@lru_cache(maxsize=4096)
def addresses_in(text: str) -> Addresses:
    """The addresses of a cell, each in its piece of the list.

    Asked more than once of each cell, and the plans of an entity bring the same directory: what was read is kept.
    """
    if not MEANT.search(text):
        return NONE
    sound: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    for piece in PARTING.split(LINK.sub("", text)):
        found = ADDRESS.search(piece)
        if MEANT.search(piece) and (found is None or _has_a_blank(piece[: found.start()])):
            doubtful += (piece.strip(),)
        else:
            sound += tuple(address.rstrip(".") for address in ADDRESS.findall(piece))
    return Addresses(sound, doubtful)


def _has_a_blank(before: str) -> bool:
    words = before.split()
    labelled = not words or words[-1] in LABELS or words[-1].isdigit()  # "ext. 102 uno@…"
    return not labelled and BLANK_INSIDE.fullmatch(before) is not None
