"""Counts and lists as people say them."""

import re
from collections.abc import Sequence

SOUNDS_LIKE_Y = re.compile(r"h?[ií](?![aeou])", re.IGNORECASE)  # before such a word, "y" is "e"; not before «hierro»


def counted(count: int, one: str, many: str) -> str:
    """1 línea, 3 líneas"""
    return f"{count} {one if count == 1 else many}"


def listed(words: Sequence[str]) -> str:
    """a, b y c"""
    if len(words) < 2:
        return "".join(words)
    joint = "e" if SOUNDS_LIKE_Y.match(words[-1]) else "y"
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"
