"""Why a team's link does not open its page, and what to do then."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "unknown_link": "Este enlace no existe. Revise que esté completo, tal como llegó en el correo.",
    "link_expired": "Este enlace venció el {on}. El último correo de recordatorio trae uno nuevo.",
    "link_revoked": "Este enlace fue retirado el {on}. Pida uno nuevo a quien coordina el seguimiento.",
    "unknown_page": "Aquí no hay nada. Abra de nuevo el enlace de su correo.",
    "line_closed": "El periodo ya cerró para esta actividad y no se reciben cambios. Lo enviado antes está a salvo.",
    "line_accepted": "La coordinación ya aceptó este reporte. Si debe corregirlo, escríbale para que se lo devuelva.",
    "unknown_team_link": "No hay un enlace {found}. Véanse los que hay con «gdflow links list».",
    "link_revoked_already": "El enlace {found} ya se había retirado el {on} ({by}).",
    "link_without_use": "El período {period} ya cerró y pasó el plazo de gracia: un enlace nuevo no abriría nada.",
}
