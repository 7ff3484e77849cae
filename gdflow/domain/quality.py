"""How good the reporting is, by DHIS2's definitions: completeness and timeliness, and what had to be done twice.

Completeness: reports received of those expected. Timeliness: reports received by the period's day to report of those
expected; an extension moves what a line owes, not this day. Expected are the results owed: neither those of lines that
were complete, waived or withdrawn, nor those that the plan's own document shows and nobody can read.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from gdflow.domain.calendar import BusinessCalendar
from gdflow.domain.quick import quickly_made

DAY = timedelta(days=1)
UNKNOWN_TEAM = "Sin identificar"


@quickly_made
@dataclass(frozen=True, slots=True)
class ExpectedReport:
    """A result owed. received_on: the day of its first report, None while there is none.

    versions: how many figures the team sent for it. returns: how often one of them came back.
    """

    team: str
    period: str
    report_by: date
    received_on: date | None
    versions: int
    returns: int


@dataclass(frozen=True, slots=True)
class RefusedFiles:
    """Files that could not be taken. period: None where it could not be known. why: the sentence that was told."""

    team: str
    period: str | None
    code: str
    why: str
    files: int


@dataclass(frozen=True, slots=True)
class Quality:
    """The figures of a team's period, or of all together.

    median_late: business days between the day to report and the report, of the late ones alone.
    """

    team: str
    period: str | None
    expected: int
    received: int
    timely: int
    median_late: Fraction | None
    submissions: int
    returns: int
    refused: tuple[RefusedFiles, ...]

    @property
    def completeness(self) -> Fraction | None:
        """The share of the expected reports that came."""
        return _share(self.received, self.expected)

    @property
    def timeliness(self) -> Fraction | None:
        """The share of the expected reports that came in time."""
        return _share(self.timely, self.expected)

    @property
    def returns_per_submission(self) -> Fraction | None:
        """How often a figure that was sent came back, on average."""
        return _share(self.returns, self.submissions)

    @property
    def files(self) -> int:
        """How many files could not be taken."""
        return sum(each.files for each in self.refused)


def by_team_and_period(
    expected: Iterable[ExpectedReport], refused: Iterable[RefusedFiles], calendar: BusinessCalendar
) -> tuple[Quality, ...]:
    """The figures of each team and period, by period and team; those of which the period is not known come last."""
    reports: dict[tuple[str, str | None], list[ExpectedReport]] = {}
    files: dict[tuple[str, str | None], list[RefusedFiles]] = {}
    for report in expected:
        reports.setdefault((report.team, report.period), []).append(report)
    for each in refused:
        files.setdefault((each.team, each.period), []).append(each)
    places = sorted(reports.keys() | files.keys(), key=lambda place: (place[1] is None, place[1] or "", place[0]))
    return tuple(quality_of(*place, reports.get(place, ()), files.get(place, ()), calendar) for place in places)


def quality_of(
    team: str,
    period: str | None,
    expected: Sequence[ExpectedReport],
    refused: Iterable[RefusedFiles],
    calendar: BusinessCalendar,
) -> Quality:
    """The figures of reports and files under a name. period: None for those of many periods."""
    late = [_late(report.report_by, report.received_on, calendar) for report in expected if report.received_on]
    return Quality(
        team=team,
        period=period,
        expected=len(expected),
        received=len(late),
        timely=late.count(0),
        median_late=_median([days for days in late if days]),
        submissions=sum(report.versions for report in expected),
        returns=sum(report.returns for report in expected),
        refused=_by_code(refused),
    )


def _late(report_by: date, received_on: date, calendar: BusinessCalendar) -> int:
    """Business days after the day to report; what came on a closed day after it is one day late."""
    if received_on <= report_by:
        return 0
    return max(1, calendar.count(report_by + DAY, received_on))


def _median(days: Sequence[int]) -> Fraction | None:
    if not days:
        return None
    ordered, middle = sorted(days), len(days) // 2
    return Fraction(ordered[middle] + ordered[~middle], 2)


def _by_code(refused: Iterable[RefusedFiles]) -> tuple[RefusedFiles, ...]:
    found: dict[str, RefusedFiles] = {}
    for each in refused:
        before = found.get(each.code)
        files = each.files + (before.files if before else 0)
        found[each.code] = RefusedFiles(each.team, each.period, each.code, each.why, files)
    return tuple(found[code] for code in sorted(found))


def _share(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None
