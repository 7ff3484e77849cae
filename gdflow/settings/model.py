"""The settings themselves, each with its default and the sentence by which editors and the reference explain it."""

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, PrivateAttr, SecretStr, WithJsonSchema, model_validator

from gdflow.settings.section import Section, an_address, known_zone, refuse, without_repeats

Text = Annotated[str, Field(min_length=1)]
Address = Annotated[str, AfterValidator(an_address)]
Days = Annotated[int, Field(ge=1, le=260)]
Clock = Annotated[time, WithJsonSchema({"type": "string", "pattern": r"^\d{2}:\d{2}(:\d{2})?$"})]
Offsets = Annotated[tuple[Annotated[int, Field(ge=-260, le=260)], ...], AfterValidator(without_repeats)]


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
    attach_form: bool = Field(default=True, description="Adjuntar a cada correo el formulario del equipo.")

    @model_validator(mode="after")
    def _can_send(self) -> Self:
        if self.mode == "smtp" and self.host is None:
            raise refuse("setting_smtp_without_host")
        if self.password is not None and self.user is None:
            raise refuse("setting_password_without_user")
        if self.password is not None and self.security == "none":
            raise refuse("setting_password_in_clear")
        return self


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


class ResultSteps(Section):
    """Cuándo se recuerda el resultado de un período, en días hábiles desde su fecha límite (negativo: antes)."""

    team: Offsets = Field(default=(-5, -2, 0, 1, 3), description="Al equipo responsable.")
    head: Offsets = Field(default=(3,), description="A la jefatura del equipo, además.")
    coordinator: Offsets = Field(default=(), description="A quien coordina, además.")
    before_closing: Offsets = Field(default=(1,), description="Al equipo, tantos días hábiles antes del cierre.")


class DeadlineSteps(Section):
    """Cuándo se recuerda el vencimiento de una línea, en días hábiles desde su fecha (negativo: antes)."""

    team: Offsets = Field(default=(-10, -5, -1, 0, 1), description="Al equipo responsable.")
    head: Offsets = Field(default=(), description="A la jefatura del equipo, además.")
    coordinator: Offsets = Field(default=(), description="A quien coordina, además.")
    repeat_every: int = Field(
        default=5,
        ge=0,
        le=260,
        description="El último paso se repite cada tantos días hábiles hasta cumplir; 0: no se repite.",
    )


class Reminders(Section):
    """Los recordatorios."""

    results: ResultSteps = ResultSteps()
    deadlines: DeadlineSteps = DeadlineSteps()


class Settings(Section):
    """Todo lo que la entidad decide."""

    entity: Entity = Entity()
    coordinator: Coordinator = Coordinator()
    database: Database = Database()
    mail: Mail = Mail()
    reporting: Reporting = Reporting()
    window: Window = Window()
    calendar: Calendar = Calendar()
    bands: Bands = Bands()
    reminders: Reminders = Reminders()

    _origins: Mapping[tuple[str, ...], str] = PrivateAttr(default_factory=dict)

    def said_in(self, origins: Mapping[tuple[str, ...], str]) -> Self:
        """The same settings, knowing where each of them was said."""
        told = self.model_copy()
        told._origins = origins
        return told

    def origin(self, path: tuple[str, ...]) -> str | None:
        """Where a setting was said: its variable, "config/gdflow.toml:14", or None for the default."""
        return self._origins.get(path) or None
