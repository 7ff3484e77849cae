"""The cell styles of a workbook that somebody else made: what a figure looks like in them."""

import re
from copy import deepcopy

from lxml import etree

BUILT_IN_PERCENT = frozenset({9, 10})
# what a number format says between quotes, behind a backslash or of colours is no sign of its own
SAID = re.compile(r'"[^"]*"|\\.|\[[^]]*\]')

Element = etree._Element


class BookStyles:
    """The styles' part. changed: whether a style was added."""

    def __init__(self, root: Element) -> None:
        self.root, self.changed = root, False
        self._all = root.find("{*}cellXfs")
        formats = root.iterfind("{*}numFmts/{*}numFmt")
        self._codes = {str(each.get("numFmtId")): str(each.get("formatCode")) for each in formats}

    def is_percent(self, style: int) -> bool:
        """Whether a share of 0.5 is shown as 50 %."""
        known = self._of(style)
        number = "0" if known is None else str(known.get("numFmtId", "0"))
        return int(number) in BUILT_IN_PERCENT or "%" in SAID.sub("", self._codes.get(number, ""))

    def quoted(self, style: int) -> int:
        """The same style for a text that stays one when somebody opens its cell and leaves it again."""
        known = self._of(style)
        if known is None or self._all is None:
            return style
        for at, each in enumerate(self._all):
            if each.get("quotePrefix") == "1" and _same(each, known):
                return at
        made = deepcopy(known)
        made.set("quotePrefix", "1")
        self._all.append(made)
        self._all.set("count", str(len(self._all)))
        self.changed = True
        return len(self._all) - 1

    def _of(self, style: int) -> Element | None:
        return self._all[style] if self._all is not None and style < len(self._all) else None


def _same(quoted: Element, plain: Element) -> bool:
    bare = deepcopy(quoted)
    del bare.attrib["quotePrefix"]
    return etree.tostring(bare, method="c14n") == etree.tostring(plain, method="c14n")
