"""deployments/compose.yaml, alone and with compose.scale.yaml over it: whoever is named exists, and can do little."""

import json
import re
from ipaddress import ip_address, ip_network
from typing import Any

import pytest

from tests.architecture.deployed import BOTH, COMPOSE, FOLDER, NOTES, SCALE, check_words

OWN = {"web", "worker", "prefect", "deploy", "backup"}
MORE = {"services", "schema"}


@pytest.fixture(params=BOTH)
def compose(request: pytest.FixtureRequest) -> Any:
    """What runs on one server: the usual, and the larger one laid over it."""
    return BOTH[request.param]


def test_every_service_of_compose_that_is_gdflow_runs_a_command_that_exists(compose: Any) -> None:
    own = {name: each for name, each in compose["services"].items() if each["image"].startswith("gdflow:")}
    assert set(own) == (OWN if compose is COMPOSE else OWN | MORE)
    for each in own.values():
        if "entrypoint" not in each:
            check_words(each["command"])


def test_compose_names_only_files_secrets_volumes_and_networks_that_it_has(compose: Any) -> None:
    for name, each in compose["services"].items():
        assert set(each.get("secrets", ())) <= set(compose["secrets"]), name
        assert set(each.get("networks", ())) <= set(compose["networks"]), name
        for volume in each.get("volumes", ()):
            source = volume.split(":")[0]
            assert (FOLDER / source).exists() if source.startswith(".") else source in compose["volumes"], volume
        for secret in re.findall(r"/run/secrets/(\w+)", json.dumps(each)):
            assert secret in each["secrets"], (name, secret)


def test_no_password_stands_in_compose(compose: Any) -> None:
    told = json.dumps(compose["services"])
    assert (
        re.findall(
            r"\w*(?:PASSWORD|AUTH|URL)\"?: \"(?!/run/secrets|http://(?:prefect|balancer):4200/api|redis://redis:6379/1)[^\"]+",
            told,
        )
        == []
    )


def test_every_secret_of_compose_is_made_by_the_notes() -> None:
    assert [name for name in COMPOSE["secrets"] if name not in NOTES] == []
    assert all(each["file"] == f"./secrets/{name}" for name, each in COMPOSE["secrets"].items())


def test_every_own_service_is_locked_up(compose: Any) -> None:
    for name, each in compose["services"].items():
        if each["image"].startswith("gdflow:"):
            assert (each["read_only"], each["cap_drop"], each["init"]) == (True, ["ALL"], True), name
            assert "user" not in each, "the image's own"
        assert each.get("mem_limit") or name in {"deploy", "proxy", "backup"}


def test_redis_and_the_balancer_can_do_no_more_than_they_must() -> None:
    redis, balancer = SCALE["services"]["redis"], SCALE["services"]["balancer"]
    for each in (redis, balancer):
        assert (each["read_only"], each["cap_drop"]) == (True, ["ALL"])
        assert "no-new-privileges:true" in each["security_opt"]
    assert redis["networks"] == ["messages"], "it asks nobody who he is"
    assert SCALE["networks"]["messages"]["internal"] is True
    among = {name for name, each in BOTH["scale"]["services"].items() if "messages" in each["networks"]}
    assert among == {"prefect", "services", "schema", "redis"}


def test_one_program_is_seen_at_a_port(compose: Any) -> None:
    ports = [port for each in compose["services"].values() for port in each.get("ports", ())]
    assert sorted(ports) == ["127.0.0.1:4200:4200", "443:443", "80:80"]
    for name, each in compose["services"].items():
        assert not (each.get("ports") and each.get("deploy", {}).get("replicas", 1) > 1), name


def test_whoever_asks_prefect_asks_the_balancer_where_there_is_one() -> None:
    services = BOTH["scale"]["services"]
    for name in ("web", "worker", "deploy", "backup"):
        told = services[name]["environment"]
        assert told["PREFECT_API_URL"] == told["GDFLOW_ORCHESTRATOR__URL"] == "http://balancer:4200/api", name
    told = (FOLDER / "compose" / "balancer.Caddyfile").read_text("utf-8")
    assert re.findall(r"(?m)^\s*(?:name|port) (\S+)|^http://:(\d+)", told) == [
        ("", "4200"),
        ("prefect", ""),
        ("4200", ""),
    ]


def test_the_proxys_address_is_nobody_elses() -> None:
    """The others are given the first free ones, and most of them start before it."""
    [config] = COMPOSE["networks"]["inside"]["ipam"]["config"]
    address = ip_address(COMPOSE["services"]["proxy"]["networks"]["inside"]["ipv4_address"])
    assert address in ip_network(config["subnet"])
    assert address not in ip_network(config["ip_range"])
    assert f'web.trusted_proxies = ["{address}"]' in NOTES


def test_the_database_is_ready_once_it_answers_over_the_network() -> None:
    """While its image makes the databases, PostgreSQL answers on its socket already."""
    test = COMPOSE["services"]["db"]["healthcheck"]["test"]
    assert test[test.index("-h") + 1] == "127.0.0.1"
