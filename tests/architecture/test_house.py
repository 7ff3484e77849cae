"""Rules of the house that no linter knows."""

import ast
import subprocess
import sys
from collections.abc import Iterator

from tests.architecture.source import ROOT, Module, modules

CLOCKS = {
    *(f"{owner}.{name}" for owner in ("datetime", "datetime.datetime") for name in ("now", "today", "utcnow")),
    *(f"{owner}.today" for owner in ("date", "datetime.date")),
    *(f"time.{name}" for name in ("time", "time_ns", "localtime", "gmtime", "ctime", "strftime")),
    *(f"pendulum.{name}" for name in ("now", "today")),
    *(f"func.{name}" for name in ("now", "current_timestamp", "current_date")),
}
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "tools", "base_service"}
LONGEST_MODULE, LONGEST_FLOW = 300, 30


def test_only_the_clock_reads_the_clock() -> None:
    elsewhere = (module for module in modules() if module.path != "gdflow/clock.py")
    assert [f"{m.path}:{line} {name}" for m in elsewhere for name, line in m.calls() if name in CLOCKS] == []


def test_the_database_is_not_asked_for_the_time() -> None:
    assert [m.path for m in modules() if "CURRENT_TIMESTAMP" in m.text or "datetime('now')" in m.text] == []


def test_nobody_but_the_engine_commits() -> None:
    others = (
        module for module in modules() if not module.within("gdflow/storage/engine.py", "gdflow/storage/migrations")
    )
    assert [f"{m.path}:{line}" for m in others for name, line in m.calls() if name.endswith(".commit")] == []


def test_the_domain_knows_the_standard_library_alone() -> None:
    foreign = [
        f"{module.path}:{line} {name}"
        for module in modules("gdflow/domain")
        for name, line in module.imported()
        if name.partition(".")[0] not in sys.stdlib_module_names and not name.startswith("gdflow.domain")
    ]
    assert foreign == []


def test_the_domain_makes_no_floats_of_figures() -> None:
    assert [f"{m.path}:{line}" for m in modules("gdflow/domain") for name, line in m.calls() if name == "float"] == []


def test_no_module_is_a_drawer() -> None:
    assert [m.path for m in modules() if DRAWERS & {part.removesuffix(".py") for part in m.path.split("/")}] == []


def test_no_module_is_longer_than_a_person_reads() -> None:
    texts = {module.path: module.text for module in modules()} | {"run.py": (ROOT / "run.py").read_text("utf-8")}
    lengths = {path: len(text.splitlines()) for path, text in texts.items()}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def test_every_flow_fits_in_one_look() -> None:
    flows = [(m, node) for m in modules("flows") for node in ast.walk(m.tree) if isinstance(node, ast.AsyncFunctionDef)]
    assert [f"{m.path}:{node.name}" for m, node in flows if _lines(node) >= LONGEST_FLOW] == []


def test_everything_public_says_its_contract() -> None:
    missing = [f"{m.path}:{name}" for m in modules() for name, node in _public(m) if ast.get_docstring(node) is None]
    assert missing == []


def test_tables_see_their_own_annotations() -> None:
    # SQLModel reads them when the class is made; the future import turns them into texts it can not read.
    tables = modules("gdflow/storage")
    assert [m.path for m in tables if "tables" in m.path and "__future__" in dict(m.imported())] == []


def test_the_house_is_imported_without_prefect() -> None:
    names = [m.path.removesuffix(".py").replace("/", ".").removesuffix(".__init__") for m in modules("gdflow")]
    importable = [name for name in names if ".migrations." not in name and not name.endswith("__main__")]
    program = f"import sys, {', '.join(importable)}; sys.exit('prefect' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def _lines(node: ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _public(module: Module) -> Iterator[tuple[str, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]]:
    """The module itself, its public functions and classes, and the public methods of these.

    A method of a class with a base fulfils a contract that is told there.
    """
    yield "", module.tree
    for node in module.tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield node.name, node
            inner = node.body if isinstance(node, ast.ClassDef) and not node.bases else []
            methods = (each for each in inner if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef))
            yield from ((f"{node.name}.{each.name}", each) for each in methods if not each.name.startswith("_"))
