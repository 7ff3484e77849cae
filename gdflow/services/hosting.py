"""Working for a hosted entity: its own rules and folder, and the installation's database, files and mail account."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from gdflow.domain.closing_rules import EntityFacts
from gdflow.domain.entities import KnownEntity
from gdflow.domain.outbox import EMAIL
from gdflow.domain.rules import Rules
from gdflow.services.collect_round import Places
from gdflow.services.lane import Transport
from gdflow.services.means import Means
from gdflow.settings import Settings
from gdflow.settings.own import settings_of_entity
from gdflow.settings.rules import rules_of

ENTITIES = "entities"
"""The folder under the installation's in which each hosted entity has one of its own, by its code."""


def means_for(means: Means, entity: KnownEntity) -> Means:
    """The means of work for a hosted entity. Raises ConfigError for a setting of its own that cannot be used.

    What comes by mail comes to the installation's own mailbox, which is read for its own entity; a hosted one is
    answered by its teams' pages and by what is left in its folder.
    """
    home = means.home / ENTITIES / entity.code
    return replace(
        means,
        rules=rules_for(means.settings, means.rules, entity, means.home),
        home=home,
        transports=partial(_mail_alone, means),
        post=lambda: None,
        places=lambda: Places(None, home / "inbox", None, home / "folder.json"),
        alive=lambda _at: None,
    )


def rules_for(settings: Settings, rules: Rules, entity: KnownEntity, home: Path) -> Rules:
    """A hosted entity's rules. rules: the installation's, which most entities follow in everything but their name."""
    if entity.settings:
        return replace(rules_of(settings_of_entity(settings, entity), entity.id, home), chats=())
    facts = EntityFacts(entity.code, entity.name, entity.nit, rules.closing.entity.office)
    closing = replace(rules.closing, entity=facts)
    return replace(rules, entity_id=entity.id, entity=entity.name, closing=closing, chats=())


def _mail_alone(means: Means) -> tuple[Transport, ...]:
    return tuple(each for each in means.transports() if each.channel == EMAIL)
