"""Turns what pydantic refuses into our errors: a code of ours, the place, what was found and what was expected."""

from difflib import get_close_matches
from typing import Any

from pydantic_core import ErrorDetails

from gdflow.domain.errors import ConfigError
from gdflow.settings.catalogue import dotted, names_at, variable
from gdflow.settings.sources import Sources

OURS = "setting_"
# pydantic's kinds of error by their first words -> our code; the first that fits counts.
CODES = {
    "missing": "setting_missing",
    "int_": "setting_not_integer",
    "bool_": "setting_not_boolean",
    "date_": "setting_not_date",
    "time_": "setting_not_time",
    "decimal_": "setting_not_number",
    "is_instance": "setting_not_number",
    "literal_error": "setting_not_one_of",
    "string_too_short": "setting_empty",
    "string_pattern": "setting_bad_form",
    "string_": "setting_not_text",
    "tuple_type": "setting_not_list",
    "too_short": "setting_empty",
    "model_": "setting_not_table",
    "greater_than": "setting_too_small",
    "less_than": "setting_too_big",
}


def config_error(error: ErrorDetails, sources: Sources) -> ConfigError:
    """The error for one thing that pydantic refused."""
    path = error["loc"]
    facts = {"place": sources.nearest(path), "setting": dotted(path), "found": sources.said(path)}
    if path in sources.variables:
        facts["setting"] = variable(path)
    if error["type"] == "extra_forbidden":
        return _unknown(path, facts)
    return ConfigError(_code(error["type"]), **facts, **_expected(error.get("ctx", {})))


def _code(kind: str) -> str:
    if kind.startswith(OURS):
        return kind
    return next((code for start, code in CODES.items() if kind.startswith(start)), "setting_wrong")


def _expected(context: dict[str, Any]) -> dict[str, object]:
    """pydantic's facts in our words: the choices of a literal, the limit of a number, those of our validators."""
    facts: dict[str, object] = {name: value for name, value in context.items() if name not in ("expected", "error")}
    if "expected" in context:
        facts["choices"] = str(context["expected"]).replace("'", "").replace(" or ", " o ")
    limits = [context[name] for name in ("ge", "gt", "le", "lt") if name in context]
    return facts | ({"limit": limits[0]} if limits else {})


def _unknown(path: tuple[int | str, ...], facts: dict[str, str]) -> ConfigError:
    choices = names_at(path[:-1])
    likely = get_close_matches(str(path[-1]), choices, n=1)
    if likely:
        return ConfigError("setting_misspelt", **facts, suggestion=likely[0])
    return ConfigError("setting_unknown", **facts, choices=", ".join(choices))
