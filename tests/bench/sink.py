"""A mail server that takes everything and keeps nothing, in a process of its own: Postfix's smtp-sink, written in C."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.support.smtp import HOST, SmtpServer

NAME = "smtp-sink"


@contextmanager
def sink() -> Iterator[int]:
    """The port on which mail is taken while the `with` block lasts.

    Where smtp-sink is not installed a server in Python takes its place, and that is said: it is the slower side then.
    """
    program = shutil.which(NAME, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if program is None:
        sys.stdout.write(f"{NAME} is not installed (Debian: postfix): a server in Python takes the mail\n")
        with SmtpServer() as server:
            yield server.port
        return
    port = _free_port()
    user = ["-u", "nobody"] if os.geteuid() == 0 else []  # as root it wants to be somebody else
    process = subprocess.Popen([program, *user, f"{HOST}:{port}", "64"])
    try:
        _await(port)
        yield port
    finally:
        process.kill()
        process.wait()


def _await(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection((HOST, port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise RuntimeError(NAME)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
