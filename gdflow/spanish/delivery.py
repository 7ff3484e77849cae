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
    "smtp_password_in_clear": (
        "La contraseña viajaría sin cifrar hacia {host}; use la seguridad «starttls» o «tls» del servidor de correo."
    ),
    "unreachable": "No hay conexión con el servidor de correo ({text}); se intentará de nuevo.",
    "server_refused": "El servidor de correo no acepta la conexión: {answer} {text}.",
    "channel_busy": "El servidor de correo pide esperar: {answer} {text}. Se intentará de nuevo.",
    "tls_untrusted": (
        "No se confía en el certificado del servidor de correo ({text}); revise el nombre del servidor o agregue el "
        "archivo de su autoridad certificadora."
    ),
    "tls_not_offered": "El servidor de correo no ofrece una conexión cifrada (STARTTLS); no se envió nada.",
    "auth_not_offered": "El servidor de correo no ofrece un modo de ingreso conocido (PLAIN o LOGIN): {text}.",
    "auth_refused": "El servidor de correo no aceptó el usuario o la contraseña: {answer} {text}.",
    "sender_refused": "El servidor de correo no acepta la dirección del remitente: {answer} {text}.",
    "recipient_refused": "El servidor de correo no acepta al destinatario: {answer} {text}. Revise la dirección.",
    "content_refused": "El servidor de correo no acepta el contenido del mensaje: {answer} {text}.",
    "deferred": "El servidor de correo aplazó el mensaje: {answer} {text}. Se intentará de nuevo.",
    "connection_lost": "Se cortó la conexión antes de entregar el mensaje ({text}); se intentará de nuevo.",
    "delivery_in_doubt": (
        "Se cortó la conexión al final del envío ({text}): no se sabe si el mensaje llegó. Pregunte al destinatario "
        "antes de repetirlo."
    ),
}
