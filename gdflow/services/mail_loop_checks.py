"""What a mail that came back, or did not, says about the settings."""

from collections.abc import Iterator

from gdflow.services.doctor_check import Check
from gdflow.services.mail_loop import Loop
from gdflow.settings import Settings

KEEPS, PLUS = "imap.keeps_sent", "mail.plus_addressing"


def loop_checks(loop: Loop, settings: Settings) -> Iterator[Check]:
    """Each thing that was learnt; wrong is what the settings count on and the servers do not do."""
    mend = "Compruebe que la dirección sea la del buzón que gdflow lee, y mire el correo no deseado."
    yield Check("Ida y vuelta", loop.back, "llegó al buzón" if loop.back else "no llegó", "" if loop.back else mend)
    if loop.back:
        yield _message_id(loop)
    yield _plus(loop, counted_on=settings.mail.plus_addressing)
    yield _sent(loop, counted_on=settings.imap.keeps_sent)


def _message_id(loop: Loop) -> Check:
    if loop.message_id:
        return Check("Message-ID", True, "se conserva")
    mend = f"Deje {KEEPS} en false: un envío sin certeza no se podría buscar, y lo decide una persona."
    return Check("Message-ID", False, "un servidor en el camino lo cambia", mend)


def _plus(loop: Loop, *, counted_on: bool) -> Check:
    why = f"no se acepta ({loop.plus_refused})" if loop.plus_refused else "no llega"
    if loop.plus:
        return Check(
            "Dirección con +", True, "llega y se conserva" + ("" if counted_on else f": puede encender {PLUS}")
        )
    return Check("Dirección con +", not counted_on, why, f"Ponga {PLUS} en false." if counted_on else "")


def _sent(loop: Loop, *, counted_on: bool) -> Check:
    if loop.sent_copy:
        return Check("Copia en enviados", True, "la hay" + ("" if counted_on else f": puede encender {KEEPS}"))
    mend = f"Ponga {KEEPS} en false, o revise imap.sent." if counted_on else ""
    return Check("Copia en enviados", not counted_on, "no la hay", mend)
