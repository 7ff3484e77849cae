"""What a coordinator decides about a line: each act shows what it will change before it does it.

The first sending lives the act in a rehearsal and shows what followed; the second, with the same fields, does it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from gdflow.domain.amendments import AmendedField
from gdflow.domain.errors import InputError
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.rules import Rules
from gdflow.services.amend import Wanted, amend, wanted_target
from gdflow.services.assign import assign
from gdflow.services.decide import Decided, Moved, Why, extend, silence, undo, waive, why
from gdflow.spanish.amendments import amendment_text
from gdflow.spanish.dates import long_date
from gdflow.spanish.decided import again_text, decided_text, moved_text
from gdflow.storage.engine import Session
from gdflow.storage.people import team_by_id
from gdflow.web.incoming import Sent

ACT, STEP, REASON, DAY, PERIOD, TEAM, NUMBER = "acto", "paso", "motivo", "dia", "periodo", "equipo", "numero"
FIELD, VALUE, DEED, SINCE, SCOPE = "campo", "valor", "acta", "desde", "alcance"
FIELDS = (ACT, REASON, DAY, PERIOD, TEAM, NUMBER, FIELD, VALUE, DEED, SINCE, SCOPE)
WHOLE_TEAM = "equipo"
TITLES: Mapping[str, str] = {
    "prorrogar": "Dar una prórroga",
    "exceptuar": "Exceptuar",
    "silenciar": "Callar los recordatorios",
    "asignar": "Asignar a otro equipo",
    "replanificar": "Replanificar con un acta",
    "deshacer": "Deshacer una decisión",
}


@dataclass(frozen=True, slots=True)
class Deciding:
    """Who decides what about which line, when."""

    rules: Rules
    plan: PlanFacts
    line: Line
    sent: Sent
    by: str
    now: datetime

    @property
    def given(self) -> Why:
        """Who and why. Raises InputError("reason_needed")."""
        if not self.sent.text(REASON):
            raise InputError("reason_needed")
        return why(self.by, self.sent.text(REASON))

    @property
    def today(self) -> date:
        """The entity's own day."""
        return self.rules.today(self.now)

    def day(self, name: str) -> date:
        """The day in a field. Raises InputError("bad_date")."""
        text = self.sent.text(name)
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise InputError("bad_date", found=text) from error


Act = Callable[[Session, Deciding], tuple[str, ...]]
"""Does what was decided, and says in sentences what followed."""


def act_of(sent: Sent) -> Act:
    """What a form asks for. Raises InputError("unknown_act")."""
    found = ACTS.get(sent.text(ACT))
    if found is None:
        raise InputError("unknown_act")
    return found


def _extend(session: Session, asked: Deciding) -> tuple[str, ...]:
    period = asked.sent.text(PERIOD) or None
    its = (session, asked.rules, asked.plan, asked.line, asked.day(DAY), asked.given)
    return _decided(extend(*its, period=period, now=asked.now), asked)


def _waive(session: Session, asked: Deciding) -> tuple[str, ...]:
    period = asked.sent.text(PERIOD) or None
    its = (session, asked.rules, asked.plan, asked.line, asked.given)
    return _decided(waive(*its, period=period, now=asked.now), asked)


def _silence(session: Session, asked: Deciding) -> tuple[str, ...]:
    team = None
    if asked.sent.text(SCOPE) == WHOLE_TEAM and asked.line.team_id is not None:
        team = team_by_id(session, asked.rules.entity_id, asked.line.team_id)
    done = silence(session, asked.rules, team or asked.line, asked.day(DAY), asked.given, now=asked.now)
    about = f"Todo lo que debe {team.name}: " if team else ""
    return (about + _decided(done, asked)[0], *_decided(done, asked)[1:])


def _assign(session: Session, asked: Deciding) -> tuple[str, ...]:
    name = asked.sent.text(TEAM)
    if not name:
        raise InputError("team_needed")
    given = asked.given
    its = (session, asked.rules, asked.plan, [asked.line], name)
    team = assign(*its, by=given.author, now=asked.now, reason=given.reason)
    before = f"Deja de recordársele a «{asked.line.team}». " if asked.line.team else ""
    reach = "" if team.contacts else " Ese equipo no tiene correos todavía: agréguelos en Equipos."
    return (f"Desde ahora responde «{team.name}».", f"{before}El nuevo equipo lo sabrá con el próximo barrido.{reach}")


def _amend(session: Session, asked: Deciding) -> tuple[str, ...]:
    field = next((each for each in AmendedField if each.value == asked.sent.text(FIELD)), None)
    if field is None or not asked.sent.text(VALUE):
        raise InputError("amendment_needed")
    if not asked.sent.text(DEED):
        raise InputError("deed_needed")
    since = asked.day(SINCE) if asked.sent.text(SINCE) else asked.today
    wanted = Wanted(field, _value(asked, field), since, asked.sent.text(DEED))
    done = amend(session, asked.rules, asked.plan, asked.line, wanted, asked.given, now=asked.now)
    later = f"Se aplicará con el primer barrido desde el {long_date(since)}."
    follows = _moved(done.moved, asked) if done.amendment.applied_at else (later,)
    return (amendment_text(done.amendment), *follows, "Los períodos que ya se cerraron conservan lo anterior.")


def _value(asked: Deciding, field: AmendedField) -> str:
    text = asked.sent.text(VALUE)
    if field is AmendedField.DUE:
        return asked.day(VALUE).isoformat()
    return wanted_target(asked.line, text) if field is AmendedField.TARGET else text


def _undo(session: Session, asked: Deciding) -> tuple[str, ...]:
    number = asked.sent.text(NUMBER)
    done = undo(session, asked.rules, int(number) if number.isdecimal() else 0, asked.by, now=asked.now)
    said = f"La decisión {done.decision.id} ({done.decision.kind.label.lower()}) ya no rige desde hoy."
    return (said, *(again_text(each.after) for each in done.moved), *_rewritten(done.withdrawn))


ACTS: Mapping[str, Act] = {
    "prorrogar": _extend,
    "exceptuar": _waive,
    "silenciar": _silence,
    "asignar": _assign,
    "replanificar": _amend,
    "deshacer": _undo,
}


def _decided(done: Decided, asked: Deciding) -> tuple[str, ...]:
    said = decided_text(done.decision, asked.rules.calendar)
    return (said[:1].upper() + said[1:], *_moved(done.moved, asked), *_rewritten(done.withdrawn))


def _moved(moved: tuple[Moved, ...], asked: Deciding) -> tuple[str, ...]:
    return tuple(moved_text(each.before, each.after, asked.today) for each in moved)


def _rewritten(withdrawn: int) -> tuple[str, ...]:
    if not withdrawn:
        return ()
    count = "un correo que decía" if withdrawn == 1 else f"{withdrawn} correos que decían"
    return (f"Se rehace {count} otra cosa y aún no había salido.",)
