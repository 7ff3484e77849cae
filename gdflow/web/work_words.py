"""The filters of the pages on which people review, close and wait for long work; sentences come from gdflow.spanish."""

from collections.abc import Callable, Mapping
from typing import Any

from gdflow.spanish import work as words
from gdflow.spanish.closing import CHANGED_FIELDS
from gdflow.spanish.jobs import worth_telling
from gdflow.spanish.periods import of_period


def work_filters() -> Mapping[str, Callable[..., Any]]:
    """The filters by name."""
    return {
        "changed_field": CHANGED_FIELDS.__getitem__,
        "check_words": words.check_words,
        "missing_words": words.missing_words,
        "of_period": of_period,
        "reopening_words": words.reopening_words,
        "report_title": words.report_title,
        "review_due": words.review_due,
        "reviewed_words": words.reviewed_words,
        "spite_words": words.spite_words,
        "worth_telling": worth_telling,
    }
