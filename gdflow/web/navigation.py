"""The places behind the sign-in, in the order in which people read them; each role sees those that it may open."""

from collections.abc import Collection
from dataclasses import dataclass

from gdflow.domain.access import Act, Role, may


@dataclass(frozen=True, slots=True)
class Place:
    """A page to which the navigation leads. path: also of the pages under it."""

    path: str
    label: str
    act: Act

    def holds(self, path: str) -> bool:
        """Whether a path is this page or one under it."""
        return path == self.path or path.startswith(f"{self.path}/")


BOARD = "/tablero"
PLACES = (
    Place(BOARD, "Tablero", Act.SEE),
    Place("/revision", "Revisión", Act.REVIEW),
    Place("/periodos", "Períodos", Act.SEE),
    Place("/informes", "Informes", Act.SEE),
    Place("/recordatorios", "Recordatorios", Act.SEE),
    Place("/calidad", "Calidad", Act.SEE),
    Place("/importar", "Importar", Act.IMPORT),
    Place("/equipos", "Equipos", Act.CONTACTS),
    Place("/politica", "Política", Act.SEE),
    Place("/configuracion", "Configuración", Act.SETTINGS),
    Place("/cuentas", "Cuentas", Act.ACCOUNTS),
)


def places_for(role: Role, served: Collection[str]) -> tuple[Place, ...]:
    """The places that a role may open, among those that the site serves."""
    return tuple(place for place in PLACES if place.path in served and may(role, place.act))
