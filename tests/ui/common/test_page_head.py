"""The head of a page and the bar below it at any width: nothing is squeezed, and what folds away is still at hand."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.common.buttons import Button, icon_button
from ui.common.fields import SearchEdit
from ui.common.page_head import PageHead
from ui.common.status_bar import StatusBar
from ui.common.text import text

WORDS = ("作废", "补充协议", "发通知", "登记扫描件")


@pytest.fixture
def head(dressed, qtbot):
    """A head with a subtitle, a field and four buttons, on a page."""
    page = QWidget()
    qtbot.addWidget(page)
    made = PageHead("协议", SearchEdit("查找"))
    made.subtitle.setText("12 份，1 份待签，2 份已违约")
    made.buttons.add(
        *(Button(words, kind="primary" if words == WORDS[-1] else "secondary") for words in WORDS)
    )
    QVBoxLayout(page).addLayout(made)
    page.show()
    yield made
    page.hide()


def widen(head, width):
    page = head.buttons.window()
    page.resize(width, 100)
    page.layout().activate()


def shown(head):
    return [place.button.text() for place in head.buttons.places if place.button.isVisible()]


def test_everything_stands_there_where_there_is_room(head):
    widen(head, 1200)
    assert shown(head) == list(WORDS)
    assert not head.buttons.more.isVisible()


def test_the_subtitle_gives_way_before_the_buttons_and_the_buttons_before_the_field(head):
    widths = []
    for width in range(1200, 200, -10):
        widen(head, width)
        widths.append((head.subtitle.width(), head.finder.width(), len(shown(head))))
    least, whole = widths[-1][0], widths[0][0]
    assert least < whole
    assert all(buttons == len(WORDS) for subtitle, _, buttons in widths if subtitle > least)
    assert all(field == 180 for _, field, buttons in widths if buttons > 1)
    assert widths[-1] == (least, 120, 1)


def test_buttons_fold_from_the_left_and_stand_in_the_menu_in_their_order(head):
    widen(head, 200)
    menu = head.buttons.open_menu()
    assert shown(head) == [WORDS[-1]]
    assert [action.text().split("\t")[0] for action in menu.actions()] == list(WORDS[:-1])


def test_what_is_folded_away_acts_from_the_menu(head, qtbot):
    pressed = []
    first = head.buttons.places[0].button
    first.clicked.connect(lambda: pressed.append(first.text()))
    widen(head, 200)
    head.buttons.open_menu().actions()[0].trigger()
    assert pressed == [WORDS[0]]


def test_a_button_its_owner_hides_is_in_no_menu_and_takes_no_room(head):
    widen(head, 200)
    wide = head.buttons.sizeHint().width()
    head.buttons.places[1].button.hide()
    assert head.buttons.sizeHint().width() < wide
    assert WORDS[1] not in [button.text() for button in head.buttons.folded]


def test_a_button_that_comes_back_has_its_place_again(head, qtbot):
    button = head.buttons.places[1].button
    button.hide()
    widen(head, 1200)
    button.show()
    qtbot.waitUntil(lambda: shown(head) == list(WORDS))


def test_a_button_of_an_icon_alone_is_named_in_the_menu(head):
    head.buttons.add(icon_button("columns", "列"))
    head.buttons.add(Button("打开"))
    widen(head, 200)
    assert head.buttons.open_menu().actions()[-1].text().startswith("列")


def test_words_that_are_cut_off_are_told_whole(dressed, qtbot):
    label = text("12 份，1 份待签，2 份已违约", yielding=True)
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.text() == "12 份，1 份待签，2 份已违约"
    assert label.minimumSizeHint().width() < label.fontMetrics().horizontalAdvance(label.text())


def test_a_narrow_bar_leaves_out_values_from_the_right_and_a_sum_never_widens_the_window(dressed, qtbot):
    page, bar = QWidget(), StatusBar()
    qtbot.addWidget(page)
    bar.setParent(page)
    bar.lay_out({"shown": "筛选结果", "sum": "求和", "mean": "平均"})
    least = bar.minimumSizeHint().width()
    bar.values["sum"].setText("¥123,456,789,012.00")
    bar.resize(300, 30)
    page.show()
    assert bar.minimumSizeHint().width() == least
    assert [value.isVisible() for value in bar.values.values()] == [True, True, False]
