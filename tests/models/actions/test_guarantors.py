from __future__ import annotations

from datetime import date

import pytest

from models.actions import guarantors
from models.actions.guarantors import GuarantorDraft, SecurityDraft
from models.actions.letters import issue
from models.actions.post import deliver, mail, prove_delivery
from models.queries.claims import claim_rows
from models.queries.evidence import pieces_of
from models.queries.guarantors import Guarantees, guarantor_rows, security_rows
from models.queries.limitations import Limitations
from models.rules.problems import Refused
from models.tables import Letter

TODAY = date(2026, 11, 20)


@pytest.fixture
def debtor(desk, claim) -> int:
    (row,) = claim_rows(desk.store, TODAY, TODAY, claims=[claim()])
    return row.debtor_id


def test_a_guarantor_is_kept_with_its_contract_as_evidence(desk, debtor, tmp_path) -> None:
    paper = tmp_path / "保证合同.pdf"
    paper.write_bytes(b"%PDF")
    draft = GuarantorDraft(
        "  保证甲 ", "joint", months=24, signed_on=date(2024, 1, 1), most_fen=5, file=paper
    )
    guarantors.add_guarantor(desk, debtor, draft)
    (row,) = guarantor_rows(desk.store, debtor)
    assert (row.name, row.pledge.months, row.most_fen, row.evidence is not None) == ("保证甲", 24, 5, True)
    (claim,) = claim_rows(desk.store, TODAY, TODAY)
    assert [piece.name for piece in pieces_of(desk.store, claim.id)] == ["保证合同.pdf"]


def test_a_correction_voids_the_old_entry_and_takes_its_acts_along(desk, debtor) -> None:
    old = guarantors.add_guarantor(desk, debtor, GuarantorDraft("保证甲", "general")).key
    guarantors.note_act(desk, old, "claimed", date(2026, 11, 1))
    new = guarantors.replace_guarantor(desk, old, GuarantorDraft("保证甲", "joint")).key
    (row,) = guarantor_rows(desk.store, debtor)
    assert (row.id, row.pledge.mode, [act.what for act in row.acts]) == (new, "joint", ["claimed"])
    assert [row.voided for row in guarantor_rows(desk.store, debtor, void=True)] == [True, False]


def test_what_was_entered_by_mistake_is_voided_with_its_reason(desk, debtor) -> None:
    key = guarantors.add_guarantor(desk, debtor, GuarantorDraft("保证甲")).key
    act = guarantors.note_act(desk, key, "claimed").key
    thing = guarantors.add_security(desk, debtor, SecurityDraft("mortgage", "厂房")).key
    guarantors.void_act(desk, act, "录错")
    assert [each.void_why for each in guarantor_rows(desk.store)[0].acts] == ["录错"]
    guarantors.void_security(desk, thing, "已注销")
    guarantors.void_guarantor(desk, key, "不是保证人")
    assert guarantor_rows(desk.store) == []
    assert security_rows(desk.store) == []
    with pytest.raises(Refused):
        guarantors.void_guarantor(desk, key, " ")


@pytest.mark.parametrize(
    ("draft", "codes"),
    [
        (GuarantorDraft(" "), ["guarantee_missing_name"]),
        (GuarantorDraft("甲", "both"), ["guarantee_mode_unknown"]),
        (GuarantorDraft("甲", months=3, until=TODAY), ["guarantee_agreed_twice"]),
        (GuarantorDraft("甲", months=-1, most_fen=0), ["guarantee_months", "amount_not_above_zero"]),
    ],
)
def test_a_guarantor_that_cannot_be_is_refused(desk, debtor, draft, codes) -> None:
    with pytest.raises(Refused) as refusal:
        guarantors.add_guarantor(desk, debtor, draft)
    assert [problem.code for problem in refusal.value.problems] == codes
    assert guarantor_rows(desk.store) == []


def test_an_act_nobody_knows_or_of_tomorrow_is_refused(desk, debtor) -> None:
    key = guarantors.add_guarantor(desk, debtor, GuarantorDraft("保证甲")).key
    with pytest.raises(Refused, match="guarantee_act_unknown"):
        guarantors.note_act(desk, key, "greeted")
    with pytest.raises(Refused, match="after_today"):
        guarantors.note_act(desk, key, "claimed", date(2026, 11, 21))


def test_a_security_without_its_thing_is_refused(desk, debtor) -> None:
    with pytest.raises(Refused) as refusal:
        guarantors.add_security(desk, debtor, SecurityDraft("house", " "))
    assert [problem.code for problem in refusal.value.problems] == [
        "security_kind_unknown",
        "security_missing_object",
    ]


def letter_to(desk, guarantor, claim) -> int:
    """A letter that claims from the guarantor, out of the house."""
    (made,) = issue(desk, "demand", [claim], lambda *_, **__: b"%PDF-1.4 letter").letters
    with desk.act("issue_letters") as unit:
        unit.change(Letter, made.letter, guarantor=guarantor, kind="guarantor")
    mail(desk, made.letter, "1234567890123", TODAY, "agreed")
    return made.letter


def test_a_letter_that_reached_a_guarantor_claims_from_it_with_its_grade(firm, claim, tmp_path) -> None:
    """CC 693, 诉讼时效规定 8: without a record of delivery it counts as claimed, with it as provable too."""
    key = claim(due_on=date(2026, 8, 1))
    (row,) = claim_rows(firm.store, TODAY, TODAY, claims=[key])
    held = guarantors.add_guarantor(firm, row.debtor_id, GuarantorDraft("保证甲", "joint", months=6)).key
    letter = letter_to(firm, held, key)
    assert guarantor_rows(firm.store)[0].acts == ()
    deliver(firm, letter, "signed_addressee", TODAY)
    (act,) = guarantor_rows(firm.store)[0].acts
    assert (act.what, act.on, act.letter, act.provable) == ("claimed", TODAY, letter, False)
    standing = Guarantees(firm.store, Limitations(firm.store), TODAY).of(row)[0].clock
    assert standing.state == "locked"
    record = tmp_path / "妥投.pdf"
    record.write_bytes(b"%PDF")
    prove_delivery(firm, letter, record)
    assert guarantor_rows(firm.store)[0].acts[0].provable


def test_a_letter_to_a_guarantor_leaves_the_debtor_s_clock_alone(firm, claim) -> None:
    """The one does not interrupt the other: domain.md §1.6."""
    key = claim(due_on=date(2026, 8, 1))
    (row,) = claim_rows(firm.store, TODAY, TODAY, claims=[key])
    held = guarantors.add_guarantor(firm, row.debtor_id, GuarantorDraft("保证甲", "joint")).key
    deliver(firm, letter_to(firm, held, key), "signed_addressee", TODAY)
    assert Limitations(firm.store).of(row)[0] == date(2029, 8, 1)


def test_a_corrected_guarantor_takes_its_letters_along(firm, claim) -> None:
    key = claim(due_on=date(2026, 8, 1))
    (row,) = claim_rows(firm.store, TODAY, TODAY, claims=[key])
    old = guarantors.add_guarantor(firm, row.debtor_id, GuarantorDraft("保证甲", "general")).key
    deliver(firm, letter_to(firm, old, key), "signed_addressee", TODAY)
    guarantors.replace_guarantor(firm, old, GuarantorDraft("保证甲", "joint"))
    assert [act.what for act in guarantor_rows(firm.store)[0].acts] == ["claimed"]
