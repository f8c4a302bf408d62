"""What is printed on forms of the post: waybill labels, envelopes, address labels, and the page that calibrates them.

Every text stands where its form says, moved by the printer's offset; nothing is clipped: a text gets smaller down to
7 pt, then the paper is refused by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from models.rules.mails import CalibrationFacts, MailFacts, PostFacts, mail_value
from models.rules.post_forms import LEADING, LEAST_SIZE, Drawn, Form, Place
from models.rules.problems import Problem, Refused
from reports.bars import draw_bars
from reports.blocks import Lines, baseline, ragged
from reports.ink import Inked, Paper, advance
from reports.inline import Text
from reports.style import MM, Language, Look
from reports.wording import wording

_WHITE = "1 g"
_ZONE = "0.985 0.86 0.85 rg"
_EDGE, _USED = "0.7 G", "0.93 g"
_SHRINK = 0.5
_GAP = 0.4
"""Millimetres between a field and the one that flows under it."""
_UNPRINTED, _RULED = 4.0, 7.0
"""Between these distances from the edge a ruler of the calibration page stands; printers leave the rest blank."""
_ARM = 2.5
"""Millimetres from the middle of a cross to the end of its arms."""


class Corner(NamedTuple):
    """Upper left corner of a piece on its page, in pt."""

    x: float
    y: float


def post_pdf(facts: PostFacts, on_screen: bool = False) -> bytes:
    """Every piece on its form, one a page or so many on a sheet.

    On screen only: zones to be left blank are tinted, labels have outlines, and those taken off the sheet are grey.

    Refused: ``post_text_long`` naming the letter and the field, all of them at once.
    """
    form = facts.form
    pieces = [_set(form, mail) for mail in facts.mails]
    problems = [problem for piece in pieces for problem in piece.problems]
    if problems:
        raise Refused(*problems)
    paper = _paper(form, f"{form.name} {facts.mails[0].number if facts.mails else ''}")
    place = facts.first - 1
    for number, piece in enumerate(pieces):
        if number and place % form.on_page == 0:
            paper.new_page()
        if on_screen and (number == 0 or place % form.on_page == 0):
            _labels(paper, facts, place % form.on_page)
        corner = _corner(form, place % form.on_page, facts)
        if on_screen:
            _zones(paper, form, corner)
        for drawn in form.drawn:
            _draw(paper, drawn, corner)
        piece.draw(paper, corner)
        place += 1
    paper.new_page()
    return paper.finish()


def _paper(form: Form, title: str) -> Paper:
    width, height = form.page
    return Paper((width * MM, height * MM), title, "")


def _corner(form: Form, place: int, facts: PostFacts) -> Corner:
    x, y = facts.offset.right, facts.offset.down
    if form.sheet:
        row, column = divmod(place, form.sheet.columns)
        x += form.sheet.left + column * form.sheet.step_x
        y += form.sheet.top + row * form.sheet.step_y
    return Corner(x * MM, y * MM)


class _Piece:
    """The texts of one letter set for a form; ``problems`` names those too long."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._texts: list[tuple[Place, Lines]] = []
        self._rows: list[tuple[Place, str]] = []
        self._bars: list[tuple[Place, str]] = []

    def put(self, place: Place, text: str, number: str) -> None:
        """Set one text; what is not known leaves its place empty."""
        if place.what == "barcode":
            self._bars.append((place, text))
        elif place.step:
            self._rows.append((place, text))
        else:
            lines = fitted(place, text)
            if lines is None:
                self.problems.append(
                    Problem(
                        "post_text_long", {"number": number, "field": place.what, "text": text}, place.what
                    )
                )
            else:
                self._texts.append((self._flowed(place), lines))

    def _flowed(self, place: Place) -> Place:
        """Where a field stands once the one before it is set."""
        if not place.flow or not self._texts:
            return place
        last, lines = self._texts[-1]
        return replace(place, y=min(place.y, last.y + lines.height / MM + _GAP))

    def draw(self, paper: Paper, corner: Corner) -> None:
        """Draw all."""
        for place, lines in self._texts:
            lines.draw(paper, corner.x + place.x * MM, corner.y + place.y * MM, place.align)
        for place, text in self._rows:
            leading = place.size * LEADING
            at = corner.y + place.y * MM + baseline(leading, place.size)
            for number, char in enumerate(text):
                middle = corner.x + (place.x + (number + 0.5) * place.step) * MM
                paper.text(middle, at, char, _look(place), "center")
        for place, text in self._bars:
            draw_bars(
                paper,
                text,
                corner.x + place.x * MM,
                corner.y + place.y * MM,
                place.width * MM,
                place.height * MM,
            )


def _set(form: Form, mail: MailFacts) -> _Piece:
    piece = _Piece()
    for place in form.places:
        text = mail_value(mail, place.what)
        if text:
            piece.put(place, text, mail.number)
    return piece


def _look(place: Place) -> Look:
    look = Look(place.family, place.size)
    return look.bold() if place.bold else look


def fitted(place: Place, text: str) -> Lines | None:
    """The text within its field, as large as it can be; None where even 7 pt is too large."""
    size, room = place.size, place.deep * MM + 0.01
    while size >= LEAST_SIZE:
        lines = ragged((Text(text, name=True),), _look(place).at(size), "zh_CN", place.width * MM)
        if len(lines) * size * LEADING <= room and _within(lines, place.width * MM):
            return Lines(lines, size * LEADING)
        size -= _SHRINK
    return None


def _within(lines: Sequence[Sequence[Inked]], width: float) -> bool:
    return all(advance(line) <= width + 0.5 for line in lines)


def _draw(paper: Paper, drawn: Drawn, corner: Corner) -> None:
    """One mark of the form itself."""
    x, y = corner.x + drawn.x * MM, corner.y + drawn.y * MM
    width, height = drawn.width * MM, drawn.height * MM
    if drawn.kind == "rule":
        paper.rule(x, y, width, drawn.weight)
    elif drawn.kind == "upright":
        paper.upright(x, y, height, drawn.weight, "0 G")
    elif drawn.kind == "box":
        _box(paper, x, y, width, height, drawn.weight)
    elif drawn.kind == "tag":
        _tag(paper, drawn, x, y)
    else:
        look = Look("sans-bold" if drawn.bold else "sans", drawn.size)
        paper.text(x, y + baseline(drawn.size * LEADING, drawn.size), drawn.text, look)


def _box(
    paper: Paper, x: float, y: float, width: float, height: float, weight: float, stroke: str = "0 G"
) -> None:
    for top in (y, y + height):
        paper.rule(x, top, width, weight, stroke)
    for left in (x, x + width):
        paper.upright(left, y, height, weight, stroke)


def _tag(paper: Paper, drawn: Drawn, x: float, y: float) -> None:
    """White characters one under the other on black."""
    paper.area(x, y, drawn.width * MM, drawn.height * MM, "0 g")
    step = drawn.height * MM / len(drawn.text)
    look = Look("sans-bold", drawn.size, _WHITE)
    for number, char in enumerate(drawn.text):
        middle = x + drawn.width * MM / 2
        paper.text(middle, y + number * step + baseline(step, drawn.size), char, look, "center")


def _labels(paper: Paper, facts: PostFacts, used: int) -> None:
    """Where the labels of a sheet lie; so many from its beginning are ``used``."""
    form = facts.form
    for place in range(form.on_page if form.sheet else 0):
        x, y = _corner(form, place, facts)
        if place < used:
            paper.area(x, y, form.width * MM, form.height * MM, _USED)
        _box(paper, x, y, form.width * MM, form.height * MM, 0.4, _EDGE)


def _zones(paper: Paper, form: Form, corner: Corner) -> None:
    for zone in form.zones:
        x, y = corner.x + zone.x * MM, corner.y + zone.y * MM
        paper.area(x, y, zone.width * MM, zone.height * MM, _ZONE)


def calibration_pdf(facts: CalibrationFacts, language: Language) -> bytes:
    """The page to be measured: rulers from the left and upper edge, crosses at known places.

    Lay a ruler on the print: what a cross stands beside its number is what the offset must take back. Corners mark
    where the fields begin, but for those that begin in a ruler or beside a cross.
    """
    form = facts.form
    words = wording("post", language)
    name = form.called(language)
    paper = _paper(form, f"{words.text('calibration')} {name}")
    right, down = facts.offset.right * MM, facts.offset.down * MM
    _rulers(paper, form, right, down)
    for place in form.places:
        if _stands_free(place, form):
            paper.rule(right + place.left * MM, down + place.y * MM, 2 * MM, 0.3)
            paper.upright(right + place.left * MM, down + place.y * MM, 2 * MM, 0.3, "0 G")
    for x, y in _crosses(form):
        _cross(paper, right + x * MM, down + y * MM, f"{x:g}, {y:g}")
    values = {"line": f"{facts.offset.right:+.1f}, {facts.offset.down:+.1f} mm"}
    keys = ("calibration_name", "calibration_how", "calibration_offset")
    said = [words.text(key, {**values, "title": name}) for key in keys]
    look, measure = Look("sans", LEAST_SIZE), (form.page[0] - 26) * MM
    lines = Lines([line for text in said for line in ragged(text, look, language, measure)], 9.4)
    lines.draw(paper, right + 15 * MM, down + 13 * MM)
    paper.new_page()
    return paper.finish()


def _stands_free(place: Place, form: Form) -> bool:
    """Whether the corner of a field, 2 mm large, keeps clear of the rulers with their numbers and of the crosses."""
    in_ruler = place.left < _RULED + 4 or place.y < _RULED + 4
    return not in_ruler and all(
        abs(place.left + 1 - x) > 13 or abs(place.y + 1 - y) > 4 for x, y in _crosses(form)
    )


def _crosses(form: Form) -> list[tuple[float, float]]:
    """Ten millimetres from the edges, where every printer still prints."""
    width, height = form.page
    return [(x, y) for x in (10.0, float(int(width - 10))) for y in (45.0, float(int(height - 10)))]


def _cross(paper: Paper, x: float, y: float, text: str) -> None:
    paper.rule(x - _ARM * MM, y, 2 * _ARM * MM, 0.3)
    paper.upright(x, y - _ARM * MM, 2 * _ARM * MM, 0.3, "0 G")
    look = Look("sans", LEAST_SIZE)
    paper.text(
        x + (1.5 * MM if x < paper.width / 2 else -1.5 * MM), y - 1.2 * MM, text, look,
        "left" if x < paper.width / 2 else "right",
    )  # fmt: skip


def _rulers(paper: Paper, form: Form, right: float, down: float) -> None:
    """Half-millimetre ticks along the left and upper edge, longer at every five and ten, numbered at every ten.

    They begin where the other one ends.
    """
    width, height = form.page
    for half in range(round(2 * _RULED) + 1, int(width * 2) - 1):
        paper.upright(right + half / 2 * MM, down + _UNPRINTED * MM, _tick(half), 0.2, "0 G")
    for half in range(round(2 * _RULED) + 1, int(height * 2) - 1):
        paper.rule(right + _UNPRINTED * MM, down + half / 2 * MM, _tick(half), 0.2)
    look, crosses = Look("sans", LEAST_SIZE), [y for _, y in _crosses(form)]
    for mm in range(20, int(width) - 2, 10):
        paper.text(right + mm * MM, down + (_RULED + 2.4) * MM, str(mm), look, "center")
    for mm in range(20, int(height) - 2, 10):
        if all(abs(mm - y) > 4 for y in crosses):
            paper.text(right + (_RULED + 0.4) * MM, down + mm * MM + 0.36 * LEAST_SIZE, str(mm), look)


def _tick(half: int) -> float:
    length = 1.0 if half % 20 == 0 else 0.75 if half % 10 == 0 else 0.5 if half % 2 == 0 else 0.25
    return length * (_RULED - _UNPRINTED) * MM
