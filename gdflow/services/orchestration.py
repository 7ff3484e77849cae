"""Who carries out what people ask for: Prefect, where it keeps the clock, else this very program."""

from gdflow.channels.orchestrator import Server, call_deployment
from gdflow.domain.jobs import Job
from gdflow.services.jobs import Call
from gdflow.settings import Settings

FLOW, DEPLOYMENT = "gdflow-job", "job"


def server_of(settings: Settings) -> Server | None:
    """Where Prefect's server is; None where it does not keep the clock."""
    its = settings.orchestrator
    return None if its.kind == "none" else Server(its.url, its.auth.get_secret_value() if its.auth else None)


def call_of(settings: Settings) -> Call | None:
    """How Prefect is asked to carry a job out; None where this program does it itself."""
    server = server_of(settings)
    return None if server is None else lambda job: call_deployment(server, FLOW, DEPLOYMENT, *_asked(job))


def _asked(job: Job) -> tuple[dict[str, str], str]:
    """The run's parameters, and the key by which a second call is the same run: the job asked for anew is another."""
    return {"key": job.key}, f"gdflow-job-{job.id}-{job.requested_at.isoformat()}"
