"""A real SMTP server on loopback that fails on command and records what it took responsibility for."""

import asyncio
import re
import ssl
from base64 import b64decode
from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.support.ports import HOST as HOST  # who speaks with the server finds it here
from tests.support.ports import free_ports

DROP = "drop"  # cut the connection instead of answering
HANG = "hang"  # say nothing for three seconds, then cut it
NONSENSE = "xyz what?"  # an answer without a code
_OF_DSN = re.compile(r" (RET|ENVID|NOTIFY|ORCPT)=\S+")


@dataclass(frozen=True, slots=True)
class Received:
    """A message as the server took it, dots restored."""

    sender: str
    recipients: tuple[str, ...]
    data: bytes


class SmtpServer:
    """Serve while the `with` block lasts.

    tls: certificate for STARTTLS, or for the first byte when `implicit`. users: passwords, or bearer tokens, by name;
    when given, a login is required. dsn, utf8: offer these extensions. Phases that can fail: greeting, starttls, auth,
    mail, rcpt, data, content, rset, quit. `received` also holds a message whose final answer was cut off: the server
    had it. `spoken` holds what came with MAIL and RCPT, in order. keep: gets what is taken, before the answer.
    """

    def __init__(
        self,
        *,
        tls: ssl.SSLContext | None = None,
        implicit: bool = False,
        users: Mapping[str, str] | None = None,
        without: tuple[str, ...] = (),
        dsn: bool = False,
        utf8: bool = False,
        size_limit: int = 33_554_432,
        keep: Callable[[bytes], None] | None = None,
    ) -> None:
        (self.port,) = free_ports(1)
        self.received: list[Received] = []
        self.connections = 0
        self.logins: list[str] = []
        self.commands: list[str] = []
        self.spoken: list[str] = []
        self._users, self.dsn, self._utf8, self._keep = users, dsn, utf8, keep
        self._faults: defaultdict[str, deque[str]] = defaultdict(deque)
        self._failed: set[str] = set()
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
        if not self._faults[phase]:
            return None
        self._failed.add(phase)
        return self._faults[phase].popleft()

    def failed(self, phase: str) -> bool:
        """Whether a phase was reached that had a scripted answer."""
        return phase in self._failed

    def __enter__(self) -> Self:
        self._controller.start()
        self.connections, self.commands = 0, []  # the controller tries the port itself once
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        asyncio.run_coroutine_threadsafe(_end_all(), self._controller.loop).result(60)
        self._controller.stop()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  # its hook
        """Record the message, then answer as scripted."""
        answer = self.fault("content")
        if answer is None or answer in (DROP, HANG, NONSENSE):
            data = envelope.original_content or b""
            self.received.append(Received(envelope.mail_from or "", tuple(envelope.rcpt_tos), data))
            if self._keep is not None:
                await asyncio.to_thread(self._keep, data)
        if answer in (DROP, HANG):
            await _cut(server, answer)
            return "421 4.4.2 unheard"
        return answer or "250 2.0.0 Recibido"

    async def handle_EHLO(  # noqa: N802  its hook
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        """Offer what the server was made with."""
        session.host_name = hostname
        hidden = () if self._utf8 else ("250-SMTPUTF8",)
        return [responses[0], *(["250-DSN"] if self.dsn else []), *(x for x in responses[1:] if x not in hidden)]

    async def auth_XOAUTH2(self, server: SMTP, arguments: list[str]) -> AuthResult:  # noqa: N802  its hook
        """Take a bearer token; a wrong one is first explained, as Google does, and then refused."""
        user, token = _shown(arguments[1])
        if (self._users or {}).get(user) == token:
            self.logins.append("XOAUTH2")
            return AuthResult(success=True)
        await server.challenge_auth('{"status":"401","schemes":"bearer"}')
        return AuthResult(success=False, handled=False)

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

    def _plain(self, arg: str) -> str:
        """What aiosmtpd knows of a command, once what DSN adds was read."""
        self._script.spoken.append(arg)
        return _OF_DSN.sub("", arg) if self._script.dsn else arg

    async def smtp_STARTTLS(self, arg: str) -> None:  # noqa: N802  the name by which aiosmtpd finds it; so below
        if not await self._fails("starttls"):
            await super().smtp_STARTTLS(arg)

    async def smtp_MAIL(self, arg: str) -> None:  # noqa: N802  aiosmtpd names its handlers so
        if not await self._fails("mail"):
            await super().smtp_MAIL(self._plain(arg))

    async def smtp_RCPT(self, arg: str) -> None:  # noqa: N802  aiosmtpd names its handlers so
        if not await self._fails("rcpt"):
            await super().smtp_RCPT(self._plain(arg))

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


def _shown(words: str) -> tuple[str, str]:
    """The user and the token of XOAUTH2's words."""
    user, bearer = b64decode(words).decode().split("\x01")[:2]
    return user.removeprefix("user="), bearer.removeprefix("auth=Bearer ")


async def _cut(server: SMTP, how: str) -> None:
    try:
        if how == HANG:
            await asyncio.sleep(3)
    finally:
        if server.transport is not None:
            server.transport.abort()  # type: ignore[attr-defined]  # typed as the base of all transports


async def _end_all() -> None:
    """Let the talks that still go on end in order: a loop closed over them would complain in a later test."""
    talks = asyncio.all_tasks() - {asyncio.current_task()}
    for talk in talks:
        talk.cancel()
    await asyncio.gather(*talks, return_exceptions=True)
