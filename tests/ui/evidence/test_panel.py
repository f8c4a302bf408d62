"""Evidence goes where it belongs with one key or one drop, and is never taken out again."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QApplication

from models.actions.evidence import attach
from models.queries.evidence import chain_of, pieces_of
from tests.ui.rooms import PDF, filled, owed
from ui.common import ask
from ui.evidence.kinds import kind_for, shown_as
from ui.evidence.panel import EvidencePanel

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def claim(context):
    return filled(context)[0]


@pytest.fixture
def panel(context, claim, windows):
    made = EvidencePanel(context)
    made.resize(344, 700)
    made.show_claim(claim)
    return windows.show(made)


@pytest.fixture
def scan(tmp_path):
    file = tmp_path / "合同.pdf"
    file.write_bytes(PDF)
    return file


def drop(target, *files):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    target.dropEvent(event)


def test_a_file_dropped_on_a_slot_is_filed_there(context, claim, panel, scan):
    drop(panel.cards["delivery"], scan)
    (piece,) = pieces_of(context.store, claim)
    assert (piece.kind, piece.name) == ("delivery", "合同.pdf")
    assert panel.title.text() == "证据链 1/6"
    assert not panel.cards["delivery"].head.dashed


def test_a_file_dropped_elsewhere_is_asked_about_and_one_figure_answers(context, claim, panel, scan, qtbot):
    drop(panel, scan)
    assert pieces_of(context.store, claim) == []
    qtbot.keyClicks(panel.popup, "5")
    assert pieces_of(context.store, claim)[0].kind == "statement"


def test_a_screenshot_is_pasted_as_a_picture(context, claim, panel, windows, qtbot):
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(0)
    QApplication.clipboard().setImage(image)
    windows.press(panel, (Qt.Key.Key_V, CTRL))
    qtbot.keyClicks(panel.popup, "6")
    (piece,) = pieces_of(context.store, claim)
    assert piece.name == "截图_20261120_102400.png"
    assert piece.kind == "chat"


def test_e_adds_from_the_disk(context, claim, panel, windows, scan, qtbot):
    with ask.answering([scan]):
        windows.press(panel, "e")
    qtbot.keyClicks(panel.popup, "1")
    assert pieces_of(context.store, claim)[0].kind == "contract"


def test_an_empty_slot_pressed_asks_for_its_file(context, claim, panel, scan, qtbot):
    with ask.answering([scan]):
        qtbot.keyClick(panel.cards["invoice"].head, Qt.Key.Key_Return)
    assert pieces_of(context.store, claim)[0].kind == "invoice"


def test_a_slot_unfolds_to_its_pieces_and_stays_so(context, claim, panel, scan, qtbot):
    drop(panel.cards["contract"], scan)
    qtbot.keyClick(panel.cards["contract"].head, Qt.Key.Key_Space)
    assert panel.cards["contract"].unfolded
    drop(panel.cards["order"], scan)
    assert panel.cards["contract"].unfolded


def test_a_voided_piece_stays_but_does_not_count(context, claim, panel, scan):
    drop(panel.cards["contract"], scan)
    (piece,) = pieces_of(context.store, claim)
    with ask.answering("扫描不清"):
        panel.void(piece.id)
    assert pieces_of(context.store, claim)[0].void_why == "扫描不清"
    assert panel.cards["contract"].head.dashed
    assert chain_of(context.store, claim).there == 0


def test_without_a_reason_nothing_is_voided(context, claim, panel, scan):
    drop(panel.cards["contract"], scan)
    with ask.answering(None):
        panel.void(pieces_of(context.store, claim)[0].id)
    assert pieces_of(context.store, claim)[0].voided_at is None


def test_the_same_content_twice_is_told(panel, scan):
    drop(panel.cards["contract"], scan)
    drop(panel.cards["contract"], scan)
    assert panel.doubt.isVisible()
    assert "完全相同" in panel.doubt.label.text()


def test_what_cannot_be_read_is_said_and_nothing_is_filed(context, claim, panel, tmp_path):
    panel.file([tmp_path / "gone.pdf"], "contract")
    assert "gone.pdf" in panel.doubt.label.text()
    assert pieces_of(context.store, claim) == []


def test_a_copy_is_exported(context, claim, panel, scan, tmp_path):
    drop(panel.cards["contract"], scan)
    target = tmp_path / "copy.pdf"
    with ask.answering(target):
        panel.export(pieces_of(context.store, claim)[0].id)
    assert target.read_bytes() == PDF


def test_the_panel_follows_the_news_of_its_claim(context, claim, panel, scan):
    done = attach(context.desk, [claim], scan, "order")
    context.bus.changed.emit(done.changes)
    assert panel.title.text() == "证据链 1/6"


def test_the_slots_are_those_of_the_kind_of_claim(context, panel):
    loan = owed(context, "张三", 100, "L-1", kind="loan")
    panel.show_claim(loan)
    assert list(panel.cards) == ["loan_note", "transfer", "statement", "demand"]


@pytest.mark.parametrize(
    ("claim_kind", "slot", "name", "kind"),
    [
        ("sale", "contract", "a.pdf", "contract"),
        ("sale", "demand", "通话.m4a", "recording"),
        ("sale", "demand", "微信.PNG", "chat"),
        ("sale", "demand", "函.pdf", "demand"),
        ("construction", "variation", "a.pdf", "order"),
        ("loan", "transfer", "a.pdf", "payment"),
        ("transport", "consignment", "a.pdf", "delivery"),
        ("factoring", "underlying", "a.jpg", "invoice"),
        ("sale", "other", "a.m4a", "other"),
    ],
)
def test_what_a_file_is_follows_from_its_slot_and_its_ending(claim_kind, slot, name, kind):
    assert kind_for(claim_kind, slot, name) == kind


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.PDF", "pdf"), ("a.jpg", "picture"), ("a.txt", "text"), ("a.docx", "outside"), ("a.pdf.exe", "code")],
)
def test_a_file_is_shown_by_its_ending(name, form):
    assert shown_as(name) == form
