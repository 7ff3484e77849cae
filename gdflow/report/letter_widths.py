"""How wide a text is in the PDF's type at most, without setting it: enough to give a column of figures its width."""

from collections.abc import Mapping

# in parts of the type's size: what the letters take in Carlito, regular or bold, rounded up
KINDS: Mapping[str, float] = {
    " '\u00a0\u202f": 0.24,
    ",ijlí": 0.26,
    ".:;·IÍ": 0.28,
    "()-f": 0.32,
    "!¡J": 0.34,
    "°rt": 0.36,
    "sz": 0.4,
    "ª": 0.42,
    '"/ºLc': 0.44,
    "Fx": 0.46,
    "?¿SZgkvy": 0.48,
    "#*+=–ETÉaá": 0.5,
    "0123456789$Yeé": 0.52,
    "CPbdhnopquóúüñ«»": 0.54,
    "KX": 0.56,
    "BR": 0.58,
    "V": 0.6,
    "AÁ": 0.62,
    "DGH": 0.64,
    "NUÚÜÑ": 0.66,
    "OÓ": 0.68,
    "Q": 0.7,
    "&": 0.72,
    "%": 0.74,
    "w": 0.76,
    "m": 0.82,
    "M": 0.88,
    "W": 0.92,
}
OTHERS = 1.0
LETTERS = {letter: width for letters, width in KINDS.items() for letter in letters}


def wide(text: str) -> float:
    """At least the width of a text's longest line, in parts of its type's size."""
    return max(sum(LETTERS.get(letter, OTHERS) for letter in line) for line in text.split("\n"))
