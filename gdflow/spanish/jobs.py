"""What gdflow says of the long work that people ask for."""

from collections.abc import Mapping

KILLED = (
    "El proceso que hacía este trabajo se cayó dos veces. No se intenta más: revise la memoria y el registro del "
    "servidor (gdflow doctor) y pídalo de nuevo."
)
SENTENCES: Mapping[str, str] = {
    "unknown_job": "No hay un trabajo {found}.",
    "unknown_job_kind": "gdflow todavía no sabe hacer «{found}».",
    "job_parameter": "Al trabajo le falta «{found}».",
    "bad_cron": (
        '«{found}» no es un horario. Se esperaban los cinco campos de cron, con * en el día y en el mes: "0 7 * * 1-5".'
    ),
    "loop_without_mailbox": (
        "Para probar la ida y vuelta hace falta un buzón que gdflow lea: escriba imap.host y lo demás de [imap]."
    ),
    "loop_without_mail": 'Los correos se escriben en archivos (mail.mode = "files"): no hay servidor que probar.',
    "prefect_not_loopback": (
        "«gdflow serve» enciende su propio servidor de Prefect, que solo atiende a este computador: ponga en "
        "orchestrator.url http://127.0.0.1:4200/api (ahora dice {host}). Si ya tiene un servidor de Prefect, encienda "
        "las páginas con «gdflow web» (deployments/)."
    ),
    "already_serving": "Ya hay un «gdflow serve» encendido en «{home}».",
    "port_taken": (
        "No se puede atender en {host}:{port} ({text}). Otro programa usa ese puerto: deténgalo, o cambie «{setting}»."
    ),
    "orchestrator_unreachable": "El servidor de Prefect no responde ({text}). El trabajo se hará aquí si no vuelve.",
    "orchestrator_refused": "El servidor de Prefect no aceptó el trabajo ({text}).",
}
STEPS: Mapping[str, str] = {
    "scan": "Diciendo qué se debe",
    "deliver": "Enviando los correos",
    "consolidate": "Escribiendo el consolidado",
    "close": "Cerrando el período",
    "reports": "Escribiendo los informes",
    "backup": "Copiando la instalación",
    "done": "Terminado",
}
NOTHING = frozenset({"", "0", "no", "ninguno", "ninguna"})
"""What a job answers of what there was none of."""


def worth_telling(result: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What came of a job, without what there was none of; its day stands beside it already."""
    return tuple((name, value) for name, value in result.items() if value not in NOTHING and name != "día")
