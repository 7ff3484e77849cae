"""Working for a hosted entity: its own rules and folder, and the installation's database, files and mail account."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from gdflow.domain.closing_rules import EntityFacts
from gdflow.domain.entities import KnownEntity
from gdflow.domain.errors import ConflictError, NotFoundError
from gdflow.domain.rules import Rules
from gdflow.domain.works import Schedule, Work
from gdflow.services.means import Means
from gdflow.services.places import Places
from gdflow.settings import Settings
from gdflow.settings.own import code_in, hosts_of, placed, settings_of_entity
from gdflow.settings.rules import rules_of
from gdflow.storage import entities
from gdflow.storage.engine import Session

ENTITIES = "entities"
"""The folder under the installation's in which each hosted entity has one of its own, by its code."""


def means_for(means: Means, entity: KnownEntity) -> Means:
    """The means of work for a hosted entity. Raises ConfigError for a setting of its own that cannot be used.

    What comes by mail comes to the installation's one mailbox; whoever reads that keeps each mail for the entity whose
    it is (`mail_owner`), and here its files are read with what lies in the entity's folder.
    """
    home, rules = folder_of(means.home, entity), rules_for(means.settings, means.rules, entity, means.home)
    return replace(
        means,
        rules=rules,
        home=home,
        transports=partial(means.transports_for, rules),
        post=lambda: None,
        places=lambda: Places(None, home / "inbox", None, home / "folder.json"),
        alive=lambda _at: None,
    )


def folder_of(home: Path, entity: KnownEntity) -> Path:
    """A hosted entity's own folder. home: the installation's."""
    return home / ENTITIES / entity.code


def attended(session: Session, code: str) -> KnownEntity:
    """The hosted entity of a code. Raises NotFoundError("unknown_entity"), ConflictError("entity_not_attended")."""
    found = entities.known_entity(session, code)
    if found is None:
        raise NotFoundError("unknown_entity", found=code)
    if not found.hosted:
        raise ConflictError("entity_not_attended", found=code)
    return found


def rules_for(settings: Settings, rules: Rules, entity: KnownEntity, home: Path) -> Rules:
    """A hosted entity's rules. rules: the installation's, which most entities follow in everything but their name."""
    if entity.settings:
        own = rules_of(settings_of_entity(settings, entity), entity.id, home)
        return replace(own, chats=(), schedule=_done_for_it(own.schedule))
    facts = EntityFacts(entity.code, entity.name, entity.nit, rules.closing.entity.office)
    return replace(
        rules,
        entity_id=entity.id,
        entity=entity.name,
        closing=replace(rules.closing, entity=facts),
        public_url=placed(settings, entity.code),
        chats=(),
        schedule=_done_for_it(rules.schedule),
    )


def entity_at(session: Session, settings: Settings, host: str, own_id: int) -> KnownEntity | None:
    """The hosted entity whose pages are asked for by a host, as `host_of` gives it; None: the installation's own are.

    own_id: of the installation's own entity. Raises NotFoundError("nobody_at_host") for a host that could be an
    entity's and is nobody's, or of one that is not attended here any more: nothing is shown under another's name.
    """
    code = code_in(settings, host)
    named = entities.entities_named(session, code, host)
    found = next((each for each in named if each.id != own_id and host in hosts_of(settings, each)), None)
    if found is not None and found.hosted:
        return found
    if found is not None or (code is not None and all(each.id != own_id for each in named)):
        raise NotFoundError("nobody_at_host", found=host)
    return None


def _done_for_it(schedule: Schedule) -> Schedule:
    """Works are watched by the installation for all together; a work that is not done for an entity is never late."""
    return {work: times for work, times in schedule.items() if work is not Work.WATCH}
