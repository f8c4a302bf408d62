"""Demand letters, beside a bare page with the same font."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from models.rules.facts import CreditorFacts, Deadline, DebtorFacts, ItemFacts, LetterFacts
from models.vault.pile import piled
from reports.render import render
from tests.bench.measure import Measured, milliseconds

COUNT = 1_000
TODAY = date(2026, 11, 20)


def facts(n: int) -> LetterFacts:
    """A demand with three claims, another debtor each time."""
    items = tuple(
        ItemFacts(
            f"PO-{n}-{k}", "HR-2026-031", date(2026, 8, 1), date(2026, 10, 4), 47, 1_000_000, 0, 1_000_000
        )
        for k in range(3)
    )
    creditor = CreditorFacts(
        name="苏南精工科技有限公司", address="江苏省苏州工业园区星澄路 88 号", phone="0512-8800 0456",
        bank="中国工商银行苏州工业园区支行", account="1102 0260 0900 0012 345",
    )  # fmt: skip
    debtor = DebtorFacts(name=f"第{n}号精密制造有限公司", address="苏州市锐进路 16 号")
    return LetterFacts("demand", f"苏精催字〔2026〕第{n:04d}号", TODAY, creditor, debtor, items, "CNY", 3_000_000,
                       Deadline(date(2026, 12, 8)))  # fmt: skip


LINE = "第{}号精密制造有限公司：贵我双方订立采购框架合同，现请贵司付清货款"


def bare(n: int) -> bytes:
    """The floor: two pages with the same two fonts and a few lines, no typesetting."""
    stream = BytesIO()
    canvas = Canvas(stream, invariant=1)
    for _ in range(2):
        canvas.setFont("NotoSerifSC-Regular", 12)
        for line in range(30):
            canvas.drawString(70, 760 - 22 * line, LINE.format(n))
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def bench_letters() -> list[Measured]:
    """A file each, and one print file of all, after one of each to load the fonts."""
    render("demand", facts(0), "zh_CN")
    bare(0)
    ours = milliseconds(lambda: [render("demand", facts(n), "zh_CN") for n in range(COUNT)])
    floor = milliseconds(lambda: [bare(n) for n in range(COUNT)])
    single = [replace(facts(n), kind="reminder") for n in range(COUNT)]
    pages: list[bytes] = []
    apart = milliseconds(lambda: pages.extend(render("reminder", each, "zh_CN") for each in single))
    pile = milliseconds(lambda: piled(pages))
    return [
        Measured(
            f"{COUNT:,} demand letters with slip, a file each", ours, "bare pages, same font", floor, 2.5
        ),
        Measured(
            f"{COUNT:,} one-page letters as one print file", apart + pile, "the same, a file each", apart, 1.3
        ),
    ]
