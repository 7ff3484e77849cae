"""Where teams may have sent something to."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gdflow.services.post import Post  # who only names the places needs nothing of what reads them


@dataclass(frozen=True, slots=True)
class Places:
    """Where to look. post and shared: None where there is none. seen: where looks into the shared folder are noted."""

    post: "Post | None"
    inbox: Path
    shared: Path | None
    seen: Path
