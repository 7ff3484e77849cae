"""Asking Prefect's server to carry a job out, by its REST API: two requests, and Prefect itself is not loaded.

The library takes seconds and 80 MB to import, which no page can wait for; the two addresses used here are those that
every client of Prefect 3 uses.
"""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import requests
from requests.auth import HTTPBasicAuth

from gdflow.channels.redaction import redacted
from gdflow.domain.errors import DeliveryError

SECONDS = (3, 10)
"""Until it answers the telephone, and until it has answered."""
LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True)
class Server:
    """Where Prefect's API is. auth: "user:password", None where nobody asks."""

    url: str
    auth: str | None = field(default=None, repr=False)


def call_deployment(server: Server, flow: str, deployment: str, parameters: dict[str, str], key: str) -> str:
    """Have a deployment run once for this key; answers the id of the run, the same for the same key.

    Raises DeliveryError: orchestrator_unreachable, orchestrator_refused.
    """
    name = f"{quote(flow, safe='')}/{quote(deployment, safe='')}"
    found = _asked(server, "GET", f"/deployments/name/{name}", None)
    body = {"parameters": parameters, "idempotency_key": key, "state": {"type": "SCHEDULED"}}
    made = _asked(server, "POST", f"/deployments/{found['id']}/create_flow_run", body)
    return str(made["id"])


def version_of(server: Server) -> str:
    """The version of the server. Raises as call_deployment does."""
    return str(_asked(server, "GET", "/admin/version", None))


def _asked(server: Server, method: str, path: str, body: dict[str, Any] | None) -> Any:
    user, _, password = (server.auth or "").partition(":")
    auth = HTTPBasicAuth(user, password) if server.auth else None
    try:
        answer = requests.request(
            method, server.url + path, json=body, auth=auth, timeout=SECONDS, allow_redirects=False
        )
        told = answer.json() if answer.ok else None
    except requests.RequestException as error:
        raise DeliveryError("orchestrator_unreachable", text=type(error).__name__) from None
    if not answer.ok:
        text = f"{answer.status_code} {redacted(answer.text[:LONGEST_TEXT])}"
        raise DeliveryError("orchestrator_refused", permanent=True, text=text)
    return told
