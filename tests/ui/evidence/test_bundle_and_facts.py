"""The bundle, the facts of a document and the scans, from the claim by keys."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from main import render
from models.actions.evidence import attach
from models.actions.settings import choose
from models.queries.custody import custody_of
from models.queries.evidence import piece, pieces_of
from models.settings import SCAN_FOLDER
from tests.models.actions.mixed_documents import mail
from tests.ui.rooms import PDF, filled
from ui.common import ask
from ui.evidence.bundle_dialog import BundleDialog
from ui.evidence.facts_dialog import FactsDialog
from ui.evidence.link_dialog import LinkDialog
from ui.evidence.panel import EvidencePanel
from ui.evidence.proof_window import WHOLE, ProofWindow
from ui.evidence.scans_dialog import ScansDialog
from ui.evidence.viewer import EvidenceViewer


@pytest.fixture
def claim(context):
    return filled(context)[0]


@pytest.fixture
def kept(context, claim, tmp_path):
    (tmp_path / "合同.pdf").write_bytes(PDF)
    return attach(context.desk, [claim], tmp_path / "合同.pdf", "contract").evidence


@pytest.fixture
def panel(context, claim, windows):
    made = EvidencePanel(context)
    made.resize(344, 700)
    made.show_claim(claim)
    return windows.show(made)


def opened(kind):
    (found,) = [
        each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()
    ]
    return found


def test_b_makes_the_bundle_of_the_claim(context, kept, panel, windows, tmp_path):
    context.render = render
    windows.press(panel, "b")
    dialog = opened(BundleDialog)
    dialog.case_number.setText("（2026）苏0591民初1号")
    with ask.answering(tmp_path / "册.pdf"):
        dialog.primary.click()
    assert (tmp_path / "册.pdf").read_bytes().startswith(b"%PDF")
    assert "册.pdf" in dialog.hint.text()
    assert custody_of(context.store, kept)[-1].act == "bundled"
    dialog.close()


def test_what_is_not_ticked_is_left_out(context, claim, kept, windows, tmp_path):
    (tmp_path / "b.txt").write_bytes(b"b")
    other = attach(context.desk, [claim], tmp_path / "b.txt", "statement").evidence
    context.render = render
    dialog = windows.show(BundleDialog(context, claim))
    dialog.boxes[other].setChecked(False)
    with ask.answering(tmp_path / "out.zip"):
        dialog.form.set_value("zip")
        dialog.primary.click()
    assert [line.act for line in custody_of(context.store, other)] == ["taken"]
    dialog.boxes[kept].setChecked(False)
    assert not dialog.primary.isEnabled()


def test_a_bundle_is_chinese_as_the_court_reads_whatever_the_window_speaks(context, claim, kept, windows):
    dialog = windows.show(BundleDialog(replace(context, language="en"), claim))
    assert dialog.choices.language == "zh_CN"
    dialog.speech.set_value("en")
    assert dialog.choices.language == "en"


def test_the_panel_says_what_would_help_most(kept, panel):
    assert panel.next_step.text() == "从我方档案补上：签收的送货单"
    assert "20" in panel.next_step.body


def test_the_facts_of_a_document_are_kept(context, kept, windows):
    dialog = windows.show(FactsDialog(context, kept))
    dialog.form.setCurrentIndex(dialog.form.findData("copy"))
    dialog.keeper.setText("法务 李静")
    dialog.primary.click()
    found = piece(context.store, kept)
    assert (found.form, found.keeper, found.document) == ("copy", "法务 李静", None)


def test_a_hold_is_set_with_a_reason(context, kept, windows):
    dialog = windows.show(FactsDialog(context, kept))
    with ask.answering("诉讼中"):
        dialog.hold.click()
    assert piece(context.store, kept).held_why == "诉讼中"
    assert "诉讼中" in dialog.log.text()


def test_a_mail_is_shown_as_its_reader_sees_it_and_looking_is_noted(context, claim, windows, tmp_path):
    (tmp_path / "来信.eml").write_bytes(mail(1))
    key = attach(context.desk, [claim], tmp_path / "来信.eml", "chat").evidence
    viewer = windows.show(EvidenceViewer(context, key))
    shown = viewer.words.toPlainText()
    assert "发件人：a@example.com" in shown
    assert "附件：附件1.pdf" in shown
    assert "请核对附件。" in shown
    assert [line.act for line in custody_of(context.store, key)] == ["taken", "looked"]


def test_a_scan_is_filed_by_one_figure(context, claim, panel, windows, tmp_path):
    folder = tmp_path / "scans"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(PDF)
    choose(context.desk, SCAN_FOLDER, str(folder))
    windows.press(panel, "s")
    dialog = opened(ScansDialog)
    windows.press(dialog, "3")
    assert [(each.name, each.kind) for each in pieces_of(context.store, claim)] == [("a.pdf", "delivery")]
    assert dialog.files.count() == 0
    dialog.close()


def test_a_scan_that_is_no_evidence_is_set_aside(context, claim, windows, tmp_path):
    (tmp_path / "scans").mkdir()
    (tmp_path / "scans" / "blank.pdf").write_bytes(PDF)
    choose(context.desk, SCAN_FOLDER, str(tmp_path / "scans"))
    dialog = windows.show(ScansDialog(context, claim, "sale"))
    with ask.answering("空白页"):
        dialog.aside.click()
    assert dialog.files.count() == 0
    assert pieces_of(context.store, claim) == []


def test_a_document_is_used_for_another_claim_too_of_the_same_debtor_first(context, kept, windows):
    dialog = windows.show(FactsDialog(context, kept))
    dialog.link.click()
    picker = opened(LinkDialog)
    model = picker.list.model
    assert [model.row_at(place).number for place in range(model.count())] == ["PO-2", "PO-3"]
    other = picker.list.current.id
    picker.primary.click()
    assert [each.id for each in pieces_of(context.store, other)] == [kept]
    dialog.close()


@pytest.fixture
def proof(context, kept, windows):
    return windows.show(ProofWindow(context))


def numbers(window):
    model = window.list.model
    return [model.row_at(place).row.number for place in range(model.count())]


def test_the_least_proved_money_stands_first_and_says_what_would_help(proof, context, claim):
    assert numbers(proof) == ["PO-1", "PO-3", "PO-2"]
    assert proof.list.current.score == 20
    assert proof.list.model.data(proof.list.model.index(0, 6)) == "从我方档案补上：签收的送货单"
    assert proof.missing.text().startswith("最常缺：")
    chosen = []
    proof.claim_chosen.connect(chosen.append)
    proof.primary.click()
    assert chosen == [claim]


def test_the_proof_can_be_narrowed_and_follows_the_news(proof, context, claim, tmp_path):
    proof.state.buttons[WHOLE].click()
    assert numbers(proof) == []
    assert not proof.primary.isEnabled()
    proof.list.nothing_found.acted.emit()
    assert len(numbers(proof)) == 3
    before = proof.proof.score
    (tmp_path / "送货单.pdf").write_bytes(b"b")
    context.act(lambda _: attach(context.desk, [claim], tmp_path / "送货单.pdf", "delivery"))
    assert proof.proof.score > before
