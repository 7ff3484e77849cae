"""Programs that read with a key of their own: who they are, and how much they may ask."""

from dataclasses import dataclass

from starlette.requests import Request

from gdflow.domain.access import ReadToken
from gdflow.domain.errors import GdflowError, NotFoundError
from gdflow.services import read_tokens
from gdflow.web.site import Site, caller, spend

SCHEME = "bearer"


@dataclass(frozen=True, slots=True)
class Readers:
    """Whoever shows a key in the header `Authorization: Bearer …`."""

    site: Site

    def reader(self, request: Request) -> ReadToken:
        """The key by which a program reads.

        Raises NotFoundError("unknown_read_token") without one that serves, and TooManyError. It may write when the key
        was last used, so it is called outside of any transaction.
        """
        app, now, limits = self.site.app, self.site.clock(), self.site.limits
        address = caller(request).address
        spend(limits.requests, address)
        try:
            with app.reading() as session:
                found = read_tokens.find(session, app.rules, _shown(request), now=now)
        except NotFoundError:
            spend(limits.bad_links, address)
            raise
        spend(limits.reads, str(found.id))
        if read_tokens.is_to_note(found, now):
            self._note(found)
        return found

    def _note(self, found: ReadToken) -> None:
        try:
            with self.site.app.transaction() as session:
                read_tokens.note_used(session, found, now=self.site.clock())
        except GdflowError:
            return  # the database is busy: whoever reads on is noted the next time


def _shown(request: Request) -> str:
    """The key that a request shows; nothing where it shows none."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == SCHEME else ""
