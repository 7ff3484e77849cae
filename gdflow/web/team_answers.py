"""What a team sends by its link: each thing is taken by itself, so that a mistake in one never costs another.

With JavaScript the answer is the part of the page that changed; without it the browser is sent back to the page.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.links import TeamLink
from gdflow.domain.receipts import ReceiptSource
from gdflow.domain.team_page import PageLine
from gdflow.services.acknowledge_page import acknowledge_page
from gdflow.services.decide import hand_over, why
from gdflow.services.evidence import take_back
from gdflow.services.keep import keep_file
from gdflow.services.report_line import LineAnswer, report_line
from gdflow.spanish.messages import say
from gdflow.web.evidence import KeptEvidence, keep_evidence
from gdflow.web.incoming import Sent, SentFile, sent_form
from gdflow.web.line_form import AMOUNT, DATE, FILES, HANDOVER, LINK, NARRATIVE, REASON, Fault, LineForm, form_of
from gdflow.web.site import Site, actor, by_script
from gdflow.web.team_pages import Shown, TeamPages, WorkbookForm, base_of, line_of

WORKBOOK = "libro"
SEE_OTHER, UNPROCESSABLE = 303, 422


@dataclass(frozen=True, slots=True)
class Asked:
    """A change that is asked for: by whom, about which line, with what."""

    request: Request
    link: TeamLink
    line: PageLine
    sent: Sent


Handler = Callable[[Asked], Response]


@dataclass(frozen=True, slots=True)
class TeamAnswers:
    """The changes behind the links of teams. read_soon: asks for what was kept to be read."""

    site: Site
    pages: TeamPages
    read_soon: Callable[[], None]

    def routes(self) -> list[Route]:
        """What can be sent."""
        line = "/r/{token}/lineas/{uid}"
        about_a_line: list[tuple[str, Handler]] = [
            (line, self.report),
            (f"{line}/sin-avance", self.report_nothing),
            (f"{line}/evidencia", self.add_evidence),
            (f"{line}/evidencia/{{id:int}}/retirar", self.withdraw_evidence),
            (f"{line}/no-me-corresponde", self.not_ours),
        ]
        routes = [Route(path, partial(self._about_a_line, do), methods=["POST"]) for path, do in about_a_line]
        return [*routes, Route("/r/{token}/formulario", self.workbook, methods=["POST"])]

    async def _about_a_line(self, do: Handler, request: Request) -> Response:
        link = await run_in_threadpool(self.site.admit, request)
        line = await run_in_threadpool(self._line, request, link)
        sent = await sent_form(request)
        return await run_in_threadpool(do, Asked(request, link, line, sent))

    def _line(self, request: Request, link: TeamLink) -> PageLine:
        """The line that is to change. Raises ConflictError: line_closed, line_accepted."""
        line = line_of(self.pages.of(link), request)
        if not line.can_change:
            raise ConflictError("line_accepted" if line.is_open else "line_closed")
        return line

    def report(self, asked: Asked) -> Response:
        """The period's amount and what was done. Its files are kept first, whatever the rest is like."""
        sent = asked.sent
        kept = keep_evidence(self.site, asked.link, asked.line, sent)
        typed = LineForm(
            amount=sent.text(AMOUNT),
            narrative=sent.text(NARRATIVE),
            link=sent.text(LINK) if _about(kept.faults, LINK) else "",
            dated_on=sent.text(DATE) if kept.faults else "",
            kept=bool(sent.files),
            remarks=kept.remarks,
        )
        answer = LineAnswer(asked.line.line.uid, typed.amount, typed.narrative, None)
        return self._take(asked, answer, typed, kept.faults)

    def report_nothing(self, asked: Asked) -> Response:
        """That nothing was achieved, and why."""
        reason = asked.sent.text(REASON)
        if not reason:
            fault = Fault(REASON, "Para enviar sin avance, escriba el motivo.")
            return self._again(asked, replace(form_of(asked.line), faults=(fault,)))
        answer = LineAnswer(asked.line.line.uid, "0", None, reason)
        return self._take(asked, answer, replace(form_of(asked.line), reason=reason), ())

    def _take(self, asked: Asked, answer: LineAnswer, typed: LineForm, faults: tuple[Fault, ...]) -> Response:
        app, link, now = self.site.app, asked.link, self.site.clock()
        if not faults:
            try:
                with app.transaction() as session:
                    its = (session, app.rules, link.team_id, link.period)
                    reported = report_line(*its, answer, by=actor(link), now=now)
                    if reported.new:
                        acknowledge_page(session, app.rules, link, reported.receipt, now=now)
            except InputError as error:
                faults = faults_of(error)
        if faults:
            return self._again(asked, replace(typed, faults=faults))
        return self._done(asked, sent=True)

    def add_evidence(self, asked: Asked) -> Response:
        """Files or a link, kept at once."""
        kept = keep_evidence(self.site, asked.link, asked.line, asked.sent)
        if not kept.faults and not asked.sent.files and not asked.sent.text(LINK):
            kept = KeptEvidence((Fault(FILES, "Elija un archivo o pegue un enlace."),))
        return self._evidence(asked, kept)

    def withdraw_evidence(self, asked: Asked) -> Response:
        """Take back what was added to the line by mistake."""
        wanted = asked.request.path_params["id"]
        if wanted not in {each.id for each in asked.line.evidence}:
            raise NotFoundError("unknown_page")
        with self.site.app.transaction() as session:
            take_back(session, wanted, by=actor(asked.link), now=self.site.clock())
        return self._evidence(asked, KeptEvidence())

    def not_ours(self, asked: Asked) -> Response:
        """That the line is another team's: the coordinator decides."""
        app, reason = self.site.app, asked.sent.text(HANDOVER)
        if not reason:
            fault = Fault(HANDOVER, "Escriba a quién le corresponde, o por qué no a su equipo.")
            return self._again(asked, replace(form_of(asked.line), faults=(fault,)))
        with app.transaction() as session:
            given = why(actor(asked.link), reason)
            hand_over(session, app.rules, asked.line.line, None, given, now=self.site.clock())
        return self._done(asked)

    async def workbook(self, request: Request) -> Response:
        """The form workbook, or the plan's own: kept at once, read later."""
        link = await run_in_threadpool(self.site.admit, request)
        files = (await sent_form(request)).files.get(WORKBOOK, ())
        return await run_in_threadpool(self._keep_workbook, request, link, files)

    def _keep_workbook(self, request: Request, link: TeamLink, files: tuple[SentFile, ...]) -> Response:
        app = self.site.app
        if not files or not files[0].data:
            fault = WorkbookForm(fault="Elija el libro .xlsx antes de enviarlo.")
            return self.pages.show(request, self.pages.of(link), Shown(workbook=fault), UNPROCESSABLE)
        keep_file(
            app.transaction,
            app.rules,
            app.objects,
            name=files[0].name,
            data=files[0].data,
            source=ReceiptSource.PAGE,
            sender=actor(link),
            team_id=link.team_id,
            period=link.period,
            now=self.site.clock(),
        )
        self.read_soon()
        return RedirectResponse(f"{base_of(request)}?libro=recibido#libro", SEE_OTHER)

    def _evidence(self, asked: Asked, kept: KeptEvidence) -> Response:
        """The line's evidence as it is now; what else is typed in the form stays in the browser."""
        sent, faults = asked.sent, kept.faults
        form = replace(form_of(asked.line), faults=faults, remarks=kept.remarks, link=sent.text(LINK) if faults else "")
        if not by_script(asked.request):
            # Without JavaScript the whole form came along: what was typed must not be lost by adding a file.
            typed = replace(form, amount=sent.text(AMOUNT), narrative=sent.text(NARRATIVE))
            changed = (typed.amount, typed.narrative) != (form.amount, form.narrative)
            return self._again(asked, typed) if faults or changed else self._back(asked)
        page = self.pages.of(asked.link)
        line, status = line_of(page, asked.request), UNPROCESSABLE if faults else 200
        return self.pages.show_part(asked.request, "evidence.html", page, line, form, status)

    def _again(self, asked: Asked, form: LineForm) -> Response:
        """The form as it was sent, with what is to be mended in it."""
        page = self.pages.of(asked.link)
        line, status = line_of(page, asked.request), UNPROCESSABLE if form.faults else 200
        if by_script(asked.request):
            return self.pages.show_part(asked.request, "line_answer.html", page, line, form, status)
        uid = line.line.uid
        return self.pages.show(asked.request, page, Shown(uid, {uid: form}), status)

    def _done(self, asked: Asked, *, sent: bool = False) -> Response:
        if not by_script(asked.request):
            return self._back(asked)
        page = self.pages.of(asked.link)
        line = line_of(page, asked.request)
        form = replace(form_of(line), sent=sent)
        return self.pages.show_part(asked.request, "line_answer.html", page, line, form, 200)

    def _back(self, asked: Asked) -> Response:
        uid = asked.line.line.uid
        return RedirectResponse(f"{base_of(asked.request)}?linea={uid}#linea-{uid}", SEE_OTHER)


def faults_of(error: InputError) -> tuple[Fault, ...]:
    """What a refused answer says, each at its field."""
    field = {"narrative": NARRATIVE, "zero_reason": REASON}.get(str(error.facts.get("field")), AMOUNT)
    return (Fault(field, say(error)),)


def _about(faults: tuple[Fault, ...], field: str) -> bool:
    return any(fault.field == field for fault in faults)
