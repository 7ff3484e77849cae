"""The tests can not leave the machine."""

import socket

import pytest

from tests.support.network import OutsideNetworkError, is_loopback


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost", b"127.0.0.2", None])
def test_loopback_is_open(host: str | bytes | None) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "entidad.example", "0.0.0.0", b"10.0.0.1"])
def test_everything_else_is_not(host: str | bytes) -> None:
    assert not is_loopback(host)


def test_a_connection_to_elsewhere_is_refused() -> None:
    with socket.socket() as sock, pytest.raises(OutsideNetworkError, match=r"192\.0\.2\.1"):
        sock.connect(("192.0.2.1", 80))


def test_a_name_of_elsewhere_is_not_even_resolved() -> None:
    with pytest.raises(OutsideNetworkError, match=r"entidad\.example"):
        socket.getaddrinfo("entidad.example", 80)


def test_a_server_of_the_test_is_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()
