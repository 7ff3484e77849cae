"""The settings of what leaves and comes back: the mail, its mailbox, and the channels beside it."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, SecretStr, model_validator

from gdflow.settings.section import Address, Rate, Section, Text, refuse


class Mail(Section):
    """El correo."""

    mode: Literal["files", "smtp"] = Field(
        default="files", description="files: cada correo queda como archivo .eml; smtp: se envía."
    )
    sender: Address = Field(default="gdflow <gdflow@entidad.example>", description="Remitente de los correos.")
    host: Text | None = Field(default=None, description="Servidor de correo saliente.")
    port: int = Field(default=587, ge=1, le=65535, description="Puerto del servidor.")
    security: Literal["starttls", "tls", "none"] = Field(default="starttls", description="Cifrado de la conexión.")
    user: Text | None = Field(default=None, description="Usuario del servidor, si lo pide.")
    password: SecretStr | None = Field(
        default=None, description="Clave del servidor; solo por variable de entorno o archivo."
    )
    ca_file: Text | None = Field(
        default=None, description="Archivo PEM con la autoridad que firma el servidor, si no es de las conocidas."
    )
    attach_form: bool = Field(default=True, description="Adjuntar a cada correo el formulario del equipo.")
    replies: Address | None = Field(
        default=None, description="Buzón al que responden los equipos; si falta, el correo de quien coordina."
    )
    plus_addressing: bool = Field(
        default=False, description="Ese buzón recibe también lo que llega a buzon+referencia@…"
    )
    per_minute: Rate = Field(default=25, description="Correos por minuto, a lo sumo; 0: sin límite.")
    per_day: Rate = Field(default=10_000, description="Correos en 24 horas, a lo sumo; 0: sin límite.")

    @model_validator(mode="after")
    def _can_send(self) -> Self:
        if self.mode == "smtp" and self.host is None:
            raise refuse("setting_smtp_without_host")
        if self.password is not None and self.user is None:
            raise refuse("setting_password_without_user")
        if self.password is not None and self.security == "none":
            raise refuse("setting_password_in_clear")
        if self.plus_addressing and self.replies is None:
            raise refuse("setting_plus_without_replies")
        return self


class Oauth(Section):
    """Entrada al correo con un token en lugar de clave (Microsoft 365); necesita el extra m365."""

    tenant: Text | None = Field(default=None, description="Identificador del inquilino (tenant).")
    client: Text | None = Field(default=None, description="Identificador de la aplicación registrada.")
    secret: SecretStr | None = Field(
        default=None, description="Secreto de la aplicación; solo por variable de entorno o archivo."
    )
    authority: Text = Field(default="https://login.microsoftonline.com", description="Quién da los tokens.")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        parts = (self.tenant, self.client, self.secret)
        if any(parts) and not all(parts):
            raise refuse("setting_oauth_partial")
        if not self.authority.startswith("https://"):
            raise refuse("setting_oauth_in_clear")
        return self


class Imap(Section):
    """El buzón que gdflow lee: respuestas de los equipos, correos devueltos, y copias de lo enviado."""

    host: Text | None = Field(default=None, description="Servidor IMAP; sin él no se lee ningún buzón.")
    port: int = Field(default=993, ge=1, le=65535, description="Puerto del servidor.")
    security: Literal["tls", "starttls", "none"] = Field(default="tls", description="Cifrado de la conexión.")
    user: Text | None = Field(default=None, description="Usuario del buzón; por omisión, el de mail.user.")
    password: SecretStr | None = Field(
        default=None, description="Clave del buzón; solo por variable. Por omisión, la de mail.password."
    )
    inbox: Text = Field(default="INBOX", description="Carpeta de entrada.")
    sent: Text = Field(default="Sent", description="Carpeta de enviados.")
    processed: Text = Field(default="Procesados", description="Carpeta de lo que ya se leyó.")
    quarantine: Text = Field(default="Cuarentena", description="Carpeta de lo que no se pudo tomar.")
    keeps_sent: bool = Field(
        default=False,
        description="El servidor deja en la carpeta de enviados copia de lo que gdflow envía; un envío sin certeza se "
        "busca allí antes de repetirlo.",
    )
    authserv_id: Text | None = Field(
        default=None,
        description="Nombre con que su propio servidor firma Authentication-Results; con él, un correo solo se toma si "
        "ese servidor comprobó al remitente. Déjelo vacío si su servidor no escribe ese encabezado o no pone nombre.",
    )

    @model_validator(mode="after")
    def _can_read(self) -> Self:
        if self.keeps_sent and self.host is None:
            raise refuse("setting_sent_without_imap")
        return self


class ChatChannel(Section):
    """Un canal además del correo; su URL va en la variable GDFLOW_CHAT_<NOMBRE>, porque es una clave."""

    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    kind: Literal["msteams", "apprise"]
    teams: tuple[Text, ...] = ()
    per_minute: Rate = 30

    @property
    def variable(self) -> str:
        """The variable that holds its URL."""
        return f"GDFLOW_CHAT_{self.name.replace('-', '_').upper()}"


def named_once(chats: tuple[ChatChannel, ...]) -> tuple[ChatChannel, ...]:
    """Channels whose names differ, also as variables."""
    names = [chat.variable for chat in chats]
    if len(set(names)) < len(names):
        raise refuse("setting_chat_twice", name=next(n for n in names if names.count(n) > 1))
    return chats


class Channels(Section):
    """Los canales además del correo, que es la constancia y no se reemplaza."""

    chats: Annotated[tuple[ChatChannel, ...], AfterValidator(named_once)] = Field(
        default=(), description="Canales: {name, kind, teams, per_minute}; kind: msteams o apprise; sin teams, todos."
    )
    hosts: tuple[Text, ...] = Field(
        default=(),
        description="Servidores propios a los que se puede publicar (canales y webhooks), además de los de Microsoft.",
    )
