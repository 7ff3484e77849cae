"""What mails call plans and lines: the same as whoever reads them whole."""

from dataclasses import replace

from sqlalchemy.engine import Engine
from sqlmodel import Session

from gdflow.domain.digest import NamedLine, NamedPlan
from gdflow.domain.lines import Line
from gdflow.domain.plan import PlanLine
from gdflow.domain.reviews import ReviewMode
from gdflow.storage import plans
from gdflow.storage.engine import writing
from gdflow.storage.named import named_lines, named_plans
from tests.storage.cast import add_plan, known_lines, reading
from tests.storage.test_plans import renew


def brief(line: Line) -> NamedLine:
    told = (line.id, line.plan_id, line.row, line.number, line.item, line.target, line.target_unit, line.target_text)
    return NamedLine(*told, line.accumulation, line.label)


def read(session: Session, plan_id: int) -> None:
    whole = plans.lines_of(session, plan_id)
    assert named_lines(session, [line.id for line in whole]) == {line.id: brief(line) for line in whole}


def test_a_line_is_called_as_whoever_reads_it_whole_calls_it(engine: Engine) -> None:
    bare = PlanLine("Plan", 12, path=("Gobierno", "Datos"))
    called = (bare, replace(bare, row=13, path=()), replace(bare, row=14, indicator="Actas"))
    with writing(engine) as session:
        _, plan_id = add_plan(session, reading(*known_lines(), *called))
        read(session, plan_id)
        labels = {line.row: line.label for line in plans.lines_of(session, plan_id)}
    assert (labels[12], labels[13], labels[14]) == ("Datos", "fila 13", "Actas")


def test_a_line_that_left_its_plan_and_an_unknown_one_are_not_called(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, plan_id = add_plan(session)
        gone, *_ = plans.lines_of(session, plan_id)
        renew(session, entity_id, plan_id, reading(*known_lines()[1:]))
        assert named_lines(session, [gone.id, 999]) == {}
        read(session, plan_id)


def test_a_plan_is_called_by_its_title_or_else_by_its_code(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id, titled = add_plan(session)
        _, untitled = add_plan(session, replace(reading(), title=None), "sin-titulo")
        found = named_plans(session, entity_id)
    assert found[titled] == NamedPlan("Plan de acción", ReviewMode.NONE)
    assert found[untitled] == NamedPlan("sin-titulo", ReviewMode.NONE)
