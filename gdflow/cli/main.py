"""`gdflow`: the commands, and how every error becomes one Spanish sentence and an exit code."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from gdflow.cli import (
    accounts,
    amend,
    answers,
    audit,
    backup,
    closing,
    collecting,
    coverage,
    decisions,
    entities,
    evidence,
    mailbox,
    outbox,
    plans,
    policy,
    publish,
    quality,
    reminders,
    review,
    serve,
    teams,
    tokens,
    upkeep,
    web,
    webhooks,
    working,
)
from gdflow.cli.output import Exit, complain
from gdflow.domain.errors import ConfigError, ConflictError, GdflowError, InputError, NotFoundError

HELP_NAMES = frozenset({"-h", "--help"})
app = typer.Typer(
    name="gdflow",
    help="Seguimiento de planes de entidades públicas: qué se debe, a quién se recuerda, qué se recibió.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

READING = (plans, teams, reminders, outbox, decisions, amend, coverage, policy)
ANSWERING = (answers, collecting, mailbox, web, evidence, review, quality)
CLOSING = (closing, audit, publish)
PEOPLE = (entities, accounts, tokens, webhooks)
RUNNING = (serve, working, backup)
OF_ALL = frozenset({"init", "demo", "doctor", "config", "serve", "web", "work", "backup", "restore", "entities"})
"""The commands about the installation itself, whichever entities it works for."""
for commands in (*READING, *ANSWERING, *CLOSING, *PEOPLE, *RUNNING, upkeep):
    commands.add_to(app)


@app.callback()
def installation(
    context: typer.Context,
    home: Annotated[
        Path | None,
        typer.Option(help="Carpeta de la instalación (config/ y data/). Por omisión, GDFLOW_HOME o la actual."),
    ] = None,
    entity: Annotated[
        str | None,
        typer.Option(
            envvar="GDFLOW_ENTITY",
            metavar="CÓDIGO",
            help="Entidad atendida a la que se refiere la orden (véase «gdflow entities»). Por omisión, la propia.",
        ),
    ] = None,
) -> None:
    """Seguimiento de planes de entidades públicas: qué se debe, a quién se recuerda, qué se recibió."""
    if home is not None:
        os.environ["GDFLOW_HOME"] = str(home)
    if entity:
        if context.invoked_subcommand in OF_ALL:
            raise InputError("command_of_all", found=context.invoked_subcommand)
        os.environ["GDFLOW_ENTITY"] = entity


def run() -> None:
    """Run one command; the process ends with the exit codes of docs/commands.md."""
    try:
        _speak_spanish()
        sys.exit(app(prog_name="gdflow", standalone_mode=False))
    except TyperException as error:
        _tell_mistyped(error)
        sys.exit(error.exit_code)
    except typer.Abort:
        complain("No se hizo nada.")
        sys.exit(Exit.FAILURE)
    except GdflowError as error:
        from gdflow.spanish.messages import say

        complain(say(error))
        sys.exit(exit_code(error))
    except OSError as error:
        from gdflow.spanish.system import not_done

        complain(not_done(error))
        sys.exit(Exit.FAILURE)


def _speak_spanish() -> None:
    """Give the library's help Spanish titles; only where help will be shown, because its printer is slow to load."""
    groups = {group.name for group in app.registered_groups}
    if len(sys.argv) > 1 and HELP_NAMES.isdisjoint(sys.argv) and sys.argv[-1] not in groups:
        return
    from typer import rich_utils

    from gdflow.spanish.usage import HELP

    for name, words in HELP.items():
        setattr(rich_utils, name, words)


def _tell_mistyped(error: TyperException) -> None:
    # Without words the library shows the help by itself, and says nothing more.
    context = getattr(error, "ctx", None)
    if said := error.format_message():
        from gdflow.spanish.usage import mistyped

        complain(mistyped(said, context.command_path if context else "gdflow"))


# What stands wrong in the command itself and not in a file.
MISTYPED = frozenset(
    {
        *("bad_date", "bad_period_kind", "bad_role", "unknown_period", "blank_author", "blank_reason", "line_or_team"),
        *(
            "period_needed",
            "unknown_check",
            "spite_without_reason",
            "scope_needed",
            "unknown_report_format",
            "bad_head",
        ),
        *("blank_note", "unknown_note", "lines_or_all", "several_reports", "bad_review_mode"),
        *("end_passed", "end_needed", "extension_not_later", "absence_dates", "bad_notice_state", "one_decision"),
        *("unknown_role", "blank_name", "password_length", "password_monotonous", "password_own_name"),
        *("blank_act", "one_amendment", "unreadable_target", "bad_entity_code", "bad_entity_setting", "bad_shard"),
        *("unknown_webhook_event", "webhook_url_unreadable", "webhook_url_not_https", "webhook_url_with_user"),
        *("webhook_host_private", "command_of_all"),
    }
)


def exit_code(error: GdflowError) -> Exit:
    """2 for a name that is not known or was mistyped, 3 for input and settings to mend, 4 for a refusal, else 1."""
    if isinstance(error, NotFoundError) or error.code in MISTYPED:
        return Exit.USAGE
    if isinstance(error, InputError | ConfigError):
        return Exit.PROBLEMS
    return Exit.REFUSED if isinstance(error, ConflictError) else Exit.FAILURE


if __name__ == "__main__":
    run()
