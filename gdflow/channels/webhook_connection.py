"""The connection to a webhook: to the very machine that was looked at.

Names are looked up anew for every message: a name that comes to mean another machine meanwhile leads nowhere.
"""

import ssl
from collections.abc import Callable, Iterable
from functools import partial
from urllib.parse import urlsplit

from gdflow.channels.base import ChannelError
from gdflow.channels.webhook_address import Reach
from gdflow.pinned import PinnedConnection, addresses_of, is_public


def connection_to(
    url: str, reach: Reach, resolve: Callable[[str, int], Iterable[str]] = addresses_of
) -> PinnedConnection:
    """A connection to where a name leads once it is opened.

    To open it raises ChannelError("webhook_host_inside") when the name leads into a network that is not allowed.
    """
    its = {"connecting": reach.connect_timeout, "answering": reach.whole}
    return PinnedConnection(urlsplit(url), partial(_looked_at, reach, resolve), partial(_trusted, reach), **its)


def _looked_at(reach: Reach, resolve: Callable[[str, int], Iterable[str]], host: str, port: int) -> str:
    found = list(resolve(host, port))
    if not found or (host not in reach.own and not all(map(is_public, found))):
        raise ChannelError("webhook_host_inside", host=host, text=host)
    return found[0]


def _trusted(reach: Reach) -> ssl.SSLContext:
    trust = ssl.create_default_context()
    if reach.ca_file is not None:
        trust.load_verify_locations(reach.ca_file)
    return trust
