"""The mail with which somebody chooses a password."""

from datetime import date

from gdflow.channels.render import Rendered, rendered
from gdflow.channels.wording import one_line
from gdflow.domain.account_letters import AccountLetter


def render_account(letter: AccountLetter, *, today: date) -> Rendered:
    """The mail to whoever gets an account, or another link for the one they have."""
    headline = "Su cuenta está lista: elija una contraseña" if letter.is_first else "Elija otra contraseña"
    intro = (
        f"{letter.given_by} le dio una cuenta con el perfil «{letter.role}» en el seguimiento de planes de "
        f"{letter.head.entity}."
        if letter.is_first
        else f"{letter.given_by} pidió para usted un enlace con que elegir otra contraseña."
    )
    name = f", {letter.head.name}" if letter.head.name else ""
    context = {"head": letter.head, "today": today, "headline": headline, "intro": intro, "letter": letter}
    told = {"greeting": f"Buen día{name}:", "preview": intro}
    return rendered("account", one_line(f"[{letter.head.topic}] {headline}"), context | told)
