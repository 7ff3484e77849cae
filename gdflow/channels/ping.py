"""Telling a watchman outside that all is well: whoever stops hearing it knows that something stopped."""

import logging

import requests

from gdflow.channels.redaction import redacted

SECONDS = 10
log = logging.getLogger("gdflow.watch")


def ping(url: str) -> bool:
    """Ask for an address; whether the answer was a good one. Nothing that goes wrong here stops a work."""
    try:
        answer = requests.get(url, timeout=SECONDS, allow_redirects=False, stream=True)
        answer.close()
        answer.raise_for_status()
    except requests.RequestException as error:
        log.warning("No se pudo avisar a watch.ping_url: %s", redacted(type(error).__name__))
        return False
    return True
