"""A real SMTP server on loopback that fails on command and records what it took responsibility for."""

import asyncio
import socket
import ssl
from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

HOST = "127.0.0.1"
DROP = "drop"  # cut the connection instead of answering
HANG = "hang"  # say nothing for three seconds, then cut it
NONSENSE = "xyz what?"  # an answer without a code


@dataclass(frozen=True, slots=True)
class Received:
    """A message as the server took it, dots restored."""

    sender: str
    recipients: tuple[str, ...]
    data: bytes


class SmtpServer:
    """Serve while the `with` block lasts.

    tls: certificate for STARTTLS, or for the first byte when `implicit`. users: passwords by name; when given, a login
    is required. Phases that can fail: greeting, mail, rcpt, data, content, auth, rset, quit. `received` also holds a
    message whose final answer was cut off: the server had it.
    """

    def __init__(
        self,
        *,
        tls: ssl.SSLContext | None = None,
        implicit: bool = False,
        users: Mapping[str, str] | None = None,
        without: tuple[str, ...] = (),
        size_limit: int = 33_554_432,
    ) -> None:
        self.port = _free_port()
        self.received: list[Received] = []
        self.connections = 0
        self.logins: list[str] = []
        self.commands: list[str] = []
        self._users = users
        self._faults: defaultdict[str, deque[str]] = defaultdict(deque)
        options: dict[str, Any] = {"data_size_limit": size_limit, "auth_exclude_mechanism": without}
        if users is not None:
            options |= {"authenticator": self._authenticate, "auth_required": True}
        if tls is not None:
            options |= {"ssl_context": tls} if implicit else {"tls_context": tls, "require_starttls": True}
        self._controller = _Controller(self, hostname=HOST, port=self.port, **options)

    def fail(self, phase: str, *answers: str) -> None:
        """Answer so, once each and in this order, the next times that the phase is reached."""
        self._faults[phase].extend(answers)

    def fault(self, phase: str) -> str | None:
        """The next scripted answer of a phase."""
        return self._faults[phase].popleft() if self._faults[phase] else None

    def __enter__(self) -> Self:
        self._controller.start()
        self.connections, self.commands = 0, []  # the controller tries the port itself once
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._controller.stop()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  # its hook
        """Record the message, then answer as scripted."""
        answer = self.fault("content")
        if answer is None or answer in (DROP, HANG, NONSENSE):
            data = envelope.original_content or b""
            self.received.append(Received(envelope.mail_from or "", tuple(envelope.rcpt_tos), data))
        if answer in (DROP, HANG):
            await _cut(server, answer)
            return "421 4.4.2 unheard"
        return answer or "250 2.0.0 Recibido"

    def _authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        right = (
            isinstance(data, LoginPassword) and (self._users or {}).get(data.login.decode()) == data.password.decode()
        )
        if right:
            self.logins.append(mechanism)
        return AuthResult(success=right, handled=False)


class _Scripted(SMTP):
    def __init__(self, script: SmtpServer, **options: Any) -> None:
        self._script = script
        super().__init__(script, **options)

    async def _handle_client(self) -> None:
        self._script.connections += 1
        if await self._fails("greeting"):
            if self.transport is not None:
                self.transport.close()
            return
        await super()._handle_client()

    async def _fails(self, phase: str) -> bool:
        self._script.commands.append(phase)
        answer = self._script.fault(phase)
        if answer in (DROP, HANG):
            await _cut(self, answer)
        elif answer is not None:
            await self.push(answer)
        return answer is not None

    async def smtp_MAIL(self, arg: str) -> None:  # noqa: N802  # the name by which aiosmtpd finds it; so below
        if not await self._fails("mail"):
            await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg: str) -> None:  # noqa: N802  aiosmtpd names its handlers so
        if not await self._fails("rcpt"):
            await super().smtp_RCPT(arg)

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802  aiosmtpd names its handlers so
        if not await self._fails("data"):
            await super().smtp_DATA(arg)

    async def smtp_AUTH(self, arg: str) -> None:  # noqa: N802  aiosmtpd names its handlers so
        if not await self._fails("auth"):
            await super().smtp_AUTH(arg)

    async def smtp_QUIT(self, arg: str) -> None:  # noqa: N802  aiosmtpd names its handlers so
        if not await self._fails("quit"):
            await super().smtp_QUIT(arg)

    async def smtp_RSET(self, arg: str) -> None:  # noqa: N802  aiosmtpd names its handlers so
        if not await self._fails("rset"):
            await super().smtp_RSET(arg)


class _Controller(Controller):
    def __init__(self, script: SmtpServer, **options: Any) -> None:
        self._script = script
        super().__init__(script, **options)

    def factory(self) -> SMTP:
        return _Scripted(self._script, **self.SMTP_kwargs)


async def _cut(server: SMTP, how: str) -> None:
    if how == HANG:
        await asyncio.sleep(3)
    if server.transport is not None:
        server.transport.abort()  # type: ignore[attr-defined]  # typed as the base of all transports


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
