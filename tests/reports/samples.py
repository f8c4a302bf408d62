"""Invented firms and debts, as in the sample papers: sums add up, days agree with the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from models.reference import rates
from models.rules.derivation import percent_text
from models.rules.facts import (
    AccountFacts,
    AgingFacts,
    AgingLine,
    AgreedFacts,
    ChangedFacts,
    ContestedFacts,
    CreditorFacts,
    Deadline,
    DebtorFacts,
    EarlierLetter,
    EarlierPlan,
    GuarantorFacts,
    InstalmentFacts,
    InterestBasis,
    InterestFacts,
    InterestLine,
    ItemFacts,
    LetterFacts,
    MissedFacts,
    MovementFacts,
    PlanFacts,
    PlanTerms,
)
from models.rules.interest import interest
from models.rules.late_rate import parse
from models.rules.letter_kinds import LETTER_KINDS
from models.rules.payment_order import PRINCIPAL_FIRST

TODAY = date(2026, 11, 20)

CREDITOR = CreditorFacts(
    name="苏南精工科技有限公司",
    latin_name="Sunan Precision Technology Co., Ltd.",
    uscc="91320594MA1Y0000YJ",
    address="江苏省苏州工业园区星澄路88号",
    postcode="215123",
    phone="0512-8800 0456",
    email="credit@sunan.example",
    bank="中国工商银行苏州工业园区支行",
    account="1102026009000012345",
    contact="林晓（信用控制专员）",
    representative="周敏",
)
FIRM = DebtorFacts(
    name="苏州恒锐精密制造有限公司",
    uscc="91320594MA1X0000XW",
    address="江苏省苏州工业园区锐进路16号3幢",
    postcode="215124",
    phone="0512-8800 0131",
    email="ap@hengrui.example",
    contact_person="李静",
    representative="赵立新",
)
PERSON = DebtorFacts(
    name="赵立新", is_person=True, uscc="320500197903150039", address="江苏省苏州工业园区澄湖里7幢502室"
)


def item(
    number: str | None, due: date | None, amount: int, paid: int = 0, contract: str | None = "HR-2026-031"
) -> ItemFacts:
    days = max((TODAY - due).days, 0) if due else 0
    issued = due - timedelta(days=50) if due else None
    return ItemFacts(number, contract, issued, due, days, amount, paid, amount - paid)


THREE = (
    item("26322000001184625518", date(2026, 10, 4), 13_640_000, 10_000_000),
    item("26322000001190735601", date(2026, 10, 11), 9_000_000),
    item("26322000001208415734", date(2026, 10, 24), 6_000_000),
)


def many(count: int) -> tuple[ItemFacts, ...]:
    return tuple(
        item(
            f"CT-26{place:04d}",
            TODAY - timedelta(days=14 + 3 * place),
            3_000_050 + 7_300 * place,
            contract="CT-2026-008",
        )
        for place in range(count)
    )


def letter(
    kind: str = "demand", items: tuple[ItemFacts, ...] = THREE, debtor: DebtorFacts = FIRM, **more: object
) -> LetterFacts:
    given: dict[str, object] = {
        "kind": kind,
        "number": "苏精催字〔2026〕第0187号",
        "issued_on": TODAY,
        "creditor": CREDITOR,
        "debtor": debtor,
        "items": items,
        "currency": "CNY",
        "total_fen": sum(entry.balance_fen for entry in items),
        "deadline": Deadline(date(2026, 12, 8)),
        "claim_kind": "sale",
        "journal_head": "9f2c41d07be8a653",
    }
    return LetterFacts(**(given | more))  # type: ignore[arg-type]


PAID_ON = date(2026, 11, 2)


def bearing(items: tuple[ItemFacts, ...], spec: str = "year:4.5", **basis: object) -> InterestFacts:
    """Interest of these items until TODAY; what was paid was paid on PAID_ON."""
    rate = parse(spec)
    lines: list[InterestLine] = []
    sums: list[int | None] = []
    for each in items:
        if each.due_on is None or each.due_on >= TODAY:
            sums.append(None)
            continue
        paid = [(PAID_ON, each.paid_fen)] if each.paid_fen else []
        start = each.due_on + timedelta(days=1)
        found = interest(each.amount_fen, start, TODAY, rate, rates(), paid=paid, order=PRINCIPAL_FIRST)
        sums.append(found.total_fen)
        lines += [
            InterestLine(
                each.number, line.start, line.end, line.days, line.base_fen, percent_text(line.percent),
                rate.mode == "day", line.amount_fen,
            )
            for line in found.lines
        ]  # fmt: skip
    given: dict[str, object] = {"rule": "R1", "place": "《采购框架合同》第8.2条"}
    found_basis = InterestBasis(rate=spec, **(given | basis))  # type: ignore[arg-type]
    return InterestFacts(tuple(sums), tuple(lines), (found_basis,), sum(fen or 0 for fen in sums))


def second(items: tuple[ItemFacts, ...] = THREE, spec: str = "year:4.5", **more: object) -> LetterFacts:
    """A second demand with interest, after one that was signed for."""
    given: dict[str, object] = {
        "number": "苏精催字〔2026〕第0191号",
        "interest": bearing(items, spec),
        "earlier": EarlierLetter("苏精催字〔2026〕第0152号", date(2026, 9, 28), date(2026, 9, 30)),
    }
    return letter("demand2", items, **(given | more))


GUARANTOR = GuarantorFacts(
    name="赵立新",
    uscc="320500197903150039",
    address="江苏省苏州工业园区澄湖里7幢502室",
    phone="0512-8800 0100",
    until=date(2030, 2, 25),
    is_person=True,
    email="zhaolx@hengrui.example",
)
SCHEDULE = (
    InstalmentFacts(1, date(2026, 11, 27), 10_000_000, 0, 8_640_000),
    InstalmentFacts(2, date(2026, 12, 25), 2_880_000, 0, 5_760_000),
    InstalmentFacts(3, date(2027, 1, 25), 2_880_000, 0, 2_880_000),
    InstalmentFacts(4, date(2027, 2, 25), 2_880_000, 0, 0),
)


def plan(**more: object) -> PlanFacts:
    given: dict[str, object] = {
        "number": "苏精还字〔2026〕第0021号",
        "made_on": TODAY,
        "creditor": CREDITOR,
        "debtor": FIRM,
        "items": THREE,
        "currency": "CNY",
        "total_fen": 18_640_000,
        "instalments": SCHEDULE,
        "terms": PlanTerms(
            penalty="waived_if_punctual", late_rate_bp=450, roll_holidays=True, place="江苏省苏州工业园区"
        ),
        "guarantor": GUARANTOR,
    }
    return PlanFacts(**(given | more))  # type: ignore[arg-type]


BANDS = ("undated", "not_due", "1-14", "15-29", "30-89", "90-179", "180+")


def aging(rows: int = 18, **more: object) -> AgingFacts:
    lines = tuple(
        AgingLine(
            f"{'徐武宁南合昆'[place % 6]}州第{place + 1}机电设备有限公司",
            _spread(place),
            sum(_spread(place)),
            3 + 11 * place,
        )
        for place in range(rows)
    )
    totals = tuple(sum(line.bands[at] for line in lines) for at in range(len(BANDS)))
    given: dict[str, object] = {
        "as_of": TODAY,
        "creditor_name": CREDITOR.name,
        "by": "debtor",
        "bands": BANDS,
        "lines": lines,
        "band_totals": totals,
        "total_fen": sum(totals),
        "credit_fen": -1_260_000,
        "ledger_fen": sum(totals) - 1_260_000,
    }
    return AgingFacts(**(given | more))  # type: ignore[arg-type]


def _spread(place: int) -> tuple[int, ...]:
    bands = [0] * len(BANDS)
    bands[1 + place % 6] = 218_000_000 - 9_370_013 * (place % 20)
    bands[1 + (place * 5 + 2) % 6] += 3_456_780 + 100 * place
    return tuple(bands)


MISSED = (
    MissedFacts(2, date(2026, 9, 25), 2_880_000, 0),
    MissedFacts(3, date(2026, 10, 26), 2_880_000, 880_000),
)
AGREED = AgreedFacts("苏精还字〔2026〕第0021号", date(2026, 7, 28), 18_640_000, 10_880_000, MISSED, 5)
CHANGED = ChangedFacts(
    EarlierPlan("苏精还字〔2026〕第0009号", date(2026, 7, 28), GUARANTOR.name),
    "苏精还字〔2026〕第0021号",
    date(2026, 11, 18),
    SCHEDULE,
)
ACCOUNT = AccountFacts(
    date(2026, 8, 1),
    TODAY,
    0,
    28_640_000,
    10_000_000,
    18_640_000,
    (
        MovementFacts(date(2026, 8, 15), "claim", "26322000001184625518", 13_640_000, 0, 13_640_000),
        MovementFacts(date(2026, 8, 22), "claim", "26322000001190735601", 9_000_000, 0, 22_640_000),
        MovementFacts(date(2026, 9, 4), "claim", "26322000001208415734", 6_000_000, 0, 28_640_000),
        MovementFacts(PAID_ON, "payment", None, 0, 10_000_000, 18_640_000),
    ),
)
CONTESTED = (ContestedFacts("26322000001190735601", 9_000_000, 1_200_000, "quality", date(2026, 11, 9)),)
ANSWER = (
    "2026年9月8日的交货单载明货物经贵司检验合格，"
    "贵司在合同第6.3条约定的十五日检验期间内未提出书面异议，该部分货款应予支付。"
)
SAID = {
    "dispute_reply": (("answer", ANSWER),),
    "assignment": (
        ("assignee", "江南商业保理有限公司"),
        ("assigned_by", "JN-2026-118号《应收账款转让合同》"),
        ("assigned_on", "2026-11-18"),
        ("assignee_contact", "陈立，0512-8800 0777"),
        ("assignee_bank", "中国建设银行苏州分行营业部"),
        ("assignee_account", "32050198863600001234"),
    ),
}
BEHIND = replace(GUARANTOR, until=date(2027, 10, 24), postcode="215021")


def of_kind(kind: str, **more: object) -> LetterFacts:
    """A letter of any kind with all it may say."""
    if LETTER_KINDS[kind].interest == "always":
        return replace(second(), kind=kind, **more)  # type: ignore[arg-type]
    states = LETTER_KINDS[kind].states
    given: dict[str, object] = {
        "said": SAID.get(kind, ()),
        "guarantor": BEHIND if LETTER_KINDS[kind].to_guarantor else None,
        "agreed": AGREED if states == "plan" else None,
        "changed": CHANGED if states == "changed" else None,
        "account": ACCOUNT if kind.startswith("statement_") else None,
        "contested": CONTESTED if states == "disputed" else (),
    }
    return letter(kind, **(given | more))
