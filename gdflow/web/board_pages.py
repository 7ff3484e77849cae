"""The coordinator's board: what is missing in a period, by team, and what to do about it."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gdflow.domain.access import ALLOWED, Act, WebSession
from gdflow.domain.board import Board, Standing
from gdflow.domain.periods import parse_period
from gdflow.services.board import board
from gdflow.services.consolidate import consolidate
from gdflow.services.find import find_plan
from gdflow.services.own_workbook import fill_own_workbook
from gdflow.spanish.board import columns_of, remind_words
from gdflow.web.board_view import View, Wanted, view_of
from gdflow.web.desk import Desk
from gdflow.web.incoming import Sent, sent_form
from gdflow.web.navigation import BOARD

DOWNLOAD = f"{BOARD}/descargar"
PLAN, PERIOD, STANDING, TEAM, PAGE, KIND = "plan", "periodo", "estado", "equipo", "pagina", "que"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OWN = "libro"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a board's address asks for; blanks for what it leaves open."""

    plan: str
    period: str
    wanted: Wanted

    def link(self, **changes: object) -> str:
        """The address of the board with something changed in it."""
        own = {PLAN: self.plan, PERIOD: self.period, STANDING: self.wanted.standing or "", TEAM: self.wanted.team}
        said = {name: str(value) for name, value in {**own, **changes}.items() if value}
        return f"{BOARD}?{urlencode(said)}" if said else BOARD


@dataclass(frozen=True, slots=True)
class BoardPages:
    """The page on which the work of a period is seen."""

    desk: Desk

    def routes(self) -> list[Route]:
        """What can be asked for."""
        return [Route(BOARD, self.whole), Route(DOWNLOAD, self.download, methods=["POST"])]

    def whole(self, request: Request) -> Response:
        """The page."""
        person, asked = self.desk.person(request, Act.SEE), asked_of(request)
        app = self.desk.site.app
        with app.reading() as session:
            its = {"plan": asked.plan or None, "period": asked.period or None}
            found = board(session, app.rules, now=self.desk.site.clock(), **its)
        return self._show(request, person, asked, found, view_of(found, asked.wanted))

    async def download(self, request: Request) -> Response:
        """The consolidated workbook of a plan's period, or the plan's own: what was written down is noted."""
        await run_in_threadpool(self.desk.person, request, Act.SEE)
        return await run_in_threadpool(self._download, await sent_form(request))

    def _download(self, sent: Sent) -> Response:
        app, now = self.desk.site.app, self.desk.site.clock()
        period = parse_period(sent.text(PERIOD))
        with app.transaction() as session:
            plan = find_plan(session, app.rules.entity_id, sent.text(PLAN) or None)
            if sent.text(KIND) == OWN:
                filled = fill_own_workbook(session, app.rules, app.objects, plan, period, now=now)
                return attachment(filled.data, plan.source, XLSX)
            made = consolidate(session, app.rules, plan, period, now=now)
        return attachment(made.workbook, f"consolidado-{plan.code}-{period.key}.xlsx", XLSX)

    def _show(self, request: Request, person: WebSession, asked: Asked, found: Board, shown: View) -> Response:
        keys = [
            cell.period for team in found.teams for row in (*team.rows, *team.exempt)[:1] for cell in row.row.figures
        ]
        return self.desk.page(
            request,
            person,
            "board.html",
            board=found,
            view=shown,
            asked=asked,
            standings=tuple(Standing),
            columns=columns_of(tuple(dict.fromkeys(keys)), found.period) if found.period and keys else (),
            remind=remind_words(found),
            can={act.value for act in ALLOWED[person.account.role]},
        )


def asked_of(request: Request) -> Asked:
    """What an address asks for; what nobody could mean is left out."""
    query = request.query_params
    standing = next((each for each in Standing if each.value == query.get(STANDING)), None)
    page = query.get(PAGE, "")
    wanted = Wanted(standing, query.get(TEAM, ""), int(page) if page.isascii() and page.isdigit() else 1)
    return Asked(query.get(PLAN, ""), query.get(PERIOD, ""), wanted)


def attachment(data: bytes, name: str, media_type: str) -> Response:
    """A file that is kept, not opened within the site."""
    quoted = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return Response(data, media_type=media_type, headers={"content-disposition": quoted})
