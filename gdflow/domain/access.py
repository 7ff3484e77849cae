"""Who may do what: the people who sign in, their roles, and the acts that a role allows.

Teams do not sign in: they answer by links (gdflow.domain.links).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from gdflow.domain.labels import LabelledEnum


class Role(LabelledEnum):
    """What a person is in the follow-up of plans."""

    COORDINATOR = "coordinator", "Coordinación"
    REVIEWER = "reviewer", "Revisión"
    AUDITOR = "auditor", "Control interno (solo lectura)"
    IT = "it", "Sistemas"


class Act(LabelledEnum):
    """What can be done behind the sign-in."""

    SEE = "see", "Ver el tablero, las líneas, los recordatorios y los informes"
    REVIEW = "review", "Aceptar y devolver reportes"
    REMIND = "remind", "Recordar ahora"
    DECIDE = "decide", "Prorrogar, exceptuar, silenciar, asignar y replanificar"
    IMPORT = "import", "Cargar planes"
    CLOSE = "close", "Cerrar y reabrir períodos"
    CONTACTS = "contacts", "Cambiar equipos y correos"
    SETTINGS = "settings", "Ver la configuración y el estado del servicio"
    ACCOUNTS = "accounts", "Dar y quitar cuentas y llaves de lectura"


ALLOWED: Mapping[Role, frozenset[Act]] = {
    Role.COORDINATOR: frozenset(Act) - {Act.ACCOUNTS},
    Role.REVIEWER: frozenset({Act.SEE, Act.REVIEW}),
    Role.AUDITOR: frozenset({Act.SEE}),
    Role.IT: frozenset({Act.SEE, Act.SETTINGS, Act.ACCOUNTS}),
}


def may(role: Role, act: Act) -> bool:
    """Whether a role allows an act."""
    return act in ALLOWED[role]


@dataclass(frozen=True, slots=True)
class Account:
    """A person who may sign in. has_password: locally; subject: whom the entity's own provider knows ("issuer|sub").

    has_second_factor: a one-time code is asked for too.
    """

    id: int
    entity_id: int
    email: str
    name: str
    role: Role
    has_password: bool
    subject: str | None
    has_second_factor: bool
    created_at: datetime
    disabled_at: datetime | None = None

    @property
    def actor(self) -> str:
        """How the record names whoever did something."""
        return f"{self.name} <{self.email}>"


class KeyPurpose(LabelledEnum):
    """What a one-time key is for."""

    PASSWORD = "password", "Elegir una contraseña"
    CODE = "code", "Dar el código de un solo uso"
    ENROL = "enrol", "Activar los códigos de un solo uso"


@dataclass(frozen=True, slots=True)
class OneTimeKey:
    """A step that one person may take, once and soon. facts: what the step needs."""

    id: int
    purpose: KeyPurpose
    account_id: int
    facts: Mapping[str, str]
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class WebSession:
    """Somebody who is signed in, in one browser."""

    id: int
    account: Account
    created_at: datetime
    seen_at: datetime
    expires_at: datetime
    address: str
    agent: str


@dataclass(frozen=True, slots=True)
class ReadToken:
    """A key with which a program reads what an auditor may see. The key itself is kept by nobody but its owner."""

    id: int
    entity_id: int
    name: str
    created_at: datetime
    created_by: str
    expires_at: datetime | None
    revoked_at: datetime | None
    used_at: datetime | None

    def serves(self, now: datetime) -> bool:
        """Whether it opens anything at a moment."""
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)
