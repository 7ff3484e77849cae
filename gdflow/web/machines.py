"""What machines ask: whether all is well, and the figures of which they draw curves. Neither tells of any person."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import ip_address

from prometheus_client import generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector, CollectorRegistry
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from gdflow.domain.errors import GdflowError, NotFoundError
from gdflow.services.runs import Health, health
from gdflow.storage.gauges import Gauges, gauges_of
from gdflow.web.readers import Readers
from gdflow.web.request_times import RequestTimes
from gdflow.web.site import Site, caller, spend

HEALTH, METRICS = "/salud", "/metrics"
UNWELL, FORBIDDEN = 503, 403
MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
FORWARDED = ("x-forwarded-for", "forwarded", "x-real-ip")


@dataclass(frozen=True, slots=True)
class Machines:
    """The doors for machines."""

    site: Site
    times: RequestTimes

    def routes(self) -> list[Route]:
        """What can be asked for."""
        return [Route(HEALTH, self.health), Route(METRICS, self.metrics)]

    def health(self, _request: Request) -> Response:
        """Whether all is well: 503 when the database does not answer, a work is late or the disk is full."""
        try:
            found = self._health()
        except GdflowError:
            return JSONResponse({"estado": "mal"}, UNWELL)
        state = "bien" if found.well else "disco lleno" if found.full else "atrasado"
        works = {
            each.work.value: {
                "último éxito": each.succeeded_at and each.succeeded_at.isoformat(),
                "atrasado": each.late,
            }
            for each in found.works
        }
        return JSONResponse({"estado": state, "trabajos": works}, 200 if found.well else UNWELL)

    def metrics(self, request: Request) -> Response:
        """The figures, for this very machine or with a key for reading."""
        if not self._may_read(request):
            return PlainTextResponse("Solo desde esta máquina, o con una clave de lectura.\n", FORBIDDEN)
        app = self.site.app
        with app.reading() as session:
            gauges = gauges_of(session, app.rules.entity_id)
        registry = CollectorRegistry()
        registry.register(_Figures(self._health(), gauges, self.site.clock().timestamp()))
        return Response(generate_latest(registry) + generate_latest(self.times.registry), media_type=MEDIA_TYPE)

    def _health(self) -> Health:
        app = self.site.app
        with app.reading() as session:
            free = shutil.disk_usage(app.root).free
            return health(session, app.rules, now=self.site.clock(), free=free)

    def _may_read(self, request: Request) -> bool:
        """Whether this machine asks, or a program with a key. Raises TooManyError."""
        if _is_here(request):
            spend(self.site.limits.requests, caller(request).address)
            return True
        try:
            Readers(self.site).reader(request)
        except NotFoundError:
            return False
        return True


def _is_here(request: Request) -> bool:
    """Whether a program of this machine asks; what a proxy passes on comes from elsewhere, named or not."""
    peer = request.client.host if request.client else ""
    try:
        own = ip_address(peer).is_loopback
    except ValueError:
        return False
    return own and not any(name in request.headers for name in FORWARDED)


@dataclass(frozen=True, slots=True, eq=False)  # a registry knows its collectors by what they are, not by their values
class _Figures(Collector):
    """The figures of one moment. now: in seconds since 1970, as Prometheus counts."""

    health: Health
    gauges: Gauges
    now: float

    def collect(self) -> Iterator[Metric]:
        """Each figure by its name."""
        notices = GaugeMetricFamily("gdflow_notices", "Avisos por estado.", labels=["state"])
        for state, count in self.gauges.notices.items():
            notices.add_metric([state.value], count)
        yield notices
        oldest = self.health.queue.oldest
        waited = 0.0 if oldest is None else max(0.0, self.now - oldest.timestamp())
        yield _gauge("gdflow_oldest_notice_seconds", "Lo que ha esperado el aviso más antiguo que puede salir.", waited)
        yield _gauge("gdflow_jobs_open", "Trabajos pedidos que no han terminado.", self.gauges.jobs)
        yield _gauge("gdflow_receipts", "Recibos dados.", self.gauges.receipts)
        yield _gauge("gdflow_closings", "Cierres.", self.gauges.closings)
        yield _gauge("gdflow_disk_free_bytes", "Espacio libre en el disco.", self.health.free or 0)
        yield from self._works()

    def _works(self) -> Iterator[Metric]:
        succeeded = GaugeMetricFamily(
            "gdflow_work_last_success_timestamp_seconds", "Cuándo terminó bien por última vez.", labels=["work"]
        )
        late = GaugeMetricFamily("gdflow_work_late", "1 si está atrasado.", labels=["work"])
        for each in self.health.works:
            late.add_metric([each.work.value], int(each.late))
            if each.succeeded_at is not None:
                succeeded.add_metric([each.work.value], each.succeeded_at.timestamp())
        yield succeeded
        yield late


def _gauge(name: str, words: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, words, value=value)
