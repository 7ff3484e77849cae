"""Workers in processes of their own share the entities of a round: each is claimed by one of them."""

import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime

import pytest
from sqlalchemy.engine import Engine

from gdflow.domain.entities import KnownEntity, Shard, shards_of
from gdflow.domain.errors import InputError
from gdflow.storage import entities
from gdflow.storage.engine import reading, writing

NOW = datetime(2023, 7, 24, 12, 0, tzinfo=UTC)
WORKER = """
import sys
from datetime import datetime, timedelta
from gdflow.domain.entities import WHOLE
from gdflow.domain.works import Work
from gdflow.storage.engine import make_engine, writing
from gdflow.storage.shards import Turn, claim
engine, now = make_engine(sys.argv[1]), datetime.fromisoformat(sys.argv[2])
turn = Turn(now, now - timedelta(minutes=10), now - timedelta(minutes=10))
print("ready", flush=True)
sys.stdin.readline()
while True:
    with writing(engine) as session:
        ids = claim(session, Work.SCAN, WHOLE, turn, most=3, now=now)
    if not ids:
        break
    print(*ids, flush=True)
"""


def test_three_processes_claim_each_entity_once(url: str, engine: Engine) -> None:
    with writing(engine) as session:
        ids = [entities.add_hosted(session, f"e{each}", f"Entidad {each}", None, {}) for each in range(60)]
        entities.ensure_entity(session, "propia", "Con instalación propia")
    engine.dispose()
    command = [sys.executable, "-c", WORKER, url, NOW.isoformat()]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    workers = [subprocess.Popen(command, **pipes) for _ in range(3)]  # type: ignore[call-overload]  # pipes of text
    for worker in workers:
        worker.stdout.readline()
    for worker in workers:
        worker.stdin.write("\n")
        worker.stdin.flush()
    said = [worker.communicate(timeout=60)[0].split() for worker in workers]
    assert Counter(int(each) for its in said for each in its) == Counter(ids)


def test_what_an_entity_sets_otherwise_is_kept(engine: Engine) -> None:
    with writing(engine) as session:
        number = entities.add_hosted(session, "tunja", "Alcaldía de Tunja", "800", {})
        changed = KnownEntity(number, "tunja", "Tunja", None, {"review": {"days": 3}}, hosted=False)
        entities.keep_hosted(session, changed)
    with reading(engine) as session:
        assert entities.entities_of_all(session) == (changed,)
        assert entities.hosted_among(session, 1, number) == ()


def test_the_same_ids_are_always_divided_alike() -> None:
    assert shards_of([7, 3, 1, 9, 4], 2) == (Shard(1, 3), Shard(4, 7), Shard(9, 9))
    assert shards_of([]) == ()
    assert str(Shard(1, 3)) == "1-3"


@pytest.mark.parametrize("bounds", [(0, 3), (5, 4)])
def test_a_shard_runs_forward_from_one(bounds: tuple[int, int]) -> None:
    with pytest.raises(InputError) as refused:
        Shard(*bounds)
    assert refused.value.facts == {"found": f"{bounds[0]}-{bounds[1]}"}
