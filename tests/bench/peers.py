"""The same one-page letters set by LibreOffice and by Typst, where they are on this machine.

Neither is part of the program. LibreOffice is ``soffice`` on the path; Typst is its Python package, in this Python or
in the one that ``QZ_TYPST_PYTHON`` names. Both get the text, the table, the page and the fonts of our letter. What is
measured is processor time, and of LibreOffice without its start, which is known from one letter.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from models.rules.facts import LetterFacts
from models.rules.money import grouped
from reports import values as say
from reports.faces import FOLDER
from reports.inline import Text
from reports.letter_values import letter_values
from reports.wording import letter_wording, wording

HERE = Path(__file__).parent
Told = dict[str, Any]


def told(facts: LetterFacts) -> Told:
    """What a reminder says, block by block, in our words."""
    words, common = letter_wording(facts.kind, "zh_CN", ()), wording("common", "zh_CN")
    values = letter_values(facts, "zh_CN", words)
    creditor, heads = facts.creditor, ("number", "issued_on", "due_on", "days", "amount", "paid", "balance")
    items = [
        [item.number, str(item.issued_on), str(item.due_on), str(item.days_overdue),
         *map(grouped, (item.amount_fen, item.paid_fen, item.balance_fen))]
        for item in facts.items
    ]  # fmt: skip
    sums = [sum(getattr(each, f"{key}_fen") for each in facts.items) for key in ("amount", "paid", "balance")]
    joined = {
        key: [
            "".join(part.chars for part in one if isinstance(part, Text))
            for one in words.paragraphs(key, values)
        ]
        for key in ("under", "closing")
    }
    return {
        **{key: words.text(key, values) for key in ("title", "subject", "salutation", "recital", "deadline")},
        **joined,
        "name": creditor.name,
        "beside": [creditor.address, f"电话 {creditor.phone}"],
        "number": facts.number,
        "heads": [common.text(f"columns.{key}", values).replace("\n", "") for key in heads],
        "rows": items,
        "total": [common.text("total", values), "", "", "", *map(grouped, sums)],
        "account": [
            ["户　名", creditor.name], ["开户银行", creditor.bank], ["账　号", creditor.account],
            ["付款附言", common.text("account.memo_text", values)],
        ],
        "contact": f"电　话　{creditor.phone}",
        "day": say.day(facts.issued_on, "zh_CN"),
        "folio": common.text("folio", {"page": "1", "pages": "1"}),
    }  # fmt: skip


def soffice() -> str | None:
    """LibreOffice, where it is."""
    return shutil.which("soffice")


def typst_python() -> str | None:
    """A Python that has Typst, where there is one."""
    python = os.environ.get("QZ_TYPST_PYTHON", sys.executable)
    found = subprocess.run([python, "-c", "import typst"], capture_output=True, check=False)
    return python if found.returncode == 0 else None


def by_typst(python: str, letters: Sequence[Told], apart: bool) -> float:
    """Milliseconds of processor time of Typst: one document, or one a letter in one process."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "letter.typ").write_bytes((HERE / "letter.typ").read_bytes())
        (root / "letters.json").write_text(json.dumps(letters, ensure_ascii=False), "utf-8")
        command = [python, str(HERE / "typst_peer.py"), folder, str(FOLDER), "apart" if apart else "one"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        _expect(root, len(letters) if apart else 1)
        return float(done.stdout) * 1000


def by_libreoffice(program: str, letters: Sequence[Told], apart: bool) -> float:
    """Milliseconds of processor time of LibreOffice without its start: one text, or many in one call."""
    start = _converted(program, [_flat([letters[0]])])
    files = [_flat([each]) for each in letters] if apart else [_flat(letters)]
    return _converted(program, files) - start


def _converted(program: str, files: Sequence[str]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for number, content in enumerate(files):
            (root / f"{number:04}.fodt").write_text(content, "utf-8")
        fonts = root / "fonts.conf"
        fonts.write_text(f"<fontconfig><dir>{FOLDER}</dir><cachedir>{root}/cache</cachedir></fontconfig>")
        command = [
            program, f"-env:UserInstallation={(root / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
            "--outdir", str(root / "pdf"), *sorted(map(str, root.glob("*.fodt"))),
        ]  # fmt: skip
        with _clocked() as spent:
            subprocess.run(
                command, capture_output=True, check=True, env={**os.environ, "FONTCONFIG_FILE": str(fonts)}
            )
        _expect(root / "pdf", len(files))
        return spent[0]


@contextmanager
def _clocked() -> Iterator[list[float]]:
    """The milliseconds of processor time that children took inside."""
    spent, before = [0.0], resource.getrusage(resource.RUSAGE_CHILDREN)
    yield spent
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent[0] = 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def _expect(folder: Path, count: int) -> None:
    made = len(list(folder.glob("*.pdf")))
    if made != count:
        raise RuntimeError(f"{made} files instead of {count}")


def _flat(letters: Sequence[Told]) -> str:
    """The letters as one flat OpenDocument text, a page each."""
    frame = (HERE / "letter.fodt").read_text("utf-8")
    return frame.replace("<!--LETTERS-->", "".join(map(_odt_letter, letters)))


def _odt_letter(told: Told) -> str:
    def lines(style: str, *texts: object) -> str:
        return "".join(f'<text:p text:style-name="{style}">{escape(str(text))}</text:p>' for text in texts)

    def row(cells: Sequence[str], style: str) -> str:
        of = [
            f'<table:table-cell office:value-type="string" table:style-name="{style}">'
            f"{lines('Left' if at < 3 else 'Right', cell)}</table:table-cell>"
            for at, cell in enumerate(cells)
        ]
        return f"<table:table-row>{''.join(of)}</table:table-row>"

    heads, rows, total, pairs = (told[key] for key in ("heads", "rows", "total", "account"))
    account = [f"{label}\t{value}" for label, value in pairs]
    tabbed = lines("Account", *account).replace("\t", "<text:tab/>")
    return "".join(
        [
            lines("Name", told["name"]), lines("Beside", *told["beside"]),
            lines("Title", told["title"]), lines("Middle", told["subject"]), lines("End", told["number"]),
            lines("Flush", told["salutation"]), lines("Body", told["recital"]),
            '<table:table table:style-name="Table"><table:table-column table:number-columns-repeated="7"/>',
            row(heads, "Head"), *(row(each, "Row") for each in rows), row(total, "Head"), "</table:table>",
            lines("Left", *told["under"]), lines("Body", told["deadline"]), tabbed,
            lines("Body", *told["closing"]), lines("Left", told["contact"]),
            lines("End", told["name"], told["day"]),
        ]
    )  # fmt: skip
