"""Plans' files as the pages read them: in a limited process, one at a time, and not again for every look."""

import atexit
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from hashlib import sha256
from threading import Lock

from gdflow.app import App
from gdflow.collect.reading import ReaderPool
from gdflow.domain.errors import InputError
from gdflow.domain.import_drafts import ImportDraft
from gdflow.domain.plan import PlanReading, TeamEntry
from gdflow.services.import_plan import PlanFile

REMEMBERED = 3
Key = tuple[str, str, date]


@dataclass(frozen=True, slots=True)
class PlanFiles:
    """Reads plans' files; those that were read last are remembered until this process ends."""

    app: App
    _known: dict[Key, tuple[PlanReading, ...]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def read(self, name: str, data: bytes, *, cut_off: date) -> PlanFile:
        """A file with the plans in it. Raises InputError, also when no plan is found, and ConfigError."""
        key = (sha256(data).hexdigest(), name, cut_off)
        with self._lock:
            readings = self._known.pop(key, None) or _read(name, data, cut_off)
            self._known[key] = readings
            if len(self._known) > REMEMBERED:
                del self._known[next(iter(self._known))]
        return PlanFile(name, data, readings)

    def of(self, draft: ImportDraft) -> PlanFile:
        """A draft's file. Raises what `read` raises, and NotFoundError("unknown_object")."""
        return self.read(draft.name, self.app.objects.get(draft.sha256), cut_off=draft.cut_off)

    def directory(self, name: str, data: bytes) -> tuple[TeamEntry, ...]:
        """The teams of a directory's file. Raises InputError, also when it names no team, and ConfigError."""
        entries = _reader().read_directory(name, data)
        if not entries:
            raise InputError("no_directory_found", file=name)
        return entries


def _read(name: str, data: bytes, cut_off: date) -> tuple[PlanReading, ...]:
    readings = _reader().read_plans(name, data, as_of=cut_off)
    if not readings:
        raise InputError("no_plan_found", file=name)
    return readings


@cache
def _reader() -> ReaderPool:
    """The one process that reads plans for all the pages of this one: to start it takes longer than most files do."""
    pool = ReaderPool(1)
    atexit.register(pool.close)
    return pool
