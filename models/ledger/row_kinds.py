"""Rows that are no claim: openings, subtotals, totals, repeated titles and headings, notes, footers."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from models.ledger.grid import Value, blanks, distinct_of, is_blank
from models.ledger.headings import Layout
from models.ledger.proposal import Part
from models.ledger.synonyms import folded, simplified, synonyms

_EXACT = {
    "opening": r"(期初|年初|上[期年月日页]|月初)(结转|余额|结存|累计|数)?|承[前上]页|期初[借贷]方(余额)?"
    r"|opening(balance)?|balanceb/?f(wd)?|(balance)?broughtforward|previousbalance",
    "subtotal": r"小计|累计|本[日周旬月季年期页](小计|合计|累计|发生额?)"
    r"|(过|转)[次下]页|结转下[页年月期]|期末(余额|结存)?"
    r"|(部门|客户|科目|单位|分类|业务员|往来单位)(小计|合计)|sub-?total|carriedforward|closing(balance)?|endingbalance",
    "total": r"(总|共|全部|应收|应收账款|应收款|欠款|余额)?合计(金额|数|额)?|总计|共计|总合计"
    r"|总额|总数|grandtotal|totals?|sum|overallresult",
    "note": r"(账龄|金额|余额|所)?占?(比例|百分比|比重|比)|percent(age)?|%",
}
_WHOLE = {
    why: re.compile(rf"[(\[【*]*({words})[)\]】:：*]*(共?\d+[笔行条张户家])?[:：]?")
    for why, words in _EXACT.items()
}
_HINT = re.compile(r"[计余额承结期年末页]|total|sum|open|clos|end|balance|forward|result", re.IGNORECASE)
"""Every word above has one of these: a quick look before the close one."""
_LETTERS_OF_HINTS = frozenset("计余额承结期年末页tsocebfrTSOCEBFR")
"""And every one of these has such a letter: a still quicker look."""
_NAMED_SUBTOTAL = re.compile(r".+(小计|合计|subtotal)[:：]?|(小计|subtotal|totalfor)[:：]?.+|.{4,}total")
_NAMED_TOTAL = re.compile(r".*(总计|总合计)[:：]?|(合计|总计|共计)[(:：].*|grandtotal.*")
_FOOTER = re.compile(
    r"(制表|制单|审核|复核|会计主管|财务主管|主管|打印|核算单位|编制|填表|填报|出纳|记账|负责人|财务负责人|单位负责人)(人|员|日期|时间|单位|人员)?[:：].*"
    r"|.*(盖章|签字|签章|签名)\)?[:：].*|第\d+页.*|共\d+页.*|page\d+.*|printed.*|打印(时间|日期).*|\*+end.*"
)
_NOTE = re.compile(r"(附?注|备注|说明|提示|附|notes?|remarks?)\d*[:：、.].*")
_GROUP = re.compile(r"(客户|往来单位|单位名称|客户名称|购货单位|客商|债务人)[:：](.+)")
_SUM_OF = re.compile(r"total(?:for)?[:：]?(.+)|(.+?)(?:小计|合计|subtotal|total)[:：]?")
_FIGURE = re.compile(r"\d")
_STARS = re.compile(r"\*+")
_DATED = ("issued_on", "due_on")
_SUMS = ("amount", "paid", "balance", "credit_balance")


@dataclass(frozen=True)
class RowKinds:
    """What stands below the heading, by row index: why a row is skipped, and the debtor a group row names."""

    skipped: dict[int, str]
    blank: frozenset[int]
    groups: dict[int, str]


def classify(
    rows: Sequence[Sequence[Value]],
    below: Sequence[Sequence[Value]],
    layout: Layout,
    titles: frozenset[str],
    parts: Sequence[Part] = (),
) -> RowKinds:
    """Look closely at the rows that have no number, or where a word of totals stands as number or debtor.

    ``below`` are the columns of the rows below the heading, ``titles`` the texts above it; ``parts`` the sheets lying
    under one another, each with its own titles and heading. Indices are those of ``rows``.
    """
    judge = _Judge(layout, frozenset(map(folded, titles)))
    skipped: dict[int, str] = {}
    blank: set[int] = set()
    groups: dict[int, str] = {}
    heads = _heads_of_sheets(layout, parts)
    suspects = _suspects(below, layout, titles) if below else []
    if "debtor" not in layout.columns:
        judge.groups = _groups_summed_up(rows[index] for index in suspects)
    for index in sorted({*heads, *suspects}) if heads else suspects:
        row = rows[index]
        if index in heads and not all(map(is_blank, row)):
            skipped[index] = heads[index]
        elif all(is_blank(value) for value in row):
            blank.add(index)
        elif why := judge.sub_heading(row) if index == layout.row + 1 else None:
            skipped[index] = why
        elif why := judge.why(row):
            skipped[index] = why
            if why == "group":
                groups[index] = judge.named_group(row)
    starts = [part.above for part in parts]
    return RowKinds(_only_last_total(skipped, starts), frozenset(blank), groups)


def _heads_of_sheets(layout: Layout, parts: Sequence[Part]) -> dict[int, str]:
    """The lines down to the heading of every sheet but the first."""
    high = layout.row - layout.top + 1
    return {
        part.above + line: "heading" if line >= part.heading_row - high else "title"
        for part in parts[1:]
        for line in range(part.heading_row)
    }


def _suspects(below: Sequence[Sequence[Value]], layout: Layout, titles: frozenset[str]) -> list[int]:
    """The rows without a number or without any sum, or with a word where the number or the customer should be."""
    first = layout.row + 1
    if "number" not in layout.columns:
        return list(range(first, first + len(below[0])))
    words = titles | frozenset(label.strip() for label in layout.labels)
    numbers = below[layout.columns["number"]]
    odd = _where(numbers, _odd(numbers, words))
    if "debtor" in layout.columns:
        debtors = below[layout.columns["debtor"]]
        odd |= _where(debtors, {value for value in _odd(distinct_of(debtors), words) if not is_blank(value)})
    silent = [set(blanks(below[layout.columns[name]])) for name in _SUMS if name in layout.columns]
    return sorted(first + at for at in odd.union(set.intersection(*silent) if silent else ()))


def _where(values: Sequence[Value], wanted: set[Value]) -> set[int]:
    return {at for at, value in enumerate(values) if value in wanted} if wanted else set()


def _odd(values: Collection[Value], words: frozenset[str]) -> set[Value]:
    """What is blank, or a title or heading, or a word of sums. Most numbers end in a digit: no word does."""
    suspects = {
        value
        for value in values
        if type(value) is not str or not value[-1:].isdigit() or value[0] in " \t" or value in words
    }
    return {
        value for value in suspects if value is None or (isinstance(value, str) and _is_odd(value, words))
    }


def _is_odd(value: str, words: frozenset[str]) -> bool:
    plain = value.strip()
    if not plain or plain in words or value in words:
        return True
    return bool(not _LETTERS_OF_HINTS.isdisjoint(plain) and _HINT.search(plain) and mark(value))


def _groups_summed_up(rows: Iterable[Sequence[Value]]) -> frozenset[str]:
    """The lone words of which another row gives the sum: ``Birch Bakery`` … ``Total Birch Bakery``."""
    lone: set[str] = set()
    summed: set[str] = set()
    for row in rows:
        words = [folded(value) for value in row if isinstance(value, str) and value.strip()]
        if len(words) == 1 and sum(not is_blank(value) for value in row) == 1:
            lone.add(words[0])
        summed |= {found[1] or found[2] for word in words if (found := _SUM_OF.fullmatch(word))}
    return frozenset(lone & summed)


def _only_last_total(skipped: dict[int, str], starts: Sequence[int]) -> dict[int, str]:
    """Of several rows called 合计 on a sheet the last is its total, those before stand under their groups."""
    totals = sorted(index for index, why in skipped.items() if why == "total")
    last = {bisect_right(starts, index): index for index in totals}.values()
    return {**skipped, **{index: "subtotal" for index in totals if index not in last}}


@lru_cache(maxsize=4096)
def mark(written: str) -> str | None:
    """``opening``, ``subtotal`` or ``total`` where a cell says nothing else."""
    word = folded(written)
    if not word or len(word) > 24:
        return None
    return next((why for why, pattern in _WHOLE.items() if pattern.fullmatch(word)), None)


def _said(written: str) -> str:
    """What a line says, comparable, with its colons: half width, small letters, no spaces."""
    return simplified("".join(unicodedata.normalize("NFKC", written).lower().split()))


class _Judge:
    """Why a suspect row is no claim."""

    def __init__(self, layout: Layout, titles: frozenset[str]) -> None:
        self.layout = layout
        self.titles = titles
        self.labels = {folded(label) for label in (*layout.labels, *layout.uppers)} - {""}
        self.memo = layout.columns.get("memo")
        self.groups: frozenset[str] = frozenset()

    def why(self, row: Sequence[Value]) -> str | None:
        texts = [
            (column, value) for column, value in enumerate(row) if isinstance(value, str) and value.strip()
        ]
        words = [folded(value) for _, value in texts]
        said = [_said(value) for _, value in texts]
        return (
            self._repeated(words, row)
            or next((why for _, value in texts if (why := mark(value))), None)
            or self._of_group(words, row)
            or self._starred(texts)
            or self._footer(said, row)
            or self._named_sum(texts, row)
            or self._without_sums(said, row)
        )

    def sub_heading(self, row: Sequence[Value]) -> str | None:
        """A second line of headings that names nothing we read: words without figures but ages, and no customer."""
        filled = [value for value in row if not is_blank(value)]
        ages = synonyms()["ignored"]
        words = all(
            isinstance(value, str) and (not _FIGURE.search(value) or ages.matches(folded(value)))
            for value in filled
        )
        nobody = not self._has(row, "debtor", "number", *_DATED)
        return (
            "heading"
            if words and nobody and len(filled) > 1 and not any(mark(str(v)) for v in filled)
            else None
        )

    def named_group(self, row: Sequence[Value]) -> str:
        """The debtor whom a row without sums names for the rows below."""
        debtor = self.layout.columns.get("debtor")
        own = row[debtor] if debtor is not None else None
        for value in (own, *row):
            if isinstance(value, str) and value.strip():
                plain = simplified(unicodedata.normalize("NFKC", value).strip())
                found = _GROUP.fullmatch(plain)
                return value.strip()[-len(found[2]) :].strip() if found else value.strip()
        return ""

    def _repeated(self, words: list[str], row: Sequence[Value]) -> str | None:
        filled = sum(not is_blank(value) for value in row)
        if (
            len(words) >= 2
            and len(words) == filled
            and sum(word in self.labels for word in words) * 2 > filled
        ):
            return "heading"
        if words and len(words) == filled and all(word in self.titles for word in words):
            return "title"
        return None

    def _of_group(self, words: list[str], row: Sequence[Value]) -> str | None:
        """A customer whose name stands alone above its rows, and the sum of them."""
        if len(words) == 1 and words[0] in self.groups and sum(not is_blank(value) for value in row) == 1:
            return "group"
        sums = [found[1] or found[2] for word in words if (found := _SUM_OF.fullmatch(word))]
        is_sum = not self.groups.isdisjoint(sums) and not self._has(row, *_DATED)
        return "subtotal" if is_sum else None

    def _starred(self, texts: list[tuple[int, str]]) -> str | None:
        """SAP marks its sums with stars in front: more of them, higher the sum."""
        stars = next((value.strip() for _, value in texts if _STARS.fullmatch(value.strip())), "")
        if not stars:
            return None
        return "subtotal" if len(stars) == 1 else "total"

    def _footer(self, said: list[str], row: Sequence[Value]) -> str | None:
        """Who made, checked and stamped it, and the number of the page; a row with a sum is none."""
        sums = [row[self.layout.columns[field]] for field in _SUMS if field in self.layout.columns]
        if not any(_FOOTER.fullmatch(words) for words in said):
            return None
        words = [_said(value) for value in sums if isinstance(value, str)]
        silent = all(not _FIGURE.search(word) or _FOOTER.fullmatch(word) for word in words)
        return "footer" if silent and not any(isinstance(value, int | float) for value in sums) else None

    def _named_sum(self, texts: list[tuple[int, str]], row: Sequence[Value]) -> str | None:
        """``某某公司 小计``: only in a row without a number and a day beside it."""
        told = [self.layout.columns[field] for field in ("number", *_DATED) if field in self.layout.columns]
        for column, value in texts:
            beside = any(other != column and not is_blank(row[other]) for other in told)
            if beside or (column == self.memo and len(texts) > 1):
                continue
            word = folded(value)
            if _NAMED_TOTAL.fullmatch(word):
                return "total"
            if _NAMED_SUBTOTAL.fullmatch(word):
                return "subtotal"
        return None

    def _without_sums(self, said: list[str], row: Sequence[Value]) -> str | None:
        named = any(_GROUP.fullmatch(words) for words in said)
        if self._has(row, *_SUMS) or (self._has(row, "number") and not (named and len(said) == 1)):
            return None
        if any(_NOTE.fullmatch(words) for words in said):
            return "note"
        if named or (self._has(row, "debtor") and not self._has(row, *_DATED) and len(said) <= 3):
            return "group"
        return "note" if len(said) == 1 and not self._has(row, *_DATED) else None

    def _has(self, row: Sequence[Value], *fields: str) -> bool:
        columns = self.layout.columns
        return any(field in columns and not is_blank(row[columns[field]]) for field in fields)
