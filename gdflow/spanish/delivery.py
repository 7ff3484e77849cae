"""The sentences about mail: addresses, headers and what became of a delivery."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "bad_address": (
        "«{found}» no es una dirección de correo que se pueda usar; se espera algo como equipo@entidad.example, "
        "sin tildes ni espacios antes de la arroba. Corríjala en el directorio."
    ),
    "header_newline": "El encabezado «{header}» del correo tiene un salto de línea («{found}»); quítelo.",
    "naive_date": "La fecha {found} del correo no dice su zona horaria.",
    "folder_not_writable": "No se pudo escribir en la carpeta {folder}: {text}. Revise permisos y espacio libre.",
    "smtp_password_missing": "Falta la contraseña del usuario {user} del servidor de correo.",
    "smtp_user_missing": "Falta el usuario del servidor de correo {host}: el ingreso por OAuth 2.0 es de un buzón.",
    "smtp_password_in_clear": (
        "La contraseña viajaría sin cifrar hacia {host}; use la seguridad «starttls» o «tls» del servidor de correo."
    ),
    "oauth_not_installed": (
        "El ingreso por OAuth 2.0 necesita la biblioteca msal, que no está instalada; instálela con "
        '«pip install "gdflow[m365]"» y repita.'
    ),
    "token_unreachable": (
        "No se pudo pedir a Microsoft 365 el permiso de ingreso al correo ({text}); se intentará de nuevo."
    ),
    "token_refused": (
        "Microsoft 365 no dio el permiso de ingreso al correo ({text}). Revise el inquilino, la aplicación y la fecha "
        "de vencimiento de su secreto."
    ),
    "unreachable": "No hay conexión con el servidor de correo ({text}); se intentará de nuevo.",
    "server_refused": "El servidor de correo no acepta la conexión: {answer} {text}.",
    "channel_busy": "El servidor de correo pide esperar: {answer} {text}. Se intentará de nuevo.",
    "tls_untrusted": (
        "No se confía en el certificado del servidor de correo ({text}); revise el nombre del servidor o agregue el "
        "archivo de su autoridad certificadora."
    ),
    "tls_not_offered": "El servidor de correo no ofrece una conexión cifrada (STARTTLS); no se envió nada.",
    "auth_not_offered": "El servidor de correo no ofrece un modo de ingreso que se pueda usar ({expected}): {text}.",
    "auth_refused": "El servidor de correo no aceptó el usuario o su clave: {answer} {text}.",
    "sender_refused": "El servidor de correo no acepta la dirección del remitente: {answer} {text}.",
    "recipient_refused": "El servidor de correo no acepta al destinatario: {answer} {text}. Revise la dirección.",
    "address_needs_smtputf8": (
        "El servidor de correo no admite direcciones con tildes ni ñ antes de la arroba («{found}»); pida a esa "
        "persona otra dirección y corríjala en el directorio."
    ),
    "content_refused": "El servidor de correo no acepta el contenido del mensaje: {answer} {text}.",
    "deferred": "El servidor de correo aplazó el mensaje: {answer} {text}. Se intentará de nuevo.",
    "connection_lost": "Se cortó la conexión antes de entregar el mensaje ({text}); se intentará de nuevo.",
    "held_up": "El envío estuvo detenido demasiado tiempo; el mensaje no salió y se intentará de nuevo.",
    "delivery_in_doubt": (
        "Se cortó la conexión al final del envío ({text}): no se sabe si el mensaje llegó. Pregunte al destinatario "
        "antes de repetirlo."
    ),
    "mailbox_password_missing": "Falta la contraseña del usuario {user} del buzón de correo (IMAP).",
    "mailbox_password_in_clear": (
        "La contraseña viajaría sin cifrar hacia {host}; use la seguridad «starttls» o «tls» del buzón de correo."
    ),
    "mailbox_unreachable": "No hay conexión con el buzón de correo ({text}); se intentará de nuevo.",
    "mailbox_untrusted": (
        "No se confía en el certificado del buzón de correo ({text}); revise el nombre del servidor o agregue el "
        "archivo de su autoridad certificadora."
    ),
    "mailbox_auth_refused": "El buzón de correo no aceptó el usuario {user} o su clave: {text}.",
    "mailbox_folder_missing": (
        "El buzón de correo no tiene la carpeta «{folder}» o no deja abrirla ({text}); revise su nombre en la "
        "configuración."
    ),
    "mailbox_renumbered": (
        "El servidor volvió a numerar los correos de la carpeta «{folder}» mientras se leía; se leerá de nuevo en la "
        "próxima corrida."
    ),
    "mailbox_refused": "El buzón de correo no aceptó lo que se le pidió: {text}.",
    "channel_unusable": "Este canal no se puede usar como está configurado. {text}",
    "minute_limit": "Se llegó al máximo de mensajes por minuto de este canal.",
    "day_limit": "Se llegó al máximo de mensajes en 24 horas de este canal.",
    "turn_limit": "Lo demás sale en la próxima ronda, para no demorar los otros canales.",
}


def channel_words(channel: str) -> str:
    """Correo, Canal planeacion, Webhook 3"""
    kind, _, name = channel.partition(":")
    return "Correo" if not name else f"Webhook {name}" if kind == "webhook" else f"Canal {name}"
