"""What all sections of the settings share."""

from email.utils import parseaddr
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticCustomError


class Section(BaseModel):
    """A table of settings: frozen once read, and closed to keys that nobody reads."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


def refuse(code: str, **facts: object) -> PydanticCustomError:
    """The error that a validator raises; code and facts are those of the ConfigError that people see."""
    return PydanticCustomError(code, "refused", facts)


def known_zone(name: str) -> str:
    """A time zone of the IANA list."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise refuse("setting_zone_unknown") from error
    return name


def an_address(text: str) -> str:
    """A mail address, alone or as "Name <address>"."""
    name, at, domain = parseaddr(text)[1].rpartition("@")
    if not (name and at and "." in domain) or any(sign in text for sign in "\r\n"):
        raise refuse("setting_not_address")
    return text


def without_repeats(values: tuple[int, ...]) -> tuple[int, ...]:
    """A list in which nothing stands twice."""
    if len(set(values)) < len(values):
        raise refuse("setting_repeated")
    return values
