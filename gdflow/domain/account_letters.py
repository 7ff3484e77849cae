"""What a mail about an account says: by whom it was given, and where its person chooses a password."""

from dataclasses import dataclass
from datetime import datetime

from gdflow.domain.digest import Letterhead


@dataclass(frozen=True, slots=True)
class AccountLetter:
    """A link to choose a password. until: aware, in the entity's zone; given_by: as the record names them."""

    head: Letterhead
    link: str
    until: datetime
    given_by: str
    role: str
    is_first: bool
