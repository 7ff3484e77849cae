"""A part of a round: a work done for the entities between two numbers that still wait for it."""

from datetime import datetime
from typing import Annotated

from prefect import flow
from pydantic import Field

from flows.edge import FlowRefusedError, Summary
from flows.sharing import do_shard
from gdflow.domain.entities import Shard
from gdflow.domain.errors import InputError
from gdflow.domain.works import Work
from gdflow.spanish.messages import say

Number = Annotated[int, Field(ge=1, le=2**31 - 1)]


@flow(name="gdflow-shard")
async def shard(work: Work, since: datetime, first: Number, last: Number) -> Summary:
    """Hacer un trabajo para las entidades de una tanda que aún lo esperan; lo que otro ya tomó no se repite."""
    try:
        wanted = Shard(first, last)
    except InputError as error:
        raise FlowRefusedError(say(error)) from error
    return await do_shard(work, since, wanted)
