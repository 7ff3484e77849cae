"""Counts and lists as people say them."""

from collections.abc import Sequence


def counted(count: int, one: str, many: str) -> str:
    """1 línea, 3 líneas"""
    return f"{count} {one if count == 1 else many}"


def listed(words: Sequence[str]) -> str:
    """a, b y c"""
    if len(words) < 2:
        return "".join(words)
    # before a word that begins like "i", "y" is "e"
    last = words[-1]
    joint = "e" if last[:1].lower() in "ií" or last[:2].lower() == "hi" else "y"
    return f"{', '.join(words[:-1])} {joint} {last}"
