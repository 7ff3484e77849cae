"""What the workbook of many entities says of itself."""

from collections.abc import Mapping

from gdflow.spanish.counts import counted as _counted

TITLE = "Consolidado de varias entidades"
METHODS = (
    "Promedio de líneas: cada línea de cada entidad pesa igual; las entidades con más líneas pesan más.",
    "Promedio de planes: el de los promedios de cada plan (con los pesos del plan, donde los tiene), todos igual.",
    "Promedio de entidades: primero se promedian los planes de cada entidad y luego las entidades, todas igual.",
)
CAPPED = (
    "En los promedios una línea cuenta a lo sumo 100 %; «Sin tope» es el mismo promedio sin ese límite. Una línea con "
    "meta y sin reporte suma 0; una línea sin meta no entra. No se suman unidades distintas."
)
PLACES = (
    "Cada cifra se sigue hasta su línea en la hoja «Líneas», que nombra los reportes de los que sale, y hasta el "
    "cierre que la congeló en la hoja «Planes», por su SHA-256."
)
SAID: Mapping[str, str] = {
    "Entidades": "Cada entidad, por el promedio de sus líneas y por el de sus planes; las dos cifras difieren.",
    "Planes": "Cada plan con el cierre que congeló sus cifras y el método de su avance.",
    "Equipos": "Cada equipo en cada plan.",
    "Líneas": "El período y el año a la fecha, del 1 de enero al corte, y los reportes de los que sale cada cifra.",
    "Faltantes": "Cada resultado que se debía hasta el corte y no llegó.",
}


def counted(entities: int, plans: int) -> str:
    """How many of each there are."""
    return f"{_counted(entities, 'entidad', 'entidades')}, {_counted(plans, 'plan', 'planes')}."
