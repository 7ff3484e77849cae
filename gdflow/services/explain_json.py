"""The stable JSON of an explanation (docs/json.md)."""

from gdflow.domain.notices import NoticeFacts
from gdflow.services.amendments_json import amendment_json
from gdflow.services.decision_list import decision_json
from gdflow.services.explain import EarlierReminder, ExplainedObligation, Explanation, ToldStep
from gdflow.services.public_json import Json, amount, day
from gdflow.services.review_choice import review_json


def explanation_json(answer: Explanation) -> Json:
    """Everything that decides about a line's reminders on a day."""
    line = answer.line
    return {
        "plan": answer.plan.code,
        "sheet": line.sheet,
        "row": line.row,
        "label": line.label,
        "team": line.team,
        "addresses": list(answer.addresses),
        "start": day(line.start),
        "due": day(line.due),
        "due_confirmed": line.due_confirmed,
        "as_of": answer.as_of.isoformat(),
        "closed_because": answer.closed_because,
        "decisions": [decision_json(decision) for decision in answer.decisions],
        "amendments": [amendment_json(act, answer.plan.code, line) for act in answer.amendments],
        "closings": [
            {"period": each.period, "number": each.number, "closed_at": each.closed_at.isoformat()}
            for each in answer.closings
        ],
        "obligations": [_obligation(owed) for owed in answer.obligations],
        "not_owed": [{"period": period.period, "reason": period.reason.value} for period in answer.unowed],
        "results": [
            {
                "period": result.period,
                "value": amount(result.value),
                "source": result.source.value,
                "receipt": result.receipt,
                "reported_at": result.reported_at.isoformat(),
                "version": answer.version(result),
                "reviews": [review_json(review) for review in answer.reviews.get(result.id, ())],
            }
            for result in answer.results
        ],
    }


def _obligation(owed: ExplainedObligation) -> Json:
    obligation = owed.obligation
    return {
        "kind": obligation.kind.value,
        "period": obligation.period,
        "due_on": obligation.due_on.isoformat(),
        "closes_on": day(obligation.closes_on),
        "state": obligation.state.value,
        "reason": obligation.reason.value,
        "verdict": owed.verdict.value,
        "decision": owed.because.id if owed.because else None,
        "steps": [_step(step) for step in owed.steps],
        "next_step": (
            {"step": owed.next_step.step.step, "on_date": owed.next_step.day.isoformat()} if owed.next_step else None
        ),
        "earlier": [_earlier(reminder) for reminder in owed.earlier],
    }


def _step(told: ToldStep) -> Json:
    reminder = told.reminder
    return {
        "step": told.step.step,
        "audience": told.step.audience.value,
        "reason": told.step.reason.value,
        "on_date": told.step.on_date.isoformat(),
        "written_on": day(reminder.claimed_on) if reminder else None,
        "suppressed": reminder.suppressed if reminder else None,
        "decision": told.rests.id if told.rests else None,
        "notices": [_notice(notice) for notice in told.notices],
    }


def _earlier(told: EarlierReminder) -> Json:
    reminder = told.reminder
    return {
        "due_on": reminder.due_on.isoformat(),
        "step": reminder.step,
        "audience": reminder.audience.value,
        "reason": reminder.reason.value,
        "on_date": reminder.on_date.isoformat(),
        "written_on": reminder.claimed_on.isoformat(),
        "suppressed": reminder.suppressed,
        "notices": [_notice(notice) for notice in told.notices],
    }


def _notice(notice: NoticeFacts) -> Json:
    return {
        "to": notice.address,
        "channel": notice.channel,
        "day": notice.day.isoformat(),
        "state": notice.state.value,
        "code": notice.code,
        "text": notice.text,
        "tries": notice.tries,
        "not_before": notice.not_before.isoformat(),
        "settled_at": notice.settled_at.isoformat() if notice.settled_at else None,
        "resolved_by": notice.resolved_by,
    }
