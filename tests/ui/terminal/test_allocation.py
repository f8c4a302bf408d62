from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from models.rules.problems import Refused
from tests.ui.terminal.conftest import Call, Commands, codes

PAYMENT = {
    "amount": "30000.00",
    "on": "2026-11-20",
    "debts": [
        {"id": "A", "principal": "100000.00", "costs": "0.00", "interest": "0.00", "due_on": "2026-10-01"}
        | {"secured": "0.00", "burden_percent": "0.03"},
        {"id": "B", "principal": "100000.00", "costs": "10.00", "interest": "5.00", "due_on": "2026-10-01"}
        | {"secured": "0.00", "burden_percent": "0.04"},
    ],
    "designated": [],
}


def test_allocate_reads_a_file_and_standard_input(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = {
        "shares": [{"debt": "B", "costs": "10.00", "interest": "5.00", "principal": "29985.00"}],
        "left": "0.00",
        "rule": "heavier_burden",
        "why": "担保相同，优先抵充债务人负担较重的债务（民法典第560条第2款）。",
        "passed_over": [],
    }
    file = tmp_path / "payment.json"
    file.write_text(json.dumps(PAYMENT), encoding="utf-8")
    told = call("allocate", str(file))
    assert [(each["place"], each["debt"], each["because"]) for each in told["order"]] == [
        (1, "B", "first"),
        (2, "A", "heavier_burden"),
    ]
    expected["order"] = told["order"]
    assert told == expected
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(PAYMENT)))
    assert call("allocate", "-") == expected


def test_sums_written_as_json_numbers_lose_nothing(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    debts = '[{"id": 7, "principal": 0.1}, {"id": 8, "principal": 0.2}]'
    text = f'{{"amount": 0.3, "on": "2026-11-20", "debts": {debts}}}'
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    answer = call("allocate", "-")
    assert {share["debt"]: share["principal"] for share in answer["shares"]} == {"7": "0.10", "8": "0.20"}
    assert answer["left"] == "0.00"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", ("allocation_json_unreadable", None)),
        ("[]", ("allocation_json_unreadable", None)),
        ('{"amount": "1", "on": "2026-11-20"}', ("allocation_field_missing", "debts")),
        ('{"debts": [], "on": "2026-11-20"}', ("allocation_field_missing", "amount")),
        ('{"amount": "1", "debts": [3], "on": "2026-11-20"}', ("allocation_field_missing", "debts[0]")),
        (
            '{"amount": "1", "debts": [{"id": "A"}], "on": "2026-11-20"}',
            ("allocation_field_missing", "debts[0].principal"),
        ),
        ('{"amount": "x", "debts": [], "on": "2026-11-20"}', ("sum_unreadable", "amount")),
        (
            '{"amount": "1", "on": "2026-11-20",'
            ' "debts": [{"id": "A", "principal": "1", "burden_percent": "NaN"}]}',
            ("number_unreadable", "debts[0].burden_percent"),
        ),
    ],
)
def test_a_file_that_says_no_payment_is_refused(
    call: Call, monkeypatch: pytest.MonkeyPatch, text: str, problem: tuple[str, str | None]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    with pytest.raises(Refused) as refused:
        call("allocate", "-")
    assert codes(refused) == [problem]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (("allocate", "/nowhere/payment.json"), ("allocation_file_unreadable", "/nowhere/payment.json")),
    ],
)
def test_a_bad_value_is_refused_by_name(
    call: Call, line: tuple[str, ...], problem: tuple[str, str | None]
) -> None:
    with pytest.raises(Refused) as refused:
        call(*line)
    assert codes(refused) == [problem]


def test_money_entered_late_proposes_another_sharing_and_moves_nothing(firm: Commands) -> None:
    debtor = "苏州恒锐精密制造有限公司"  # 1,000.00 due in September; A-2: 1,500.00 open, due in October
    first, second = firm.one("A-1")["id"], firm.one("A-2")["id"]
    later = firm("receipt", "1000", "--debtor", debtor, "--on", "2026-11-20")["receipt"]
    assert firm("replay", debtor).told == {"differs": False, "moves": []}
    earlier = firm("receipt", "1000", "--debtor", debtor, "--on", "2026-11-10")["receipt"]
    found = firm("replay", debtor)
    assert found["differs"]
    assert found["moves"] == [
        {"receipt": earlier, "from": second, "to": first, "amount": "1000.00"},
        {"receipt": later, "from": first, "to": second, "amount": "1000.00"},
    ]
    assert firm.one("A-2")["balance"] == "500.00"
    firm("reverse", earlier, "--why", "typed twice")
    assert firm("replay", debtor)["differs"] is False
    assert firm("replay", "nobody", status=1).codes == ["unknown_debtor"]
    assert firm("replay", debtor, "--currency", "USD")["differs"] is False


def test_money_entered_for_one_claim_stays_on_it(firm: Commands) -> None:
    firm("receipt", "500", "--claim", firm.one("A-2")["id"], "--on", "2026-11-20")
    assert firm("replay", "苏州恒锐精密制造有限公司")["differs"] is False
