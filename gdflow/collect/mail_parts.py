"""What a mail carries: the files on it, the words in it, and the pictures that only adorn it."""

import re
from codecs import lookup
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from html import unescape
from itertools import islice, zip_longest
from pathlib import PurePosixPath

from gdflow.collect.mail_headers import clean, decoded

DEEPEST = 12  # parts within parts that are followed; an answer to a forwarded mail needs five
MOST_PARTS = 400
MOST_FILES = 60
LONGEST_TEXT = 200_000
LONGEST_WORDS = 2_000  # of what a person wrote, as kept to be shown
LONGEST_NAME = 150
NAMELESS = "adjunto"
TEXTS = frozenset({"text/plain", "text/html"})
NO_FILES = frozenset(
    {
        *("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"),
        *("text/vcard", "text/x-vcard", "text/calendar", "text/rfc822-headers", "text/enriched"),
    }
)
"""What hangs on a mail and says nothing that a team reports."""
NO_CHARSETS = frozenset(
    {"punycode", "idna", "unicode-escape", "unicode_escape", "raw-unicode-escape", "raw_unicode_escape"}
)
"""What can be asked of the decoder and is nobody's alphabet: it is slow, or makes signs that cannot be kept."""
_TAGS = re.compile(
    r"<(?:style|script|head)\b[^>]{0,200}>[^<]{0,100000}|<br\b[^>]{0,200}>|</(?:p|div|tr|li)>|<[^<>]{0,4000}>",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"<br|</", re.IGNORECASE)
_CITED = re.compile(
    r"-{2,}\s*(?:mensaje original|original message|mensaje reenviado)|_{10,}$"
    r"|(?:el|on)\s.{4,200}(?:escribi[óo]|wrote):?$|\*?(?:de|from):\*?\s.{0,200}@",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(r'[<>:"|?*]')


class TooManyPartsError(Exception):
    """More parts, files or nesting than any person's mail has."""


@dataclass(frozen=True, slots=True)
class MailFile:
    """A file that hangs on a mail. name: the last part of its name, clean and composed (NFC)."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Contents:
    """What a mail carries. images: how many pictures stand within its text."""

    files: tuple[MailFile, ...]
    text: str
    images: int


def contents(mail: Message) -> Contents:
    """The files, the text and the count of pictures. Raises TooManyPartsError."""
    leaves = [part for part in _leaves(mail) if part.get_content_type() not in NO_FILES]
    texts = [part for part in leaves if _is_text(part)]
    pictures = [part for part in leaves if _is_picture(part)]
    others = [part for part in leaves if not _is_text(part) and not _is_picture(part)]
    if len(others) > MOST_FILES:
        raise TooManyPartsError
    named = (MailFile(_name(part), _bytes(part)) for part in others)
    return Contents(tuple(file for file in named if file.data), _text(texts), len(pictures))


def written(text: str) -> str:
    """What a person wrote above the mail that is answered, shortened to what is kept."""
    lines = [clean(line) for line in text.splitlines()]
    # Programs break the line that names the mail answered: it is looked for over two lines.
    pairs = zip_longest(lines, lines[1:], fillvalue="")
    cited = (at for at, (line, after) in enumerate(pairs) if _CITED.match(line) or _CITED.match(f"{line} {after}"))
    own = [line for line in lines[: next(cited, len(lines))] if not line.startswith(">")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(own)).strip()[:LONGEST_WORDS]


def file_name(name: str) -> str:
    """A name for a file that is safe to keep and to show: no folders, no unseen signs, not too long."""
    last = PurePosixPath(clean(name).replace("\\", "/")).name
    plain = _FORBIDDEN.sub("_", last).strip(" .") or NAMELESS
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending) > 10:
        return plain[:LONGEST_NAME]
    return f"{stem[: LONGEST_NAME - len(ending) - 1]}.{ending}"


def _leaves(mail: Message) -> list[Message]:
    """The parts that hold something, in their order; also those of mails that hang on this one."""
    found = list(islice(_walk(mail, 0), MOST_PARTS + 1))
    if len(found) > MOST_PARTS:
        raise TooManyPartsError
    return found


def _walk(part: Message, depth: int) -> Iterator[Message]:
    if depth > DEEPEST:
        raise TooManyPartsError
    inside = part.get_payload()
    if not isinstance(inside, list):
        yield part
        return
    for child in inside:
        if isinstance(child, Message):
            yield from _walk(child, depth + 1)


def _is_text(part: Message) -> bool:
    """Whether it is read as the mail's words; a text with a name is a file."""
    named = part.get_content_disposition() == "attachment" or part.get_filename() is not None
    return part.get_content_type() in TEXTS and not named


def _is_picture(part: Message) -> bool:
    """Whether it is a picture within the text: a logo in a signature, mostly."""
    within = part.get_content_disposition() == "inline" or part["Content-ID"] is not None
    return part.get_content_maintype() == "image" and within and part.get_content_disposition() != "attachment"


def _name(part: Message) -> str:
    name = decoded(part.get_filename() or "")
    if not name and part.get_content_type() == "application/ms-tnef":
        name = "winmail.dat"
    return file_name(name)


def _bytes(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _text(texts: list[Message]) -> str:
    """The texts as they are, else those of the HTML."""
    said: dict[str, list[str]] = {kind: [] for kind in TEXTS}
    for part in texts:
        said[part.get_content_type()].append(_said(part))
    plain = "\n".join(said["text/plain"])
    return plain if plain.strip() else _without_tags("\n".join(said["text/html"]))


def _said(part: Message) -> str:
    data = _bytes(part)[:LONGEST_TEXT]
    try:
        charset = lookup(part.get_content_charset() or "utf-8").name
        return data.decode("utf-8" if charset in NO_CHARSETS else charset, "replace")
    except (LookupError, ValueError):
        return data.decode("utf-8", "replace")


def _without_tags(html: str) -> str:
    return unescape(_TAGS.sub(lambda tag: "\n" if _BREAKS.match(tag[0]) else " ", html))
