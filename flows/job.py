"""What somebody asked for at the board, carried out here."""

from prefect import flow

from flows.edge import FlowRefusedError, Summary, carry_out_as
from gdflow.domain.jobs import Job, JobState
from gdflow.services.jobs import run_next


@flow(name="gdflow-job")
async def job(key: str) -> Summary:
    """Hacer lo que se pidió desde el tablero; lo que ya se hizo no se repite."""
    return await carry_out_as("job", None, lambda means, _now: _told(run_next(means, key)))


def _told(done: Job | None) -> Summary:
    if done is None:
        return {"trabajo": "no espera: ya se hizo, o lo hace otro"}
    if done.state is JobState.FAILED:
        raise FlowRefusedError(done.error)
    return dict(done.result)
