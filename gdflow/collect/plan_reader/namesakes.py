"""Teams of a plan whose name the document's directory writes otherwise: told, for nobody would be reminded."""

from collections.abc import Sequence

from gdflow.collect.plan_reader.issues import Issues
from gdflow.collect.plan_reader.titles import plain
from gdflow.domain.office_names import likely_same
from gdflow.domain.plan import PlanLine, TeamEntry


def check_namesakes(lines: Sequence[PlanLine], directory: Sequence[TeamEntry], issues: Issues) -> None:
    """Tell once of each team that the directory does not list and likely means by another spelling."""
    addressed = {plain(entry.name): entry.name for entry in directory if entry.emails}
    named = {plain(entry.name) for entry in directory}
    for line in lines if addressed else ():
        for team in line.teams:
            if plain(team) not in named:
                named.add(plain(team))
                if near := likely_same(team, addressed.values()):
                    issues.add("team_spelled_otherwise", line.row, raw=team, proposal=near)
