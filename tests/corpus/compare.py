"""Compares what was read with the truth of a case and says every difference in a readable line.

Only the keys that the truth gives are compared; the rows of the lines are compared exactly. Decimals are compared as
numbers, texts after collapsing white space. In a truth, a list of texts for a single value means any of them;
`path_has` asks that some text of the path hold each one given; `results_subset` asks for those periods only;
`optional_rows` are rows that may or may not be lines; a row None asks only for the order.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

Json = dict[str, Any]
PERIODIC = frozenset({"results", "programmed", "numerator", "denominator"})


def compare(expected: Json, actual: Json) -> list[str]:
    """Every difference between the truth of a case and the public JSON read from its document."""
    found = _plans(expected["plans"], actual["plans"])
    found += [
        f"falta la advertencia {_spot(spot)}" for spot in expected["issues"] if not _present(spot, actual["issues"])
    ]
    found += [
        f"sobra la advertencia {_spot(spot)}" for spot in expected["absent_issues"] if _present(spot, actual["issues"])
    ]
    return found


# ---------------------------------------------------------------- plans


def _plans(expected: Sequence[Json], actual: Sequence[Json]) -> list[str]:
    known = {plan["sheet"] for plan in expected if "sheet" in plan}
    strangers = [plan for plan in actual if known and plan["sheet"] not in known and plan["lines"]]
    found = [
        f"hoja {plan['sheet']!r}: se leyó un plan donde no lo hay, filas {_rows(plan['lines'])}" for plan in strangers
    ]
    for plan in expected:
        mine = [read for read in actual if "sheet" not in plan or read["sheet"] == plan["sheet"]]
        found += [f"{plan.get('sheet', 'documento')}: {text}" for text in _plan(plan, mine)]
    return found


def _plan(expected: Json, actual: Sequence[Json]) -> list[str]:
    if not actual:
        return ["no se encontró ningún plan"]
    found = [
        f"{key}: se esperaba {expected[key]!r}, se leyó {[plan[key] for plan in actual]!r}"
        for key in ("kind", "period_kind")
        if key in expected and any(plan[key] != expected[key] for plan in actual)
    ]
    if "teams" in expected and not any(plan["teams"] == expected["teams"] for plan in actual):
        found.append(f"teams: se esperaba {expected['teams']!r}, se leyó {[plan['teams'] for plan in actual]!r}")
    lines = [line for plan in actual for line in plan["lines"]]
    return found + _lines(expected["lines"], lines, set(expected.get("optional_rows", ())))


def _lines(expected: Sequence[Json], actual: Sequence[Json], optional: set[int]) -> list[str]:
    if any(line["row"] is None for line in expected):
        return _lines_in_order(expected, actual)
    wanted, read = {line["row"]: line for line in expected}, {line["row"]: line for line in actual}
    found = [f"fila {row}: falta la línea" for row in wanted if row not in read and row not in optional]
    found += [f"fila {row}: no es una línea ({_label(read[row])})" for row in read if row not in wanted]
    if len(read) != len(actual):
        found.append(f"filas repetidas: {_rows(actual)}")
    for row in sorted(wanted.keys() & read.keys()):
        found += [f"fila {row}: {text}" for text in _line(wanted[row], read[row])]
    return found


def _lines_in_order(expected: Sequence[Json], actual: Sequence[Json]) -> list[str]:
    if len(expected) != len(actual):
        return [f"se esperaban {len(expected)} líneas, se leyeron {len(actual)}: {_rows(actual)}"]
    pairs = enumerate(zip(expected, actual, strict=True), start=1)
    return [f"línea {place}: {text}" for place, (want, read) in pairs for text in _line(want, read)]


# ---------------------------------------------------------------- lines


def _line(expected: Json, actual: Json) -> list[str]:
    found = []
    for key, want in expected.items():
        if key in ("row", "extra", "results_subset"):
            continue
        if not _same(key, want, actual[key]):
            found.append(f"{key}: se esperaba {want!r}, se leyó {actual[key]!r}")
    if "results_subset" in expected:
        found += _subset(expected["results_subset"], actual["results"])
    return found + _extra(expected.get("extra", {}), actual["extra"])


def _subset(want: Mapping[str, str], read: Mapping[str, str]) -> list[str]:
    missing = {period: value for period, value in want.items() if _value(read.get(period)) != _value(value)}
    return [f"results: se esperaba {missing!r}, se leyó {dict(read)!r}"] if missing else []


def _extra(expected: Json, actual: Json) -> list[str]:
    found = []
    for key, want in expected.items():
        if key == "path_has":
            path = [_text(part) for part in actual["path"]]
            found += [
                f"path: falta {text!r} en {actual['path']!r}"
                for text in want
                if not any(_text(text) in part for part in path)
            ]
        elif not _same(key, want, actual[key]):
            found.append(f"extra.{key}: se esperaba {want!r}, se leyó {actual[key]!r}")
    return found


def _same(key: str, want: Any, read: Any) -> bool:
    if key in PERIODIC:
        return _periods(want, key) == _periods(read, key)
    if key == "teams":
        return want is None or [_text(name) for name in want] == [_text(name) for name in read]
    if isinstance(want, list):
        return any(_value(one) == _value(read) for one in want)
    return bool(_value(want) == _value(read))


def _periods(values: Mapping[str, str], key: str) -> dict[str, Any]:
    """A result of zero is a result; elsewhere a zero and nothing are taken for the same."""
    read = {period: _value(value) for period, value in values.items()}
    return read if key == "results" else {period: value for period, value in read.items() if value != 0}


def _value(value: Any) -> Any:
    if value is None:
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return _text(str(value))


def _text(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


# ---------------------------------------------------------------- issues and labels


def _present(spot: Json, issues: Sequence[Json]) -> bool:
    return any(
        read["code"] == spot["code"]
        and ("rows" not in spot or read["row"] in spot["rows"])
        and ("cell" not in spot or read["cell"] == spot["cell"])
        for read in issues
    )


def _spot(spot: Json) -> str:
    rows = f" en fila {'/'.join(map(str, spot['rows']))}" if "rows" in spot else ""
    return f"{spot['code']}{rows}" + (f" ({spot['cell']})" if "cell" in spot else "")


def _rows(lines: Sequence[Json]) -> str:
    return ", ".join(str(line["row"]) for line in lines) or "ninguna"


def _label(line: Json) -> str:
    return str(line["activity"] or line["indicator"] or line["deliverable"] or line["number"])[:60]
