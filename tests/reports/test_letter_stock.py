"""What letters of one batch share: all but the names of those they go to."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pypdf
import pytest

from reports.letter_stock import letter_stock
from reports.render import render
from tests.reports import samples


@pytest.mark.parametrize("kind", ["reminder", "demand", "final", "statement_moves"])
def test_a_letter_brings_no_characters_of_its_own_but_those_of_names(kind: str) -> None:
    debtor = replace(
        samples.FIRM,
        name=samples.CREDITOR.name,
        address=samples.CREDITOR.address,
        contact_person=samples.CREDITOR.contact,
    )
    facts = samples.letter(kind, debtor=debtor)
    fonts = {
        name
        for page in pypdf.PdfReader(io.BytesIO(render(kind, facts, "zh_CN"))).pages
        for name in _fonts(page)
    }
    assert fonts == {f"/{name}" for name in letter_stock(facts, "zh_CN").subsets()}


def _fonts(page: pypdf.PageObject) -> list[str]:
    resources: Any = page["/Resources"]
    return list(resources["/Font"])
