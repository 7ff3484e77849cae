"""Commands about the people who sign in."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from gdflow.cli.options import AsJson, AsOf, By, home, moment_of
from gdflow.cli.output import print_json, say, table

if TYPE_CHECKING:
    from collections.abc import Callable

    from gdflow.app import App
    from gdflow.domain.access import Account
    from gdflow.services.invite import Invitation

accounts = typer.Typer(help="Cuentas de quienes entran al tablero.", no_args_is_help=True)
second_factor = typer.Typer(help="Código de un solo uso de una cuenta.", no_args_is_help=True)

Email = Annotated[str, typer.Argument(metavar="CORREO", help="Correo de la cuenta.")]
RoleName = Annotated[
    str,
    typer.Option(
        "--role",
        metavar="PERFIL",
        help="coordinator (coordinación), reviewer (revisión), auditor (control interno, solo lee) o it (sistemas).",
    ),
]
Show = Annotated[bool, typer.Option("--show", help="Mostrar el enlace aquí en lugar de enviarlo por correo.")]
INSTALLER = "gdflow init"
"""Who gives the first account."""
COLUMNS = ("Correo", "Nombre", "Perfil", "Entra con", "Estado")


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.add_typer(accounts, name="accounts")
    accounts.add_typer(second_factor, name="second-factor")


@accounts.command("list")
def list_accounts(as_json: AsJson = False) -> None:
    """Listar las cuentas, con su perfil y cómo entran."""
    from gdflow.app import App
    from gdflow.services.accounts import listed

    app = App.open(home())
    with app.reading() as session:
        known = listed(session, app.rules)
    if as_json:
        print_json({"accounts": [account_json(each) for each in known]})
    elif known:
        table("Cuentas", COLUMNS, [_row(each) for each in known])
    else:
        say("Todavía no hay cuentas. Dé la primera con «gdflow accounts add CORREO --name NOMBRE --by QUIÉN».")


@accounts.command("add")
def add_account(
    email: Email,
    name: Annotated[str, typer.Option("--name", metavar="NOMBRE", help="Nombre de la persona.")],
    by: By,
    role: RoleName = "coordinator",
    show: Show = False,
    as_of: AsOf = None,
) -> None:
    """Dar una cuenta. La contraseña la elige la persona, con un enlace que sirve una vez y vence en 24 horas."""
    from gdflow.app import App
    from gdflow.services.accounts import add, role_of
    from gdflow.services.author import author_of

    app, now, author = App.open(home()), moment_of(as_of), author_of(by)
    with app.transaction() as session:
        its = {"email": email, "name": name, "by": author}
        made = add(session, app.rules, **its, role=role_of(role), now=now)
        given = _invitation(app, show)(session, app.rules, made, by=author, now=now)
    say(f"Cuenta de {made.actor}, perfil {made.role.label}.")
    _tell(app, given)


@accounts.command("password")
def renew_password(
    email: Email,
    by: By,
    show: Show = False,
    prompt: Annotated[
        bool, typer.Option("--prompt", help="Escribir aquí la contraseña (o por la entrada estándar), sin enlace.")
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Dar a una persona un enlace para elegir otra contraseña; los que tuviera dejan de servir."""
    from gdflow.app import App
    from gdflow.services.accounts import find
    from gdflow.services.author import author_of
    from gdflow.services.choose_password import by_console

    app, now, author = App.open(home()), moment_of(as_of), author_of(by)
    with app.reading() as session:
        account = find(session, app.rules, email)
    if prompt:
        by_console(app.transaction, app.rules, account, typed_password(), author, now)
        say(f"{account.email}: contraseña cambiada; sus sesiones se cerraron.")
        return
    with app.transaction() as session:
        given = _invitation(app, show)(session, app.rules, account, by=author, now=now)
    _tell(app, given)


@accounts.command("disable")
def disable_account(email: Email, by: By, as_of: AsOf = None) -> None:
    """Desactivar una cuenta: quien la use queda fuera en ese momento."""
    from gdflow.services.accounts import disable

    changed = _change(email, by, as_of, disable)
    say(f"{changed.email}: desactivada; sus sesiones se cerraron.")


@accounts.command("enable")
def enable_account(email: Email, by: By, as_of: AsOf = None) -> None:
    """Volver a activar una cuenta, como estaba."""
    from gdflow.services.accounts import enable

    changed = _change(email, by, as_of, enable)
    say(f"{changed.email}: activa.")


@accounts.command("role")
def set_account_role(
    email: Email, role: Annotated[str, typer.Argument(metavar="PERFIL")], by: By, as_of: AsOf = None
) -> None:
    """Cambiar el perfil de una cuenta; vale desde la siguiente página que esa persona abra."""
    from functools import partial

    from gdflow.services.accounts import role_of, set_role

    wanted = role_of(role)
    changed = _change(email, by, as_of, partial(set_role, role=wanted))
    say(f"{changed.email}: {changed.role.label}.")


@second_factor.command("off")
def drop_second_factor(email: Email, by: By, as_of: AsOf = None) -> None:
    """Quitar el código de un solo uso a quien perdió su teléfono."""
    from gdflow.services.accounts import drop_factor

    changed = _change(email, by, as_of, drop_factor)
    say(f"{changed.email}: ya no se le pide código.")


def account_json(account: "Account") -> dict[str, object]:
    """An account as JSON; nothing of it lets anybody in."""
    return {
        "email": account.email,
        "name": account.name,
        "role": account.role.value,
        "has_password": account.has_password,
        "by_provider": account.subject is not None,
        "has_second_factor": account.has_second_factor,
        "created_at": account.created_at.isoformat(),
        "disabled_at": account.disabled_at.isoformat() if account.disabled_at else None,
    }


def typed_password() -> str:
    """A password typed twice and not shown; or the first line of the standard input, where nobody types."""
    if sys.stdin.isatty():
        return str(typer.prompt("Contraseña", hide_input=True, confirmation_prompt="La misma otra vez"))
    return sys.stdin.readline().rstrip("\r\n")


def show_link(app: "App", given: "Invitation") -> None:
    """The address of a link that somebody has to hand over."""
    from gdflow.spanish.dates import short_date

    until = app.rules.window.local(given.until)
    base = app.rules.public_url or f"http://{app.settings.web.host}:{app.settings.web.port}"
    say(f"Enlace para elegir la contraseña, una sola vez, hasta {short_date(until.date())} {until:%H:%M}:")
    say(f"{base}{given.path}")


def give_first_account(app: "App", email: str | None, name: str | None, role: str) -> None:
    """The account of whoever enters first, asked for in a terminal; none where nobody answers or some are there."""
    from gdflow.services.accounts import add, listed, role_of
    from gdflow.services.invite import hand_over

    with app.reading() as session:
        is_first = not listed(session, app.rules)
    if email is None and is_first and sys.stdin.isatty():
        email = str(typer.prompt("Correo de quien coordina (vacío: después)", default="", show_default=False)) or None
    if email is None:
        if is_first:
            say("Falta la primera cuenta del tablero: «gdflow accounts add CORREO --name NOMBRE --by QUIÉN».")
        return
    if name is None:
        name = str(typer.prompt("Nombre")) if sys.stdin.isatty() else email.partition("@")[0]
    now = moment_of(None)
    with app.transaction() as session:
        made = add(session, app.rules, email=email, name=name, role=role_of(role), by=INSTALLER, now=now)
        given = hand_over(session, app.rules, made, by=INSTALLER, now=now)
    say(f"Cuenta de {made.actor}, perfil {made.role.label}.")
    show_link(app, given)


def _tell(app: "App", given: "Invitation") -> None:
    if given.path is not None:
        show_link(app, given)
        return
    say(f"A {given.account.email} le llegará un enlace para elegir la contraseña («gdflow outbox» muestra si salió).")


def _invitation(app: "App", show: bool) -> "Callable[..., Invitation]":
    """By mail where mails leave, unless it is to be shown."""
    from gdflow.services import invite

    return invite.hand_over if show or app.settings.mail.mode != "smtp" else invite.send


def _change(email: str, by: str, as_of: str | None, change: "Callable[..., Account]") -> "Account":
    """Change the account of an address in one transaction."""
    from gdflow.app import App
    from gdflow.services.accounts import find
    from gdflow.services.author import author_of

    app, how = App.open(home()), {"by": author_of(by), "now": moment_of(as_of)}
    with app.transaction() as session:
        return change(session, app.rules, find(session, app.rules, email), **how)


def _row(account: "Account") -> tuple[str, ...]:
    ways = [
        *(["contraseña"] if account.has_password else []),
        *(["cuenta de la entidad"] if account.subject else []),
        *(["código"] if account.has_second_factor else []),
    ]
    state = "desactivada" if account.disabled_at else "activa"
    return (account.email, account.name, account.role.label, " y ".join(ways) or "aún nada", state)
