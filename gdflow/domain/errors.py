"""The one tree of errors. They carry a code and facts, never a sentence: each door says it in Spanish once.

GdflowError
├── InputError      a file, cell or value that cannot be taken as it is
├── NotFoundError   a plan, line, period or team that does not exist
├── ConflictError   a right request at the wrong time: closed, already done, changed meanwhile
├── DeliveryError   a message that did not go out; permanent or passing
└── ConfigError     a setting that is unknown, missing or impossible
"""


class GdflowError(Exception):
    """Something gdflow refuses, with a stable `code` and the `facts` that explain it."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        return f"{self.code} {self.facts}" if self.facts else self.code


class InputError(GdflowError):
    """A file, cell or value cannot be taken as it is.

    Usual facts: file, sheet, cell, found, expected.
    """


class NotFoundError(GdflowError):
    """Nothing is known under the name that was given."""


class ConflictError(GdflowError):
    """The request is well formed but refused in the present state."""


class ConfigError(GdflowError):
    """A setting is unknown, missing or impossible; facts name the setting and, where known, file and line."""


class DeliveryError(GdflowError):
    """A message was not handed over, or it cannot be known whether it was.

    permanent: trying again cannot help. retry_after: seconds the other side asked for.
    in_doubt: the other side may have it (the connection broke after the final dot).
    """

    def __init__(
        self,
        code: str,
        *,
        permanent: bool = False,
        retry_after: float | None = None,
        in_doubt: bool = False,
        **facts: object,
    ) -> None:
        super().__init__(code, **facts)
        self.permanent = permanent
        self.retry_after = retry_after
        self.in_doubt = in_doubt
