"""Who calls: a header that anybody can write is believed of named proxies alone."""

import pytest

from gdflow.web.caller import Caller, caller_of, networks

TRUSTED = networks(["10.0.0.0/8", "::1"])


def calling(peer: str | None, forwarded: str | None = None, scheme: str | None = None) -> Caller:
    headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded else []
    headers += [(b"x-forwarded-proto", scheme.encode())] if scheme else []
    client = (peer, 4000) if peer else None
    return caller_of({"type": "http", "client": client, "scheme": "http", "headers": headers}, TRUSTED)


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("192.0.2.7", None, "192.0.2.7"),
        ("192.0.2.7", "198.51.100.1", "192.0.2.7"),
        ("10.1.1.1", "198.51.100.1", "198.51.100.1"),
        ("10.1.1.1", "203.0.113.9, 198.51.100.1, 10.2.2.2", "198.51.100.1"),
        ("10.1.1.1", "10.2.2.2", "10.1.1.1"),
        ("10.1.1.1", None, "10.1.1.1"),
        ("::1", "198.51.100.1", "198.51.100.1"),
        ("testclient", "198.51.100.1", "testclient"),
        (None, "198.51.100.1", ""),
    ],
)
def test_the_caller_is_the_first_from_the_right_that_is_no_proxy(
    peer: str | None, forwarded: str | None, address: str
) -> None:
    assert calling(peer, forwarded).address == address


def test_only_a_proxy_may_say_that_the_way_was_secret() -> None:
    assert calling("10.1.1.1", scheme="https").is_secret
    assert not calling("192.0.2.7", scheme="https").is_secret
