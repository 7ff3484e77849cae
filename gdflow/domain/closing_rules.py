"""How an entity closes its periods, names its documents and publishes them."""

from dataclasses import dataclass, field
from pathlib import Path

LICENCE = "https://creativecommons.org/licenses/by/4.0/deed.es"
"""The licence of open data where the entity names no other."""


@dataclass(frozen=True, slots=True)
class EntityFacts:
    """The entity, as its documents name it. office: the part of it that signs."""

    code: str
    name: str
    nit: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """How the entity's quality system knows its monitoring report: "GDI-F-021", version "3"."""

    code: str | None = None
    version: str | None = None


@dataclass(frozen=True, slots=True)
class PublicRule:
    """What citizens see. plans: codes of those published, none: all. licence: address of the data's licence."""

    enabled: bool = False
    plans: tuple[str, ...] = ()
    contact: str | None = None
    licence: str = LICENCE

    def covers(self, plan: str) -> bool:
        """Whether the closed periods of a plan are published. plan: its code."""
        return self.enabled and (not self.plans or plan in self.plans)


@dataclass(frozen=True, slots=True)
class ClosingRule:
    """When periods close by themselves.

    in_spite_of: the checks ("missing", "unreviewed", "evidence", "issues") with which they close all the same.
    grace_days: business days that they wait after the period's own day to close.
    templates: the folder of the entity's own texts for its documents, where there is one.
    """

    automatic: bool = True
    in_spite_of: frozenset[str] = frozenset({"missing", "unreviewed", "evidence", "issues"})
    grace_days: int = 0
    entity: EntityFacts = field(default_factory=lambda: EntityFacts("entidad", "Entidad"))
    document: DocumentFacts = field(default_factory=DocumentFacts)
    public: PublicRule = field(default_factory=PublicRule)
    templates: Path | None = None
