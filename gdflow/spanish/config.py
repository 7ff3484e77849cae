"""What gdflow says of settings that it can not take. {place} is the file with its line, or the environment."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "setting_misspelt": "{place}: «{setting}» no existe; ¿quiso decir «{suggestion}»?",
    "setting_unknown": "{place}: «{setting}» no existe. Aquí pueden ir: {choices}.",
    "setting_variable_unknown": "{place}: la variable «{setting}» no es un ajuste. Vea la lista en docs/reference.md.",
    "setting_elsewhere": "{place}: «{setting}» no va en este archivo, sino en config/{file}.",
    "setting_file_unknown": "{place}: gdflow no lee un archivo con este nombre. Se esperaba: {expected}.",
    "setting_file_not_utf8": "{place}: el archivo no está en UTF-8. Guárdelo con esa codificación.",
    "setting_bad_toml": (
        "{place}: no se puede leer como TOML a partir de ahí. Revise comillas, corchetes y que cada línea sea "
        "«clave = valor»."
    ),
    "setting_missing": "{place}: falta «{setting}».",
    "setting_empty": "{place}: «{setting}» está vacío.",
    "setting_not_text": "{place}: «{setting}» debe ser un texto entre comillas; dice {found}.",
    "setting_not_integer": "{place}: «{setting}» debe ser un número entero; dice {found}.",
    "setting_not_number": "{place}: «{setting}» debe ser un número; dice {found}.",
    "setting_not_boolean": "{place}: «{setting}» debe ser true o false; dice {found}.",
    "setting_not_date": "{place}: «{setting}» debe ser una fecha como 2026-12-24; dice {found}.",
    "setting_not_time": '{place}: «{setting}» debe ser una hora como "08:00"; dice {found}.',
    "setting_not_address": (
        "{place}: «{setting}» debe ser un correo como equipo@entidad.example o «Equipo <equipo@entidad.example>»; "
        "dice {found}."
    ),
    "setting_not_list": "{place}: «{setting}» debe ser una lista entre corchetes; dice {found}.",
    "setting_not_table": "{place}: «{setting}» debe ser una sección con claves y valores; dice {found}.",
    "setting_not_one_of": "{place}: «{setting}» debe ser {choices}; dice {found}.",
    "setting_bad_form": "{place}: «{setting}» no tiene la forma esperada; dice {found}. Vea docs/reference.md.",
    "setting_too_small": "{place}: «{setting}» no puede ser menor que {limit}; dice {found}.",
    "setting_too_big": "{place}: «{setting}» no puede ser mayor que {limit}; dice {found}.",
    "setting_wrong": "{place}: el valor de «{setting}» no sirve; dice {found}. Vea docs/reference.md.",
    "setting_repeated": "{place}: en «{setting}» hay un valor repetido: {found}.",
    "setting_zone_unknown": '{place}: «{setting}» no es una zona horaria; dice {found}. Ejemplo: "America/Bogota".',
    "setting_window_empty": "{place}: las horas de envío terminan ({end}) antes de empezar ({start}).",
    "setting_closes_before_report": (
        "{place}: el período cerraría ({closes} días hábiles) antes de su fecha límite de reporte ({report_by} días "
        "hábiles)."
    ),
    "setting_recess_reversed": "{place}: el receso termina ({end}) antes de empezar ({start}).",
    "setting_bands_unordered": (
        "{place}: los niveles van del más bajo al más alto; el primero no lleva «from_percent» y en los demás debe ir "
        "subiendo."
    ),
    "setting_smtp_without_host": "{place}: para enviar por SMTP falta «mail.host», el servidor de correo.",
    "setting_password_without_user": "{place}: hay una clave de correo pero falta «mail.user», su usuario.",
    "setting_password_in_clear": (
        '{place}: con mail.security = "none" la clave de correo viajaría sin cifrar. Use "starttls" o "tls".'
    ),
    "setting_plus_without_replies": (
        "{place}: «mail.plus_addressing» necesita «mail.replies», el buzón al que responden los equipos."
    ),
    "setting_oauth_partial": "{place}: para entrar con token hacen falta los tres: tenant, client y secret.",
    "setting_oidc_partial": (
        "{place}: para entrar con la cuenta de la entidad hacen falta los tres: issuer, client_id y secret."
    ),
    "setting_oidc_in_clear": (
        '{place}: «oidc.issuer» debe empezar por "https://"; sin cifrado solo se acepta en este mismo equipo.'
    ),
    "setting_oidc_scope": "{place}: «oidc.scope» debe incluir openid.",
    "setting_oauth_in_clear": '{place}: «oauth.authority» debe empezar por "https://".',
    "setting_evidence_url_secret": (
        "{place}: «evidence.url» lleva una clave. Quítela de ahí; va en las variables del servicio, como "
        "AWS_SECRET_ACCESS_KEY o AZURE_STORAGE_ACCOUNT_KEY."
    ),
    "setting_sent_without_imap": "{place}: «imap.keeps_sent» necesita «imap.host», el servidor donde buscar.",
    "setting_not_public_url": (
        "{place}: «{setting}» debe ser una dirección sin ruta, como https://planes.entidad.example; dice {found}."
    ),
    "setting_public_url_in_clear": (
        "{place}: «{setting}» debe empezar por https://: el enlace de un equipo es una llave y viajaría sin cifrar; "
        "dice {found}."
    ),
    "setting_no_place_for_code": (
        "{place}: «{setting}» debe llevar {{code}} una vez en el nombre, como https://{{code}}.planes.nacion.example; "
        "dice {found}."
    ),
    "setting_bad_cron": (
        '{place}: «{setting}» debe tener los cinco campos de cron, con * en el día y en el mes, como "0 7 * * 1-5"; '
        "dice {found}."
    ),
    "setting_not_https": "{place}: «{setting}» debe empezar por https://; dice {found}.",
    "setting_not_server_url": (
        "{place}: «{setting}» debe ser una dirección como http://127.0.0.1:4200/api; dice {found}."
    ),
    "setting_not_network": "{place}: «{setting}» no es una dirección ni una red, como 10.0.0.0/8; dice {found}.",
    "setting_chat_twice": "{place}: dos canales llevarían la misma variable {name}. Cambie el nombre de uno.",
    "setting_chat_without_url": (
        "{place}: falta la URL del canal. Va en la variable {variable}, o en {variable}_FILE con la ruta de un archivo."
    ),
    "setting_chat_unused": (
        "{place}: el canal «{name}» no se usaría nunca, porque «reminders.channels» no incluye «{kind}»."
    ),
    "setting_without_mail": '{place}: en «{setting}» falta "email": el correo es la constancia de cada recordatorio.',
    "setting_chain_empty": (
        "{place}: «{setting}» está vacía y hay pasos para la jefatura: no habría a quién informar."
    ),
    "setting_step_after_closing": (
        "{place}: en «{setting}» el paso +{step} cae después del cierre, que llega a los {room} días hábiles de la "
        "fecha límite: nunca se diría."
    ),
    "setting_closing_step_before_due": (
        "{place}: en «{setting}» el aviso {step} días hábiles antes del cierre caería en la fecha límite o antes: "
        "entre las dos hay {room} días hábiles."
    ),
    "setting_secret_in_file": (
        "{place}: «{setting}» contiene una clave y no se acepta en un archivo de configuración. Use la variable "
        "{variable}, o {variable}_FILE con la ruta de un archivo que solo gdflow pueda leer."
    ),
    "setting_secret_unreadable": "{place}: no se pudo leer el archivo «{file}».",
    "setting_list_by_variable": "{place}: este ajuste es una lista y solo se puede dar en config/{file}.",
    "setting_said_twice": "{place}: dice lo mismo que {other}. Deje una sola de las dos variables.",
    "template_unknown_name": "{place}: «{found}» no es uno de los nombres. {hint}Los que hay: {choices}.",
    "template_braces": (
        "{place}: hay una llave suelta. Un nombre va entre dos llaves, como {{{{ plan }}}}, y un texto no lleva "
        "otras. Los nombres que hay: {choices}."
    ),
    "template_code": (
        "{place}: una plantilla de Word solo lleva nombres entre dos llaves, como {{{{ entity }}}}: sin condiciones, "
        "ciclos, puntos, llamadas ni filtros. Se encontró: {found}. Los nombres que hay: {choices}."
    ),
    "template_not_word": (
        "{place}: no es un documento de Word que se pueda usar como plantilla. Guárdelo en Word como .docx, sin clave."
    ),
    "template_too_large": "{place}: pesa más de {limit} MB. Reduzca sus imágenes: cada cierre guarda su plantilla.",
    "template_unknown_file": "{place}: gdflow no tiene un texto con este nombre. Los que hay: {choices}.",
    "template_unreadable": "{place}: no se pudo leer. Guárdelo como texto en UTF-8.",
    "template_empty": "{place}: está vacío o pasa de {limit} letras. Bórrelo para usar el texto de gdflow.",
}
