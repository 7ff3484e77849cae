"""What is said of accounts, of signing in, and of the keys with which programs read."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "sign_in_refused": (
        "El correo y la contraseña no corresponden a una cuenta activa. Después de varios intentos seguidos hay que "
        "esperar unos minutos, aunque la contraseña sea la correcta."
    ),
    "code_refused": (
        "Ese código no sirve. Escriba el que su aplicación muestra ahora; cada uno sirve una vez. Después de varios "
        "intentos seguidos hay que esperar unos minutos."
    ),
    "step_over": "Este paso ya se usó o venció. Empiece de nuevo; si llegó por un enlace de un correo, pida otro.",
    "password_length": "La contraseña debe tener entre {least} y {most} signos. Una frase sirve y se recuerda mejor.",
    "password_monotonous": "La contraseña repite casi siempre lo mismo. Use al menos {least} signos distintos.",
    "password_own_name": "La contraseña es casi su nombre o su correo. Escoja otra que nadie adivine.",
    "passwords_differ": "Las dos contraseñas no son iguales. Escríbalas de nuevo.",
    "password_wrong": "Esa no es su contraseña actual. No se cambió nada.",
    "blank_name": "Falta el nombre.",
    "unknown_role": "«{found}» no es un perfil. Use uno de: {expected}.",
    "unknown_account": "No hay una cuenta «{found}». Véanse con «gdflow accounts list».",
    "unknown_session": "Esa sesión ya no está abierta.",
    "known_account": "Ya hay una cuenta de {found}. Una cuenta no se repite: cámbiele el perfil o vuelva a activarla.",
    "account_disabled": "La cuenta de {found} está desactivada. Actívela primero.",
    "account_enabled": "La cuenta de {found} ya está activa.",
    "same_role": "La cuenta de {found} ya tiene el perfil «{role}».",
    "own_account": "Es su propia cuenta: pida a otra persona de Sistemas que lo haga.",
    "factor_on": "Esta cuenta ya pide código de un solo uso.",
    "no_factor": "Esta cuenta no pide código de un solo uso.",
    "person_not_invited": (
        "{found} entró bien a la cuenta de la entidad, pero no tiene permiso para este sitio. Pídalo a quien "
        "administra las cuentas{contact}."
    ),
    "provider_refused": "La cuenta de la entidad no confirmó quién es usted. Inténtelo de nuevo.",
    "provider_unreachable": (
        "No se pudo hablar con el servicio de cuentas de la entidad. Inténtelo en unos minutos; si sigue igual, avise "
        "a Sistemas."
    ),
    "oidc_not_installed": (
        "Para entrar con la cuenta de la entidad (oidc.issuer) falta el extra oidc: pip install 'gdflow[oidc]'."
    ),
    "unknown_read_token": "La llave de lectura no existe, venció o se retiró.",
    "unknown_read_token_id": "No hay una llave {found}. Véanse con «gdflow tokens list».",
    "read_token_revoked": "La llave {found} ya se había retirado el {on}.",
}
