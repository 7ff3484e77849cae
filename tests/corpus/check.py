"""Judge the reader by the corpus: `python -m tests.corpus.check OUTDIR [--fuzz COUNT] [--only NAME]`."""

import argparse
import json
import sys
import traceback
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from tests.corpus.__main__ import write_all
from tests.corpus.builders import Truth
from tests.corpus.compare import compare
from tests.corpus.fuzz import write_random_plan
from tests.corpus.public import read_json


def judge(folder: Path, expected: Truth) -> list[str]:
    """The differences of one case; a crash of the reader is one difference."""
    try:
        actual = read_json(folder / expected["file"], date.fromisoformat(expected["as_of"]))
    except Exception:  # noqa: BLE001  a crash on any document is a finding of the corpus, to be listed with the others
        return ["la lectura falló: " + traceback.format_exc(limit=-4).strip()]
    differences = compare(expected, actual)
    if differences:
        text = json.dumps(actual, ensure_ascii=False, indent=1)
        (folder / f"{expected['file']}.actual.json").write_text(text, encoding="utf-8")
    return differences


def report(folder: Path, truths: Iterable[Truth]) -> Iterator[tuple[str, list[str]]]:
    """Name and differences of each case, one after another."""
    for expected in truths:
        yield expected["case"], judge(folder, expected)


def main(arguments: list[str]) -> int:
    """0 when every document is read as the truth says, 1 otherwise."""
    options = _options(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    truths = write_all(options.folder)
    truths += [write_random_plan(seed, options.folder) for seed in range(options.fuzz)]
    if options.only:
        truths = [expected for expected in truths if options.only in expected["case"]]
    failed = 0
    for name, differences in report(options.folder, truths):
        failed += bool(differences)
        _tell(name, differences)
    sys.stdout.write(f"\n{len(truths) - failed} de {len(truths)} documentos leídos como dice la verdad\n")
    return 1 if failed else 0


def _tell(name: str, differences: list[str]) -> None:
    sys.stdout.write(f"{'✖' if differences else '●'} {name}\n")
    sys.stdout.writelines(f"    {text}\n" for text in differences)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.corpus.check")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--fuzz", type=int, default=0)
    parser.add_argument("--only", default="")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
