"""Which bytes the rows refer to: what a whole copy of an installation must hold beside its database."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, and_, bindparam, not_, select
from sqlmodel import Session

from gdflow.domain.backups import KeptEntity, Reference, Store
from gdflow.domain.receipts import PAGE_ANSWER, ReceiptSource
from gdflow.storage.engine import execute
from gdflow.storage.tables import annex, closing, entity, import_draft, inbound_mail, plan, receipt, report

_OF_PLAN = select(plan.c.source_sha256, plan.c.code, plan.c.source).order_by(plan.c.id)
_OF_DRAFT = select(import_draft.c.sha256, import_draft.c.name).order_by(import_draft.c.id)
# What a team typed into its page has a receipt and no file: the words rest in the result.
_TYPED = and_(receipt.c.source == ReceiptSource.PAGE, receipt.c.name == PAGE_ANSWER)
_OF_RECEIPT = select(receipt.c.sha256, receipt.c.number, receipt.c.name).where(not_(_TYPED)).order_by(receipt.c.id)
_OF_MAIL = select(inbound_mail.c.sha256, inbound_mail.c.sender, inbound_mail.c.subject).order_by(inbound_mail.c.id)
_OF_REPORT = (
    select(report.c.sha256, report.c.name, closing.c.number, closing.c.period, plan.c.code)
    .select_from(report.join(closing, closing.c.id == report.c.closing_id).join(plan, plan.c.id == closing.c.plan_id))
    .order_by(report.c.id)
)
_OF_ANNEX = (
    select(annex.c.sha256, annex.c.number, annex.c.period, plan.c.code, annex.c.name)
    .join_from(annex, plan, plan.c.id == annex.c.plan_id)
    .where(annex.c.sha256.is_not(None))
    .order_by(annex.c.id)
)
REFERRING: tuple[tuple[Store, str, Select[Any]], ...] = (
    (Store.OBJECTS, "plan", _OF_PLAN),
    (Store.OBJECTS, "draft", _OF_DRAFT),
    (Store.OBJECTS, "receipt", _OF_RECEIPT),
    (Store.OBJECTS, "mail", _OF_MAIL),
    (Store.OBJECTS, "report", _OF_REPORT),
    (Store.EVIDENCE, "annex", _OF_ANNEX),
)
"""Every column that names bytes by their sha256: where these rest, and what else tells a person which they are."""
ENTITIES = select(entity.c.code, entity.c.name, entity.c.events, entity.c.head).order_by(entity.c.id)
CODE = select(entity.c.code).where(entity.c.id == bindparam("of_entity"))
ENTITY_IDS = select(entity.c.id).order_by(entity.c.id)


def references(session: Session) -> Iterator[Reference]:
    """Everything that rows refer to, those of one kind after the other; the same bytes may come several times."""
    for store, kind, found in REFERRING:
        for digest, *facts in execute(session, found):
            yield Reference(store, digest, kind, tuple(map(str, facts)))


def kept_entities(session: Session) -> tuple[KeptEntity, ...]:
    """Every entity with the end of its chain."""
    return tuple(KeptEntity(*row) for row in execute(session, ENTITIES))


def entity_ids(session: Session) -> tuple[int, ...]:
    """The ids of all entities."""
    return tuple(execute(session, ENTITY_IDS).scalars())


def code_of(session: Session, entity_id: int) -> str:
    """The code of an entity."""
    return str(execute(session, CODE, {"of_entity": entity_id}).scalar_one())
