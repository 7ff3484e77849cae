"""Write every document of the corpus with its truth: `python -m tests.corpus OUTDIR`."""

import json
import sys
from pathlib import Path

from tests.corpus.builders import CASES, Truth
from tests.corpus.catalogue import load


def write_all(folder: Path) -> list[Truth]:
    """Write all documents and truth.json into the folder; the truths in the order of the cases."""
    load()
    folder.mkdir(parents=True, exist_ok=True)
    truths = [{"case": name, **build(folder)} for name, build in CASES.items()]
    text = json.dumps(truths, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / "truth.json").write_text(text + "\n", encoding="utf-8")
    return truths


def main(arguments: list[str]) -> int:
    """0 when written, 2 when called without exactly one folder."""
    if len(arguments) != 1:
        sys.stderr.write("uso: python -m tests.corpus CARPETA\n")
        return 2
    truths = write_all(Path(arguments[0]))
    sys.stdout.write(f"{len(truths)} documentos en {arguments[0]}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
