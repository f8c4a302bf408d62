"""An e-mail as a file (.eml, RFC 5322): who wrote to whom, when, what, and what was attached.

What calls itself GB2312 or GBK is read as GB18030, of which both are parts: mail programs write characters beyond
GB2312 under its name. What cannot be decoded is shown with replacement marks, never refused.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser

_CHINESE = frozenset(["gb2312", "gbk", "gb_2312-80", "euc-cn", "x-gbk", "cp936", "hz-gb-2312"])
_BREAKING = frozenset(["br", "p", "div", "tr", "li", "h1", "h2", "h3", "table", "blockquote"])
_HIDDEN = frozenset(["style", "script", "head", "title"])


@dataclass(frozen=True)
class Attachment:
    """A file that came with a mail."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Mail:
    """A mail in words; ``sent_at`` is aware where the mail gives its zone, None where it has no readable date."""

    subject: str
    sender: str
    to: str
    copied: str
    sent_at: datetime | None
    body: str
    attachments: tuple[Attachment, ...]


def read_mail(content: bytes) -> Mail:
    """Read a mail; whatever it is made of, something readable comes out."""
    message = message_from_bytes(content, policy=policy.compat32)
    plain, html, attached = _parts(message)
    body = "\n\n".join(plain) or "\n\n".join(_text_of(each) for each in html)
    return Mail(
        _header(message, "Subject"),
        _header(message, "From"),
        _header(message, "To"),
        _header(message, "Cc"),
        _sent(message),
        body.strip("\r\n"),
        tuple(attached),
    )


def _parts(message: Message) -> tuple[list[str], list[str], list[Attachment]]:
    plain: list[str] = []
    html: list[str] = []
    attached: list[Attachment] = []
    for part in _leaves(message):
        kind = part.get_content_type()
        name = _file_name(part)
        content = _bytes(part)
        if name or part.get_content_disposition() == "attachment" or not kind.startswith("text/"):
            attached.append(Attachment(name or f"attachment-{len(attached) + 1}", content))
        else:
            (html if kind == "text/html" else plain).append(_decoded(content, part.get_content_charset()))
    return plain, html, attached


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that hold something; a mail within a mail is one of them, whole."""
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        yield message
        return
    payload = message.get_payload()
    for part in payload if isinstance(payload, list) else []:
        if isinstance(part, Message):
            yield from _leaves(part)


def _bytes(part: Message) -> bytes:
    payload = part.get_payload()
    if isinstance(payload, list):  # a mail within the mail
        return b"".join(each.as_bytes() for each in payload if isinstance(each, Message))
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _file_name(part: Message) -> str:
    try:
        name = part.get_filename() or ""
    except (LookupError, UnicodeError):
        name = ""
    return _words(name).replace("\r", "").replace("\n", "").strip()


def _header(message: Message, name: str) -> str:
    return " ".join(_words(str(message.get(name, ""))).split())


def _words(value: str) -> str:
    """A header in words: encoded words decoded, raw bytes of old programs taken for GB18030 or UTF-8."""
    try:
        found = decode_header(value)
    except (HeaderParseError, ValueError):
        return value
    return "".join(
        part if isinstance(part, str) else _decoded(part, None if charset == "unknown-8bit" else charset)
        for part, charset in found
    )


def _decoded(content: bytes, charset: str | None) -> str:
    wanted = (charset or "").lower()
    known = "gb18030" if wanted in _CHINESE else wanted
    for name in (known, "utf-8-sig", "gb18030"):
        try:
            if name and codecs.lookup(name):
                return content.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return content.decode(known if known == "gb18030" else "utf-8", "replace")


def _sent(message: Message) -> datetime | None:
    try:
        return parsedate_to_datetime(str(message["Date"]))
    except (TypeError, ValueError, IndexError):
        return None


class _Words(HTMLParser):
    """The text of a page, without what is not shown; nothing is loaded, nothing runs."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """A line ends where a block begins."""
        self._hidden += tag in _HIDDEN
        if tag in _BREAKING:
            self.found.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """What was hidden ends."""
        self._hidden -= tag in _HIDDEN and self._hidden > 0

    def handle_data(self, data: str) -> None:
        """Words that are shown."""
        if not self._hidden:
            self.found.append(" ".join(data.split()) if data.strip() else " ")


def _text_of(html: str) -> str:
    reader = _Words()
    reader.feed(html)
    reader.close()
    lines = (line.strip() for line in "".join(reader.found).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
