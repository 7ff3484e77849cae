"""The doors for programs that read: every table as JSON and as CSV, by a key of their own. Nothing here writes."""

from functools import partial
from typing import BinaryIO

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from gdflow.domain.errors import InputError
from gdflow.services.api_table import ApiTable, Asked
from gdflow.services.api_tables import ROOT, TABLES, asked_of
from gdflow.services.api_writing import CsvForm, excel_form, write_csv, write_json
from gdflow.web.api_openapi import EXCEL, openapi
from gdflow.web.held import Held, held
from gdflow.web.readers import Readers
from gdflow.web.site import Site, caller, spend

JSON, CSV = "json", "csv"
MEDIA_TYPES = {JSON: "application/json", CSV: "text/csv; charset=utf-8"}
CACHE = {"cache-control": "private, no-cache"}
DESCRIBED = "openapi.json"
UNCHANGED = 304


class Api:
    """The tables of an installation."""

    def __init__(self, site: Site) -> None:
        self.site, self.readers = site, Readers(site)

    def routes(self) -> list[Route]:
        """What can be asked for."""
        tables = [
            Route(f"{ROOT}{table.name}.{form}", partial(self.table, table, form))
            for table in TABLES
            for form in MEDIA_TYPES
        ]
        return [Route(ROOT, self.page), Route(ROOT + DESCRIBED, self.described), *tables]

    def page(self, request: Request) -> Response:
        """What there is, for people. It tells nothing of the entity but its name, so it needs no key."""
        spend(self.site.limits.requests, caller(request).address)
        return self.site.page("api.html", tables=TABLES, root=self._here(request), excel=EXCEL)

    def described(self, request: Request) -> Response:
        """What there is, for programs."""
        spend(self.site.limits.requests, caller(request).address)
        return JSONResponse(openapi(self._here(request)), headers=CACHE)

    def table(self, table: ApiTable, form: str, request: Request) -> Response:
        """A table, or that whoever asks has it already."""
        self.readers.reader(request)
        app, given = self.site.app, request.query_params.multi_items()
        with app.reading() as session:
            asked = asked_of(session, app.rules, table, given, also=(EXCEL,) if form == CSV else ())
        excel = form == CSV and _wants_excel(request)
        headers = {**CACHE, "content-disposition": f'inline; filename="{table.name}.{form}"'}
        answer = held(partial(self._write, table, form, asked, excel))
        return _answer(request, answer, MEDIA_TYPES[form], headers)

    def _write(self, table: ApiTable, form: str, asked: Asked, excel: bool, out: BinaryIO) -> None:
        app = self.site.app
        with app.reading() as session:
            rows = table.rows(session, app.rules, asked, self.site.clock())
            if form == JSON:
                write_json(out, table, rows)
            else:
                write_csv(out, table, rows, excel_form(app.rules.window.local) if excel else CsvForm())

    def _here(self, request: Request) -> str:
        return (self.site.app.rules.public_url or str(request.base_url).rstrip("/")) + ROOT


def _wants_excel(request: Request) -> bool:
    found = request.query_params.get(EXCEL, "0")
    if found not in ("0", "1"):
        raise InputError("bad_parameter", parameter=EXCEL, found=found, expected="1")
    return found == "1"


def _answer(request: Request, answer: Held, media_type: str, headers: dict[str, str]) -> Response:
    """The answer, or that whoever asks has it already."""
    # weak: the same answer may come packed or not
    etag = f'W/"{answer.sha256}"'
    told = {**headers, "etag": etag}
    if etag in request.headers.get("if-none-match", ""):
        answer.file.close()
        return Response(status_code=UNCHANGED, headers=told)
    told["content-length"] = str(answer.size)
    if request.method == "HEAD":
        answer.file.close()
        return Response(media_type=media_type, headers=told)
    return StreamingResponse(answer.pieces(), media_type=media_type, headers=told)
