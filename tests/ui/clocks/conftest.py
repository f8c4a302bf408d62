"""Books with a claim that is running out, one whose payment lacks its slip, and a guarantor."""

from __future__ import annotations

from datetime import date

import pytest

from models.actions.guarantors import GuarantorDraft, add_guarantor
from models.actions.receipts import book_for_claim
from models.queries.claims import claim_rows
from tests.ui.rooms import owed
from ui.clocks.workspace import ClocksWorkspace


@pytest.fixture
def late(context):
    """A claim whose limitation ends in eight weeks."""
    return owed(context, "上海晨屿建筑装饰工程有限公司", 43_800_000, "SO-1", date(2024, 1, 15))


@pytest.fixture
def unslipped(context):
    """A claim with a payment whose bank slip is not on file."""
    key = owed(context, "无锡华川金属材料有限公司", 21_498_000, "SO-2", date(2024, 2, 1))
    book_for_claim(context.desk, key, 100, date(2025, 6, 1), "货款")
    return key


@pytest.fixture
def guaranteed(context):
    """A claim due this summer with a joint guarantor; returns (claim, debtor)."""
    key = owed(context, "宁波海晟机电设备有限公司", 9_235_050, "SO-3", date(2026, 8, 20))
    (row,) = claim_rows(context.store, context.today, context.today, claims=[key])
    add_guarantor(context.desk, row.debtor_id, GuarantorDraft("宏远控股有限公司", "joint"))
    return key, row.debtor_id


@pytest.fixture
def board(context, windows):
    """Opens the board."""

    def show():
        room = windows.show(ClocksWorkspace(context))
        room.resize(1180, 800)
        room.table.setFocus()
        return room

    return show


@pytest.fixture
def paper(tmp_path):
    file = tmp_path / "回执.pdf"
    file.write_bytes(b"%PDF-1.4")
    return file
