from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from ui.common.table import Column, Order, PagedModel, RowsModel
from ui.common.table.tsv import tab_text


@dataclass(frozen=True)
class Claim:
    id: int
    name: str
    fen: int | None = 0


COLUMNS = [
    Column("name", "债务人", 184, lambda row: row.name, tip=lambda row: row.name, editable=True),
    Column("fen", "余额", 104, lambda row: str(row.fen or ""), sort_key=lambda row: row.fen),
]
CLAIMS = [Claim(1, "恒锐", 300), Claim(2, "<b>ACME", None), Claim(3, "恒锐", 100), Claim(4, "海晟", 200)]


def ids(model):
    return [model.id_at(place) for place in range(model.count())]


def test_sorting_puts_what_is_missing_last_both_ways(qapp):
    model = RowsModel(COLUMNS, CLAIMS)
    model.set_order(Order("fen"))
    assert ids(model) == [3, 4, 1, 2]
    model.set_order(Order("fen", descending=True))
    assert ids(model) == [1, 4, 3, 2]
    model.set_order(Order())
    assert ids(model) == [1, 2, 3, 4]


@given(st.lists(st.integers() | st.none(), max_size=40))
def test_every_row_is_shown_once_in_any_order(qapp, sums):
    model = RowsModel(COLUMNS, [Claim(place, "", fen) for place, fen in enumerate(sums)])
    model.set_order(Order("fen", descending=True))
    assert sorted(ids(model)) == list(range(len(sums)))


def test_filters_and_search_narrow_together(qapp):
    model = RowsModel(COLUMNS, CLAIMS)
    model.set_order(Order(filters={"name": frozenset({"恒锐"})}))
    assert ids(model) == [1, 3]
    model.set_search(" 30 ")
    assert ids(model) == [1]


def test_values_are_counted_over_all_rows(qapp):
    model = RowsModel(COLUMNS, CLAIMS)
    model.set_search("acme")
    assert dict(model.values("name")) == {"<b>ACME": 1, "恒锐": 2, "海晟": 1}


def test_every_role_answers(qapp):
    model = RowsModel(COLUMNS, CLAIMS)
    index = model.index(1, model.column("name"))
    role = Qt.ItemDataRole
    assert index.data(role.DisplayRole) == "<b>ACME"
    assert index.data(role.ToolTipRole) == "<qt>&lt;b&gt;ACME</qt>"
    assert index.data(role.AccessibleTextRole) == "债务人 <b>ACME"
    assert index.data(role.UserRole) is CLAIMS[1]
    assert index.data(role.FontRole) is None


def test_ticks_follow_the_record_not_the_place(qapp):
    model = RowsModel(COLUMNS, CLAIMS)
    model.tick([0])
    model.set_order(Order("fen"))
    assert model.ticks == {1}
    assert model.index(2, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert model.tick_state() is None
    model.set_rows(CLAIMS[1:])
    assert model.ticks == set()


def test_typed_text_goes_to_the_owner_of_the_data(qapp, qtbot):
    model = RowsModel(COLUMNS, CLAIMS)
    with qtbot.waitSignal(model.edited) as edited:
        assert model.setData(model.index(2, model.column("name")), "恒瑞")
    assert edited.args == [3, "name", "恒瑞"]
    assert not model.setData(model.index(2, model.column("fen")), "1")


def test_a_newer_version_is_shown_where_it_stands(qapp):
    model = RowsModel(COLUMNS, CLAIMS)
    model.replace(replace(CLAIMS[0], name="恒锐精密"))
    assert model.index(0, model.column("name")).data() == "恒锐精密"


@pytest.fixture
def paged(qapp):
    asked = []

    def fetch(wanted):
        asked.append(tuple(wanted))
        return [Claim(identifier, f"第{identifier}") for identifier in wanted if identifier != 5]

    def order(asked_for):
        return list(range(99_999, -1, -1)) if asked_for.descending else list(range(100_000))

    model = PagedModel(COLUMNS, order, fetch, lambda key, order: [("恒锐", 2)])
    model.asked = asked
    model.reload()
    return model


def test_only_seen_pages_are_fetched(paged):
    assert paged.count() == 100_000
    assert paged.index(300, 1).data() == "第300"
    assert paged.index(301, 1).data() == "第301"
    assert paged.asked == [tuple(range(256, 512))]


def test_old_pages_are_let_go(paged):
    for place in range(0, 100_000, 256):
        paged.row_at(place)
    assert len(paged._pages) == paged.KEPT


def test_a_vanished_record_is_an_empty_row(paged):
    assert paged.index(5, 1).data() is None
    assert paged.index(6, 1).data() == "第6"


def test_another_order_is_asked_for(paged):
    paged.set_order(Order("name", descending=True))
    assert (paged.id_at(0), paged.place_of(99_999), paged.place_of(-1)) == (99_999, 0, None)


def test_a_changed_record_is_fetched_anew(paged):
    paged.row_at(0)
    paged.refresh([3, 123_456])
    paged.row_at(0)
    assert len(paged.asked) == 2


def test_copied_rows_stay_in_their_cells_and_are_not_calculated():
    rows = [["=1+1", "a\tb\nc", "-12.50", "+86 512", "@x", "186,400.00"]]
    assert tab_text(rows) == "'=1+1\ta b c\t-12.50\t'+86 512\t'@x\t186,400.00"
