"""Where an export goes: masked unless the file type in the clear is chosen and a purpose said."""

from openpyxl import load_workbook

from models.actions.disclosing import state_purpose
from models.queries.disclosures import disclosures
from ui.common.ask import answering
from ui.common.leaving import Place, place_to_export
from ui.trust.journal_window import JournalWindow


def place(context, file, *answers):
    with answering(file, *answers):
        return place_to_export(context, None, "export_claims", "导出债权", "债权.xlsx", "Excel")


def test_the_first_file_type_is_the_masked_one(context, tmp_path):
    file = tmp_path / "债权.xlsx"
    assert place(context, file) == Place(file, "")
    assert place(context, None) is None


def test_in_the_clear_only_for_a_purpose(context, tmp_path):
    file = tmp_path / "债权.xlsx"
    assert place(context, (file, 1), "年度审计") == Place(file, "年度审计")
    assert place(context, (file, 1), None) is None


def test_the_journal_leaves_in_the_clear_for_the_purpose_that_is_said(context, keys, windows, tmp_path):
    window = windows.show(JournalWindow(context))
    state_purpose(context.desk, "export_journal", "内部检查")
    with answering(tmp_path / "masked.xlsx"):
        window.press_primary()
    with answering((tmp_path / "open.xlsx", 1), "年度审计"):
        window.press_primary()
    told = {each.file: (each.personal, each.purpose) for each in disclosures(context.store)}
    assert told == {"masked.xlsx": (False, "内部检查"), "open.xlsx": (True, "年度审计")}
    found = {
        name: "0512-8800 0123"
        in {str(cell.value) for line in load_workbook(tmp_path / name).active for cell in line}
        for name in told
    }
    assert found == {"masked.xlsx": False, "open.xlsx": True}
