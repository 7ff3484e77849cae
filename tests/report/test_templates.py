"""The words that an entity may say in its own way: names to fill in, and nothing else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.domain.errors import ConfigError
from gdflow.report.template_names import NAMES, names_of
from gdflow.report.templates import TEXTS, WORDS, Templates, check_text, kept, load_templates, shipped
from gdflow.spanish.messages import say
from tests.support.closed import closed
from tests.support.refresh import TEMPLATES, templates_reference


def own(folder: Path, text: str, name: str = "informe_title") -> Templates:
    (folder / f"{name}.txt").write_text(text, "utf-8")
    return load_templates(folder)


def test_every_text_has_its_file_in_the_package() -> None:
    assert {path.stem for path in WORDS.iterdir()} == set(TEXTS)
    assert set(shipped().texts) == set(TEXTS)


def test_without_a_folder_the_texts_of_the_package_count(tmp_path: Path) -> None:
    assert load_templates(None) == load_templates(tmp_path) == load_templates(tmp_path / "none") == shipped()


def test_a_text_of_the_entity_counts_in_its_place(tmp_path: Path) -> None:
    words = own(tmp_path, "\ufeffSeguimiento {{ plan_code }}\r\n")
    assert words.said("informe_title", names_of(closed())) == ("Seguimiento gobierno-digital",)
    assert words.texts["informe_method"] == shipped().texts["informe_method"]


def test_a_blank_line_ends_a_paragraph() -> None:
    assert Templates({"x": "uno\ndos\n \n\n{{period}}\n"}).said("x", {"period": "T1"}) == ("uno\ndos", "T1")


def test_every_name_has_what_stands_for_it() -> None:
    assert set(names_of(closed("2023-Q2"))) == set(NAMES)
    filled = names_of(closed("2023-Q2"))
    assert (filled["owed"], filled["answered"], filled["missing"]) == ("8", "5", "3")
    assert filled["progress_by_lines"] == "50,6\u00a0%"


def test_the_shipped_texts_hold_known_names_alone_and_leave_no_braces() -> None:
    for text in TEXTS:
        assert not any("{" in part or "}" in part for part in shipped().said(text, names_of(closed())))


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("uno\n{{ plann }}", "template_unknown_name", "¿Quiso decir «plan»?"),
        ("uno\n{{ plan.title }}", "template_unknown_name", "plan.title"),
        ("uno\n{{ 7 * 7 }}", "template_unknown_name", "7 * 7"),
        ("uno\n{{ plan|upper }}", "template_unknown_name", "plan|upper"),
        ("uno\n{{}}", "template_unknown_name", "entity"),
        ("uno\n{{ plan", "template_braces", "entity"),
        ("uno\nplan }}", "template_braces", "entity"),
        ("uno\n{% if plan %}", "template_braces", "entity"),
        ("uno\n{ plan }", "template_braces", "entity"),
        ("uno\n{{ {{ plan }} }}", "template_braces", "entity"),
        ("uno\n{{{ plan }}}", "template_braces", "entity"),
    ],
)
def test_anything_else_is_refused_with_file_and_line(tmp_path: Path, text: str, code: str, told: str) -> None:
    with pytest.raises(ConfigError) as refused:
        own(tmp_path, text)
    assert refused.value.code == code
    assert "informe_title.txt:2: " in say(refused.value)
    assert told in say(refused.value)


@pytest.mark.parametrize(("content", "code"), [(b"", "template_empty"), (b"\xff\xfe\x00", "template_unreadable")])
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "informe_title.txt").write_bytes(content)
    with pytest.raises(ConfigError, match=code):
        load_templates(tmp_path)


def test_a_text_that_is_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="template_empty"):
        own(tmp_path, "x" * 20_001)


def test_a_text_that_nothing_uses_is_refused_with_those_that_exist(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as refused:
        own(tmp_path, "x", "informe_titulo")
    assert "informe_title.txt" in say(refused.value)


def test_other_files_of_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "LEAME.md").write_text("{{ x }}", "utf-8")
    assert load_templates(tmp_path) == shipped()


@given(st.text(alphabet="{}% plan_code\n", max_size=30))
def test_a_text_is_filled_or_refused_and_nothing_between(text: str) -> None:
    try:
        check_text(text, "x.txt")
    except ConfigError:
        return
    assert not any("{" in part or "}" in part for part in Templates({"x": text}).said("x", dict.fromkeys(NAMES, "y")))


def test_what_stands_for_a_name_is_no_name_itself() -> None:
    assert Templates({"x": "{{ plan }}"}).said("x", {"plan": "{{ entity }}"}) == ("{{ entity }}",)


def test_a_closing_keeps_its_words_and_takes_the_package_s_for_the_others() -> None:
    words = kept({"informe_title": "Otro"})
    assert words.texts["informe_title"] == "Otro"
    assert words.texts["informe_method"] == shipped().texts["informe_method"]


def test_the_list_of_names_in_the_documentation_is_the_code_s() -> None:
    assert templates_reference() in TEMPLATES.read_text("utf-8")
