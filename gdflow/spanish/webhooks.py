"""The sentences about webhooks: their addresses, and what became of what they were told."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "webhook_url_unreadable": (
        "«{found}» no es una dirección a la que se pueda avisar; se espera algo como https://bi.entidad.example/gdflow."
    ),
    "webhook_url_not_https": "La dirección del webhook debe empezar por https:// (lleva a {host}).",
    "webhook_url_with_user": (
        "La dirección del webhook lleva un usuario o una clave antes de la arroba ({host}); quítelos: cada aviso va "
        "firmado, y así se sabe que es de gdflow."
    ),
    "webhook_host_private": (
        "El webhook lleva a {host}, que es o puede ser un equipo de la red interna. Si es lo que quiere, agréguelo a "
        "channels.hosts en config/channels.toml."
    ),
    "unknown_webhook_event": "No hay un suceso «{found}». Los que hay: {known}.",
    "webhook_known": "Ya se avisa a esa dirección: es el webhook {found}.",
    "unknown_webhook": "No hay un webhook número {found}; véalos con «gdflow webhooks list».",
    "webhook_on": "El webhook {found} ya está encendido.",
    "webhook_off": "El webhook {found} está apagado; enciéndalo con «gdflow webhooks enable {found}».",
    "webhook_unreachable": "No hay conexión con el otro sistema ({text}); se intentará de nuevo.",
    "webhook_host_inside": (
        "El nombre del otro sistema lleva a un equipo de la red interna ({text}), y no se le envió nada. Si es lo que "
        "quiere, agréguelo a channels.hosts en config/channels.toml."
    ),
    "webhook_untrusted": (
        "No se confía en el certificado del otro sistema ({text}); si es de una autoridad propia, indíquela en "
        "mail.ca_file."
    ),
    "webhook_no_answer": (
        "El otro sistema no respondió ({text}); se repetirá el mismo aviso, con el mismo identificador."
    ),
    "webhook_busy": "El otro sistema pide esperar: {answer} {text}. Se intentará de nuevo.",
    "webhook_failed": "El otro sistema falló: {answer} {text}. Se intentará de nuevo.",
    "webhook_redirects": (
        "El otro sistema reenvía a otra parte ({answer}); no se siguió. Registre la dirección definitiva."
    ),
    "webhook_refused": "El otro sistema no acepta los avisos: {answer} {text}. Revise la dirección.",
    "webhook_message_refused": "El otro sistema no acepta este aviso: {answer} {text}.",
    "webhook_gone": "El otro sistema dice que ya no recibe avisos: {answer} {text}. El webhook se apagó.",
}
REASONS: Mapping[str, str] = {
    "gone": "el otro sistema dijo que ya no recibe avisos (410)",
    "fails": "falló durante unos tres días seguidos",
}
"""Why gdflow itself switched a webhook off."""
