"""Which team stands behind a file, as far as is known before it is read."""

from gdflow.domain.people import Team
from gdflow.domain.receipts import ReceiptFacts
from gdflow.domain.rules import Rules
from gdflow.storage import people
from gdflow.storage.engine import Session


def team_behind(session: Session, rules: Rules, receipt: ReceiptFacts) -> Team | None:
    """The team that was named when the file came, else the only one of which the sender's address is a contact."""
    if receipt.team_id is not None:
        return people.team_by_id(session, rules.entity_id, receipt.team_id)
    if receipt.sender is None:
        return None
    teams = people.teams_of_address(session, rules.entity_id, receipt.sender)
    return people.team_by_id(session, rules.entity_id, teams[0]) if len(teams) == 1 else None
