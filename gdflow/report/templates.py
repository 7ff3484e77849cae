"""The words of the reports that an entity may say in its own way: plain texts with names to fill in, and no code.

Each text has a file in the package (words/) and may have one of the same name in config/templates/, which then counts.
A name stands in double braces, as in `{{ entity }}`; all that is not one of the known names is refused with its place.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from gdflow.domain.errors import ConfigError
from gdflow.report.template_names import NAMES

WORDS = Path(__file__).parent / "words"
WORD_FILE = "informe.docx"
"""The entity's own document for Word, beside its texts."""
TEXTS: Mapping[str, str] = {
    "informe_title": "Título del informe de seguimiento, en la portada y en cada página",
    "informe_introduction": "Lo que antecede al resumen del informe",
    "informe_method": "Cómo se calculan las cifras, al final del informe",
    "informe_signature": "Quién firma el informe: un bloque por firma, separado por una línea en blanco",
    "acta_title": "Título del acta de cierre",
    "acta_opening": "Lo que el acta dice primero: quién cerró, cuándo y qué quiere decir",
    "acta_method": "Cómo se calcula el avance, bajo su tabla en el acta",
    "acta_check": "Cómo se comprueba después, sobre las huellas del acta",
    "acta_signature": "Quién firma el acta: un bloque por firma, separado por una línea en blanco",
}
"""The texts by the name of their file, without its ending, and what each is for."""
NAME = re.compile(r"\{\{[ ]*([^{}]*?)[ ]*\}\}")
BRACES = re.compile(r"[{}]")
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Templates:
    """Texts by name. Those that a closing used are kept with it, so that its reports never change their words."""

    texts: Mapping[str, str]

    def said(self, text: str, names: Mapping[str, str]) -> tuple[str, ...]:
        """The paragraphs of a text, its names filled in; what stands for a name is never read as a name itself."""
        filled = NAME.sub(lambda found: names[found.group(1)], self.texts[text])
        return tuple(part.strip() for part in re.split(r"\n\s*\n", filled) if part.strip())


def load_templates(folder: Path | None) -> Templates:
    """The texts of the package, and in their place those of a folder; None or no folder: only the package's.

    Raises ConfigError("template_unknown_name", "template_braces", "template_unknown_file", "template_unreadable",
    "template_empty") with file and line.
    """
    own = sorted(folder.glob("*.txt")) if folder is not None and folder.is_dir() else []
    return Templates({**shipped().texts, **{_known(path): _read(path) for path in own}})


def kept(words: Mapping[str, str]) -> Templates:
    """The texts that a closing kept; those of the package for what it kept none of."""
    return Templates({**shipped().texts, **words})


@cache
def shipped() -> Templates:
    """The texts of the package."""
    return Templates({text: _read(WORDS / f"{text}.txt") for text in TEXTS})


def _known(path: Path) -> str:
    if path.stem not in TEXTS:
        raise ConfigError("template_unknown_file", place=str(path), choices=", ".join(f"{text}.txt" for text in TEXTS))
    return path.stem


def _read(path: Path) -> str:
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError("template_unreadable", place=str(path)) from error
    if not text.strip() or len(text) > LONGEST:
        raise ConfigError("template_empty", place=str(path), limit=LONGEST)
    check_text(text, str(path))
    return text


def check_text(text: str, file: str) -> None:
    """Raise ConfigError, with file and line, for a text that holds anything but words and known names."""
    for number, line in enumerate(text.split("\n"), 1):
        _check(line, f"{file}:{number}")


def _check(line: str, place: str) -> None:
    for found in NAME.finditer(line):
        if (name := found.group(1)) not in NAMES:
            likely = get_close_matches(name, NAMES, n=1)
            hint = f"¿Quiso decir «{likely[0]}»? " if likely else ""
            raise ConfigError("template_unknown_name", place=place, found=name, hint=hint, choices=", ".join(NAMES))
    if BRACES.search(NAME.sub("", line)):
        raise ConfigError("template_braces", place=place, choices=", ".join(NAMES))
