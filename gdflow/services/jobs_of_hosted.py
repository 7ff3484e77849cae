"""What people ask for at the boards of hosted entities, carried out with the rules and the folder of each."""

from gdflow.domain.errors import GdflowError
from gdflow.services.hosting import means_for
from gdflow.services.jobs import run_waiting
from gdflow.services.means import Means
from gdflow.spanish.messages import say
from gdflow.storage.entities import hosted_with_jobs


def run_for_hosted(means: Means) -> tuple[str, ...]:
    """Carry out every job that waits for a hosted entity; why it could not be done for some of them."""
    with means.reading() as session:
        waiting = hosted_with_jobs(session)
    troubles = []
    for entity in waiting:
        try:
            run_waiting(means_for(means, entity))
        except GdflowError as error:
            troubles.append(f"{entity.code}: {say(error)}")
    return tuple(troubles)
