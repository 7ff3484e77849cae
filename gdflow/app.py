"""The composer: from a folder's settings to an engine, rules and channels. The only one that commits.

Doors open an App, then `with app.transaction() as session:` call services; `rehearsal` does the same and keeps nothing.
"""

import gc
import os
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sqlalchemy.engine import Engine
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlmodel import Session

from gdflow import COLLECTOR_PACE, clock
from gdflow.domain.entities import KnownEntity
from gdflow.domain.errors import ConfigError, NotFoundError
from gdflow.domain.outbox import EMAIL
from gdflow.domain.rules import Chat, Rules
from gdflow.settings import Settings, load_settings
from gdflow.settings.own import settings_of_entity
from gdflow.settings.rules import rules_of
from gdflow.storage import entities, shards
from gdflow.storage.engine import PATIENCE, make_engine, reading, writing
from gdflow.storage.evidence_store import EvidenceStore, open_store
from gdflow.storage.migrations import HEAD, migrate, revision_of
from gdflow.storage.objects import ObjectStore

if TYPE_CHECKING:
    from gdflow.channels.base import Channel
    from gdflow.services.lane import Transport
    from gdflow.services.places import Places
    from gdflow.services.post import Post

ENTITY = "GDFLOW_ENTITY"
"""The variable that names the hosted entity for which a command works."""


@dataclass
class App:
    """An installation: its folder, its settings, and what is made of them when first asked for.

    owner: the installation itself, where it works for a hosted entity.
    """

    home: Path
    settings: Settings
    owner: "App | None" = None

    @classmethod
    def open(cls, home: Path, environ: Mapping[str, str] | None = None, *, create: bool = False) -> "App":
        """The installation of a folder, its database brought up to date.

        create: make the database when there is none. Raises NotFoundError("not_installed") otherwise, and
        ConfigError for settings that cannot be used, and for a database that cannot or is of a newer release.
        As it works for a hosted entity where GDFLOW_ENTITY names one; raises as `hosting.attended` does.
        """
        environ = os.environ if environ is None else environ
        app = cls(home, load_settings(home, environ))
        app._prepare_database(create=create)
        _spare_the_collector()
        return app._named(environ.get(ENTITY))

    def hosting(self, entity: KnownEntity) -> "App":
        """This installation as it works for a hosted entity: its rules and folder; our database, files and account.

        Raises ConfigError for a setting of its own that cannot be used.
        """
        from gdflow.services.hosting import folder_of, rules_for

        its = App(folder_of(self.home, entity), settings_of_entity(self.settings, entity), self)
        its.engine, its.objects, its.entity_id = self.engine, self.objects, entity.id
        its.rules = rules_for(self.settings, self.rules, entity, self.home)
        return its

    @cached_property
    def engine(self) -> Engine:
        """The database engine; a relative SQLite path is taken from the installation's folder."""
        return make_engine(self.database_url)

    @property
    def database_url(self) -> str:
        """Where the data are."""
        url, prefix = self.settings.database.url, "sqlite:///"
        if not url.startswith(prefix) or url == prefix:
            return url
        return prefix + (self.home / url.removeprefix(prefix)).as_posix()

    @cached_property
    def rules(self) -> Rules:
        """The entity's calendar, policies and addresses."""
        return rules_of(self.settings, self.entity_id, self.home)

    @cached_property
    def entity_id(self) -> int:
        """The entity of this installation, as it was stored when the installation was opened."""
        entity = self.settings.entity
        with self.reading() as session:
            known = entities.entity_by_code(session, entity.code)
        if known is not None:
            return known
        with self.transaction() as session:
            return entities.settle_entity(session, entity.code, entity.name, entity.nit)

    @cached_property
    def objects(self) -> ObjectStore:
        """Files kept by content."""
        return ObjectStore(self.data / "objects")

    @cached_property
    def evidence(self) -> EvidenceStore:
        """Files of evidence by content: among the others, or where the settings say."""
        if self.owner is not None:
            return self.owner.evidence
        return open_store(self.settings.evidence.url, self.home, self.objects)

    @property
    def root(self) -> Path:
        """The folder of the installation itself, for whichever entity it works."""
        return self.home if self.owner is None else self.owner.home

    @property
    def data(self) -> Path:
        """The folder of everything that is not configuration."""
        return self.home / "data"

    @property
    def outbox(self) -> Path:
        """Where mails are written when they are not sent."""
        return self.home / "outbox"

    @contextmanager
    def transaction(self, *, patience: float = PATIENCE) -> Iterator[Session]:
        """One transaction that holds the write lock and commits at its end. patience: as `writing` has it."""
        with self._told(), writing(self.engine, patience=patience) as session:
            yield session

    @contextmanager
    def rehearsal(self) -> Iterator[Session]:
        """A transaction in which everything happens and nothing stays."""
        with self._told(), writing(self.engine) as session:
            yield session
            session.rollback()

    def writing(self, *, dry_run: bool) -> AbstractContextManager[Session]:
        """A transaction, or with dry_run its rehearsal."""
        return self.rehearsal() if dry_run else self.transaction()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A view of one state of the data."""
        with self._told(), reading(self.engine) as session:
            yield session

    def transports(self) -> "tuple[Transport, ...]":
        """The ways by which notices leave, the mail first, each with its limits; none is opened yet."""
        from gdflow.services.lane import Transport

        if self.owner is not None:
            return self.owner.transports_for(self.rules)
        mail, *webhooks = self.transports_for(self.rules)
        chats = (Transport(chat.channel, partial(self._chat, chat), chat.per_minute) for chat in self.rules.chats)
        return (mail, *chats, *webhooks)

    def transports_for(self, rules: Rules) -> "tuple[Transport, ...]":
        """The ways that every entity has for which this installation works: our mail account, and its own systems."""
        from gdflow.services.lane import Transport

        mail = self.settings.mail
        limits = (mail.per_minute, mail.per_day) if mail.mode == "smtp" else (0, 0)  # a folder takes any number
        return (Transport(EMAIL, self._mail, *limits, account=self._account()), *self.webhooks(rules))

    def webhooks(self, rules: Rules | None = None) -> "tuple[Transport, ...]":
        """The ways to an entity's other systems, those that are switched on. rules: of another one than our own."""
        from gdflow.channels.webhook_address import Reach
        from gdflow.services.mail_account import ca_file
        from gdflow.services.webhook_lane import webhook_transports

        reach = Reach(frozenset(self.settings.channels.hosts), ca_file(self.settings, self.root))
        with self.reading() as session:
            return webhook_transports(session, rules or self.rules, reach, now=clock.now)

    def post(self) -> "Post | None":
        """How the installation's mailbox is read, None where none is; its settings are judged when it is opened."""
        from gdflow.services.mail_account import post_of

        return None if self.owner is not None else post_of(self.settings, self.home)

    def places(self) -> "Places":
        """Where what teams send arrives."""
        from gdflow.services.places import Places

        shared = self.settings.folder.path if self.owner is None else None
        folder = self.home / shared if shared else None
        return Places(self.post(), self.home / "inbox", folder, self.data / "folder.json")

    def sender(self, door: str) -> str:
        """A name for a sender that no other has, here or on another machine; it begins with its door and process."""
        return f"{door}-{os.getpid()}-{token_hex(4)}"

    def _named(self, code: str | None) -> "App":
        """As it works for the entity of a code; our own without one, and for our own."""
        if not code or code == self.settings.entity.code:
            return self
        from gdflow.services.hosting import attended

        with self.reading() as session:
            entity = attended(session, code)
        return self.hosting(entity)

    def _account(self) -> int | None:
        """Our own entity, where the mail account sends for others too and its limits are those of all together."""
        with self.reading() as session:
            return self.entity_id if shards.hosted(session) else None

    def _mail(self) -> "Channel":
        """Files in a folder, or an SMTP server. Raises ConfigError for one that cannot be used as configured."""
        mail = self.settings.mail
        if mail.mode == "files":
            from gdflow.channels.mail_files import MailFiles

            return MailFiles(self.outbox)
        from gdflow.channels.email import SmtpChannel
        from gdflow.services.mail_account import smtp_of

        return SmtpChannel(smtp_of(self.settings, self.home))

    def greet_mail_server(self) -> None:
        """Go in at the mail server and leave again. Raises ConfigError, DeliveryError."""
        from gdflow.channels.smtp_session import open_session
        from gdflow.services.mail_account import smtp_of

        open_session(smtp_of(self.settings, self.home)).quit()

    def _chat(self, chat: Chat) -> "Channel":
        """A channel of Teams or of any other chat. Raises ConfigError for an address that cannot be used so."""
        url, hosts = self.settings.chat_url(chat.name).get_secret_value(), self.settings.channels.hosts
        if chat.kind == "msteams":
            from gdflow.channels.msteams import MICROSOFT, TeamsChannel, TeamsSettings

            return TeamsChannel(TeamsSettings(chat.name, url, allowed_hosts=(*MICROSOFT, *hosts)))
        from gdflow.channels.chat import AppriseChannel

        return AppriseChannel(chat.name, url, allow_private=urlsplit(url).hostname in hosts)

    def _prepare_database(self, *, create: bool) -> None:
        sqlite = self.database_url.startswith("sqlite:///")
        file = Path(self.database_url.removeprefix("sqlite:///"))
        if sqlite and not file.exists():
            if not create:
                raise NotFoundError("not_installed", home=str(self.home))
            file.parent.mkdir(parents=True, exist_ok=True)
        try:
            revision = revision_of(self.engine)
            if revision is not None and revision > HEAD:
                raise ConfigError("database_ahead", found=revision, expected=HEAD)
            migrate(self.engine)
            self.entity_id  # noqa: B018  asked for now: later it would open a transaction inside another
        except DatabaseError as error:
            raise self._unusable(error) from error

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What the database itself refuses (it is full, held by another, or gone) becomes an error of the house."""
        try:
            yield
        except OperationalError as error:
            raise self._unusable(error) from error

    def _unusable(self, error: DatabaseError) -> ConfigError:
        place, text = self.engine.url.render_as_string(hide_password=True), str(error.orig)
        code = next((code for words, code in DATABASE_REFUSALS.items() if words in text), "database_unusable")
        return ConfigError(code, place=place, text=text, found=text)


# What both databases say when they have no room, and when they may not write.
DATABASE_REFUSALS = {
    "database or disk is full": "no_space",
    "No space left on device": "no_space",
    "readonly database": "not_writable",
}


@cache
def _spare_the_collector() -> None:
    """Once in a process: what is there by now stays to its end, so the garbage collector need not walk it again."""
    gc.freeze()
    gc.set_threshold(*COLLECTOR_PACE)
