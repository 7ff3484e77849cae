"""What a team reads by its link: the page, the total while it types, its evidence, its form. Nothing here writes."""

from dataclasses import dataclass, field
from urllib.parse import quote

from markupsafe import escape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from gdflow.domain.errors import NotFoundError
from gdflow.domain.links import TeamLink
from gdflow.domain.team_page import PageLine, TeamPage
from gdflow.services import links
from gdflow.services.evidence import served
from gdflow.services.forms import XLSX
from gdflow.services.page_form import page_form
from gdflow.services.running_total import running_total
from gdflow.services.team_page import team_page
from gdflow.spanish.team_page import summary
from gdflow.web.line_form import LineForm, form_of
from gdflow.web.site import Site

FORMS_AT_ONCE = 3  # the first load stays small, and what is asked first needs no second


@dataclass(frozen=True, slots=True)
class WorkbookForm:
    """The part of the page that takes the workbook. sent: one has just been kept. fault: why it was not."""

    sent: bool = False
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows beside its facts. opened: the uid of the line that is unfolded. forms: by uid."""

    opened: str | None = None
    forms: dict[str, LineForm] = field(default_factory=dict)
    workbook: WorkbookForm = WorkbookForm()


@dataclass(frozen=True, slots=True)
class TeamPages:
    """The pages behind the links of teams."""

    site: Site

    def routes(self) -> list[Route]:
        """What can be asked for."""
        return [
            Route("/r/{token}", self.whole),
            Route("/r/{token}/lineas/{uid}/campos", self.fields),
            Route("/r/{token}/lineas/{uid}/lleva", self.total),
            Route("/r/{token}/evidencia/{id:int}", self.evidence),
            Route("/r/{token}/formulario", self.form),
        ]

    def whole(self, request: Request) -> Response:
        """The page."""
        page = self.of(self.site.admit(request))
        asked = page.line(request.query_params.get("linea", ""))
        first = asked or next((line for line in page.lines if line.is_missing), None)
        opened = first.line.uid if first and (asked or not page.is_closed) else None
        sent = request.query_params.get("libro") == "recibido"
        return self.show(request, page, Shown(opened, workbook=WorkbookForm(sent=sent)))

    def fields(self, request: Request) -> Response:
        """The form of a line that stands far down the page, when the line is unfolded."""
        page = self.of(self.site.admit(request))
        line = line_of(page, request)
        return self.show_part(request, "line_fields.html", page, line, form_of(line), 200)

    def total(self, request: Request) -> Response:
        """What the line would have with the amount that is being typed."""
        page = self.of(self.site.admit(request))
        line = line_of(page, request)
        typed = request.query_params.get("cantidad", "")[:40]
        found = running_total(line, page.period, typed)
        doubt = f'<span class="doubt">▲ {escape(found.doubt)}</span>' if found.doubt else ""
        return HTMLResponse(f"Lleva {escape(found.text)}{doubt}" if found.text else "")

    def evidence(self, request: Request) -> Response:
        """A file that the team gave, for it alone and never opened within the site."""
        page = self.of(self.site.admit(request))
        wanted = request.path_params["id"]
        found = next((each for line in page.lines for each in line.evidence if each.id == wanted), None)
        if found is None or found.sha256 is None:
            raise NotFoundError("unknown_page")
        app = self.site.app
        with app.reading() as session:
            handed = served(session, found.id)
        return Response(app.evidence.get(found.sha256), headers=dict(handed.headers))

    def form(self, request: Request) -> Response:
        """The form workbook with what is missing; its token was made known with the link."""
        link = self.site.admit(request)
        token = links.form_token(request.path_params["token"])
        app = self.site.app
        with app.reading() as session:
            form = page_form(session, app.rules, link, token, now=self.site.clock())
        return _attachment(form.data, form.name, XLSX)

    def of(self, link: TeamLink) -> TeamPage:
        """The page of a link as things stand."""
        app = self.site.app
        with app.reading() as session:
            return team_page(session, app.rules, link, now=self.site.clock())

    def show(self, request: Request, page: TeamPage, shown: Shown, status: int = 200) -> HTMLResponse:
        """The whole page."""
        forms = {each.line.uid: shown.forms.get(each.line.uid) or form_of(each) for each in page.lines}
        return self.site.page(
            "team_page.html",
            status,
            page=page,
            said=summary(page),
            base=base_of(request),
            opened=shown.opened,
            near=_near(page, shown),
            forms=forms,
            following=None,
            oob=False,
            workbook=shown.workbook,
            has_faults=any(form.faults for form in shown.forms.values()),
        )

    def show_part(
        self, request: Request, name: str, page: TeamPage, line: PageLine, form: LineForm, status: int
    ) -> HTMLResponse:
        """A part of the page about one line, and the summary that changes with it."""
        after = [each for each in page.lines if each.is_missing and each is not line]
        facts = {
            "page": page,
            "said": summary(page),
            "base": base_of(request),
            "line": line,
            "form": form,
            "uid": line.line.uid,
            "place": f"{base_of(request)}/lineas/{line.line.uid}",
            "opened": line.line.uid,
            "near": {line.line.uid},
            "following": after[0] if after else None,
            "oob": True,
        }
        return self.site.page(name, status, **facts)


def base_of(request: Request) -> str:
    """Where the page is, within the site."""
    return links.PATH + str(request.path_params["token"])


def line_of(page: TeamPage, request: Request) -> PageLine:
    """The line that a request is about. Raises NotFoundError for one that the team's page does not have."""
    line = page.line(request.path_params["uid"])
    if line is None:
        raise NotFoundError("unknown_page")
    return line


def _near(page: TeamPage, shown: Shown) -> set[str | None]:
    """The lines whose forms come with the page: a long page loads the others when they are unfolded."""
    first = [each.line.uid for each in page.lines if each.is_missing][:FORMS_AT_ONCE]
    return {*first, *shown.forms, shown.opened}


def _attachment(data: bytes, name: str, media_type: str) -> Response:
    quoted = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return Response(data, media_type=media_type, headers={"content-disposition": quoted})
