"""Asking servers how they are: whether an address answers as ours, and until when a certificate is good."""

import socket
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

import requests

SECONDS = 10


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered. is_ours: gdflow itself did. at: the moment by the clock of whoever answered."""

    is_ours: bool
    at: datetime | None


def ask_health(address: str, ca_file: Path | None = None) -> Answer:
    """Ask a site for its health as somebody outside would. Raises OSError when it cannot be asked."""
    trust = True if ca_file is None else str(ca_file)
    found = requests.get(f"{address}/salud", timeout=SECONDS, allow_redirects=False, verify=trust)
    try:
        body = found.json()
    except requests.JSONDecodeError:
        body = None
    said = found.headers.get("date")
    return Answer(isinstance(body, dict) and "estado" in body, parsedate_to_datetime(said) if said else None)


def good_until(address: str, ca_file: Path | None = None) -> datetime | None:
    """Until when the certificate of an https address is good; None for one in clear. Raises OSError."""
    parts = urlsplit(address)
    if parts.scheme != "https" or parts.hostname is None:
        return None
    trust = ssl.create_default_context(cafile=ca_file)
    place = (parts.hostname, parts.port or 443)
    with socket.create_connection(place, SECONDS) as plain, trust.wrap_socket(plain, server_hostname=place[0]) as talk:
        certificate = talk.getpeercert()
    until = ssl.cert_time_to_seconds(str((certificate or {})["notAfter"]))
    return datetime.fromtimestamp(until, tz=UTC)
