"""Settings that are sound one by one and cannot hold together: each is refused where it stands."""

from collections.abc import Iterator

from gdflow.domain.errors import ConfigError
from gdflow.settings.locate import Path
from gdflow.settings.model import Settings
from gdflow.settings.sources import Sources

RESULTS = ("reminders", "results")


def contradictions(settings: Settings, sources: Sources) -> Iterator[ConfigError]:
    """Every pair of settings of which one makes the other impossible or idle."""
    yield from _results(settings, sources)
    yield from _channels(settings, sources)


def _results(settings: Settings, sources: Sources) -> Iterator[ConfigError]:
    """Between a period's due date and its closing there are so many business days, and no step fits outside."""
    steps, room = settings.reminders.results, settings.reporting.closes_days - settings.reporting.report_by_days
    for audience in ("team", "head", "coordinator"):
        late = [step for step in getattr(steps, audience) if step > room]
        if late:
            yield _error("setting_step_after_closing", (*RESULTS, audience), sources, step=max(late), room=room)
    early = [days for days in steps.before_closing if days >= max(room, 1) and room]
    if early:
        path = (*RESULTS, "before_closing")
        yield _error("setting_closing_step_before_due", path, sources, step=max(early), room=room)


def _channels(settings: Settings, sources: Sources) -> Iterator[ConfigError]:
    for index, chat in enumerate(settings.channels.chats):
        if chat.kind not in settings.reminders.channels:
            yield _error("setting_chat_unused", ("channels", "chats", index), sources, name=chat.name, kind=chat.kind)
    escalates = settings.reminders.results.head or settings.reminders.deadlines.head
    if escalates and not settings.reminders.chain:
        yield _error("setting_chain_empty", ("reminders", "chain"), sources)


def _error(code: str, path: Path, sources: Sources, **facts: object) -> ConfigError:
    setting = ".".join(str(key) for key in path if isinstance(key, str))
    return ConfigError(code, place=sources.nearest(path), setting=setting, **facts)
