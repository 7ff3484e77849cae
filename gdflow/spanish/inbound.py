"""The sentences about mails that come in: why each was left out, or waits for a person."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "mail_report": "Es un informe de un servidor de correo, no una respuesta.",
    "mail_auto_submitted": "Es una respuesta automática.",
    "mail_auto_reply": "Es una respuesta automática.",
    "mail_bulk": "Es un envío masivo, no una respuesta.",
    "mail_list": "Llegó por una lista de correo; no es una respuesta.",
    "mail_no_return": "Lo envió un programa que no espera respuesta.",
    "mail_own": "Salió de nuestra propia dirección.",
    "foreign_sender": (
        "Trae la referencia de un equipo, pero {sender} no está entre los correos de ese equipo. Si es de confianza, "
        "acéptelo; si va a seguir escribiendo, agréguelo con «gdflow teams add»."
    ),
    "stranger": (
        "No trae ninguna referencia y {sender} no es correo de ningún equipo. Si trae un reporte, acéptelo; si no, "
        "rechácelo."
    ),
    "sender_refuted": (
        "Su servidor de correo comprobó que no viene de {sender}: puede ser una suplantación. Pregúntele antes de "
        "aceptarlo."
    ),
    "sender_unproven": (
        "Su servidor de correo no comprobó que venga de {sender}. Pregúntele antes de aceptarlo, o revise "
        "«imap.authserv_id» si pasa con todos."
    ),
    "mail_too_large": (
        "Es demasiado grande y no se leyó completo. Ábralo en la carpeta de cuarentena del buzón y cargue el archivo "
        "con «gdflow receive», o pida que lo envíen por la página."
    ),
    "mail_too_complex": (
        "Está hecho de demasiadas partes y no se abrió, por seguridad. Ábralo en la carpeta de cuarentena del buzón y "
        "pida que lo envíen de nuevo si es un reporte."
    ),
    "unknown_mail": "No hay un correo con el número {found}. Véalos con «gdflow quarantine».",
    "mail_not_kept": "El correo {found} no se guardó y no hay nada que mostrar ni que aceptar. {why}",
    "mail_not_waiting": "El correo {found} ya no espera decisión (está «{state}»).",
    "mail_not_whole": (
        "El correo {found} no se pudo leer completo y no se puede aceptar así. Ábralo en la carpeta de cuarentena del "
        "buzón y cargue su archivo con «gdflow receive»."
    ),
    "replies_not_set": (
        "No se toman respuestas: escriba en mail.replies la dirección de un buzón que solo sirva para esto: todo "
        "lo que llegue a su carpeta de entrada se mueve."
    ),
    "mailbox_not_set": "No se lee ningún buzón: escriba imap.host en config/gdflow.toml.",
}
