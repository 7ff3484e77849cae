"""What `gdflow doctor` looks at, and how it is shown."""

from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from gdflow import clock
from gdflow.cli.output import say, table

if TYPE_CHECKING:
    from gdflow.services.doctor_check import Check


def examined(folder: Path, *, offline: bool) -> "tuple[Check, ...]":
    """Every check of an installation; with those that ask others, where it can be opened at all."""
    from gdflow.app import App
    from gdflow.services.doctor import examine
    from gdflow.services.doctor_outside import outside_checks

    opened: list[App] = []

    def kept(home: Path) -> App:
        opened.append(App.open(home))
        return opened[-1]

    checks = examine(folder, kept)
    asked = () if offline else (each for app in opened for each in outside_checks(app, now=clock.now()))
    return (*checks, *asked)


def looped(folder: Path, address: str) -> "tuple[Check, ...]":
    """What a mail to an address and back shows."""
    from gdflow.app import App
    from gdflow.domain.errors import ConfigError
    from gdflow.domain.outbox import EMAIL
    from gdflow.services.mail_loop import mail_loop
    from gdflow.services.mail_loop_checks import loop_checks

    app = App.open(folder)
    if app.settings.mail.mode != "smtp":
        raise ConfigError("loop_without_mail")
    channel = next(each for each in app.transports() if each.channel == EMAIL).open()
    its = {"sender": app.rules.sender, "address": address, "token": token_hex(6)}
    try:
        found = mail_loop(channel, app.post(), **its, now=clock.now(), sleep=clock.sleep)
        return tuple(loop_checks(found, app.settings))
    finally:
        channel.close()


def show(checks: "tuple[Check, ...]") -> None:
    """What is well as a table, then what is not, last, so that it stands above the prompt: what, why, how to mend."""
    table("Está bien", ("Qué", "Cómo está"), [(each.what, each.found) for each in checks if each.ok])
    wrong = [each for each in checks if not each.ok]
    for each in wrong:
        say(f"\n✖ {each.what}: {each.found}")
        if each.why:
            say(f"  Por qué importa: {each.why}.")
        say(f"  Cómo se arregla: {each.mend}")
    say("\nNada por arreglar." if not wrong else f"\nPor arreglar: {len(wrong)} de {len(checks)}.")
