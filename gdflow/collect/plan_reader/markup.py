"""Texts as people read them: tags that a web form left behind are taken out, blanks made single."""

import re
from functools import lru_cache

TAG = re.compile(r"</?(?:p|br|ul|li|ol|b|strong|em|i|u|span|div)(?:\s[^>]*)?/?>", re.IGNORECASE)
BLANKS = re.compile(r"[ \t\u00a0\u2007\u202f]+")
# marks without width that copying from a page or a PDF leaves behind
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
LINES = re.compile(r" ?\n\s*")


@lru_cache(maxsize=16384)
def clean(text: str) -> str:
    """The text without tags; line ends stay, as they may part entries of a list."""
    if "<" in text:
        text = TAG.sub("", text)
    text = visible(text)
    if "\u00a0" in text or "  " in text or "\t" in text or "\n" in text or "\r" in text:
        text = LINES.sub("\n", BLANKS.sub(" ", text.replace("\r", "")))
    return text.strip()


def visible(text: str) -> str:
    """The text without blanks around it and without marks that nobody sees."""
    return (text if text.isascii() else UNSEEN.sub("", text)).strip()
