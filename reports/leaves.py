"""The documents of a bundle as pages: a PDF's own, a picture fitted, words set, and a slip for what is no page."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from typing import Any, NamedTuple

from models.rules.exhibits import ExhibitFacts, Readable, read_as
from models.rules.mail import Mail, read_mail
from reports.blocks import Labelled, Lines, baseline, kept, labelled_lines, ragged, spaced
from reports.faces import can_draw
from reports.flow import Strip, paginate
from reports.ink import Paper
from reports.inline import Text
from reports.pictures import Picture, pictures_of
from reports.style import A4, GREY, MM, PALE, Language, Look
from reports.wording import Wording, wording

TEXT_BYTES = 1_000_000
"""So much of a file of words is set; the whole of it goes along as a file."""

_CHINA = timezone(timedelta(hours=8))
_SIDE = 20 * MM
_TOP = 18 * MM
_MEASURE = A4[0] - 2 * _SIDE
_WORDS = Look("sans", 9)
_LABELS = Look("sans", 9, GREY)
_HEAD = Look("sans-bold", 13)
_LEADING = 13.5
_MARGIN, _ABOVE, _BELOW = 6 * MM, 11 * MM, 13 * MM
"""White around what is fitted on a page: at the sides, for the exhibit's number, for the page's number."""


class Area(NamedTuple):
    """Where a page of a document stands on its page of the bundle: pt from the lower left corner."""

    x: float
    y: float
    width: float
    height: float


class Sheet(NamedTuple):
    """A page of a PDF on the disk, counted from 0."""

    file: Readable
    number: int


@dataclass(frozen=True)
class Leaf:
    """One page of a document: ``draw`` sets it, or ``source`` is what is to be put in ``area``."""

    size: tuple[float, float]
    draw: Callable[[Paper], None] | None = None
    source: Sheet | Picture | None = None
    area: Area | None = None


class Leaves(NamedTuple):
    """All pages of a document; ``shown`` is False where a slip stands for what cannot be shown."""

    pages: Sequence[Leaf]
    shown: bool = True


def leaves_of(exhibit: ExhibitFacts, language: Language, beat: Callable[[], object]) -> Leaves:
    """The pages of one document, at least one; ``beat`` is called often. OSError where its file cannot be read."""
    beat()
    words = wording("bundle", language)
    form = read_as(exhibit.name)
    if form == "pdf":
        pages = _pdf(exhibit, beat)
    elif form == "picture":
        pages = [_pictured(each) for each in pictures_of(exhibit.file)]
    elif form in ("text", "mail"):
        with exhibit.file.open("rb") as file:
            content = file.read() if form == "mail" else file.read(TEXT_BYTES + 1)
        pages = _set(_told(exhibit, form, content, words, language))
    else:
        pages = []
    if pages:
        return Leaves(pages)
    return Leaves(_set(_slip(exhibit, form, words, language)), shown=form == "recording")


def drawable(text: str) -> str:
    """Text in which what no font can draw stands as its code: an emoji of a chat is not lost without a trace."""
    return "".join(
        char if can_draw(char) else "" if not char.isprintable() else f"〔U+{ord(char):04X}〕"
        for char in text
    )


def _pdf(exhibit: ExhibitFacts, beat: Callable[[], object]) -> list[Leaf]:
    """The pages of a PDF; none where it is locked or broken."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(
        logging.CRITICAL
    )  # a flawed file is told as a doubt, not on the console
    try:
        with exhibit.file.open("rb") as stream:
            reader = PdfReader(stream)
            if reader.is_encrypted and not reader.decrypt(""):
                return []
            leaves = []
            for at, page in enumerate(reader.pages):
                beat()
                leaves.append(_placed(page, Sheet(exhibit.file, at)))
            return leaves
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, NotImplementedError):
        return []


def _placed(page: Any, sheet: Sheet) -> Leaf:
    box = page.cropbox
    upright = page.rotation % 180 == 0
    wide = float(box.width if upright else box.height)
    high = float(box.height if upright else box.width)
    if wide <= 0 or high <= 0:
        raise ValueError("a page without extent")
    size = _sheet(wide, high)
    return Leaf(size, source=sheet, area=_fitted(size, wide, high))


def _pictured(picture: Picture) -> Leaf:
    size = _sheet(picture.width, picture.height)
    return Leaf(size, source=picture, area=_fitted(size, picture.width * 72 / 96, picture.height * 72 / 96))


def _sheet(wide: float, high: float) -> tuple[float, float]:
    return A4 if high >= wide else (A4[1], A4[0])


def _fitted(size: tuple[float, float], wide: float, high: float) -> Area:
    """As large as it is, smaller where it would not fit, in the middle."""
    width, height = size[0] - 2 * _MARGIN, size[1] - _ABOVE - _BELOW
    scale = min(1.0, width / wide, height / high)
    return Area(
        (size[0] - wide * scale) / 2, _BELOW + (height - high * scale) / 2, wide * scale, high * scale
    )


@dataclass(frozen=True)
class _Plain:
    """Pages of words: their margins; number and stamp are drawn by the bundle."""

    def top(self, _page: int) -> float:
        return _TOP

    @property
    def bottom(self) -> float:
        return A4[1] - 18 * MM

    def draw(self, paper: Paper, page: int, pages: int) -> None:
        """Nothing of its own."""


def _set(strips: list[Strip]) -> list[Leaf]:
    return [Leaf(A4, partial(_draw, page)) for page in paginate(strips, _Plain())]


def _draw(strips: Sequence[Strip], paper: Paper) -> None:
    y = _TOP
    for place, strip in enumerate(strips):
        y += strip.above if place else 0.0
        strip.draw(paper, _SIDE, y)
        y += strip.height


def _told(
    exhibit: ExhibitFacts, form: str, content: bytes, words: Wording, language: Language
) -> list[Strip]:
    if form == "mail":
        mail = read_mail(content)
        return [*_heading(exhibit, _mail_head(mail, exhibit, words), language), *_body(mail.body, language)]
    text = decoded(content[:TEXT_BYTES])
    if len(content) > TEXT_BYTES:
        text += f"\n{words.text('truncated')}"
    return [*_heading(exhibit, _known(exhibit, words), language), *_body(text, language)]


def _slip(exhibit: ExhibitFacts, form: str, words: Wording, language: Language) -> list[Strip]:
    """What stands for a recording (its transcript) or for a file of another program."""
    head = _heading(exhibit, _known(exhibit, words), language)
    if form != "recording" and not exhibit.transcript:
        return [*head, *_body(words.text("not_shown"), language)]
    title = Lines([ragged(words.text("transcript"), _HEAD.at(10.5), language, _MEASURE)[0]], 18)
    return [
        *head,
        *kept(title.strips(_MEASURE)),
        *_body(exhibit.transcript or words.text("no_transcript"), language),
    ]


def _mail_head(mail: Mail, exhibit: ExhibitFacts, words: Wording) -> list[tuple[str, str | None]]:
    sent = None if mail.sent_at is None else _moment(mail.sent_at)
    named = [("subject", mail.subject), ("from", mail.sender), ("to", mail.to), ("copied", mail.copied)]
    told = [(words.text(f"labels.{key}"), value) for key, value in [*named, ("sent", sent)]]
    files = "、".join(each.name for each in mail.attachments)
    return [*told, (words.text("attachments"), files), *_known(exhibit, words)]


def _moment(at: datetime) -> str:
    """The instant as its sender's clock had it, with the zone where it is known."""
    return at.strftime("%Y-%m-%d %H:%M") + (f" {at:%z}" if at.tzinfo else "")


def _known(exhibit: ExhibitFacts, words: Wording) -> list[tuple[str, str | None]]:
    taken = f"{exhibit.taken_at.astimezone(UTC).astimezone(_CHINA):%Y-%m-%d %H:%M} {exhibit.taken_by}"
    told: list[tuple[str, str | None]] = [
        ("made_on", exhibit.made_on.isoformat() if exhibit.made_on else None),
        ("account", exhibit.account),
        ("device", exhibit.device),
        ("keeper", exhibit.keeper),
        ("name", exhibit.name),
        ("bytes", f"{exhibit.bytes:,}"),
        ("sha256", in_groups(exhibit.sha256)),
        ("taken", taken),
    ]
    return [(words.text(f"labels.{key}"), value) for key, value in told]


def in_groups(sha256: str) -> str:
    """A hash in groups of eight, as it is read aloud and compared."""
    return " ".join(sha256[at : at + 8] for at in range(0, len(sha256), 8))


def _heading(
    exhibit: ExhibitFacts, told: Sequence[tuple[str, str | None]], language: Language
) -> list[Strip]:
    title = Lines(ragged((Text(drawable(exhibit.title), name=True),), _HEAD, language, _MEASURE), 19)
    entries = [
        Labelled(label, (Text(" ".join(drawable(value).split()), name=True),))
        for label, value in told
        if value
    ]
    facts = labelled_lines(entries, _LABELS, language, _MEASURE, _LEADING)

    def rule(paper: Paper, x: float, y: float) -> None:
        paper.rule(x, y + 5, _MEASURE, 0.4, PALE)

    return [
        *kept(title.strips(_MEASURE)),
        *kept(spaced(facts.strips(_MEASURE), 5.0)),
        Strip(14, rule, keep=True),
    ]


def _body(text: str, language: Language) -> list[Strip]:
    """Words line by line as they stand; an empty line stays empty."""
    strips: list[Strip] = []
    for line in drawable_lines(text):
        if not line.strip():
            strips.append(Strip(_LEADING * 0.7, _nothing))
            continue
        for inked in ragged((Text(line, name=True),), _WORDS, language, _MEASURE):
            strips.append(Strip(_LEADING, partial(_line, inked)))
    return strips


def _nothing(_paper: Paper, _x: float, _y: float) -> None:
    """White."""


def _line(inked: Any, paper: Paper, x: float, y: float) -> None:
    paper.inked(x, y + baseline(_LEADING, _WORDS.size), inked)


def drawable_lines(text: str) -> list[str]:
    """The lines of a text, tabs as spaces, each drawable."""
    return [
        drawable(line.expandtabs(4)) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    ]


def decoded(content: bytes) -> str:
    """Words of a file: UTF-8, else GB18030, of which GB2312 and GBK are parts."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("utf-8", "replace")
