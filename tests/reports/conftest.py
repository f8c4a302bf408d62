"""Comparing printed documents with what was approved.

A text that changed fails its test and is written beside the approved one as ``<name>.new.txt``. Read it; when it is
right, approve it by renaming it over the old one.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reports.reading import pages_of

APPROVED = Path(__file__).resolve().parent.parent / "approved"


@pytest.fixture
def approved() -> Callable[[str, bytes], None]:
    """Compare a document's text, page by page, with the approved one."""

    def compare(name: str, pdf: bytes) -> None:
        text = "\n\f\n".join(pages_of(pdf)) + "\n"
        kept, fresh = APPROVED / f"{name}.txt", APPROVED / f"{name}.new.txt"
        if kept.exists() and kept.read_text(encoding="utf-8") == text:
            fresh.unlink(missing_ok=True)
            return
        fresh.write_text(text, encoding="utf-8")
        pytest.fail(f"{name} reads differently. Read {fresh.name}; when it is right: mv {fresh} {kept}")

    return compare
