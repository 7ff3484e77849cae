"""What a hosted entity sets otherwise than the installation that works for it: judged as the installation's own are."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from gdflow.domain.entities import KnownEntity
from gdflow.domain.errors import ConfigError
from gdflow.settings.catalogue import OWN_FILES, dotted
from gdflow.settings.locate import Path
from gdflow.settings.model import Settings
from gdflow.settings.oidc import Oidc
from gdflow.settings.problems import config_error
from gdflow.settings.sources import Sources
from gdflow.settings.web import CODE, host_of

Tree = Mapping[str, Any]
OWN = ("coordinator", "review", "reporting", "closing", "report", "public", "window", "calendar", "bands", "reminders")
"""The sections that are an entity's own affair; where data lie, how they leave and when works run is one for all."""
OF_MAIL = ("sender", "replies", "plus_addressing", "attach_form")
"""Of the mail an entity sets how it is named and where it is answered, and not by which account it leaves."""
OF_WEB = ("public_url",)
"""Of the pages an entity sets where they are; one server shows those of all."""
PARTS: Mapping[str, tuple[str, ...]] = {"mail": OF_MAIL, "web": OF_WEB}


def settings_of_entity(settings: Settings, entity: KnownEntity) -> Settings:
    """The installation's settings with what the entity sets otherwise. Raises ConfigError for the first problem."""
    own = {"code": entity.code, "name": entity.name, "nit": entity.nit}
    tree: dict[str, Any] = {name: getattr(settings, name) for name in Settings.model_fields} | {"entity": own}
    # Chats beside the mail have keys that are the installation's alone, and its provider's accounts are its own people.
    tree |= {"channels": settings.channels.model_copy(update={"chats": ()}), "oidc": Oidc()}
    tree["web"] = settings.web.model_copy(update={"public_url": placed(settings, entity.code)})
    _refuse_others(entity)
    for name, said in entity.settings.items():
        tree[name] = _over(tree[name].model_dump(), said)
    try:
        return Settings.model_validate(tree)
    except ValidationError as error:
        raise _told(entity, error) from None


def placed(settings: Settings, code: str) -> str | None:
    """Where the pages of a hosted entity are as long as it says nothing else; None without a pattern."""
    pattern = settings.web.entities_url
    return None if pattern is None else pattern.replace(CODE, code)


def code_in(settings: Settings, host: str) -> str | None:
    """The code that a host bears in the place of the pattern; None for any other host."""
    before, place, after = host_of(settings.web.entities_url or "").partition(CODE)
    code = host.removeprefix(before).removesuffix(after)
    return code if place and code and "." not in code and host == f"{before}{code}{after}" else None


def hosts_of(settings: Settings, entity: KnownEntity) -> frozenset[str]:
    """Every host at which a hosted entity is reached: its own, and that of the pattern, by which older links lead."""
    said = entity.settings.get("web")
    own = said.get("public_url") if isinstance(said, Mapping) else None
    return frozenset(host_of(each) for each in (own, placed(settings, entity.code)) if isinstance(each, str))


def is_own(path: Path) -> bool:
    """Whether an entity may set a setting otherwise."""
    section, *rest = path
    return section in OWN or (bool(rest) and rest[0] in PARTS.get(str(section), ()))


def _refuse_others(entity: KnownEntity) -> None:
    """Raise ConfigError("setting_not_of_entity") for a setting that is one for all."""
    for section, said in entity.settings.items():
        names = said if isinstance(said, Mapping) and section in PARTS else {"": None}
        for name in names:
            if not is_own((section, name)):
                facts = {"setting": f"{section}.{name}".strip("."), "choices": ", ".join(OWN)}
                raise ConfigError("setting_not_of_entity", entity=entity.code, **facts)


def _over(below: Any, said: Any) -> Any:
    """What is said, over what stands below it, table by table."""
    if not (isinstance(below, dict) and isinstance(said, Mapping)):
        return said
    return below | {name: _over(below.get(name), value) for name, value in said.items()}


def _told(entity: KnownEntity, error: ValidationError) -> ConfigError:
    """The first problem, said of the entity and not of a file."""
    first = error.errors()[0]
    known = config_error(first, Sources())
    path = first["loc"]
    # In files some sections have a file of their own; here the name is the whole one.
    name = f"{path[0]}.{dotted(path)}" if path[0] in OWN_FILES else dotted(path)
    facts = known.facts | {"place": f"entidad «{entity.code}»", "setting": name, "found": repr(first.get("input"))}
    return ConfigError(known.code, **facts)
