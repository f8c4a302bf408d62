"""Letters: beside bare pages with the same font, and beside LibreOffice and Typst where they are on this machine."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO

from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas

from models.rules.facts import CreditorFacts, Deadline, DebtorFacts, ItemFacts, LetterFacts
from models.vault.pile import piled
from reports.faces import FOLDER
from reports.render import render
from tests.bench.measure import Measured, milliseconds
from tests.bench.peers import by_libreoffice, by_typst, soffice, told, typst_python

COUNT, FILES = 1_000, 200
_NAMES = "恒锐华盛启明瑞丰泰和金鼎远航博创宏达永信昌隆嘉诚立德"
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
    firm = _NAMES[n % 26] + _NAMES[(n * 7 + 3) % 26] + ("机电设备", "新材料", "电子科技", "物流")[n % 4]
    debtor = DebtorFacts(name=f"苏州{firm}有限公司", address=f"苏州市{_NAMES[n % 26]}进路 {n} 号")
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
    """A file each, after one of each to load the fonts."""
    serif = "NotoSerifSC-Regular"
    pdfmetrics.registerFont(ttfonts.TTFont(serif, str(FOLDER / f"{serif}.ttf")))
    render("demand", facts(0), "zh_CN")
    bare(0)
    ours = _worked(lambda: [render("demand", facts(n), "zh_CN") for n in range(COUNT)])
    floor = _worked(lambda: [bare(n) for n in range(COUNT)])
    return [Measured(f"{COUNT:,} demands with slip, a file each", ours, "bare pages, same font", floor, 1.0)]


def bench_letters_beside_others() -> list[Measured]:
    """One-page letters as one print file and as separate files; processor time, each peer in turn with us."""
    letters = [replace(facts(n), kind="reminder") for n in range(COUNT)]
    said = [told(each) for each in letters]
    render("reminder", letters[0], "zh_CN")
    peers = {
        "LibreOffice": (soffice(), by_libreoffice, 0.2, 0.2),
        "Typst": (typst_python(), by_typst, 0.5, 1.0),
    }
    rows = []
    for name, (program, peer, one_goal, apart_goal) in peers.items():
        if program is None:
            print(f"{name}: not here")
            continue
        one, apart = _one_file(letters), _worked(lambda: _apart(letters[:FILES]))
        rows += [
            Measured(f"{COUNT:,} letters, one print file", one, name, peer(program, said, False), one_goal),
            Measured(
                f"{FILES} letters, a file each", apart, name, peer(program, said[:FILES], True), apart_goal
            ),
        ]
    return rows


def _apart(letters: list[LetterFacts]) -> list[bytes]:
    return [render("reminder", each, "zh_CN") for each in letters]


def _one_file(letters: list[LetterFacts]) -> float:
    """Every letter rendered, and the pile of them: what is printed is what is kept."""
    return _worked(lambda: piled(_apart(letters)))


def _worked(work: Callable[[], object]) -> float:
    return milliseconds(work, time.process_time)
