"""Every table and every column of the books has its word in the journal's window."""

import pytest

from models.tables import ACCOUNTED
from ui.problems import catalogue


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_no_table_and_no_column_shows_its_raw_name(language):
    told = catalogue(language)
    wanted = {f"table_{table._meta.table_name}" for table in ACCOUNTED}
    wanted |= {f"column_{name}" for table in ACCOUNTED for name in table._meta.columns if name != "id"}
    assert sorted(wanted - told.keys()) == []
