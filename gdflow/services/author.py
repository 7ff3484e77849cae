"""Who acts, as the record names them."""

from gdflow.domain.errors import InputError


def author_of(by: str) -> str:
    """Whoever decides, as the record names them. Raises InputError("blank_author")."""
    if not by.strip():
        raise InputError("blank_author")
    return by.strip()
