"""Forms of the post as data: what stands where on a waybill, an envelope or a label, in mm from its upper left.

A form is measured, never guessed: the program brings some, the clerk adds any other. ``y`` is the top of the first
line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from models.rules.problems import Problem, Refused

USES = ("waybill", "envelope", "labels")

WHATS = (
    "to_person", "to_phone", "to_person_phone", "to_name", "to_address", "to_postcode", "to_address_postcode",
    "to_attention", "from_person", "from_phone", "from_person_phone", "from_name", "from_address", "from_postcode",
    "from_address_postcode", "customer_code", "content", "letter_line", "letter_number", "count", "document_tick",
    "insured", "return_slip", "carrier", "mailed_on", "year", "month", "day", "waybill", "barcode",
)  # fmt: skip
"""What a field may show."""

INSIDE = ("content", "letter_line", "letter_number")
"""What tells of the debt and never stands on an envelope or an address label (CC 1032-1034)."""

LEAST_SIZE = 7.0
"""Points under which nothing is printed: a thermal printer of 203 dpi draws smaller characters closed."""
MOST_MM = 420.0
STEP_MM = 0.5
MOST_OFFSET_MM = 20.0


@dataclass(frozen=True)
class Place:
    """A field: ``size`` in pt within ``width`` and ``height``, else ``lines`` lines; ``step`` sets one character a box.

    A text too long for its field gets smaller, down to 7 pt. ``flow``: it moves up under the field before it where
    that one needs fewer lines.
    """

    what: str
    x: float
    y: float
    width: float
    size: float = 9.0
    lines: int = 1
    bold: bool = False
    align: str = "left"
    family: str = "sans"
    step: float = 0.0
    height: float = 0.0
    flow: bool = False

    @property
    def left(self) -> float:
        """Its left edge in mm, wherever its ``x`` stands."""
        return self.x - {"left": 0.0, "center": self.width / 2, "right": self.width}[self.align]

    @property
    def deep(self) -> float:
        """How far down it reaches, in mm."""
        return self.height or self.lines * self.size * LEADING * 25.4 / 72


LEADING = 1.3
"""Line to line, in sizes."""


@dataclass(frozen=True)
class Drawn:
    """What the form itself prints: ``rule`` | ``upright`` | ``box`` | ``tag`` (white on black) | ``words``."""

    kind: str
    x: float
    y: float
    width: float = 0.0
    height: float = 0.0
    text: str = ""
    size: float = 7.2
    bold: bool = False
    weight: float = 0.7


@dataclass(frozen=True)
class Zone:
    """A rectangle to be left blank but for ``allows``."""

    x: float
    y: float
    width: float
    height: float
    allows: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """Labels on a sheet: so many columns and rows, the first at ``left``, ``top``, one every ``step_x``, ``step_y``."""

    width: float
    height: float
    columns: int
    rows: int
    left: float
    top: float
    step_x: float
    step_y: float


@dataclass(frozen=True)
class Form:
    """One form. ``sheet`` is None where every piece is a page of its own.

    ``name`` is what the firm calls it, ``name_en`` what an English window does where the two differ.
    """

    key: str
    name: str
    use: str
    width: float
    height: float
    places: tuple[Place, ...]
    drawn: tuple[Drawn, ...] = ()
    zones: tuple[Zone, ...] = ()
    sheet: Sheet | None = None
    name_en: str = ""

    def called(self, language: str) -> str:
        """Its name for a reader of that language."""
        return self.name_en if language == "en" and self.name_en else self.name

    @property
    def page(self) -> tuple[float, float]:
        """Size of the paper in mm."""
        return (self.sheet.width, self.sheet.height) if self.sheet else (self.width, self.height)

    @property
    def on_page(self) -> int:
        """Pieces on one page."""
        return self.sheet.columns * self.sheet.rows if self.sheet else 1


@dataclass(frozen=True)
class Offset:
    """How far a printer prints beside: all is moved ``right`` and ``down`` by so many mm, in steps of half a mm."""

    right: float = 0.0
    down: float = 0.0

    def checked(self) -> Offset:
        """Itself; Refused (``offset_step``) where it is no multiple of 0.5 mm or more than 20 mm."""
        for value in (self.right, self.down):
            if (value / STEP_MM) % 1 or abs(value) > MOST_OFFSET_MM:
                raise Refused(Problem("offset_step", {"value": f"{value:g}"}, "offset"))
        return self


NO_OFFSET = Offset()


def form_of(told: Mapping[str, Any]) -> Form:
    """A form as a file tells it. Refused: ``form_unreadable`` for what is missing or no form knows, and ``faults``."""
    try:
        form = Form(
            key=str(told["key"]).strip(),
            name=str(told["name"]).strip(),
            use=str(told["use"]),
            width=float(told["width"]),
            height=float(told["height"]),
            places=tuple(Place(**each) for each in told["place"]),
            drawn=tuple(Drawn(**each) for each in told.get("drawn", ())),
            zones=tuple(_zone(each) for each in told.get("zone", ())),
            sheet=Sheet(**told["sheet"]) if told.get("sheet") else None,
            name_en=str(told.get("name_en", "")).strip(),
        )
        problems = tuple(faults(form))
    except (KeyError, TypeError, ValueError) as error:
        raise Refused(Problem("form_unreadable", {"why": str(error)}, "form")) from error
    if problems:
        raise Refused(*problems)
    return form


def _zone(told: Mapping[str, Any]) -> Zone:
    return Zone(**{**told, "allows": tuple(told.get("allows", ()))})


def told(form: Form) -> dict[str, Any]:
    """The form as a file tells it, what is as it mostly is left out."""
    found: dict[str, Any] = {
        "key": form.key, "name": form.name, "use": form.use, "width": form.width, "height": form.height,
    }  # fmt: skip
    if form.name_en:
        found["name_en"] = form.name_en
    if form.sheet:
        found["sheet"] = _entry(form.sheet)
    for name, entries in (("place", form.places), ("drawn", form.drawn), ("zone", form.zones)):
        if entries:
            found[name] = [_entry(entry) for entry in entries]
    return found


def _entry(entry: Any) -> dict[str, Any]:
    values = {each.name: (getattr(entry, each.name), each.default) for each in fields(entry)}
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, (value, usual) in values.items()
        if value != usual
    }


def faults(form: Form) -> Iterator[Problem]:
    """What makes a form useless: off the paper, into a zone, words of the debt on the outside."""
    if not form.key or not form.name or form.use not in USES:
        yield Problem("form_unreadable", {"why": "key, name, use"}, "form")
    if not (10 <= form.width <= MOST_MM and 10 <= form.height <= MOST_MM):
        yield Problem("form_size", {"width": f"{form.width:g}", "height": f"{form.height:g}"}, "form")
    for place in form.places:
        yield from place_faults(form, place)


def place_faults(form: Form, place: Place) -> Iterator[Problem]:
    """What is wrong with one of its fields."""
    if place.what not in WHATS:
        yield Problem("form_field_unknown", {"field": place.what, "fields": ", ".join(WHATS)}, place.what)
        return
    if form.use != "waybill" and place.what in INSIDE:
        yield Problem("form_tells_debt", {"field": place.what}, place.what)
    left, right = place.left, place.left + place.width
    if left < 0 or place.y < 0 or right > form.width + 0.01 or place.y + place.deep > form.height + 0.01:
        yield Problem("form_field_outside", {"field": place.what}, place.what)
    if place.size < LEAST_SIZE and place.what != "barcode":
        yield Problem("form_field_small", {"field": place.what}, place.what)
    for zone in form.zones:
        if place.what not in zone.allows and _meets(zone, place):
            yield Problem("form_field_in_zone", {"field": place.what}, place.what)


def _meets(zone: Zone, place: Place) -> bool:
    across = place.left < zone.x + zone.width - 0.01 and place.left + place.width > zone.x + 0.01
    return across and place.y < zone.y + zone.height - 0.01 and place.y + place.deep > zone.y + 0.01
