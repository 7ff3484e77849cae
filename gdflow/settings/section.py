"""What all sections of the settings share."""

from email.utils import parseaddr
from typing import Annotated, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

T = TypeVar("T")


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


Text = Annotated[str, Field(min_length=1)]
Address = Annotated[str, AfterValidator(an_address)]
Rate = Annotated[int, Field(ge=0, le=100_000)]


def without_repeats(values: tuple[T, ...]) -> tuple[T, ...]:
    """A list in which nothing stands twice."""
    if len(set(values)) < len(values):
        raise refuse("setting_repeated")
    return values
