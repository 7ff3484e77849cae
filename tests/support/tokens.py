"""A source of bearer tokens that hands out those it was given."""


class Tokens:
    """Hand out the tokens in order, the next one only when a fresh one is asked for; the last one for ever.

    asked: for each call, whether a fresh one was wanted.
    """

    def __init__(self, *tokens: str) -> None:
        self._tokens = list(tokens)
        self.asked: list[bool] = []

    def __call__(self, *, fresh: bool = False) -> str:
        self.asked.append(fresh)
        if fresh and len(self._tokens) > 1:
            del self._tokens[0]
        return self._tokens[0]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self._tokens)})"
