"""One look into the mailbox: what came back first, so that no report is taken for an answer, then the answers."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime

from gdflow.domain.errors import ConfigError, DeliveryError, GdflowError
from gdflow.domain.rules import Rules
from gdflow.services.bounces import BounceReport, take_bounces
from gdflow.services.intake import IntakeReport, take_mails
from gdflow.services.post import Post
from gdflow.storage.engine import Session
from gdflow.storage.objects import ObjectStore


@dataclass(frozen=True, slots=True)
class MailboxRound:
    """What was in the mailbox. trouble: why the look ended early, None when it did not; the next one goes on."""

    bounces: BounceReport = field(default_factory=BounceReport)
    intake: IntakeReport = field(default_factory=IntakeReport)
    trouble: GdflowError | None = None


def read_mailbox(
    transaction: Callable[[], AbstractContextManager[Session]],
    rules: Rules,
    objects: ObjectStore,
    post: Post,
    *,
    now: datetime,
) -> MailboxRound:
    """Take what is in the mailbox; its files are kept and not read yet.

    Answers are taken only where the entity says that they go to a mailbox of ours: else people's own mails are in it.
    """
    bounces, intake = BounceReport(), IntakeReport()
    try:
        with post.open() as mailbox:
            bounces = take_bounces(transaction, mailbox, rules, post.processed, whose=post.whose, now=now)
            if rules.replies is not None:
                intake = take_mails(transaction, mailbox, rules, objects, post, now=now)
    except (DeliveryError, ConfigError) as error:
        return MailboxRound(bounces, intake, error)
    return MailboxRound(bounces, intake)
