"""The control total of every known ledger."""

import json

import pytest

from ui.ledger.control import control_of
from ui.ledger.draft import Source, opened, toggled, with_correction
from ui.ledger.lines import rows_of, sheet_notes
from ui.ledger.mapping import with_choice

BEGINNINGS = ("01", "02", "03", "04", "05", "06", "07")


@pytest.fixture
def draft(context, ledger):
    """A ledger compared with the empty books."""
    return lambda begins: opened(
        context.store, context.today, Source(ledger(begins).name, ledger(begins)), sheet=None
    )


@pytest.mark.parametrize("begins", BEGINNINGS)
def test_every_row_of_a_ledger_is_accounted_for(draft, begins):
    made = draft(begins)
    control = control_of(made)
    assert control.lost == 0
    assert control.agrees
    assert len(rows_of(made, "zh_CN")) == control.rows


def test_a_row_left_out_is_skipped_and_missed_in_the_sum(draft):
    made = toggled(draft("06"), 4)
    control = control_of(made)
    assert (control.claims, control.skipped, control.lost) == (44, 2, 0)
    assert control.difference_fen == 243030
    assert control_of(toggled(made, 4)).agrees


def test_a_correction_is_read_in_place_of_the_cell(context, draft):
    made = with_correction(context.store, context.today, draft("06"), "F4", "2026-01-31")
    assert next(row for row in rows_of(made, "zh_CN") if row.id == 4).cell("due_on").words == "2026-01-31"


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("begins", BEGINNINGS)
def test_every_row_has_its_words(draft, begins, language):
    made = draft(begins)
    assert all(row.note for row in rows_of(made, language) if row.outcome in ("problem", "skipped"))
    assert json.dumps(sheet_notes(made.comparison.proposal, language))


def test_a_heading_takes_a_field_from_another():
    columns = {"debtor": "客户", "owner": "业务员"}
    mapping = with_choice(columns, "经办人", "owner")
    assert (mapping["debtor"], mapping["owner"]) == ("客户", "经办人")
    assert with_choice(columns, "业务员", "")["owner"] is None
