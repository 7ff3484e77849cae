"""The settings of the entity's own accounts, by which people may sign in (OpenID Connect)."""

from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, model_validator

from gdflow.settings.section import Section, Text, refuse
from gdflow.settings.web import is_here


class GroupRole(Section):
    """Un grupo del servicio de cuentas y el perfil que da."""

    group: Text
    role: Literal["coordinator", "reviewer", "auditor", "it"]


class Oidc(Section):
    """Entrada con la cuenta de la entidad (OpenID Connect); necesita el extra oidc."""

    issuer: Text | None = Field(
        default=None,
        description="Dirección del servicio de cuentas (issuer), de un solo inquilino; en Entra, "
        "https://login.microsoftonline.com/INQUILINO/v2.0. Sin ella solo se entra con contraseña.",
    )
    client_id: Text | None = Field(default=None, description="Identificador con que gdflow está registrado allí.")
    secret: SecretStr | None = Field(
        default=None, description="Secreto de ese registro; solo por variable de entorno o archivo."
    )
    name: Text = Field(default="la cuenta de la entidad", description="Cómo se nombra en el botón «Entrar con …».")
    scope: Text = Field(default="openid profile email", description="Lo que se pide; debe incluir openid.")
    groups_claim: Text = Field(default="groups", description="Dato (claim) en que vienen los grupos de la persona.")
    roles: tuple[GroupRole, ...] = Field(
        default=(),
        description="Perfiles por grupo: {group, role}; vale el primero que la persona tenga, y quien no tenga ninguno "
        "no entra. Vacío: solo entra quien ya tiene cuenta.",
    )
    trust_email: bool = Field(
        default=False,
        description="Los correos de ese servicio los pone la entidad y nadie cambia el suyo: una cuenta que ya existe "
        "se reconoce por el correo aunque el servicio no diga que lo verificó (email_verified).",
    )
    ca_file: Text | None = Field(
        default=None, description="Archivo PEM con la autoridad que firma ese servicio, si no es de las conocidas."
    )

    @model_validator(mode="after")
    def _whole(self) -> Self:
        parts = (self.issuer, self.client_id, self.secret)
        if any(parts) and not all(parts):
            raise refuse("setting_oidc_partial")
        if self.issuer is not None and not _is_safe(self.issuer):
            raise refuse("setting_oidc_in_clear")
        if "openid" not in self.scope.split():
            raise refuse("setting_oidc_scope")
        return self


def _is_safe(issuer: str) -> bool:
    """By TLS, or on this very machine."""
    parts = urlsplit(issuer)
    host = parts.hostname or ""
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and is_here(host)))
