"""One sentence for every error that a person may meet; the doors call `say` and nothing else."""

from collections.abc import Mapping

from gdflow.domain.errors import GdflowError
from gdflow.spanish import (
    accounts,
    amendments,
    answers,
    api,
    backup,
    chat,
    closing,
    commands,
    config,
    decisions,
    delivery,
    desk,
    entities,
    evidence,
    files,
    forms,
    imports,
    inbound,
    jobs,
    links,
    official,
    policy,
    publishing,
    reading,
    reviews,
    rules,
    storage,
    webhooks,
)
from gdflow.spanish.system import cause

_CATALOGUES: tuple[Mapping[str, str], ...] = (
    files.SENTENCES,
    reading.SENTENCES,
    forms.SENTENCES,
    imports.SENTENCES,
    answers.SENTENCES,
    official.SENTENCES,
    policy.SENTENCES,
    delivery.SENTENCES,
    chat.SENTENCES,
    config.SENTENCES,
    commands.SENTENCES,
    decisions.SENTENCES,
    amendments.SENTENCES,
    closing.SENTENCES,
    evidence.SENTENCES,
    reviews.SENTENCES,
    rules.SENTENCES,
    inbound.SENTENCES,
    jobs.SENTENCES,
    links.SENTENCES,
    publishing.SENTENCES,
    accounts.SENTENCES,
    desk.SENTENCES,
    entities.SENTENCES,
    storage.SENTENCES,
    backup.SENTENCES,
    webhooks.SENTENCES,
    api.SENTENCES,
)


class _Facts(dict[str, object]):
    """Facts of an error; one that was not given is shown as a dash."""

    def __missing__(self, key: str) -> str:
        return "—"


def say(error: GdflowError) -> str:
    """The Spanish sentence of an error: what was found, where, and what was expected or to do next."""
    for catalogue in _CATALOGUES:
        if error.code in catalogue:
            return catalogue[error.code].format_map(_Facts({name: cause(value) for name, value in error.facts.items()}))
    facts = ", ".join(f"{name}: {value}" for name, value in error.facts.items())
    return f"No se pudo continuar ({error.code}{'; ' + facts if facts else ''})."
