"""The receiving server, in a process of its own: it writes down what it takes, and only then, a little later, says so.

python -m tests.kill.receiver LOG: prints its port; each line of the log is "moment recipient message-id".
"""

import asyncio
import random
import sys
import time
from email.parser import BytesHeaderParser
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

SLOWEST, FASTEST = 0.030, 0.010


class Receiver:
    """Takes everything."""

    def __init__(self, log: Path) -> None:
        self._log = log.open("a", buffering=1, encoding="utf-8")

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  # its hook
        """Write the message down, then answer 10 to 30 milliseconds later."""
        headers = BytesHeaderParser().parsebytes(envelope.original_content or b"")
        self._log.write(f"{time.monotonic()} {envelope.rcpt_tos[0]} {headers['Message-ID']}\n")
        await asyncio.sleep(random.uniform(FASTEST, SLOWEST))
        return "250 2.0.0 Ok"


async def serve(log: Path) -> None:
    """Serve on a free port until killed."""
    receiver = Receiver(log)
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(receiver), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1])))
