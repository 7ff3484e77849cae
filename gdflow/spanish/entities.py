"""What gdflow says of the entities for which one installation works."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "unknown_entity": "No hay una entidad con el código «{found}». Vea las que hay con «gdflow entities».",
    "known_entity": "Ya hay una entidad con el código «{found}».",
    "own_entity": (
        "«{found}» es la entidad de esta misma instalación: sus ajustes se escriben en config/, no con esta orden."
    ),
    "bad_entity_code": "«{found}» no sirve como código: use minúsculas, cifras y guiones, como «alcaldia-tunja».",
    "bad_entity_setting": (
        "«{found}» no es un ajuste con su valor. Se esperaba algo como reporting.closes_days=12; la lista está en "
        "docs/reference.md."
    ),
    "setting_not_of_entity": (
        "entidad «{entity}»: «{setting}» es uno solo para toda la instalación. Una entidad puede cambiar: {choices}, y "
        "de mail: sender, replies, plus_addressing y attach_form; y de web: public_url."
    ),
    "entity_host_taken": "La dirección {found} ya es de «{other}». Cada entidad necesita una suya.",
    "entity_not_attended": (
        "«{found}» no se atiende desde esta instalación. Para atenderla: gdflow entities set {found} --attend."
    ),
    "nobody_at_host": "En {found} no hay ninguna entidad.",
    "command_of_all": (
        "«{found}» es de toda la instalación y no de una entidad: úselo sin --entity y sin la variable GDFLOW_ENTITY."
    ),
    "bad_shard": "«{found}» no es una tanda: se espera el primer y el último número de entidad, de 1 en adelante.",
    "entities_failed": (
        "Entidades que no se pudieron atender: {found}; se intentan de nuevo. Con las demás ({done}) se terminó. "
        "{named}"
    ),
    "no_national_closings": "Ninguna entidad ha cerrado el período {found}: todavía no hay qué consolidar.",
}
