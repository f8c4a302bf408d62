"""One debt, from the first demand to the bundle for the court, by the keys of a clerk on six days.

Demand, waybill, posted, refused with proof, the clock moved, plan, signed, broken, the whole rest called due, bundle.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from models.actions.claims import ClaimDraft, register
from models.actions.desk import Desk
from models.actions.parties import set_creditor, set_debtor
from models.actions.settings import choose
from models.clock import Clock
from models.queries.claims import claim_rows
from models.queries.guarantors import Guarantees
from models.queries.letter_rows import letter_rows
from models.queries.limitations import Limitations
from models.queries.plans import PlanRow, plan_rows
from models.queries.views import ClaimView, Views
from models.settings import USER_NAME
from models.store import open_store
from tests.journeys.clerk import Clerk
from tests.journeys.conftest import leave
from ui.common.buttons import Button
from ui.evidence.bundle_dialog import BundleDialog
from ui.letters.letter_wizard import LetterWizard
from ui.plans.plan_dialog import PlanDialog

DEMANDED, REFUSED, SIGNED = date(2026, 9, 1), date(2026, 9, 4), date(2026, 9, 10)
BROKEN, CALLED, HANDED_IN = date(2026, 10, 14), date(2026, 11, 3), date(2026, 11, 6)
WAYBILLS = ("1078334211501", "1078334211502")
FIRM = "苏州恒锐精密制造有限公司"
CLAIM = 1


class Case:
    """The one debt, and a clerk who sits down before it on one day after the other."""

    def __init__(self, seated: Callable[..., Clerk], data: Path) -> None:
        self.seated, self.data = seated, data
        self.clerk: Clerk | None = None

    def on(self, day: date) -> Clerk:
        """Sit down on another day."""
        if self.clerk is not None:
            leave(self.clerk)
        self.day = day
        self.clerk = self.seated(self.data, day.isoformat())
        return self.clerk

    @property
    def store(self) -> Any:
        assert self.clerk is not None
        return self.clerk.session.store

    @property
    def view(self) -> ClaimView:
        """The claim as it stands on the day."""
        (row,) = claim_rows(self.store, self.day, self.day, claims=[CLAIM])
        return Views(self.store, self.day).of(row)

    @property
    def plan(self) -> PlanRow:
        (row,) = plan_rows(self.store, self.day)
        return row


@pytest.fixture
def case(seated: Callable[..., Clerk], tmp_path: Path) -> Case:
    """One claim, two months late, of a debtor whose address was agreed; our own data are complete."""
    store = open_store(tmp_path / "data")
    desk = Desk(store, Clock(DEMANDED), "林晓")
    choose(desk, USER_NAME, "林晓")
    set_creditor(
        desk, name="苏南精工", address="苏州 1 号", phone="0512-1000", bank="中国银行", account="123"
    )
    register(desk, ClaimDraft(FIRM, 186_400_00, "XS-1", due_on=date(2026, 7, 1), contract="HR-2026-031"))
    set_debtor(desk, FIRM, address="锐进路 16 号", postcode="215124", address_source="agreed")
    store.close()
    return Case(seated, tmp_path / "data")


@pytest.fixture
def scan(tmp_path: Path) -> Callable[[str], Path]:
    """A file that stands for paper: one page."""

    def make(name: str) -> Path:
        page = pypdfium2.PdfDocument.new()
        page.new_page(595, 842)
        page.save(tmp_path / name)
        return tmp_path / name

    return make


def test_a_debt_goes_the_whole_way_from_the_demand_to_the_bundle(
    case: Case, scan: Callable[[str], Path], tmp_path: Path
) -> None:
    demand(case, tmp_path)
    refused(case, scan("拒收.pdf"))
    agree(case, tmp_path / "协议.pdf")
    sign(case, scan("签署.pdf"))
    break_and_call(case, tmp_path)
    arrives(case, scan("签收.pdf"))
    hand_in(case, tmp_path / "证据册.pdf")


def demand(case: Case, folder: Path) -> None:
    """A demand is made, saved and posted; posting alone moves no clock."""
    clerk = case.on(DEMANDED)
    clerk.press("L")
    letter(clerk, folder, WAYBILLS[0])
    (row,) = letter_rows(case.store)
    assert (row.kind, row.waybill, row.mailed_on) == ("demand", WAYBILLS[0], DEMANDED)
    assert case.view.limitation_on == date(2029, 7, 1)


def letter(clerk: Clerk, folder: Path, waybill: str) -> None:
    """Through the wizard: a PDF, then its waybill number."""
    assert clerk.room(LetterWizard).primary.isEnabled()
    clerk.answer("Ctrl+Shift+E", folder)
    clerk.press("Ctrl+Return")
    clerk.type(waybill, "Return")
    clerk.press("Ctrl+Return")
    assert not clerk.dialogs()


def refused(case: Case, proof: Path) -> None:
    """The debtor refused it: with the proof the clock runs anew from that day, as claimed and as provable."""
    clerk = case.on(REFUSED)
    delivered(clerk, "2", proof)
    assert (case.view.limitation_on, case.view.provable_on) == (date(2029, 9, 4),) * 2


def delivered(clerk: Clerk, result: str, proof: Path) -> None:
    """What became of the newest letter."""
    clerk.press("Ctrl+4", "D", *result)
    while not isinstance(QApplication.focusWidget(), Button):
        clerk.press("Tab")
    clerk.answer("Space", proof)
    clerk.press("Ctrl+Return")
    assert not clerk.dialogs()


def agree(case: Case, target: Path) -> None:
    """Three instalments, with a guarantor; the paper goes to the debtor."""
    clerk = case.clerk
    assert clerk is not None
    clerk.press("Ctrl+2", "P")
    dialog = clerk.room(PlanDialog)
    clerk.type("3", "Tab")
    clerk.type("2026-10-08")
    dialog.guarantor.there.setFocus()
    clerk.press("Space")
    clerk.type("赵立新", "Tab")
    clerk.answer("Ctrl+Return", None)
    clerk.answer("Ctrl+S", target)
    clerk.press("Escape", "Ctrl+5", "T")
    assert (case.plan.state, case.plan.guarantor.name) == ("sent", "赵立新")  # type: ignore[union-attr]
    assert target.read_bytes().startswith(b"%PDF")


def sign(case: Case, scan: Path) -> None:
    """The scan makes it binding: the clock runs from the signing day, its instalments are watched."""
    clerk = case.on(SIGNED)
    clerk.press("Ctrl+5")
    clerk.answer("E", scan)
    assert case.plan.state == "running"
    assert (case.view.stage, case.view.next_step.reason) == ("plan", "instalment_due")
    assert (case.view.limitation_on, case.view.provable_on) == (date(2029, 9, 10),) * 2


def break_and_call(case: Case, folder: Path) -> None:
    """The first instalment is missed; six days later one key makes the notice that calls the whole rest due."""
    clerk = case.on(BROKEN)
    assert (case.plan.state, case.view.next_step.reason) == ("broken", "plan_broken")
    clerk.press("Ctrl+1")
    assert clerk.window.today.row.top.debtor == FIRM
    clerk.press("Ctrl+5", "N")
    letter(clerk, folder, WAYBILLS[1])
    newest = letter_rows(case.store)[0]
    assert (newest.kind, newest.total_fen) == ("acceleration", 186_400_00)
    assert case.plan.state == "broken"


def arrives(case: Case, proof: Path) -> None:
    """When it arrives the whole rest is due, the clock runs anew, and the guarantor answers for three years."""
    clerk = case.on(CALLED)
    delivered(clerk, "1Q", proof)
    assert case.plan.state == "accelerated"
    assert case.view.stage != "plan"
    assert (case.view.limitation_on, case.view.provable_on) == (date(2029, 11, 3),) * 2
    rows = claim_rows(case.store, case.day, case.day, claims=[CLAIM])
    (behind,) = Guarantees(case.store, Limitations(case.store), case.day).all(rows)
    assert behind.clock.period.last_day == date(2029, 11, 3)


def hand_in(case: Case, target: Path) -> None:
    """Everything the way left behind stands in the bundle, as one file."""
    clerk = case.on(HANDED_IN)
    clerk.press("Ctrl+2", "Ctrl+K")
    clerk.type("证据册")
    clerk.press("Return")
    assert clerk.room(BundleDialog).primary.isEnabled()
    clerk.answer("Ctrl+Return", target)
    clerk.until(target.exists)
    names = {exhibit.name for exhibit in clerk.room(BundleDialog).facts.exhibits}
    assert {"拒收.pdf", "签署.pdf", "签收.pdf"} <= names
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(target))
    assert all(
        number in text
        for number in [case.plan.number[-5:], *(row.number[-5:] for row in letter_rows(case.store))]
    )
    assert "提前到期" in text
