"""Prefect in several programs, on one server and in a cluster: both say the same as docs/scale.md."""

import re
from importlib.metadata import version

from tests.architecture.deployed import BOTH, DOCKERFILE, SERVER, WORKER
from tests.architecture.source import ROOT


def test_replicas_on_one_server_and_in_a_cluster_share_messages_in_the_same_way() -> None:
    asked = re.search(r"```\n(PREFECT_API_DATABASE.*?)```", (ROOT / "docs" / "scale.md").read_text("utf-8"), re.DOTALL)
    assert asked
    documented = dict(line.split("=", 1) for line in asked[1].splitlines())
    del documented["PREFECT_API_DATABASE_CONNECTION_URL"]
    cluster = {each["name"]: each["value"] for each in SERVER["global"]["prefect"]["env"]}
    for name in ("prefect", "services", "schema"):
        told = BOTH["scale"]["services"][name]["environment"]
        assert {key: told[key] for key in documented} == documented, name
    assert {key: cluster[key].replace(".gdflow.svc.cluster.local", "") for key in documented} == documented


def test_prefects_programs_are_started_with_gdflows_mending() -> None:
    services = BOTH["scale"]["services"]
    assert "python -m flows.server start --host 0.0.0.0 --no-services" in services["prefect"]["command"][0]
    assert "python -m flows.server services start" in services["services"]["command"][0]
    for part in ("server", "backgroundServices"):
        assert SERVER[part]["command"][-2:] == ["-m", "flows.server"]
    assert "--no-services" in SERVER["server"]["args"]


def image_user() -> int:
    """The user as which the image runs."""
    user = re.search(r"^USER (\d+)", DOCKERFILE, re.MULTILINE)
    assert user
    return int(user[1])


def test_the_helm_values_use_the_images_own_user_and_folders() -> None:
    worker, own = WORKER["worker"], {"runAsUser": image_user(), "runAsNonRoot": True}
    locked = {"readOnlyRootFilesystem": True, "allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"]}}
    parts = [worker, SERVER["server"], SERVER["backgroundServices"]]
    assert all(part["podSecurityContext"].items() >= own.items() for part in parts)
    contexts = [each["containerSecurityContext"] for each in parts] + [SERVER["migrations"]["securityContext"]]
    assert all(each.items() >= (own | locked).items() for each in contexts)
    assert worker["config"]["workPool"] == "gdflow"
    mounts = {each["name"] for each in worker["extraVolumeMounts"]}
    assert mounts == {each["name"] for each in worker["extraVolumes"]}


def test_workers_find_the_server_that_the_other_chart_makes() -> None:
    worker, server = WORKER["worker"], SERVER["server"]
    assert worker["selfHostedServerApiConfig"]["apiUrl"] == "http://prefect-server.gdflow.svc.cluster.local:4200/api"
    assert worker["basicAuth"] == server["basicAuth"], "one key"
    tag = SERVER["global"]["prefect"]["image"]["prefectTag"]
    assert tag.split("-")[0] == version("prefect"), "the chart reads Prefect's version in it"
    assert tag.endswith(f"gdflow{worker['image']['prefectTag']}")


def test_the_image_is_called_as_prefects_chart_calls_it() -> None:
    assert "tini" in DOCKERFILE
    assert "/opt/prefect/entrypoint.sh" in DOCKERFILE
