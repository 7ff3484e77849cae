"""The entities for which this installation works beside its own: taken in, changed and left, each on the record."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from gdflow.domain.entities import KnownEntity
from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.rules import Rules
from gdflow.settings import Settings
from gdflow.settings.own import code_in, hosts_of, settings_of_entity
from gdflow.settings.web import host_of
from gdflow.storage import entities, events
from gdflow.storage.engine import Session

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


def listed(session: Session) -> tuple[KnownEntity, ...]:
    """Every entity of the database, by code."""
    return entities.entities_of_all(session)


def find(session: Session, code: str) -> KnownEntity:
    """The entity of a code. Raises NotFoundError("unknown_entity")."""
    found = next((each for each in listed(session) if each.code == code), None)
    if found is None:
        raise NotFoundError("unknown_entity", found=code)
    return found


def add(
    session: Session,
    settings: Settings,
    rules: Rules,
    *,
    code: str,
    name: str,
    nit: str | None,
    by: str,
    now: datetime,
) -> KnownEntity:
    """Take an entity in for which this installation works from now on.

    Raises InputError: bad_entity_code, blank_name, blank_author; ConflictError: known_entity, entity_host_taken.
    """
    called = " ".join(name.split())
    if not code or code.startswith("-") or not LETTERS.issuperset(code):
        raise InputError("bad_entity_code", found=code)
    if not called:
        raise InputError("blank_name")
    if any(each.code == code for each in listed(session)):
        raise ConflictError("known_entity", found=code)
    number = entities.add_hosted(session, code, called, nit, {})
    made = KnownEntity(number, code, called, nit, {}, hosted=True)
    _refuse_taken(session, settings, rules, made)
    _note(session, made, "entity_added", {"name": called, "nit": nit}, by, now)
    return made


def change(
    session: Session,
    settings: Settings,
    rules: Rules,
    code: str,
    said: Mapping[str, Any],
    *,
    hosted: bool | None = None,
    by: str,
    now: datetime,
) -> KnownEntity:
    """Set what an entity sets otherwise than the installation, by full names ("reporting.closes_days"); None: no more.

    hosted: whether this installation works for it; None: as before.
    Raises NotFoundError("unknown_entity"), InputError("blank_author"), ConfigError for a setting that cannot be used,
    and ConflictError: own_entity for the installation's own, whose settings stand in config/, and entity_host_taken.
    """
    known = find(session, code)
    if known.id == rules.entity_id:
        raise ConflictError("own_entity", found=code)
    tree: dict[str, Any] = dict(known.settings)
    for name, value in said.items():
        tree = _with(tree, name.split("."), value)
    kept = replace(known, settings=tree, hosted=known.hosted if hosted is None else hosted)
    settings_of_entity(settings, kept)
    _refuse_taken(session, settings, rules, kept)
    entities.keep_hosted(session, kept)
    _note(session, kept, "entity_changed", {"settings": dict(said), "hosted": kept.hosted}, by, now)
    return kept


def _refuse_taken(session: Session, settings: Settings, rules: Rules, entity: KnownEntity) -> None:
    """Raise ConflictError("entity_host_taken") where another's pages are already."""
    for host in hosts_of(settings, entity):
        named = entities.entities_named(session, code_in(settings, host), host)
        others = [each.name for each in named if each.id != entity.id and host in hosts_of(settings, each)]
        if rules.public_url is not None and host == host_of(rules.public_url):
            others = [rules.entity]
        if others:
            raise ConflictError("entity_host_taken", found=host, other=others[0])


def _with(tree: Mapping[str, Any], path: list[str], value: object) -> dict[str, Any]:
    """A tree with a value at a path; without it, and without the tables that it leaves empty, where it is None."""
    name, *rest = path
    below = tree.get(name)
    new = _with(below if isinstance(below, Mapping) else {}, rest, value) if rest else value
    return {key: held for key, held in {**tree, name: new}.items() if held is not None and held != {}}


def _note(
    session: Session, entity: KnownEntity, kind: str, facts: Mapping[str, object], by: str, now: datetime
) -> None:
    if not by.strip():
        raise InputError("blank_author")
    events.append(session, entity.id, kind, f"entity:{entity.id}", facts, at=now, actor=by.strip())
