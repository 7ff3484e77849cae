"""The settings themselves, each with its default and the sentence by which editors and the reference explain it."""

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Self

from pydantic import AfterValidator, Field, PrivateAttr, SecretStr, WithJsonSchema, model_validator

from gdflow.settings.closing import Closing, Public, Report
from gdflow.settings.delivery import Channels, Imap, Mail, Oauth
from gdflow.settings.folder import Folder
from gdflow.settings.ladders import Reminders
from gdflow.settings.oidc import Oidc
from gdflow.settings.review import Evidence, Review
from gdflow.settings.running import Log, Orchestrator, Schedule, Watch
from gdflow.settings.section import Address, Section, Text, known_zone, refuse
from gdflow.settings.web import Web

Days = Annotated[int, Field(ge=1, le=260)]
Clock = Annotated[time, WithJsonSchema({"type": "string", "pattern": r"^\d{2}:\d{2}(:\d{2})?$"})]


class Entity(Section):
    """La entidad."""

    code: str = Field(
        default="entidad", pattern=r"^[a-z0-9][a-z0-9-]*$", description="Nombre corto: minúsculas, cifras y guiones."
    )
    name: Text = Field(default="Entidad", description="Nombre oficial, como sale en correos e informes.")
    nit: Text | None = Field(default=None, description="NIT de la entidad.")


class Coordinator(Section):
    """Quien coordina el seguimiento: a esta persona responden los equipos."""

    name: Text | None = Field(default=None, description="Nombre o cargo con que firman los correos.")
    email: Address | None = Field(
        default=None, description="Correo al que llegan las respuestas y los avisos de coordinación."
    )


class Database(Section):
    """La base de datos."""

    url: Text = Field(
        default="sqlite:///data/gdflow.sqlite3",
        repr=False,
        description="SQLite (ruta relativa a la instalación) o postgresql+psycopg://…; con clave, solo por variable.",
    )


class Reporting(Section):
    """Los plazos del reporte."""

    report_by_days: Days = Field(
        default=5, description="Días hábiles después del período para que un reporte sea oportuno."
    )
    closes_days: Days = Field(default=10, description="Días hábiles después del período en que este se cierra.")
    roll_deadlines: bool = Field(
        default=False, description="Una línea que vence en día no hábil vence el siguiente día hábil."
    )

    @model_validator(mode="after")
    def _closes_last(self) -> Self:
        if self.closes_days < self.report_by_days:
            raise refuse("setting_closes_before_report", closes=self.closes_days, report_by=self.report_by_days)
        return self


class Window(Section):
    """Las horas en que se envía, en días hábiles; lo demás se aplaza (Ley 2191 de 2022)."""

    start: Clock = Field(default=time(8), description="Hora desde la que se envía.")
    end: Clock = Field(default=time(16), description="Hora hasta la que se envía.")
    zone: Annotated[str, AfterValidator(known_zone)] = Field(default="America/Bogota", description="Zona horaria.")

    @model_validator(mode="after")
    def _is_open(self) -> Self:
        if self.end <= self.start:
            raise refuse("setting_window_empty", start=f"{self.start:%H:%M}", end=f"{self.end:%H:%M}")
        return self


class Holiday(Section):
    """Un día en que la entidad no trabaja."""

    date: date
    name: Text


class Recess(Section):
    """Días seguidos en que la entidad no trabaja, ambos incluidos."""

    start: date
    end: date
    name: Text

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if self.end < self.start:
            raise refuse("setting_recess_reversed", start=self.start, end=self.end)
        return self


class Calendar(Section):
    """El calendario de la entidad, además de los festivos de Colombia, que ya se conocen."""

    holidays: tuple[Holiday, ...] = Field(default=(), description="Días no hábiles propios: {date, name}.")
    worked: tuple[date, ...] = Field(
        default=(), description="Días que sí se trabajan aunque sean festivo o fin de semana."
    )
    recess: tuple[Recess, ...] = Field(default=(), description="Recesos y vacaciones colectivas: {start, end, name}.")


class Level(Section):
    """Un nivel del semáforo; llega hasta donde empieza el siguiente."""

    name: Text
    label: Text
    symbol: Text
    colour: Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]
    from_percent: Annotated[Decimal, Field(ge=0)] | None = None


def rising(levels: tuple[Level, ...]) -> tuple[Level, ...]:
    """Levels in order: the first from nothing at all, each other one from above the one before it."""
    if not levels:
        raise refuse("setting_empty")
    first, *others = levels
    starts = [level.from_percent for level in others if level.from_percent is not None]
    if first.from_percent is not None or len(starts) < len(others) or starts != sorted(set(starts)):
        raise refuse("setting_bands_unordered")
    return levels


class Bands(Section):
    """El semáforo de cumplimiento: del nivel más bajo al más alto."""

    levels: Annotated[tuple[Level, ...], AfterValidator(rising)] = Field(
        default=(
            Level(name="red", label="Crítico", symbol="✖", colour="#B3261E"),
            Level(name="yellow", label="En riesgo", symbol="▲", colour="#8A5A00", from_percent=Decimal(60)),
            Level(name="green", label="En ritmo", symbol="●", colour="#1E6B34", from_percent=Decimal(80)),
        ),
        description="Niveles: {name, label, symbol, colour, from_percent}; el primero no lleva from_percent.",
    )


class Settings(Section):
    """Todo lo que la entidad decide."""

    entity: Entity = Entity()
    coordinator: Coordinator = Coordinator()
    database: Database = Database()
    mail: Mail = Mail()
    oauth: Oauth = Oauth()
    imap: Imap = Imap()
    folder: Folder = Folder()
    web: Web = Web()
    oidc: Oidc = Oidc()
    review: Review = Review()
    evidence: Evidence = Evidence()
    reporting: Reporting = Reporting()
    closing: Closing = Closing()
    report: Report = Report()
    public: Public = Public()
    window: Window = Window()
    orchestrator: Orchestrator = Orchestrator()
    schedule: Schedule = Schedule()
    watch: Watch = Watch()
    log: Log = Log()
    calendar: Calendar = Calendar()
    bands: Bands = Bands()
    reminders: Reminders = Reminders()
    channels: Channels = Channels()

    _chat_urls: Mapping[str, SecretStr] = PrivateAttr(default_factory=dict)
    _origins: Mapping[tuple[str, ...], str] = PrivateAttr(default_factory=dict)

    def said_in(self, origins: Mapping[tuple[str, ...], str]) -> Self:
        """The same settings, knowing where each of them was said."""
        told = self.model_copy()
        told._origins = origins
        return told

    def with_chat_urls(self, urls: Mapping[str, SecretStr]) -> Self:
        """The same settings with the URLs of the chat channels, by their names."""
        told = self.model_copy()
        told._chat_urls = urls
        return told

    def chat_url(self, name: str) -> SecretStr:
        """The URL of a chat channel: a secret, for whoever has it can post."""
        return self._chat_urls[name]

    def secrets(self) -> tuple[str, ...]:
        """Everything that must never be printed, as it is."""
        held = (self.mail.password, self.imap.password, self.oauth.secret, self.oidc.secret, self.orchestrator.auth)
        told = (*held, *self._chat_urls.values())
        ping = self.watch.ping_url  # whoever has it can say that all is well
        return (*(each.get_secret_value() for each in told if each is not None), *([ping] if ping else []))

    def origin(self, path: tuple[str, ...]) -> str | None:
        """Where a setting was said: its variable, "config/gdflow.toml:14", or None for the default."""
        return self._origins.get(path) or None
