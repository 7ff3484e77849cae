"""The settings of the folder in which teams leave their files."""

from pydantic import Field

from gdflow.settings.section import Section, Text


class Folder(Section):
    """La carpeta compartida (SharePoint, OneDrive o de red) en la que los equipos dejan sus respuestas."""

    path: Text | None = Field(
        default=None,
        description="Carpeta de la que se copian las respuestas; en ella no se mueve, se cambia ni se borra nada.",
    )
