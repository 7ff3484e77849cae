"""Acts that changed lines of the Cartagena plan, and a reopening of its second quarter."""

from datetime import UTC, date, datetime

from gdflow.domain.amendments import AmendedField, Amendment
from gdflow.domain.closing import Reopening, ReopeningScope
from gdflow.domain.lines import Line
from tests.support import cartagena

DECIDED = datetime(2023, 4, 28, 15, tzinfo=UTC)
APPLIED = datetime(2023, 5, 2, 13, tzinfo=UTC)
BY = "Acta 12 de 2023", "El comité amplió el plazo", "Coordinación"


def act(line: Line, field: AmendedField, before: str | None, after: str, *, undone: bool = False) -> Amendment:
    """A change of a line from 2 May 2023 on. undone: it was taken back a week later."""
    its = line.id, line.id, line.uid, field, before, after, APPLIED.date()
    return Amendment(*its, *BY, DECIDED, APPLIED, datetime(2023, 5, 9, 13, tzinfo=UTC) if undone else None)


def team(name: str) -> Amendment:
    """Another team for the second line; the text is its name and stands in all that people said of it."""
    line = cartagena.lines()[1]
    its = 1, line.id, line.uid, AmendedField.TEAM, name, name, APPLIED.date()
    return Amendment(*its, name, name, name, DECIDED, APPLIED)


def reopening(said: str, scope: ReopeningScope = ReopeningScope.TEAM) -> Reopening:
    """The second quarter taken up again in July; `said` stands in all that people said of it."""
    line = cartagena.lines()[2]
    its = (1, 1, "2023-Q2", 1, scope, 1, said, line.id, line.uid, said, said)
    return Reopening(*its, datetime(2023, 7, 20, 15, tzinfo=UTC), date(2023, 7, 28))
