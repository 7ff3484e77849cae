"""A private postfix on loopback that hands mail for the tests' domain to dovecot and sends reports about the rest.

Its master needs root, and the users postfix and postdrop that its package makes; nothing else of the machine is used.
"""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.dovecot import PATIENCE, Dovecot
from tests.support.ports import HOST, free_ports

DAEMONS = Path("/usr/lib/postfix/sbin")
DOMAIN = "cartagena.example"


@dataclass(frozen=True, slots=True)
class Postfix:
    """A running server. port: SMTP in clear, for whoever is on this machine."""

    port: int
    folder: Path

    @property
    def log(self) -> str:
        """What it wrote down so far."""
        return (self.folder / "log").read_text("utf-8", "replace")


@pytest.fixture
def postfix(dovecot: Dovecot) -> Iterator[Postfix]:
    """A server for one test, which is skipped where postfix is not installed or nobody may start it."""
    program = shutil.which("postfix", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if program is None or not (DAEMONS / "master").exists():
        pytest.skip("postfix is not installed (Debian: postfix)")
    if os.geteuid() != 0:
        pytest.skip("postfix is started by root alone")
    with _running(program, dovecot) as server:
        yield server


@contextmanager
def _running(program: str, dovecot: Dovecot) -> Iterator[Postfix]:
    with tempfile.TemporaryDirectory(prefix="gdflow-smtp-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        (port,) = free_ports(1)
        server = Postfix(port, folder)
        _prepare(folder, port, dovecot.lmtp_port)
        command = [program, "-c", str(folder / "etc")]
        process = subprocess.Popen([*command, "start-fg"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            _wait_for(server, process)
            yield server
        finally:
            subprocess.run([*command, "stop"], check=False, capture_output=True, timeout=PATIENCE)
            process.wait(PATIENCE)


def _prepare(folder: Path, port: int, lmtp_port: int) -> None:
    for name in ("etc", "queue", "data"):
        (folder / name).mkdir()
    shutil.chown(folder / "data", "postfix", "postfix")
    (folder / "etc" / "main.cf").write_text(_MAIN.format(folder=folder, daemons=DAEMONS, lmtp_port=lmtp_port))
    (folder / "etc" / "master.cf").write_text(_MASTER.format(host=HOST, port=port))


def _wait_for(server: Postfix, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, server.port)) == 0:
                return
        time.sleep(0.02)
    raise RuntimeError(f"postfix did not start: {server.log if (server.folder / 'log').exists() else 'no log'}")


_MAIN = f"""\
compatibility_level = 3.6
queue_directory = {{folder}}/queue
data_directory = {{folder}}/data
daemon_directory = {{daemons}}
command_directory = /usr/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file_prefixes = {{folder}}
maillog_file = {{folder}}/log
myhostname = salida.{DOMAIN}
mydestination =
local_recipient_maps =
local_transport = error:nobody lives here
alias_maps =
alias_database =
inet_interfaces = {HOST}
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
disable_dns_lookups = yes
smtp_host_lookup = native
recipient_delimiter = +
virtual_mailbox_domains = {DOMAIN}
virtual_transport = lmtp:inet:{HOST}:{{lmtp_port}}
default_transport = error:5.1.2 no other domain is known here
"""

_MASTER = """\
{host}:{port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""
