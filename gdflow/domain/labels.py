"""Words for people beside stored values: English inside, Spanish on screen."""

from enum import StrEnum
from typing import Self


class LabelledEnum(StrEnum):
    """An enumeration whose members hold their stored value and the Spanish label that people read."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class SignedEnum(StrEnum):
    """An enumeration like LabelledEnum whose members also hold a sign that repeats their colour for every eye."""

    label: str
    symbol: str

    def __new__(cls, value: str, label: str, symbol: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.symbol = label, symbol
        return member
