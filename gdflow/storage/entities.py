"""The public entities whose plans are kept here."""

from collections.abc import Mapping

from sqlalchemy import Text, bindparam, exists, func, or_, select, type_coerce, update
from sqlmodel import Session

from gdflow.domain.entities import KnownEntity
from gdflow.domain.events import GENESIS
from gdflow.storage.engine import execute, insert_one
from gdflow.storage.tables import entity, job, plan

AS_SHIPPED = "entidad"
"""The code that config/gdflow.toml gives before anybody has edited it."""


def ensure_entity(session: Session, code: str, name: str, nit: str | None = None) -> int:
    """The id of the entity with that code, made when it is not known; a known one keeps its name."""
    known = entity_by_code(session, code)
    if known is not None:
        return known
    return insert_one(session, entity, _row(code, name, nit, hosted=False))


def settle_entity(session: Session, code: str, name: str, nit: str | None = None) -> int:
    """The id of an installation's own entity, made when it is not known.

    The first account is given before config/ is edited: an entity that still bears the code as shipped and has no plan
    takes the new code, else that account would belong to nobody's entity.
    """
    if entity_by_code(session, code) is None:
        execute(session, RENAME, {"new_code": code, "new_name": name, "new_nit": nit})
    return ensure_entity(session, code, name, nit)


def entity_by_code(session: Session, code: str) -> int | None:
    """The id of the entity with that code, or None."""
    return execute(session, BY_CODE, {"of_code": code}).scalar()


def add_hosted(session: Session, code: str, name: str, nit: str | None, settings: Mapping[str, object]) -> int:
    """A new entity for which whoever works for the whole database works too; its code must be new."""
    return insert_one(session, entity, _row(code, name, nit, hosted=True) | {"settings": dict(settings)})


def keep_hosted(session: Session, known: KnownEntity) -> None:
    """Write down what an entity is called, what it sets otherwise, and whether others work for it."""
    change = {"name": known.name, "nit": known.nit, "settings": dict(known.settings), "hosted": known.hosted}
    execute(session, update(entity).where(entity.c.id == known.id).values(change))


def entities_of_all(session: Session) -> tuple[KnownEntity, ...]:
    """Every entity of the database, by code."""
    return tuple(KnownEntity(*row) for row in execute(session, KNOWN.order_by(entity.c.code)))


def known_entity(session: Session, code: str) -> KnownEntity | None:
    """The entity of a code with all that is known of it, or None."""
    row = execute(session, KNOWN.where(entity.c.code == bindparam("of_code")), {"of_code": code}).first()
    return None if row is None else KnownEntity(*row)


def hosted_among(session: Session, first: int, last: int) -> tuple[KnownEntity, ...]:
    """The hosted entities whose ids lie within bounds, both included, by id."""
    return tuple(KnownEntity(*row) for row in execute(session, HOSTED, {"first": first, "last": last}))


def entities_named(session: Session, code: str | None, host: str) -> tuple[KnownEntity, ...]:
    """The entity of a code, and those in whose settings a host is named, by id; whether it is their address is open."""
    its = {"of_code": code, "with_host": f"%//{host}%"}
    return tuple(KnownEntity(*row) for row in execute(session, NAMED, its))


def hosted_with_jobs(session: Session) -> tuple[KnownEntity, ...]:
    """The hosted entities for which somebody asked for long work that has not ended, by id."""
    return tuple(KnownEntity(*row) for row in execute(session, WITH_JOBS))


def _row(code: str, name: str, nit: str | None, *, hosted: bool) -> dict[str, object]:
    of_chain = {"events": 0, "head": GENESIS}
    return {"code": code, "name": name, "nit": nit, "settings": {}, "hosted": hosted} | of_chain


KNOWN = select(*(entity.c[name] for name in ("id", "code", "name", "nit", "settings", "hosted")))
_WITHIN = entity.c.hosted, entity.c.id.between(bindparam("first"), bindparam("last"))
HOSTED = KNOWN.where(*_WITHIN).order_by(entity.c.id)
_SAID = func.lower(type_coerce(entity.c.settings, Text))
_IS_NAMED = or_(entity.c.code == bindparam("of_code"), _SAID.like(bindparam("with_host")))
NAMED = KNOWN.where(_IS_NAMED).order_by(entity.c.id)
_OPEN = select(job.c.entity_id).where(job.c.ended_at.is_(None))
WITH_JOBS = KNOWN.where(entity.c.hosted, entity.c.id.in_(_OPEN)).order_by(entity.c.id)
BY_CODE = select(entity.c.id).where(entity.c.code == bindparam("of_code"))
RENAME = (
    update(entity)
    .where(entity.c.code == AS_SHIPPED, ~exists().where(plan.c.entity_id == entity.c.id))
    .values(code=bindparam("new_code"), name=bindparam("new_name"), nit=bindparam("new_nit"))
)
