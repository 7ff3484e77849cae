"""The mail account of an installation, out of its settings: how mails leave by it, and how its mailbox is read."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gdflow.settings import Settings

if TYPE_CHECKING:
    from gdflow.channels.email import SmtpSettings
    from gdflow.collect.mailbox import Mailbox
    from gdflow.domain.tokens import TokenSource
    from gdflow.services.post import Post


def smtp_of(settings: Settings, home: Path) -> "SmtpSettings":
    """The server that takes the mails. home: the installation's folder, in which a file of authorities lies."""
    from gdflow.channels.email import SmtpSettings

    mail, token = settings.mail, _token(settings)
    return SmtpSettings(
        host=mail.host or "localhost",
        port=mail.port,
        security=mail.security,
        user=mail.user,
        password=mail.password.get_secret_value() if mail.password and token is None else None,
        ca_file=ca_file(settings, home),
        token=token,
    )


def post_of(settings: Settings, home: Path) -> "Post | None":
    """How the mailbox is read, None where none is; its settings are judged when it is opened."""
    imap = settings.imap
    if imap.host is None:
        return None
    # So late: whoever only sends needs nothing of what reads.
    from gdflow.services.mail_owner import owner_of
    from gdflow.services.post import Post

    its = (imap.processed, imap.keeps_sent, imap.quarantine, imap.authserv_id)
    return Post(partial(mailbox_of, settings, home), *its, whose=partial(owner_of, settings, home))


def mailbox_of(settings: Settings, home: Path) -> "Mailbox":
    """The mailbox of the mail's own user unless another is named. Raises ConfigError for one that is not safe."""
    from gdflow.collect.mailbox import Mailbox, MailboxSettings

    mail, imap = settings.mail, settings.imap
    secret, token = imap.password or mail.password, _token(settings)
    return Mailbox(
        MailboxSettings(
            host=imap.host or "localhost",
            port=imap.port,
            security=imap.security,
            user=imap.user or mail.user or "",
            password=secret.get_secret_value() if secret and token is None else None,
            token=token,
            ca_file=ca_file(settings, home),
            inbox=imap.inbox,
            sent=imap.sent,
            processed=imap.processed,
            quarantine=imap.quarantine,
        )
    )


def ca_file(settings: Settings, home: Path) -> Path | None:
    """The authorities that are trusted beside the usual ones."""
    return home / settings.mail.ca_file if settings.mail.ca_file else None


def _token(settings: Settings) -> "TokenSource | None":
    """Where bearer tokens come from, instead of a password."""
    oauth = settings.oauth
    if not (oauth.tenant and oauth.client and oauth.secret):
        return None
    from gdflow.channels.oauth import client_credentials

    return client_credentials(oauth.tenant, oauth.client, oauth.secret.get_secret_value(), authority=oauth.authority)
