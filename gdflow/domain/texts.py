"""When two texts that people typed are the same one."""

import unicodedata
from functools import lru_cache


# The same few hundred names of teams and headings are asked for again with every plan.
@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The text without accents, case and idle blanks: what is equal folded is one name to people."""
    plain = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(bare.casefold().split())
