"""A private dovecot for one test session: IMAP over TLS and LMTP on loopback, as an ordinary user.

Passwords and bearer tokens both log in. Mail to name+word@ goes to name@.
"""

import grp
import hmac
import json
import os
import pwd
import shutil
import smtplib
import socket
import ssl
import subprocess
import tempfile
import time
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from imaplib import IMAP4_SSL
from pathlib import Path
from typing import Any

import pytest
import trustme

from gdflow import clock
from tests.support.ports import HOST as HOST  # who speaks with the server finds it here
from tests.support.ports import free_ports

PASSWORD = "cl4ve-ñandú"
MAILBOX, OTHER = "planes@cartagena.example", "archivo@cartagena.example"
SIGNING_KEY = b"a key that only these tests know"
PATIENCE = 60
"""Seconds that only a server that hangs needs."""


@dataclass(frozen=True, slots=True)
class Dovecot:
    """A running server with two mailboxes, each with a folder Sent.

    port: IMAP with TLS from the first byte. starttls_port: IMAP with TLS on request. lmtp_port: where mail comes in.
    """

    port: int
    starttls_port: int
    lmtp_port: int
    folder: Path

    @property
    def ca_file(self) -> Path:
        """The authority that vouches for the server."""
        return self.folder / "ca.pem"

    def deliver(self, data: bytes, recipient: str = MAILBOX, sender: str = "") -> None:
        """Put a mail into the mailbox of its recipient, as a mail server does."""
        with smtplib.LMTP(HOST, self.lmtp_port, "localhost") as lmtp:
            lmtp.sendmail(sender, recipient, data)

    @contextmanager
    def as_a_person(self, user: str = MAILBOX) -> Iterator[IMAP4_SSL]:
        """The mailbox as another mail program sees it."""
        context = ssl.create_default_context(cafile=self.ca_file)
        with IMAP4_SSL(HOST, self.port, ssl_context=context, timeout=PATIENCE) as person:
            person.authenticate("PLAIN", lambda _: f"\0{user}\0{PASSWORD}".encode())
            yield person

    def empty(self) -> None:
        """Leave the mailboxes as they were at first."""
        for home in (self.folder / "mail").iterdir():
            shutil.rmtree(home)

    def token(self, user: str = MAILBOX, lifetime: int = 3600) -> str:
        """A bearer token that the server takes for a user; a negative lifetime makes one that has run out."""
        now = int(clock.now().timestamp())
        claims = {"sub": user, "iat": now - 7200, "exp": now + lifetime}
        signed = f"{_part({'alg': 'HS256', 'typ': 'JWT'})}.{_part(claims)}"
        return f"{signed}.{_plain(hmac.digest(SIGNING_KEY, signed.encode(), 'sha256'))}"


@pytest.fixture(scope="session")
def dovecot_server() -> Iterator[Dovecot]:
    """The session's server; a test that asks for it is skipped where dovecot is not installed."""
    program = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if program is None or not Path("/usr/lib/dovecot/lmtp").exists():
        pytest.skip("dovecot is not installed (Debian: dovecot-imapd, dovecot-lmtpd)")
    with _running(program) as server:
        yield server


@pytest.fixture
def dovecot(dovecot_server: Dovecot) -> Dovecot:
    """The session's server with empty mailboxes."""
    dovecot_server.empty()
    return dovecot_server


@contextmanager
def _running(program: str) -> Iterator[Dovecot]:
    # A socket's path must stay under 108 bytes, which pytest's own folders may pass.
    with tempfile.TemporaryDirectory(prefix="gdflow-imap-") as name:
        folder, user = Path(name), _owner()
        imap, starttls, lmtp = free_ports(3)
        server = Dovecot(imap, starttls, lmtp, folder)
        _prepare(folder, server, user)
        command = [program, "-F", "-c", str(folder / "dovecot.conf")]
        process = subprocess.Popen(command, **_as(user))
        try:
            _wait_for(server.port, process, folder / "log")
            _wait_for(server.lmtp_port, process, folder / "log")
            yield server
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _owner() -> pwd.struct_passwd:
    """Whoever runs the tests; root lends it another user."""
    return pwd.getpwuid(os.geteuid() or pwd.getpwnam("nobody").pw_uid)


def _as(user: pwd.struct_passwd) -> dict[str, Any]:
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if os.geteuid() == 0 else {}


def _prepare(folder: Path, server: Dovecot, user: pwd.struct_passwd) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(server.ca_file))
    authority.issue_cert(HOST).private_key_and_cert_chain_pem.write_to_path(str(folder / "server.pem"))
    (folder / "users").write_text("".join(f"{name}:{{PLAIN}}{PASSWORD}\n" for name in (MAILBOX, OTHER)), "utf-8")
    key = folder / "keys" / "default" / "HS256" / "default"
    key.parent.mkdir(parents=True)
    key.write_bytes(b64encode(SIGNING_KEY))
    (folder / "oauth2.conf").write_text(_OAUTH2.format(folder=folder))
    group = grp.getgrgid(user.pw_gid).gr_name
    (folder / "dovecot.conf").write_text(_CONF.format(folder=folder, server=server, user=user.pw_name, group=group))
    (folder / "mail").mkdir()
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, user.pw_uid, user.pw_gid)


def _wait_for(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.02)
    raise RuntimeError(f"dovecot did not start: {log.read_text() if log.exists() else 'it wrote no log'}")


def _part(facts: dict[str, object]) -> str:
    return _plain(json.dumps(facts).encode())


def _plain(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")


_OAUTH2 = """\
introspection_mode = local
local_validation_key_dict = fs:posix:prefix={folder}/keys/
username_attribute = sub
"""

_CONF = """\
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/log
listen = 127.0.0.1
protocols = imap lmtp
mail_max_userip_connections = 0
default_internal_user = {user}
default_login_user = {user}
default_internal_group = {group}
first_valid_uid = 1
first_valid_gid = 0
ssl = required
ssl_cert = <{folder}/server.pem
ssl_key = <{folder}/server.pem
auth_mechanisms = plain login xoauth2
auth_failure_delay = 0
recipient_delimiter = +
mail_location = maildir:~/mail
lmtp_save_to_detail_mailbox = no
passdb {{
  driver = passwd-file
  args = scheme=plain username_format=%u {folder}/users
}}
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {folder}/oauth2.conf
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/mail/%u
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Sent {{
    auto = create
    special_use = \\Sent
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {server.starttls_port}
  }}
  inet_listener imaps {{
    port = {server.port}
    ssl = yes
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    port = {server.lmtp_port}
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
"""
