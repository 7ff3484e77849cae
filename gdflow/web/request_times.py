"""How long answers take, for curves: by method and kind of answer, never by path, for paths hold keys."""

from prometheus_client import CollectorRegistry, Histogram

BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE"})


class RequestTimes:
    """The times of one application."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._times = Histogram(
            "gdflow_request_seconds",
            "Tiempo en responder una solicitud.",
            ("method", "answer"),
            registry=self.registry,
            buckets=BUCKETS,
        )

    def note(self, method: str, status: int, seconds: float) -> None:
        """An answer was given. status: 0 where the caller was gone before it."""
        known = method if method in METHODS else "OTHER"  # a caller may make up as many as it likes
        self._times.labels(known, f"{status // 100}xx").observe(seconds)
