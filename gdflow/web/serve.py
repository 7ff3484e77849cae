"""Serve the pages of an installation, and of those whom it hosts, from this process."""

from datetime import datetime

import uvicorn

from gdflow import clock
from gdflow.app import App
from gdflow.channels.logs import keep_log
from gdflow.web.background_work import BackgroundWork
from gdflow.web.entity_sites import sites_of
from gdflow.web.reading import BackgroundReader

PATIENCE = 30
"""Seconds in which requests that are being answered may end once the server is told to stop."""


def serve(app: App, *, host: str, port: int, fixed: datetime | None = None) -> None:
    """Serve until told to stop. fixed: act as if it were always this moment.

    Raises ConfigError for a store of evidence that cannot be used: better at once than to a team.

    The server's own log of requests stays off, for paths hold the keys of links; ours leaves them out.
    """
    app.evidence  # noqa: B018  opening it is the question
    keep_log(app.settings.log.format, app.settings.secrets())
    now = clock.now if fixed is None else lambda: fixed
    reader, worker = BackgroundReader(app, now), BackgroundWork(app, now)
    uvicorn.run(
        sites_of(app, now=now, read_soon=reader, work_soon=worker),
        host=host,
        port=port,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        log_level="warning",
        timeout_graceful_shutdown=PATIENCE,
    )
    worker.close()
    reader.close()
