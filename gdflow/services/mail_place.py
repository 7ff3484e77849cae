"""To which team and period a mail belongs, by what it carries of ours; the surest sign first.

1. The reference after a "+" in the address that it was sent to.
2. The mail of ours that it answers, by its Message-ID or that of its thread.
3. The reference in its subject, else in its text.
4. The token of a form that hangs on it.
5. Its sender, when that is a contact of one team alone.

None of these lets anybody in: they say whose answer it would be, and `judge_mail` says whether its sender may give it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gdflow.collect.form_tokens import form_tokens
from gdflow.collect.inbound_mail import Letter, read_letter
from gdflow.collect.mail_parts import MailFile
from gdflow.domain import keys
from gdflow.domain.people import Team
from gdflow.domain.receipts import FormIssue
from gdflow.domain.rules import Rules
from gdflow.storage import correspondence, plans, submissions
from gdflow.storage.engine import Session
from gdflow.storage.notice_story import bytes_of, notice_by_message_id

ROOT = "<gd.t."
Spot = tuple[int | None, str | None]
"""A team and a period, each None where it is not known."""


Whose = Callable[[Session, Rules, Letter], Rules]
"""The rules of the entity to which a mail belongs, given those of the installation's own."""


def own_alone(_session: Session, rules: Rules, _letter: Letter) -> Rules:
    """Every mail is the own entity's."""
    return rules


class Way(StrEnum):
    """By which sign a mail's place is known."""

    TAG = "tag"
    THREAD = "thread"
    MARK = "mark"
    FORM = "form"
    SENDER = "sender"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mail belongs. way: None when nothing says so. forms: the form behind each file, where it is one."""

    team_id: int | None
    period: str | None
    way: Way | None
    forms: Mapping[MailFile, FormIssue]

    @property
    def teams(self) -> frozenset[int]:
        """Every team for which the mail would speak."""
        return frozenset(team for team in (self.team_id, *(form.team_id for form in self.forms.values())) if team)

    def of_file(self, file: MailFile) -> Spot:
        """The team and period of a file: those of its own form, else those of the mail."""
        form = self.forms.get(file)
        return (form.team_id, form.period) if form else (self.team_id, self.period)


def place_of(session: Session, rules: Rules, letter: Letter, teams: Iterable[Team]) -> Place:
    """Where a mail belongs; teams: all of the entity, with their contacts."""
    forms = forms_on(session, rules, letter.files)
    signs: dict[Way, list[Spot]] = {
        Way.TAG: _of_references(session, rules, letter.tags),
        Way.THREAD: _of_thread(session, rules, letter.thread),
        Way.MARK: _of_references(session, rules, letter.marks),
        Way.FORM: [(form.team_id, form.period) for form in forms.values()],
    }
    for way, spots in signs.items():
        if spots:
            return Place(*_fullest(spots), way, forms)
    own = [team.id for team in teams if letter.sender in addresses(team)]
    return Place(own[0] if len(own) == 1 else None, None, Way.SENDER if own else None, forms)


def forms_on(session: Session, rules: Rules, files: Iterable[MailFile]) -> dict[MailFile, FormIssue]:
    """Which of these files are forms that this entity gave out."""
    found = {}
    for file in files:
        tokens = (keys.token_sha256(token) for token in form_tokens(file.data))
        issues = (submissions.form_by_token(session, token) for token in tokens)
        issue = next((each for each in issues if each is not None and each.entity_id == rules.entity_id), None)
        if issue is not None:
            found[file] = issue
    return found


def addresses(team: Team) -> frozenset[str]:
    """The addresses of a team's contacts, in lower case."""
    return frozenset(contact.email.casefold() for contact in team.contacts)


def _of_references(session: Session, rules: Rules, references: Iterable[str]) -> list[Spot]:
    found = (correspondence.place_of(session, rules.entity_id, each) for each in references)
    return [spot for spot in found if spot is not None]


def _of_thread(session: Session, rules: Rules, ids: Sequence[str]) -> list[Spot]:
    """What the mails of ours speak of that are named here; else the thread that all mails about it share."""
    found = [spot for each in ids if (spot := _of_notice(session, rules, each)) is not None]
    if any(period for _, period in found) or not any(each.startswith(ROOT) for each in ids):
        return found
    roots = dict(_roots(session, rules))
    return [*(roots[each] for each in ids if each in roots), *found]


def _of_notice(session: Session, rules: Rules, message_id: str) -> Spot | None:
    """What a mail of ours speaks of: it bears its own reference. One to the coordinator bears none and says nothing."""
    notice = notice_by_message_id(session, rules.entity_id, message_id)
    if notice is None:
        return None
    sent = read_letter(bytes_of(session, rules.entity_id, notice.id))
    own: Spot = (notice.team_id, None)
    return next(iter(_of_references(session, rules, sent.marks)), own if notice.team_id else None)


def _roots(session: Session, rules: Rules) -> Iterator[tuple[str, Spot]]:
    """Every thread that the entity may have begun."""
    known = plans.plans_of(session, rules.entity_id)
    for spot in correspondence.places(session, rules.entity_id):
        for ids in ([], *([plan.id] for plan in known)):
            yield keys.thread_root(ids, *spot, rules.mail_domain), spot


def _fullest(spots: Sequence[Spot]) -> Spot:
    """The first that names a period too, else the first."""
    return next((spot for spot in spots if spot[1] is not None), spots[0])
