"""How the items of an improvement plan stand, as they are counted."""

from collections.abc import Mapping

from gdflow.domain.follow_up import ItemStatus

STATUS_WORDS: Mapping[ItemStatus, tuple[str, str]] = {
    ItemStatus.DONE: ("cumplido", "cumplidos"),
    ItemStatus.OVERDUE: ("vencido", "vencidos"),
    ItemStatus.IN_COURSE: ("en curso", "en curso"),
    ItemStatus.NOT_STARTED: ("sin iniciar", "sin iniciar"),
    ItemStatus.NO_DEADLINE: ("sin plazo confirmado", "sin plazo confirmado"),
}
