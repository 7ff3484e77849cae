"""Brings every module of cases into the list of cases."""

from importlib import import_module

MODULES = (
    *("periods", "other_periods", "transparency", "improvement", "internal", "indicators", "words", "texts", "csv"),
    *("workbooks", "tables", "figures", "values", "dates", "headings"),
)
# the same sentences again, as other offices write
SECOND = (
    *("town", "health", "audit", "region", "school", "nation", "pages", "honesty", "traps", "habits", "shapes"),
    "corners",
)
# and once more, as offices write that were not asked before
THIRD: tuple[str, ...] = (
    "control",
    "control_prose",
    "control_open",
    "control_yearly",
    "control_stages",
    "territorial",
    "territorial_years",
    "territorial_offices",
    "territorial_more",
    "territorial_sheets",
    "territorial_money",
    "indicators",
    "indicators_health",
    "indicators_region",
    "indicators_more",
    "indicators_last",
    "faults",
    "faults_files",
    "control_follow",
    "prose_hands",
    "prose_nested",
    "prose_grids",
    "prose_pages",
    "prose_text",
    "prose_layout",
    "prose_traps",
    "prose_csv",
    "prose_exports",
    "prose_terms",
    "indicators_deep",
    "faults_more",
    "control_offices",
    "indicators_wide",
)
FOURTH: tuple[str, ...] = (
    "papers",
    "papers_layout",
    "papers_text",
    "towns",
    "towns_offices",
    "towns_weeks",
    "towns_more",
    "towns_last",
    "nation",
    "nation_courts",
    "nation_control",
    "nation_audit",
    "nation_wide",
    "nation_more",
    "nation_boards",
    "nation_pairs",
    "nation_years",
    "towns_follow",
    "towns_calendars",
)


def load() -> None:
    """Import all modules of cases, in a fixed order; each registers its own."""
    for name in MODULES:
        import_module(f"tests.corpus.cases_{name}")
    for name in SECOND:
        import_module(f"tests.corpus.second_{name}")
    for name in THIRD:
        import_module(f"tests.corpus.third_{name}")
    for name in FOURTH:
        import_module(f"tests.corpus.fourth_{name}")
