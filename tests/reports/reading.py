"""Reading printed documents back as a person does who copies and searches."""

from __future__ import annotations

import io
from typing import Any

import pypdf
import pypdfium2


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page as a reader copies it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            document[number].get_textpage().get_text_range().replace("\r\n", "\n")
            for number in range(len(document))
        ]
    finally:
        document.close()


def text_of(pdf: bytes) -> str:
    """All text without line ends, as a search sees it."""
    return "".join(pages_of(pdf)).replace("\n", "")


def fonts_of(pdf: bytes) -> dict[str, Any]:
    """The font dictionaries of all pages by base name."""
    found = {}
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            entry = font.get_object()
            found[str(entry["/BaseFont"])] = entry
    return found
