from __future__ import annotations

import pytest

from models.rules.limitation import CODES
from models.rules.proof import NEEDS, judge


# commands.md "Clock", domain handbook §1.2 and §5.3
@pytest.mark.parametrize(
    ("what", "there", "grade", "missing"),
    [
        ("D3", "waybill_stub letter_copy delivery_record good_address entitled_signer", "strong", ""),
        ("D3", "waybill_stub letter_copy delivery_record entitled_signer", "weak", "good_address"),
        ("D3", "waybill_stub letter_copy delivery_record good_address", "weak", "entitled_signer"),
        ("D3", "waybill_stub letter_copy", "none", "delivery_record good_address entitled_signer"),
        ("D3", "", "none", "waybill_stub letter_copy delivery_record good_address entitled_signer"),
        ("P1", "bank_slip bank_memo", "strong", ""),
        ("P1", "bank_slip", "weak", "bank_memo"),
        ("P1", "bank_memo", "none", "bank_slip"),
        ("call", "recording acknowledgement debtor_identity recording_told", "strong", ""),
        ("call", "recording", "weak", "acknowledgement debtor_identity recording_told"),
        ("call", "acknowledgement", "none", "recording debtor_identity recording_told"),
        ("plan", "signed_plan", "strong", ""),
        ("D1", "signed_slip", "weak", "letter_copy signer_authority"),
        ("D6", "newspaper", "strong", ""),
        ("C1", "filing_receipt", "strong", ""),
        ("A1", "assignment_notice", "none", "delivery_record"),
    ],
)
def test_an_event_is_graded_by_what_is_on_file(what: str, there: str, grade: str, missing: str) -> None:
    proof = judge(what, there.split())
    assert (proof.grade, " ".join(proof.missing), proof.provable) == (grade, missing, grade != "none")
    assert set(proof.present) == set(there.split())


def test_what_belongs_to_no_kind_proves_nothing() -> None:
    assert judge("P1", ["newspaper"]).present == ()


def test_every_event_says_what_proves_it() -> None:
    assert set(CODES) <= set(NEEDS)
    assert all(need.needed for need in NEEDS.values())
