"""The sentences about chat channels: their addresses, and what became of what was handed to them."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "teams_url_unreadable": (
        "La dirección del canal «{channel}» no es la de un flujo de Teams (Workflows). Cópiela otra vez del flujo "
        "«Publicar en un canal cuando se reciba una solicitud de webhook»."
    ),
    "teams_url_not_https": "La dirección del canal «{channel}» debe empezar por https:// o workflows://.",
    "teams_host_refused": (
        "La dirección del canal «{channel}» lleva a {host}, que no está entre los servidores permitidos ({allowed})."
    ),
    "teams_unreachable": "No hay conexión con Teams ({text}); se intentará de nuevo.",
    "teams_untrusted": (
        "No se confía en el certificado del servidor de Teams ({text}); revise si la red de la entidad lo cambia y "
        "agregue el archivo de su autoridad certificadora."
    ),
    "teams_ca_file_missing": "El canal «{channel}» nombra un archivo de certificados que no se encuentra: {file}.",
    "teams_busy": "Teams pide esperar: {answer} {text}. Se intentará de nuevo.",
    "teams_failed": "Teams falló: {answer} {text}. Se intentará de nuevo.",
    "teams_redirects": (
        "La dirección del canal «{channel}» reenvía a otra parte ({answer}); no se siguió. Cópiela otra vez del flujo."
    ),
    "teams_signature_refused": (
        "Teams no aceptó la firma de la dirección del canal «{channel}»: {answer} {text}. Cópiela otra vez del flujo."
    ),
    "teams_flow_gone": (
        "El flujo del canal «{channel}» ya no existe o está apagado: {answer} {text}. Enciéndalo o cree otro; conviene "
        "que tenga un segundo propietario."
    ),
    "teams_refused": "Teams no acepta lo que llega por el canal «{channel}»: {answer} {text}.",
    "card_refused": "Teams no acepta esta tarjeta: {answer} {text}.",
    "card_in_doubt": (
        "Se cortó la conexión con Teams al final del envío ({text}): no se sabe si la tarjeta llegó. Mire el canal "
        "«{channel}» antes de repetirla."
    ),
    "chat_url_unreadable": (
        "La dirección del canal «{channel}» no es una de Apprise que se pueda usar; se espera algo como "
        "slack://…, tgram://… o jsons://…"
    ),
    "chat_url_is_mail": (
        "El canal «{channel}» es de correo. El correo sale por el servidor de la sección [mail]; quítelo de los chats."
    ),
    "chat_url_is_teams": "El canal «{channel}» es de Teams; declárelo como canal de Teams.",
    "chat_url_is_local": "El canal «{channel}» avisaría solo en este equipo ({schema}); nadie más lo vería.",
    "chat_url_is_many": (
        "La dirección del canal «{channel}» tiene {targets} destinos. Escriba un canal por destino, para saber de cada "
        "uno si llegó."
    ),
    "chat_host_private": (
        "El canal «{channel}» lleva a {host}, un equipo de la red interna. Si es lo que quiere, permítalo en el ajuste "
        "de ese canal."
    ),
    "chat_failed": "El canal «{channel}» no tomó el mensaje ({text}); se intentará de nuevo.",
}
