"""The settings of reviewing reports and of keeping the evidence behind them."""

from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, model_validator

from gdflow.settings.section import Section, Text, refuse, without_repeats

Steps = Annotated[int, Field(ge=-20, le=60)]
NOTES = (
    "Falta la evidencia: adjunte el documento o el enlace que respalda el resultado.",
    "El valor no corresponde a lo descrito: escriba solo lo logrado en este período, no el acumulado.",
    "La descripción no dice qué se hizo: indique la actividad, la fecha y el producto.",
    "La evidencia no corresponde a esta actividad o a este período.",
)


class Review(Section):
    """La revisión de lo que reportan los equipos, en los planes que la tienen (gdflow review mode)."""

    days: Annotated[int, Field(ge=1, le=60)] = Field(
        default=3, description="Días hábiles después del reporte para revisarlo."
    )
    correct_days: Annotated[int, Field(ge=1, le=60)] = Field(
        default=3, description="Días hábiles que tiene al menos un equipo para corregir lo que se le devolvió."
    )
    steps: Annotated[tuple[Steps, ...], AfterValidator(without_repeats)] = Field(
        default=(0, 2), description="Cuándo se le avisa a quien revisa, en días hábiles desde que debía revisarse."
    )
    notes: tuple[Text, ...] = Field(
        default=NOTES, description="Notas hechas para devolver un reporte: «gdflow review return --template 1»."
    )


class Evidence(Section):
    """Las evidencias: dónde se guardan y quién las revisa antes."""

    url: Text | None = Field(
        default=None,
        description="Dónde se guardan: s3://…, abfs://… u otro de fsspec; si falta, en data/objects. Las claves van en "
        "las variables propias de cada servicio.",
    )
    max_mb: Annotated[int, Field(ge=1, le=500)] = Field(default=25, description="Tamaño máximo de un archivo, en MB.")
    clamd_host: Text | None = Field(default=None, description="Servidor clamd del antivirus; sin él no se revisa.")
    clamd_port: int = Field(default=3310, ge=1, le=65535, description="Puerto de clamd.")
    clamd_required: bool = Field(
        default=False,
        description="Si clamd no responde: true rechaza el archivo; false lo guarda y lo revisa después.",
    )

    @model_validator(mode="after")
    def _without_secrets(self) -> Self:
        if self.url is not None and "@" in urlsplit(self.url).netloc and ":" in urlsplit(self.url).netloc:
            raise refuse("setting_evidence_url_secret")
        return self
