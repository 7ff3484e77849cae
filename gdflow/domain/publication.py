"""What citizens see: the closed periods of the published plans, each closing with the files handed out of it."""

from dataclasses import dataclass

from gdflow.domain.closing import ClosingFacts
from gdflow.domain.closing_rules import EntityFacts, PublicRule


@dataclass(frozen=True, slots=True)
class Download:
    """A file of a closing. path: below the closing's folder, the same for ever. name: for whoever saves it."""

    path: str
    title: str
    media_type: str
    size: int
    sha256: str
    name: str


@dataclass(frozen=True, slots=True)
class PublicClosing:
    """A closing as it is published. lacking: titles of the files that are not written yet."""

    facts: ClosingFacts
    downloads: tuple[Download, ...]
    lacking: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        """Where its files are, below its period."""
        return f"cierre-{self.facts.number}/"

    def download(self, path: str) -> Download | None:
        """The file at a path below its folder."""
        return next((each for each in self.downloads if each.path == path), None)


@dataclass(frozen=True, slots=True)
class PublicPeriod:
    """A closed period of a plan with all its closings, the first one first; the last one is in force."""

    plan: str
    title: str
    period: str
    closings: tuple[PublicClosing, ...]

    @property
    def newest(self) -> PublicClosing:
        """The closing whose figures are shown."""
        return self.closings[-1]

    @property
    def folder(self) -> str:
        """Where its page is, below all that is published."""
        return f"{self.plan}/{self.period}/"

    def closing(self, folder: str) -> PublicClosing | None:
        """The closing of a folder."""
        return next((each for each in self.closings if each.folder == folder), None)


@dataclass(frozen=True, slots=True)
class Publication:
    """All that is published at a moment: by plan, its newest period first. Equal ones make equal pages."""

    entity: EntityFacts
    rule: PublicRule
    periods: tuple[PublicPeriod, ...]

    def of_plan(self, plan: str) -> tuple[PublicPeriod, ...]:
        """The periods of a plan; none where it is not published."""
        return tuple(each for each in self.periods if each.plan == plan)

    def period(self, plan: str, period: str) -> PublicPeriod | None:
        """A period of a plan."""
        return next((each for each in self.of_plan(plan) if each.period == period), None)

    @property
    def plans(self) -> tuple[tuple[str, str], ...]:
        """The published plans: code and title, each once."""
        return tuple(dict.fromkeys((each.plan, each.title) for each in self.periods))
