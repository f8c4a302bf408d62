"""Every table and every column of the books has its word in the journal's window."""

import pytest

from models.queries.journal_entries import Detail
from models.tables import ACCOUNTED
from ui.common.formats import Formats
from ui.problems import catalogue
from ui.trust.journal_words import JournalWords


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_no_table_and_no_column_shows_its_raw_name(language):
    told = catalogue(language)
    wanted = {f"table_{table._meta.table_name}" for table in ACCOUNTED}
    wanted |= {f"column_{name}" for table in ACCOUNTED for name in table._meta.columns if name != "id"}
    assert sorted(wanted - told.keys()) == []


@pytest.mark.parametrize(
    ("table", "column", "shown"), [("claim", "disputed", "否 → 是"), ("claim", "number", "0 → 1")]
)
def test_what_is_true_or_not_is_said_as_yes_or_no(table, column, shown):
    change = Detail("change", table, 7, column, 0, 1)
    assert JournalWords(Formats("zh_CN")).change(change)[1] == shown
