"""Values as canonical JSON and back: the same value is the same text everywhere, so its hash is its name.

What is kept so must stay readable for ever: a field that is added later needs a default, and a name that was kept is
never given to something else. Decimals, fractions and dates rest as text, mappings with sorted keys.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from hashlib import sha256
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from gdflow.domain.errors import InputError

T = TypeVar("T")
Decoder = Callable[[Any], Any]


def canonical(value: object) -> bytes:
    """The one text of a value, in UTF-8. The value is a frozen dataclass of plain parts."""
    return json.dumps(encoded(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def hash_of(data: bytes) -> str:
    """The name of a canonical text: its sha256 in hexadecimal."""
    return sha256(data).hexdigest()


def restored(kind: type[T], data: bytes) -> T:
    """The value whose canonical text this is. Raises InputError("not_canonical") for any other text."""
    try:
        decode: Decoder = _decoder(kind)  # type: ignore[arg-type]  # every type hint can be hashed
        value: T = decode(json.loads(data))
    except (ValueError, KeyError, TypeError, ArithmeticError) as error:
        raise InputError("not_canonical", kind=kind.__name__, found=str(error)) from error
    return value


def encoded(value: Any) -> Any:
    """A value as JSON's own kinds."""
    if is_dataclass(value) and not isinstance(value, type):
        return {name: encoded(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, Mapping):
        return {str(key): encoded(each) for key, each in value.items()}
    if isinstance(value, tuple | list | frozenset):
        listed = sorted(value) if isinstance(value, frozenset) else value
        return [encoded(each) for each in listed]
    return _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return decimal_text(value)
    return str(value) if isinstance(value, Fraction) else value


def decimal_text(value: Decimal) -> str:
    """A decimal without an exponent and without zeros that say nothing: equal decimals are one text."""
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


@cache
def _decoder(kind: Any) -> Decoder:
    """How a value of a kind is read back from what JSON holds."""
    if kind in PLAIN:
        return PLAIN[kind]
    origin = get_origin(kind)
    if origin in {Union, UnionType}:
        return _optional(kind)
    if origin in {tuple, frozenset}:
        return _several(origin, get_args(kind))
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(*get_args(kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _dataclass(kind)


def _optional(kind: Any) -> Decoder:
    (inner,) = [each for each in get_args(kind) if each is not type(None)]
    decode = _decoder(inner)
    return lambda data: None if data is None else decode(data)


def _several(made: Any, kinds: tuple[Any, ...]) -> Decoder:
    if made is tuple and kinds[-1] is not Ellipsis:
        each = [_decoder(kind) for kind in kinds]
        return lambda data: tuple(decode(part) for decode, part in zip(each, data, strict=True))
    decode = _decoder(kinds[0])
    return lambda data: made(map(decode, data))


def _mapping(key: Any, value: Any) -> Decoder:
    of_key, of_value = (int if key is int else _decoder(key)), _decoder(value)
    return lambda data: {of_key(name): of_value(each) for name, each in data.items()}


def _dataclass(kind: Any) -> Decoder:
    made: Callable[..., Any] = kind
    if not is_dataclass(kind):
        raise TypeError(f"{kind} is not kept")
    hints = get_type_hints(kind)
    known = {each.name: _decoder(hints[each.name]) for each in fields(kind)}
    needed = {each.name for each in fields(kind) if each.default is MISSING and each.default_factory is MISSING}

    def decode(data: Any) -> Any:
        if missing := needed - _object(data).keys():
            raise KeyError(*sorted(missing))
        return made(**{name: known[name](data[name]) for name in data.keys() & known.keys()})

    return decode


def _object(data: Any) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise TypeError(f"{data!r} is no object")
    return data


def _whole(kind: type) -> Decoder:
    def checked(data: Any) -> Any:
        if type(data) is not kind:
            raise TypeError(f"{data!r} is no {kind.__name__}")
        return data

    return checked


PLAIN: Mapping[Any, Decoder] = {
    str: _whole(str),
    int: _whole(int),
    bool: _whole(bool),
    Decimal: Decimal,
    Fraction: Fraction,
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
}
