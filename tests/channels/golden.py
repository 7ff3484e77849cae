"""Mails kept as text files: what was once looked at stays so until somebody changes it on purpose.

`GDFLOW_WRITE_GOLDEN=1 pytest tests/channels` writes them anew; look at the difference before keeping it.
"""

import os
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "golden" / "mail"


def kept(name: str, text: str) -> str:
    """The kept text of that name; `text` itself becomes it when golden files are being written."""
    file = FOLDER / name
    if os.environ.get("GDFLOW_WRITE_GOLDEN") == "1":
        file.write_text(text, encoding="utf-8")
    return file.read_text(encoding="utf-8")


def one_tag_a_line(html: str) -> str:
    """The HTML with a line break between tags, so that a difference can be read."""
    return "\n".join(line.strip() for line in html.replace("><", ">\n<").splitlines() if line.strip()) + "\n"
