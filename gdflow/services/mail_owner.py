"""To which entity a mail in the installation's mailbox belongs, by what it carries of ours; the surest sign first.

A sign says of which entity the mail speaks, and nothing more: whether its sender may speak for a team is judged by that
entity's own rules. What no sign places is the installation's own, where it waits for a person.
"""

from collections.abc import Iterator
from pathlib import Path

from gdflow.collect.form_tokens import form_tokens
from gdflow.collect.inbound_mail import Letter
from gdflow.domain import keys
from gdflow.domain.errors import ConfigError
from gdflow.domain.rules import Rules
from gdflow.services.hosting import rules_for
from gdflow.settings import Settings
from gdflow.storage import entities, mail_owners, shards, submissions
from gdflow.storage.engine import Session


def owner_of(settings: Settings, home: Path, session: Session, rules: Rules, letter: Letter) -> Rules:
    """The rules of the entity to which a letter belongs. rules, settings, home: the installation's own.

    Its own are those of a letter whose surest sign names nobody, several, or an entity that is not attended here.
    """
    if not shards.hosted(session):
        return rules
    owners = next(filter(None, _owners(session, letter)), frozenset[int]())
    if len(owners) != 1 or rules.entity_id in owners:
        return rules
    [number] = owners
    try:
        hosted = entities.hosted_among(session, number, number)
        return next((rules_for(settings, rules, each, home) for each in hosted), rules)
    except ConfigError:
        # An entity whose settings cannot be used holds up nobody's mail: its own waits for a person.
        return rules


def _owners(session: Session, letter: Letter) -> Iterator[frozenset[int]]:
    """The entities that each kind of sign names, in the order in which they are believed."""
    yield _known(mail_owners.owner_of_reference(session, each) for each in letter.tags)
    yield _known(mail_owners.owner_of_message(session, each) for each in letter.thread)
    yield _known(mail_owners.owner_of_reference(session, each) for each in letter.marks)
    tokens = (keys.token_sha256(token) for file in letter.files for token in form_tokens(file.data))
    forms = (submissions.form_by_token(session, token) for token in tokens)
    yield frozenset(form.entity_id for form in forms if form is not None)


def _known(found: Iterator[int | None]) -> frozenset[int]:
    return frozenset(each for each in found if each is not None)
