"""The time line tells many files of one kind and day as one thing."""

from datetime import date

from models.queries.timeline import Attachment, Entry
from models.rules.reasons import Reason
from ui.common.formats import Formats
from ui.common.timeline_view import EntryRow, FileChip, Timeline, gathered

DAY, LATER = date(2026, 11, 2), date(2026, 11, 3)
INVOICE = (Reason("timeline_evidence"), Reason("evidence_kind_invoice"))
CONTRACT = (Reason("timeline_evidence"), Reason("evidence_kind_contract"))


def filed(key, on=DAY, title=INVOICE, **more):
    return Entry("evidence", on, None, title, attachments=(Attachment(key, f"{key}.pdf"),), **more)


def test_files_of_one_kind_and_day_are_one_entry_where_the_newest_stood():
    call = Entry("call", DAY, None, (Reason("timeline_call"),))
    told = gathered([filed(5, LATER), filed(4), call, filed(3, title=CONTRACT), filed(2), filed(1)])
    assert [[each.evidence for each in entry.attachments] for entry in told] == [[5], [4, 2, 1], [], [3]]
    assert told[1].title[-1] == Reason("timeline_evidence_files", {"count": "3"})


def test_what_was_taken_out_or_commented_stands_alone():
    assert len(gathered([filed(3), filed(2, void=True), filed(1, text="另一份")])) == 3


def test_a_long_row_of_files_names_two_and_counts_the_rest(qtbot, dressed):
    line = Timeline(Formats(), DAY)
    qtbot.addWidget(line)
    line.show_entries([filed(3), filed(2), filed(1)])
    (row,) = line.findChildren(EntryRow)
    assert len(row.findChildren(FileChip)) == 2
    assert "另有 1 份" in [label.text() for label in row.children() if hasattr(label, "text")]
