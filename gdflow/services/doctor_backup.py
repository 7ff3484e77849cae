"""Whether an installation would survive the loss of its disk: when it was last backed up."""

from datetime import datetime, timedelta

from gdflow.services.doctor_check import Check, Installation
from gdflow.services.last_backup import last_backup
from gdflow.storage.gauges import first_plan_at

WHAT = "Copia de seguridad"
FRESH = timedelta(hours=26)
"""A day, and what a daily one may be late."""
MEND = (
    "Haga una con «gdflow backup --out CARPETA --verify» en otro disco, y prográmela cada día (docs/backup.md): si se "
    "daña este disco, se pierde todo lo posterior a la última."
)


def backup_check(app: Installation, *, now: datetime) -> Check:
    """A backup of every day is expected from the day after the first plan was taken in."""
    made = last_backup(app.home)
    if made is None:
        with app.reading() as session:
            since = first_plan_at(session, app.rules.entity_id)
        late = since is not None and now - since > FRESH
        return Check(WHAT, not late, "no se ha hecho ninguna", MEND if late else "")
    found = f"{app.rules.window.local(made.made_at):%Y-%m-%d %H:%M}, en {made.file}"
    if not made.whole:
        return Check(WHAT, False, f"{found}; le falta algo", "Vea qué con «gdflow backup verify ARCHIVO».")
    late = now - made.made_at > FRESH
    return Check(WHAT, not late, found, MEND if late else "")
