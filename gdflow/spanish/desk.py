"""Why what somebody asks for on a page of the desk cannot be done."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "unknown_line": "No hay una línea así, o ya salió de su plan.",
    "unknown_act": "No se entendió qué quería decidir. Elija una de las decisiones de la línea.",
    "reason_needed": "Escriba el motivo: queda en la historia de la línea.",
    "team_needed": "Elija el equipo que responderá.",
    "amendment_needed": "Elija qué cambia y escriba el valor nuevo.",
    "deed_needed": "Escriba con qué acta o acto se decide, por ejemplo «Acta 05 de 2023».",
    "unknown_fate": "Elija qué pasó con el correo: llegó, no llegó, o se deja así.",
    "unknown_period_of_plan": "El plan «{plan}» no ha abierto el período {found}.",
    "changed_meanwhile": "Algo cambió mientras usted miraba. No se cerró nada: revise la lista de nuevo y confirme.",
    "period_name_wrong": "No se cerró nada: lo escrito no es el nombre del período. Escriba «{expected}».",
    "unknown_file": "No hay un archivo {found} entre los que no se pudieron tomar.",
    "file_not_waiting": "«{file}» ya no está entre los que no se pudieron tomar: alguien más decidió.",
    "file_known": "«{file}» ya se había recibido de «{team}» (recibo {receipt}); no hace falta tomarlo otra vez.",
    "unknown_report_of_closing": "Ese informe todavía no está escrito, o el cierre no lo tiene.",
}
