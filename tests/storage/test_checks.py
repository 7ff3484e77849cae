"""The database itself refuses rows that cannot be true."""

import pytest
from sqlalchemy import text
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from gdflow.storage import outbox, periods
from gdflow.storage.engine import writing
from tests.storage.cast import NOW, draft, owe, queued

UNTRUE = [
    "UPDATE entity SET name = '  '",
    "UPDATE entity SET events = -1",
    "UPDATE plan SET kind = 'other'",
    "UPDATE plan SET revision = 0",
    "UPDATE line SET position = -1",
    "UPDATE line SET weight = -1",
    "UPDATE line SET accumulation = 'guess'",
    "UPDATE period SET end_on = '2022-01-01'",
    "UPDATE period SET closes_on = '2023-07-01'",
    "UPDATE team SET folded = ''",
    "UPDATE assignment SET position = -1",
    "UPDATE obligation SET state = 'met'",
    "UPDATE obligation SET done_on = '2023-07-01'",
    "UPDATE obligation SET period = ''",
    "UPDATE obligation SET closes_on = '2023-07-01'",
    "UPDATE reminder SET audience = 'nobody'",
    "UPDATE reminder SET step = ' '",
    "UPDATE reminder SET on_date = '2024-01-01'",
    "UPDATE reminder SET waiting = true, suppressed = 'superseded'",
    "UPDATE notice SET state = 'lost'",
    "UPDATE notice SET state = 'sending'",
    "UPDATE notice SET lease_owner = 'a'",
    "UPDATE notice SET tries = -1",
    "UPDATE notice SET data = ''",
    "UPDATE notice SET address = ' '",
    "UPDATE import_issue SET severity = 'grave'",
    "UPDATE import_issue SET message = ''",
]


@pytest.mark.parametrize("untrue", UNTRUE)
def test_what_cannot_be_true_is_refused(engine: Engine, untrue: str) -> None:
    with writing(engine) as session:
        queued(session)
    with pytest.raises(IntegrityError), writing(engine) as session:
        session.connection().execute(text(untrue))


def test_one_message_id_is_one_notice(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, _, _ = owe(session)
        outbox.enqueue(session, draft(entity_id, "k1"))
        session.connection().execute(text("UPDATE notice SET key = 'k0'"))
        assert outbox.enqueue(session, draft(entity_id, "k1")) is None


def test_a_period_ends_before_it_is_reported_and_reported_before_it_closes(engine: Engine) -> None:
    from gdflow.domain.periods import parse_period

    with writing(engine) as session:
        entity_id, plan_id, _ = owe(session)
    quarter = parse_period("2023-Q3")
    early, late = quarter.start, quarter.end
    with pytest.raises(IntegrityError), writing(engine) as session:
        periods.open_period(session, entity_id, plan_id, quarter, report_by=early, closes_on=late, at=NOW)
