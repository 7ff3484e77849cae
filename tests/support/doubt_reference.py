"""The reference of what the reading of a plan tells, written from the reader's own codes, severities and sentences."""

import re

from gdflow.collect.plan_reader.issues import SEVERITIES
from gdflow.domain.plan import Severity
from gdflow.spanish.reading import SENTENCES

HEAD = """\
# Lo que se dice al leer un plan

Cada cambio y cada duda de una lectura es una fila de `issues` en `gdflow import --json` ([json.md](json.md)), con su
hoja, fila, celda, texto (`raw`) y propuesta. Se escribe desde el programa (`python -m tests.support.refresh`). Los
códigos no cambian de sentido; pueden aparecer otros nuevos. Unos pocos bajan o suben de gravedad según el caso.

| `code` | `severity` | lo que se lee |
|---|---|---|
"""
FACTS = {"place": "Lugar", "raw": "texto", "proposal": "propuesta"}
FACT = re.compile(r"\{(\w+)[^}]*\}")


def doubts_page() -> str:
    """The whole of docs/doubts.md, the gravest first and then as the reader lists them."""
    graver = list(reversed(Severity))
    ordered = sorted(SEVERITIES.items(), key=lambda item: graver.index(item[1]))
    return HEAD + "".join(f"| `{code}` | `{severity}` | {_said(SENTENCES[code])} |\n" for code, severity in ordered)


def _said(sentence: str) -> str:
    """A sentence with the names of what is put into it."""
    return FACT.sub(lambda found: f"‹{FACTS.get(found[1], '…')}›", sentence.replace("|", r"\|"))
