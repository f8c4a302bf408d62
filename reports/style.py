"""Measures, looks and inks shared by all documents. Lengths in pt unless the name says mm."""

from __future__ import annotations

from typing import Literal, NamedTuple

Language = Literal["zh_CN", "en"]

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
SIDE = 25 * MM
TOP = 28 * MM
TOP_UNDER_LETTERHEAD = 32 * MM
BOTTOM = 26 * MM
MEASURE = A4[0] - 2 * SIDE
"""Width of the text of an upright page."""

BLACK = "0 g"
GREY = "0.353 0.376 0.408 rg"
"""#5a6068, for labels."""
PALE = "0.85 G"
"""Stroke of the hairlines between rows."""
SEAL = "0.90 0.60 0.58"
"""The seal ring on screen, fill and stroke take the same parts."""


class Look(NamedTuple):
    """How a text looks: chain of fonts, size in pt, ink as a PDF fill operator."""

    chain: str
    size: float
    ink: str = BLACK

    def bold(self) -> Look:
        """The same in bold."""
        family = self.chain.split("-")[0]
        return self._replace(chain=f"{family}-bold")

    def grey(self) -> Look:
        """The same in the grey of labels."""
        return self._replace(ink=GREY)

    def at(self, size: float) -> Look:
        """The same in another size."""
        return self._replace(size=size)


TABLE = Look("sans", 8.6)
FOLIO = Look("sans", 8.2, GREY)
RUNNING = Look("sans", 7.6, GREY)


class Body(NamedTuple):
    """The running text of a document: its look, its leading, its first-line indent in em.

    ``between`` is the white between paragraphs, which a text without indents needs.
    """

    look: Look
    leading: float
    indent: float
    language: Language
    between: float = 0.0


def body(language: Language, leading: float) -> Body:
    """Chinese 12 pt with 2 em indent; English 10.5 pt without, its leading four fifths of the Chinese one's steps."""
    if language == "en":
        return Body(
            Look("latin", 10.5), 14.0 if leading < 20 else 14.6, 0, language, 1.5 if leading < 20 else 3.5
        )
    return Body(Look("serif", 12), leading, 2, language)
