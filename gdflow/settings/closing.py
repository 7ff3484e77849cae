"""The settings of closing periods, of the documents that come of it, and of what citizens see."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from gdflow.settings.section import Section, Text, without_repeats

Spite = Literal["missing", "unreviewed", "evidence", "issues"]


class Closing(Section):
    """El cierre de los períodos: desde él las cifras no cambian."""

    automatic: bool = Field(
        default=True, description="Cerrar cada período por sí solo el día siguiente a su fecha de cierre."
    )
    in_spite_of: Annotated[tuple[Spite, ...], AfterValidator(without_repeats)] = Field(
        default=("missing", "unreviewed", "evidence", "issues"),
        description="Con qué pendientes se cierra por sí solo de todos modos: missing (sin reportar), unreviewed (sin "
        "revisar), evidence (sin evidencia), issues (dudas del plan). Con los demás no se cierra y se avisa a quien "
        "coordina.",
    )
    grace_days: Annotated[int, Field(ge=0, le=60)] = Field(
        default=0, description="Días hábiles que espera el cierre automático después de la fecha de cierre."
    )


class Report(Section):
    """El informe de seguimiento, como lo conoce el sistema de calidad de la entidad."""

    code: Text | None = Field(default=None, description="Código del documento: «GDI-F-021».")
    version: Text | None = Field(default=None, description="Versión del documento: «3».")
    office: Text | None = Field(default=None, description="Dependencia que lo firma.")


class Public(Section):
    """La página pública /transparencia: solo períodos cerrados."""

    enabled: bool = Field(default=False, description="Publicar los períodos cerrados en /transparencia.")
    plans: tuple[Text, ...] = Field(default=(), description="Códigos de los planes que se publican; sin ellos, todos.")
    contact: Text | None = Field(default=None, description="A quién preguntar por los datos: correo o teléfono.")
    license: Text = Field(
        default="https://creativecommons.org/licenses/by/4.0/deed.es",
        description="Licencia de los datos abiertos.",
    )
