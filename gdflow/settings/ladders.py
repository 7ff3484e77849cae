"""The settings of reminders: their steps, whom they reach and by which channels."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from gdflow.settings.section import Section, refuse, without_repeats

Offsets = Annotated[tuple[Annotated[int, Field(ge=-260, le=260)], ...], AfterValidator(without_repeats)]


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


def with_mail(channels: tuple[str, ...]) -> tuple[str, ...]:
    """Channels among which is the mail, each once."""
    if "email" not in channels:
        raise refuse("setting_without_mail")
    return without_repeats(channels)


class Reminders(Section):
    """Los recordatorios."""

    channels: Annotated[tuple[Literal["email", "msteams", "apprise"], ...], AfterValidator(with_mail)] = Field(
        default=("email", "msteams", "apprise"),
        description="Por dónde salen y en qué orden; el correo no puede faltar, porque es la constancia.",
    )
    chain: Annotated[tuple[Literal["head", "coordinator"], ...], AfterValidator(without_repeats)] = Field(
        default=("head", "coordinator"),
        description="A quién se informa lo vencido: al primero que el equipo tenga y que no esté ausente.",
    )
    results: ResultSteps = ResultSteps()
    deadlines: DeadlineSteps = DeadlineSteps()
