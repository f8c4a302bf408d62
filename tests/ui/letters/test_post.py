"""邮寄, 函件效果, 另一地址: by keys and by what stands in the books afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton

from models.actions.letters import issue
from models.actions.post import add_address, mail
from models.actions.settings import choose
from models.queries.attempts import addresses, attempts
from models.queries.letter_rows import letter_rows
from models.queries.mails import forms, mails, offset, own_forms
from models.rules.post_forms import Offset
from models.settings import CUSTOMER_CODE
from ui.common.ask import answering
from ui.letters.delivery_dialog import DeliveryDialog
from ui.letters.effect_window import EffectWindow
from ui.letters.post_window import PostWindow
from ui.letters.workspace import LettersWorkspace

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def issued(context, claims):
    """Letters to five debtors, the first of them posted."""
    made = issue(context.desk, "demand", claims, context.render).letters
    mail(context.desk, made[0].letter, "1078334211501")
    return [letter.letter for letter in made]


@pytest.fixture
def window(context, issued, shown):
    """Two letters on their way to the post."""
    return shown(PostWindow(context, issued[:2]))


def test_p_prints_for_the_post_what_is_chosen(context, issued, shown, qtbot):
    room = shown(LettersWorkspace(context))
    room.table.setFocus()
    qtbot.keyClick(room.table.right, Qt.Key.Key_P)
    assert room.window_open.letters == [issued[-1]]


def test_the_pages_are_shown_as_they_will_be_printed(window):
    assert (window.pages.count, window.facts.form.key) == (2, "ems_76x130")
    window.form.setCurrentIndex(window.form.findData("label_70x37"))
    assert window.pages.count == 1
    assert window.first_field.isVisible()


def test_the_pages_are_turned_by_keys_and_the_place_is_said(window, qtbot):
    assert (window.place.text(), window.back.isEnabled()) == ("1 / 2", False)
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    assert (window.view.page, window.place.text()) == (1, "2 / 2")
    assert not window.onward.isEnabled()
    window.back.click()
    assert window.view.page == 0


def test_an_offset_is_kept_for_its_printer_and_form(window, context):
    window.printer.setText("针式")
    window.printer.editingFinished.emit()
    window.right.setValue(1.5)
    assert offset(context.store, "针式", "ems_76x130") == Offset(1.5, 0)
    assert window.facts.offset == Offset(1.5, 0)
    window.form.setCurrentIndex(window.form.findData("dl"))
    assert window.right.value() == 0


def test_the_printer_gets_paper_of_the_forms_size(window, qtbot, tmp_path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    with answering(printer):
        qtbot.keyClick(window, Qt.Key.Key_P, CTRL)
    size = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
    assert (round(size.width()), round(size.height())) == (76, 130)
    assert (tmp_path / "out.pdf").stat().st_size > 1000


def test_the_list_wants_every_number(window, tmp_path):
    with answering(tmp_path / "list.pdf"):
        window.save_list()
    assert "0002" in window.hint.text()
    assert not (tmp_path / "list.pdf").exists()


def test_list_file_and_pages_are_saved(context, issued, shown, qtbot, tmp_path):
    window = shown(PostWindow(context, issued[:1]))
    for name, act in (
        ("a.pdf", window.save_list),
        ("b.csv", window.save_csv),
        ("c.pdf", window.save_calibration),
    ):
        with answering(tmp_path / name):
            act()
    with answering(tmp_path / "d.pdf"):
        qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    saved = sorted(file.name for file in tmp_path.glob("?.*") if file.suffix != ".json")
    assert saved == ["a.pdf", "b.csv", "c.pdf", "d.pdf"]


def test_a_measured_form_is_added_and_chosen(window, context, tmp_path):
    file = tmp_path / "form.json"
    file.write_text(
        '{"key": "old", "name": "详情单", "use": "waybill", "width": 230, "height": 127, '
        '"place": [{"what": "to_name", "x": 30, "y": 40, "width": 80}]}',
        encoding="utf-8",
    )
    with answering(file):
        window.add_form()
    assert "old" in forms(context.store)
    assert window.facts.form.key == "old"


def test_who_signed_is_told_by_a_second_key(context, issued, shown, qtbot):
    dialog = shown(DeliveryDialog(context, letter_rows(context.store, [issued[0]])[0]))
    qtbot.keyClick(dialog.results.buttons["signed"], Qt.Key.Key_1)
    qtbot.keyClick(dialog.results.buttons["signed"], Qt.Key.Key_W)
    dialog.signer.setText("门卫老张")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    (only,) = attempts(context.store, [issued[0]])[issued[0]]
    assert (only.outcome, only.signer) == ("signed_mail_room", "门卫老张")


def test_a_letter_that_came_back_goes_to_another_address(context, issued, shown, qtbot):
    dialog = shown(DeliveryDialog(context, letter_rows(context.store, [issued[0]])[0]))
    assert not dialog.again.isEnabled()
    dialog.add_address()
    dialog.address_dialog.address.setText("登记路 1 号")
    dialog.address_dialog.save()
    assert dialog.again.isEnabled()
    with answering("1078334211577"):
        dialog.send_again()
    second = attempts(context.store, [issued[0]])[issued[0]][-1]
    assert (second.number, second.address, second.address_source) == (2, "登记路 1 号", "registered")


def test_a_file_alone_is_kept_without_a_result(context, issued, shown, tmp_path):
    stub = tmp_path / "stub.jpg"
    stub.write_bytes(b"\xff\xd8 stub")
    dialog = shown(DeliveryDialog(context, letter_rows(context.store, [issued[0]])[0]))
    dialog.take_proof(stub)
    dialog.kind.setCurrentIndex(dialog.kind.findData("stub"))
    dialog.save()
    (only,) = attempts(context.store, [issued[0]])[issued[0]]
    assert (only.outcome, [file.kind for file in only.proofs]) == (None, ["stub"])


def test_the_effect_is_shown_and_written_as_a_workbook(context, issued, shown, qtbot, tmp_path):
    window = shown(EffectWindow(context))
    assert window.model.count() == 3
    with answering(tmp_path / "effect.xlsx"):
        qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    assert (tmp_path / "effect.xlsx").is_file()


def test_a_proof_of_an_earlier_attempt_is_filed_there(context, issued, shown, tmp_path):
    mail(context.desk, issued[0], "1078334211611", address="苏州市另一地址 1 号", again=True)
    letter = next(row for row in letter_rows(context.store) if row.id == issued[0])
    dialog = shown(DeliveryDialog(context, letter))
    assert dialog.stands.number == 2
    dialog.attempt.setCurrentIndex(1)
    (tmp_path / "存根.pdf").write_bytes(b"stub")
    dialog.take_proof(tmp_path / "存根.pdf")
    dialog.primary.click()
    first, second = attempts(context.store, [issued[0]])[issued[0]]
    assert (len(first.proofs), len(second.proofs)) == (1, 0)


def test_an_address_that_no_longer_holds_is_ended(context, issued, shown, qtbot):
    letter = next(row for row in letter_rows(context.store) if row.id == issued[0])
    add_address(context.desk, letter.debtor, "苏州市旧址 9 号", "agreed")
    dialog = shown(DeliveryDialog(context, letter))
    assert dialog.next_address.address == "苏州市旧址 9 号"
    dialog.add_address()
    button = next(
        each for each in dialog.address_dialog.findChildren(QAbstractButton)
        if "苏州市旧址 9 号" in each.accessibleName()
    )  # fmt: skip
    button.click()
    assert "苏州市旧址 9 号" not in [row.address for row in addresses(context.store, letter.debtor_id)]
    assert dialog.next_address is None


def test_the_customer_code_of_the_firm_goes_along(context, issued):
    assert mails(context.store, issued[:1])[0].customer_code is None
    choose(context.desk, CUSTOMER_CODE, "32010001")
    assert mails(context.store, issued[:1])[0].customer_code == "32010001"


@pytest.fixture
def editor(window):
    """A copy of the waybill label, being changed."""
    window.edit_form()
    return window.editor


def test_a_form_of_the_program_is_copied_and_its_fields_moved(window, editor, context):
    before = editor.pages
    editor.name.setText("本地快递单")
    editor.model.setData(editor.model.index(2, 1), "10,5")
    assert editor.pages is not before
    editor.primary.click()
    kept = own_forms(context.store)["own_1"]
    assert (kept.name, kept.places[2].x) == ("本地快递单", 10.5)
    assert forms(context.store)["ems_76x130"].places[2].x != 10.5
    assert window.key == "own_1"
    assert window.facts.form == kept


def test_a_field_off_the_paper_is_named_and_not_kept(editor, context):
    editor.model.setData(editor.model.index(0, 1), "300")
    assert "超出纸面" in editor.hint.text()
    assert not editor.primary.isEnabled()
    editor.model.setData(editor.model.index(0, 1), "不知道")
    assert editor.form.places[0].x == 300


def test_fields_are_added_and_removed(editor):
    count = len(editor.form.places)
    editor.what.setCurrentIndex(editor.what.findData("mailed_on"))
    editor.add.click()
    assert editor.form.places[-1].what == "mailed_on"
    editor.table.go_to(count)
    editor.drop.click()
    assert len(editor.form.places) == count


def test_a_form_of_ones_own_is_changed_in_place_and_dropped(window, editor, context):
    editor.primary.click()
    window.edit_form()
    assert window.editor.form.key == "own_1"
    window.editor.close()
    assert window.drop.isVisible()
    with answering(True):
        window.drop_form()
    assert own_forms(context.store) == {}
    assert not window.drop.isVisible()


def drawn(editor, at):
    """Where a field is drawn, in mm from the upper left of the sheet."""
    picture = editor.picture
    rect, sheet = picture.rect_of(picture.form.places[at]), picture.sheet()
    corner = (rect.topLeft() - sheet.topLeft()) / picture.scale
    return round(corner.x(), 3), round(corner.y(), 3)


def test_the_sheet_is_drawn_to_scale_while_numbers_are_typed(editor, qtbot):
    editor.table.go_to(0)
    place = editor.form.places[0]
    assert drawn(editor, 0) == (round(place.left, 3), round(place.y, 3))
    edit = editor.numbers["y"]
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "21.5")
    assert drawn(editor, 0) == (round(place.left, 3), 21.5)
    sheet = editor.picture.sheet()
    assert sheet.width() / sheet.height() == pytest.approx(editor.form.width / editor.form.height)


def test_arrows_push_a_field_by_half_a_millimetre_and_with_shift_by_five(editor, qtbot):
    editor.table.go_to(1)
    before = editor.form.places[1]
    editor.picture.setFocus()
    qtbot.keyClick(editor.picture, Qt.Key.Key_Right)
    qtbot.keyClick(editor.picture, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    after = editor.form.places[1]
    assert (after.x - before.x, after.y - before.y) == (
        pytest.approx(0.5, abs=0.25),
        pytest.approx(5, abs=0.25),
    )
    assert (after.x % 0.5, after.y % 0.5) == (0, 0)


def test_a_field_is_dragged_in_steps_of_half_a_millimetre(editor, qtbot):
    picture = editor.picture
    start = picture.rect_of(editor.form.places[1]).center().toPoint()
    qtbot.mousePress(picture, Qt.MouseButton.LeftButton, pos=start)
    at = editor.table.current_id
    before = editor.form.places[at]
    qtbot.mouseMove(picture, start + QPoint(round(6 * picture.scale), 0))
    qtbot.mouseRelease(picture, Qt.MouseButton.LeftButton)
    after = editor.form.places[at]
    assert after.x - before.x == pytest.approx(6, abs=0.5)
    assert after.x % 0.5 == 0


def test_what_must_stay_blank_is_hatched_and_a_field_in_it_is_marked(window, qtbot):
    window.form.setCurrentIndex(window.form.findData("dl"))
    window.edit_form()
    editor = window.editor
    editor.table.go_to(1)
    zone = editor.form.zones[0]
    editor.picture.moved.emit(1, zone.x + 1, zone.y + 1)
    assert editor.picture.faulty == {1}
    image = editor.picture.grab().toImage()
    sheet, scale = editor.picture.sheet(), editor.picture.scale
    dots = {
        image.pixelColor(
            int(sheet.x() + mm * scale), int(sheet.y() + (zone.y + 0.6 * zone.height) * scale)
        ).name()
        for mm in range(int(zone.x) + 2, int(zone.x + zone.width) - 2)
    }
    assert "#ffffff" not in dots


def test_the_first_letter_can_be_looked_at_instead(editor, qtbot):
    qtbot.mouseClick(editor.sight.buttons["letter"], Qt.MouseButton.LeftButton)
    assert editor.sights.currentWidget() is editor.view
    qtbot.mouseClick(editor.sight.buttons["letter"], Qt.MouseButton.LeftButton)
    assert (editor.sights.currentWidget(), editor.sight.value) == (editor.picture, "sheet")
