"""The web application of an installation."""

import time
from collections.abc import Callable

from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Route

from gdflow import clock
from gdflow.app import App
from gdflow.web.account_pages import AccountPages
from gdflow.web.api import Api
from gdflow.web.assets import FOLDER, serve_asset
from gdflow.web.board_pages import BoardPages
from gdflow.web.caller import networks
from gdflow.web.closing_pages import ClosingPages
from gdflow.web.desk import Desk, desk_handlers
from gdflow.web.feeds import Feeds
from gdflow.web.guard import Guard
from gdflow.web.import_pages import ImportPages
from gdflow.web.job_pages import JobPages
from gdflow.web.limits import Limits, usual_limits
from gdflow.web.line_pages import LinePages
from gdflow.web.machines import Machines
from gdflow.web.own_account import OwnAccount
from gdflow.web.period_pages import PeriodPages
from gdflow.web.plan_files import PlanFiles
from gdflow.web.policy_pages import PolicyPages
from gdflow.web.provider import provider_of
from gdflow.web.provider_pages import ProviderPages
from gdflow.web.public_pages import PublicPages
from gdflow.web.quality_pages import QualityPages
from gdflow.web.quarantine_pages import QuarantinePages
from gdflow.web.refusals import handlers
from gdflow.web.remind_pages import RemindPages
from gdflow.web.reminder_pages import ReminderPages
from gdflow.web.rendering import environment_in
from gdflow.web.request_times import RequestTimes
from gdflow.web.review_pages import ReviewPages
from gdflow.web.settings_pages import SettingsPages
from gdflow.web.sign_in_pages import SignInPages
from gdflow.web.site import Clock, Site
from gdflow.web.team_admin_pages import TeamAdminPages
from gdflow.web.team_answers import TeamAnswers
from gdflow.web.team_pages import TeamPages
from gdflow.web.webhook_pages import WebhookPages


def create_app(
    app: App,
    *,
    now: Clock = clock.now,
    seconds: Callable[[], float] = time.monotonic,
    read_soon: Callable[[], None] = lambda: None,
    work_soon: Callable[[], None] = lambda: None,
    limits: Limits | None = None,
    times: RequestTimes | None = None,
) -> FastAPI:
    """The pages of an installation as an ASGI application.

    now: the clock by which periods close and links end. seconds: the one by which callers are slowed down.
    read_soon: asks for workbooks that were kept to be read; the scheduled reading takes them anyhow.
    work_soon: asks for jobs that were kept to be carried out. limits, times: those shared with other pages.
    """
    site = Site(app, now, limits or usual_limits(seconds), environment_in(app.rules.window.zone), work_soon)
    pages, desk, files = TeamPages(site), Desk(site), PlanFiles(app)
    provider = provider_of(app.settings, app.home)
    told = handlers(site) | desk_handlers(desk)
    unforeseen = told.pop(Exception)
    times = times or RequestTimes()
    trusted = networks(app.settings.web.trusted_proxies)
    guard = Middleware(Guard, trusted=trusted, unforeseen=unforeseen, note=times.note)
    return FastAPI(
        title="gdflow",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        routes=[
            *Machines(site, times).routes(),
            Route(FOLDER + "{name}", serve_asset),
            *pages.routes(),
            *TeamAnswers(site, pages, read_soon).routes(),
            *SignInPages(desk, provider.name if provider else None).routes(),
            *(ProviderPages(desk, provider).routes() if provider else ()),
            *OwnAccount(desk).routes(),
            *AccountPages(desk).routes(),
            *BoardPages(desk).routes(),
            *RemindPages(desk).routes(),
            *LinePages(desk).routes(),
            *ReminderPages(desk).routes(),
            *ReviewPages(desk).routes(),
            *QuarantinePages(desk, read_soon).routes(),
            *PeriodPages(desk).routes(),
            *ClosingPages(desk).routes(),
            *JobPages(desk).routes(),
            *ImportPages(desk, files).routes(),
            *TeamAdminPages(desk, files).routes(),
            *PolicyPages(desk).routes(),
            *QualityPages(desk).routes(),
            *SettingsPages(desk).routes(),
            *WebhookPages(desk).routes(),
            *PublicPages(site).routes(),
            *Api(site).routes(),
            *Feeds(site).routes(),
        ],
        middleware=[guard, Middleware(GZipMiddleware, minimum_size=500)],
        exception_handlers=told,
    )
