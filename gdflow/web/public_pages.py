"""What citizens see: the published closings under /transparencia. Nobody signs in, and nothing here writes.

The same files can be exported into a folder; here they are made when they are asked for, and the newest ones kept.
"""

import re
from base64 import b64encode
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from gdflow.domain.closing_rules import PublicRule
from gdflow.domain.errors import NotFoundError
from gdflow.domain.publication import Publication
from gdflow.report.public_pages import write_nothing
from gdflow.services.publication import HTML, Kept, PublicFile, find, publication_of
from gdflow.services.publish import INDEX
from gdflow.web.site import Site, caller, spend

PATH, ROBOTS = "/transparencia", "/robots.txt"
MOST_PAGES = 128
PAGE_LIVES, FILE_LIVES = 300, 3600
"""Seconds for which a browser or a proxy need not ask again."""
STYLE = re.compile(rb"<style>(.*?)</style>", re.DOTALL)
OPENED = frozenset({HTML, "text/html", "application/pdf"})
"""What a browser shows; all else it saves."""
MOVED, UNCHANGED, NOTHING = 308, 304, 404


@dataclass(frozen=True, slots=True)
class Answer:
    """A file with what is told of it. name: for whoever saves it, None for a page."""

    data: bytes
    media_type: str
    name: str | None
    sha256: str


class PublicPages:
    """The published closings of an entity."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._kept = Kept(site.app.reading, site.app.objects)
        # An equal publication makes equal pages: what is kept is never behind what is published.
        self._drawn = lru_cache(MOST_PAGES)(self._draw)

    def routes(self) -> list[Route]:
        """What can be asked for."""
        return [Route(PATH, self.front), Route(PATH + "/{path:path}", self.file), Route(ROBOTS, self.robots)]

    def front(self, request: Request) -> Response:
        """Where the list is: the addresses in it are relative to that."""
        spend(self.site.limits.requests, caller(request).address)
        return _moved("") if self._rule.enabled else self._nothing()

    def file(self, request: Request) -> Response:
        """A page or a file."""
        spend(self.site.limits.requests, caller(request).address)
        try:
            return self._file(request) if self._rule.enabled else self._nothing()
        except NotFoundError:
            return self._nothing()

    def _file(self, request: Request) -> Response:
        publication, path = self._publication(), str(request.path_params["path"])
        address = path.removesuffix(INDEX) if path.split("/")[-1] == INDEX else path
        if not self._is_known(publication, address) and self._is_known(publication, f"{address}/"):
            return _moved(f"{address}/")
        found = find(publication, address, self._kept)
        answer = self._drawn(publication, address) if found.sha256 is None else _read(found)
        return _told(request, answer)

    def robots(self, request: Request) -> Response:
        """Search engines may look at what is published, and at nothing else."""
        spend(self.site.limits.requests, caller(request).address)
        allowed = f"Allow: {PATH}\n" if self._rule.enabled else ""
        return PlainTextResponse(f"User-agent: *\n{allowed}Disallow: /\n")

    @property
    def _rule(self) -> PublicRule:
        return self.site.app.rules.closing.public

    def _nothing(self) -> Response:
        place = f"{PATH}/" if self._rule.enabled else None
        page = Answer(write_nothing(self.site.app.rules.closing.entity, place), HTML, None, "")
        return Response(page.data, NOTHING, {"content-security-policy": _policy(page)}, HTML)

    def _publication(self) -> Publication:
        app = self.site.app
        with app.reading() as session:
            return publication_of(session, app.rules, app.objects)

    def _is_known(self, publication: Publication, address: str) -> bool:
        try:
            find(publication, address, self._kept)
        except NotFoundError:
            return False
        return True

    def _draw(self, publication: Publication, address: str) -> Answer:
        return _read(find(publication, address, self._kept))


def _read(found: PublicFile) -> Answer:
    data = found.data()
    return Answer(data, found.media_type, found.name, found.sha256 or sha256(data).hexdigest())


def _told(request: Request, answer: Answer) -> Response:
    """The file, or that whoever asks has it already."""
    headers = _headers(answer)
    if f'"{answer.sha256}"' in request.headers.get("if-none-match", ""):
        return Response(status_code=UNCHANGED, headers=headers)
    return Response(answer.data, media_type=answer.media_type, headers=headers)


def _headers(answer: Answer) -> dict[str, str]:
    # weak: the same page may come packed or not
    headers = {"etag": f'W/"{answer.sha256}"', "x-robots-tag": "all"}
    if answer.name is None:
        return headers | {"cache-control": f"public, max-age={PAGE_LIVES}", "content-security-policy": _policy(answer)}
    way = "inline" if answer.media_type in OPENED else "attachment"
    headers["content-disposition"] = f"{way}; filename*=UTF-8''{quote(answer.name, safe='')}"
    headers["cache-control"] = f"public, max-age={FILE_LIVES}"
    if answer.media_type.startswith("text/html"):
        headers["content-security-policy"] = _policy(answer)
    if way == "attachment":
        # data are for other sites' programs too
        headers |= {"access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin"}
    return headers


def _policy(answer: Answer) -> str:
    """Nothing but the page's own style, by its hash: what says so in the page itself is said before it is read."""
    styles = [b64encode(sha256(each).digest()).decode() for each in STYLE.findall(answer.data)]
    known = " ".join(f"'sha256-{each}'" for each in styles) or "'none'"
    return f"default-src 'none'; style-src {known}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


def _moved(path: str) -> Response:
    return RedirectResponse(f"{PATH}/{quote(path)}", MOVED)
