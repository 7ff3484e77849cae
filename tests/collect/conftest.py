"""The servers that the tests of this room speak with."""

from tests.support.dovecot import dovecot, dovecot_server

__all__ = ["dovecot", "dovecot_server"]
