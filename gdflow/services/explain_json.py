"""The stable JSON of an explanation (docs/json.md)."""

from gdflow.services.explain import ExplainedObligation, Explanation, ToldStep
from gdflow.services.public_json import Json, amount, day


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
        "obligations": [_obligation(owed) for owed in answer.obligations],
        "not_owed": [{"period": period.period, "reason": period.reason.value} for period in answer.unowed],
        "results": [
            {
                "period": result.period,
                "value": amount(result.value),
                "source": result.source.value,
                "receipt": result.receipt,
                "reported_at": result.reported_at.isoformat(),
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
        "steps": [_step(step) for step in owed.steps],
        "next_step": (
            {"step": owed.next_step.step, "on_date": owed.next_step.on_date.isoformat()} if owed.next_step else None
        ),
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
        "notices": [{"to": mark.address, "state": mark.state.value} for mark in (reminder.notices if reminder else ())],
    }
