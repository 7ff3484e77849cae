"""Stretches of time as people say them."""

from datetime import timedelta

MINUTE = timedelta(minutes=1)


def how_long(stretch: timedelta) -> str:
    """1 hora 29 minutos; to the minute, upwards."""
    import pendulum

    minutes = max(1, -(-stretch // MINUTE))
    return str(pendulum.duration(minutes=minutes).in_words(locale="es"))
