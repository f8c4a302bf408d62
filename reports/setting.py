"""From inlines to pieces: what may be parted, what may not, and how wide the gaps are.

A piece is a Chinese character, a mark, a word, a blank or a box: what no line end may enter. Between two pieces stands
a gap with its natural width, how far it may shrink, and whether a line may end there. Rules are those of Chinese
typesetting (GB/T 15834 for marks at line ends; quarter em between Chinese and Latin; neighbouring marks close up).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from reports.faces import Glyph, apostrophe, glyph, is_apostrophe
from reports.inline import Blank, Box, Inline, Text
from reports.style import Language, Look

OPENING = frozenset("（《〈「『【〔“‘［｛")
CLOSING = frozenset("，。、；：？！）》〉」』】〕”’］｝％")
_STICKY = frozenset("—…·～")
_LATIN_ONLY = frozenset("“”‘’—…·")
"""Marks that belong to the words around them in a Latin text."""

_NUMERAL = "零〇一二三四五六七八九十百千"
UNITS = re.compile(
    r"[\u4e00-\u9fff]{1,8}字〔\d{4}〕第? ?\d+ ?号"  # letter number
    r"|〔\d{4}〕第? ?\d+ ?号"
    r"|\d{4} ?年 ?\d{1,2} ?月(?: ?\d{1,2} ?日)?"
    r"|¥ ?[\d,]+(?:\.\d+)?(?: ?元)?"
    r"|(?:CNY|RMB|[A-Z]{3}) [\d,]+\.\d{2}"
    r"|[\d,]+(?:\.\d+)? ?(?:元|年|月|日|天|时|期|份|页|笔|户|条|款|号|%)"
    rf"|第[{_NUMERAL}]+条(?:第[{_NUMERAL}]+款)?"
    r"|第 ?[\d.]+ ?[条款期页号]"
    r"|[A-Za-z0-9][A-Za-z0-9\-_./#]*\d[A-Za-z0-9\-_./#]* ?号"
    r"|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}"
    r"|(?:Articles?|Clauses?|No\.|Ref\.|Page) \d[\d().]*"
)
"""Words and figures that no line end may part."""


_SHARED = -0.999
"""Gap in em of ）（ that share one em: the second begins a hair to the right of the first, or what is copied may begin
with it."""
_ENDS = frozenset(",.;:!?)]}%”’")
_BEGINS = frozenset("([{“‘-/#")
"""Latin marks that cling to the Chinese before or after them."""


class Kind(NamedTuple):
    """What a piece is for its neighbours."""

    han: bool = False
    opening: bool = False
    closing: bool = False
    glued: bool = False
    blank: bool = False
    space: bool = False


_HAN = Kind(han=True)
_OPEN = Kind(han=True, opening=True)
_CLOSE = Kind(han=True, closing=True)
_WHITE = Kind(han=True, space=True)
_STICK = Kind(han=True, glued=True)
_WORD = Kind()
_CUT, _NAME = -1, -2
_BLANK = Kind(glued=True)
_FREE_BLANK = Kind(blank=True)


class Mark(NamedTuple):
    """A glyph in its look; the glyphs of blanks and ticks have an empty font and are drawn as strokes."""

    glyph: Glyph
    look: Look

    @property
    def width(self) -> float:
        """Advance in pt."""
        return self.glyph.width * self.look.size


@dataclass(slots=True)
class Setting:
    """The pieces of one paragraph with their gaps; ``gaps[i]`` stands before piece ``i``."""

    em: float
    pieces: list[list[Mark]] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    kinds: list[Kind] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)
    shrinks: list[float] = field(default_factory=list)
    stretches: list[bool] = field(default_factory=list)
    breaks: list[bool] = field(default_factory=list)
    spaces: list[int] = field(default_factory=list)
    starts: list[float] = field(default_factory=list)
    units: list[int] = field(default_factory=list)


class _Token(NamedTuple):
    """A piece before it is joined: its characters, kind, look, the spaces before it, the unit it belongs to."""

    marks: list[Mark]
    kind: Kind
    spaces: int
    unit: int


def set_pieces(inlines: Iterable[Inline], look: Look, language: Language, measure: float) -> Setting:
    """Cut a paragraph into pieces. ``measure`` is the line width: what is wider than it is cut anyway, by character."""
    setting = Setting(look.size)
    for token in _tokens(inlines, look, language):
        for part in _fitting(token, measure):
            _append(setting, part, language)
    _loosen(setting, measure)
    return setting


def _tokens(inlines: Iterable[Inline], look: Look, language: Language) -> Iterator[_Token]:
    spaces, unit_base = 0, 1
    for inline in inlines:
        if isinstance(inline, Text):
            styled = _styled(inline, look)
            yield from _words(inline, styled, language, spaces, unit_base)
            stripped = inline.chars.rstrip(" ")
            spaces = len(inline.chars) - len(stripped) + (0 if stripped else spaces)
            unit_base += len(inline.chars) + 1
        else:
            yield _Token(_strokes(inline, look), _stroke_kind(inline), spaces, 0)
            spaces = 0


def _styled(text: Text, look: Look) -> Look:
    if text.sans:
        look = look._replace(chain="sans", size=look.size * 0.97)
    return look.bold() if text.bold else look


def _strokes(inline: Blank | Box, look: Look) -> list[Mark]:
    """A line to write on, or a box with its tick; the tick, which no font has, has no width of its own."""
    if isinstance(inline, Blank):
        return [Mark(Glyph("", "_", inline.width / look.size), look)]
    tick = [Mark(Glyph("", "✓", 0.0), look)] if inline.ticked else []
    return [Mark(glyph(look.chain, "□"), look), *tick]


def _stroke_kind(inline: Blank | Box) -> Kind:
    if isinstance(inline, Box):
        return _HAN
    return _BLANK if inline.joined else _FREE_BLANK


def _words(text: Text, look: Look, language: Language, spaces: int, base: int) -> Iterator[_Token]:
    """Tokens of one run; ``base`` keeps the numbers of its units apart from those of other runs."""
    unit_of = _unit_map(text, base)
    word: list[Mark] = []
    word_unit = word_spaces = 0
    for position, char in enumerate(text.chars):
        within = char == "’" and is_apostrophe(text.chars, position)
        kind = _WORD if within else _kind(char, language)
        if char == " " or kind is not _WORD:
            if word:
                yield _Token(word, _WORD, word_spaces, word_unit)
                word, spaces = [], 0
            if char == " ":
                spaces += 1
            else:
                yield _Token([Mark(glyph(look.chain, char), look)], kind, spaces, unit_of.get(position, 0))
                spaces = 0
            continue
        if not word:
            word_spaces, word_unit = spaces, unit_of.get(position, 0)
        word_unit = word_unit or unit_of.get(position, 0)
        word.append(Mark(apostrophe(look.chain) if within else glyph(look.chain, char), look))
    if word:
        yield _Token(word, _WORD, word_spaces, word_unit)


def _unit_map(text: Text, base: int) -> dict[int, int]:
    """Position → number of the unit it belongs to; names have a number of their own."""
    if text.whole:
        return dict.fromkeys(range(len(text.chars)), base)
    if text.name:
        return dict.fromkeys(range(len(text.chars)), _NAME)
    found: dict[int, int] = {}
    for match in UNITS.finditer(text.chars):
        found.update(dict.fromkeys(range(match.start(), match.end()), base + match.start()))
    return found


_kinds: dict[tuple[str, bool], Kind] = {}


def _kind(char: str, language: Language) -> Kind:
    latin = language == "en"
    found = _kinds.get((char, latin))
    if found is None:
        found = _kinds[char, latin] = _classify(char, latin)
    return found


def _classify(char: str, latin: bool) -> Kind:
    if latin and char in _LATIN_ONLY:
        return _WORD
    if char in OPENING:
        return _OPEN
    if char in CLOSING:
        return _CLOSE
    if char == "\u3000":
        return _WHITE
    if char in _STICKY:
        return _STICK
    return _HAN if ord(char) >= 0x2E80 else _WORD


def _fitting(token: _Token, measure: float) -> Iterator[_Token]:
    """The token, or its characters when it alone is wider than a line."""
    if len(token.marks) == 1 or sum(mark.width for mark in token.marks) <= measure:
        yield token
        return
    for index, mark in enumerate(token.marks):
        yield _Token([mark], _WORD, token.spaces if index == 0 else 0, _CUT)


def _append(setting: Setting, token: _Token, language: Language) -> None:
    gap, shrink, stretch, may_break = (
        _gap(setting, token, language) if setting.pieces else (0.0, 0.0, False, False)
    )
    start = setting.starts[-1] + setting.widths[-1] + gap if setting.pieces else 0.0
    setting.pieces.append(token.marks)
    setting.widths.append(sum(mark.width for mark in token.marks))
    setting.kinds.append(token.kind)
    setting.gaps.append(gap)
    setting.shrinks.append(shrink)
    setting.stretches.append(stretch)
    setting.breaks.append(may_break)
    setting.spaces.append(token.spaces)
    setting.starts.append(start)
    setting.units.append(token.unit)


def _gap(setting: Setting, token: _Token, language: Language) -> tuple[float, float, bool, bool]:
    """Natural width, how far it may shrink, whether it may open, whether a line may end there."""
    before, after = setting.kinds[-1], token.kind
    unit = setting.units[-1]
    em = setting.em
    may_break = _may_break(before, after, token.spaces, unit, token.unit)
    if not token.spaces and _clings(
        setting.pieces[-1][-1].glyph.char, before, token.marks[0].glyph.char, after
    ):
        return 0.0, 0.0, False, False
    if token.spaces and not (before.han or after.han):
        space = glyph(token.marks[0].look.chain, " ").width * em * token.spaces
        return space, 0.15 * space, True, may_break
    if token.spaces:
        return 0.25 * em * token.spaces, 0.08 * em, True, may_break
    if not (before.han and after.han):
        return _mixed_gap(before, after, _tight(unit, token.unit), em, may_break)
    gap, shrink = _mark_gap(before, after)
    opens = language == "zh_CN" and not (before.glued and after.glued)
    return gap * em, shrink * em, opens, may_break


def _clings(last: str, before: Kind, first: str, after: Kind) -> bool:
    """Whether a Latin mark stands directly against Chinese: no gap, no line end."""
    if before.han and after is _WORD:
        return first in _ENDS
    return before is _WORD and after.han and last in _BEGINS


def _may_break(before: Kind, after: Kind, spaces: int, unit: int, other: int) -> bool:
    if before.opening or after.closing or after.glued or before.glued or before.blank:
        return False
    if after.blank:
        return True
    if unit == other and unit not in (0, _NAME):
        return unit == _CUT
    return bool(spaces) or before.han or after.han


def _tight(unit: int, other: int) -> bool:
    """Whether both sides belong to one name or to one word that was cut."""
    return unit == other and unit in (_NAME, _CUT)


def _mixed_gap(
    before: Kind, after: Kind, tight: bool, em: float, may_break: bool
) -> tuple[float, float, bool, bool]:
    """Between Chinese and Latin a quarter em, none beside a full-width mark; none inside a name or a cut word."""
    if (
        tight
        or before.space
        or after.space
        or not (before.han or after.han)
        or before.glued
        or after.glued
        or before.blank
        or after.blank
    ):
        return 0.0, 0.0, False, may_break
    if before.closing or before.opening or after.closing or after.opening:
        return 0.0, (0.2 * em if before.closing or after.opening else 0.0), True, may_break
    return 0.25 * em, 0.08 * em, True, may_break


def _mark_gap(before: Kind, after: Kind) -> tuple[float, float]:
    """Gap and shrink in em: ）（ share one em, ）。 and （《 close their half em of white."""
    if before.closing and after.opening:
        return _SHARED, 0.0
    if (before.closing and after.closing) or (before.opening and after.opening):
        return -0.5, 0.0
    return 0.0, (0.2 if before.closing or after.opening else 0.0)


def _loosen(setting: Setting, measure: float) -> None:
    """Let a unit that is wider than a line be parted where the marks allow it."""
    first = 0
    for index in range(1, len(setting.pieces) + 1):
        if index < len(setting.pieces) and not setting.breaks[index]:
            continue
        if setting.starts[index - 1] + setting.widths[index - 1] - setting.starts[first] > measure:
            for inner in range(first + 1, index):
                before, after = setting.kinds[inner - 1], setting.kinds[inner]
                setting.breaks[inner] = not (before.opening or after.closing)
        first = index
