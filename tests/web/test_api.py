"""The doors for programs that read: by a key alone, whole, described truly, and never a change."""

import base64
import csv
import json
import logging
from http.client import HTTPConnection
from io import StringIO
from typing import Any

import pytest
from fastapi.openapi.models import OpenAPI
from jsonschema import Draft202012Validator, FormatChecker  # type: ignore[import-untyped]  # the library has no types
from playwright.sync_api import Browser, ViewportSize, expect
from sqlalchemy import text
from starlette.testclient import TestClient

from gdflow.app import App
from gdflow.domain import keys
from gdflow.services import read_tokens
from gdflow.services.api_tables import TABLES
from gdflow.storage import entities
from gdflow.storage import read_tokens as stored_tokens
from gdflow.web.api_openapi import openapi
from gdflow.web.application import create_app
from tests.services.readings import a_line, reading
from tests.support.api import key_for
from tests.support.browser import DESKTOP, NARROW, PHONE, browser, examined, looking, served_at, wide
from tests.support.cast import GOBIERNO, at
from tests.support.closings import closed_on
from tests.support.installation import Said, answered, delivered, given, scanned
from tests.support.reviews import accepted, reviewing
from tests.support.web import Hours, dump
from tests.web.routes import API, API_OPEN, every_route

__all__ = ["browser"]

ROOT = "/api/v1/"


class Program:
    """A program that reads with a key, at a moment that the test holds in its hand."""

    def __init__(self, app: App) -> None:
        self.app, self.hours = app, Hours()
        made = create_app(app, now=lambda: self.hours.now, seconds=lambda: self.hours.seconds)
        self.client = TestClient(made, follow_redirects=False)
        self.key = key_for(app)
        self.headers = {"authorization": f"Bearer {self.key.token}"}

    def get(self, path: str, **headers: str) -> Any:
        """What is read."""
        return self.client.get(ROOT + path, headers=self.headers | headers)

    def bare(self, path: str, authorization: str | None = None) -> Any:
        """What is answered to another key, or to none."""
        return self.client.get(path, headers={"authorization": authorization} if authorization else {})


@pytest.fixture
def program(installed: App) -> Program:
    """A program on the last day of the second quarter's reports, one of which was accepted."""
    reviewing(installed)
    scanned(installed, "2023-07-04")
    delivered(installed, "2023-07-04", 9)
    answered(installed, GOBIERNO, "2023-Q2", "2023-07-05", {9: Said("0", "Nada", "No hubo"), 10: "1.5"})
    accepted(installed, [10], "2023-07-06")
    return Program(installed)


@pytest.fixture
def closed(program: Program) -> Program:
    """The same after the quarter was closed."""
    closed_on(program.app, "2023-07-18")
    program.hours.now = at("2023-07-19", 10)
    return program


def is_problem(answer: Any, status: int) -> bool:
    """Whether an answer is a problem as the description has it."""
    assert answer.headers["content-type"] == "application/problem+json"
    Draft202012Validator(described(None)["components"]["schemas"]["problem"]).validate(answer.json())
    return bool(answer.status_code == answer.json()["status"] == status)


def described(program: Program | None) -> Any:
    """The description of the API."""
    return program.bare(f"{ROOT}openapi.json").json() if program else openapi("http://x/api/v1/")


def basic(name: str, password: str) -> str:
    """A header as Excel sends it."""
    return "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()


def test_every_table_is_read_with_a_key_shown_either_way(program: Program) -> None:
    for path in sorted(API):
        for shown in (f"Bearer {program.key.token}", basic("powerbi", program.key.token), basic("", program.key.token)):
            program.hours.seconds += 60
            assert (path, program.bare(path, shown).status_code) == (path, 200)


@pytest.mark.parametrize("kind", ["none", "garbage", "basic", "no base64", "revoked", "expired", "of another entity"])
def test_no_table_opens_without_a_key_that_serves(program: Program, kind: str) -> None:
    key, app = program.key, program.app
    shown: dict[str, str | None] = {"none": None, "garbage": "Bearer x", "basic": basic(key.token, "")}
    shown |= {"no base64": "Basic %%%", "of another entity": f"Bearer {'o' * 43}"}
    if kind == "revoked":
        with app.transaction() as session:
            read_tokens.revoke(session, app.rules, key.id, by="Sistemas", now=program.hours.now)
    if kind == "expired":
        shown["expired"] = f"Bearer {key_for(app, until='2023-07-09').token}"
    if kind == "of another entity":
        of_another_entity(app)
    before = dump(app)
    for path in sorted(API):
        program.hours.seconds += 3600
        answer = program.bare(path, shown.get(kind, program.headers["authorization"]))
        assert is_problem(answer, 401), path
        assert [each.partition(" ")[0] for each in answer.headers.get_list("www-authenticate")] == ["Bearer", "Basic"]
    assert dump(app) == before


def of_another_entity(app: App) -> None:
    """A key that serves, in another entity of the same database."""
    with app.transaction() as session:
        other = entities.ensure_entity(session, "otra", "Otra entidad", None)
        its = {"name": "x", "token_sha256": keys.token_sha256("o" * 43), "at": at("2023-07-04"), "by": "x"}
        stored_tokens.add_token(session, other, **its, until=None)  # type: ignore[arg-type]  # texts and a moment


def test_what_describes_the_api_needs_no_key(program: Program) -> None:
    assert {path: program.bare(path).status_code for path in API_OPEN} == dict.fromkeys(API_OPEN, 200)


def test_who_guesses_waits_and_who_shows_no_key_is_only_asked_for_one(program: Program) -> None:
    path = f"{ROOT}plans.json"
    assert {program.bare(path).status_code for _ in range(15)} == {401}
    assert [program.bare(path, "Bearer x").status_code for _ in range(11)] == [401] * 10 + [429]
    assert program.get("plans.json").status_code == 200


def test_a_key_that_asks_too_often_is_told_how_long_to_wait(program: Program) -> None:
    for _ in range(300):
        assert program.get("plans.json?x=1").status_code == 400
    answer = program.get("plans.json")
    assert is_problem(answer, 429)
    assert answer.headers["retry-after"] == "1"
    program.hours.seconds += 1
    assert program.get("plans.json").status_code == 200


def test_reading_changes_nothing(closed: Program) -> None:
    closed.get("plans.json")  # from now on it is known that the key is in use
    before = dump(closed.app)
    for path in sorted(API | API_OPEN):
        for method in ("GET", "HEAD"):
            answer = closed.client.request(method, path, headers=closed.headers)
            assert (path, answer.status_code) == (path, 200)
    assert dump(closed.app) == before


def test_nothing_can_be_sent(program: Program) -> None:
    for path in sorted(API):
        assert is_problem(program.client.post(path, headers=program.headers, json={}), 405)


def test_an_address_that_is_none_is_a_problem_too(program: Program) -> None:
    assert is_problem(program.get("nada.json"), 404)
    assert is_problem(program.get("plans.xml"), 404)


def test_the_description_names_what_there_is_and_nothing_else(program: Program) -> None:
    told = described(program)
    OpenAPI.model_validate(told)
    assert {told["servers"][0]["url"] + path for path in told["paths"]} == {f"http://testserver{path}" for path in API}
    assert {route.path for route in every_route(program.client) if route.path.startswith(ROOT)} == API | API_OPEN


def test_every_answer_is_as_it_is_described(closed: Program) -> None:
    told = described(closed)["components"]["schemas"]
    for table in TABLES:
        schema, answer = told[table.name], closed.get(f"{table.name}.json")
        assert (table.name, answer.headers["content-type"]) == (table.name, "application/json")
        assert answer.json()[table.name]
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema, format_checker=FormatChecker()).validate(answer.json())


def test_every_csv_has_the_columns_and_rows_of_its_json(closed: Program) -> None:
    for table in TABLES:
        names, *rows = csv.reader(StringIO(closed.get(f"{table.name}.csv").content.decode("utf-8-sig"), newline=""))
        told = closed.get(f"{table.name}.json").json()[table.name]
        assert [name for name in names if not name.endswith(("_numerator", "_denominator"))] == list(told[0])
        assert (table.name, len(rows), {len(row) for row in rows}) == (table.name, len(told), {len(names)})


def test_the_description_says_that_every_table_has_a_tag_and_may_be_unchanged(program: Program) -> None:
    for item in described(program)["paths"].values():
        answers = item["get"]["responses"]
        assert ("ETag" in answers["200"]["headers"], "304" in answers) == (True, True)


def test_the_parameters_that_are_described_are_taken(program: Program) -> None:
    values = {"plan": "cartagena_2023", "team": GOBIERNO}
    for path, item in described(program)["paths"].items():
        for each in item["get"]["parameters"]:
            value = values.get(each["name"], each["example"])
            answer = program.client.get(ROOT + path[1:], params={each["name"]: value}, headers=program.headers)
            assert (path, each["name"], answer.status_code) == (path, each["name"], 200)


@pytest.mark.parametrize(
    ("query", "status", "parameter", "said"),
    [
        ("periodo=2023-Q2", 400, "periodo", "Aquí se aceptan: plan, period, team, state"),
        ("period=2023-Q9", 400, "period", "dice «2023-Q9»; se espera: 2023-Q2"),
        (
            "period=2023-M03&plan=cartagena_2023",
            400,
            "period",
            "no es de los de este plan, cuya periodicidad es trimestral",
        ),
        ("excel=1", 400, "excel", "No hay un parámetro «excel»"),
        ("plan=otro", 404, "plan", "Hay: cartagena_2023"),
    ],
)
def test_a_refusal_names_the_parameter_what_came_and_what_may(
    program: Program, query: str, status: int, parameter: str, said: str
) -> None:
    answer = program.get(f"figures.json?{query}")
    assert is_problem(answer, status)
    assert (answer.json()["parameter"], said in answer.json()["detail"]) == (parameter, True)


def test_excel_is_asked_for_by_one_and_nothing_else(program: Program) -> None:
    assert is_problem(program.get("plans.csv?excel=si"), 400)
    plain, excel = (
        program.get("results.csv?period=2023-Q2").text,
        program.get("results.csv?period=2023-Q2&excel=1").text,
    )
    assert plain.startswith("\ufeffplan,uid,row,")
    assert excel.startswith("\ufeffplan;uid;row;")
    assert (",1.5," in plain, ";1,5;" in excel, ";2023-07-05 10:00:00;" in excel) == (True, True, True)


def test_a_key_in_the_address_is_refused_and_no_key_is_logged(
    program: Program, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "gdflow.web"):
        assert is_problem(program.get(f"plans.json?token={program.key.token}"), 400)
        assert program.bare(f"{ROOT}plans.json?access_token={program.key.token}").status_code == 401
        program.get("plans.csv")
    assert f"GET {ROOT}plans.csv 200" in caplog.text
    assert program.key.token not in caplog.text


def test_who_has_it_already_is_told_so_until_something_changes(program: Program) -> None:
    first = program.get("results.csv")
    assert (first.headers["cache-control"], "access-control-allow-origin" in first.headers) == (
        "private, no-cache",
        False,
    )
    etag = first.headers["etag"]
    again = program.get("results.csv", **{"if-none-match": etag})
    assert (again.status_code, again.content) == (304, b"")
    answered(program.app, GOBIERNO, "2023-Q2", "2023-07-07", {11: "2"})
    assert program.get("results.csv", **{"if-none-match": etag}).status_code == 200


def test_what_the_day_alone_changes_is_no_longer_what_was_had(program: Program) -> None:
    etag = program.get("obligations.json").headers["etag"]
    program.hours.now = at("2023-07-10", 23)
    assert program.get("obligations.json", **{"if-none-match": etag}).status_code == 304
    program.hours.now = at("2023-07-11", 1)
    answer = program.get("obligations.json", **{"if-none-match": etag})
    assert (answer.status_code, answer.headers["etag"] == etag) == (200, False)


def test_what_was_had_in_one_form_says_nothing_of_another(program: Program) -> None:
    paths = ("figures.csv", "figures.csv?excel=1", "figures.json", "figures.json?period=2023-Q1")
    assert len({program.get(path).headers["etag"] for path in paths}) == len(paths)


def test_the_use_of_a_key_is_noted(program: Program) -> None:
    program.get("plans.json")
    with program.app.reading() as session:
        (known,) = read_tokens.listed(session, program.app.rules)
    assert known.used_at == program.hours.now


def test_a_damaged_closing_is_a_problem_and_no_half_answer(closed: Program) -> None:
    with closed.app.transaction() as session:
        triggers = session.connection().execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all()
        for (name,) in triggers:
            session.connection().execute(text(f'DROP TRIGGER "{name}"'))
        session.connection().execute(text("UPDATE closing SET snapshot = x'00'"))
    answer = closed.get("figures.csv?period=2023-Q2")
    assert is_problem(answer, 409)


@pytest.fixture
def big(empty: App) -> App:
    """A plan of 4,000 lines, all of which owe the second quarter."""
    many = [
        a_line(row, f"Línea {row} del plan, con su nombre entero", teams=(f"Equipo {row % 40}",))
        for row in range(8, 4008)
    ]
    given(empty, reading(*many))
    scanned(empty, "2023-07-04")
    return empty


@pytest.mark.slow
def test_a_plan_of_4000_lines_arrives_whole_from_a_real_server(big: App) -> None:
    key = key_for(big)
    with served_at(big, lambda: Hours().now) as url:
        connection = HTTPConnection(url.removeprefix("http://"))
        for name, many in (("lines", 4000), ("figures", 4000), ("obligations", 16_000)):
            connection.request("GET", f"{ROOT}{name}.json", headers={"authorization": basic("excel", key.token)})
            answer = connection.getresponse()
            etag, whole = str(answer.headers["etag"]), answer.read()
            assert (answer.status, answer.headers["content-length"]) == (200, str(len(whole)))
            assert (name, len(json.loads(whole)[name])) == (name, many)
            known = {"authorization": f"Bearer {key.token}", "if-none-match": etag}
            connection.request("HEAD", f"{ROOT}{name}.json", headers={"authorization": known["authorization"]})
            answer = connection.getresponse()
            assert (answer.status, answer.read(), answer.headers["etag"]) == (200, b"", etag)
            assert answer.headers["content-length"] == str(len(whole))
            connection.request("GET", f"{ROOT}{name}.json", headers=known)
            answer = connection.getresponse()
            assert (answer.status, answer.read(), answer.headers["etag"]) == (304, b"", etag)
        connection.close()


@pytest.mark.slow
@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize("size", [DESKTOP, PHONE, NARROW], ids=["desktop", "phone", "narrow"])
def test_the_page_about_it_is_accessible_and_fits_the_window(browser: Browser, empty: App, size: ViewportSize) -> None:
    with served_at(empty, lambda: Hours().now) as url, looking(browser, size=size) as page:
        page.goto(url + ROOT)
        found = examined(page)
        assert (found.violations_count, wide(page)) == (0, 0), found.generate_report()
        expect(page.get_by_role("link", name="results.csv")).to_have_attribute("href", "results.csv")
        expect(page.get_by_text(f'Web.Contents("{url}{ROOT}"')).to_be_visible()
