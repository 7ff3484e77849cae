"""Programs that read with a key of their own: who they are, and how much they may ask."""

from base64 import b64decode
from binascii import Error as NotBase64Error
from dataclasses import dataclass

from starlette.requests import Request

from gdflow.domain.access import ReadToken
from gdflow.domain.errors import GdflowError, NotFoundError
from gdflow.services import read_tokens
from gdflow.storage.engine import BRIEFLY
from gdflow.web.site import Site, caller, spend

BEARER, BASIC = "bearer", "basic"


@dataclass(frozen=True, slots=True)
class Readers:
    """Whoever shows a key in the header `Authorization`: as Bearer, or as the password of Basic under any name."""

    site: Site

    def reader(self, request: Request) -> ReadToken:
        """The key by which a program reads.

        Raises NotFoundError("unknown_read_token") without one that serves, and TooManyError. It may write when the key
        was last used, so it is called outside of any transaction.
        """
        app, now, limits = self.site.app, self.site.clock(), self.site.limits
        address, shown = caller(request).address, request.headers.get("authorization")
        spend(limits.requests, address)
        if shown is None:
            # No guess: programs and browsers ask without a key first, to be told that they need one.
            raise NotFoundError("unknown_read_token")
        try:
            with app.reading() as session:
                found = read_tokens.find(session, app.rules, _key(shown), now=now)
        except NotFoundError:
            spend(limits.bad_links, address)
            raise
        spend(limits.reads, str(found.id))
        if read_tokens.is_to_note(found, now):
            self._note(found)
        return found

    def _note(self, found: ReadToken) -> None:
        try:
            with self.site.app.transaction(patience=BRIEFLY) as session:
                read_tokens.note_used(session, found, now=self.site.clock())
        except GdflowError:
            return  # the database is busy: whoever reads on is noted the next time


def _key(shown: str) -> str:
    """The key in a header; nothing where there is none."""
    scheme, _, said = shown.partition(" ")
    if scheme.lower() == BEARER:
        return said.strip()
    return _password(said.strip()) if scheme.lower() == BASIC else ""


def _password(said: str) -> str:
    try:
        return b64decode(said, validate=True).decode().partition(":")[2]
    except (NotBase64Error, UnicodeDecodeError):
        return ""
