"""What was compiled of a template: kept beside it, used as long as nothing of it has changed, and never missed."""

import os
import sys
from pathlib import Path
from typing import Any, NoReturn

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader

from gdflow.channels.compiled import CompiledTemplates
from gdflow.channels.render import _FILTERS, _templates

NAME, OTHER = "mail.txt", "Otra cosa"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one template, in a Python that keeps its compiled modules beside them."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    (tmp_path / NAME).write_text("Buen día, {{ name }}:")
    return tmp_path


class Reader(Environment):
    """It takes what others compiled, or fails."""

    def compile(self, *_: object, **__: object) -> NoReturn:
        raise AssertionError


def environment(folder: Path, kind: type[Environment] = Environment, **ways: Any) -> Environment:
    return kind(loader=FileSystemLoader(folder), bytecode_cache=CompiledTemplates(), **ways)


def said(folder: Path, kind: type[Environment] = Environment, **ways: Any) -> str:
    """The template as a new process renders it."""
    return environment(folder, kind, **ways).get_template(NAME).render(name="<Ana>")


def kept(folder: Path) -> Path:
    (found,) = (folder / "__pycache__").iterdir()
    return found


def test_a_second_process_takes_what_the_first_compiled(folder: Path) -> None:
    assert said(folder) == said(folder, Reader) == "Buen día, <Ana>:"


def test_a_template_that_has_changed_is_compiled_anew(folder: Path) -> None:
    said(folder)
    stat = (folder / NAME).stat()
    (folder / NAME).write_text("Buen día: {{ name }}!")
    os.utime(folder / NAME, ns=(stat.st_atime_ns, stat.st_mtime_ns))  # neither its time nor its size tells
    assert said(folder) == "Buen día: <Ana>!"


@pytest.mark.parametrize("ways", [{"autoescape": True}, {"finalize": str.upper}, {"trim_blocks": True}])
def test_what_was_compiled_in_another_way_is_not_taken(folder: Path, ways: dict[str, Any]) -> None:
    (folder / NAME).write_text("{% if name %}\n{{ name }}{% endif %}")
    plain, there = said(folder), said(folder, **ways)
    alone = Environment(loader=FileSystemLoader(folder), **ways).get_template(NAME).render(name="<Ana>")
    assert there == alone != plain


@pytest.mark.parametrize("damage", [b"", b"not its mark", None])
def test_a_damaged_file_is_compiled_anew(folder: Path, damage: bytes | None) -> None:
    first = said(folder)
    whole = kept(folder).read_bytes()
    kept(folder).write_bytes(whole[:-40] if damage is None else damage)
    assert said(folder) == first
    assert kept(folder).read_bytes() == whole


def test_a_template_from_elsewhere_is_not_taken(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / NAME).write_text(OTHER)
    said(elsewhere)
    said(folder)
    kept(folder).write_bytes(kept(elsewhere).read_bytes())
    assert said(folder) == "Buen día, <Ana>:"


def test_where_nothing_may_be_written_each_process_compiles_for_itself(folder: Path) -> None:
    (folder / "__pycache__").write_text("no folder")
    assert said(folder) == said(folder) == "Buen día, <Ana>:"
    assert sorted(each.name for each in folder.iterdir()) == ["__pycache__", NAME]


def test_compiled_templates_lie_where_this_python_keeps_its_modules(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path_factory.mktemp("modules")))
    assert said(folder) == said(folder, Reader) == "Buen día, <Ana>:"
    assert [each.name for each in folder.iterdir()] == [NAME]


def test_a_template_that_lies_in_no_file_is_rendered_all_the_same() -> None:
    made = Environment(loader=DictLoader({NAME: "Buen día, {{ name }}:"}), bytecode_cache=CompiledTemplates())
    assert made.get_template(NAME).render(name="<Ana>") == "Buen día, <Ana>:"


def test_a_python_that_keeps_no_compiled_modules_keeps_no_templates(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert said(folder) == "Buen día, <Ana>:"
    assert [each.name for each in folder.iterdir()] == [NAME]


def test_what_is_compiled_of_our_templates_depends_on_their_text_alone() -> None:
    """A filter of a constant would be worked out when it is compiled, and outlive a change of the filter."""
    ours, others = _templates(), _templates().overlay(finalize=lambda _: OTHER)
    others.filters = ours.filters | dict.fromkeys(_FILTERS, lambda *_: OTHER)
    names = [name for name in ours.list_templates() if "__pycache__" not in name]
    assert {"digest.mjml", "lines.txt"} < set(names)
    for name in names:
        source, _, _ = ours.loader.get_source(ours, name)  # type: ignore[union-attr]  # it has one
        assert ours.compile(source, name, raw=True) == others.compile(source, name, raw=True), name
