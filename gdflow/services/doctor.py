"""Look an installation over: each check says what it looked at, what it found and how to mend it."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from gdflow import clock
from gdflow.domain.errors import GdflowError, NotFoundError
from gdflow.services.doctor_backup import backup_check
from gdflow.services.doctor_check import Check, Installation
from gdflow.services.doctor_running import running_checks
from gdflow.services.doctor_webhooks import webhook_check
from gdflow.settings import check_settings
from gdflow.spanish.messages import say

__all__ = ["Check", "examine"]
LEAST_FREE = 200 * 1024 * 1024
MEND_DATABASE = "Haga lo que se indica y repita; mientras tanto no se tocó ningún dato."


def examine(home: Path, open_app: Callable[[Path], Installation]) -> tuple[Check, ...]:
    """Every check, the settings first: without them nothing else can be looked at."""
    problems = check_settings(home, os.environ)
    checks = [Check("Configuración", False, say(problem), "Corrija el archivo y repita.") for problem in problems]
    if problems:
        return tuple(checks)
    checks.append(Check("Configuración", True, "sin errores"))
    try:
        app = open_app(home)
    except GdflowError as error:
        mend = "Cree la instalación con «gdflow init»." if isinstance(error, NotFoundError) else MEND_DATABASE
        return (*checks, Check("Base de datos", False, say(error), mend))
    return (*checks, *_of_app(app))


def _of_app(app: Installation) -> Iterator[Check]:
    yield Check("Base de datos", True, "abierta y al día")
    yield _space(app.home)
    yield from running_checks(app, now=clock.now(), environ=os.environ)
    yield _coordinator(app)
    yield _mail(app)
    yield _mailbox(app)
    yield _evidence(app)
    yield _page(app)
    yield from _marks(app)
    yield from _teams(app)
    yield _calendar(app)
    yield from _outbox(app)
    yield webhook_check(app, now=clock.now())
    yield _unclosed(app)
    yield _reports(app)
    yield _chain(app)
    yield backup_check(app, now=clock.now())


def _space(home: Path) -> Check:
    free = shutil.disk_usage(home).free
    shown = f"{free // (1024 * 1024)} MiB libres"
    return Check(
        "Espacio en disco", free > LEAST_FREE, shown, "" if free > LEAST_FREE else "Libere espacio en el disco."
    )


def _coordinator(app: Installation) -> Check:
    email = app.settings.coordinator.email
    mend = "" if email else "Escriba coordinator.email en config/gdflow.toml: allí llegan las respuestas y los avisos."
    return Check("Correo del coordinador", bool(email), email or "no está", mend)


def _mail(app: Installation) -> Check:
    mail = app.settings.mail
    if mail.mode == "files":
        return Check("Salida de correo", True, f"los correos se escriben en {app.outbox}; no se envían")
    return Check("Salida de correo", True, f"{mail.host}:{mail.port} ({mail.security})")


def _mailbox(app: Installation) -> Check:
    """Whether a mailbox is read, and with it what came back; it is not opened here."""
    imap = app.settings.imap
    if imap.host is None:
        found = "no se lee ninguno: los correos devueltos se ven solo si el servidor rechaza al enviar"
        return Check("Buzón", True, found)
    doubts = "las dudas se aclaran en enviados" if imap.keeps_sent else "las dudas las decide una persona"
    if not (imap.user or app.settings.mail.user):
        return Check("Buzón", False, f"{imap.host}:{imap.port}", "Escriba imap.user en config/gdflow.toml.")
    return Check("Buzón", True, f"{imap.host}:{imap.port} ({imap.security}); {doubts}")


def _evidence(app: Installation) -> Check:
    """Whether the store of evidence can be opened; nothing is written to it."""
    found = app.settings.evidence.url or "en data/objects"
    try:
        app.evidence  # noqa: B018  opening it is the question
    except GdflowError as error:
        return Check("Evidencias", False, found, say(error))
    return Check("Evidencias", True, found)


def _page(app: Installation) -> Check:
    """Whether mails lead to the teams' page."""
    address = app.settings.web.public_url
    return Check("Página de los equipos", True, address or "los correos no llevan enlace: falta web.public_url")


def _marks(app: Installation) -> Iterator[Check]:
    from gdflow.storage.address_marks import marks_of

    with app.reading() as session:
        marks = marks_of(session, app.rules.entity_id)
    if not marks:
        return
    mend = "Corríjalas con «gdflow teams add», o acéptelas con «gdflow outbox forgive» si ya sirven."
    if (app.rules.coordinator or "").casefold() in marks:
        mend = f"La del coordinador está entre ellas: mientras tanto no se le avisa de nada. {mend}"
    yield Check("Direcciones que rechazan correo", False, "; ".join(marks), mend)


def _teams(app: Installation) -> Iterator[Check]:
    from gdflow.storage.people import teams_of

    with app.reading() as session:
        teams = teams_of(session, app.rules.entity_id)
    silent = [team.name for team in teams if not team.contacts]
    if not teams:
        yield Check("Equipos", True, "todavía no hay")
    elif silent:
        yield Check(
            "Equipos con correo", False, f"sin correo: {'; '.join(silent)}", "Agréguelos con «gdflow teams add»."
        )
    else:
        yield Check("Equipos con correo", True, f"{len(teams)} de {len(teams)}")


def _calendar(app: Installation) -> Check:
    today = app.rules.today(clock.now())
    closed = app.rules.calendar.why_closed(today)
    return Check("Calendario", True, f"hoy {today.isoformat()} {'no es hábil: ' + closed if closed else 'es hábil'}")


def _outbox(app: Installation) -> Iterator[Check]:
    from gdflow.storage.outbox import accounting

    with app.reading() as session:
        sums = accounting(session, app.rules.entity_id)
    shown = (
        f"{sums.due} recordatorios = {sums.sent} enviados + {sums.refused} rechazados + {sums.suppressed} omitidos "
        f"+ {sums.pending} pendientes + {sums.in_doubt} sin certeza"
    )
    yield Check(
        "Cuentas de los recordatorios", sums.closed, shown, "" if sums.closed else "Avise: la cuenta no cierra."
    )
    if sums.in_doubt or sums.refused:
        mend = (
            "Pregunte si les llegó y decida con «gdflow outbox resolve»; revise las direcciones rechazadas "
            "(«gdflow outbox --state in_doubt» y «--state refused» muestran cada caso)."
        )
        yield Check("Correos por aclarar", False, f"{sums.in_doubt} sin certeza, {sums.refused} rechazados", mend)


def _unclosed(app: Installation) -> Check:
    """Whether every period whose day to close has passed is closed."""
    from gdflow.storage.periods import never_closed
    from gdflow.storage.plans import plans_of

    with app.reading() as session:
        codes = {plan.id: plan.code for plan in plans_of(session, app.rules.entity_id)}
        late = never_closed(session, app.rules.entity_id, app.rules.today(clock.now()))
    if not late:
        return Check("Períodos por cerrar", True, "ninguno pasó su fecha de cierre sin cerrarse")
    found = "; ".join(f"{codes[each.plan_id]} {each.key} (desde el {each.closes_on.isoformat()})" for each in late)
    mend = "Mire qué lo impide con «gdflow close --check» y ciérrelo, o compruebe que gdflow-close corre cada día."
    return Check("Períodos por cerrar", False, found, mend)


def _reports(app: Installation) -> Check:
    """Whether every closing has its reports."""
    from gdflow.services.write_closing import missing_reports

    with app.reading() as session:
        missing = missing_reports(session, app.rules)
    if not missing:
        return Check("Informes de los cierres", True, "completos")
    found = "; ".join(f"{facts.plan} {facts.period}: {', '.join(titles)}" for facts, titles in missing)
    mend = "Se escriben con la corrida gdflow-close; si ya corrió, el coordinador tiene el motivo en su correo."
    return Check("Informes de los cierres", False, found, mend)


def _chain(app: Installation) -> Check:
    from gdflow.storage.events import verify

    with app.reading() as session:
        broken = verify(session, app.rules.entity_id)
    mend = "" if broken is None else "Alguien cambió el registro: compare con la última copia de seguridad."
    found = "íntegro" if broken is None else f"no coincide desde el suceso {broken}"
    return Check("Registro de sucesos", broken is None, found, mend)
