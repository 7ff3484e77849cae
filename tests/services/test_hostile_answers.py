"""Files made to hurt and good ones gone bad: each is taken or set apart with a reason, and nothing stops."""

import random
from decimal import Decimal
from typing import Any

import pytest

from gdflow.app import App
from gdflow.services.received import Received
from gdflow.storage import people
from tests.support.cast import USO, USO_MAIL
from tests.support.hostile import HOSTILE
from tests.support.installation import CARTAGENA, Said, filled, form_of, kept, notices, read_all, rows_by_uid

DAY, Q2 = "2023-07-05", "2023-Q2"
MUTATIONS = 100


def is_settled(read: Received) -> bool:
    """Whether it was taken, or set apart with a whole Spanish sentence."""
    return read.refused is None or (read.refused.endswith(".") and " " in read.refused and "{" not in read.refused)


def changed(data: bytes, chance: random.Random) -> bytes:
    """A good file with some bytes changed, cut off, doubled or put in."""
    broken, place = bytearray(data), chance.randrange(len(data))
    match chance.randrange(4):
        case 0:
            for _ in range(chance.randint(1, 20)):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
        case 1:
            del broken[place:]
        case 2:
            broken[place:place] = broken[place : place + chance.randint(1, 400)]
        case _:
            broken[place:place] = chance.randbytes(chance.randint(1, 50))
    return bytes(broken)


@pytest.mark.slow
def test_hostile_files_end_apart_and_the_good_one_among_them_is_taken(installed: App) -> None:
    good = filled(form_of(installed, USO, Q2, DAY).data, {18: Said(Decimal("0.3"))}, rows_by_uid(installed))
    with installed.transaction() as session:
        known: dict[str, Any] = {"team_id": people.ensure_team(session, installed.entity_id, USO), "period": Q2}
    for number, hostile in enumerate(HOSTILE.values()):
        kept(installed, hostile.build(), DAY, f"{number} {hostile.name}", sender=USO_MAIL, **known)
        if number == len(HOSTILE) // 2:
            kept(installed, good, DAY)
    read = read_all(installed, DAY)
    assert (len(read), sum(len(each.taken) for each in read)) == (len(HOSTILE) + 1, 1)
    assert sum(each.refused is not None for each in read) == len(HOSTILE)
    assert all(map(is_settled, read))
    told = [notice for notice in notices(installed) if notice.purpose == "receipt"]
    assert {notice.address for notice in told} == {USO_MAIL}
    assert len(told) == len(HOSTILE) + 1


@pytest.mark.slow
def test_good_files_gone_bad_are_taken_or_set_apart(installed: App) -> None:
    chance = random.Random(2023)
    form = filled(form_of(installed, USO, Q2, DAY).data, {18: Said(Decimal("0.3"))}, rows_by_uid(installed))
    for number in range(MUTATIONS):
        data = changed(form if number % 2 else CARTAGENA.read_bytes(), chance)
        kept(installed, data, DAY, f"{number}.xlsx", sender=USO_MAIL)
    read = read_all(installed, DAY)
    assert (len(read), all(map(is_settled, read))) == (MUTATIONS, True)
