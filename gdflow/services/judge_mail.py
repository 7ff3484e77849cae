"""Whether a mail is taken, waits for the coordinator, or is nobody's answer; with the reason in every case.

Taken is what a contact of the very team, or the coordinator, sent, and what our own server vouches for where it is
asked. Everything else from a person waits: a name in a header proves nothing.
"""

from dataclasses import dataclass

from gdflow.collect.inbound_mail import Letter
from gdflow.collect.mail_origin import Authentication
from gdflow.domain.errors import InputError
from gdflow.domain.inbound import InboundState
from gdflow.domain.rules import Rules
from gdflow.services.mail_place import Place, addresses, place_of
from gdflow.spanish.messages import say
from gdflow.storage import people
from gdflow.storage.engine import Session

WORDS, STRANGER = "words", "stranger"
UNPROVEN = {Authentication.FAIL: "sender_refuted", Authentication.NONE: "sender_unproven"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a mail. code: why; None when its files are taken. message: in Spanish, or the person's words."""

    state: InboundState
    place: Place
    code: str | None = None
    message: str | None = None


NO_PLACE = Place(None, None, None, {})


def judge(session: Session, rules: Rules, letter: Letter, *, asks_server: bool) -> Verdict:
    """Judge a mail. asks_server: our own server must vouch for the sender."""
    nobody = letter.automatic or ("own" if letter.sender in _own(rules) else None)
    if nobody is not None:
        return Verdict(InboundState.IGNORED, NO_PLACE, nobody, say(InputError(f"mail_{nobody}")))
    teams = people.teams_of(session, rules.entity_id)
    place = place_of(session, rules, letter, teams)
    allowed = {team.id: addresses(team) for team in teams}
    doubt = _doubt(rules, letter, place, allowed, asks_server=asks_server)
    if doubt is not None:
        return Verdict(InboundState.QUARANTINED, place, doubt, say(InputError(doubt, sender=letter.sender or "—")))
    if letter.files or _is_coordinator(rules, letter):
        return Verdict(InboundState.TAKEN, place)
    return Verdict(InboundState.TAKEN, place, WORDS, said(letter))


def said(letter: Letter) -> str:
    """The words of a mail without files, and how many pictures stand in it."""
    counted = f"{letter.images} imagen{'es' if letter.images > 1 else ''}".replace("imagenes", "imágenes")
    pictures = f"[{counted} dentro del texto]" if letter.images else ""
    return "\n".join(filter(None, [letter.words or letter.subject, pictures])) or "(vacío)"


def _doubt(
    rules: Rules, letter: Letter, place: Place, allowed: dict[int, frozenset[str]], *, asks_server: bool
) -> str | None:
    """Why a person must look at the mail first, or None."""
    if not _is_coordinator(rules, letter) and not _may_speak(letter.sender, place, allowed):
        return "foreign_sender" if place.way else STRANGER
    if asks_server and letter.authentication is not Authentication.PASS:
        return UNPROVEN[letter.authentication]
    return letter.fault


def _may_speak(sender: str, place: Place, allowed: dict[int, frozenset[str]]) -> bool:
    """Whether the sender is a contact of every team for which the mail speaks; of any team, where it names none."""
    if not place.teams:
        return any(sender in contacts for contacts in allowed.values())
    return all(sender in allowed.get(team, ()) for team in place.teams)


def _is_coordinator(rules: Rules, letter: Letter) -> bool:
    return rules.coordinator is not None and letter.sender == rules.coordinator.casefold()


def _own(rules: Rules) -> frozenset[str]:
    """Our own addresses: what comes from them came round in a circle."""
    own = {rules.sender, rules.replies.address if rules.replies else rules.sender}
    return frozenset(address.casefold() for address in own)
