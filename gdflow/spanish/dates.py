"""Dates as Colombian readers expect them."""

from datetime import date

WEEKDAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
MONTHS = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)


def short_date(day: date) -> str:
    """jue 20 jul 2023"""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def brief_date(day: date) -> str:
    """jue 20 jul"""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]}"


def long_date(day: date) -> str:
    """jueves 20 de julio de 2023"""
    return f"{WEEKDAYS[day.weekday()]} {date_in_words(day)}"


def date_in_words(day: date) -> str:
    """20 de julio de 2023"""
    return f"{day.day} de {MONTHS[day.month - 1]} de {day.year}"


def days_between(days: int) -> str:
    """1 día, 3 días"""
    return f"{days} día" if days == 1 else f"{days} días"
